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
import tempfile
import time
import unicodedata
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
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
        if unicodedata.combining(character):
            continue
        yield column, character
        column += 2 if unicodedata.east_asian_width(character) in "WF" else 1


def between(text: str, begin: int, end: int) -> str:
    return "".join(character for column, character in cells(text) if begin <= column < end)


class Carets(unittest.TestCase):
    def setUp(self):
        self.assertTrue(shutil.which("tmux"), "tmux is missing: 'make deps-test' installs it")
        self.top = Path(tempfile.mkdtemp(prefix="zsup-caret-"))
        self.addCleanup(shutil.rmtree, self.top)
        for name, text in {"zsup.yaml": SETTINGS, **RECORDS}.items():
            (self.top / name).write_text(text, encoding="utf-8")

    def screen(self, width: int, color: str) -> list[str]:
        """What a window of that width shows of `check`."""
        done = self.top.with_suffix(f".{width}{color}")
        # A server of its own each time: one that is ending still holds its socket for a moment.
        tmux = ["tmux", "-u", "-f", "/dev/null", "-S", f"{done}.socket"]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": str(self.top)}
        subprocess.run([*tmux, "new-session", "-d", "-x", str(width), "-y", "400",
                        f"'{ZSUP}' -C '{self.top}' check --color {color}; touch '{done}'; sleep 100"],
                       env=environment, check=True)
        try:
            for _ in range(600):
                if done.exists():
                    break
                time.sleep(0.05)
            self.assertTrue(done.exists(), "check did not end")
            time.sleep(0.3)  # until the screen has been drawn
            shown = subprocess.run([*tmux, "capture-pane", "-p"], env=environment, stdout=subprocess.PIPE, check=True)
        finally:
            subprocess.run([*tmux, "kill-server"], env=environment, check=False)
            done.unlink(missing_ok=True)
        return shown.stdout.decode("utf-8").split("\n")

    def test_every_caret_stands_under_its_characters(self):
        told = json.loads(subprocess.run([ZSUP, "-C", self.top, "check", "--format", "json"], stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL, check=False).stdout)["diagnostics"]
        wanted = []
        for one in told:
            line = (self.top / one["file"]).read_text(encoding="utf-8").split("\n")[one["line"] - 1]
            wanted.append((one["line"], line[one["column"] - 1:one["end_column"] - 1]))
        self.assertGreaterEqual(len(wanted), 6)
        for width, color in itertools.product((48, 160), ("never", "always")):
            with self.subTest(width=width, color=color):
                screen = self.screen(width, color)
                for line in screen:
                    self.assertLessEqual(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line
                                             if not unicodedata.combining(c)), width)
                seen = []
                for above, below in zip(screen, screen[1:]):
                    number, carets = SNIPPET.match(above), re.search(r"\| *(\^+)", below)
                    if number and carets:
                        seen.append((int(number.group(1)), between(above, *carets.span(1))))
                self.assertEqual(len(seen), len(wanted), "\n".join(screen))
                for (line, text), (place, mark) in zip(wanted, seen):
                    self.assertEqual(line, place)
                    plain = "".join(c for c in text if not unicodedata.combining(c))
                    # What is wider than the window is cut, and says so.
                    self.assertTrue(mark == plain or ("…" in mark and plain.startswith(mark.split("…")[0])),
                                    f"{mark!r} is marked instead of {plain!r}\n" + "\n".join(screen))

    def test_the_picture_in_the_readme_is_fresh(self):
        done = subprocess.run(["python3", REPOSITORY / "tests/support/terminal_picture.py", "--zsup", ZSUP, "--check"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode())


if __name__ == "__main__":
    unittest.main()
