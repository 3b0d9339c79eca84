#!/usr/bin/env python3
"""The recipes of ARCHITECTURE.md still apply to the sources, all together, and touch no more files than it says.

That they build and work `make test-recipes` sees, which takes minutes; this tells at once when what they build on has moved.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "tests/recipes"
sys.argv[1:] = []
sys.path.insert(0, str(FOLDER))

import recipes  # noqa: E402


class Recipes(unittest.TestCase):
    def test_all_are_followed(self):
        self.assertEqual({path.stem for path in FOLDER.glob("*.patch")}, set(recipes.RECIPES))

    def test_every_recipe_is_told(self):
        page = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8")
        for name, limit in recipes.RECIPES.items():
            self.assertIn(f"`tests/recipes/{name}.patch`", page)
            self.assertLessEqual(len(recipes.files_of(name)), limit, name)

    def test_each_applies_behind_the_others(self):
        with tempfile.TemporaryDirectory() as tree:
            for name in recipes.RECIPES:
                for path in recipes.files_of(name):
                    if not (REPOSITORY / path).exists():
                        continue
                    (Path(tree) / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(REPOSITORY / path, Path(tree) / path)
            subprocess.run(["git", "init", "-q", tree], check=True)
            for name in recipes.RECIPES:
                with self.subTest(name):
                    done = subprocess.run(["git", "-C", tree, "apply", str(FOLDER / f"{name}.patch")], capture_output=True, text=True, check=False)
                    self.assertEqual((0, ""), (done.returncode, done.stderr))

    def test_what_is_left_out_stands_in_the_patches(self):
        for path, line, _ in recipes.FORGOTTEN:
            added = [part for name in recipes.RECIPES if path in recipes.files_of(name)
                     for part in re.findall(r"^\+(.*)$", (FOLDER / f"{name}.patch").read_text("utf-8"), re.MULTILINE)]
            self.assertTrue(any(line in one for one in added), (path, line))


if __name__ == "__main__":
    unittest.main()
