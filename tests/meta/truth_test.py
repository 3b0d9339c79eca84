#!/usr/bin/env python3
"""What comments and pages say of the code is so: files that they cite are there, names in backquotes too; no function is left that nobody calls."""

import re
import subprocess
import unittest
from collections import Counter, defaultdict
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# Functions that tests alone ask for, each with its reason.
ASKED_BY_TESTS = {
    "write_whole": "one file through the seam of the file system, which the program writes in groups",
    "template_example": "the page of templates shows it, and a test renders it",
}

# A file as prose names it. What stands for any of several (<name>, *) is looked for as a pattern.
CITED = re.compile(r"[\w<>./*-]*[\w>*]\.(?:md|h|cpp|py|sh|cmake|mustache)(?![\w/])")
FOLDER = re.compile(r"(?<![\w/.~-])(?:src|docs|tests|schemas|examples)/[\w<>./*-]*[\w>*]")
IN_BACKQUOTES = re.compile(r"`([A-Za-z_]\w*(?:::\w+)*)(?:\(\))?`")


def tracked(*patterns: str) -> list[str]:
    listed = subprocess.run(["git", "-C", REPOSITORY, "ls-files", "-z", *patterns], stdout=subprocess.PIPE, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (REPOSITORY / name).is_file()]


def sources() -> list[str]:
    return [name for name in tracked("src") if name.endswith((".h", ".cpp", ".in"))]


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


RAW = re.compile(r'R"(\w*)\(.*?\)\1"', re.S)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')


def code(text: str) -> str:
    """Without comments and texts."""
    text = RAW.sub('""', text)
    return re.sub(r"//[^\n]*", "", STRING.sub('""', text))


def comments(text: str) -> list[tuple[int, str]]:
    """Each comment with the number of its line."""
    text = RAW.sub(lambda raw: "\n" * raw[0].count("\n"), text)
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        comment = re.search(r"//(.*)", STRING.sub('""', line))
        if comment:
            found.append((number, comment[1]))
    return found


def missing_files(text: str, among: list[str]) -> list[str]:
    """Of the files that a text cites, those that are not there."""
    missing = []
    for cited in set(CITED.findall(text)) | set(FOLDER.findall(text)):
        pattern = re.sub(r"<\w+>|\\\*+", "[^/]+", re.escape(cited.rstrip("./")).replace(r"\<", "<").replace(r"\>", ">"))
        if not any(re.search(rf"(^|/){pattern}(/|$)", name) for name in among):
            missing.append(cited)
    return sorted(missing)


class Truth(unittest.TestCase):
    def test_files_that_comments_cite_are_there(self):
        among = tracked()
        found = []
        for name in sources():
            for number, comment in comments(read(name)):
                found += [f"{name}:{number}: {cited}" for cited in missing_files(comment, among)]
        self.assertEqual(found, [])

    def test_files_that_the_pages_cite_are_there(self):
        among = tracked()
        found = []
        for name in ["ARCHITECTURE.md", *tracked("docs/*.md")]:
            for cited in re.findall(r"`((?:src|docs|tests|schemas|examples)/[^`\s]*)`", read(name)):
                found += [f"{name}: {one}" for one in missing_files(cited.split("#")[0], among)]
        self.assertEqual(found, [])

    def test_names_in_the_backquotes_of_comments_are_there(self):
        words = set()
        for name in sources():
            words |= set(re.findall(r"\w+", RAW.sub(lambda raw: raw[0], re.sub(r"(?m)(^|\s)//[^\n]*", "", read(name)))))
        found = []
        for name in sources():
            for number, comment in comments(read(name)):
                for named in IN_BACKQUOTES.findall(comment):
                    found += [f"{name}:{number}: {named}" for part in named.split("::") if part and part not in words]
        self.assertEqual(found, [])

    def test_every_function_is_called(self):
        """A function whose name stands nowhere but where it is declared and where it is defined."""
        count: Counter[str] = Counter()
        where = defaultdict(set)
        declared = set()
        for name in sources():
            text = code(read(name))
            for word in re.findall(r"[A-Za-z_]\w*", text):
                count[word] += 1
                where[word].add(name)
            if name.endswith(".h"):
                declared |= set(re.findall(r"[\w>&*]\s+[&*]?([a-z]\w*)\s*\((?!\*)", text)) - {"alignas"}
        dead = []
        for function in declared - ASKED_BY_TESTS.keys():
            files = where[function]
            headers = [name for name in files if name.endswith(".h")]
            defined = [name for name in files if name.endswith(".cpp")]
            alone = len(defined) == 1 and len(headers) == 1 and \
                Path(defined[0]).with_suffix("") == Path(headers[0]).with_suffix("")
            if len(headers) == 1 and (count[function] == 1 or count[function] == 2 and alone):
                dead.append(f"{headers[0]}: {function}")
        self.assertEqual(sorted(dead), [])

    def test_a_switch_over_an_enumeration_names_all_of_it(self):
        """`default:` would swallow a new enumerator, which the compiler tells of otherwise."""
        found = []
        for name in sources():
            text = code(read(name))
            for default in re.finditer(r"\bdefault:", text):
                # Back to the brace that opens the switch.
                depth, at = 0, default.start()
                while depth >= 0:
                    at -= 1
                    depth += {"}": 1, "{": -1}.get(text[at], 0)
                labels = re.findall(r"\bcase ([\w:]+):(?!:)", text[at:default.start()])
                if any("::" in label or re.match(r"[a-z]", label) for label in labels):
                    found.append(f"{name}:{text.count(chr(10), 0, default.start()) + 1}")
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main()
