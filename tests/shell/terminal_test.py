#!/usr/bin/env python3
"""zsup at a terminal, at the end of a pipe and at the end of a run: progress, colour, Ctrl-C, full disks."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))
from sandbox import Sandbox  # noqa: E402

ZSUP = os.environ.get("ZSUP")
CLEAR = "\r\x1b[K"


@unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
class Terminal(unittest.TestCase):
    def setUp(self):
        self.sandbox = Sandbox(Path(ZSUP))
        self.addCleanup(self.sandbox.__exit__)
        (self.sandbox.work / "zsup.yaml").write_text("name: x\nlang: en\n", encoding="utf-8")
        (self.sandbox.work / "a.yaml").write_text("kind: org\nid: a\n", encoding="utf-8")

    def at_terminal(self, *words: str, after: float | None = None, **environment: str):
        """(what the terminal got, exit code); `after` so many seconds Ctrl-C is typed."""
        child, end = pty.fork()
        if child == 0:
            os.chdir(self.sandbox.work)
            os.execve(ZSUP, ["zsup", *words], {**self.sandbox.environment, "TERM": "xterm", **environment})
        heard = b""
        deadline = time.monotonic() + (60 if after is None else after)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 and after is not None:
                os.write(end, b"\x03")
                after, deadline = None, time.monotonic() + 60
            elif not select.select([end], [], [], max(left, 0))[0]:
                self.assertIsNotNone(after, f"did not end: {heard!r}")
                continue
            else:
                try:
                    piece = os.read(end, 65536)
                except OSError:
                    break
                if not piece:
                    break
                heard += piece
        os.close(end)
        return heard.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def test_a_difference_is_harmless_at_a_terminal_and_exact_in_a_pipe(self):
        text = 'kind: org\nid: q\nname: "a\x1b[2J\x1b]0;owned\x07\u200bb"\ntype: department\n'
        (self.sandbox.work / "a.yaml").write_text(text, encoding="utf-8")
        shown, exit_code = self.at_terminal("check", "--diff")
        self.assertEqual(1, exit_code)
        self.assertIn('-name: "a^[[2J^[]0;owned^G<U+200B>b"\n+name: "a^[[2J^[]0;owned^Gb"\n', shown)
        self.assertNotRegex(shown, "[\x00-\x08\x0b-\x1f\x7f\u200b]")
        piped = subprocess.run([ZSUP, "check", "--diff"], cwd=self.sandbox.work, env=self.sandbox.environment, capture_output=True, check=False)
        self.assertIn('-name: "a\x1b[2J\x1b]0;owned\x07\u200bb"\n', piped.stdout.decode())

    def test_watch_checks_again_and_ends_with_ctrl_c(self):
        child, end = pty.fork()
        if child == 0:
            os.chdir(self.sandbox.work)
            os.execve(ZSUP, ["zsup", "check", "--watch", "--color", "never"],
                      {**self.sandbox.environment, "TERM": "xterm"})
        heard = b""

        def hear(words: bytes):
            nonlocal heard
            deadline = time.monotonic() + 60
            while words not in heard:
                self.assertLess(time.monotonic(), deadline, heard)
                if select.select([end], [], [], 1)[0]:
                    heard += os.read(end, 65536)
            heard = heard.split(words, 1)[1]

        record = self.sandbox.work / "a.yaml"
        hear(b"ZS102")  # name and type are missing
        hear(b"waiting for changes")
        record.write_text("kind: org\nid: a\nname: A\ntype: party-committee\n", encoding="utf-8")
        hear(b"check passed")
        hear(b"waiting for changes")
        record.write_text("kind: org\nid: a\nname: A\ntype: party-committee\nparent: none\n", encoding="utf-8")
        hear(b"ZS201")
        hear(b"waiting for changes")
        os.write(end, b"\x03")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 130)
        os.close(end)

    def test_progress_is_shown_and_goes_away(self):
        heard, code = self.at_terminal("check", "--progress-at-once", "--color", "never", "--lang", "en")
        self.assertEqual(code, 1)
        self.assertTrue(heard.startswith(CLEAR + "reading files"), heard)
        self.assertIn(CLEAR + "checking, files read 1", heard)
        # Nothing of it is left: every line of progress is cleared before anything else is written.
        rest = re.sub(r"\r\x1b\[K(reading files|checking, files read)( \d+)?(?=\r)", "", heard)
        self.assertEqual(rest.count(CLEAR), 2)
        self.assertNotIn("reading", rest)
        self.assertTrue(rest.replace(CLEAR, "").startswith("error[ZS102]") or "ZS102" in rest, rest)

    def test_progress_is_not_shown(self):
        for words, environment in ((["check"], {}), (["check", "-q", "--progress-at-once"], {}),
                                   (["check", "--progress-at-once"], {"TERM": "dumb"})):
            heard, _ = self.at_terminal(*words, "--color", "never", **environment)
            self.assertNotIn("\x1b", heard, words)
            self.assertIn("ZS102", heard)
        out, err, _ = self.sandbox.run("TERM=xterm zsup check --progress-at-once")
        self.assertNotIn(b"\x1b", out + err)

    def test_colour(self):
        for environment, words, colour in (
                ({}, [], True), ({"TERM": "dumb"}, [], False), ({"NO_COLOR": "1"}, [], False),
                ({"NO_COLOR": ""}, [], True), ({"NO_COLOR": "1"}, ["--color", "always"], True),
                ({}, ["--color", "never"], False), ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, [], False),
                ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, [], True), ({"CLICOLOR_FORCE": "0"}, [], True)):
            with self.subTest(environment=environment, words=words):
                heard, _ = self.at_terminal("check", *words, **environment)
                self.assertEqual("\x1b[" in heard, colour, heard)

    def test_colour_in_a_pipe(self):
        for line, colour in (("zsup check", False), ("CLICOLOR_FORCE=1 zsup check", True),
                             ("CLICOLOR_FORCE=0 zsup check", False), ("CLICOLOR_FORCE= zsup check", False),
                             ("CLICOLOR_FORCE=1 NO_COLOR=1 zsup check", False),
                             ("zsup check --color always", True),
                             ("CLICOLOR_FORCE=1 zsup check --color never", False)):
            out, _, _ = self.sandbox.run(line)
            self.assertEqual(b"\x1b[" in out, colour, line)

    def test_no_format_of_machines_is_coloured(self):
        for name in ("json", "sarif", "github", "gitlab", "junit", "gcc"):
            out, _, _ = self.sandbox.run(f"zsup check --color always --format {name}")
            self.assertNotIn(b"\x1b[", out, name)

    def test_interrupted(self):
        # It waits for its standard input, and the terminal sends Ctrl-C.
        heard, code = self.at_terminal("check", "-", "--stdin-filename", "b.yaml", after=1)
        self.assertEqual(code, 130)
        self.assertNotIn("error", heard)

    def test_interrupted_by_a_signal(self):
        with subprocess.Popen([ZSUP, "check", "-", "--stdin-filename", "b.yaml"], cwd=self.sandbox.work,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
            # It has settled in once its handler of the signal is in place.
            caught = 1 << (signal.SIGINT - 1)
            status = Path(f"/proc/{run.pid}/status")
            for _ in range(1000):
                mask = re.search(r"^SigCgt:\s*([0-9a-f]+)", status.read_text(encoding="ascii"), re.M)
                if mask and int(mask.group(1), 16) & caught:
                    break
                time.sleep(0.01)
            run.send_signal(signal.SIGINT)
            self.assertEqual(run.wait(60), 130)

    def test_a_pipe_that_closes_ends_it_quietly(self):
        out, err, code = self.sandbox.run(
            f"cd {REPOSITORY}/examples/city; zsup list finding | head -n 1; echo ${{PIPESTATUS[0]}}")
        self.assertEqual((len(out.splitlines()), out.splitlines()[-1], err, code), (2, b"0", b"", 0))

    def test_a_full_disk_is_told(self):
        for line, words in (("zsup check > /dev/full", "check"), ("zsup schema duty > /dev/full", "schema"),
                            ("zsup --help > /dev/full", "help"), ("zsup --version > /dev/full", "version")):
            _, err, code = self.sandbox.run(line)
            self.assertEqual(code, 3, words)
            self.assertNotEqual(err, b"", words)

    def test_closed_streams_are_told(self):
        """What cannot be printed is no success, whoever closed the stream."""
        _, _, code = self.sandbox.run("zsup check <&- >&- 2>&-")
        self.assertEqual(code, 3)
        for words in ("check", "schema duty", "--help", "--version"):
            _, err, code = self.sandbox.run(f"zsup --lang zh {words} >&-")
            self.assertEqual(code, 3, words)
            self.assertIn("标准输出：没有打开".encode(), err, words)
        _, err, code = self.sandbox.run("zsup --lang zh check - --stdin-filename x.yaml <&-")
        self.assertEqual(code, 3)
        self.assertIn("标准输入：没有打开".encode(), err)


if __name__ == "__main__":
    unittest.main()
