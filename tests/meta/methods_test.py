#!/usr/bin/env python3
"""The table of docs/methods.md: every method has a page, every command is run, and every figure is read from its output.

The last column says how: a jq program over the output (JSON, or else its text as one string) and the value that it must give.
"""

import json
import os
import re
import shlex
import subprocess
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
TABLE = REPOSITORY / "docs/methods.md"
METHODS = [f"M{n}" for n in range(1, 14)]


def rows():
    for line in TABLE.read_text(encoding="utf-8").split("\n"):
        if re.match(r"\| M\d+ \|", line):
            yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


class Methods(unittest.TestCase):
    def test_every_method_has_a_row_and_a_page(self):
        pages = {}
        for method, title, *_ in rows():
            if (link := re.search(r"\]\((methods/m\d+\.md)\)", title)):
                pages[method] = link.group(1)
        self.assertEqual(list(pages), METHODS)
        for method, page in pages.items():
            text = (TABLE.parent / page).read_text(encoding="utf-8")
            self.assertTrue(text.startswith(f"# {method} · "), page)
            self.assertIn("**用途**", text, page)
            self.assertIn("\n```console\n$ zsup ", text, f"{page} shows no command")

    def test_every_figure_comes_out(self):
        count = 0
        for method, title, command, _, reading in rows():
            with self.subTest(method, command=command):
                words = shlex.split(command.strip("`"))
                self.assertEqual(words[0], "zsup")
                done = subprocess.run([ZSUP, *words[1:]], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                      check=False)
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                program, value = re.fullmatch(r"`(.*)` = `(.*)`", reading).groups()
                raw = [] if "json" in words else ["-R", "-s"]
                read = subprocess.run(["jq", "-c", *raw, program], input=done.stdout, stdout=subprocess.PIPE, check=True)
                self.assertEqual(json.loads(read.stdout), json.loads(value))
                count += 1
        self.assertGreaterEqual(count, len(METHODS))


if __name__ == "__main__":
    unittest.main()
