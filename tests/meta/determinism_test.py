#!/usr/bin/env python3
"""The same bytes for every time zone, locale, working directory, number of threads and order of files.

Runs the commands below on every example register under all of these and compares both streams and the exit
code with those of one plain run. A command that is used wrongly (exit code 2) or fails (3 and above) is a failure too:
comparing two refusals would prove nothing.
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
from build_kind import passed_on

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))

# {} is the register's folder.
COMMANDS = [
    "-C {} check",
    "-C {} check --info --format json",
    "-C {} check --info --format sarif",
    "-C {} score q2 --format json",
    "-C {} letter --all --format json",
]

LOCALES = {"zh_CN.UTF-8": ("zh_CN", "UTF-8"), "de_DE.UTF-8": ("de_DE", "UTF-8")}
ZONES = ["UTC", "Asia/Shanghai", "Pacific/Kiritimati"]


def make_locales(folder: Path):
    for name, (source, charset) in LOCALES.items():
        made = subprocess.run(["localedef", "-i", source, "-f", charset, folder / name],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        # localedef exits with 1 for warnings too; what counts is that the locale is there and works.
        shown = subprocess.run(["locale", "charmap"], env={"LOCPATH": str(folder), "LC_ALL": name},
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if shown.stdout.strip() != charset.encode():
            raise AssertionError(f"cannot make the locale {name}: {made.stdout.decode()}{shown.stdout.decode()}")


def copy_in_order(source: Path, target: Path, backwards: bool):
    """Copies a folder, making its entries in one order or the other: some file systems list them so."""
    target.mkdir(parents=True)
    for entry in sorted(source.iterdir(), reverse=backwards):
        if entry.is_dir() and not entry.is_symlink():
            copy_in_order(entry, target / entry.name, backwards)
        else:
            shutil.copy2(entry, target / entry.name, follow_symlinks=False)


class Determinism(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        cls.top = Path(cls.holder.name).resolve()
        (cls.top / "locales").mkdir()
        make_locales(cls.top / "locales")
        cls.registers = sorted(path.parent for path in REPOSITORY.glob("examples/*/zsup.yaml"))

    def run_in(self, command: str, register: str, cwd: Path, zone: str, locale: str, threads: int):
        environment = {"PATH": os.environ["PATH"], **passed_on(), "TZ": zone, "LC_ALL": locale,
                       "LOCPATH": str(self.top / "locales"), "SOURCE_DATE_EPOCH": "1531612800"}
        words = [ZSUP, "-j", str(threads), *command.format(register).split(" ")]
        done = subprocess.run(words, cwd=cwd, env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120, check=False)
        # The copies lie in different folders, and JSON says in which.
        done.stdout = re.sub(rb'"root":"[^"]*",', b"", done.stdout)
        return done

    def test_every_command_on_every_example(self):
        self.assertTrue(self.registers, "there is no example register")
        for source in self.registers:
            home = self.top / source.name
            copy_in_order(source, home / "forwards", backwards=False)
            copy_in_order(source, home / "backwards", backwards=True)
            runs = [("forwards", home, zone, locale, threads)
                    for zone in ZONES for locale in ("C", *LOCALES) for threads in (1, 2)]
            runs += [(".", home / "forwards", "UTC", "C", 2), ("backwards", home, "UTC", "C", 2),
                     (str(home / "backwards"), Path("/"), "Asia/Shanghai", "zh_CN.UTF-8", 2)]
            for command in COMMANDS:
                with self.subTest(register=source.name, command=command):
                    first = self.run_in(command, *runs[0])
                    self.assertIn(first.returncode, (0, 1), first.stderr.decode("utf-8", "replace"))
                    self.assertTrue(first.stdout + first.stderr, "nothing was said")
                    for run in runs[1:]:
                        again = self.run_in(command, *run)
                        told = f"differs for {run}"
                        self.assertEqual(again.returncode, first.returncode, told)
                        self.assertEqual(again.stdout, first.stdout, told)
                        self.assertEqual(again.stderr, first.stderr, told)


if __name__ == "__main__":
    unittest.main()
