#!/usr/bin/env python3
"""No spelling of a name comes through the veil, wherever it was written.

Into every text and every name of a measure of the example registers the names, ids and readings of their people are written, in
many spellings: with radicals, compatibility forms, blanks, other dots, touching figures and underscores. (A file that holds what
cannot be seen is not read; unit tests hold the veil against that.)
Then every type of letter is drafted and issued under both masks and in every format, and all that comes out is searched: what is
printed, the names and the contents of files, the records that are written, standard error. Texts are compared here by Python's own
tables, not by the program's.
"""

import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from schema_refs import resolved_within

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
TYPES = ("notice", "advice", "supervision-advice", "reminder", "urge", "interview", "briefing", "bulletin", "upward")

# Characters of the names below, as radicals and compatibility forms show them.
LOOK_ALIKES = {"一": "\u2f00", "方": "\u2f45", "文": "\u2f42", "小": "\u2f29", "金": "\uf90a", "马": "\u2ee2", "龙": "\u2ef0",
               "长": "\u2ed3", "贝": "\u2ec9", "见": "\u2ec5", "青": "\u2ed8", "黄": "\u2ee9"}
OF_CJK_RADICALS = {mark: sign for sign, mark in LOOK_ALIKES.items() if "\u2e80" <= mark <= "\u2eff"}
BETWEEN = [" ", "\u00a0", *map(chr, range(0x2000, 0x200b)), "\u202f", "\u205f", "\u3000", "\t", "-", "_", *"·•‧∙⋅・･．﹒.。｡"]
UNSEEN = ["\u034f", "\u115f", "\u1160", "\u200b", "\u200d", "\u2060", "\u2800", "\u3164", "\ufe00", "\ufe0f", "\ufeff", "\u00ad",
          "\ufff9", "\U000e0100", "\u180e", "\u061c"]
DROPPED = re.compile("[\\s" + re.escape("".join(BETWEEN + UNSEEN)) + "]")

# No letter goes to these: a case names them, and a leader without duties.
OTHERS = ("吕一禾", "马方文", "金小龙", "黄长青", "买买提·吐尔逊", "Li Na", "Zoe Grant")
READ = ("欧阳见贝", "ouyang jianbei", "ouyangjianbei-1")


def folded(text: str) -> str:
    text = "".join(OF_CJK_RADICALS.get(sign, sign) for sign in unicodedata.normalize("NFKC", text)).lower()
    return DROPPED.sub("", text)


def spellings(name: str, choose: random.Random):
    """One way to write a name, after another."""
    while True:
        yield name
        yield "".join(LOOK_ALIKES.get(sign, sign) for sign in name)
        yield choose.choice(BETWEEN).join(name)
        yield "".join(choose.choice(BETWEEN) + LOOK_ALIKES.get(sign, sign) for sign in name)
        yield re.sub("[·-]", lambda _: choose.choice("·•‧∙⋅・･．﹒.。｡"), name)
        yield f"2018{name}2018"
        yield f"_{name.replace(' ', '_').replace('-', '_')}_"
        yield name.upper()
        yield "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in name)


def found(text: str, names) -> list:
    """Names in a text; of letters only where no letter touches them."""
    bare = folded(text)
    list_ = []
    for name in names:
        key = folded(name)
        if not key.isascii():
            list_ += [name] if key in bare else []
            continue
        between = "[" + re.escape("".join(BETWEEN + UNSEEN)) + "]*"
        pattern = between.join(re.escape(sign) for sign in key)
        plain = unicodedata.normalize("NFKC", text).lower()
        list_ += [name] if re.search(rf"(?<![a-z]){pattern}(?![a-z])", plain) else []
    return list_


class Writing:
    """Writes names into what the schemas call a text, and into the names of measures."""

    def __init__(self, names):
        self.choose = random.Random(2018)
        turns = [spellings(name, self.choose) for name in names]
        self.turn = (next(each) for each in itertools.cycle(turns))
        self.texts = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in (REPOSITORY / "schemas").glob("*.schema.json")}

    def into(self, folder: Path):
        for path in sorted(folder.rglob("*.yaml")):
            if path.name == "zsup.yaml":
                continue
            records = [self.record(record) for record in yaml.safe_load_all(path.read_text("utf-8")) if record]
            path.write_text(yaml.safe_dump_all(records, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")

    def record(self, record: dict) -> dict:
        kinds = {label: name for name, schema in self.texts.items() for label in schema["properties"].get("kind", {}).get("enum", [])}
        schema = self.texts.get(kinds.get(record.get("kind", record.get("种类"))))
        return record if schema is None else self.values(record, schema, schema)

    def values(self, value, part: dict, schema: dict):
        part = resolved_within(schema, part)
        if isinstance(value, list):
            return [self.values(each, part.get("items", {}), schema) for each in value]
        if not isinstance(value, dict):
            is_text = re.search(r"· text$", part.get("markdownDescription", ""))
            return f"{value}{next(self.turn)}与{next(self.turn)}" if is_text and isinstance(value, str) else value
        changed = {}
        for key, inner in value.items():
            if key in ("measures", "指标", "量化数据") and isinstance(inner, dict):
                names = [f"约谈{next(self.turn)}次数", f"约谈{next(self.turn)}次数", *inner]
                changed[key] = dict(zip(names, range(3, 99)))
            elif key in ("name", "姓名"):
                changed[key] = inner
            else:
                changed[key] = self.values(inner, part.get("properties", {}).get(key, {}), schema)
        return changed


def zsup(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([ZSUP, *words], cwd=folder, capture_output=True, text=True, check=False)


def strings(value):
    """Every string of JSON, keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


class Veil(unittest.TestCase):
    maxDiff = 4000

    def test_every_spelling_everywhere(self):
        papers = 0
        for name in ("city", "county", "district", "starter", "township"):
            with tempfile.TemporaryDirectory() as holder:
                folder = Path(holder) / "register"
                shutil.copytree(REPOSITORY / "examples" / name, folder)
                org = self.someone(folder)
                Writing([*OTHERS, *READ]).into(folder)
                self.add_people(folder, org)
                for type_, mask in itertools.product(TYPES, ("surname", "full")):
                    with self.subTest(register=name, type=type_, mask=mask):
                        papers += self.draft(folder, type_, mask)
        self.assertGreater(papers, 100)

    def someone(self, folder: Path) -> str:
        """The org of the first leader."""
        for path in sorted(folder.rglob("*.yaml")):
            for record in yaml.safe_load_all(path.read_text("utf-8")):
                if record and record.get("kind", record.get("种类")) in ("leader", "领导干部"):
                    return record.get("org", record.get("单位"))
        return ""

    def add_people(self, folder: Path, org: str):
        persons = [{"name": name, "rank": "other", "measure": "party-warning", "date": "2018-06-20", "by": org} for name in OTHERS]
        records = [{"kind": "case", "id": "case-of-the-others", "title": "违规领取补贴", "org": org, "categories": ["funds"],
                    "clue": {"date": "2018-05-01"}, "filed": "2018-05-10", "persons": persons},
                   {"kind": "org", "id": "elsewhere", "name": "别处", "type": "department"},
                   {"kind": "leader", "id": READ[2], "name": READ[0], "reading": READ[1], "org": "elsewhere", "post": "干部", "role": "other",
                    "from": "2010-01-01"}]
        (folder / "others.yaml").write_text(yaml.safe_dump_all(records, allow_unicode=True), "utf-8")

    def draft(self, folder: Path, type_: str, mask: str) -> int:
        names = [*OTHERS, *READ]
        words = ["letter", "--all", "--type", type_, "--mask", mask, "--allow-errors"]
        papers = 0
        for format_ in ("md", "json", "table", "csv"):
            run = zsup(folder, *words, "--format", format_)
            if run.returncode == 1 and not run.stdout:
                self.assertEqual([], found(run.stderr, names))
                return 0
            self.assertIn(run.returncode, (0, 1), run.stderr)
            texts = run.stdout.splitlines()
            if format_ == "json":
                parsed = json.loads(run.stdout)["letters"]
                papers = len(parsed)
                texts = list(strings(parsed))
                for letter in parsed:
                    for item in letter["items"]:
                        # The names of measures stay as many as they were.
                        self.assertIn(len(item.get("measures", {})), (0, *range(2, 99)))
            for text in [*texts, *run.stderr.splitlines()]:
                self.assertEqual([], found(text, names), text)
        with tempfile.TemporaryDirectory() as out:
            run = zsup(folder, *words, "-o", out + "/letters")
            self.assertEqual([], found(run.stderr, names), run.stderr)
            files = list(Path(out).glob("letters/*"))
            self.assertEqual(papers, len(files))
            for file in files:
                for text in [file.name, *file.read_text("utf-8").splitlines()]:
                    self.assertEqual([], found(text, names), text)
        return papers

    def test_records_of_issued_letters(self):
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder) / "register"
            shutil.copytree(REPOSITORY / "examples/district", folder)
            pattern = re.compile(r"^(内容: |  - 内容: )(.*[^\"'|>{}\[\]\s])$", re.MULTILINE)
            for path in sorted((folder / "findings").rglob("*.yaml")):
                path.write_text(pattern.sub(r"\1\2（2018黄长青）", path.read_text("utf-8")), "utf-8")
            self.add_people(folder, self.someone(folder))
            before = set(folder.rglob("*"))
            for type_ in TYPES:
                run = zsup(folder, "letter", "--all", "--type", type_, "--mask", "full", "--issue", "-o", f"{holder}/{type_}")
                self.assertEqual([], found(run.stderr, OTHERS), run.stderr)
            written = [path for path in set(folder.rglob("*")) - before if path.is_file()]
            self.assertGreater(len(written), 5)
            for path in [*written, *(path for path in Path(holder).glob("*/*.md"))]:
                for text in [path.name, *path.read_text("utf-8").splitlines()]:
                    self.assertEqual([], found(text, OTHERS), text)


if __name__ == "__main__":
    unittest.main()
