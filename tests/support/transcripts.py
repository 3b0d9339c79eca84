#!/usr/bin/env python3
"""Runs transcripts: files that hold inputs, a command, both of its streams and its exit code.

    transcripts.py --zsup BINARY [--update] [-j N] PATH...

A PATH is a `*.test` file, a Markdown file (see console_blocks.py), or a folder, searched for both.
`--update` rewrites each file with what the commands really print; read the difference before committing it.

A transcript
------------
Lines before the first marker are comment and start with `#`: they say what the transcript shows.
A marker is a line that starts with `=== `; what follows it, up to the next marker, is its text.
In a text, a line that itself starts with `=== ` or `\\=== ` is written with one `\\` in front.

    === # text           a comment
    === copy FOLDER      starts from the files of a folder of the repository, such as examples/township
    === file NAME        an input file; folders are made as needed
    === env NAME=VALUE   an environment variable; without `=VALUE`, unsets it
    === run              shell lines (bash), run in the folder of the inputs; `zsup` is the built one.
                         What follows, up to the next `run`, belongs to it:
    === stdin            its standard input; without it, empty
    === stdout           its standard output; without it, empty
    === stderr           its standard error; without it, empty
    === exit N           its exit code; without it, 0
    === json             one check a line of the standard output read as JSON, which is then not compared:
                             .letters[0].to.id == "chen-bo"
                             .diagnostics[*].code == ["ZS201", "ZS201"]
                             .letters | length == 19
    === file-after NAME  a file that must hold this text afterwards
    === absent NAME      a file that must not be there afterwards

`file`, `stdin`, `stdout`, `stderr` and `file-after` may end in a word:
    escaped   the text has `\\\\`, `\\r`, `\\t`, `\\e`, `\\0` and `\\xNN` for what does not show, and `\\c` at its end
              where the last line has no line break. `--update` uses it where it is needed.
    any       (outputs) whatever it is, it is right

Inputs between two `run`s are put in place before the second. Each transcript has a folder of its own, no
configuration of Git's, LC_ALL=C.UTF-8, TZ=UTC, and 2018-07-15 as today (SOURCE_DATE_EPOCH).
The folder's path is shown as [WORK]. A file called `pass_*` must exit with 0 throughout, a
file called `fail_*` must at least once not.
"""

import argparse
import difflib
import json
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import console_blocks
from sandbox import Sandbox

MARKER = "=== "
REPOSITORY = Path(__file__).resolve().parents[2]

INPUTS = ("#", "copy", "file", "env", "run")
OF_A_RUN = ("#", "stdin", "stdout", "stderr", "exit", "json", "file-after", "absent")
WITH_NAME = ("copy", "file", "env", "exit", "file-after", "absent")
WITH_TEXT = ("file", "run", "stdin", "stdout", "stderr", "json", "file-after")


class Malformed(Exception):
    """The transcript itself is wrong."""


@dataclass
class Section:
    kind: str
    name: str = ""
    mode: str = ""  # "", "escaped" or "any"
    text: bytes = b""


def decode(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


# ---------------------------------------------------------------- texts that do not show as they are

ESCAPES = {"\\": b"\\", "n": b"\n", "r": b"\r", "t": b"\t", "e": b"\x1b", "0": b"\0"}


def unescape(text: bytes) -> bytes:
    if text.endswith(b"\\c\n"):
        text = text[:-3]

    def one(match):
        body = match.group(1)
        if body.startswith(b"x"):
            return bytes([int(body[1:], 16)])
        try:
            return ESCAPES[body.decode()]
        except (KeyError, UnicodeDecodeError):
            raise Malformed(f"unknown escape \\{decode(body)}") from None

    return re.sub(rb"\\(x[0-9a-fA-F]{2}|.)", one, text)


def escape(text: bytes) -> bytes:
    names = {0x5C: "\\\\", 0x0D: "\\r", 0x09: "\\t", 0x1B: "\\e", 0x00: "\\0"}
    shown = []
    for character in decode(text):
        code = ord(character)
        if code in names:
            shown.append(names[code])
        elif character != "\n" and needs_escape(character):
            shown.append("".join(f"\\x{byte:02x}" for byte in encode(character)))
        else:
            shown.append(character)
    result = encode("".join(shown))
    return result if not text or text.endswith(b"\n") else result + b"\\c\n"


def needs_escape(character: str) -> bool:
    code = ord(character)
    return (code < 0x20 and character not in "\n\t") or 0x7F <= code < 0xA0 or \
        0xD800 <= code < 0xE000 or code in (0x200B, 0x200E, 0x200F, 0xFEFF, 0x2028, 0x2029) or \
        0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069


def set_output(section: Section, actual: bytes):
    plain = not actual or (actual.endswith(b"\n") and not any(map(needs_escape, decode(actual))))
    section.mode = "" if plain else "escaped"
    section.text = actual


# ---------------------------------------------------------------- reading and writing transcripts

def parse(raw: bytes) -> tuple[str, list[Section]]:
    head: list[str] = []
    sections: list[Section] = []
    lines: list[str] = []

    def close():
        if not sections:
            head.extend(lines)
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    raise Malformed(f"before the first marker, only comments: {line.strip()}")
        else:
            section = sections[-1]
            if lines and section.kind not in WITH_TEXT:
                raise Malformed(f"`{MARKER}{section.kind}` has no text, but here is: {lines[0]!r}")
            text = encode("".join(re.sub(r"^\\(?=\\*=== )", "", line) for line in lines))
            section.text = unescape(text) if section.mode == "escaped" else text
        lines.clear()

    # Not splitlines(), which would also split at characters that a record may hold (U+2028).
    for line in re.findall(r"[^\n]*\n|[^\n]+", decode(raw)):
        if line.startswith(MARKER):
            close()
            sections.append(parse_marker(line[len(MARKER):].rstrip("\n")))
        else:
            lines.append(line)
    close()
    if not any(section.kind == "run" for section in sections):
        raise Malformed("nothing is run")
    return "".join(head), sections


def parse_marker(marker: str) -> Section:
    kind, _, rest = marker.partition(" ")
    if kind not in INPUTS + OF_A_RUN:
        raise Malformed(f"unknown marker `{MARKER}{marker}`")
    section = Section(kind, rest.strip() if kind != "#" else rest)
    if kind in WITH_TEXT:
        words = section.name.rsplit(" ", 1)
        if words[-1] in ("escaped", "any"):
            section.mode = words[-1]
            section.name = words[0] if len(words) == 2 else ""
    if kind != "#" and bool(section.name) != (kind in WITH_NAME):
        raise Malformed(f"`{MARKER}{marker}`: {'a name is missing' if not section.name else 'too much'}")
    return section


def format_section(section: Section) -> str:
    words = [section.kind, section.name, section.mode]
    marker = MARKER + " ".join(word for word in words if word) + "\n"
    if section.kind not in WITH_TEXT or section.mode == "any":
        return marker
    text = decode(escape(section.text) if section.mode == "escaped" else section.text)
    return marker + re.sub(r"^(?=\\*=== )", r"\\", text, flags=re.MULTILINE)


# ---------------------------------------------------------------- JSON

STEP = re.compile(r"""\.([\w-]+) | \.?"([^"]*)" | \[(\d+)\] | \[(\*)\] | \["([^"]*)"\]""", re.VERBOSE)


def look_up(value, path: str):
    """The value at a path; `[*]` takes every element and yields a list."""
    if path in ("", "."):
        return value
    step = STEP.match(path)
    if step is None:
        raise Malformed(f"bad path: {path}")
    name, quoted, index, star, bracketed = step.groups()
    rest = path[step.end():]
    if star:
        return [look_up(element, rest) for element in value]
    if index is not None:
        return look_up(value[int(index)], rest)
    return look_up(value[next(key for key in (name, quoted, bracketed) if key is not None)], rest)


def check_json(output: bytes, checks: str) -> list[str]:
    try:
        document = json.loads(output)
    except ValueError as error:
        return [f"standard output is no JSON: {error}\n{decode(output[:2000])}"]
    wrong = []
    for line in filter(str.strip, checks.split("\n")):
        path, separator, expected = line.partition(" == ")
        if not separator:
            raise Malformed(f"a check is `PATH == VALUE`: {line}")
        path, _, function = (part.strip() for part in path.partition("|"))
        try:
            actual = look_up(document, path)
            if function:
                actual = {"length": len, "keys": sorted}[function](actual)
        except (KeyError, IndexError, TypeError) as error:
            wrong.append(f"{line}: not there ({type(error).__name__}: {error})")
            continue
        if actual != json.loads(expected):
            wrong.append(f"{line}: is {json.dumps(actual, ensure_ascii=False)}")
    return wrong


# ---------------------------------------------------------------- running

def difference(title: str, expected: bytes, actual: bytes) -> str:
    def shown(text):
        return re.findall(r"[^\n]*\n", encode(decode(escape(text))).decode("utf-8", "backslashreplace"))

    return "".join(difflib.unified_diff(shown(expected), shown(actual), f"{title}, expected",
                                        f"{title}, actual"))


def put_inputs(sandbox: Sandbox, section: Section):
    if section.kind == "copy":
        shutil.copytree(REPOSITORY / section.name, sandbox.work, dirs_exist_ok=True, symlinks=True)
    elif section.kind == "env":
        name, given, value = section.name.partition("=")
        if given:
            sandbox.environment[name] = value
        else:
            sandbox.environment.pop(name, None)
    elif section.kind == "file":
        path = sandbox.work / section.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(section.text)


def run_one(sandbox: Sandbox, run: Section,
            details: list[Section]) -> tuple[list[str], list[str], int]:
    """Runs one `run`, and leaves in `details` what really came out. Returns what differs, what is wrong
    beyond what an update can mend, and the exit code."""
    def find(kind):
        return next((section for section in details if section.kind == kind), None)

    wrong = []
    stdin = find("stdin")
    stdout, stderr, code = sandbox.run(decode(run.text), stdin.text if stdin else b"")

    checks = find("json")
    beyond = check_json(stdout, decode(checks.text)) if checks else []
    for kind, actual in (("stdout", stdout), ("stderr", stderr)):
        section = find(kind)
        if section is None:
            if not actual or (kind == "stdout" and checks):
                continue
            section = Section(kind)
            others = [at for at, one in enumerate(details) if one.kind in ("stdin", "stdout", "#")]
            details.insert(max(others, default=-1) + 1, section)
        if section.mode != "any" and section.text != actual:
            wrong.append(difference(kind, section.text, actual))
            set_output(section, actual)

    expected = find("exit")
    if code != (int(expected.name) if expected else 0):
        wrong.append(f"exit code {code}, not {expected.name if expected else 0}")
        if expected:
            expected.name = str(code)
        else:
            last = [at for at, one in enumerate(details) if one.kind in ("stdout", "stderr", "stdin")]
            details.insert(max(last, default=-1) + 1, Section("exit", str(code)))
    for section in [one for one in details if one.kind in ("stdout", "stderr") and not one.text]:
        if section.mode != "any":
            details.remove(section)
    if code == 0:
        details[:] = [section for section in details if section.kind != "exit"]

    for section in details:
        path = sandbox.work / section.name
        if section.kind == "absent" and os.path.lexists(path):
            beyond.append(f"{section.name} is there")
        elif section.kind == "file-after" and section.mode != "any":
            if not path.is_file():
                beyond.append(f"{section.name} is not there")
            elif path.read_bytes() != section.text:
                wrong.append(difference(section.name, section.text, path.read_bytes()))
                set_output(section, path.read_bytes())
    return wrong, beyond, code


def run_file(path: Path, zsup: Path, update: bool) -> list[str]:
    """What is wrong with one transcript."""
    raw = path.read_bytes()
    try:
        head, sections = parse(raw)
        wrong: list[str] = []
        codes: list[int] = []
        written = head
        with Sandbox(zsup) as sandbox:
            at = 0
            while at < len(sections):
                section = sections[at]
                at += 1
                written += format_section(section)
                if section.kind != "run":
                    if section.kind not in INPUTS:
                        raise Malformed(f"`{MARKER}{section.kind}` stands before any run")
                    put_inputs(sandbox, section)
                    continue
                details = []
                while at < len(sections) and sections[at].kind in OF_A_RUN:
                    details.append(sections[at])
                    at += 1
                differs, beyond, code = run_one(sandbox, section, details)
                codes.append(code)
                told = beyond if update else differs + beyond
                wrong += [f"$ {decode(section.text).strip()}\n{one}" for one in told]
                written += "".join(map(format_section, details))
    except Malformed as error:
        return [f"malformed: {error}"]
    except OSError as error:
        return [str(error)]

    if path.name.startswith("pass_") and any(codes):
        wrong.append("called pass_, but an exit code is not 0")
    if path.name.startswith("fail_") and not any(codes):
        wrong.append("called fail_, but every exit code is 0")
    if update and encode(written) != raw:
        path.write_bytes(encode(written))
        print(f"updated {path}")
    return wrong


def find_files(paths: list[str]) -> list[Path]:
    found: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found.update(path.rglob("*.test"), path.rglob("*.md"))
        elif path.is_file():
            found.add(path)
        else:
            sys.exit(f"no such file or folder: {path}")
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--zsup", type=Path, required=True, help="the program to run")
    parser.add_argument("--update", action="store_true", help="rewrite the files with what comes out")
    parser.add_argument("-j", type=int, default=min(4, os.cpu_count() or 1), metavar="N")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    arguments = parser.parse_args()
    if not os.access(arguments.zsup, os.X_OK):
        sys.exit(f"{arguments.zsup} is not there; build it first")

    def one(path: Path):
        if path.suffix == ".md":
            return path, console_blocks.run_file(path, arguments.zsup, arguments.update)
        return path, run_file(path, arguments.zsup, arguments.update)

    files = find_files(arguments.paths)
    failed = 0
    with ThreadPoolExecutor(arguments.j) as pool:
        for path, wrong in pool.map(one, files):
            if wrong:
                failed += 1
                print(f"FAILED {path}")
                print("\n".join(wrong), end="\n\n")
    print(f"{len(files) - failed} passed, {failed} failed")
    # A folder without any transcript is a mistake in a path, not a success.
    sys.exit(1 if failed or not files else 0)


if __name__ == "__main__":
    main()
