#!/usr/bin/env python3
"""The JSON of every command is what schemas/output/ and docs/json.md say.

Every command is run over every example register, as it is and as a draft, with options that change what is there; each result is
held against its schema by the `jsonschema` package. What a schema says is always there must be there somewhere with a value, and
every key of the program must have been said: one that stands in no schema fails too, although readers pass over it.
"""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in (REPOSITORY / "schemas/output").glob("*.json")}
EXAMPLES = ("starter", "township", "district", "county", "city")
TYPES = ("notice", "advice", "supervision-advice", "reminder", "urge", "interview", "briefing", "bulletin", "upward")
KINDS = [path.name.split(".")[0] for path in (REPOSITORY / "schemas").glob("*.schema.json") if path.name != "zsup.schema.json"]
RUNS = [
    ["check"], ["score", "2018-q2"], ["score", "2018"], ["score", "2026-q2"], ["status"], ["status", "2018-q2", "--all-states"],
    ["remind", "2018-q2", "--all"], ["remind", "2026-q2"], ["stats", "2018"], ["stats", "2018-h1", "--explain"], ["trend"], ["config"],
    ["draw", "2018-q2", "--pool", "leaders", "--count", "1", "--seed", "s"], ["draw", "2018-q2", "--pool", "reports", "--count", "1", "--seed", "s"],
    *(["letter", "2018-q2", "--all", "--type", type_] for type_ in TYPES), *(["list", kind] for kind in KINDS),
]


def unsaid(value, schema, where=""):
    """Keys of a value that its schema does not name."""
    if isinstance(value, list):
        for one in value:
            yield from unsaid(one, schema.get("items", {}), where + "[]")
    elif isinstance(value, dict):
        others = schema.get("additionalProperties")
        for key, inner in value.items():
            if key in schema.get("properties", {}):
                yield from unsaid(inner, schema["properties"][key], f"{where}.{key}")
            elif isinstance(others, dict):
                yield from unsaid(inner, others, f"{where}.*") if others else ()
            elif schema:
                yield f"{where}.{key}"


def keys_of(schema, where=""):
    """All keys that a schema names."""
    for key, inner in schema.get("properties", {}).items():
        yield f"{where}.{key}"
        yield from keys_of(inner, f"{where}.{key}")
    if isinstance(schema.get("items"), dict):
        yield from keys_of(schema["items"], where + "[]")


def seen(value, where=""):
    if isinstance(value, list):
        for one in value:
            yield from seen(one, where + "[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f"{where}.{key}"
            yield from seen(inner, f"{where}.{key}")


class Outputs(unittest.TestCase):
    maxDiff = None

    def test_every_command(self):
        met = {command: set() for command in SCHEMAS}
        for name in EXAMPLES:
            for words in RUNS:
                command = words[0]
                with self.subTest(register=name, words=words):
                    done = subprocess.run([ZSUP, "-C", REPOSITORY / "examples" / name, *words, "--format", "json"],
                                          capture_output=True, text=True, check=False)
                    if not done.stdout:
                        self.assertIn(done.returncode, (1, 2), done.stderr)
                        continue
                    result = json.loads(done.stdout)
                    self.hold(result, command)
                    met[command] |= set(seen(result))
        # A key that no example shows has been tested by nobody.
        rare = {command: sorted(set(keys_of(SCHEMAS[command])) - keys) for command, keys in met.items()}
        self.assertEqual({command: [key for key in keys if not key.startswith(RARE)] for command, keys in rare.items()},
                         {command: [] for command in met})

    def test_drafts_and_hostile_records(self):
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            (top / "zsup.yaml").write_text("name: 示例\nlang: zh\nas_of: 2018-07-15\n", "utf-8")
            (top / "a.yaml").write_text("kind: org\nid: a\nname: 甲\ntype: department\nparent: none\n---\nkind: leader\nid: b\n"
                                        "name: \"乙\\u200b\"\norg: a\npost: 局长\nrole: principal\nfrom: 2018-01-01\n---\nkind: duty\n"
                                        "id: d\ntitle: 谈话\ncategory: education\nowner: b\ncadence: quarterly\ndue: +5wd\n", "utf-8")
            for words in RUNS:
                draft = [] if words[0] in ("check", "list", "config") else ["--allow-errors"]
                done = subprocess.run([ZSUP, "-C", top, *words, *draft, "--format", "json"], capture_output=True, text=True, check=False)
                if done.stdout:
                    self.hold(json.loads(done.stdout), words[0])

    def hold(self, result, command):
        schema = SCHEMAS[command]
        errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                  for error in jsonschema.Draft7Validator(schema).iter_errors(result)]
        self.assertEqual(errors[:5], [])
        self.assertEqual(sorted(set(unsaid(result, schema)))[:5], [])
        self.assertEqual(result["version"], 1)

    def test_schemas_are_schemas(self):
        self.assertEqual(len(SCHEMAS), 10)
        for schema in SCHEMAS.values():
            jsonschema.Draft7Validator.check_schema(schema)


# What the examples have none of: mistakes, vetoes, replies that are due, letters that were issued and a report of an org.
RARE = (".diagnostics[]", ".not_read[]", ".subjects[].veto.", ".replies[]", ".letters[].digest", ".letters[].from.attention")

if __name__ == "__main__":
    unittest.main()
