#!/usr/bin/env python3
"""What `zsup check --fix` promises, held against every case of broken_test.py that has a fix.

The difference that `--diff` prints is what `--fix` does, and `git apply` and `patch -p1` take it; what was corrected is
gone, nothing else is, and nothing has come; a second run changes nothing; whatever lies outside the corrected places is
the same, byte by byte.
"""

import collections
import json
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import broken_test as broken

def told(register: Path):
    done = broken.check(register, "--format", "json", "--lang", "en")
    return json.loads(done.stdout)["diagnostics"]


def counted(diagnostics):
    return collections.Counter((one["code"], one["file"], one["message"]) for one in diagnostics)


class Tried:
    def __init__(self, case, top: Path):
        self.case = case
        self.register = top / "fixed"
        shutil.copytree(broken.source_of(case.example), self.register)
        broken.spoil(self.register, case.file, case.change)
        self.before = told(self.register)
        self.fixable = [one for one in self.before if one["fix"]]
        if not self.fixable:
            return
        self.files = sorted({one["file"] for one in self.fixable})
        self.spoilt = {file: (self.register / file).read_bytes() for file in self.files}
        diff = broken.check(self.register, "--diff", "--quiet")
        self.diff, self.diff_exit = diff.stdout, diff.returncode
        self.untouched = all((self.register / file).read_bytes() == text for file, text in self.spoilt.items())
        self.patched = {}
        for tool in (["git", "apply", "-"], ["patch", "-p1", "--batch", "--silent", "--binary"]):
            copy = top / tool[0]
            for file, text in self.spoilt.items():
                (copy / file).parent.mkdir(parents=True, exist_ok=True)
                (copy / file).write_bytes(text)
            done = subprocess.run(tool, cwd=copy, input=self.diff, capture_output=True, check=False,
                                  env={"PATH": broken.os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(top)})
            self.patched[tool[0]] = (done.stderr, {file: (copy / file).read_bytes() for file in self.files})
        broken.check(self.register, "--fix")
        self.fixed = {file: (self.register / file).read_bytes() for file in self.files}
        self.after = told(self.register)
        self.again = broken.check(self.register, "--diff")


class Fixes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        top = Path(holder.name).resolve()
        with ThreadPoolExecutor(4) as pool:
            every = list(pool.map(lambda pair: Tried(pair[1], top / str(pair[0])), enumerate(broken.CASES)))
        cls.tried = [one for one in every if one.fixable]

    def each(self, body):
        for one in self.tried:
            with self.subTest(case=one.case.name, example=one.case.example):
                body(one)

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(self.tried), 25)

    def test_what_is_corrected_is_gone_and_nothing_has_come(self):
        def body(one):
            expected = counted(one.before) - counted(one.fixable)
            self.assertEqual(counted(one.after) - expected, collections.Counter(), "has come")
            self.assertEqual([gone["message"] for gone in one.after if gone["fix"]], [], "is still there")

        self.each(body)

    def test_a_second_run_changes_nothing(self):
        self.each(lambda one: self.assertEqual((one.again.stdout, one.again.returncode), (b"", 0)))

    def test_the_difference_is_what_is_done(self):
        def body(one):
            self.assertTrue(one.untouched)
            self.assertEqual(one.diff_exit, 1)
            for tool, (complaint, files) in one.patched.items():
                self.assertEqual((tool, complaint, files), (tool, b"", one.fixed))

        self.each(body)

    def test_nothing_else_is_touched(self):
        def body(one):
            for file in one.files:
                text = one.spoilt[file].decode("utf-8", "surrogateescape").removeprefix("\ufeff")
                lines = text.splitlines(keepends=True)
                touched = {number for fixed in one.fixable for edit in fixed["fix"] if edit["file"] == file
                           for number in range(edit["line"], edit["end_line"] + 1)}
                after = one.fixed[file].decode("utf-8", "surrogateescape").splitlines(keepends=True)
                kept = [line for number, line in enumerate(lines, 1) if number not in touched]
                rest = iter(after)
                self.assertTrue(all(line in rest for line in kept), "a line that is not at fault is gone")

        self.each(body)


if __name__ == "__main__":
    unittest.main()
