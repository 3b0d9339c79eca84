#!/usr/bin/env python3
"""The JSON Schemas and the decoder accept and refuse the same records.

Held against each other: every record of the examples, of the reference pages and of the transcripts, and
systematic distortions of them: each key left out, misspelt, in its other spelling and in both; each value
replaced by values of every other type and shape, right and wrong.

A schema sees what a YAML reader made of a scalar, so a few things are beyond it, and are left out here
(`beyond_a_schema`): numbers that are written in another way than zsup takes them (010, 0x1F, 1e3, .5, 5.,
+5, -0, more decimal places than there may be), True and TRUE, and what has no finite value (.inf, .nan).
"""

import json
import os
import re
import subprocess
import sys
import unittest
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema
import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
SUPPORT = REPOSITORY / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

import transcripts  # noqa: E402

GENERATE = Path(os.environ.get("ZSUP", "")).parent / "zsup-generate"

# Diagnostics by which the decoder refuses a shape. The other ZS1xx compare fields with each other or with
# the as-of date, which a schema does not.
REFUSALS = {"ZS007", "ZS012"} | {f"ZS{number}" for number in range(101, 116)}


# -- YAML as editors read it ------------------------------------------------------------------------------

@dataclass
class Scalar:
    text: str
    plain: bool = True


@dataclass
class Null:
    """A value that was left out."""


@dataclass
class Mapping:
    entries: list = field(default_factory=list)  # of (key, node)


@dataclass
class Sequence:
    items: list = field(default_factory=list)


def tree(node):
    """PyYAML's tree as one of ours. Raises ValueError for what zsup does not read at all."""
    if isinstance(node, yaml.MappingNode):
        entries = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ValueError("a key that is no scalar")
            entries.append((key.value, tree(value)))
        if len({key for key, _ in entries}) != len(entries):
            raise ValueError("a key twice")
        return Mapping(entries)
    if isinstance(node, yaml.SequenceNode):
        return Sequence([tree(item) for item in node.value])
    # Of a plain scalar the style is nothing or "", after the parser.
    if not node.style and node.value == "":
        return Null()
    return Scalar(node.value, not node.style)


INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def value_of(node):
    """What an editor hands to a schema: YAML 1.2, core schema."""
    if isinstance(node, Mapping):
        return {key: value_of(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    if isinstance(node, Null):
        return None
    if not node.plain:
        return node.text
    if node.text in ("~", "null", "Null", "NULL"):
        return None
    if node.text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return node.text.lower() == "true"
    if INTEGER.fullmatch(node.text):
        base = {"0x": 16, "0o": 8}.get(node.text[:2], 10)
        return int(node.text[2:] if base != 10 else node.text, base)
    if FLOAT.fullmatch(node.text):
        return float(node.text.replace(".inf", "inf").replace(".Inf", "inf").replace(".INF", "inf")
                     .replace(".nan", "nan").replace(".NaN", "nan").replace(".NAN", "nan"))
    return node.text


def beyond_a_schema(node) -> bool:
    if isinstance(node, Mapping):
        return any(beyond_a_schema(value) for _, value in node.entries)
    if isinstance(node, Sequence):
        return any(beyond_a_schema(item) for item in node.items)
    if isinstance(node, Null) or not node.plain:
        return False
    if node.text in ("True", "TRUE", "False", "FALSE"):
        return True
    if not INTEGER.fullmatch(node.text) and not FLOAT.fullmatch(node.text):
        return False
    return not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?", node.text) or node.text.startswith("-0")


def text_of(node, indent: int = 0) -> str:
    """The tree as a YAML document in block style; a plain scalar is written as it was."""
    pad = "  " * indent
    if isinstance(node, Mapping):
        return "".join(f"{pad}{key_text(key)}:{behind(value, indent)}" for key, value in node.entries)
    return "".join(f"{pad}-{behind(item, indent)}" for item in node.items)


def key_text(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) and not key.startswith("-") else json.dumps(key, ensure_ascii=False)


def behind(node, indent: int) -> str:
    if isinstance(node, Null):
        return "\n"
    if isinstance(node, Scalar):
        return f" {node.text if node.plain else json.dumps(node.text, ensure_ascii=False)}\n"
    if isinstance(node, Mapping):
        return "\n" + text_of(node, indent + 1) if node.entries else " {}\n"
    return "\n" + text_of(node, indent + 1) if node.items else " []\n"


# -- Where records come from ------------------------------------------------------------------------------

def documents(text: str):
    try:
        nodes = list(yaml.compose_all(text, Loader=yaml.CBaseLoader))
    except (yaml.YAMLError, ValueError):
        return
    for node in nodes:
        try:
            read = tree(node)
        except ValueError:
            continue
        if isinstance(read, Mapping):
            yield read


def of_examples():
    for path in sorted((REPOSITORY / "examples").rglob("*.y*ml")):
        for document in documents(path.read_text(encoding="utf-8")):
            yield document, path.name == "zsup.yaml"


def of_the_reference():
    for path in sorted((REPOSITORY / "docs").glob("records*.md")):
        for block in re.findall(r"^```yaml\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S):
            for document in documents(block):
                yield document, kind_of(document) is None


def of_transcripts():
    for folder in ("rules", "cli"):
        for path in sorted((REPOSITORY / "tests" / folder).rglob("*.test")):
            try:
                _, sections = transcripts.parse(path.read_bytes())
            except transcripts.Malformed:
                continue  # the driver reports it
            for section in sections:
                if section.kind != "file" or not section.name.endswith((".yaml", ".yml")):
                    continue
                try:
                    text = section.text.decode("utf-8")
                except UnicodeDecodeError:
                    continue
                for document in documents(text):
                    yield document, section.name.endswith("zsup.yaml")


# -- Schemas ----------------------------------------------------------------------------------------------

def ecma_pattern(validator, pattern, instance, _schema):
    """In ECMAScript `$` is the end; in Python it may stand before a last line break."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


VALIDATOR = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": ecma_pattern})


def without_references(root, schema):
    """The same schema with what `$ref` leads to in its place: following references takes most of the time."""
    if isinstance(schema, list):
        return [without_references(root, item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        found = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return without_references(root, found)
    return {key: without_references(root, value) for key, value in schema.items() if key != "definitions"}


class Schemas:
    def __init__(self):
        self.by_name = {}
        self.validators = {}
        self.kinds = {}  # both spellings
        for path in sorted((REPOSITORY / "schemas").glob("*.schema.json")):
            schema = json.loads(path.read_text(encoding="utf-8"))
            VALIDATOR.check_schema(schema)
            name = path.name.removesuffix(".schema.json")
            self.by_name[name] = schema
            self.validators[name] = VALIDATOR(without_references(schema, schema))
            for word in schema["properties"].get("kind", {}).get("enum", []):
                self.kinds[word] = name

    def of(self, document, config: bool):
        """The schemas that the record is held against: its kind's, or all of them when it has none."""
        if config:
            return [self.validators["zsup"]]
        kind = self.kinds.get(kind_of(document))
        if kind:
            return [self.validators[kind]]
        return [schema for name, schema in self.validators.items() if name != "zsup"]


def kind_of(document):
    for key, value in document.entries:
        if key in ("kind", "种类") and isinstance(value, Scalar):
            return value.text
    return None


class Table:
    """The fields of an object, as its schema has them."""

    def __init__(self, root, schema):
        self.root = root
        properties = schema["properties"]
        self.other = {}
        self.fields = {}
        for name, prop in properties.items():
            if set(prop) == {"$ref"}:
                key = prop["$ref"].rsplit("/", 1)[1]
                self.other[name], self.other[key] = key, name
                self.fields[name] = properties[key]
            else:
                self.fields[name] = prop

    def below(self, name):
        """The table of the objects that the field holds, or None."""
        prop = self.fields.get(name, {})
        prop = prop.get("items", prop)
        for part in prop.get("allOf", []) + prop.get("anyOf", []):
            if "$ref" in part:
                return Table(self.root, self.root["definitions"][part["$ref"].rsplit("/", 1)[1]])
        return None

    def shape(self, name):
        """The part of the field's schema that accepts or refuses, as a key to compare by."""
        def bare(schema):
            if isinstance(schema, dict):
                return {key: bare(value) for key, value in schema.items()
                        if key not in ("title", "description", "examples", "patternErrorMessage")
                        and not key.startswith("markdown") and key != "enumDescriptions"}
            return [bare(item) for item in schema] if isinstance(schema, list) else schema
        return json.dumps(bare(self.fields.get(name, {})), sort_keys=True)

    def words(self, name):
        """The words of the field's vocabulary and their other spellings."""
        prop = self.fields.get(name, {})
        prop = prop.get("items", prop)
        words = prop.get("enum") or next((part["enum"] for part in prop.get("anyOf", []) if "enum" in part), [])
        words = [word for word in words if isinstance(word, str)]
        half = len(words) // 2
        return dict(zip(words, words[half:] + words[:half]))


# -- Distortions ------------------------------------------------------------------------------------------

REPLACEMENTS = [
    Null(), Mapping([]), Mapping([("a", Scalar("1"))]), Mapping([("a", Scalar("x"))]), Mapping([("a", Null())]),
    Mapping([("甲", Scalar("-1"))]), Mapping([("甲", Scalar("0"))]), Mapping([("", Scalar("1"))]),
    Mapping([("ZS403", Scalar("off"))]), Mapping([("ZS403", Scalar("错误"))]), Mapping([("ZS403", Scalar("no"))]),
    Mapping([("zs403", Scalar("off"))]), Mapping([("ZS40", Scalar("off"))]),
    Mapping([("under", Scalar("x"))]), Mapping([("role", Scalar("member"))]),
    Sequence([]), Sequence([Null()]), Sequence([Scalar("a")]), Sequence([Scalar("")]), Sequence([Sequence([])]),
    Sequence([Mapping([])]), Sequence([Scalar("", False)]), Sequence([Scalar("2018-07-01")]), Sequence([Scalar("5")]),
    Sequence([Scalar("2018-07-01"), Scalar("2018-07-32")]), Sequence([Scalar("采购"), Scalar("funds")]),
    *(Scalar(text, False) for text in (
        "", " ", "\t", "\n", "\u3000", "\u00a0", " x", "null", "~", "3", "0", "-1", "010", "0.5", "00.5", "1001",
        "1000", "1000.0001", "1000.0000", "100000", "100001", "0.12345", "1900", "1899", "2999", "3000", "999999999999",
        "1000000000000", "true", "false", "True", "2018-07-01\n", "2018-q2 ", "a\nb", "1,000", "1e3", "１２", "off",
        "ab\n", "2018\n", "\u200b")),
    *(Scalar(text) for text in (
        "null", "~", "Null", "NULL", "nULL", "true", "false", "yes", "no", "on", "off", "是", "否", "不", "x", "张三",
        "张三-2", "張㐀〇", "𠮷", "\U0002f800", "豈", "ａ", "甲 乙", "甲、乙", "A", "aB", "a-b", "a--b", "-a", "a-",
        "a_b", "a.b", "a" * 64, "a" * 65, "党" * 64, "党" * 65, "0", "1", "2", "3", "99", "100", "101", "365", "366",
        "999", "1000", "1001", "9999", "10000", "10001", "100000", "100001", "1899", "1900", "2018", "2999", "3000",
        "99999999999", "100000000000", "999999999999", "1000000000000", "-1", "-5", "0.5", "1.25", "1000.5", "999.99",
        "999999999999.99", "1_000", "1,000", "18,000.50", "0,123", "1,00", "1,0000", "1,000,000,000,000",
        "999,999,999,999.99", "1.8万元", "1.8万", "18000元", "1.8亿", "1.8亿元", "0.000001万元", "0.0000001万元",
        "99999999.999999万", "100000000万", "9999.9999999999亿", "10000亿", "1,000万", "1.8万 元", "万元", "元",
        "-1元", "01万", "￥5", "2018-07-01", "2018-02-29", "2020-02-29", "2000-02-29", "1900-02-29", "2100-02-29",
        "2400-02-29", "2018-02-30", "2018-04-31", "2018-12-31", "2018-13-01", "2018-00-10", "2018-01-00", "2018-1-1",
        "2018/07/01", "20180701", "1899-12-31", "1900-01-01", "2999-12-31", "3000-01-01", "2018-07-01T00:00:00",
        "２０１８-07-01", "2018-q1", "2018-q4", "2018-q5", "2018-q0", "2018-Q2", "2018q2", "q2", "2018-h1", "2018-h2",
        "2018-h3", "2018-01", "2018-12", "2018-13", "2018-00", "2018-1", "+0d", "+5d", "+5wd", "+5m", "+5", "+5w",
        "5d", "+05d", "+3660d", "+3661d", "+3599m", "+3600wd", "+4000d", "+999d", "+1000d", "-5d", "+5 d", "+５d",
        "+d", "files/a.pdf", "../a", "/etc/passwd", "ZS403", "principal", "主要负责人", "Principal", "procurement",
        "采购", "采购 ", "approved", "审核通过", "quarterly", "每季度", "duty", "任务", "deduction", "notice")),
]


FEW_REPLACEMENTS = [Null(), Mapping([]), Sequence([]), Sequence([Scalar("a")]), Scalar("", False),
                    *map(Scalar, ("null", "x", "0", "1000001", "true", "否", "2018-07-01", "+5wd"))]


def replaced(node, steps, new):
    """The tree with the node that the steps lead to replaced, or removed where `new` is None."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(node, Mapping):
        entries = list(node.entries)
        key, value = entries[step]
        below = replaced(value, rest, new)
        entries[step:step + 1] = [] if below is None else [(key, below)]
        return Mapping(entries)
    items = list(node.items)
    below = replaced(items[step], rest, new)
    items[step:step + 1] = [] if below is None else [below]
    return Sequence(items)


def with_entries(node, steps, change):
    if not steps:
        return Mapping(change(list(node.entries)))
    step, rest = steps[0], steps[1:]
    if isinstance(node, Mapping):
        entries = list(node.entries)
        entries[step] = (entries[step][0], with_entries(entries[step][1], rest, change))
        return Mapping(entries)
    items = list(node.items)
    items[step] = with_entries(items[step], rest, change)
    return Sequence(items)


def respelled(node, table, name=None):
    """Everything in its other spelling."""
    if isinstance(node, Mapping) and table:
        return Mapping([(table.other.get(key, key),
                         respelled(value, table.below(key), (table, key))) for key, value in node.entries])
    if isinstance(node, Sequence):
        return Sequence([respelled(item, table, name) for item in node.items])
    if isinstance(node, Scalar) and name:
        return Scalar(name[0].words(name[1]).get(node.text, node.text), node.plain)
    return node


class Distorter:
    """Distorts each place of the schemas once or, for keys, in the first few records that have it."""

    def __init__(self, schemas):
        self.schemas = schemas
        self.seen = {}

    def fresh(self, what, times) -> bool:
        self.seen[what] = self.seen.get(what, 0) + 1
        return self.seen[what] <= times

    def all_of(self, document, config):
        name = "zsup" if config else self.schemas.kinds.get(kind_of(document))
        if name is None:
            return
        table = Table(self.schemas.by_name[name], self.schemas.by_name[name])
        yield respelled(document, table)
        yield from self.mapping(document, document, (), table, name)

    def mapping(self, document, node, steps, table, where):
        keys = [key for key, _ in node.entries]
        if self.fresh((where, "mapping"), 2):
            for extra in ("x-own", "x", "unknown", "未知", "kind", "种类", ""):
                if extra not in keys:
                    yield with_entries(document, steps, lambda e, k=extra: e + [(k, Scalar("1"))])
        for name, other in sorted(table.other.items()):
            # A field of the table that is not there, with something that it may or may not hold.
            if name not in keys and other not in keys and self.fresh((where, "absent", name), 1):
                yield with_entries(document, steps, lambda e, k=name: e + [(k, Scalar("x"))])
        for at, (key, value) in enumerate(node.entries):
            place = f"{where}.{min(key, table.other.get(key, key))}"
            if self.fresh((place, "key", key), 2):
                yield replaced(document, steps + (at,), None)
                yield with_entries(document, steps, lambda e, i=at: e[:i] + [(e[i][0] + "x", e[i][1])] + e[i + 1:])
                yield with_entries(document, steps, lambda e, i=at: e[:i] + [(e[i][0].upper(), e[i][1])] + e[i + 1:]
                                   if e[i][0].upper() not in keys else e)
                if key in table.other:
                    other = table.other[key]
                    yield with_entries(document, steps, lambda e, i=at, o=other: e[:i] + [(o, e[i][1])] + e[i + 1:])
                    yield with_entries(document, steps, lambda e, i=at, o=other: e + [(o, e[i][1])])
            yield from self.value(document, value, steps + (at,), table.below(key), place, table.shape(key))

    def value(self, document, node, steps, table, place, shape):
        if self.fresh((place, "value", type(node).__name__), 1):
            # All of them where the shape is new, and a few to see that the place has it.
            for new in REPLACEMENTS if self.fresh(("shape", shape), 1) else FEW_REPLACEMENTS:
                yield replaced(document, steps, new)
        if isinstance(node, Sequence):
            for at, item in enumerate(node.items[:3]):
                yield from self.value(document, item, steps + (at,), table, place + "[]", shape + "[]")
        elif isinstance(node, Mapping) and table:
            yield from self.mapping(document, node, steps, table, place)


# -- The test ---------------------------------------------------------------------------------------------

def decode(texts, config: bool):
    done = subprocess.run([GENERATE, "decode", *(["config"] if config else [])], input="\0".join(texts).encode(),
                          stdout=subprocess.PIPE, check=True)
    lines = done.stdout.decode().splitlines()
    assert len(lines) == len(texts), f"{len(texts)} documents, {len(lines)} answers"
    return [set() if line == "ok" else set(line.split()) for line in lines]


@unittest.skipUnless(os.environ.get("ZSUP"), "NOTHING IS CHECKED: ZSUP names no program")
class Agreement(unittest.TestCase):
    def setUp(self):
        warnings.simplefilter("ignore")
        self.schemas = Schemas()
        self.accepted = self.refused = 0

    def compare(self, cases, config):
        """Holds (tree, text) pairs against both; returns what they disagree on."""
        wrong = []
        for (document, text), codes in zip(cases, decode([text for _, text in cases], config)):
            if codes - REFUSALS and any(code.startswith("ZS0") for code in codes - REFUSALS):
                continue  # not read at all
            value = value_of(document)
            by_zsup = not codes & REFUSALS
            by_schema = any(schema.is_valid(value) for schema in self.schemas.of(document, config))
            self.accepted += by_zsup
            self.refused += not by_zsup
            if by_zsup != by_schema:
                wrong.append(f"zsup: {' '.join(sorted(codes)) or 'ok'}, schema: "
                             f"{'ok' if by_schema else 'refused'}\n{text}")
        return wrong

    def hold(self, found, distort: bool):
        cases = {False: [], True: []}
        seen = set()
        distorter = Distorter(self.schemas)
        for document, config in found:
            for tried in (document, *(distorter.all_of(document, config) if distort else ())):
                if not isinstance(tried, Mapping) or beyond_a_schema(tried):
                    continue
                text = text_of(tried)
                if not tried.entries or (config, text) in seen:
                    continue
                seen.add((config, text))
                try:
                    again = tree(yaml.compose(text, Loader=yaml.CBaseLoader))
                except (yaml.YAMLError, ValueError):
                    continue
                cases[config].append((again, text))
        wrong = self.compare(cases[False], False) + self.compare(cases[True], True)
        if wrong:
            self.fail(f"{len(wrong)} disagreements\n\n" + "\n".join(wrong[:20]))

    def test_examples(self):
        self.hold(of_examples(), distort=False)
        self.assertGreater(self.accepted, 100)
        self.assertEqual(self.refused, 0)

    def test_reference(self):
        self.hold(of_the_reference(), distort=False)
        self.assertEqual(self.accepted, 32)  # 15 kinds and zsup.yaml, in two spellings
        self.assertEqual(self.refused, 0)

    def test_transcripts(self):
        self.hold(of_transcripts(), distort=False)

    def test_distorted(self):
        # The smallest record that has a place is distorted there: that is quickest to read and to judge.
        found = [*of_the_reference(), *of_examples()]
        self.hold(sorted(found, key=lambda pair: len(text_of(pair[0]))), distort=True)
        self.assertGreater(self.accepted, 2000)
        self.assertGreater(self.refused, 8000)


if __name__ == "__main__":
    unittest.main()
