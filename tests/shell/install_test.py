#!/usr/bin/env python3
"""What `make install` puts where, under DESTDIR and a prefix, and that it is all that is there."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BUILD = os.environ.get("ZSUP_BUILD")

EXPECTED = {"bin/zsup", "share/man/man1/zsup.1", "share/man/zh_CN/man1/zsup.1",
            "share/bash-completion/completions/zsup", "share/zsh/site-functions/_zsup",
            "share/fish/vendor_completions.d/zsup.fish", "share/doc/zsup/README.md",
            "share/doc/zsup/README.zh-CN.md", "share/doc/zsup/CHANGELOG.md", "share/doc/zsup/LICENSE"}


@unittest.skipUnless(BUILD, "NOTHING IS CHECKED: ZSUP_BUILD names no build")
class Install(unittest.TestCase):
    def test_every_file_is_in_its_place(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", "/opt/zsup"], check=True,
                           env={**os.environ, "DESTDIR": folder}, stdout=subprocess.PIPE)
            root = Path(folder, "opt", "zsup")
            found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
            schemas = {"share/zsup/" + path.relative_to(REPOSITORY).as_posix()
                       for path in (REPOSITORY / "schemas").rglob("*.json")}
            pages = {f"share/doc/zsup/docs/{path.name}" for path in (REPOSITORY / "docs").glob("*.md")}
            self.assertEqual(found, EXPECTED | schemas | pages)
            self.assertEqual([path.name for path in Path(folder).iterdir()], ["opt"])
            for name in found:
                mode = (root / name).stat().st_mode & 0o777
                self.assertEqual(mode, 0o755 if name == "bin/zsup" else 0o644, name)
            zsup = root / "bin" / "zsup"
            for shell, name in (("bash", "bash-completion/completions/zsup"), ("zsh", "zsh/site-functions/_zsup"),
                                ("fish", "fish/vendor_completions.d/zsup.fish")):
                printed = subprocess.run([zsup, "completion", shell], stdout=subprocess.PIPE, check=True).stdout
                self.assertEqual((root / "share" / name).read_bytes(), printed)
            done = subprocess.run([zsup, "-q", "-C", REPOSITORY / "examples" / "starter", "check"], check=False)
            self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
