#!/usr/bin/env python3
"""Runs the yaml-test-suite through both readers, and holds what they read against what the suite says.

    yaml_test_suite.py --tool BUILD/tests/fuzz/compare_readers CHECKOUT
    yaml_test_suite.py --tool … --markdown CHECKOUT        write the lists of docs/yaml.md into it

CHECKOUT is the suite's branch `data` (https://github.com/yaml/yaml-test-suite): a folder a case, with `in.yaml`, `test.event`,
mostly `in.json`, and with `error` if no parser may accept it. Fails if a reader crashes or hangs, if the two differ, if an accepted
document has another structure or another value than the suite says, or if an invalid case is read without a word that is not among
those known here.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
from collections import Counter

# Invalid cases that are read although they should not be, each with the reason why that is harmless.
KNOWN = {
    "DK95/01": "the second line of a quoted text is indented by a tab, which says the same as a space there",
}

# Why valid YAML is refused, by code, and by case where the code does not say it.
REASONS = {
    "ZS005": "an escape that stands for a control character",
    "ZS010": "anchors, aliases, tags, merge keys and directives: a record is to be read without following anything",
    "ZS011": "an empty document, also the only one: nobody means one",
    "ZS013": "content behind `...`: mostly what was meant to be left out",
    "ZS014": "a tab where indentation stands",
    "ZS020": "keys that are no text: lists, mappings, several lines, nothing",
    "ZS021": "a text that looks like a field without its colon, or without the space behind it",
}
IN_FLOW = "in braces, a key that goes on in the next line, or whose colon stands there or without a space behind it"
QUESTION = "in brackets and braces, a question mark in a value: yaml-cpp takes it for the sign of a key; in quotes it is read"
CASE_REASONS = {**dict.fromkeys("4MUZ/00 4MUZ/01 4MUZ/02 5MUD 8KB6 9BXH 9SA2 K3WX NJ66 UT92 VJP3/01".split(), IN_FLOW),
                **dict.fromkeys("652Z HM87/01 JR7V".split(), QUESTION)}

SECONDS = 10  # for one case
PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/yaml.md"
BEGIN, END = "<!-- written by tests/support/yaml_test_suite.py --markdown -->", "<!-- end -->"


def cases(checkout):
    for path in sorted(checkout.rglob("in.yaml")):
        name = path.parent.relative_to(checkout).as_posix()
        if not name.startswith(("name/", "tags/")):  # links to the same cases
            yield name, path.parent


def expected_events(text):
    """The suite's events without what says the same: marks of documents and signs of flow style."""
    for line in text.splitlines():
        if line.startswith("+DOC"):
            yield "+DOC"
        elif line.startswith("-DOC"):
            yield "-DOC"
        elif line.startswith(("+MAP", "+SEQ")):
            yield re.sub(r" (\{\}|\[\])", "", line)
        elif line not in ("+STR", "-STR"):
            yield line


def values_of(events):
    """What events say, with every scalar as text: the form in which a JSON document can be compared."""
    events = iter(events)
    unescape = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0"}

    def value(line):
        if line.startswith("=VAL"):
            text = re.sub(r"\\(.)", lambda found: unescape[found[1]], line[6:])
            return None if line[5] == ":" and text == "" else (line[5], text)
        items = []
        while (following := next(events)) not in ("-MAP", "-SEQ"):
            items.append(value(following))
        return items if line == "+SEQ" else [list(pair) for pair in zip(items[::2], items[1::2])]

    for line in events:
        if line == "+DOC":
            first = next(events)
            yield None if first == "-DOC" else value(first)


def same(ours, theirs):
    """Whether our text says what a JSON value says. Plain text is a number, a truth value or nothing by its words only."""
    if isinstance(theirs, dict):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(
            same(key, name) and same(value, other) for (key, value), (name, other) in zip(ours, theirs.items()))
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
    if ours is None:
        return theirs in (None, "")
    if isinstance(ours, list):
        return False
    style, text = ours
    if isinstance(theirs, str):
        return text == theirs
    if style != ":":
        return False
    if theirs is None:
        return text in ("", "~", "null", "Null", "NULL")
    if isinstance(theirs, bool):
        return text.lower() == str(theirs).lower()
    number = int(text, 0) if re.fullmatch(r"0[xo][0-9a-fA-F]+", text) else float(text)
    return number == theirs


def documents_of(text):
    decoder, at, found = json.JSONDecoder(), 0, []
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        one, at = decoder.raw_decode(text, at)
        found.append(one)
    return found


class Case:
    def __init__(self, tool, name, folder):
        self.name, self.folder, self.failures = name, folder, []
        self.invalid = (folder / "error").exists()
        self.title = (folder / "===").read_text("utf-8").strip()
        self.events, self.diagnostics, self.fast, self.compared = [], [], False, False
        try:
            run = subprocess.run([tool, "--events", "--list", folder / "in.yaml"], capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            self.failures.append("hangs")
            return
        out = run.stdout.decode("utf-8", "replace")
        if run.returncode != 0:
            self.failures.append(f"exit code {run.returncode}\n{out}{run.stderr.decode('utf-8', 'replace')}")
            return
        *lines, counts = out.splitlines()
        self.fast = not counts.startswith("0 ")
        self.diagnostics = [line for line in lines if re.match(r"ZS\d{3} ", line)]
        self.events = lines[:len(lines) - len(self.diagnostics)]
        self.read = not self.diagnostics and "+DOC" in self.events
        if self.invalid:
            if not self.diagnostics and name not in KNOWN:
                self.failures.append("invalid, and read without a word")
        elif self.read:
            self.compare()

    def compare(self):
        wanted = list(expected_events((self.folder / "test.event").read_text("utf-8")))
        # A document that holds nothing but its marks is a value that was left out.
        got = [line for at, line in enumerate(self.events)
               for line in ([line, "=VAL :"] if line == "+DOC" and self.events[at + 1] == "-DOC" else [line])]
        if wanted != got:
            self.failures.append("read otherwise:\n  " + "\n  ".join(f"{a} | {b}" for a, b in zip(wanted + [""] * 99, got) if a != b))
        if (self.folder / "in.json").exists():
            self.compared = True
            theirs, ours = documents_of((self.folder / "in.json").read_text("utf-8")), list(values_of(self.events))
            if len(ours) != len(theirs) or not all(map(same, ours, theirs)):
                self.failures.append(f"not what in.json says: {ours} and {theirs}")

    def reason(self):
        return self.diagnostics[0][:5] if self.diagnostics else "empty"


def markdown(found, told):
    refused = [case for case in found if not case.invalid and case.diagnostics]
    by_reason = {}
    for case in refused:
        reason = CASE_REASONS.get(case.name) or REASONS.get(case.reason()) or case.diagnostics[0][6:]
        by_reason.setdefault((case.reason(), reason), []).append(case)
    lines = [told, "", "Invalid, and read all the same:", "", "| case | what it is | why that is harmless |", "|---|---|---|"]
    lines += [f"| `{case.name}` | {case.title} | {KNOWN[case.name]} |" for case in found if case.invalid and not case.diagnostics]
    lines += ["", "Valid, and refused:", "", "| reason | cases | which |", "|---|---|---|"]
    for (code, reason), cases_of in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"| {code}: {reason} | {len(cases_of)} | {', '.join('`' + case.name + '`' for case in cases_of)} |")
    empty = [case for case in found if not case.diagnostics and "+DOC" not in case.events and not case.failures]
    lines += ["", "Without content, so that there is nothing to read: " + ", ".join(f"`{case.name}`" for case in empty) + "."]
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(before + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + rest.partition(END)[2], "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("checkout", type=pathlib.Path)
    args = parser.parse_args()

    found = [Case(args.tool, name, folder) for name, folder in cases(args.checkout)]
    if not found:
        sys.exit("no case found: is this the branch `data`?")
    valid = [case for case in found if not case.invalid]
    read = [case for case in valid if not case.failures and case.read]
    accepted = [case for case in found if case.invalid and not case.diagnostics]
    told = (f"{len(found)} cases. Of {len(valid)} valid ones {len(read)} are read ({sum(case.fast for case in read)} of them by the fast reader), "
            f"{sum(bool(case.diagnostics) for case in valid)} refused, {len(valid) - len(read) - sum(bool(case.diagnostics) for case in valid)} without content; "
            f"of {len(found) - len(valid)} invalid ones {len(found) - len(valid) - len(accepted)} are refused. "
            f"Every document that is read has the structure, the values and the styles of the suite's events, and {sum(case.compared for case in read)} were "
            "compared with its JSON, too.")
    if args.verbose:
        for case in found:
            print(case.name, "invalid" if case.invalid else "valid", case.diagnostics[0] if case.diagnostics else "read" if "+DOC" in case.events else "empty")
    print(told)
    for case in accepted:
        print(f"  {case.name}: invalid, and read: {KNOWN.get(case.name) or 'NOT KNOWN'}")
    for code, count in Counter(case.reason() for case in valid if case.diagnostics).most_common():
        print(f"  {count} valid ones refused by {code}: {' '.join(case.name for case in valid if case.diagnostics and case.reason() == code)}")
    failed = [case for case in found if case.failures]
    for case in failed:
        print("FAILED", case.name, case.title, *case.failures)
    if args.markdown and not failed:
        markdown(found, told)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
