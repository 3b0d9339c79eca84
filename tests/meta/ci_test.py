#!/usr/bin/env python3
"""What docs/ci.md shows is what `zsup init` writes and what .pre-commit-hooks.yaml offers, and its patterns match."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP")


def blocks(page: str, language: str) -> list[str]:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


@unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
class Ci(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.register = Path(folder.name)
        self.zsup("init")

    def zsup(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run([ZSUP, *words], cwd=self.register, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, check=False)

    def written(self, name: str) -> dict:
        # YAML 1.1 reads `on` as true, here and there alike.
        return yaml.safe_load((self.register / name).read_text(encoding="utf-8"))

    def test_the_hook_is_one(self):
        hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        local = self.written(".pre-commit-config.yaml")["repos"][0]["hooks"]
        self.assertEqual([{key: value for key, value in hook.items() if key != "description"} for hook in hooks],
                         local)
        self.assertEqual(self.zsup(*hooks[0]["entry"].split()[1:]).returncode, 0)

    def test_the_pages_show_what_init_writes(self):
        for page in ("ci.md", "ci.zh-CN.md"):
            github, gitlab, hook = (yaml.safe_load(block) for block in blocks(page, "yaml"))
            self.assertEqual(gitlab, self.written(".gitlab-ci.yml"))
            self.assertEqual(hook, self.written(".pre-commit-config.yaml"))
            self.assertEqual(github["jobs"]["check"]["steps"][-1],
                             self.written(".github/workflows/zsup.yml")["jobs"]["check"]["steps"][-1])

    def test_the_matchers_match(self):
        matcher = json.loads(blocks("ci.md", "json")[0])["problemMatcher"][0]["pattern"][0]
        task = json.loads((self.register / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
        self.assertEqual({key: matcher[key] for key in matcher}, task["problemMatcher"]["pattern"])
        odd = self.register / "a: b:1:2: 某.yaml"
        odd.write_text("种类: 组织\n编号: 某办\n姓名: x\n", encoding="utf-8")
        done = self.zsup("check", "--info", *task["args"][1:])
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.splitlines()
        self.assertTrue(any(odd.name in line for line in lines))
        levels = set()
        for line in lines:
            found = re.search(matcher["regexp"], line)
            self.assertTrue(found, line)
            levels.add(found.group(4))
        self.assertEqual(levels & {"error", "note"}, {"error", "note"})

    def test_the_commands_are_known(self):
        for page in ("ci.md", "ci.zh-CN.md"):
            text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
            for line in re.findall(r"zsup (check [^`\n]*)", text):
                # Whatever it finds, it is a command line: a word of it that is unknown would be told.
                words = [word for word in line.split() if word not in ("-", "文件")]
                if "--changed-since" in words or "--stdin-filename" in words or "<" in words:
                    continue
                words += ["--force"] if "-o" in words else []  # another page's is there already
                self.assertLess(self.zsup(*words).returncode, 2, line)


if __name__ == "__main__":
    unittest.main()
