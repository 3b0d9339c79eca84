#!/usr/bin/env python3
"""What the repository holds: no host names of package registries, and nothing unexpected at its top."""

import subprocess
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# Where packages come from is the business of each machine's own settings. Written in pieces, so that this
# file itself holds none of them.
HOSTS = [".".join(parts) for parts in (
    ("deb", "debian", "org"), ("security", "debian", "org"), ("registry", "npmjs", "org"),
    ("registry", "yarnpkg", "com"), ("files", "pythonhosted", "org"), ("pypi", "org"),
    ("proxy", "golang", "org"), ("crates", "io"), ("repo", "maven", "apache", "org"),
    ("rubygems", "org"), ("docker", "io"), ("ghcr", "io"))]

AT_THE_TOP = {"CMakeLists.txt", "CMakePresets.json", "Makefile", "README.md", "README.zh-CN.md",
              "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "SECURITY.md", "src", "schemas", "examples", "tests", "docs"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "-C", REPOSITORY, "ls-files", "-z"], stdout=subprocess.PIPE, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name]


class Repository(unittest.TestCase):
    def test_no_registry_is_named(self):
        found = []
        for name in tracked():
            path = REPOSITORY / name
            if path.is_file():
                text = path.read_bytes()
                found += [f"{name}: {host}" for host in HOSTS if host.encode() in text]
        self.assertEqual(found, [])

    def test_the_top_level_stays_tidy(self):
        top = {name.split("/")[0] for name in tracked()}
        self.assertEqual({name for name in top - AT_THE_TOP if not name.startswith(".")}, set())


if __name__ == "__main__":
    unittest.main()
