#!/usr/bin/env python3
"""Every build that people get is hardened: the ELF of a small program that is built with the same flags, and of whatever of
release, static and package is built; and no build goes round the flags."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests" / "package"))
from hardening import flaws  # noqa: E402

BUILD = os.environ.get("ZSUP_BUILD")


@unittest.skipUnless(BUILD, "NOTHING IS CHECKED: ZSUP_BUILD names no build")
class Hardening(unittest.TestCase):
    def test_the_flags_do_what_they_should(self):
        self.assertEqual([], flaws(str(Path(BUILD) / "tests" / "hardened"), static=False, marks=2))

    def test_the_test_sees_what_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain"
            Path(folder, "p.c").write_text("int main(void) { return 0; }\n", "utf-8")
            subprocess.run(["cc", "-no-pie", "-fno-stack-protector", "-fcf-protection=none", "-z", "lazy", "-z", "norelro", "-z", "execstack",
                            "-o", plain, f"{folder}/p.c"], check=True, capture_output=True)
            self.assertGreaterEqual(len(flaws(str(plain), static=False)), 7)

    def test_what_has_been_built(self):
        for program, static in (("release/src/zsup", False), ("static/src/zsup", True), ("package/src/zsup", False)):
            path = REPOSITORY / "build" / program
            # A build of before the flags changed says nothing about them.
            if path.exists() and path.stat().st_mtime > (REPOSITORY / "CMakeLists.txt").stat().st_mtime:
                with self.subTest(program=program):
                    self.assertEqual([], flaws(str(path), static))

    def test_every_build_that_people_get_is_a_release(self):
        presets = {one["name"]: one for one in json.loads((REPOSITORY / "CMakePresets.json").read_text("utf-8"))["configurePresets"]}

        def variables(name):
            one = presets[name]
            return {**(variables(one["inherits"]) if "inherits" in one else {}), **one.get("cacheVariables", {})}

        for name in ("release", "release-lto", "static", "package"):
            given = variables(name)
            self.assertEqual("Release", given["CMAKE_BUILD_TYPE"], name)
            flags = given["CMAKE_CXX_FLAGS_RELEASE"] + given.get("CMAKE_EXE_LINKER_FLAGS", "")
            for against in ("no-pie", "norelro", "lazy", "execstack", "no-stack-protector", "FORTIFY", "cf-protection"):
                self.assertNotIn(against, flags, name)


if __name__ == "__main__":
    unittest.main()
