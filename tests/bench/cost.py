#!/usr/bin/env python3
"""What a byte of records costs, in instructions: counted by valgrind, they repeat almost exactly, where times vary by up to four times.

    cost.py --tools BUILD [--zsup BINARY] [--record WHY [--first]] [--json FILE]

BUILD is a build folder of the preset `bench` (zsup and generate_register). Two fixed registers are generated into BUILD/cost; every
command runs once on one thread under callgrind, which counts, and some times by itself, for the peak of its memory. Printed are
instructions and memory by byte of the register, whole and by phase, beside those that cost.json holds.

Exits with 1 when a whole has risen by more than 5 %, or a phase by more than 10 %, against the figures recorded last, and when a check
costs more than a tenth above the first ones and above what was recorded on purpose. `--record` writes what was measured, with the
reason. On another compiler, other libraries or another processor than those of the record nothing is held against anything.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
RECORD = REPOSITORY / "tests/bench/cost.json"
WHOLE, PHASE, CHECK_IN_ALL = 0.05, 0.10, 0.10
RUNS = 7        # of which the middle one counts: of one in some, the system has taken pages back
SMALL = 0.01    # of the whole: a phase that costs less is shown, and not held to anything
LIBRARIES = ("libc6", "libstdc++6", "libyaml-cpp-dev", "libfmt-dev", "nlohmann-json3-dev", "libkainjow-mustache-dev", "libutf8proc-dev", "libsodium-dev")

REGISTERS = {"500 records a file": ("--reports", 7000, "--per-file", 500), "one record a file": ("--reports", 3000, "--per-file", 1)}
COMMANDS = {
    "check": ("check",),
    "score": ("score", "--allow-errors"),
    "stats": ("stats", "--allow-errors"),
    "letter": ("letter", "--all", "--allow-errors"),
    "list": ("list", "report"),
}

# Each phase with the functions that it is entered by, and the phases that run within it and are counted by themselves.
PHASES = {
    "read": (r"^zsup::yaml::read\(", ("preflight", "keys", "decode")),
    "preflight": (r"^zsup::yaml::preflight\(", ()),
    "keys": (r"^zsup::yaml::check_keys\(", ()),
    "decode": (r"^zsup::record::decode\(", ()),
    "link": (r"^zsup::reg::link\(", ()),
    "obligations": (r"^zsup::reg::(obligations|unowned|too_many)\(", ()),
    "rules: fields": (r"^zsup::rule::check_fields\(", ()),
    "sketch and compare": (r"^zsup::rule::find_copies\(", ()),
    "score": (r"^zsup::score::score_sheet\(", ("obligations of score_sheet",)),
    "stats": (r"^zsup::stats::statistics\(", ("obligations of count_reports",)),
    "compose letters": (r"^zsup::letter::Composer::", ("obligations of Composer",)),
    "list rows": (r"^zsup::stats::rows\(", ()),
    "print": (r"^zsup::(diag::render\b|write::((terminal|markdown|csv|json)\b|LetterTemplate::render\b))", ()),
    "write": (r"^zsup::io::Stream::", ()),
}


def families():
    """The checks of each file of rule/, as rule/families.h lists them."""
    listed, family = {}, None
    for line in (REPOSITORY / "src/rule/families.h").read_text("utf-8").splitlines():
        if heading := re.match(r"// (\w+)\.cpp$", line):
            family = heading[1]
        elif check := re.match(r"void (check_\w+|apply_waivers)\(", line):
            listed.setdefault(family, []).append(check[1])
    return {f"rules: {family}": (rf"^zsup::rule::({'|'.join(checks)})\(", ("sketch and compare",) if "check_copies" in checks else ())
            for family, checks in listed.items()}


class Profile:
    """A file of callgrind's: what each function cost with all that it called, and what it cost when called by another."""

    def __init__(self, path):
        self.total, names = 0, {}
        self.own, self.calls = {}, {}       # by function; by caller and callee
        function = callee = None
        calling = False
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line[0] in "0123456789+-*" and function is not None:
                    cost = int(line.split()[1]) if len(line.split()) > 1 else 0
                    if calling:
                        self.calls[function, callee] = self.calls.get((function, callee), 0) + cost
                        calling = False
                    else:
                        self.own[function] = self.own.get(function, 0) + cost
                elif line.startswith(("fn=", "cfn=")):
                    key, _, name = line.partition("=")[2].strip().partition(" ")
                    name = names.setdefault(key, name) if name else names[key]
                    if line.startswith("fn="):
                        function = name
                    else:
                        callee = name
                elif line.startswith("calls="):
                    calling = True
                elif line.startswith("totals:"):
                    self.total = int(line.split()[1])
        self.total = self.total or sum(self.own.values())

    def entered(self, pattern, caller=None):
        """What functions of that pattern cost, all in all, when they are called by others than their like."""
        like = re.compile(pattern)
        by = re.compile(caller) if caller else None
        return sum(cost for (one, other), cost in self.calls.items() if like.search(other) and not like.search(one) and (by is None or by.search(one)))


def phases_of(profile):
    table = {**PHASES, **families()}
    whole = {name: profile.entered(pattern) for name, (pattern, _) in table.items()}
    found = {}
    for name, (_, within) in table.items():
        cost = whole[name]
        for part in within:
            phase, _, caller = part.partition(" of ")
            cost -= profile.entered(table[phase][0], caller) if caller else whole[phase]
        if whole[name] > 0:
            found[name] = max(cost, 0)
    found["the rest"] = profile.total - sum(found.values())
    return found


def measure(tools, command, folder, profile):
    """Instructions by phase and in all, and the peak of memory in bytes."""
    run = [*command[:1], "-C", folder, "-j", "1", "--lang", "en", *command[1:]]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    profile.unlink(missing_ok=True)
    counted = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", "--compress-strings=yes", "--compress-pos=no", *map(str, run)],
                             env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if counted.returncode not in (0, 1) or not profile.exists():
        raise SystemExit(f"{' '.join(map(str, run))}: exit code {counted.returncode}\n{counted.stderr.decode(errors='replace')[-2000:]}")
    # Started by a small program: the kernel counts what the parent of a process held when it began.
    memory = [int(subprocess.run([tools / "tests/bench/measured", *map(str, run)], env=environment, capture_output=True, text=True, check=True).stdout.split()[2]) * 1024
              for _ in range(RUNS)]
    found = Profile(profile)
    return found.total, phases_of(found), statistics.median(memory)


def figures(tools, zsup):
    out = {}
    for name, shape in REGISTERS.items():
        folder = tools / "cost" / re.sub(r"\W+", "-", name)
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(exist_ok=True)
        subprocess.run([tools / "tests/bench/generate_register", folder, *map(str, shape)], check=True)
        size = sum(path.stat().st_size for path in folder.rglob("*.yaml"))
        out[name] = {"bytes": size, "commands": {}}
        for command, words in COMMANDS.items():
            total, phases, memory = measure(tools, [zsup, *words], folder, tools / "cost" / f"{command}-{folder.name}.callgrind")
            out[name]["commands"][command] = {
                "instructions a byte": round(total / size, 2),
                "memory a byte": round(memory / size, 2),
                "phases": {phase: round(cost / size, 3) for phase, cost in phases.items()},
            }
            print(f"counted: {name}, {command}", file=sys.stderr, flush=True)
        shutil.rmtree(folder)
    return out


def surroundings(tools):
    """What the figures hang on besides the program."""
    cache = (tools / "CMakeCache.txt").read_text("utf-8")
    compiler = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache, re.M)[1]
    libraries = {}
    for name in (*LIBRARIES, "valgrind"):
        known = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True, check=False)
        libraries[name] = known.stdout.strip() or "unknown"
    return {"compiler": subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0],
            "processor": platform.machine(), "libraries": libraries}


def differences(here, there):
    names = [f"{key}: {there[key]} then, {here[key]} now" for key in ("compiler", "processor") if here[key] != there[key]]
    return names + [f"{name}: {there['libraries'].get(name)} then, {version} now" for name, version in here["libraries"].items() if there["libraries"].get(name) != version]


def rows(now, last, first):
    """(what, now, last, first, whether it is a whole, whether it is large enough to be held to anything)"""
    def of(record, *path):
        for key in path:
            record = (record or {}).get(key)
        return record
    for register, found in now.items():
        for command, costs in found["commands"].items():
            place = (register, "commands", command)
            for what in ("instructions a byte", "memory a byte"):
                yield f"{register}, {command}: {what}", costs[what], of(last, *place, what), of(first, *place, what), True, True
            for phase, cost in costs["phases"].items():
                large = max(cost, of(last, *place, "phases", phase) or 0) >= SMALL * costs["instructions a byte"]
                yield f"{register}, {command}:   {phase}", cost, of(last, *place, "phases", phase), of(first, *place, "phases", phase), False, large


def unknown(now, last):
    """The phases of the record that cost something and are not entered any more: their functions have other names now."""
    return sorted({phase for register, found in (last or {}).items() for command, costs in found["commands"].items()
                   for phase, cost in costs["phases"].items()
                   if cost >= SMALL * costs["instructions a byte"] and phase not in now[register]["commands"][command]["phases"]})


def compare(now, last, first, held):
    """Prints all figures, and returns what has risen and what has fallen."""
    risen, fallen = [], []
    print(f"{'':68} {'now':>10} {'last':>10} {'first':>10}")
    for what, cost, before, begun, whole, large in rows(now, last, first):
        change = "" if not before else f"{(cost / before - 1) * 100:+.1f} %"
        print(f"{what:68} {cost:10.2f} {'' if before is None else f'{before:.2f}':>10} {'' if begun is None else f'{begun:.2f}':>10}  {change if large else ''}")
        if not held or not large or before is None:
            continue
        bound = WHOLE if whole else PHASE
        if cost > before * (1 + bound):
            risen.append(f"{what.replace(':   ', ': phase ')} has risen from {before:.2f} to {cost:.2f} ({(cost / max(before, 0.001) - 1) * 100:+.1f} %)")
        elif cost < before * (1 - bound):
            fallen.append(what.replace(":   ", ": phase "))
        if whole and ", check: instructions" in what and begun and cost > begun * (1 + CHECK_IN_ALL) and cost > before * 1.005:
            risen.append(f"{what} is {(cost / begun - 1) * 100:.1f} % above the first, {begun:.2f}; a check may rise by a tenth in all")
    return risen, fallen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--zsup", type=Path)
    parser.add_argument("--record", help="the reason")
    parser.add_argument("--first", action="store_true")
    parser.add_argument("--json", type=Path, help="write what was measured there")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("NOT MEASURED: what a byte costs is counted by valgrind, which is not installed (apt-get install valgrind)")
        return 0
    record = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    here = surroundings(options.tools)
    if record.get("last") and record["last"]["surroundings"]["processor"] != here["processor"] and not options.record:
        print(f"NOT MEASURED: the figures are recorded for {record['last']['surroundings']['processor']}, and this is {here['processor']}")
        return 0
    now = figures(options.tools, options.zsup or options.tools / "src/zsup")
    if options.json:
        options.json.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    last, first = record.get("last", {}), record.get("first", {})
    other = differences(here, last["surroundings"]) if last else []
    risen, fallen = compare(now, last.get("figures"), first.get("figures"), held=not other)
    if options.record:
        entry = {"why": options.record, "surroundings": here, "figures": now}
        record["first" if options.first else "last"] = entry
        record.setdefault("first", entry)
        RECORD.write_text(json.dumps({key: record[key] for key in ("first", "last") if key in record}, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"recorded in {RECORD.relative_to(REPOSITORY)}: {options.record}")
        return 0
    if not last:
        print("nothing is recorded yet: make bench-cost RECORD='why'")
    if other:
        print("not held against the record, which was made with others:", *other, sep="\n  ")
    if lost := unknown(now, last.get("figures")):
        print("entered by functions of other names now, so that they count among the rest (PHASES in tests/bench/cost.py):", *lost, sep="\n  ")
    if fallen:
        print("fallen, so that a rise would go unseen; record it (make bench-cost RECORD='why'):", *fallen, sep="\n  ")
    if risen:
        print("RISEN; mend it, or record it on purpose (make bench-cost RECORD='why'):", *risen, sep="\n  ")
        print(f"which function: callgrind_annotate {options.tools}/cost/check-500-records-a-file.callgrind | head -40")
    return 1 if risen else 0


if __name__ == "__main__":
    sys.exit(main())
