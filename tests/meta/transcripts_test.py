#!/usr/bin/env python3
"""The transcript driver itself: what it must notice, and what --update must leave alone."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[1] / "support"
sys.path.insert(0, str(SUPPORT))

import console_blocks  # noqa: E402
import transcripts  # noqa: E402

# Stands in for zsup.
PROGRAM = r"""#!/bin/bash
case "$1" in
  check) echo "a.yaml:1:1: bad"; echo "1 error" >&2; exit 1 ;;
  json) echo '{"letters":[{"to":{"id":"x"}},{"to":{"id":"y"}}],"n":145}' ;;
  odd) printf '\033[1m\\\r\nno newline \377' ;;
  markers) pwd; echo "=== stdout"; echo '\=== x' ;;
  write) printf 'x\n' >out.md ;;
  *) cat ;;
esac
"""

RIGHT = r"""# Every feature, as it should be.
=== file a.yaml
kind: x
---
kind: y
=== env WORD=here
=== run
zsup check
=== # the streams are told apart
=== stdout
a.yaml:1:1: bad
=== stderr
1 error
=== exit 1
=== run
zsup json
=== json
.letters[*].to.id == ["x", "y"]
.letters | length == 2
.n == 145
=== run
zsup odd
=== stdout escaped
\e[1m\\\r
no newline \xff\c
=== run
zsup; cat a.yaml; echo $WORD
=== stdin
hello
=== stdout
hello
kind: x
---
kind: y
here
=== run
zsup markers
=== stdout
[WORK]
\=== stdout
\\=== x
=== run
zsup write
=== file-after out.md
x
=== absent nothing
=== run
date
=== stdout any
"""


class Driver(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.top = Path(self.folder.name)
        self.zsup = self.top / "program"
        self.zsup.write_text(PROGRAM)
        self.zsup.chmod(0o755)

    def transcript(self, text, name="a.test", update=False):
        path = self.top / name
        path.write_bytes(text.encode())
        run = console_blocks.run_file if name.endswith(".md") else transcripts.run_file
        wrong = run(path, self.zsup, update)
        return wrong, path.read_bytes().decode()

    def test_what_is_right_passes_and_stays(self):
        self.assertEqual(self.transcript(RIGHT), ([], RIGHT))
        self.assertEqual(self.transcript(RIGHT, update=True), ([], RIGHT))

    def test_every_difference_is_noticed(self):
        for old, new in [("a.yaml:1:1: bad\n", "a.yaml:1:1: good\n"), ("1 error\n", ""),
                         ("=== exit 1\n", "=== exit 2\n"), ("=== exit 1\n", ""), ("145", "146"),
                         ("length == 2", "length == 3"), (".n ==", ".m =="), ("\\xff\\c", "\\xff"),
                         ("out.md\nx\n", "out.md\ny\n"), ("absent nothing", "absent out.md"),
                         ("file-after out.md", "file-after out.txt"), ("[WORK]\n", "\n")]:
            with self.subTest(old=old, new=new):
                self.assertIn(old, RIGHT)
                wrong, _ = self.transcript(RIGHT.replace(old, new, 1))
                self.assertEqual(len(wrong), 1, wrong)

    def test_update_mends_outputs_only(self):
        broken = RIGHT.replace("a.yaml:1:1: bad\n", "x\n", 1).replace("=== exit 1\n", "")
        broken = broken.replace("out.md\nx\n", "out.md\ny\n").replace("escaped\n", "\n", 1)
        self.assertEqual(self.transcript(broken, update=True), ([], RIGHT))
        wrong, _ = self.transcript(RIGHT.replace("145", "146"), update=True)
        self.assertEqual(len(wrong), 1, wrong)

    def test_malformed_transcripts(self):
        for text in ["", "=== run\ntrue\n=== nonsense\n", "=== stdout\n=== run\ntrue\n", "x\n" + RIGHT,
                     "=== file\nx\n=== run\ntrue\n", "=== run\ntrue\n=== exit\n",
                     "=== run\ntrue\n=== stdout escaped\n\\q\n"]:
            with self.subTest(text=text):
                wrong, after = self.transcript(text, update=True)
                self.assertTrue(wrong and wrong[0].startswith("malformed"), wrong)
                self.assertEqual(after, text)

    def test_names_are_promises(self):
        self.assertEqual(len(self.transcript(RIGHT, name="pass_a.test")[0]), 1)
        self.assertEqual(self.transcript(RIGHT, name="fail_a.test")[0], [])
        self.assertEqual(len(self.transcript("=== run\ntrue\n", name="fail_b.test")[0]), 1)

    def test_no_transcript_at_all_is_a_failure(self):
        done = subprocess.run([sys.executable, SUPPORT / "transcripts.py", "--zsup", self.zsup,
                               self.top], stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)

    def test_markdown(self):
        text = "# A\n\n- x\n\n  ```console\n  $ zsup check\n  a.yaml:1:1: bad\n  1 error\n" \
               "  $ echo $?\n  1\n  $ make run\n  whatever\n  ```\n\n```console\n$ cd tests\n" \
               "$ seq 5\n1\n…\n5\n\n$ basename \\\n> $PWD\ntests\n```\n\n```\n$ not run\n```\n"
        self.assertEqual(self.transcript(text, name="a.md"), ([], text))
        broken = text.replace("1 error", "2 errors").replace("…\n5", "…\n6")
        self.assertEqual(len(self.transcript(broken, name="a.md")[0]), 2)
        _, mended = self.transcript(text.replace("1 error", "2 errors"), name="a.md", update=True)
        self.assertEqual(mended, text)


if __name__ == "__main__":
    unittest.main()
