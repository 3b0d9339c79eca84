"""jsonschema_peer.py SCHEMA FOLDER: every file of a folder read with PyYAML and held against one schema."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml


class Loader(yaml.CSafeLoader):
    """Dates stay text, as the schemas have them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

validator = jsonschema.Draft7Validator(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
wrong = 0
for path in Path(sys.argv[2]).rglob("*.yaml"):
    try:
        record = yaml.load(path.read_bytes(), Loader)
    except yaml.YAMLError:
        wrong += 1
        continue
    wrong += not validator.is_valid(record)
print(wrong)
sys.exit(1 if wrong else 0)
