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
import random
import re
import resource
import shutil
import signal
import struct
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
LEFT_OVER = re.compile(r"(^|/)\.zsup-(tmp-|pending$)")
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


def folders_in(folder: Path) -> set:
    return {(Path(top) / name).relative_to(folder).as_posix() for top, names, _ in os.walk(folder) for name in names}


def make_so(folder: Path, files: dict):
    """Writes, and takes away, what is not as it should be."""
    wanted = {parent.as_posix() for path in files for parent in Path(path).parents}
    for path in sorted(folders_in(folder) - wanted, reverse=True):
        shutil.rmtree(folder / path)
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
    reads: bool = False        # reading fails, too
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
    Command(("letter", "q2", "--all", "-o", "papers", "--force"), (("papers/notice-晏知衡.md", OLD),)),
    Command(("letter", "q2", "--all", "--issue", "-o", "papers"), issues=True),
    Command(("new", "org", "id=文化馆", "name=文化馆", "type=department", "-o", "组织/文化馆.yaml")),
    Command(("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018", "--record")),
    Command(("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018", "--record", "-o", "new.md", "--format", "md")),
    Command(("draw", "q2", "--pool", "leaders", "--count", "1", "--seed", "2018", "-o", "new.md", "--format", "md")),
    Command(("check", "--fix"), (FIXABLE, FIXABLE_TOO)),
    Command(("init", "sub")),
]


def skipped(calls, at: int) -> bool:
    """Of a long row of calls of one kind, the first three, the last two and every fifth are enough."""
    same = [number for number, (name, about) in enumerate(calls, 1) if name == calls[at - 1][0] and about[:1] == calls[at - 1][1][:1]]
    place = same.index(at)
    return 3 <= place < len(same) - 2 and place % 5 != 0


@dataclass
class Event:
    """What a run did to a name or to the bytes of a file."""
    number: int
    what: str
    folder: str
    names: tuple
    about: int
    durable: bool = False

    def paths(self):
        return {os.path.join(self.folder, name) for name in self.names}


def read_trace(path: Path) -> list:
    if not path.exists():
        return []
    events = []
    for line in path.read_bytes().split(b"\0\n")[:-1]:
        number, what, folder, first, second, about = (field.decode() for field in line.split(b"\0"))
        events.append(Event(int(number), what, folder, tuple(name for name in (first, second) if name), int(about)))
    return events


def take_back(folder: Path, events: list, keep: Path, is_kept) -> list:
    """Makes the folder what it may be after a power cut: what was not made durable (fsync of the folder for a name, of the file for
    its bytes) is lost unless it `is_kept`, and with it what rests on it."""
    names = [event for event in events if event.what not in ("write", "fsync")]
    for at, event in enumerate(events):
        if event.what != "fsync":
            continue
        for earlier in events[:at]:
            if earlier.what == "write":
                earlier.durable |= earlier.about == event.about
            elif earlier.what != "fsync":
                earlier.durable |= earlier.folder == event.folder
    lost, touched, gone = [], set(), set()
    for event in names:
        paths = event.paths()
        below = any(event.folder == one or event.folder.startswith(one + "/") for one in gone)
        if event.durable and not below:
            assert not paths & touched, f"{event} is durable and rests on what is not"
        elif below or paths & touched or not is_kept():
            touched |= paths
            lost.append(event)
            gone |= paths if event.what == "mkdir" else set()
    for event in reversed(lost):
        paths = [Path(event.folder) / name for name in event.names]
        kept = keep / str(event.number)
        if event.what == "create":
            paths[0].unlink(missing_ok=True)
        elif event.what == "mkdir":
            shutil.rmtree(paths[0], ignore_errors=True)
        elif event.what == "rmdir":
            paths[0].mkdir(exist_ok=True)
        elif event.what == "unlink":
            os.link(kept, paths[0])
        elif event.what == "rename":
            os.rename(paths[1], paths[0])
            if kept.exists():
                os.link(kept, paths[1])
        elif event.what == "exchange":
            between = paths[0].with_name(".between")
            os.rename(paths[0], between)
            os.rename(paths[1], paths[0])
            os.rename(between, paths[1])
    unsynced = {event.about for event in events if event.what == "write" and not event.durable}
    for top, _, found in os.walk(folder):
        for name in found:
            path = Path(top) / name
            status = path.lstat()
            if status.st_ino in unsynced and not is_kept():
                os.truncate(path, status.st_size // 2)
    return [f"{event.what} {' '.join(event.names)}" for event in lost]


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
            # What closing says does not matter after fsync, what cannot be taken away at once is tried again, a list that cannot be
            # marked as ours is done without, nobody can be told that nothing can be told, "." is looked at for what an earlier run
            # left, and what could not be read at once is read again.
            assert call[0] in ("close", "unlink", "chmod", "read") or call[1] in ("<2>", "."), "the fault is not reported"
            assert now == after, "it says that all is well"
            return
        assert REASONS.get(act, REASONS[errno.ENOSPC]) in message, f"the reason is not told: {message}"
        assert "\n" in message and len(message) < 2000
        if "--fix" in command.words and call[0] == "open" and not LEFT_OVER.search(call[1]):
            return      # one that cannot be looked at is left as it is, and the others are corrected
        self.all_or_nothing(folder, before, after)

    def all_or_nothing(self, folder, before, after):
        now = files_in(folder)
        assert now in (before, after), f"neither what was nor what is to be: {sorted(path for path in now.keys() | after.keys() if now.get(path) != after.get(path))}"
        folders = {parent.as_posix() for path in now for parent in Path(path).parents} - {"."}
        assert folders_in(folder) == folders, f"folders are left: {folders_in(folder) - folders}"

    def whole(self, now, before, after):
        for path in before.keys() | after.keys() | now.keys():
            if not LEFT_OVER.search(path):
                assert now.get(path) in (before.get(path), after.get(path)), f"{path} is neither the old file nor the new one: {now.get(path)!r:.300}"

    def after_death(self, folder, command, before, after):
        """The next run ends the work and takes away what was left."""
        done = {path: content for path, content in files_in(folder).items() if not LEFT_OVER.search(path)} == after
        run = zsup(folder, command.words)
        message = run.stderr.decode()
        if run.returncode in (1, 2) and re.search("no letter to be issued|has a draw on record|is a register already|is taken in", message):
            assert done or re.search("ended first", message), message    # there was nothing left to do: it was done, or has been ended
        elif run.returncode in (2, 3) and re.search("exist", message):   # it had been done: that is said, and not overwritten
            run = zsup(folder, [*command.words, "--force"])
            assert run.returncode == 0, run.stderr.decode()
        else:
            assert run.returncode == 0, message
        now = files_in(folder)
        if done:    # the next run had nothing to write: what is left over goes with the one that has
            now = {path: content for path, content in now.items() if not LEFT_OVER.search(path)}
        assert now == after, f"differs from a run without a fault: {sorted(path for path in now.keys() | after.keys() if now.get(path) != after.get(path))}: {message}"

    # ---- what a file has besides its bytes

    def test_never_open_to_more(self):
        """The temporary file is at no step open to anybody to whom the file that it is to replace is not."""
        if sanitized(ZSUP):
            not_tested(self, "the mode at every call, since a sanitizer brings its own versions of them")
        folder = self.register("modes", [("old.md", OLD)])
        words = ("score", "q2", "-o", "old.md", "--format", "md", "--force")
        (folder / "old.md").chmod(0o640)
        log = self.top / "modes-log"
        self.assertEqual(0, zsup(folder, words, log=log).returncode)
        seen = 0
        for at in range(1, len(log.read_text("utf-8").splitlines()) + 1):
            (folder / "old.md").write_text(OLD)
            (folder / "old.md").chmod(0o640)
            self.assertEqual(KILLED, zsup(folder, words, at=at, do="kill").returncode)
            for path in folder.glob(".zsup-tmp-*"):
                self.assertEqual(0, path.stat().st_mode & 0o777 & ~0o640, f"call {at}")
                seen += 1
                path.unlink()
        self.assertGreater(seen, 2)
        self.assertEqual(0o640, (folder / "old.md").stat().st_mode & 0o777)

    def test_what_cannot_be_kept_is_told(self):
        """Someone else's file in a folder of one's own: it is replaced, is one's own from then on, and that is told."""
        if os.geteuid() != 0:
            not_tested(self, "a file of another user's, since this is not run by root")
        folder = self.register("owner", [("old.md", OLD)])
        for path in (self.top, folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534)
        os.chown(folder / "old.md", 1, 1)
        (folder / "old.md").chmod(0o660)
        program = shutil.copy(ZSUP, self.top / "zsup")
        os.chmod(program, 0o755)
        run = subprocess.run([program, "--lang", "en", "score", "q2", "-o", "old.md", "--force"], cwd=folder, env=ENVIRONMENT, capture_output=True,
                             check=False, timeout=60, user=65534, group=65534, extra_groups=[])
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertIn("owner, group or attributes were not kept", run.stderr.decode())
        status = (folder / "old.md").stat()
        self.assertEqual((65534, 0o600), (status.st_uid, status.st_mode & 0o777), "a group that is another one gets no more than anybody")

    def test_access_lists_and_attributes(self):
        """Whatever writes over a file hands on its access list and its attributes: nobody gains or loses a file by a correction."""
        access = struct.pack("<IHHiHHiHHiHHiHHi", 2, 1, 6, -1, 2, 4, 12345, 4, 4, -1, 16, 4, -1, 32, 0, -1)
        notice = "papers/notice-晏知衡.md"
        for words, path, text in ((("check", "--fix"), *FIXABLE), (("score", "q2", "-o", "old.md", "--force"), "old.md", OLD),
                                  (("letter", "q2", "--leader", "晏知衡", "-o", "old.md", "--force"), "old.md", OLD),
                                  (("letter", "q2", "--all", "--issue", "-o", "papers", "--force"), notice, OLD),
                                  (("new", "org", "id=文化馆", "-o", "old.yaml", "--force"), "old.yaml", OLD)):
            folder = self.register("attributes", [(path, text)])
            kept = {"system.posix_acl_access": access, "user.note": "秘".encode()}
            for name, value in list(kept.items()):
                try:
                    os.setxattr(folder / path, name, value)
                except OSError:
                    del kept[name]
            if not kept:
                not_tested(self, "access lists and attributes, which this file system does not have")
            run = zsup(folder, words)
            with self.subTest(words, kept=sorted(kept)):
                self.assertEqual(0, run.returncode, run.stderr)
                self.assertNotEqual(text, (folder / path).read_text("utf-8"), "it has been written")
                for name, value in kept.items():
                    self.assertEqual(value, os.getxattr(folder / path, name), name)
            shutil.rmtree(folder)

    # ---- signals

    def test_signals(self):
        """Ctrl-C and its like at every step: all or nothing, and nothing is left over."""
        if sanitized(ZSUP):
            not_tested(self, "signals at every call, since a sanitizer brings its own versions of them")
        with ThreadPoolExecutor(4) as pool:
            told = list(pool.map(lambda numbered: self.all_signals(*numbered), enumerate(COMMANDS)))
        for command, (count, faults) in zip(COMMANDS, told):
            with self.subTest(command=" ".join(command.words)):
                self.assertGreaterEqual(count, 6)
                self.assertFalse(faults, "\n".join(faults))
        type(self).runs += sum(count for count, _ in told)

    def all_signals(self, number: int, command: Command):
        folder = self.register(f"signals-{number}", command.old)
        before = files_in(folder)
        log = self.top / f"signals-log-{number}"
        whole = zsup(folder, command.words, log=log)
        assert whole.returncode == 0, whole.stderr.decode()
        after = files_in(folder)
        calls = [line.split(" ", 1) for line in log.read_text("utf-8").splitlines()]
        count, faults = 0, []
        for at, (name, about) in enumerate(calls, 1):
            if skipped(calls, at):
                continue
            which = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[at % 3]
            make_so(folder, before)
            count += 1
            run = zsup(folder, command.words, at=at, do=f"signal {int(which)}")
            try:
                assert run.returncode == 128 + which, f"exit code {run.returncode}: {run.stderr.decode()}"
                self.all_or_nothing(folder, before, after)
                assert files_in(folder) == before or b"interrupted" not in run.stderr
            except AssertionError as error:
                faults.append(f"call {at}, {name} {about}, signal {which}: {error}")
            self.endings["interrupted"] += 1
        shutil.rmtree(folder)
        return count, faults

    def test_signal_before_a_reader(self):
        """Letters are issued and nobody takes them from the pipe: Ctrl-C takes the numbers back."""
        folder = self.register("signal-pipe")
        before = files_in(folder)
        for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            reading, writing = os.pipe()
            with contextlib.suppress(BlockingIOError):
                os.set_blocking(writing, False)
                while os.write(writing, b"x" * 4096):
                    pass
            os.set_blocking(writing, True)
            running = subprocess.Popen([ZSUP, "--lang", "en", "letter", "q2", "--all", "--issue"], cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                       stdout=writing, stderr=subprocess.PIPE)
            deadline = time.monotonic() + 30
            while not any(path.startswith("函件/") and not LEFT_OVER.search(path) for path in files_in(folder)) and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(0.05)
            running.send_signal(which)
            _, told = running.communicate(timeout=30)
            os.close(reading)
            os.close(writing)
            self.assertEqual(128 + which, running.returncode, told)
            self.assertEqual(before, files_in(folder))

    def test_ignored_signals(self):
        """What nohup has ignored stays ignored."""
        folder = self.register("signal-ignored")
        run = subprocess.run([ZSUP, "score", "q2", "-o", "new.md"], cwd=folder, capture_output=True, check=False, timeout=60,
                             preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
                             env={**ENVIRONMENT, "LD_PRELOAD": SHIM, "FAULT_AT": "3", "FAULT_DO": "signal 1"})
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertIn("new.md", files_in(folder))

    # ---- the power goes

    def test_power_cut(self):
        """The process dies at a call, and the disk has kept of names and bytes only what was made durable, or some of the rest, in
        any order. Then each path holds its old bytes or its new ones, and the next run ends what was begun or begins anew."""
        if sanitized(ZSUP):
            not_tested(self, "power cuts, since a sanitizer brings its own versions of the calls")
        chosen = [command for command in COMMANDS if command.words[0] in ("init", "draw") or "--fix" in command.words or "--all" in command.words]
        with ThreadPoolExecutor(4) as pool:
            told = list(pool.map(lambda numbered: self.all_power_cuts(*numbered), enumerate(chosen)))
        for command, (count, faults) in zip(chosen, told):
            with self.subTest(command=" ".join(command.words)):
                self.assertGreaterEqual(count, 20)
                self.assertFalse(faults, "\n".join(faults))
        type(self).runs += sum(count for count, _ in told)

    def all_power_cuts(self, number: int, command: Command):
        folder = self.register(f"power-{number}", command.old)
        before = files_in(folder)
        log = self.top / f"power-log-{number}"
        whole = zsup(folder, command.words, log=log)
        assert whole.returncode == 0, whole.stderr.decode()
        after = files_in(folder)
        calls = [line.split(" ", 1) for line in log.read_text("utf-8").splitlines()]
        count, faults = 0, []
        chance = random.Random(number)
        for at, (name, about) in enumerate(calls, 1):
            if skipped(calls, at) or name == "close":
                continue
            for kept in (0.0, 0.5, 0.5, 1.0):
                make_so(folder, before)
                trace, keep = self.top / f"power-trace-{number}", self.top / f"power-keep-{number}"
                trace.unlink(missing_ok=True)
                shutil.rmtree(keep, ignore_errors=True)
                keep.mkdir()
                run = zsup(folder, command.words, at=at, do="kill", trace=trace, keep=keep)
                assert run.returncode == KILLED
                lost = take_back(folder, read_trace(trace), keep, lambda: chance.random() < kept)
                shutil.rmtree(keep)
                count += 1
                try:
                    self.whole(files_in(folder), before, after)
                    self.after_death(folder, command, before, after)
                except AssertionError as error:
                    faults.append(f"call {at}, {name} {about}, lost {lost}: {error}")
                self.endings["power cut"] += 1
        shutil.rmtree(folder)
        return count, faults

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

    def test_a_record_that_nobody_is_told_of(self):
        """`new` says which file it made; where it cannot, it makes none."""
        folder = self.register("untold")
        before = files_in(folder)
        for where in (">&-", ">/dev/full"):
            run = subprocess.run(["sh", "-c", f'"$0" --lang en new org id=文化馆 {where}', ZSUP], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False,
                                 timeout=60)
            with self.subTest(where):
                self.assertEqual(3, run.returncode, run.stderr)
                self.assertIn("standard output", run.stderr.decode())
                self.assertEqual(before, files_in(folder))

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

    # ---- memory and stack

    def differing(self, now, wanted):
        return sorted(path for path in now.keys() | wanted.keys() if now.get(path) != wanted.get(path))

    def test_out_of_memory(self):
        """Any allocation may fail: exit code 3 and a line that says why, nothing written by halves, no crash."""
        if sanitized(ZSUP):
            not_tested(self, "allocations that fail, since a sanitizer brings its own")
        folder = self.register("memory")
        chance = random.Random(1)
        for words, threads in ((("check", "--format", "json"), "1"), (("score", "q2"), "4"), (("letter", "q2", "--all", "--issue", "-o", "papers"), "1"),
                               (("check", "--fix"), "2"), (("init", "sub"), "1"), (("list", "org", "-o", "new.md"), "1")):
            make_so(folder, {**self.sound, **({FIXABLE[0]: FIXABLE[1].encode()} if "--fix" in words else {})})
            start = files_in(folder)
            whole = zsup(folder, ("-j", threads, *words))
            self.assertEqual(0, whole.returncode, whole.stderr)
            after = files_in(folder)
            told, places = Counter(), [*range(1, 40), *(int(1.17 ** power) for power in range(24, 75)), *(chance.randrange(40, 30_000) for _ in range(40))]
            for at in places:
                make_so(folder, start)
                run = zsup(folder, ("-j", threads, *words), memory=at, **({"stays": 1} if at % 3 == 0 else {}))
                with self.subTest(words, at=at):
                    self.assertIn(run.returncode, (0, 3), run.stderr)
                    told[run.returncode] += 1
                    now = files_in(folder)
                    if run.returncode == 3:
                        # Of a file that could not be read for it, check tells among all it found.
                        self.assertRegex((run.stderr + run.stdout).decode(), "memory|内存不足")  # where it comes before the language is known
                        # What has been written may be what can no longer be told.
                        self.assertTrue(now in (start, after), f"{self.differing(now, start)} {run.stderr}")
                    else:
                        self.assertTrue(now == after, f"{self.differing(now, after)} {run.stderr}")
                        self.assertEqual(whole.stdout, run.stdout)
            self.assertGreater(told[3], 30, words)
            type(self).runs += len(places)

    def test_small_stack(self):
        """What zsup needs does not depend on the stack that a shell leaves it."""
        folder = self.register("stack")
        (folder / "深.yaml").write_text("种类: 组织\n编号: 深\n名称: 深\nx-a: " + "[" * 60 + "]" * 60 + "\n")
        (folder / "太深.yaml").write_text("种类: 组织\n编号: 太深\n名称: " + "[" * 50_000 + "\n")
        (folder / "折.yaml").write_text("种类: 组织\n编号: 折\n名称: 折\nx-a:\n" + "".join(" " * (depth + 1) + "a:\n" for depth in range(3000)))
        subprocess.run(["git", "init", "-q", folder], check=True)
        for words in (("check",), ("check", "-j", "4"), ("check", "--reader", "yaml-cpp"), ("check", "--format", "github"), ("check", "--fix", "--diff"),
                      ("list", "org", "--allow-errors"), ("letter", "q2", "--all", "--allow-errors"), ("check", "--changed-since", "HEAD")):
            codes = {}
            for kilobytes in (64, 8192):
                run = subprocess.run([ZSUP, *words], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False, timeout=60,
                                     preexec_fn=lambda size=kilobytes * 1024: resource.setrlimit(resource.RLIMIT_STACK, (size, size)))
                codes[kilobytes] = (run.returncode, run.stdout, run.stderr)
            with self.subTest(words):
                self.assertIn(codes[8192][0], (0, 1, 2))
                self.assertEqual(codes[8192], codes[64])

    def test_rewritten_in_place(self):
        """A file that is written over while it is read is read as it was or as it is, never as a mixture."""
        folder = self.register("in-place")
        path = folder / "组织/大.yaml"
        texts = [f"种类: 组织\n编号: 大\n名称: 大\n类型: 部门\n上级: 云栎区委\n{word}: 1\n# {word * 60_000}\n{word}也: 1\n".encode() for word in ("甲", "乙")]
        path.write_bytes(texts[0])
        writer = ("import os, sys, time\npath = sys.argv[1]\ntexts = [open(name, 'rb').read() for name in sys.argv[2:]]\nfile = os.open(path, os.O_WRONLY)\n"
                  "print(flush=True)\nturn = 0\nwhile True:\n    turn += 1\n    began = time.monotonic()\n    os.pwrite(file, texts[turn % 2], 0)\n"
                  "    if time.monotonic() - began > 0.015: print(began, time.monotonic(), flush=True)\n")
        for number, text in enumerate(texts):
            (self.top / f"in-place-{number}").write_bytes(text)
        writing = subprocess.Popen([sys.executable, "-c", writer, path, self.top / "in-place-0", self.top / "in-place-1"], stdout=subprocess.PIPE)
        try:
            writing.stdout.readline()
            codes, mixed = Counter(), []
            for _ in range(100):
                began = time.monotonic()
                run = zsup(folder, ("check", "--format", "json"))
                codes[run.returncode] += 1
                if run.returncode == 1:     # both keys are unknown, of whichever text it was
                    if sum(word in run.stdout.decode() for word in "甲乙") != 1:
                        mixed.append((began, time.monotonic()))
            # A writer that the system puts aside in the middle of a write leaves a mixture on the disk itself, longer than anybody waits:
            # no other mixture is read.
            time.sleep(0.5)     # what it stands still in just now is told as well
            writing.kill()
            still = [tuple(map(float, line.split())) for line in writing.stdout.read().splitlines() if line.count(b" ") == 1]
            for begin, end in mixed:
                self.assertTrue(any(a < end and begin < b for a, b in still), "a mixture was read while the writer did not stand still")
            self.assertLessEqual(codes.keys(), {1, 3})
            self.endings[f"rewritten in place, {codes[1]} of 100 read"] += 1
        finally:
            writing.kill()
            writing.wait()
            writing.stdout.close()

    # ---- folders that change places

    def test_swapped_folders(self):
        """A folder and a link to another one change places all the time: no file behind the link is ever written."""
        folder, outside = self.register("swapped"), self.top / "swapped-outside"
        name, broken = FIXABLE[0].split("/")[1], FIXABLE[1]
        make_so(outside, {name: broken.encode(), "old.md": b"old", "sub/zsup.yaml": b""})
        before = files_in(outside)
        os.symlink(outside, folder / "link")
        swapper = ("import ctypes, sys\nswap = ctypes.CDLL(None).renameat2\na, b = (word.encode() for word in sys.argv[1:])\nprint(flush=True)\n"
                   "count = 0\nwhile swap(-100, a, -100, b, 2) == 0 and count < 3_000_000:\n    count += 1\n")
        swapping = subprocess.Popen([sys.executable, "-c", swapper, folder / "组织", folder / "link"], stdout=subprocess.PIPE)
        codes = Counter()
        try:
            swapping.stdout.readline()
            for turn in range(40):
                with contextlib.suppress(OSError):      # it may be the link just now
                    real = folder / ("link" if (folder / "组织").is_symlink() else "组织")
                    number = os.open(real, os.O_DIRECTORY | os.O_NOFOLLOW)
                    with open(name, "w", encoding="utf-8", opener=lambda path, flags, at=number: os.open(path, flags, dir_fd=at)) as file:
                        file.write(broken)
                    os.close(number)
                for words in (("check", "--fix"), ("score", "q2", "-o", "组织/old.md", "--force"), ("new", "org", f"id=新-{turn}", f"name=新-{turn}", "-o", f"组织/新/{turn}.yaml")):
                    codes[zsup(folder, words).returncode] += 1
                self.assertEqual(before, files_in(outside))
                self.assertEqual({"sub"}, folders_in(outside))
            self.assertIsNone(swapping.poll(), "the folders no longer change places")
        finally:
            swapping.kill()
            swapping.wait()
            swapping.stdout.close()
        self.endings[f"swaps, {codes[0]} of {sum(codes.values())} runs wrote all the same"] += 1

    def test_swapped_real_folders(self):
        """Two real folders change places all the time: a file is mended where it is broken, and its namesake in the other folder is left alone."""
        folder = self.register("swapped-real")
        name, broken = FIXABLE[0].split("/")[1], FIXABLE[1].encode()
        namesake = b"# another file of this name, with nothing to mend\n"
        make_so(folder / ".other", {name: namesake, "which": b"other"})
        (folder / "组织/which").write_bytes(b"first")
        swapper = ("import ctypes, sys\nswap = ctypes.CDLL(None).renameat2\na, b = (word.encode() for word in sys.argv[1:])\nprint(flush=True)\n"
                   "count = 0\nwhile swap(-100, a, -100, b, 2) == 0 and count < 3_000_000:\n    count += 1\n")
        swapping = subprocess.Popen([sys.executable, "-c", swapper, folder / "组织", folder / ".other"], stdout=subprocess.PIPE)
        mended = 0
        try:
            swapping.stdout.readline()
            for turn in range(40):
                number = os.open(folder / "组织", os.O_DIRECTORY)     # whichever it is
                with open("which", "rb", opener=lambda path, flags, at=number: os.open(path, flags, dir_fd=at)) as file:
                    first = file.read() == b"first"
                if first:
                    with open(name, "wb", opener=lambda path, flags, at=number: os.open(path, flags, dir_fd=at)) as file:
                        file.write(broken)
                os.close(number)
                zsup(folder, ("check", "--fix"))
                self.assertIsNone(swapping.poll(), "the folders no longer change places")
                os.kill(swapping.pid, signal.SIGSTOP)
                folders = {(folder / one / "which").read_bytes(): files_in(folder / one) for one in ("组织", ".other")}
                os.kill(swapping.pid, signal.SIGCONT)
                self.assertEqual({name: namesake, "which": b"other"}, folders[b"other"], turn)
                mended += first and folders[b"first"][name] != broken
                self.assertFalse([one for one in folders[b"first"] if one.startswith(".")], "nothing is left over")
        finally:
            swapping.kill()
            swapping.wait()
            swapping.stdout.close()
        self.endings[f"swaps of real folders, {mended} of 40 mended"] += 1

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
