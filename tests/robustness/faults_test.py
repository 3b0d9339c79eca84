#!/usr/bin/env python3
"""Disks that fill, break and vanish under the real program.

Every command that writes a file runs once to count the calls by which it does (open, write, fsync, rename, close …), then once for
each of them and each fault: no space left, an input/output error, the death of the process, and its death in the middle of a write.
Whatever happens, each file is the old one or the new one; an error ends in exit code 3 with its reason in words; nothing is left over
but by a process that was killed, and what that left is gone after the next run. The calls are met by fault_shim.cpp (LD_PRELOAD).
"""

import contextlib
import errno
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from build_kind import not_tested, passed_on, sanitized

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
SHIM = os.environ.get("FAULT_SHIM", str(REPOSITORY / "build/dev/tests/robustness/libfault_shim.so"))
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1531612800",
               **passed_on()}
REASONS = {errno.ENOSPC: "no space left", errno.EIO: "the disk reports an error"}
LEFT_OVER = re.compile(r"(^|/)\.zsup-tmp-")
KILLED = -signal.SIGKILL


def zsup(folder: Path, words, stdout=subprocess.PIPE, **shim) -> subprocess.CompletedProcess:
    faults = {f"FAULT_{name.upper()}": str(value) for name, value in shim.items()}
    return subprocess.run([ZSUP, "-j", "1", "--lang", "en", *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                          timeout=60, check=False, env={**ENVIRONMENT, **({"LD_PRELOAD": SHIM, **faults} if shim else {})})


def files_in(folder: Path) -> dict:
    """Path → bytes, of every file below."""
    found = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = Path(top) / name
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def make_so(folder: Path, files: dict):
    """Writes, and takes away, what is not as it should be."""
    now = files_in(folder)
    for path in now.keys() - files.keys():
        (folder / path).unlink()
    for path, content in files.items():
        if now.get(path) != content:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


@dataclass
class Command:
    words: tuple
    old: tuple = ()            # (path, text) of files that are there before
    together: bool = True      # the files are there all or none, unless the process dies
    reads: bool = False        # reading fails, too
    tries_again: bool = False  # a fault that does not come again does no harm
    issues: bool = False       # the next run issues what is left; see `after_death`


FIXABLE = ("组织/文化馆.yaml", "种类: 组织\n编号： 文化馆\n名称: 文化馆\n类型: 部门\n上级: 云栎区委\n")
FIXABLE_TOO = ("组织/图书馆.yaml", "种类: 组织\n编号: 图书馆\n名称： 图书馆\n类型: 部门\n上级: 云栎区委\n")
OLD = "what was there before\n" * 40

COMMANDS = [
    Command(("score", "q2", "-o", "new.md", "--format", "md"), reads=True),
    Command(("score", "q2", "-o", "old.md", "--format", "md", "--force"), (("old.md", OLD),)),
    Command(("status", "q2", "-o", "old.csv", "--format", "csv", "--force"), (("old.csv", OLD),)),
    Command(("stats", "2018-h1", "-o", "old.json", "--format", "json", "--force"), (("old.json", OLD),)),
    Command(("list", "org", "-o", "old.md", "--format", "md", "--force"), (("old.md", OLD),)),
    Command(("trend", "-o", "old.md", "--format", "md", "--force"), (("old.md", OLD),)),
    Command(("remind", "q2", "-o", "old.txt", "--force"), (("old.txt", OLD),)),
    Command(("schema", "org", "-o", "old.json", "--force"), (("old.json", OLD),)),
    Command(("check", "--format", "sarif", "-o", "old.sarif", "--force"), (("old.sarif", OLD),)),
    Command(("letter", "q2", "--leader", "晏知衡", "-o", "new.md")),
    Command(("letter", "q2", "--leader", "晏知衡", "-o", "old.md", "--force"), (("old.md", OLD),)),
    Command(("letter", "q2", "--all", "-o", "papers")),
    Command(("letter", "q2", "--all", "-o", "papers", "--force"), (("papers/notice-晏知衡.md", OLD),), together=False),
    Command(("letter", "q2", "--all", "--issue", "-o", "papers"), issues=True),
    Command(("new", "org", "id=文化馆", "name=文化馆", "type=department", "-o", "组织/文化馆.yaml")),
    Command(("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018", "--record")),
    Command(("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018", "-o", "new.md", "--format", "md")),
    Command(("check", "--fix"), (FIXABLE, FIXABLE_TOO), together=False, tries_again=True),
    Command(("init", "sub")),
]


def skipped(calls, at: int) -> bool:
    """Of a long row of calls of one kind, the first three, the last two and every fifth are enough."""
    same = [number for number, (name, about) in enumerate(calls, 1) if name == calls[at - 1][0] and about[:1] == calls[at - 1][1][:1]]
    place = same.index(at)
    return 3 <= place < len(same) - 2 and place % 5 != 0


class Faults(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        # In memory where there is such a place: the faults are made, and waiting for a disk adds nothing to them.
        holder = tempfile.TemporaryDirectory(prefix="zsup-faults-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None)
        cls.addClassCleanup(holder.cleanup)
        cls.top = Path(holder.name).resolve()
        cls.sound = files_in(REPOSITORY / "examples/starter")
        cls.runs, cls.endings, cls.began = 0, Counter(), time.monotonic()

    @classmethod
    def tearDownClass(cls):
        print(f"faults: {cls.runs} in {time.monotonic() - cls.began:.0f} s; "
              + ", ".join(f"{count} {name}" for name, count in cls.endings.most_common()), file=sys.stderr)

    def register(self, name: str, files=()) -> Path:
        folder = self.top / name
        make_so(folder, {**self.sound, **{path: text.encode() for path, text in files}})
        return folder

    # ---- every call of every command

    def test_every_call_of_every_command(self):
        if sanitized(ZSUP):
            not_tested(self, "calls that fail one by one, since a sanitizer brings its own versions of them")
        with ThreadPoolExecutor(4) as pool:
            told = list(pool.map(lambda numbered: self.all_faults(*numbered), enumerate(COMMANDS)))
        for command, (count, faults) in zip(COMMANDS, told):
            with self.subTest(command=" ".join(command.words)):
                self.assertGreaterEqual(count, 20)
                self.assertFalse(faults, "\n".join(faults))
        type(self).runs += sum(count for count, _ in told)
        self.assertGreater(self.runs, 1000)

    def all_faults(self, number: int, command: Command):
        folder = self.register(f"command-{number}", command.old)
        if command.reads:
            time.sleep(4)   # a file of the last two seconds is read in another way, with other calls
        before = files_in(folder)
        log = self.top / f"log-{number}"
        reads = {"reads": 1} if command.reads else {}
        whole = zsup(folder, command.words, log=log, **reads)
        after = files_in(folder)
        assert whole.returncode == 0, whole.stderr.decode()
        assert after != before, "the command writes nothing"
        calls = [line.split(" ", 1) for line in log.read_text("utf-8").splitlines()]
        assert {"open", "write", "fsync", "rename", "close"} <= {name for name, _ in calls}, calls
        count, faults = 0, []
        for at, (name, about) in enumerate(calls, 1):
            if skipped(calls, at):
                continue
            for act in (errno.ENOSPC, errno.EIO, "full", "kill", "torn"):
                if act == "torn" and name != "write" or act == "full" and (about.startswith("<") or name in ("close", "read", "chmod")):
                    continue
                make_so(folder, before)
                count += 1
                try:
                    self.one(folder, command, before, after, at, (name, about), act, reads)
                except AssertionError as error:
                    faults.append(f"call {at}, {name} {about}: {act}: {error}")
        shutil.rmtree(folder)
        return count, faults

    def one(self, folder, command, before, after, at, call, act, reads):
        how = {"do": errno.ENOSPC, "stays": 1} if act == "full" else {"do": act}
        run = zsup(folder, command.words, at=at, **how, **reads)
        now = files_in(folder)
        left = [path for path in now if LEFT_OVER.search(path)]
        self.whole(now, before, after)
        if act in ("kill", "torn"):
            self.endings["killed"] += 1
            assert run.returncode == KILLED, f"exit code {run.returncode}"
            assert len(left) <= len(after), left
            self.after_death(folder, command, before, after)
            return
        self.endings["exit code %d" % run.returncode] += 1
        message = run.stderr.decode()
        assert not left, f"left over: {left}"
        if call[1].startswith("附件/") and run.returncode == 1:     # an attachment is looked at, not opened: a finding about it
            assert "ZS207" in message and now == before
            return
        assert run.returncode in (0, 3), f"exit code {run.returncode}: {message}"
        if run.returncode == 0:
            # What closing says does not matter after fsync, a folder that is there already need not be made, nobody can be told
            # that nothing can be told, "." is looked at for what an earlier run left, and what could not be read at once is read again.
            assert call[0] in ("close", "mkdir", "read") or call[1] in ("<2>", ".") or command.tries_again and act != "full", "the fault is not reported"
            assert now == after, "it says that all is well"
            return
        assert REASONS.get(act, REASONS[errno.ENOSPC]) in message, f"the reason is not told: {message}"
        assert "\n" in message and len(message) < 2000
        if command.together:
            changed = {path for path in after if after[path] != before.get(path)}
            new = {path for path in changed if now.get(path) == after[path]}
            assert new in (set(), changed), f"only {new} of {changed}"

    def whole(self, now, before, after):
        for path in before.keys() | after.keys() | now.keys():
            if not LEFT_OVER.search(path):
                assert now.get(path) in (before.get(path), after.get(path)), f"{path} is neither the old file nor the new one: {now.get(path)!r:.300}"

    def after_death(self, folder, command, before, after):
        """The next run ends the work and takes away what was left."""
        done = files_in(folder) == after
        run = zsup(folder, command.words)
        if run.returncode != 0 and done:
            pass                # there was nothing left to do: the record is there
        elif run.returncode in (2, 3) and re.search(b"exist|there already", run.stderr):   # some or all of it had been done: that is said, not overwritten
            run = zsup(folder, [*command.words, "--force"])
        now = files_in(folder)
        if command.issues:
            # What had been recorded is issued: its paper is printed again, from the record; the others got the next numbers.
            assert run.returncode in (0, 1, 3), run.stderr.decode()
            again = zsup(folder, ["letter", "q2", "--all", "-o", "papers", "--force"])
            assert again.returncode == 0, again.stderr.decode()
            checked = zsup(folder, ["check"])
            assert checked.returncode == 0, checked.stdout.decode()
            now = files_in(folder)
        else:
            assert run.returncode == 0 or done, run.stderr.decode()
        assert now == after, f"differs from a run without a fault: {[path for path in now.keys() | after.keys() if now.get(path) != after.get(path)]}"

    # ---- what prints

    PRINTING = (("score", "q2"), ("status", "q2"), ("stats", "2018-h1"), ("list", "org"), ("trend",), ("remind", "q2"), ("letter", "q2", "--all"),
                ("schema", "org"), ("explain", "ZS101"), ("completion", "bash"), ("config",), ("check", "--format", "json"), ("new", "org", "-o", "-"),
                ("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018"), ("--help",), ("--version",), ("letter", "--help"))

    def test_full_device(self):
        folder = self.register("printing")
        for words in self.PRINTING:
            with self.subTest(words), open("/dev/full", "wb") as full:
                run = zsup(folder, words, stdout=full)
                self.assertEqual(3, run.returncode)
                self.assertIn("no space left", run.stderr.decode())
        run = zsup(folder, ("score", "q2", "-o", "/dev/full", "--force"))
        self.assertEqual(3, run.returncode)
        self.assertIn("no space left", run.stderr.decode())
        self.assertTrue(Path("/dev/full").is_char_device())

    def test_closed_pipe(self):
        folder = self.register("printing")
        for words in self.PRINTING:
            with self.subTest(words):
                reading, writing = os.pipe()
                os.close(reading)
                run = zsup(folder, words, stdout=writing)
                os.close(writing)
                self.assertIn(run.returncode, (0, -signal.SIGPIPE))
                self.assertNotRegex(run.stderr.decode().lower(), "pipe|error")

    def test_closed_streams(self):
        """Without a standard output or error there is nobody to tell; no file that is opened may get their numbers and their text."""
        folder = self.register("printing")
        before = files_in(folder)
        for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
            with self.subTest(closed):
                run = subprocess.run(["sh", "-c", f'"$0" score q2 -o new.md --format md {closed}', ZSUP], cwd=folder, env=ENVIRONMENT,
                                     capture_output=True, check=False, timeout=60)
                self.assertIn(run.returncode, (0, 3))
                now = files_in(folder)
                if run.returncode == 0:
                    self.assertIn("new.md", now)
                    plain = zsup(folder, ("score", "q2", "--format", "md", "--lang", "zh"))
                    self.assertEqual(plain.stdout, now.pop("new.md"))
                self.assertEqual(before, now)
                make_so(folder, before)

    # ---- a disk that is really full

    @contextlib.contextmanager
    def small_disk(self, kilobytes: int):
        disk = self.top / "small"
        disk.mkdir(exist_ok=True)
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "zsup-faults", disk], capture_output=True, check=False)
        if mount.returncode != 0:
            not_tested(self, "a disk that is really full, since nothing may be mounted here: " + mount.stderr.decode().strip())
        try:
            yield disk
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_small_disk(self):
        district = REPOSITORY / "examples/district"
        with self.small_disk(64) as disk:
            old = {"old.md": OLD.encode(), "papers/notice-lin.md": OLD.encode()}
            make_so(disk, old)
            with open(disk / "filler", "wb", buffering=0) as filler, contextlib.suppress(OSError):
                while filler.write(b"x" * 1024):
                    pass
            old = files_in(disk)
            for words in (("list", "finding", "--format", "json", "-o", disk / "old.md", "--force"), ("list", "finding", "--format", "json", "-o", disk / "new.md"),
                          ("letter", "q2", "--all", "-o", disk / "papers"), ("init", disk / "register")):
                with self.subTest(words[0]):
                    run = zsup(district, words)
                    self.assertEqual(3, run.returncode, run.stderr.decode())
                    self.assertIn("no space left", run.stderr.decode())
                    self.assertTrue(old == files_in(disk), "something has changed, or is left over")
            (disk / "filler").unlink()
            self.assertEqual(0, zsup(district, ("score", "q2", "-o", disk / "new.md")).returncode)

    def test_limit_of_file_size(self):
        """The other way in which there is no room: the shell's ulimit, and its signal."""
        folder = self.register("limited", [("old.md", OLD)])
        before = files_in(folder)
        run = subprocess.run([ZSUP, "--lang", "en", "list", "org", "-o", "old.md", "--force"], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)), timeout=60)
        self.assertEqual(3, run.returncode, run.stderr.decode())
        self.assertIn("too large", run.stderr.decode())
        self.assertEqual(before, files_in(folder))

    def test_out_of_descriptors(self):
        folder = self.register("limited")
        before = files_in(folder)
        for limit in (3, 4, 5, 6, 7, 8):
            with self.subTest(limit):
                if limit < 9 and sanitized(ZSUP):
                    not_tested(self, f"{limit} descriptors, since a sanitizer needs a pipe to look at an object")
                run = subprocess.run([ZSUP, "--lang", "en", "score", "q2", "-o", "new.md"], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False,
                                     preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)), timeout=60)
                if run.returncode == 127:
                    continue    # not even its libraries could be loaded
                self.assertIn(run.returncode, (0, 2, 3), run.stderr)
                now = files_in(folder)
                self.assertEqual(run.returncode == 0, now.pop("new.md", None) is not None)
                self.assertEqual(before, now)
                make_so(folder, before)

    # ---- two at once

    def both(self, folder, first, second):
        running = [subprocess.Popen([ZSUP, "--lang", "en", *words], cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE) for words in (first, second)]
        told = [process.communicate(timeout=60) for process in running]
        return [process.returncode for process in running], [err.decode() for _, err in told]

    def test_two_write_one_file(self):
        folder = self.register("two-write")
        forms = [zsup(folder, ("score", "q2", "--format", form)).stdout for form in ("json", "csv")]
        sound = files_in(folder)
        winners = Counter()
        for _ in range(15):
            codes, told = self.both(folder, *[("score", "q2", "--format", form, "-o", "one", "--force") for form in ("json", "csv")])
            self.assertEqual([0, 0], codes, told)
            now = files_in(folder)
            winners[forms.index(now.pop("one"))] += 1     # a mixture is neither
            self.assertEqual(sound, now, "nothing is left over")
        self.endings[f"races, won {winners[0]} to {winners[1]}"] += 1

    def test_two_make_one_file(self):
        """Where nothing may be overwritten, one of them makes the file and the other one is told."""
        folder = self.register("two-make")
        sound = files_in(folder)
        for _ in range(10):
            make_so(folder, sound)
            codes, told = self.both(folder, *[("new", "org", f"id={name}", "-o", "组织/新.yaml") for name in ("one", "two")])
            self.assertEqual(1, codes.count(0), told)
            lost = codes.index(next(code for code in codes if code != 0))
            self.assertIn(codes[lost], (2, 3))
            self.assertIn("exist", told[lost])
            now = files_in(folder)
            self.assertIn(("one", "two")[1 - lost].encode(), now.pop("组织/新.yaml"))
            self.assertEqual(sound, now)

    def test_two_issue_letters(self):
        """Numbers are given once."""
        folder = self.register("two-issue")
        sound = files_in(folder)
        for _ in range(5):
            make_so(folder, sound)
            codes, told = self.both(folder, *[("letter", "q2", "--all", "--issue", "-o", name) for name in ("one", "two")])
            self.assertEqual([0, 1], sorted(codes), told)
            numbers = [re.search(r"文号: (.*)", text.decode())[1] for path, text in files_in(folder).items() if path.startswith("函件/")]
            self.assertEqual(len(numbers), len(set(numbers)))
            self.assertEqual(3, len(numbers))
            checked = zsup(folder, ("check", "--format", "json"))
            self.assertEqual([], json.loads(checked.stdout)["diagnostics"])


if __name__ == "__main__":
    unittest.main()
