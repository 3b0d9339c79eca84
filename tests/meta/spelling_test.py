#!/usr/bin/env python3
"""Two spellings, one meaning: what every command says of a register does not depend on the spelling of its records.

Each example register is written in the other spelling, and every output is the same, byte for byte, but for columns (a word
takes the place of a word, so that lines stay) and the folder that the register lies in.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import spelling

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
EXAMPLES = sorted(path.parent for path in (REPOSITORY / "examples").glob("*/zsup.yaml"))
COLUMN = re.compile(r'"(?:end_)?column":\d+,|"root":"[^"]*",')
COMMANDS = [line.split() for line in """
    check --info --format json
    score --explain
    score 2018 --explain --format json
    status --all-states
    status --format json
    remind
    stats 2018 --format json
    trend
    letter --all --format json
    letter --all --format table
    letter --type briefing --all --format json
    list finding --format csv
    list duty --format json
    list case --format json
""".strip().splitlines()]


class Spelling(unittest.TestCase):
    maxDiff = None

    def said(self, register: Path, command: list[str]):
        done = subprocess.run([ZSUP, "-C", register, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return done.returncode, COLUMN.sub("", done.stdout.decode()), done.stderr.decode()

    def test_every_output_is_the_same(self):
        self.assertGreaterEqual(len(EXAMPLES), 5)
        for example in EXAMPLES:
            with tempfile.TemporaryDirectory() as folder:
                other = Path(folder) / example.name
                shutil.copytree(example, other)
                chinese = "种类:" in next((example).glob("*/*.yaml")).read_text("utf-8")
                self.assertGreater(spelling.rewrite(other, "en" if chinese else "zh"), 10)
                for command in COMMANDS:
                    with self.subTest(example=example.name, command=" ".join(command)):
                        self.assertEqual(self.said(example, command), self.said(other, command))

    def test_there_and_back_again(self):
        for example in EXAMPLES:
            with tempfile.TemporaryDirectory() as folder, self.subTest(example=example.name):
                one = Path(folder) / "one"
                shutil.copytree(example, one)
                spelling.rewrite(one, "en")
                two = Path(folder) / "two"
                shutil.copytree(one, two)
                spelling.rewrite(two, "zh")
                spelling.rewrite(two, "en")
                for path in one.rglob("*.yaml"):
                    self.assertEqual(path.read_bytes(), (two / path.relative_to(one)).read_bytes(), path)

    def test_most_examples_are_in_chinese(self):
        spelt = ["种类:" in text for text in (next(example.glob("*/*.yaml")).read_text("utf-8") for example in EXAMPLES)]
        self.assertEqual(spelt.count(False), 1)


if __name__ == "__main__":
    unittest.main()
