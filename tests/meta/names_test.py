#!/usr/bin/env python3
"""A name comes through no mask, in whatever string or key of whatever record it was written.

Into every text that a record of any kind has or might have, into every id, line of work, measure, item of a catalogue, path of an
attachment, name of a file and `x-` key of the example registers the name of somebody is written, a different one in each place, so
that a leak says where it comes from. Which fields are texts the schemas say, so a new field is tried without being known here.
Then every command that promises to hide names is run in every format and under every mask that its own help lists, and all that comes
out is searched for each of the names: both streams, names and contents of files, the records that are written.
"""

import concurrent.futures
import itertools
import json
import os
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

SURNAMES = "禚亓邴郄訾逄亶鬲"
GIVEN = [chr(0x9F00 + n) for n in range(0x11, 0x9b) if unicodedata.normalize("NFKC", chr(0x9F00 + n)) == chr(0x9F00 + n)]
BLANKS = [chr(code) for code in (*range(0x2000, 0x200b), 0x00a0, 0x202f, 0x205f, 0x3000)]
DOTS = "·．∙﹒.•・"
DROPPED = re.compile("[\\s⏎·．∙﹒.•・\\-_]")


CUT = "‖"  # for the sign of what was cut, whose compatibility form is three dots


def folded(text: str) -> str:
    text = text.replace("…", CUT)
    return DROPPED.sub("", unicodedata.normalize("NFKC", text))


class Names:
    """A name for each place; and where a name that is found was written."""

    def __init__(self):
        pairs = itertools.product(SURNAMES, GIVEN, GIVEN[::3])
        self.unused = ("".join(three) for three in pairs)
        self.places = {}  # by name, folded

    def at(self, place: str) -> str:
        """A new person's name."""
        name = next(self.unused)
        if len(self.places) % 5 == 0:
            name = f"买{name[1]}提·{name[2]}吐{name[0]}"
        self.places[folded(name)] = (place, name)
        return name

    def written(self, place: str, blanks: bool = True) -> str:
        """The same, as somebody might write it."""
        name = self.at(place)
        turn = len(self.places)
        if "·" in name:
            return name.replace("·", DOTS[turn % len(DOTS)])
        return BLANKS[turn % len(BLANKS)].join(name) if blanks and turn % 3 == 0 else name

    def all(self) -> list:
        return [name for _, name in self.places.values()]

    def found(self, text: str) -> set:
        """Places of the names that stand in a text. A name is three characters, or seven without its dot; two that are left of one
        that was cut are told too."""
        places = set()
        for line in text.splitlines():
            bare = folded(line)
            for length in (3, 6):
                for at in range(len(bare) - length + 1):
                    if bare[at:at + length] in self.places:
                        places.add(self.places[bare[at:at + length]][0])
            for cut in re.finditer(f"[{SURNAMES}][{GIVEN[0]}-{GIVEN[-1]}](?={CUT})", bare):
                places.add(f"cut: {bare[max(0, cut.start() - 20):cut.end() + 1]}")
        return places


class Writing:
    """Writes names everywhere into the records of a register."""

    def __init__(self, names: Names):
        self.names = names
        self.covered = set()  # kind and path of each text
        self.schemas = {}
        for path in (REPOSITORY / "schemas").glob("*.schema.json"):
            schema = json.loads(path.read_text("utf-8"))
            for label in schema["properties"].get("kind", {}).get("enum", []):
                self.schemas[label] = (path.name.split(".")[0], schema)

    def into(self, folder: Path):
        files = {}
        for path in sorted(folder.rglob("*.yaml")):
            if path.name != "zsup.yaml":
                files[path] = [record for record in yaml.safe_load_all(path.read_text("utf-8")) if record]
        self.renamed = {}
        for record in itertools.chain(*files.values()):
            self.rename(record)
        for path in sorted(path for path in (folder / "files").rglob("*") if path.is_file()):
            inside = str(path.relative_to(folder))
            moved = f"{path.parent.relative_to(folder)}/{path.stem}{self.names.written('attachment ' + inside, False)}{path.suffix}"
            self.renamed[inside] = moved
            path.rename(folder / moved)
        settings = (folder / "zsup.yaml").read_text("utf-8")
        (folder / "zsup.yaml").write_text(re.sub(r"[a-z]+(?:-[a-z]+)+", lambda word: self.renamed.get(word[0], word[0]), settings), "utf-8")
        for path, records in files.items():
            changed = [self.record(record) for record in records]
            path.unlink()
            moved = path.with_name(f"{path.stem}{self.names.written('file ' + path.stem, False)}.yaml")
            moved.write_text(yaml.safe_dump_all(changed, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")

    # Words by which records speak of one another: changed wherever they stand.
    def rename(self, value, inside=""):
        if isinstance(value, list):
            for each in value:
                self.rename(each, inside)
        elif isinstance(value, dict):
            for key, inner in value.items():
                if key in ("id", "编号") and isinstance(inner, str):
                    # What a leader who is named is called by is his.
                    what = "own id " if value.get("kind", value.get("种类")) in ("leader", "领导干部") else "id "
                    self.renamed[inner] = inner + self.names.at(what + inner).replace("·", "")
                elif key in ("lines", "工作线") and isinstance(inner, list):
                    self.renamed.update({line: line + self.names.written("line " + line, False) for line in inner})
                elif key in ("measures", "指标") and isinstance(inner, dict):
                    for name in inner:
                        if name not in self.renamed:
                            self.renamed[name] = name + self.names.written("measure " + name)
                else:
                    self.rename(inner, key)

    def record(self, record: dict) -> dict:
        kind, schema = self.schemas[record.get("kind", record.get("种类"))]
        changed = self.values(record, schema, schema, kind)
        changed["x-" + self.names.at("x- key of " + kind).replace("·", "")] = self.names.written("x- value of " + kind)
        return changed

    def values(self, value, part: dict, schema: dict, place: str):
        part = resolved_within(schema, part)
        if isinstance(value, list):
            return [self.values(each, part.get("items", {}), schema, place) for each in value]
        if not isinstance(value, dict):
            if value in self.renamed and isinstance(value, str):
                return self.renamed[value]
            if self.is_text(part) and isinstance(value, str) and not self.is_fixed(place):
                self.covered.add(place)
                return f"{value}（{self.names.written(place)}）"
            return value
        properties = part.get("properties", {})
        changed = {}
        for key, inner in value.items():
            if key in ("measures", "指标"):
                changed[key] = {self.renamed.get(name, name): number for name, number in inner.items()}
            else:
                changed[key] = self.values(inner, properties.get(key, {}), schema, f"{place}/{self.plain(key, properties)}")
        own = self.fields(properties)
        for key, chinese in own.items():
            if key in value or chinese in value:
                continue
            if self.is_text(properties[key]) and not self.is_fixed(f"{place}/{key}"):
                self.covered.add(f"{place}/{key}")
                changed[key if "kind" in value or "种类" not in value and key in changed else chinese] = self.names.written(f"{place}/{key}")
        return changed

    def fields(self, properties: dict) -> dict:
        """The names of fields with their Chinese ones, which stand behind them in a schema."""
        keys = list(properties)
        return {key: chinese for key, chinese in zip(keys, keys[1:]) if key.isascii() and not chinese.isascii()}

    def plain(self, key: str, properties: dict) -> str:
        return next((one for one, chinese in self.fields(properties).items() if chinese == key), key)

    def is_text(self, part: dict) -> bool:
        return bool(re.search(r"· text$", part.get("markdownDescription", "")))

    def is_fixed(self, place: str) -> bool:
        """Words that something else rests on: who a person is, a line of the policy, a number, a band."""
        return place in ("leader/name", "leader/reading", "case/persons/name", "campaign/items/name", "finding/line", "draw/seed",
                         "letter/number", "letter/digest", "waiver/rule", "policy/vetoes/band", "policy/bands/name") or (
                             place.startswith("policy/letters/") and place.endswith("/code"))


def zsup(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([ZSUP, *words], cwd=folder, capture_output=True, text=True, check=False)


def choices(option: str, page: str) -> list:
    """What the help of a command lists behind an option."""
    line = re.search(rf"{option} [A-Z]+ .*(?:\n {{20,}}.*)*", page)[0]
    return re.split(r"[|]", re.sub(r"\s+", "", line.rsplit(": ", 1)[1]))


class Leaks(unittest.TestCase):
    maxDiff = 6000

    def commands(self) -> list:
        """Commands that promise to hide names, with their formats and masks."""
        overview = zsup(REPOSITORY, "-h", "--lang", "en").stdout
        names = re.findall(r"^  ([a-z]+)  ", overview.split("Commands")[1].split("Options")[0], re.MULTILINE)
        self.assertGreater(len(names), 12)
        pages = {name: zsup(REPOSITORY, name, "-h", "--lang", "en").stdout for name in names}
        return [(name, choices("--format", page), choices("--mask", page)) for name, page in pages.items() if "--mask" in page]

    def test_every_place(self):
        commands = self.commands()
        self.assertEqual(["letter"], [name for name, _, _ in commands])
        types = re.search(r"one of: (.*)", zsup(REPOSITORY / "examples/starter", "letter", "--all", "--type", "none", "--lang", "en").stderr)
        types = types[1].split(", ")
        self.assertEqual(9, len(types))
        papers = 0
        issued = 0
        kinds = set()
        for register in ("city", "county", "district", "township"):
            with tempfile.TemporaryDirectory() as holder:
                folder = Path(holder) / "register"
                shutil.copytree(REPOSITORY / "examples" / register, folder)
                names = Names()
                writing = Writing(names)
                self.add_records(folder)
                writing.into(folder)
                self.add_templates(folder, names)
                self.add_people(folder, names)
                kinds |= {place.split("/")[0] for place in writing.covered}
                self.assertGreater(len(names.places), 400)
                runs = list(itertools.product(commands, types))
                with concurrent.futures.ThreadPoolExecutor(2) as pool:
                    results = list(pool.map(lambda run: self.run_all(folder, names, *run), runs))
                for count, leaks in results:
                    papers += count
                    self.assertEqual([], leaks)
                shutil.rmtree(folder / "draws", ignore_errors=True)  # another pool makes another draw
                self.assertIn(zsup(folder, "check").returncode, (0,))
                for turn, type_ in enumerate(types):
                    issued += self.issue(folder, names, type_, ("surname", "full")[turn % 2])
        self.assertGreater(papers, 100)
        self.assertGreater(issued, 30)
        known = {name for name, _ in Writing(Names()).schemas.values()}
        self.assertEqual(set(), known - kinds - {"zsup"})

    def add_records(self, folder: Path):
        """Records of the kinds that an example lacks."""
        orgs = [record for path in sorted((folder / "orgs").rglob("*.yaml")) for record in yaml.safe_load_all(path.read_text("utf-8"))]
        org, other = [record.get("id", record.get("编号")) for record in orgs if record][:2]
        records = [
            {"kind": "case", "id": "case-added", "title": "违规领取补贴", "org": org, "categories": ["funds"],
             "clue": {"date": "2018-05-01", "text": "群众反映"}, "filed": "2018-05-10", "persons": [{"name": "某氏", "rank": "other"}]},
            {"kind": "campaign", "id": "campaign-added", "title": "清理", "type": "rectification", "from": "2018-04-01",
             "items": [{"name": "某氏", "text": "占用公车", "org": org, "declared": "2018-05-02"}]},
            {"kind": "filing", "id": "filing-added", "org": org, "event": "展会", "date": "2018-06-01", "amount": 100, "filed": "2018-06-20"},
            {"kind": "waiver", "id": "waiver-added", "rule": "ZS403", "record": "case-added", "reason": "已说明", "by": other,
             "until": "2018-12-31"},
            {"kind": "calendar", "id": "calendar-2031", "year": 2031, "holidays": ["2031-01-01"], "workdays": []},
        ]
        (folder / "added.yaml").write_text(yaml.safe_dump_all(records, allow_unicode=True, sort_keys=False), "utf-8")

    def add_templates(self, folder: Path, names: Names):
        """The register's own, which name somebody."""
        (folder / "templates").mkdir()
        for path in sorted((REPOSITORY / "src/write/templates").glob("*.mustache")):
            text = path.read_text("utf-8") + f"\n抄送：{names.written('template ' + path.name)}\n"
            (folder / "templates" / path.name).write_text(text, "utf-8")

    def add_people(self, folder: Path, names: Names):
        persons = [{"name": name, "rank": "other"} for name in names.all()]
        case = {"kind": "case", "id": "case-of-everybody", "title": "违规领取补贴", "categories": ["funds"], "clue": {"date": "2018-05-01"},
                "filed": "2018-05-10", "persons": persons}
        (folder / "everybody.yaml").write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False), "utf-8")

    def run_all(self, folder: Path, names: Names, command: tuple, type_: str) -> tuple:
        name, formats, masks = command
        papers = 0
        leaks = []

        def search(what: str, text: str):
            places = names.found(text)
            own = "own id " if what.startswith("surname") else "-"
            leaks.extend([f"{type_} {what}: {place}" for place in sorted(places) if not place.startswith(own)][:20])

        for mask in masks:
            if mask == "none":
                continue
            words = [name, "--all", "--type", type_, "--mask", mask]
            refused = zsup(folder, *words)
            search(f"{mask} refused", refused.stdout + refused.stderr)
            words.append("--allow-errors")
            for format_ in formats:
                with tempfile.TemporaryDirectory() as out:
                    to = ["-o", out + "/letters"] if format_ == "md" else []
                    run = zsup(folder, *words, "--format", format_, *to)
                    if run.returncode not in (0, 1):
                        leaks.append(f"{type_} {mask} {format_}: exit {run.returncode}: {run.stderr}")
                    text = run.stdout
                    if format_ == "json" and text:
                        papers += len(json.loads(text)["letters"])
                        text = json.dumps(json.loads(text), ensure_ascii=False, indent=0)
                    search(f"{mask} {format_} stdout", text)
                    search(f"{mask} {format_} stderr", run.stderr)
                    for file in Path(out).rglob("*"):
                        search(f"{mask} file name", file.name)
                        if file.is_file():
                            search(f"{mask} file", file.read_text("utf-8"))
        return papers, leaks

    def issue(self, folder: Path, names: Names, type_: str, mask: str) -> int:
        """Numbers letters of a type; neither papers nor what is said nor the texts of the records name anybody."""
        before = set(folder.rglob("*"))
        with tempfile.TemporaryDirectory() as out:
            run = zsup(folder, "letter", "--all", "--type", type_, "--mask", mask, "--issue", "-o", out + "/letters")
            self.assertIn(run.returncode, (0, 1, 2), run.stderr)
            self.assertEqual(set(), self.told(names, run.stdout + run.stderr, mask))
            for file in Path(out).rglob("*"):
                self.assertEqual(set(), self.told(names, file.name, mask))
                if file.is_file():
                    self.assertEqual(set(), self.told(names, file.read_text("utf-8"), mask))
        records = [path for path in set(folder.rglob("*")) - before if path.is_file()]
        for path in records:
            self.assertEqual(set(), self.told(names, path.name, mask))
            # References stay, or they would lead nowhere.
            text = re.sub(r"\b(?:主送|依据记录|to|record): [^,\n]*", "", path.read_text("utf-8"))
            self.assertEqual(set(), self.told(names, text, mask), text)
        return len(records)

    def told(self, names: Names, text: str, mask: str) -> set:
        own = "own id " if mask == "surname" else "-"
        return {place for place in names.found(text) if not place.startswith(own)}

    def test_what_is_wrong_with_a_record(self):
        """Letters are refused with the first error of the register: it quotes what somebody wrote, in part."""
        names = Names()
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder) / "register"
            shutil.copytree(REPOSITORY / "examples/township", folder)
            quoting = ("kind: finding\nid: a\norg: {0}\n", "kind: {0}\nid: a\n", "kind: finding\nid: a\n{0}: 1\n",
                       "kind: finding\nid: {0} 之\n", "kind: finding\nid: a\nfound: {0}\n", "kind: finding\nid: a\nsource: {0}\n",
                       "kind: finding\nid: a\nevents: [{{date: 2018-05-01, what: note, attachments: [{0}]}}]\n",
                       "kind: case\nid: a\namount: {0}\n", "kind: duty\nid: a\ndue: {0}\n", "kind: waiver\nid: a\nrule: {0}\n",
                       "kind: finding\nid: [{0}\n", "kind: finding\nid: 'a'{0}\n")
            texts = []
            for turn, one in enumerate(quoting):
                for length in range(16, 20):
                    name = names.at(f"{turn}: {one}")
                    split = name.replace("·", "")
                    texts.append(one.format("一" * length + (split if length % 2 else f'"{split}"'[1:-1])))
                    texts.append(one.format(json.dumps("一" * (length - 2) + name[0] + "\n" + name[1:] + "等人", ensure_ascii=False)))
            self.add_people(folder, names)
            for text, mask in zip(texts, itertools.cycle(("full", "surname"))):
                (folder / "a.yaml").write_text(text, "utf-8")
                for words in ((), ("--allow-errors",)):
                    run = zsup(folder, "letter", "--all", "--mask", mask, *words)
                    self.assertEqual(set(), self.told(names, run.stdout + run.stderr, mask), f"{text}\n{run.stderr}")
                self.assertIn("a.yaml", zsup(folder, "check").stdout + zsup(folder, "check").stderr, text)

    def test_what_reaches_nobody(self):
        """What is said of duties whose leader is not there quotes their titles in part."""
        names = Names()
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder) / "register"
            shutil.copytree(REPOSITORY / "examples/district", folder)
            told = 0
            for path in sorted((folder / "leaders").rglob("*.yaml")):
                text = path.read_text("utf-8")
                path.write_text(text if "离任日期" in text else text + "离任日期: 2018-07-10\n", "utf-8")
            turn = itertools.count()
            for path in sorted((folder / "duties").rglob("*.yaml")):
                records = []
                for record in (record for record in yaml.safe_load_all(path.read_text("utf-8")) if record):
                    records.append({**record, "标题": "一" * (16 + next(turn) % 2) + names.at(f"duty {record['编号']}").replace("·", "") + "等人"})
                path.write_text(yaml.safe_dump_all(records, allow_unicode=True, sort_keys=False), "utf-8")
            self.add_people(folder, names)
            for type_, mask in itertools.product(("notice", "reminder", "urge", "bulletin"), ("surname", "full")):
                run = zsup(folder, "letter", "--all", "--type", type_, "--mask", mask, "--allow-errors")
                told += run.stderr.count("…")
                self.assertEqual(set(), self.told(names, run.stdout + run.stderr, mask), run.stderr)
            self.assertGreater(told, 5)


if __name__ == "__main__":
    unittest.main()
