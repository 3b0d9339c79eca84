#!/usr/bin/env python3
"""Moving, renaming, splitting and merging files changes no byte of any output but the paths and lines shown."""

import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

ZSUP = os.environ["ZSUP"]
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ("starter", "township", "district", "county", "city")
KINDS = ("org leader duty report inspection finding case action filing campaign letter draw waiver policy calendar").split()
TYPES = "notice advice urge interview briefing bulletin reminder upward supervision-advice".split()


def documents(path):
    """The texts of a file's documents."""
    return [one for one in re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), flags=re.M) if
            any(line and not line.startswith("#") for line in one.splitlines())]


def rearranged(source, target, seed):
    """All records, in other files of other names, in another order; what is no record stays where it is."""
    chance = random.Random(seed)
    texts = []
    for path in sorted(source.rglob("*")):
        relative = path.relative_to(source)
        if not path.is_file() or any(part.startswith(".") for part in relative.parts):
            continue
        if path.suffix in (".yaml", ".yml") and path.name != "zsup.yaml":
            texts += documents(path)
            continue
        copy = target / relative
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    chance.shuffle(texts)
    number = 0
    while texts:
        some = texts[:chance.choice((1, 1, 2, 7, 40))]
        texts = texts[len(some):]
        number += 1
        path = target / chance.choice(("", "a", "z/b", "问题")) / f"{chance.randrange(10**9)}-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\n".join(one if one.endswith("\n") else one + "\n" for one in some), encoding="utf-8")


PLACE = re.compile(r"[^\s\"|,;；（(]*\.ya?ml(:\d+)*")


def plain(text):
    text = re.sub(r'"([a-z_]*line|column)": ?\d+', r'"\1": 0', text)
    text = PLACE.sub("PLACE", text)
    # Columns of tables are as wide as their places, and CSV has lines in a column of their own.
    text = re.sub(r"PLACE,\d+", "PLACE,0", text)
    return re.sub(r"-{3,}", "---", re.sub(r" {2,}", "  ", text))


def run(register, *words):
    done = subprocess.run([ZSUP, "-C", register, *words], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1577836800"})
    return done.returncode, plain(done.stdout), plain(done.stderr)


def commands():
    for form in ("json", "csv", "table", "markdown"):
        for period in ("q1", "2018"):
            yield "stats", period, "--format", form
            yield "status", period, "--all", "--format", form
        for kind in KINDS:
            yield "list", kind, "--format", form
        yield "score", "q2", "--format", form
        yield "trend", "--format", form
        yield "draw", "q2", "--pool", "leaders", "-n", "1", "--seed", "x", "--explain", "--format", form
    yield "stats", "2018", "--explain", "findings.total"
    yield "stats", "2018", "--explain", "cases.persons"
    yield "score", "q2", "--explain"
    for form in ("json", "text"):
        yield "remind", "q2", "--format", form
    for type_ in TYPES:
        for form in ("json", "md", "table", "csv"):
            yield "letter", "q2", "--type", type_, "--all", "--format", form
        yield "letter", "2018", "--type", type_, "--all", "--mask", "full", "--format", "json"


def registers(folder):
    """The examples, then as many generated ones as there is time for."""
    for example in EXAMPLES:
        yield REPOSITORY / "examples" / example
    generator = REPOSITORY / "tests" / "independent" / "generator.py"
    end = time.monotonic() + float(os.environ.get("GENERATED_SECONDS", "15"))
    seed = 100
    while time.monotonic() < end:
        seed += 1
        source = pathlib.Path(folder, f"generated-{seed}")
        subprocess.run([sys.executable, generator, str(seed), source], check=True, env={**os.environ, "ZSUP": ZSUP})
        yield source


def main():
    failed = compared = 0
    with tempfile.TemporaryDirectory() as folder:
        for source in registers(folder):
            example = source.name
            target = pathlib.Path(folder, "moved-" + example)
            target.mkdir()
            rearranged(source, target, seed=example)
            for command in commands():
                before, after = run(source, *command), run(target, *command)
                compared += 1
                if before == after:
                    continue
                failed += 1
                print(f"{example}: {' '.join(command)} differs", file=sys.stderr)
                for a, b in zip(("\n".join(before[1:])).splitlines(), ("\n".join(after[1:])).splitlines()):
                    if a != b:
                        print(f"  before: {a.strip()[:200]}\n  after:  {b.strip()[:200]}", file=sys.stderr)
                        break
    print(f"{compared} outputs compared, {failed} differ")
    return 1 if failed or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
