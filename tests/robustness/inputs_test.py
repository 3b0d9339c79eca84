#!/usr/bin/env python3
"""Every bad input of inputs.py, and every broken record of tests/meta/broken_test.py: what it gets, and what it costs.

    inputs_test.py               test, and print the slowest and the biggest
    inputs_test.py --markdown    print the table of docs/reliability.md instead

Each runs alone, as `zsup check` of a small register (unless it is about another command), measured in processor seconds and in
memory. HOSTILE_SECONDS bounds the time (2; a build that is not optimised is given more); 512 MB bound the memory.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "meta")]
import broken_test as broken
import hostile_test as hostile
import inputs
from build_kind import not_tested

# Starts programs. The memory of a process counts from before it is the program, when it is still its parent; so the parent is to be
# small, which a program that makes texts of megabytes is not.
STARTER = """
import json, os, signal, sys
for line in sys.stdin:
    words, out, err = json.loads(line)
    files = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666),
             (os.POSIX_SPAWN_OPEN, 2, err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)]
    process = os.posix_spawn(words[0], words, {**os.environ, "LC_ALL": "C.UTF-8"}, file_actions=files)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(process, signal.SIGKILL))
    signal.alarm(int(sys.argv[1]))
    status, used = os.wait4(process, 0)[1:]
    signal.alarm(0)
    print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]), flush=True)
"""


class Starter:
    """Runs programs one after the other, measured: exit code, both streams, processor seconds, megabytes."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, "-S", "-E", "-c", STARTER, str(30 * hostile.PATIENCE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.holder = tempfile.TemporaryDirectory()

    def close(self):
        self.process.communicate()
        self.holder.cleanup()

    def run(self, *words):
        streams = [os.path.join(self.holder.name, name) for name in ("out", "err")]
        self.process.stdin.write(json.dumps([[os.fspath(word) for word in words], *streams]) + "\n")
        self.process.stdin.flush()
        exit_code, seconds, megabytes = json.loads(self.process.stdout.readline())
        return SimpleNamespace(exit=exit_code, seconds=seconds, megabytes=megabytes, out=Path(streams[0]).read_bytes(), err=Path(streams[1]).read_bytes())


OPEN, CLOSE = broken.OPEN, broken.CLOSE
OTHER_FILE, OTHER_TEXT, OTHER = hostile.OTHER
LONG = re.compile(r"(.{180}).*", re.DOTALL)


def without_marks(text) -> bytes:
    if isinstance(text, bytes):
        return text.replace(OPEN.encode(), b"")
    return broken.plain(text).encode("utf-8", "surrogateescape")


def places_in(text):
    """(line, column) of every mark; a byte that is no text counts as one character."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "surrogateescape")
    return broken.places(text.removeprefix("\ufeff")) if OPEN in text else []


class Result:
    """One input, laid out and run."""

    def __init__(self, one: inputs.Input, starter: Starter):
        self.input, self.faults, self.places = one, [], []
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder) / "register"
            text = one.text() if callable(one.text) else one.text
            sound = {**hostile.SOUND, **dict(one.more), **({} if one.exit == 2 else {OTHER_FILE: OTHER_TEXT})}
            for name, content in [*sound.items(), *([] if text is None else [(one.file, text)])]:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(without_marks(content))
            if one.prepare:
                one.prepare(folder)
            if text is not None and one.place != inputs.ANYWHERE:
                self.places = places_in(text)
            run = starter.run(hostile.ZSUP, "-C", folder, "--lang", "en", *one.words)
        self.seconds, self.megabytes = run.seconds, run.megabytes
        try:
            self.judge(one, run)
        except (AssertionError, ValueError) as error:
            self.faults.append(LONG.sub(r"\1 …", str(error)))

    def judge(self, one, run):
        assert run.exit == one.exit, f"exit code {run.exit} and not {one.exit}: {run.err.decode()}"
        assert not hostile.CONTROL.search((run.out + run.err).decode("utf-8")), "a control character is printed"
        if one.message:
            assert re.search(one.message, run.err.decode()), run.err.decode()
            return
        found = json.loads(run.out)["diagnostics"]
        said = [(item["code"], item["file"], item["line"], item["column"]) for item in found]
        assert (OTHER[0], OTHER_FILE, *OTHER[1:]) in said, "the other file is not checked"
        mine = [item for item in found if item["file"] != OTHER_FILE]
        codes = one.codes.removeprefix("?").split()
        if one.codes.startswith("?") or not codes:     # at most these, or nothing
            assert all(item["code"] in codes for item in mine), said
            return
        hits = [item for item in mine if item["code"] in codes and item["file"] == one.file.replace("//", "/")]
        assert hits, f"not reported; said {said[:8]}"
        strange = {item["code"] for item in mine} - set(codes) - set(one.also.split())
        assert not strange, f"{strange} is reported, too"
        if one.place == inputs.ANYWHERE:
            return
        wanted = self.places
        assert wanted, "the input does not say where"
        lines = {line for line, _ in wanted}
        assert any(item["line"] in lines if one.place == "line" else (item["line"], item["column"]) in wanted for item in hits), f"expected at {wanted[:4]}; said {said[:8]}"


class Inputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        starter = Starter()
        cls.addClassCleanup(starter.close)
        cls.results = [Result(one, starter) for one in inputs.inputs()]

    @classmethod
    def tearDownClass(cls):
        print(summary(cls.results), file=sys.stderr)

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(self.results), 150)
        self.assertEqual(set(range(1, 32)), set(inputs.KINDS) | set(inputs.ELSEWHERE), "every kind of fault has its test")
        self.assertEqual(set(inputs.KINDS) - {31}, {result.input.kind for result in self.results})
        self.assertEqual(len(self.results), len({(result.input.kind, result.input.name) for result in self.results}), "two inputs have one name")

    def test_tests_elsewhere_are_there(self):
        for kind, told in inputs.ELSEWHERE.items():
            file, _, name = told.partition(" ")
            self.assertIn(f"def {name or 'test_'}", (Path(__file__).parent / file).read_text("utf-8"), kind)

    def test_each_gets_what_it_must(self):
        for result in self.results:
            with self.subTest(kind=result.input.kind, name=result.input.name):
                self.assertFalse(result.faults, result.faults)

    def test_each_within_its_bounds(self):
        if not hostile.MEASURED:
            not_tested(self, "time and memory of bad inputs, in a program that is bigger and slower by what watches it")
        for result in self.results:
            with self.subTest(kind=result.input.kind, name=result.input.name):
                self.assertLessEqual(result.seconds, hostile.SECONDS)
                self.assertLessEqual(result.megabytes, hostile.MEGABYTES)

    def test_31_git(self):
        """Without a history, or with an odd one, everything works that needs none."""
        with tempfile.TemporaryDirectory() as holder:
            top = Path(holder).resolve()

            def git(folder, *words):
                subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True,
                               env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.invalid",
                                    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.invalid"})

            def register(name, *init):
                folder = top / name
                folder.mkdir()
                if init:
                    git(folder, "init", "-q", *init[1:])
                for number in (1, 2, 3):
                    for path, text in {**hostile.SOUND, OTHER_FILE: OTHER_TEXT, "count.yaml": f"# {number}\n"}.items():
                        (folder / path).write_text(text)
                    if init:
                        git(folder, "add", ".")
                        git(folder, "commit", "-q", "-m", "\x1b]0;owned\x07 message")
                return folder
            history = register("history", "git")
            git(top, "clone", "-q", "--depth", "1", f"file://{history}", "shallow")
            git(history, "worktree", "add", "-q", "../worktree", "HEAD~1")
            bare = register("none")
            broken_git = register("broken")
            (broken_git / ".git").write_text("gitdir: nowhere\n")
            empty = top / "empty"
            git(top, "init", "-q", "empty")
            for path, text in {**hostile.SOUND, OTHER_FILE: OTHER_TEXT}.items():
                (empty / path).write_text(text)
            folders = {"history": (history, True), "shallow": (top / "shallow", False), "worktree": (top / "worktree", True), "no repository": (bare, False),
                       "broken": (broken_git, False), "no commit": (empty, False), "SHA-256": (register("sha256", "git", "--object-format=sha256"), True)}
            for name, (folder, has_history) in folders.items():
                with self.subTest(name):
                    run = hostile.Run(folder, "check", "--format", "json")
                    self.assertEqual([OTHER], [(one["code"], one["line"], one["column"]) for one in json.loads(run.out)["diagnostics"]])
                    for form in ("github", "gitlab", "sarif"):
                        self.assertEqual(1, hostile.Run(folder, "check", "--format", form).exit)
                    since = hostile.Run(folder, "check", "--changed-since", "HEAD~1", "--lang", "en")
                    if has_history:
                        self.assertEqual(0, since.exit, since.err.decode())     # only count.yaml has changed
                    else:
                        self.assertIn(since.exit, (2, 3))
                        self.assertRegex(since.err.decode(), "HEAD~1|Git|git")
                    self.assertIsNone(hostile.CONTROL.search((since.out + since.err).decode()))
                    self.assertEqual(0, hostile.Run(folder, "list", "org").exit)


def measured_cases(starter):
    """Seconds and megabytes of every case of broken_test.py."""
    with tempfile.TemporaryDirectory() as holder:
        copies = broken.Copies(Path(holder).resolve())
        for case in broken.CASES:
            with copies.one(case.example, case.file) as register:
                broken.spoil(register, case.file, case.change)
                run = starter.run(hostile.ZSUP, "-C", register, "check", "--format", "json")
                yield run.seconds, run.megabytes, case.name


def summary(results) -> str:
    lines = [f"{len(results)} inputs: {sum(bool(result.faults) for result in results)} not as they must be"]
    for what, unit in (("seconds", "s"), ("megabytes", "MB")):
        most = sorted(results, key=lambda result: -getattr(result, what))[:8]
        lines.append("most " + what + ": " + "; ".join(f"{getattr(result, what):.2f} {unit} {result.input.name}" for result in most))
    return "\n".join(lines)


def markdown():
    starter = Starter()
    results = [Result(one, starter) for one in inputs.inputs()]
    print("| kind of fault | inputs | as they must be | most time, s | most memory, MB | the costliest |\n|---|---|---|---|---|---|")
    for kind, name in inputs.KINDS.items():
        mine = [result for result in results if result.input.kind == kind]
        if mine:
            worst = max(mine, key=lambda result: (result.seconds, result.megabytes))
            costliest = re.sub(r"([|`<>*_\\])", r"\\\1", worst.input.name)
            print(f"| {name} | {len(mine)} | {sum(not result.faults for result in mine)} | {max(one.seconds for one in mine):.2f} | "
                  f"{max(one.megabytes for one in mine):.0f} | {costliest if worst.seconds > 0.1 else ''} |")
    cases = list(measured_cases(starter))
    starter.close()
    print(f"| broken records of the examples | {len(cases)} | {sum(not case.differs for case in broken.CASES)} | {max(case[0] for case in cases):.2f} | {max(case[1] for case in cases):.0f} | |")


if __name__ == "__main__":
    if "--markdown" in sys.argv:
        markdown()
    else:
        unittest.main()
