#!/usr/bin/env python3
"""Generated files are what the program would generate now, and none is left over from what it once did."""

import os
import subprocess
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
GENERATE = Path(os.environ.get("ZSUP", "")).parent / "zsup-generate"


def generate(*words: str) -> bytes:
    return subprocess.run([GENERATE, *words], stdout=subprocess.PIPE, check=True).stdout


@unittest.skipUnless(os.environ.get("ZSUP"), "NOTHING IS CHECKED: ZSUP names no program")
class Generated(unittest.TestCase):
    def test_files_are_fresh(self):
        stale = []
        for path in generate("list").decode().splitlines():
            file = REPOSITORY / path
            if not file.is_file() or file.read_bytes() != generate("file", path):
                stale.append(path)
        self.assertEqual(stale, [], "stale: run `make generate`")

    def test_no_file_is_left_over(self):
        listed = set(generate("list").decode().splitlines())
        found = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "schemas").rglob("*.json")}
        self.assertEqual(found - listed, set())

    def test_twice_is_the_same(self):
        for path in generate("list").decode().splitlines()[:3]:
            self.assertEqual(generate("file", path), generate("file", path))

    def test_wrong_use(self):
        for words in [[], ["file"], ["file", "schemas/none.schema.json"], ["nonsense"], ["list", "x"]]:
            done = subprocess.run([GENERATE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)


if __name__ == "__main__":
    unittest.main()
