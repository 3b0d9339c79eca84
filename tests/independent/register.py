"""Reads a register: every record as a dictionary with canonical keys and words, whichever spelling it is written in.

The Chinese spellings come from the JSON Schemas that the program prints; all scalars stay text."""

import fnmatch
import functools
import json
import os
import subprocess
from pathlib import Path

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
KINDS = ("org", "leader", "duty", "report", "inspection", "finding", "case", "action", "filing", "campaign", "letter", "draw", "waiver",
         "policy", "calendar")


@functools.lru_cache(maxsize=None)
def schema(zsup: str, kind: str) -> dict:
    return json.loads(subprocess.run([zsup, "schema", kind], capture_output=True, check=True).stdout)


def resolve(node: dict, root: dict) -> list:
    """The schemas that a node may stand for."""
    if "$ref" in node:
        target = root
        for step in node["$ref"].split("/")[1:]:
            target = target[step]
        return resolve(target, root)
    if "properties" in node:
        return [node]
    for several in ("allOf", "anyOf", "oneOf"):
        if several in node:
            return [each for one in node[several] for each in resolve(one, root)]
    return [node]


def canonical(value, node: dict, root: dict):
    choices = resolve(node, root)
    if isinstance(value, dict):
        for choice in choices:
            if "properties" in choice:
                renamed = {}
                for key, inner in value.items():
                    field = choice["properties"].get(key)
                    if field is None:
                        renamed[key] = inner        # an x- field
                        continue
                    reference = field.get("$ref", "") if set(field) == {"$ref"} else ""
                    name = reference.rsplit("/", 1)[1] if "/properties/" in reference else key
                    renamed[name] = canonical(inner, choice["properties"][name], root)
                return renamed
        return value
    if isinstance(value, list):
        for choice in choices:
            if "items" in choice:
                return [canonical(each, choice["items"], root) for each in value]
        return value
    for choice in choices:
        words = [word for word in choice.get("enum", []) if isinstance(word, str)]
        ascii_words = [word for word in words if word.isascii()]
        chinese = [word for word in words if not word.isascii()]
        if value in chinese and len(ascii_words) == len(chinese):
            return ascii_words[chinese.index(value)]
    return value


def find_files(folder: Path, ignore) -> list:
    found = []
    for here, folders, files in os.walk(folder):
        relative = Path(here).relative_to(folder)
        def ignored(name, is_folder):
            path = (relative / name).as_posix()
            return any(fnmatch.fnmatch(path, pattern.rstrip("/")) and (is_folder or not pattern.endswith("/")) for pattern in ignore)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not ignored(name, True)
                            and not (Path(here) / name / "zsup.yaml").exists())
        found += [Path(here) / name for name in sorted(files) if not name.startswith(".") and name.endswith((".yaml", ".yml"))
                  and not (relative == Path(".") and name == "zsup.yaml") and not ignored(name, False)]
    return found


class Register:
    """`records` by kind in the order of ids; `by_id`; every record knows its `file`."""

    def __init__(self, folder, zsup: str):
        folder = Path(folder)
        root = schema(zsup, "zsup")
        self.settings = canonical(yaml.load((folder / "zsup.yaml").read_text("utf-8"), LOADER), root, root)
        self.by_id = {}
        kind_words = {}
        for kind in KINDS:
            for word in schema(zsup, kind)["properties"]["kind"]["enum"]:
                kind_words[word] = kind
        for path in find_files(folder, self.settings.get("ignore", [])):
            for raw in yaml.load_all(path.read_text("utf-8"), LOADER):
                kind = kind_words[raw.get("kind") or raw.get("种类")]
                record = canonical(raw, schema(zsup, kind), schema(zsup, kind))
                record["kind"] = kind
                record["file"] = path.relative_to(folder).as_posix()
                self.by_id[record["id"]] = record
        self.records = {kind: [] for kind in KINDS}
        for identity in sorted(self.by_id):
            self.records[self.by_id[identity]["kind"]].append(self.by_id[identity])
