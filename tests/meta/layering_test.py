#!/usr/bin/env python3
"""Holds the #includes of src/ against the table in ARCHITECTURE.md, and keeps out of each folder what is not its own."""

import re
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SRC = REPOSITORY / "src"
ARCHITECTURE = REPOSITORY / "ARCHITECTURE.md"

# Headers, and calls, that belong to some folders alone: (what, pattern, folders, why).
HEADERS = [
    (r"yaml-cpp/.*", {"yaml"}, "yaml-cpp is used by yaml/ alone"),
    (r"CLI/.*", {"command"}, "CLI11 is used by command/ alone"),
    (r"sodium(/.*|\.h)", {"value"}, "libsodium is used by value/ alone"),
    (r"kainjow/.*", {"write"}, "templates are filled by write/ alone"),
    (r"(unistd|fcntl|dirent|poll|spawn|signal|csignal|pthread|sched|termios|ftw|pwd|glob)(\.h)?|"
     r"(sys|linux|arpa|netinet)/.*", {"io"}, "POSIX is used by io/ alone"),
    (r"filesystem|fstream|iostream|cstdio|stdio\.h|fmt/os\.h", {"io"},
     "files and streams are reached through io/ alone"),
    (r"ctime|time\.h|clocale|locale|locale\.h", {"io"}, "the clock and the locale are io/'s alone"),
]
CALLS = [
    (r"\b(secure_)?getenv\s*\(", {"io"}, "the environment is read by io/ alone"),
    (r"\bsystem_clock\b", {"io"}, "the clock is read by io/ alone"),
    (r"\blocale::global\b|\bsetlocale\s*\(", set(), "nothing depends on a locale"),
    (r"\bfmt::print\b|\bstd::(cout|cerr|clog)\b", set(), "output goes through io/'s Stream"),
    (r"\b(std::)?(stod|stof|stoi|stol|strtod|strtol|atoi|atof)\s*\(", set(),
     "numbers are parsed with std::from_chars"),
]


def read_table(text: str) -> dict[str, set[str]]:
    """What each folder may include. `x and below`, as `x` itself, brings what x may include, so that a
    row needs to name only what is new; a file of src/ itself gets what its row names and nothing more."""
    rows: dict[str, list[str]] = {}
    for line in text.splitlines():
        row = re.match(r"\|((?:\s*`[a-z_./]+`,?)+)\s*\|.*\|([^|]*)\|\s*$", line)
        # One row may stand for several folders: | `score/`, `stats/` | … |
        for folder in re.findall(r"`([a-z_]+\.cpp|[a-z_]+/)`", row.group(1)) if row else []:
            rows[folder.rstrip("/")] = re.findall(r"[a-z_]+", row.group(2).replace("and below", ""))
    if not rows:
        raise ValueError("no table of folders found")
    for folder, named in rows.items():
        if named == ["all"]:
            rows[folder] = [other for other in rows if other != folder and not other.endswith(".cpp")]
        for name in rows[folder]:
            if name not in rows:
                raise ValueError(f"`{folder}` may include `{name}`, which has no row")

    def closure(folder: str, seen: tuple[str, ...]) -> set[str]:
        if folder in seen:
            raise ValueError(f"a circle: {' → '.join(seen + (folder,))}")
        reached = {folder}
        for name in rows[folder]:
            reached |= closure(name, seen + (folder,))
        return reached

    return {folder: {folder, *rows[folder]} if folder.endswith(".cpp") else closure(folder, ())
            for folder in rows}


def code_of(path: Path) -> str:
    """The file without its comments and string literals (but with its #includes)."""
    text = path.read_text(encoding="utf-8")
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    return re.sub(pattern, lambda match: match.group() if _is_include(text, match) else " ", text,
                  flags=re.DOTALL)


def _is_include(text: str, match) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    return bool(re.match(r"\s*#\s*include\s*$", text[start:match.start()]))


def problems(src: Path, table: dict[str, set[str]]) -> list[str]:
    found = []
    for path in sorted([*src.rglob("*.h"), *src.rglob("*.cpp")]):
        name = path.relative_to(src).as_posix()
        folder = name.split("/")[0]
        if folder not in table:
            found.append(f"{name}: `{folder}` has no row in the table")
            continue
        code = code_of(path)
        for number, line in enumerate(code.split("\n"), 1):
            where = f"{name}:{number}"
            own = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
            if own:
                target = own.group(1).split("/")[0]
                if "/" not in own.group(1) or ".." in own.group(1):
                    found.append(f'{where}: "{own.group(1)}": includes start at src/')
                elif target not in table[folder]:
                    found.append(f"{where}: {folder}/ may not include {target}/")
            foreign = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
            if foreign:
                for pattern, allowed, why in HEADERS:
                    if re.fullmatch(pattern, foreign.group(1)) and folder not in allowed:
                        found.append(f"{where}: <{foreign.group(1)}>: {why}")
            for pattern, allowed, why in CALLS:
                if re.search(pattern, line) and folder not in allowed:
                    found.append(f"{where}: {why}")
    return found


class Layering(unittest.TestCase):
    def test_src(self):
        if not ARCHITECTURE.is_file():
            self.skipTest("NOTHING IS CHECKED: ARCHITECTURE.md with its table of folders is missing")
        table = read_table(ARCHITECTURE.read_text(encoding="utf-8"))
        folders = {path.name for path in SRC.iterdir() if path.is_dir()}
        self.assertEqual(folders - set(table), set(), "folders without a row in ARCHITECTURE.md")
        files = {path.name for path in SRC.glob("*.cpp")}
        self.assertEqual(set(table) - folders - files, set(), "rows without a folder or file")
        found = problems(SRC, table)
        self.assertFalse(found, "\n" + "\n".join(found))

    def test_the_table_is_understood(self):
        table = read_table("| folder of `src/` | concept | may include |\n|---|---|---|\n"
                           "| `text/` | a | – |\n| `diag/` | b | text |\n| `io/` | c | text |\n"
                           "| `yaml/` | **x** | diag and below |\n| `register/`, `rule/` | d | yaml and below, io |\n"
                           "| `command/` | e | all |\n| `main.cpp` | f | command |\n")
        self.assertEqual(table["text"], {"text"})
        self.assertEqual(table["yaml"], {"yaml", "diag", "text"})
        self.assertEqual(table["register"], {"register", "yaml", "diag", "text", "io"})
        self.assertEqual(table["rule"], table["register"] - {"register"} | {"rule"})
        self.assertEqual(table["command"], set(table) - {"main.cpp"})
        self.assertEqual(table["main.cpp"], {"main.cpp", "command"})
        for wrong in ["", "| `a/` | x | b |\n", "| `a/` | x | b |\n| `b/` | x | a |\n"]:
            with self.assertRaises(ValueError):
                read_table(wrong)

    def test_tables_of_texts_are_hashed_with_a_key(self):
        # Who chooses the texts of a table whose hash is known chooses how slow it is: a key is drawn in each run, or the table compares.
        known = re.compile(r"unordered_(?:multi)?(?:map|set)<\s*(?:const\s+)?std::(?:\w*string\w*|pair<std::\w*string\w*)[^;]*;")
        found = [f"{path.relative_to(SRC)}: {table.group()}" for path in sorted(SRC.rglob("*")) if path.suffix in (".h", ".cpp")
                 for table in known.finditer(path.read_text("utf-8")) if "TextHash" not in table.group()]
        self.assertEqual([], found)

    def test_what_is_out_of_place_is_found(self):
        table = {"io": {"io"}, "diag": {"diag"}, "command": {"command", "diag", "io"}}
        lines = {"io/a.cpp": "#include <unistd.h>\n", "diag/a.h": '#include "io/a.h"\n',
                 "diag/b.cpp": "#include <fcntl.h>\n// getenv(\nauto x = getenv(\"a\");\n",
                 "command/a.cpp": '#include <CLI/CLI.hpp>\n#include "diag/a.h"\nauto s = "getenv(";\n',
                 "other/a.h": "\n"}
        with tempfile.TemporaryDirectory() as folder:
            for name, text in lines.items():
                path = Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            self.assertEqual(problems(Path(folder), table), [
                "diag/a.h:1: diag/ may not include io/",
                "diag/b.cpp:1: <fcntl.h>: POSIX is used by io/ alone",
                "diag/b.cpp:3: the environment is read by io/ alone",
                "other/a.h: `other` has no row in the table"])


if __name__ == "__main__":
    unittest.main()
