#!/usr/bin/env python3
"""CI logs obey nobody: what a register holds is never a command to the system whose log zsup writes into.

Names of files and folders, values, templates, settings and arguments hold the commands of GitHub, Azure, TeamCity, Gitea and GitLab. Every
command and format is run over them, and both streams are read as the runners read them. JSON, SARIF and GitLab's report, JUnit's XML, and what
-o writes, hold the texts as they were.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))

# What is obeyed, by the source of GitHub's runner, of Azure's agent, of act and Gitea's runner, and by the manuals of the others.
# .NET's TrimStart and Python's lstrip agree on blanks but for U+FEFF.
ANYWHERE = re.compile(r"##(?:vso|teamcity)?\[", re.IGNORECASE)
GITLAB = re.compile(r"section_(?:start|end):[0-9]+:.*\r")

COMMANDS = ["::add-mask::a", "  ::stop-commands::b", "\u3000::error file=x::y", "\u00a0::set-output name=a::b", "##[add-mask]a", "a ##[stop-commands]b",
            "##vso[task.setvariable variable=a]b", "x##teamcity[buildStop]", "##[command]rm", "###[group]a", "::debug::##[warning]b",
            "section_start:1:a\r\x1b[0K::notice::x", "a\n::add-mask::b\n##[error]c", "#\u200b#[add-mask]a", "::\u200badd-mask::a"]
NAMES = ["::add-mask::a.yaml", " ::error::b.yaml", "##[add-mask]c.yaml", "d ##vso[x]e.yaml", "\u3000::debug::f.yaml", "g\n::add-mask::h.yaml", "#\u00ad#[i.yaml"]
FOLDER = "::add-mask::folder"


def obeyed(text: str, own: bool = False):
    """The first line that a runner would obey; `own`: lines in which zsup itself speaks to GitHub are right."""
    for line in text.split("\n"):
        if ANYWHERE.search(line) or GITLAB.search(line):
            return line
        at_start = line.lstrip().lstrip("\ufeff").lstrip()
        if at_start.startswith("::"):
            if own and re.match(r"::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:]*,?)+::", line):
                continue
            return line
    return None


def quoted(text: str) -> str:
    return json.dumps(text)


class Logs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="zsup-logs-")
        cls.addClassCleanup(holder.cleanup)
        cls.top = Path(holder.name)
        cls.sound = cls.top / "sound"
        cls.wrong = cls.top / "##[wrong]"
        for folder in (cls.sound, cls.wrong):
            folder.mkdir()
            folder.joinpath("zsup.yaml").write_text(f"name: {quoted(COMMANDS[0])}\nlang: en\nas_of: 2018-07-15\nissuer: {quoted(COMMANDS[4])}\n"
                                                    if folder == cls.wrong else
                                                    "name: '::add-mask::a ##[x]'\nlang: en\nas_of: 2018-07-15\n", "utf-8")
        shared = (REPOSITORY / "examples" / "township")
        for path in sorted(shared.rglob("*")):
            if path.is_file() and path.name != "zsup.yaml" and "files" not in path.parts:
                to = cls.sound / path.relative_to(shared)
                to.parent.mkdir(parents=True, exist_ok=True)
                text = path.read_text("utf-8")
                to.write_text(text, "utf-8")
        inner = cls.wrong / FOLDER
        inner.mkdir()
        for number, text in enumerate(COMMANDS):
            org = f"kind: org\nid: o{number}\nname: {quoted(text)}\ntype: {quoted(text)}\nparent: {quoted(text)}\n{quoted(text)}: 1\n"
            (inner / f"v{number}.yaml").write_text(org, "utf-8")
            # In a line of its own, unquoted, and in a block, so that excerpts show it.
            (inner / f"w{number}.yaml").write_text(f"kind: org\nid: p{number}\nname: x\n{text}\n  {text}: [\n", "utf-8", newline="")
        for number, name in enumerate(NAMES):
            (inner / name).write_text(f"kind: org\nid: q{number}\nname: x\ntype: department\nparent: nobody\n", "utf-8")
        orgs = "---\n".join(f"kind: org\nid: x{number}\nname: {quoted(text)}\ntype: village\n"
                            for number, text in enumerate(COMMANDS) if "\x1b" not in text and "\u200b" not in text)
        (cls.sound / "xs.yaml").write_text(orgs, "utf-8")
        (cls.sound / "templates").mkdir()
        for name in ("notice", "reminder"):
            (cls.sound / "templates" / f"{name}.md.mustache").write_text("::add-mask::a\n##[add-mask]b {{to}}\n{{#sections}}{{#items}}{{text}}{{/items}}{{/sections}}\n")

    def run_zsup(self, *words, cwd=None, stdin=b""):
        return subprocess.run([ZSUP, *words], cwd=cwd or self.wrong, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "GIT_CEILING_DIRECTORIES": str(self.top)}, timeout=120)

    def hold(self, *words, own=False, **how):
        run = self.run_zsup(*words, **how)
        self.assertNotEqual(run.returncode, -6)
        for stream, mine in ((run.stdout, own), (run.stderr, False)):
            line = obeyed(stream.decode("utf-8"), mine)
            self.assertIsNone(line, f"{words}: {line!r}")
        return run

    def test_the_readings_see_what_is_obeyed(self):
        for text in COMMANDS[:13]:
            self.assertIsNotNone(obeyed(text), text)
        self.assertIsNone(obeyed("a ::b::\n# [x]\n##\\[y]\n\\::z"))

    def test_check_in_every_format(self):
        for form in ("text", "gcc", "junit", "json", "sarif", "gitlab", "github"):
            for more in ((), ("--info",), ("--summary",), ("--color", "always"), ("--lang", "zh"), (FOLDER,), ("./" + FOLDER + "/" + NAMES[0],)):
                with self.subTest(format=form, more=more):
                    self.hold("check", "--format", form, *more, own=form == "github")
            # From elsewhere, where the register's own folder stands in every path.
            self.hold("-C", self.wrong, "check", "--format", form, cwd=self.top, own=form == "github")

    def test_check_otherwise(self):
        self.hold("check", "--diff")
        self.hold("check", "--diff", "--format", "gcc")
        name = FOLDER + "/" + NAMES[2]
        self.hold("check", "-", "--stdin-filename", name, stdin=b"kind: org\nid: ##[x]\n::y: 1\n")
        for form in ("text", "gcc", "github"):
            self.hold("check", "--format", form, "no/such/##[file]", cwd=self.wrong, own=form == "github")
            self.hold("check", "--changed-since", "##[rev]::x", "--format", form, own=form == "github")
            (self.wrong / "::other::x").mkdir(exist_ok=True)
            self.hold("check", "--format", form, "::other::x", own=form == "github")

    def test_other_commands(self):
        forms = {"score": ("table", "md", "csv", "json"), "status": ("table", "md", "csv", "json"), "stats": ("table", "md", "csv", "json"),
                 "trend": ("table", "md", "csv", "json"), "config": ("table", "json"), "list org": ("table", "md", "csv", "json"),
                 "letter --all": ("md", "json", "csv", "table"), "letter --type reminder --all": ("md", "json"), "remind": ("md", "json", "csv", "table"),
                 "draw 2018-q2 --pool orgs --count 3 --seed ##[s]": ("table", "md", "csv", "json")}
        for words, formats in forms.items():
            for form in formats:
                for folder in (self.sound, self.wrong):
                    for more in ((), ("--allow-errors",), ("--explain",)):
                        with self.subTest(words=words, format=form, more=more):
                            self.hold(*words.split(), "--format", form, *more, cwd=folder)

    def test_arguments(self):
        for words in (("::add-mask::x",), ("##[x]",), ("score", "##[x]"), ("list", "##[x]"), ("explain", "##[x]"), ("letter", "--leader", "##[x]\n::y"), ("-C", "::nowhere::", "check"),
                      ("check", "--format", "##[x]"), ("new", "org", "id=##[x]"), ("new", "org", "id=a", "-o", "##[x]/a"), ("schema", "##[x]"), ("init", "##[x]/::y"),
                      ("score", "--as-of", "##[x]"), ("list", "org", "##[x]=1"), ("check", "-o", "::a::/##[b]")):
            with self.subTest(words=words):
                self.hold(*words)

    def test_machine_formats_hold_what_was_there(self):
        told = json.loads(self.run_zsup("check", "--format", "json").stdout)
        self.assertTrue(told["root"].endswith("/##[wrong]"))
        files = {one["file"] for one in told["diagnostics"] if one["file"]}
        for name in NAMES:
            self.assertIn(f"{FOLDER}/{name}", files)
        issues = json.loads(self.run_zsup("check", "--format", "gitlab").stdout)
        self.assertIn(f"{FOLDER}/{NAMES[2]}", {one["location"]["path"] for one in issues})
        json.loads(self.run_zsup("check", "--format", "sarif").stdout)
        suites = ElementTree.fromstring(self.run_zsup("check", "--format", "junit").stdout)
        self.assertIn(f"./{FOLDER}/{NAMES[2]}", {one.get("name") for one in suites})
        names = {row["fields"]["name"] for row in json.loads(self.run_zsup("list", "org", "--format", "json", cwd=self.sound).stdout)["records"]}
        for text in COMMANDS:
            if "\x1b" not in text and "\u200b" not in text:
                self.assertIn(text, names)

    def test_a_file_is_exact_and_standard_output_says_where_it_is_not(self):
        shown = self.run_zsup("list", "org", "--columns", "id,name", "--format", "csv", cwd=self.sound)
        self.assertIn("##\\[add-mask]a", shown.stdout.decode("utf-8"))
        self.assertIn("backslash", shown.stderr.decode("utf-8"))
        to = self.top / "exact.csv"
        self.run_zsup("list", "org", "--columns", "id,name", "--format", "csv", "-o", str(to), "--force", cwd=self.sound)
        self.assertIn("##[add-mask]a", to.read_text("utf-8"))
        given = "kind: org\nid: a\nname: '##[x]'\ntype: department\n# ::y\n".encode()
        run = self.run_zsup("check", "--fix", "-", "--stdin-filename", "a.yaml", cwd=self.sound, stdin=given)
        self.assertEqual(given, run.stdout)


if __name__ == "__main__":
    unittest.main()
