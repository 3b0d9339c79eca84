#!/usr/bin/env python3
"""docs/conventions.md: the tests it names are there and are run; and what it says of versions and networks holds."""

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from build_kind import not_tested, sanitized

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs" / "conventions.md").read_text(encoding="utf-8")
ZSUP = os.environ.get("ZSUP")
BUILD = os.environ.get("ZSUP_BUILD")


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines()
            if re.match(r"\| \d+ \|", line)]


def test_of(path: str) -> str:
    """The name under which ctest runs a file."""
    folder, part, *rest = path.removeprefix("tests/").split("/")
    if folder in ("meta", "shell"):
        return f"{folder}.{part.removesuffix('_test.py')}"
    return f"{folder}.{part}"


class Conventions(unittest.TestCase):
    def test_none_is_left_out(self):
        numbers = [int(row[0]) for row in rows()]
        self.assertEqual(numbers[:22], list(range(1, 23)))
        self.assertEqual(numbers, sorted(set(numbers)))

    def test_each_names_its_tests(self):
        for number, _, held in rows():
            self.assertTrue(re.findall(r"`(tests/[^`]+)`", held), number)
        for path in re.findall(r"`(tests/[^`]+)`", PAGE):
            self.assertTrue((REPOSITORY / path).is_file(), path)

    @unittest.skipUnless(BUILD, "NOTHING IS CHECKED: ZSUP_BUILD names no build")
    def test_they_are_run(self):
        listed = subprocess.run(["ctest", "--test-dir", BUILD, "-N"], stdout=subprocess.PIPE, text=True, check=True)
        run = set(re.findall(r"Test +#\d+: (\S+)", listed.stdout))
        makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
        for path in re.findall(r"`(tests/[^`]+)`", PAGE):
            if path.startswith("tests/package/"):
                target = re.search(rf"`{re.escape(path)}` \(`make (\w+)`\)", PAGE)
                self.assertTrue(target, path)
                recipe = re.search(rf"^{target.group(1)}:.*\n((?:\t.*\n)+)", makefile, re.M)
                self.assertIn(path, recipe.group(1))
            else:
                self.assertIn(test_of(path), run, path)

    @unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
    def test_the_version_is_semantic_and_stands_once(self):
        project = (REPOSITORY / "CMakeLists.txt").read_text(encoding="utf-8")
        version = re.search(r"project\(zsup VERSION (\S+)", project).group(1)
        self.assertRegex(version, r"^\d+\.\d+\.\d+$")
        printed = subprocess.run([ZSUP, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.assertEqual(printed, f"zsup {version}\n")
        changes = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
        self.assertRegex(changes, r"(?m)^## \[Unreleased\]$|^## \[" + re.escape(version) + r"\]")

    @unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
    def test_there_is_no_network(self):
        # What cannot open a socket cannot tell anyone anything.
        if sanitized(ZSUP):
            not_tested(self, "that the program names no call for networks, since a sanitizer names some")
        symbols = subprocess.run(["nm", "-D", "--undefined-only", ZSUP], stdout=subprocess.PIPE, text=True,
                                 check=True).stdout
        names = {line.split()[-1].split("@")[0] for line in symbols.splitlines()}
        self.assertIn("openat", names)  # it is the right list
        self.assertEqual(names & {"socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "res_query"}, set())


if __name__ == "__main__":
    unittest.main()
