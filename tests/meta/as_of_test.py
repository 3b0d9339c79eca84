#!/usr/bin/env python3
"""`--as-of T` says what the register says whose records have lost whatever happened after T.

The cutter below knows nothing of src/: it is written from docs/order.md. For the example registers, for as many
generated ones as GENERATED_SECONDS (15) allow, and many days it holds every command, in JSON, on the whole register against the same on the one that was cut.
Prints the commands and days that differ.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import yaml

ZSUP = os.environ["ZSUP"]
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ("starter", "township", "district", "county", "city")
OWN = {  # by which date a record is there; others always are
    "finding": "found", "inspection": "from", "campaign": "from", "letter": "date", "action": "date", "filing": "date",
    "draw": "held",
}
LATER = {  # dates that are left out by themselves
    "case": ["filed"], "inspection": ["published"], "letter": ["replied"], "action": ["rectified"], "filing": ["filed"],
    "report": ["oral"],
}


class Loader(yaml.SafeLoader):
    """Nothing but texts, so that what is written comes out again as it was."""


Loader.yaml_implicit_resolvers = {}


def words():
    """Chinese keys and kinds to canonical ones, from the schemas."""
    table = {}
    page = (REPOSITORY / "docs" / "records.md").read_text(encoding="utf-8")
    for key, word in re.findall(r"^\| `([a-z_]+)` \| `(\S+?)` \|", page, re.M):
        table.setdefault(word, set()).add(key)
    return table


WORDS = words()
KINDS = {"问题": "finding", "案件": "case", "巡察": "inspection", "专项行动": "campaign", "函件": "letter", "监督措施": "action",
         "报备": "filing", "抽取": "draw", "报告": "report", "专项": "campaign"}


def get(mapping, key):
    """The name by which the mapping has this key, or None."""
    for name in mapping:
        if name == key or key in WORDS.get(name, ()):
            return name
    return None


def later(mapping, key, day):
    name = get(mapping, key)
    return name is not None and mapping[name] > day


def drop(mapping, *keys):
    for key in keys:
        name = get(mapping, key)
        if name is not None:
            del mapping[name]


def keep(mapping, key, there):
    name = get(mapping, key)
    if name is None:
        return
    mapping[name] = [one for one in mapping[name] if there(one)]
    if not mapping[name]:
        del mapping[name]


def submission(day):
    def there(one):
        name = get(one, "submitted")
        return name is not None and one[name] <= day
    return there


def cut_item(item, day):
    there = submission(day)
    earlier_name = get(item, "earlier")
    attempts = list(item[earlier_name]) if earlier_name else []
    own = {name: value for name, value in item.items()
           if any(get({name: 0}, key) for key in ("submitted", "content", "measures", "attachments", "review"))}
    attempts = [one for one in attempts + [own] if there(one)]
    if not attempts:
        return None
    last = max(range(len(attempts)), key=lambda at: (attempts[at][get(attempts[at], "submitted")], at))
    result = {name: value for name, value in item.items() if name not in own and name != earlier_name}
    result.update(attempts[last])
    rest = attempts[:last] + attempts[last + 1:]
    if rest:
        result[earlier_name] = rest
    for one in [result, *rest]:
        name = get(one, "review")
        if name and later(one[name], "date", day):
            del one[name]
    return result


def cut(record, day):
    """The record as it was on the day, or None."""
    kind = record[get(record, "kind") or "种类"]
    kind = KINDS.get(kind, kind)
    if kind in OWN and later(record, OWN[kind], day):
        return None
    for key in LATER.get(kind, []):
        if later(record, key, day):
            drop(record, key)
    if kind in ("finding", "letter"):
        keep(record, "events", lambda one: not later(one, "date", day))
    elif kind == "case":
        clue = record[get(record, "clue")]
        if later(clue, "date", day):
            return None
        for key in ("disposition", "escalated"):
            name = get(record, key)
            if name and later(record[name], "date", day):
                del record[name]
        for person in record.get(get(record, "persons"), []):
            if later(person, "date", day):
                drop(person, "measure", "date", "by", "responsibility")
    elif kind == "inspection":
        for row in record.get(get(record, "briefings"), []):
            for key in ("leader_date", "unit_date"):
                if later(row, key, day):
                    drop(row, key)
    elif kind == "campaign":
        keep(record, "items", lambda one: not later(one, "declared", day))
        for one in record.get(get(record, "items"), []):
            if later(one, "corrected", day):
                drop(one, "corrected")
    elif kind == "report":
        name = get(record, "items")
        record[name] = [one for one in (cut_item(item, day) for item in record[name]) if one]
        if not record[name]:
            return None
    return record


def cut_register(source, target, day):
    shutil.copytree(source, target)
    for path in sorted(target.rglob("*.y*ml")):
        if path.name == "zsup.yaml" or any(part.startswith(".") for part in path.relative_to(target).parts):
            continue
        records = [cut(one, day) for one in yaml.load_all(path.read_text(encoding="utf-8"), Loader) if one]
        records = [one for one in records if one]
        if records:
            # Every text is quoted where YAML asks for it.
            text = yaml.safe_dump_all(records, allow_unicode=True, sort_keys=False, width=10**6)
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink()


def run(register, *words):
    done = subprocess.run([ZSUP, "-C", register, *words], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1577836800"})
    text = done.stdout
    # Where something stands is not what it says.
    text = re.sub(r'"([a-z_]*line|column)": ?\d+', r'"\1": 0', text)
    return done.returncode, text


def commands(kinds):
    yield from (["stats", period, "--format", "json"] for period in ("q1", "q2", "2018"))
    yield from (["status", period, "--format", "json", "--all"] for period in ("q1", "q2"))
    yield from (["list", kind, "--format", "json"] for kind in kinds)
    yield ["remind", "q2", "--format", "json"]
    yield ["score", "q2", "--format", "json"]
    yield ["trend", "--format", "json"]
    for type_ in ("notice", "advice", "urge", "interview", "briefing", "bulletin", "reminder", "upward",
                  "supervision-advice"):
        yield ["letter", "q2", "--type", type_, "--all", "--format", "json"]


EVERY_KIND = sorted(OWN) + ["case", "report", "org", "leader", "duty", "policy"]


def compare(name, source, target, day):
    """How many outputs were compared, and how many differ."""
    failed = compared = 0
    for command in commands(EVERY_KIND):
        whole, less = run(source, *command, "--as-of", day), run(target, *command, "--as-of", day)
        compared += 1
        if whole == less:
            continue
        failed += 1
        print(f"{name} as of {day}: {' '.join(command)} differs", file=sys.stderr)
        for a, b in zip(whole[1].splitlines(), less[1].splitlines()):
            if a != b:
                print(f"  whole: {a.strip()}\n  cut:   {b.strip()}", file=sys.stderr)
                break
    return compared, failed


def generated(folder):
    """Registers and days, as many as there is time for."""
    generator = REPOSITORY / "tests" / "independent" / "generator.py"
    end = time.monotonic() + float(os.environ.get("GENERATED_SECONDS", "15"))
    seed = 0
    while time.monotonic() < end:
        seed += 1
        source = pathlib.Path(folder, f"generated-{seed}")
        subprocess.run([sys.executable, generator, str(seed), source], check=True, env={**os.environ, "ZSUP": ZSUP})
        yield source, ("2018-03-20", "2018-05-11", "2018-07-05")[seed % 3]


def main():
    failed = compared = 0
    days = os.environ.get("DAYS", "2018-02-10 2018-05-11 2018-07-05 2018-09-30").split()
    with tempfile.TemporaryDirectory() as folder:
        for example in EXAMPLES:
            source = REPOSITORY / "examples" / example
            for day in days:
                target = pathlib.Path(folder, f"{example}-{day}")
                cut_register(source, target, day)
                some, wrong = compare(example, source, target, day)
                compared, failed = compared + some, failed + wrong
        registers = skipped = 0
        for source, day in generated(folder):
            target = pathlib.Path(folder, "cut-" + source.name)
            cut_register(source, target, day)
            # What refers to a record that is not there any more is an error of the cut register alone.
            if run(target, "check", "-q", "--as-of", day)[0] != 0:
                skipped += 1
                continue
            some, wrong = compare(source.name, source, target, day)
            compared, failed, registers = compared + some, failed + wrong, registers + 1
        print(f"{registers} generated registers, {skipped} that refer to what was cut")
    print(f"{compared} outputs compared, {failed} differ")
    return 1 if failed or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
