#!/usr/bin/env python3
"""What docs/ci.md shows is what `zsup init` writes and what .pre-commit-hooks.yaml offers, and its patterns match."""

import hashlib
import json
import os
import re
import shlex
import shutil
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
            self.assertEqual(github, self.written(".github/workflows/zsup.yml"))

    def test_a_strangers_pull_request_meets_no_machine_of_ours(self):
        for text in [self.written(".github/workflows/zsup.yml")] + [
                yaml.safe_load(blocks(page, "yaml")[0]) for page in ("ci.md", "ci.zh-CN.md")]:
            for job in text["jobs"].values():
                self.assertNotIn("self-hosted", job["runs-on"])
            self.assertEqual(text["permissions"], {"contents": "read"})

    def install(self, prefix: Path, **where: str) -> subprocess.CompletedProcess:
        """The lines of both jobs that see to zsup, on a machine that has none."""
        (github,) = [step["run"] for step in self.written(".github/workflows/zsup.yml")["jobs"]["check"]["steps"]
                     if step.get("shell") == "sh"]
        (gitlab,) = self.written(".gitlab-ci.yml")["zsup"]["before_script"]
        self.assertEqual(github, gitlab)
        environment = {"PATH": "/usr/bin:/bin", "ZSUP_PREFIX": str(prefix)} | where
        return subprocess.run(["sh", "-c", github], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, check=False)

    def test_the_jobs_bring_zsup(self):
        if not shutil.which("curl", path="/usr/bin:/bin"):
            self.skipTest("NOT TESTED: no curl")
        digest = hashlib.sha256(Path(ZSUP).read_bytes()).hexdigest()
        where = {"ZSUP_STATIC": "file://" + ZSUP, "ZSUP_SHA256": digest}
        prefix = self.register / "prefix"
        done = self.install(prefix, **where)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual((prefix / "bin/zsup").read_bytes(), Path(ZSUP).read_bytes())
        # Another file than the one that was meant goes nowhere.
        other = self.install(self.register / "other", **where | {"ZSUP_SHA256": "0" * 64})
        self.assertNotEqual(other.returncode, 0)
        self.assertFalse((self.register / "other").exists())
        # Nobody said where from.
        silent = self.install(prefix)
        self.assertEqual(silent.returncode, 1)
        self.assertIn("ZSUP_STATIC", silent.stderr)

    def test_below_the_top_of_a_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            (top / ".git").mkdir()
            name = "登记 册's: #1"
            self.assertEqual(subprocess.run([ZSUP, "init", name], cwd=top, check=False).returncode, 0)
            for file in (".github/workflows/zsup.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml",
                         ".vscode/settings.json", ".vscode/tasks.json"):
                self.assertTrue((top / file).exists(), file)
                self.assertFalse((top / name / file).exists(), file)
            read = lambda file: yaml.safe_load((top / file).read_text(encoding="utf-8"))
            lines = [read(".github/workflows/zsup.yml")["jobs"]["check"]["steps"][-1]["run"],
                     read(".gitlab-ci.yml")["zsup"]["script"][0],
                     read(".pre-commit-config.yaml")["repos"][0]["hooks"][0]["entry"],
                     shlex.join(["zsup", *read(".vscode/tasks.json")["tasks"][0]["args"]])]
            for line in lines:
                words = shlex.split(line)
                self.assertEqual(words[:4], ["zsup", "-C", name, "check"])
                self.assertEqual(subprocess.run([ZSUP, *words[1:]], cwd=top, stdout=subprocess.DEVNULL,
                                                check=False).returncode, 0)
            for schema, files in read(".vscode/settings.json")["yaml.schemas"].items():
                self.assertTrue((top / schema).exists(), schema)
                self.assertTrue(files.startswith(name + "/"), files)

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
