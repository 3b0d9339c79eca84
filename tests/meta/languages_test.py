#!/usr/bin/env python3
"""Every sentence in two languages: the sources say each in Chinese and in English, side by side, and mean the same places.

A sentence is said by `say(zh, en, …)` or kept as `Words{zh, en}` (or `{zh, en}` where the type is known). Both must be there, each in
its own language, with the same placeholders. And what the program shows of itself in English has no Chinese, and the other way round.
"""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))

LITERAL = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
PAIR = re.compile(rf'({LITERAL}),\s*({LITERAL})[,)}}]')
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# A word that is the same in both: an option, a format, a mark.
PLACEHOLDER = re.compile(r"(?<!\{)\{[^{}]*\}")
LETTERS = re.compile(r"[A-Za-z]{2}")


def text_of(literals: str) -> str:
    return "".join(json.loads(f'"{piece}"') for piece in re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def sources():
    for path in sorted((REPOSITORY / "src").rglob("*")):
        if path.suffix in (".cpp", ".h"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', text, flags=re.S)  # records and templates, not sentences
            text = re.sub(r"^\s*//.*$", "", text, flags=re.M)
            yield path.relative_to(REPOSITORY), text


class Languages(unittest.TestCase):
    def test_every_sentence_is_said_in_both(self):
        said = 0
        for path, text in sources():
            for call in re.finditer(r"\bsay\(", text):
                line = text.count("\n", 0, call.start()) + 1
                with self.subTest(f"{path}:{line}"):
                    pair = PAIR.match(text, re.compile(r"\s*").match(text, call.end()).end())
                    if not pair:  # the definition, or words that are computed: both arguments are then checked where they are made
                        continue
                    said += 1
                    zh, en = text_of(pair.group(1)), text_of(pair.group(2))
                    if LETTERS.search(re.sub(r"\{[^}]*\}|ZS|xx", "", en)):
                        self.assertRegex(zh, CHINESE, "no Chinese")
                    self.assertNotRegex(re.sub("1.8万元|定纪函〔2018〕5号", "", en), CHINESE, "Chinese in the English")
                    self.assertTrue(en.strip() or not zh.strip(), "no English")
                    if not re.search(r"\{\d", zh + en):  # numbered ones are chosen from by each language
                        self.assertEqual(len(PLACEHOLDER.findall(zh)), len(PLACEHOLDER.findall(en)), "other placeholders")
        self.assertGreater(said, 200)

    def shown(self, lang, *arguments):
        return subprocess.run([ZSUP, "--lang", lang, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False, cwd=REPOSITORY).stdout.decode("utf-8")

    def commands(self):
        text = self.shown("en", "--help")
        names = re.findall(r"^  ([a-z]+)  ", text.split("Commands", 1)[1], re.M)
        self.assertGreater(len(names), 10)
        return names

    def test_help_is_in_one_language(self):
        for name in self.commands():
            with self.subTest(name):
                english, chinese = self.shown("en", name, "-h"), self.shown("zh", name, "-h")
                # An example may name a file or give a key in Chinese: commands and what stands in code, not sentences.
                sentences = [line for line in english.split("\n") if CHINESE.search(line)
                             and not line.strip().startswith("zsup ")]
                self.assertEqual(sentences, [])
                for line in chinese.split("\n"):
                    words = re.search(r"^ +(?:-\w, )?--[\w-]+(?: \S+)? {2,}(.*)$", line)
                    if words:
                        self.assertRegex(words.group(1), CHINESE)

    def test_rules_explain_themselves_in_both(self):
        rules = re.findall(r"^(ZS\d{3})\b", self.shown("en", "explain"), re.M)
        self.assertGreater(len(rules), 50)
        for code in rules:
            with self.subTest(code):
                head = self.shown("en", "explain", code).split("    ", 1)[0]
                self.assertNotRegex(re.sub(r"'[^']*'|“[^”]*”|`[^`]*`", "", head), CHINESE)
                self.assertRegex(self.shown("zh", "explain", code).split("    ", 1)[0], CHINESE)


if __name__ == "__main__":
    unittest.main()
