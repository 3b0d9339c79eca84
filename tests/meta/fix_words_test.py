#!/usr/bin/env python3
"""A fix never loses a word: texts of every mark that YAML knows, behind half-width and full-width colons, as a value, in a list and
in the next line; whatever `zsup check --fix` writes is read by another YAML reader, and says what stood there before.

A text that is left as it was must either be read whole, or be told of; nothing is cut, merged or taken for something else in silence.
"""

import json
import os
import random
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
SEED, TEXTS = 2018, 1500

MARKS = ["#", " #", " # ", "*", "&", "[", "]", "{", "}", "~", "|", ">", "!", "%", "@", "`", "?", "? ", "'", '"', ": ", "：", ":", "- ", "-", "、", "，", ", ", ",",
         "“", "”", "《", "【", "】", "［", "］", "｛", "｝", "（", "#3", " #3", "\\", "=", "<<", "---", "..."]
WORDS = ["专户", "展板", "清退资金", "一是", "3号楼", "7.6万元", "null", "yes", "No. 3", "2018-04-10", "0012", "C"]
# How a text stands behind its key; {} is the text, and what it is read as is what stands in its place.
NOTHING = (None, "", "~", "null")
GOES_ON = "  未比价"
PLACES = ["内容: {}", "内容：{}", "内容： {}", "内容:  {}", "内容:\n  {}", "内容：\n  {}", "内容: {}\n" + GOES_ON, "内容：{}\n" + GOES_ON]

REGISTER = "名称: 岚汀区纪委监督登记册\n语言: 中文\n年份: 2018\n期间: 2018-q2\n截至日期: 2018-07-31\n"
ORG = "种类: 组织\n编号: 文旅局\n名称: 岚汀区文旅局\n类型: 部门\n"
FINDING = "种类: 问题\n编号: 问题{number}\n来源: 日常监督\n类别: [采购]\n单位: 文旅局\n发现日期: 2018-04-10\n整改期限: 2018-07-10\n{line}\n建议: 清退\n"


def texts(chance):
    for _ in range(TEXTS):
        parts = [chance.choice(MARKS if chance.random() < 0.5 else WORDS) for _ in range(chance.randint(1, 5))]
        text = "".join(parts).strip(" ")
        if text:
            yield text


def read(source):
    """What another reader makes of it: the record, or None where it is no YAML."""
    try:
        found = list(yaml.load_all(source, Loader=yaml.BaseLoader))
    except yaml.YAMLError:
        return None
    return found[0] if len(found) == 1 and isinstance(found[0], dict) else None


def comment_meant(text):
    """A sign with blanks on both sides, or with nothing behind it, begins a comment, and may."""
    head, sign, _ = (" " + text + " ").partition(" # ")
    return head.strip() if sign else text


def bare(text):
    return text.translate(str.maketrans("［］｛｝【】", "[]{}[]", "\"'"))


class Words(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        chance = random.Random(SEED)
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder)
            (register / "zsup.yaml").write_text(REGISTER, "utf-8")
            (register / "组织.yaml").write_text(ORG, "utf-8")
            cls.cases = {}
            for number, text in enumerate(texts(chance)):
                line = chance.choice(PLACES).format(text)
                name = f"问题/{number}.yaml"
                cls.cases[name] = (text, FINDING.format(number=number, line=line))
            (register / "问题").mkdir()
            for name, (_, source) in cls.cases.items():
                (register / name).write_text(source, "utf-8")
            cls.before = cls.told(register)
            subprocess.run([ZSUP, "-C", folder, "check", "--fix", "--quiet"], capture_output=True, check=False, timeout=300)
            cls.after = {name: (register / name).read_text("utf-8") for name in cls.cases}
            cls.told_after = cls.told(register)

    @staticmethod
    def told(register):
        done = subprocess.run([ZSUP, "-C", register, "check", "--format", "json"], capture_output=True, check=False, timeout=300)
        by_file = {}
        for one in json.loads(done.stdout)["diagnostics"]:
            by_file.setdefault(one["file"], []).append(one)
        return by_file

    def meanings(self, text, source):
        """What may stand in the field: the text as it was typed, or, where YAML's own quotes were typed around all of it, what they hold."""
        goes_on = f"\n{GOES_ON}" in source
        meant = comment_meant(text)
        if goes_on and (text in ("|", ">", "|-", ">-") or meant == ""):
            return {GOES_ON.strip()}
        behind = " " + GOES_ON.strip() if goes_on else ""
        found = {text + behind, meant + behind}
        quoted = read(f"内容: {meant}\n") if text[0] in "'\"" and not goes_on else None
        if quoted and isinstance(quoted.get("内容"), str):
            found.add(quoted["内容"])
        return {one.strip() for one in found}

    def test_what_was_written_says_what_stood_there(self):
        lost, fixed = [], 0
        for name, (text, source) in self.cases.items():
            if self.after[name] == source:
                continue
            fixed += 1
            record = read(self.after[name])
            value = record.get("内容") if record else None
            if (value in NOTHING or not isinstance(value, str)) and name in self.told_after and bare(text) in bare(self.after[name]):
                continue  # one mistake of several is corrected; the text stands as it was typed, and the others are told
            if not isinstance(value, str) or value.strip() not in self.meanings(text, source) or {**record, "内容": 0} != {**read(FINDING.format(number=name[3:-5], line="内容: 甲")), "内容": 0}:
                lost.append((name, source.split("\n")[7:-2], self.after[name].split("\n")[7:-2]))
        self.assertEqual(lost[:20], [], f"{len(lost)} of {fixed}")
        self.assertGreater(fixed, TEXTS // 20)

    def test_nothing_is_cut_in_silence(self):
        silent = []
        for name, (text, source) in self.cases.items():
            if name in self.before:
                continue
            record = read(source)
            if record is None or str(record.get("内容")).strip() not in self.meanings(text, source):
                silent.append((name, source.split("\n")[7:-2], record and record.get("内容")))
        self.assertEqual(silent[:20], [], len(silent))

    def test_what_is_left_is_told(self):
        for name, (_, source) in self.cases.items():
            if self.after[name] == source and name in self.before:
                self.assertIn(name, self.told_after, name)


if __name__ == "__main__":
    unittest.main()
