#!/usr/bin/env python3
"""Masked letters name nobody: every type of letter, in every format, with every mask, for example registers.

Into the texts of each register's findings, duties and cases the names and ids of its people are written first, so that
every letter has something to hide. Whoever receives a letter may be named in it, but not in a bulletin, which many read, and
not under the mask `full`.
"""

import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))

NAME = {"name", "姓名"}
ID = {"id", "编号"}
READING = {"reading", "拼音"}


def zsup(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([ZSUP, "-C", str(folder), *words], capture_output=True, text=True, check=False)


def first(record: dict, keys: set):
    return next((record[key] for key in keys if key in record), None)


def records(folder: Path):
    for path in sorted(folder.rglob("*.yaml")):
        if path.name != "zsup.yaml":
            yield from (record for record in yaml.safe_load_all(path.read_text("utf-8")) if record)


def people_of(folder: Path) -> dict:
    """Names, and the ids of those who are leaders: {name: [id, reading]}."""
    people: dict = {}
    for record in records(folder):
        kind = record.get("kind", record.get("种类"))
        if kind in ("leader", "领导干部"):
            words = [word for word in (first(record, ID), first(record, READING)) if word]
            people.setdefault(str(first(record, NAME)), []).extend(words)
        for key in ("persons", "涉案人员", "items", "事项"):
            inner = record.get(key) if kind in ("case", "案件", "campaign", "专项行动") else None
            for person in inner or []:
                if first(person, NAME):
                    people.setdefault(str(first(person, NAME)), [])
    return people


def write_in(folder: Path, people: dict):
    """Names people in the texts of the records, with blanks between the characters of some."""
    words = []
    for name, ids in people.items():
        words += [name, "　".join(name), *ids]
    turn = itertools.cycle(words)
    pattern = re.compile(r"^((?:text|title|suggestion|grounds|内容|标题|建议): )(.*[^\"'|>{}\[\]\s])$", re.MULTILINE)
    for path in sorted(folder.rglob("*.yaml")):
        if path.parent.name in ("policy", "考核办法"):
            continue
        text = path.read_text("utf-8")
        changed = pattern.sub(lambda line: f"{line[1]}{line[2]}（{next(turn)}与{next(turn)}）", text)
        if changed != text:
            path.write_text(changed, "utf-8")


def named(text: str, people: dict, shown: set) -> list:
    """Who is named in a text and must not be. What stands in the name of someone who may be is no mention."""
    bare = re.sub(r"[\s\-_·]", "", text.lower())
    for name in sorted(shown, key=len, reverse=True):
        bare = bare.replace(name, "@")
        for word in people.get(name, []):
            bare = bare.replace(re.sub(r"[\s\-_·]", "", word), "@")
    found = []
    for name, words in people.items():
        if name in shown:
            continue
        found += [name] if name in bare else []
        found += [word for word in words if word in text and word not in shown and re.search(
            rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", text)]
    return found


def types_of(folder: Path) -> list:
    said = zsup(folder, "letter", "--all", "--type", "none", "--lang", "en").stderr
    return re.search(r"one of: (.*)", said)[1].split(", ")


class Masking(unittest.TestCase):
    def test_no_letter_names_who_is_masked(self):
        letters = 0
        for example in (REPOSITORY / "examples" / name for name in ("city", "county", "district", "starter")):
            with tempfile.TemporaryDirectory() as holder:
                folder = Path(holder) / "register"
                shutil.copytree(example, folder)
                people = people_of(folder)
                self.assertGreater(len(people), 2, example.name)
                write_in(folder, people)
                for type_, mask in itertools.product(types_of(folder), ("surname", "full")):
                    with self.subTest(register=example.name, type=type_, mask=mask):
                        letters += self.check(folder, people, type_, mask)
        self.assertGreater(letters, 50)

    def check(self, folder: Path, people: dict, type_: str, mask: str) -> int:
        words = ["letter", "--all", "--type", type_, "--allow-errors", "--mask", mask]
        plain = zsup(folder, *words, "--format", "json")
        self.assertIn(plain.returncode, (0, 1), plain.stderr)
        if plain.returncode == 1 and not plain.stdout:
            return 0  # such a letter cannot be written from this register
        parsed = json.loads(plain.stdout)["letters"]
        shown = [self.shown(letter) for letter in parsed]
        self.assertEqual([], named(plain.stderr, people, set()))
        for letter, who in zip(parsed, shown):
            self.assertEqual([], named(json.dumps(letter, ensure_ascii=False), people, who))
        text = zsup(folder, *words)
        self.assertEqual([], named(text.stderr, people, set()))
        if parsed:
            papers = text.stdout.split("\n---\n\n")
            self.assertEqual(len(parsed), len(papers))
            for paper, who in zip(papers, shown):
                self.assertEqual([], named(paper, people, who))
        with tempfile.TemporaryDirectory() as holder:
            written = zsup(folder, *words, "-o", str(Path(holder) / "letters"))
            self.assertIn(written.returncode, (0, 1), written.stderr)
            self.assertEqual([], named(written.stderr, people, set()))
            files = sorted(Path(holder, "letters").glob("*"))
            self.assertGreaterEqual(len(files), len(parsed))
            for file in files:
                # Whose letter it is, its name tells; a paper of several letters shows nobody but these.
                own = [who for letter, who in zip(parsed, shown) if file.stem.endswith("-" + letter["to"]["id"])]
                who = own[0] if own else set().union(*shown)
                self.assertEqual([], named(file.name, people, who))
                self.assertEqual([], named(file.read_text("utf-8"), people, who))
        return len(parsed)

    def shown(self, letter: dict) -> set:
        if letter["type"] == "bulletin" or letter["mask"] == "full":
            return set()
        who = [letter["to"], letter["to"].get("attention"), letter.get("from")]
        return {one["name"] for one in who if one}


if __name__ == "__main__":
    unittest.main()
