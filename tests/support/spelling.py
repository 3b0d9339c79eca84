#!/usr/bin/env python3
"""Writes the records of a register in the other spelling, by the JSON Schemas in schemas/.

    spelling.py zh|en REGISTER

Every key and every word of a vocabulary has an English and a Chinese spelling that mean the same. What stands around
them (comments, order, quotes, blanks) stays as it is, and so does every line's number.
"""

import functools
import json
import sys
from pathlib import Path

import yaml

from schema_refs import resolved

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def is_chinese(text: str) -> bool:
    return not text.isascii()


@functools.cache
def schema(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def variants(whole: dict, part: dict) -> list[dict]:
    """A schema and all that it is put together from."""
    part = resolved(whole, part)
    found = [part]
    for word in ("allOf", "anyOf", "oneOf"):
        for one in part.get(word, []):
            found += variants(whole, one)
    return found


class Writer:
    def __init__(self, language: str):
        self.chinese = language == "zh"

    def other(self, english: str, chinese: str) -> tuple[str, str]:
        """A word as it may stand there, and what is written for it."""
        return (english, chinese) if self.chinese else (chinese, english)

    def keys(self, parts: list[dict]) -> tuple[dict, dict]:
        words, fields = {}, {}
        for part in parts:
            for key, field in part.get("properties", {}).items():
                fields.setdefault(key, field)
                english = field.get("$ref", "").rpartition("/properties/")[2] if isinstance(field, dict) else ""
                if english and is_chinese(key):
                    words.update([self.other(english, key)])
        return words, fields

    def words(self, parts: list[dict]) -> dict:
        words = {}
        for part in parts:
            listed = [word for word in part.get("enum", []) if isinstance(word, str)]
            english = [word for word in listed if not is_chinese(word)]
            chinese = [word for word in listed if is_chinese(word)]
            assert len(english) == len(chinese), listed
            words.update(self.other(*pair) for pair in zip(english, chinese))
        return words

    def edits(self, whole: dict, part: dict, node: yaml.Node):
        parts = variants(whole, part)
        if isinstance(node, yaml.MappingNode):
            words, fields = self.keys(parts)
            free = {}
            for one in parts:
                words |= self.words(variants(whole, one["propertyNames"])) if "propertyNames" in one else {}
                if isinstance(one.get("additionalProperties"), dict):
                    free = one["additionalProperties"]
            for key, value in node.value:
                if key.value in words:
                    yield key, words[key.value]
                yield from self.edits(whole, fields.get(key.value, free), value)
        elif isinstance(node, yaml.SequenceNode):
            items = next((one["items"] for one in parts if "items" in one), {})
            for value in node.value:
                yield from self.edits(whole, items, value)
        elif node.style is None:
            words = self.words(parts)
            if node.value in words:
                yield node, words[node.value]

    def file(self, path: Path) -> str:
        text = path.read_text("utf-8")
        edits = []
        for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
            if document is None:
                continue
            name = "zsup"
            if path.name != "zsup.yaml":
                kind = next(value.value for key, value in document.value if key.value in ("kind", "种类"))
                name = next(word for word in kinds() if kind in (word, kinds()[word]))
            whole = schema(name)
            edits += self.edits(whole, whole, document)
        for node, word in sorted(edits, key=lambda edit: -edit[0].start_mark.index):
            text = text[: node.start_mark.index] + word + text[node.end_mark.index :]
        return text


@functools.cache
def kinds() -> dict:
    """The kinds of records, in English, with their Chinese words."""
    found = {}
    for path in SCHEMAS.glob("*.schema.json"):
        name = path.name.removesuffix(".schema.json")
        words = schema(name)["properties"].get("kind", {}).get("enum", [])
        if words:
            found[name] = words[1]
    return found


def rewrite(register: Path, language: str) -> int:
    """How many files have changed."""
    count = 0
    for path in sorted(register.rglob("*.yaml")):
        before, after = path.read_text("utf-8"), Writer(language).file(path)
        if before != after:
            path.write_text(after, "utf-8")
            count += 1
    return count


if __name__ == "__main__":
    print(rewrite(Path(sys.argv[2]), sys.argv[1]), "files")
