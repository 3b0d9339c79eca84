#!/usr/bin/env python3
"""The recipes of ARCHITECTURE.md, followed: each is a patch that adds one thing, put on a copy of the sources.

A recipe must touch no more files than ARCHITECTURE.md says, apart from generated ones; the copy must build; and what was
added must be there in every place where a user would look for it. What a recipe forgets must be told by the compiler.

    recipes.py [FOLDER]    where the copy is built; build/recipes unless given
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDER = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else os.path.join(ROOT, "build/recipes")
TREE = os.path.join(FOLDER, "tree")
BUILD = os.path.join(FOLDER, "build")

# How many files each may touch, as the table in ARCHITECTURE.md has it.
RECIPES = {"field": 2, "kind": 3, "letter": 2, "figure": 1, "rule": 3, "format": 2, "command": 3}

# What may be left out of a patch, by the line that says it, and the object that then must not compile.
FORGOTTEN = [
    ("src/record/kinds/gift.cpp", ".begins = ", "src/CMakeFiles/zsup_record.dir/record/kinds/gift.cpp.o"),
    ("src/record/kinds/gift.cpp", ".ids = ", "src/CMakeFiles/zsup_record.dir/record/kinds/gift.cpp.o"),
    ("src/record/kind.h", "  gift,", "src/CMakeFiles/zsup_record.dir/record/kinds/gift.cpp.o"),
    ("src/record/letter_types.h", "  recheck,", "src/CMakeFiles/zsup_record.dir/record/vocabulary.cpp.o"),
    ("src/record/letter_types.h", "     .mask = Mask::none,", "src/CMakeFiles/zsup_record.dir/record/vocabulary.cpp.o"),
    ("src/write/writers.h", "std::string tsv(", "src/CMakeFiles/zsup_write.dir/write/writers.cpp.o"),
    ("src/command/rows.h", "CommandRow owners_row", "src/CMakeFiles/zsup_command.dir/command/table.cpp.o"),
]


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, capture_output=True, **more).stdout


def copy_sources():
    """Tracked files with their times, so that a second run builds little."""
    for path in run("git", "-C", ROOT, "ls-files", "-z", "src", "schemas", "docs", "examples", "tests/support", "CMakeLists.txt",
                    "CMakePresets.json", "LICENSE", "README.md", "CHANGELOG.md").split("\0"):
        if not path or not os.path.exists(os.path.join(ROOT, path)):
            continue
        to = os.path.join(TREE, path)
        os.makedirs(os.path.dirname(to), exist_ok=True)
        shutil.copy2(os.path.join(ROOT, path), to)


def files_of(patch):
    with open(os.path.join(HERE, patch + ".patch"), encoding="utf-8") as text:
        return re.findall(r"^\+\+\+ b/(.+)$", text.read(), re.M)


class Recipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if os.path.isdir(TREE):
            shutil.rmtree(TREE)
        copy_sources()
        # git would take a copy within the repository for a part of it, and apply nothing.
        subprocess.run(["git", "init", "-q", TREE], check=True)
        for name in RECIPES:
            run("git", "-C", TREE, "apply", os.path.join(HERE, name + ".patch"))
        run("cmake", "-S", TREE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g0",
            "-DBUILD_TESTING=OFF")
        built = subprocess.run(["cmake", "--build", BUILD], text=True, capture_output=True)
        if built.returncode != 0:
            raise AssertionError(built.stdout[-4000:])
        cls.register = os.path.join(FOLDER, "register")
        if os.path.isdir(cls.register):
            shutil.rmtree(cls.register)
        shutil.copytree(os.path.join(ROOT, "examples/district"), cls.register)

    def zsup(self, *arguments, codes=(0,)):
        done = subprocess.run([os.path.join(BUILD, "src/zsup"), *arguments], cwd=self.register, text=True, capture_output=True)
        self.assertIn(done.returncode, codes, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def add(self, name, text):
        with open(os.path.join(self.register, name), "w", encoding="utf-8") as out:
            out.write(text)
        self.addCleanup(lambda: os.path.exists(os.path.join(self.register, name)) and os.remove(os.path.join(self.register, name)))

    def test_no_more_files_than_said(self):
        for name, limit in RECIPES.items():
            with self.subTest(name):
                self.assertLessEqual(len(files_of(name)), limit, files_of(name))

    def test_every_recipe_is_told(self):
        with open(os.path.join(ROOT, "ARCHITECTURE.md"), encoding="utf-8") as text:
            page = text.read()
        for name in RECIPES:
            self.assertIn(f"`tests/recipes/{name}.patch`", page)

    def test_field(self):
        self.assertIn("办公电话", self.zsup("schema", "leader"))
        self.assertIn("phone=", self.zsup("__complete", "fish", "list", "leader", ""))
        leader = ("kind: leader\nid: someone\nname: 乐明甫\norg: {org}\npost: 主任\nrole: other\nfrom: 2018-02-01\nsworn: {sworn}\n"
                  "phone: 0558-8123456\n")
        org = self.first_id("orgs")
        self.add("someone.yaml", leader.format(org=org, sworn="2018-01-09"))
        self.assertIn("ZS120", self.zsup("check", codes=(1,)))
        self.add("someone.yaml", leader.format(org=org, sworn="2018-02-09"))
        said = self.zsup("check", codes=(0, 1))
        self.assertNotIn("someone.yaml", said)
        self.assertIn("0558-8123456", self.zsup("list", "leader", "phone=0558-8123456", "--format", "json"))

    def first_id(self, folder):
        where = os.path.join(self.register, folder)
        with open(os.path.join(where, sorted(os.listdir(where))[0]), encoding="utf-8") as text:
            return re.search(r"^(?:id|编号): (\S+)", text.read(), re.M).group(1)

    def test_kind(self):
        for asked in (("schema",), ("__complete", "fish", "new", ""), ("__complete", "fish", "list", "")):
            self.assertIn("礼品", self.zsup(*asked), asked)
        self.assertIn("上交日期", self.zsup("schema", "gift"))
        gift = "种类: 礼品\n编号: 礼品1\n上交人: {by}\n物品: 茶叶两盒\n收受日期: {received}\n上交日期: 2018-05-04\n价值: 600元\n"
        # One came into office at the end of May, the other long before.
        late, who = "ao-lingji", "bian-tingdi"
        self.add("gift.yaml", gift.format(by=late, received="2018-05-02"))
        self.assertIn("ZS209", self.zsup("check", codes=(1,)))
        self.add("gift.yaml", gift.format(by="nobody-here", received="2018-05-02"))
        self.assertIn("ZS201", self.zsup("check", codes=(1,)))
        self.add("gift.yaml", gift.format(by=who, received="2018-05-05"))
        self.assertIn("ZS120", self.zsup("check", codes=(1,)))
        self.add("gift.yaml", gift.format(by=who, received="2018-05-02"))
        self.assertNotIn("gift.yaml", self.zsup("check", codes=(0, 1)))
        listed = json.loads(self.zsup("list", "gift", "--format", "json"))
        self.assertIn("茶叶两盒", json.dumps(listed, ensure_ascii=False))
        # It is not there before it was received, nor handed in before it was.
        self.assertNotIn("茶叶", self.zsup("list", "gift", "--as-of", "2018-05-01", "--format", "json"))
        self.assertNotIn("2018-05-04", self.zsup("list", "gift", "--as-of", "2018-05-03", "--format", "json"))
        made = run(os.path.join(BUILD, "src/zsup-generate"), "list")
        self.assertIn("schemas/gift.schema.json", made)
        self.assertIn("礼品", run(os.path.join(BUILD, "src/zsup-generate"), "file", "docs/records.zh-CN.md"))

    def test_letter(self):
        self.assertIn("recheck", self.zsup("letter", "--type", "nonsense", "--all", codes=(2,)))
        self.assertIn("回访函", self.zsup("__complete", "fish", "letter", "--type", ""))
        self.assertIn("回访函", self.zsup("schema", "policy"))
        letters = json.loads(self.zsup("letter", "--type", "recheck", "--all", "--format", "json", "--as-of", "2018-12-31"))
        self.assertIn("recheck", json.dumps(letters))
        self.assertIn("templates/recheck.md.mustache", run(os.path.join(BUILD, "src/zsup-generate"), "file", "docs/templates.md"))

    def test_figure(self):
        stats = json.loads(self.zsup("stats", "2018", "--format", "json"))
        self.assertIn("with_deadline", stats["findings"])
        self.assertIn("有整改期限的问题", self.zsup("stats", "2018", "--format", "csv", "--lang", "zh"))

    def test_format(self):
        for command in ("score", "status", "stats", "list", "trend", "config"):
            self.assertIn("|tsv", self.zsup(command, "-h"), command)
            self.assertIn("tsv", self.zsup("__complete", "fish", command, "--format", ""), command)
        self.assertNotIn("tsv", self.zsup("check", "-h"))
        rows = self.zsup("list", "leader", "--format", "tsv", "--lang", "en").splitlines()
        self.assertGreater(len(rows), 10)
        self.assertEqual({rows[0].count("\t")}, {row.count("\t") for row in rows})

    def test_command(self):
        self.assertIn("任务承担者有多少", self.zsup("-h", "--lang", "zh"))
        self.assertIn("--format", self.zsup("owners", "-h"))
        self.assertIn("owners", self.zsup("__complete", "fish", ""))
        self.assertIn("--format", self.zsup("__complete", "fish", "owners", "--"))
        self.assertEqual({"leader": 30, "org": 54}, json.loads(self.zsup("owners", "--format", "json")))
        self.assertIn("owners", run(os.path.join(BUILD, "src/zsup-generate"), "file", "docs/zsup.1"))

    def test_rule(self):
        self.assertIn("整万元", self.zsup("explain", "ZS602", "--lang", "zh"))
        self.assertIn("round-amount", self.zsup("explain", "ZS602", "--lang", "en"))

    def test_what_is_forgotten_is_told(self):
        for path, line, target in FORGOTTEN:
            with self.subTest(path=path, line=line):
                where = os.path.join(TREE, path)
                with open(where, encoding="utf-8") as text:
                    whole = text.read()
                lines = whole.splitlines(keepends=True)
                # The last one: what the patch added stands behind what was there.
                at = max(i for i, one in enumerate(lines) if line in one)
                try:
                    with open(where, "w", encoding="utf-8") as out:
                        rest = lines[:at] + lines[at + 1:]
                        out.write("".join(rest))
                    built = subprocess.run(["cmake", "--build", BUILD, "--target", target], text=True, capture_output=True)
                    self.assertNotEqual(built.returncode, 0, f"{path} compiles without {line!r}")
                    self.assertIn("error", built.stdout + built.stderr)
                finally:
                    with open(where, "w", encoding="utf-8") as out:
                        out.write(whole)


if __name__ == "__main__":
    unittest.main(verbosity=2)
