"""Runs the examples of Markdown files: fenced blocks marked `console`.

In such a block a line that starts with `$ ` is a command, continued by lines that start with `> `; the
lines up to the next command are what it prints, both streams as a terminal would show them. A line `…`
alone stands for any number of lines. Commands run one after the other in a copy of those of the repository's files
that they name, one copy for each Markdown file, starting at its top; `cd` and `$?` carry over from one to the next.
"""

import difflib
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from sandbox import Sandbox

REPOSITORY = Path(__file__).resolve().parents[2]

# Shown to people, not run by tests: they install, build, or reach for the network.
NOT_RUN = re.compile(r"(sudo|apt|apt-get|dpkg|make|cmake|ctest|ninja|git clone|docker|exec)\b")


@dataclass
class Step:
    command: str
    source: list[str]  # the command's own lines
    expected: list[str] = field(default_factory=list)


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether the lines are as expected, `…` standing for any number of them."""
    pieces: list[list[str]] = [[]]
    for line in expected:
        if line == "…":
            pieces.append([])
        else:
            pieces[-1].append(line)
    if len(pieces) == 1:
        return expected == actual
    first, *middle, last = pieces
    if len(actual) < len(first) + len(last) or actual[:len(first)] != first or \
            actual[len(actual) - len(last):] != last:
        return False
    rest = actual[len(first):len(actual) - len(last)]
    for piece in middle:
        at = next((i for i in range(len(rest) - len(piece) + 1)
                   if rest[i:i + len(piece)] == piece), None)
        if at is None:
            return False
        rest = rest[at + len(piece):]
    return True


def parse(lines: list[str]) -> list:
    """The file as a list of lines that are kept as they are, and Steps."""
    parts: list = []
    inside = False
    indent = ""
    for line in lines:
        fence = re.match(r"( *)```(.*)", line)
        if not inside:
            parts.append(line)
            if fence and fence.group(2).strip() == "console":
                inside, indent = True, fence.group(1)
        elif fence and not fence.group(2).strip():
            parts.append(line)
            inside = False
        else:
            line = line.removeprefix(indent)
            step = parts[-1] if isinstance(parts[-1], Step) else None
            if line.startswith("$ "):
                parts.append(Step(line[2:], [indent + line]))
            elif step and not step.expected and line.startswith("> "):
                step.command += "\n" + line[2:]
                step.source.append(indent + line)
            elif step:
                step.expected.append(line)
            else:
                parts.append(indent + line)  # before the first command: not run, not compared
    return parts


def copy_repository(to: Path, commands: str):
    """Copies what the commands name: folders at the top, and the examples one by one."""
    listed = subprocess.run(["git", "-C", REPOSITORY, "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard"], stdout=subprocess.PIPE, check=True).stdout
    for name in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        source = REPOSITORY / name
        parts = name.split("/")
        if "/".join(parts[:2] if parts[0] == "examples" else parts[:1]) not in commands:
            continue
        if source.is_file() or source.is_symlink():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)


def run_file(path: Path, zsup: Path, update: bool) -> list[str]:
    """What is wrong with the examples of one Markdown file."""
    raw = path.read_text(encoding="utf-8")
    parts = parse(raw.removesuffix("\n").split("\n"))
    steps = [part for part in parts if isinstance(part, Step)]
    if not steps:
        return []
    wrong = []
    with Sandbox(zsup) as sandbox:
        copy_repository(sandbox.work, "\n".join(step.command for step in steps))
        folder = sandbox.work
        note = sandbox.top / "folder"
        code = 0
        for step in steps:
            if NOT_RUN.match(step.command):
                continue
            script = f"(exit {code})\n{step.command}\ncode=$?; pwd >'{note}'; exit $code"
            output, _, code = sandbox.run(script, cwd=folder, merge=True)
            if note.is_file():
                folder = Path(note.read_text(encoding="utf-8").removesuffix("\n"))
            actual = output.decode("utf-8", "replace").removesuffix("\n").split("\n") if output else []
            # Blank lines around an output are for the reader's eye.
            expected = list(step.expected)
            while expected and not expected[-1].strip() and (not actual or actual[-1].strip()):
                expected.pop()
            if matches(expected, actual):
                continue
            wrong.append(f"$ {step.command}\n" + "\n".join(
                difflib.unified_diff(expected, actual, "expected", "actual", lineterm="")))
            blank = step.expected[len(expected):]
            step.expected = actual + blank
    if update and wrong:
        written: list[str] = []
        for part in parts:
            if isinstance(part, Step):
                indent = re.match(" *", part.source[0]).group()
                written += part.source + [(indent + line).rstrip() if not line else indent + line
                                          for line in part.expected]
            else:
                written.append(part)
        path.write_text("\n".join(written) + "\n", encoding="utf-8")
        print(f"updated {path}")
        return []
    return wrong
