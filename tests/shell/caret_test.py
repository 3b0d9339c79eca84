#!/usr/bin/env python3
"""Carets in a real terminal: what stands above them on the screen is what the diagnostic is about.

tmux draws the output of `check` in a narrow and in a wide window, with colour and without. Its screen is read back cell by cell, and
the cells above each row of carets are held against the characters that `check --format json` names.
"""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))
from terminal import screen, width  # noqa: E402
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))

SETTINGS = "名称: 示例\n语言: 中文\n截至日期: 2018-07-15\n"
# Wide and narrow text before the mistake, after it, and in it; a combining mark; an emoji; lines far wider than any window.
RECORDS = {
    "顾岸.yaml": "种类: 领导干部\n编号: gu-an\n姓名: 顾岸\n单位: 区委\n职务: 副书记abc副书记\n身分: 班子成员\n任职日期: 2018-2-30\n",
    "flow.yaml": "{kind: org, id: a, name: 云栎区é纪委😀, type: 部门机关, parent: 无此单位名称}\n",
    "long.yaml": "kind: org\nid: b\nname: " + "长" * 90 + "\ntype: party-committee\nparent: " + "甲" * 30 + "\n"
                 "risk_points: [{text: " + "乙a" * 60 + ", category: 无此类别}]\n",
}
SNIPPET = re.compile(r"^ *(\d+) \| ")


def cells(text: str):
    """The characters of a line with the columns in which they begin, as a terminal lays them out."""
    column = 0
    for character in text:
        if width(character) == 0:
            continue
        yield column, character
        column += width(character)


def between(text: str, begin: int, end: int) -> str:
    return "".join(character for column, character in cells(text) if begin <= column < end)


class Carets(unittest.TestCase):
    def setUp(self):
        self.assertTrue(shutil.which("tmux"), "tmux is missing: 'make deps-test' installs it")
        self.top = Path(tempfile.mkdtemp(prefix="zsup-caret-"))
        self.addCleanup(shutil.rmtree, self.top)
        for name, text in {"zsup.yaml": SETTINGS, **RECORDS}.items():
            (self.top / name).write_text(text, encoding="utf-8")

    def test_every_caret_stands_under_its_characters(self):
        told = json.loads(subprocess.run([ZSUP, "-C", self.top, "check", "--format", "json"], stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL, check=False).stdout)["diagnostics"]
        wanted = []
        for one in told:
            line = (self.top / one["file"]).read_text(encoding="utf-8").split("\n")[one["line"] - 1]
            wanted.append((one["line"], line[one["column"] - 1:one["end_column"] - 1]))
        self.assertGreaterEqual(len(wanted), 6)
        for columns, color in itertools.product((48, 160), ("never", "always")):
            with self.subTest(columns=columns, color=color):
                shown = screen(f"'{ZSUP}' check --color {color}", self.top, columns, 400)
                for line in shown:
                    self.assertLessEqual(sum(map(width, line)), columns)
                seen = []
                for above, below in zip(shown, shown[1:]):
                    number, carets = SNIPPET.match(above), re.search(r"\| *(\^+)", below)
                    if number and carets:
                        seen.append((int(number.group(1)), between(above, *carets.span(1))))
                self.assertEqual(len(seen), len(wanted), "\n".join(shown))
                for (line, text), (place, mark) in zip(wanted, seen):
                    self.assertEqual(line, place)
                    plain = "".join(c for c in text if not unicodedata.combining(c))
                    # What is wider than the window is cut, and says so.
                    self.assertTrue(mark == plain or ("…" in mark and plain.startswith(mark.split("…")[0])),
                                    f"{mark!r} is marked instead of {plain!r}\n" + "\n".join(shown))

    def test_the_picture_in_the_readme_is_fresh(self):
        done = subprocess.run(["python3", REPOSITORY / "tests/support/terminal_picture.py", "--zsup", ZSUP, "--check"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode())


if __name__ == "__main__":
    unittest.main()
