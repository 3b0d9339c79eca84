#!/usr/bin/env python3
"""The manual pages hold every command, option and environment variable, and formatters find nothing wrong in them.
(That they are fresh is generated_test.py's matter.)"""

import os
import re
import subprocess
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "docs" / "zsup.1", REPOSITORY / "docs" / "zsup.zh_CN.1"]
ZSUP = os.environ.get("ZSUP", "")
UTF8 = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}


def run(*words, **more) -> subprocess.CompletedProcess:
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=UTF8, check=False,
                          **more)


def candidates(*words: str) -> list[str]:
    """What the command table holds, as the completions are told."""
    lines = run(ZSUP, "__complete", "fish", *words, cwd="/").stdout.splitlines()
    return [line.split("\t")[0] for line in lines[1:]]


class Man(unittest.TestCase):
    def test_mandoc_finds_nothing(self):
        for page in PAGES:
            done = run("mandoc", "-Tlint", "-W", "warning", page)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), page.name)

    def test_man_finds_nothing(self):
        for page in PAGES:
            done = run("man", "--warnings=w", "-P", "cat", "-l", page)
            self.assertEqual((done.returncode, done.stderr), (0, ""), page.name)
            for number, line in enumerate(done.stdout.splitlines(), 1):
                self.assertLessEqual(len(line.encode("gbk", "replace")), 80, f"{page.name}: {number}: {line}")

    @unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
    def test_everything_is_there(self):
        commands = candidates("")
        self.assertIn("check", commands)
        for page in PAGES:
            text = page.read_text(encoding="utf-8").replace("\\-", "-")
            for command in commands:
                section = re.search(rf"^\.SS {command}\n(.*?)(?=^\.S[SH] )", text, re.M | re.S)
                self.assertTrue(section, f"{page.name}: {command}")
                for option in candidates(command, "--"):
                    self.assertIn(f"\\fB{option}\\fR", text, f"{page.name}: {command}")

    def test_the_environment_is_told(self):
        source = (REPOSITORY / "src" / "io" / "surroundings.cpp").read_text(encoding="utf-8")
        heeded = set(re.findall(r'variable\("(\w+)"\)', source)) - {"HOME"}  # which completes ~ alone
        self.assertGreater(len(heeded), 5)
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            for variable in heeded:
                self.assertIn(variable, text, page.name)


if __name__ == "__main__":
    unittest.main()
