#!/usr/bin/env python3
"""Many ways to break a record, each with the code, the place and the exit code that it must get.

Every case copies an example register, makes one edit and runs `zsup check`. The expected place comes from the edit itself: ⟦
in the new text (or in an anchor, see `at`) stands before the first character that must be pointed at, ⟧ behind the last.
Several ⟦ are several places that the documents leave open, such as either of two dates that contradict each other. Nothing
else may be reported, unless the case names it in `also`. The marks never reach the register.
"""

import atexit
import contextlib
import functools
import itertools
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import spelling
from build_kind import passed_on

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
OPEN, CLOSE = "⟦", "⟧"


def plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def places(marked: str):
    """(line, column) of every ⟦ in a text, as if the marks were not there."""
    return [(before.count("\n") + 1, len(plain(before)) - plain(before).rfind("\n"))
            for before in (marked[:found.start()] for found in re.finditer(OPEN, marked))]


# ---- edits: each takes the register's folder and the file, and gives the file's new text, marks and all

def edit(old: str, new: str):
    """Replaces text that occurs exactly once."""
    def change(path: Path):
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path.name}"
        return text.replace(old, new)
    return change


def sub(pattern: str, new: str):
    """The same by a regular expression; \\1 is what its first group matched."""
    def change(path: Path):
        text, count = re.subn(pattern, lambda found: found.expand(new) if "\\" in new else new, path.read_text("utf-8"))
        assert count == 1, f"{pattern!r} matches {count} times in {path.name}"
        return text
    return change


def append(new: str):
    return lambda path: path.read_text("utf-8") + new


def add(text: str):
    """A file that was not there. Lone surrogates stand for raw bytes."""
    def change(path: Path):
        assert not path.exists(), path
        path.parent.mkdir(parents=True, exist_ok=True)
        return text
    return change


def copy_of(other: str, old: str, new: str):
    """A file that was not there: another one of the example, with one text replaced."""
    def change(path: Path):
        register = path
        while not (register / "zsup.yaml").exists():
            register = register.parent
        return edit(old, new)(register / other)
    return change


def recode(codec: str):
    return lambda path: path.read_text("utf-8").encode(codec)


def remove(path: Path):
    path.unlink()


def make(maker):
    """Something that is not a plain file, made by a function of its path."""
    def change(path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        maker(path)
    return change


@dataclass
class Case:
    name: str
    example: str
    file: str
    change: object
    code: str                # "A|B" where the documents leave the code open
    also: str = ""           # other codes that may come with it, and why in a comment
    at: tuple = ()           # (file, anchor with ⟦) where the place is not in the new text
    exit: int = 1
    help: str = ""           # must be in the help, in both languages
    related: str = ""        # an anchor with ⟦ in the same file, or "file::anchor": the other place that must be shown
    caret: bool = False      # one of those whose text output is looked at
    whole_line: bool = False # any column of the expected line
    info: bool = False       # run with --info
    differs: str = ""        # what the program still does instead; take it away when the program does what is expected here


def identity_number() -> str:
    """An invented identity number whose check digit is right. Computed, so that no such number stands in the repository."""
    body = "330999" + "19" + "800101" + "123"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def phone_number() -> str:
    return "".join(("139", "0580", "12", "34"))


T, D, S = "township", "district", "starter"
Q2 = "reports/qingtang-committee-2018-q2.yaml"
YAN = "报告/晏知衡-2018-q2.yaml"
HUPING = "orgs/huping-village.yaml"
TRANSPORT = "orgs/transport-bureau.yaml"
CULTURE = "组织/云栎区文旅局.yaml"
LI, LIN = "leaders/li-heng.yaml", "leaders/lin-zhaoxi.yaml"
PEI, BIAN = "领导干部/裴景珩.yaml", "领导干部/卞若溪.yaml"
WEIAN = "findings/weian-subsistence-review.yaml"
DUANWU = "findings/duanwu-hall-variation.yaml"
YANPING = "findings/yanping-casual-labour.yaml"
COMMERCE = "findings/audit-commerce-01.yaml"
POSTS = "问题/文旅局-岗位调整.yaml"
FINANCE = "findings/finance-hanging-advances.yaml"
POLICY = "policy/scoring-2018.yaml"

def village(**fields) -> str:
    """A record of the township that nothing refers to, with one or more lines of its own."""
    lines = {"kind": "org", "id": "extra-village", "name": "槲坪二村", "type": "village", "parent": "qingtang-committee"}
    lines.update(fields)
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None)


READING = [
    # robustness 1, 2
    Case("only a comma", T, "orgs/extra.yaml", add("⟦,"), "ZS001|ZS021"),
    Case("content after a quoted value", T, "orgs/extra.yaml", add('"a"⟦, ⟦b'), "ZS013"),
    Case("words after a quoted value", T, DUANWU, sub("suggestion: 公示(.*)", 'suggestion: "公示" ⟦\\1⟧'), "ZS013", caret=True),
    # robustness 3: how deep is too deep is not written down, so any column of the line will do
    Case("twenty thousand brackets", T, "orgs/extra.yaml", add("⟦" + "[" * 20000), "ZS008", whole_line=True),
    Case("ten thousand mappings", S, POSTS, edit("建议: 补齐程序说明", "备注: ⟦" + "{a: " * 10000 + "}" * 10000 + "\n建议: 补齐程序说明"),
         "ZS008", whole_line=True),
    # robustness 4
    Case("an alias bomb", T, "orgs/extra.yaml",
         add("a: ⟦&a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"),
         "ZS010", also="ZS010"),
    Case("an anchor that holds itself", T, "orgs/extra.yaml", add("a: ⟦&a {b: ⟦*a}\n"), "ZS010", also="ZS010"),
    Case("an anchor", S, POSTS, edit("来源: 日常监督", "来源: ⟦&类型⟧ 日常监督"), "ZS010", caret=True),
    Case("an alias of nothing", D, COMMERCE, edit("source: audit", "source: ⟦*kind"), "ZS010"),
    Case("a merge key", D, COMMERCE, edit("source: audit", "source: audit\n⟦<<: {note: 甲}"), "ZS010"),
    Case("a python tag", T, DUANWU, edit("suggestion: 公示变更", "suggestion: ⟦!!python/object:os.system 公示变更"), "ZS010"),
    Case("a local tag", S, POSTS, edit("来源: 日常监督", "来源: ⟦!x 日常监督"), "ZS010"),
    # robustness 5; two spellings of one key are one key (records.md, principle 3)
    Case("a key given twice", D, COMMERCE, edit("org: commerce-bureau", "org: commerce-bureau\n⟦org⟧: audit-bureau"), "ZS007",
         related="⟦org: commerce-bureau", caret=True),
    Case("a key given in both spellings", S, POSTS, sub("(建议: 补齐程序说明.*)", "\\1\n⟦suggestion: 另一条"), "ZS007",
         related="⟦建议: 补齐程序说明"),
    Case("a key given twice in braces", T, DUANWU,
         append("events:\n  - {date: 2018-07-13, what: assigned, by: qingtang-cdi, ⟦date: 2018-07-14}\n"),
         "ZS007"),
    # robustness 6: the empty document lies between two marks, and either may be meant
    Case("an empty document between two", T, "orgs/extra.yaml", add(village() + "⟦---\n⟦---\n" + village(id="extra-two")), "ZS011"),
    # robustness 7
    Case("a byte that UTF-8 does not know", T, DUANWU, edit("公示变更", "公示⟦\udcff变更"), "ZS002"),
    Case("an overlong slash", S, POSTS, edit("补齐程序说明", "补齐⟦\udcc0\udcaf程序说明"), "ZS002"),
    Case("an encoded surrogate", D, COMMERCE, edit("追回重复兑付", "追回⟦\udced\udca0\udc80重复兑付"), "ZS002"),
    Case("a NUL", T, DUANWU, edit("公示变更", "公⟦\0示变更"), "ZS005"),
    Case("a bell", S, POSTS, edit("补齐程序说明", "补齐⟦\a程序说明"), "ZS005"),
    # robustness 8
    Case("a byte-order mark", T, DUANWU, edit("# yaml-language-server", "⟦\ufeff# yaml-language-server"), "ZS004", exit=0),
    # robustness 9: the encoding is a matter of the whole file, the first bad byte a place in it
    Case("UTF-16", T, DUANWU, recode("utf-16"), "ZS003", at=((DUANWU, "⟦# yaml-language-server"),)),
    Case("GB18030", S, POSTS, recode("gb18030"), "ZS003",
         at=((POSTS, "⟦# yaml-language-server"), (POSTS, "⟦种类: 问题"))),
    # robustness 10
    Case("merge conflict markers", T, DUANWU,
         edit("found: 2018-07-12\n", "⟦<<<<<<< HEAD\nfound: 2018-07-12\n=======\nfound: 2018-07-11\n>>>>>>> other\n"), "ZS006"),
    # robustness 11
    Case("a tab for indentation", T, FINANCE, edit("  - {date: 2018-07-09", "⟦\t- {date: 2018-07-09"), "ZS014"),
    Case("a full-width colon", S, POSTS, edit("建议: 补齐程序说明", "建议⟦：⟧补齐程序说明"), "ZS015", caret=True),
    Case("a full-width comma in brackets", T, LIN, edit("[qingtang-office, duanwu-village", "[qingtang-office⟦，duanwu-village"),
         "ZS015"),
    Case("a full-width comma in braces", S, YAN,
         edit("审核人: 裴景珩, 日期: 2018-07-10, 理由", "审核人: 裴景珩⟦，日期: 2018-07-10, 理由"), "ZS015"),
    # Characters where ASCII ones belong (ZS015), or no number and no date: the table says only that it is reported with the fix.
    Case("a full-width digit for a number", T, LI, edit("order: 4", "order: ⟦４"), "ZS015|ZS107", help="4"),
    Case("full-width digits in a date", S, YAN, edit("报送日期: 2018-07-05", "报送日期: ⟦2018-07-⟦０５"), "ZS015|ZS105", help="05"),
    # robustness 14, 15, 18
    Case("a zero-width space in a name", T, DUANWU, edit("公示变更", "公示⟦\u200b变更"), "ZS018"),
    Case("a bidi override in a name", S, POSTS, edit("补齐程序说明", "补齐⟦\u202e程序说明"), "ZS018"),
    Case("a zero-width joiner in an id", T, "orgs/extra.yaml", add(village(id="extra⟦\u200d-village")), "ZS018", also="ZS110"),
    Case("an escape character", T, DUANWU, edit("公示变更", "公示⟦\x1b]0;x\x07变更"), "ZS005", also="ZS005"),
    Case("an escape character, escaped", D, COMMERCE, sub("追回重复兑付(.*)", '⟦"追回⟦\\\\e[31m重复兑付\\1"'), "ZS005"),
    Case("a character that XML forbids", T, DUANWU, edit("公示变更", "公示⟦\uffff变更"), "ZS005|ZS018"),
    Case("a character that XML forbids, escaped", T, DUANWU, sub("公示变更(.*)", '⟦"公示⟦\\\\uFFFE变更\\1"'), "ZS005|ZS018"),
    # the rest of the family
    Case("a list for a record", T, "orgs/extra.yaml", add("⟦- kind: org\n"), "ZS012"),
    Case("a word for a record", S, "组织/又一个.yaml", add("⟦种类\n"), "ZS012"),
    Case("a quote that is not closed", T, DUANWU, edit("text: 椴坞村", 'text: ⟦"椴坞村'), "ZS019"),
    Case("a quote that is not closed, in braces", S, YAN, edit("理由: 未能提供具体实施内容}", "理由: ⟦'未能提供具体实施内容}"), "ZS019"),
    Case("a list for a key", D, COMMERCE, edit("source: audit", "⟦[source]: audit"), "ZS020", also="ZS102"),
    # The colon without its space, or the line that should be a field.
    Case("no space after the colon", T, DUANWU, edit("suggestion: 公示变更", "⟦suggestion⟦:⟦公示变更"), "ZS021"),
    Case("no colon", S, POSTS, edit("来源: 日常监督", "⟦来源⟦ ⟦日常监督"), "ZS021"),
    # Where a bracket is opened, or where the reader stumbles over its not being closed.
    Case("a bracket that is not closed", T, DUANWU, edit("project-approval]\norg: ", "project-approval\norg⟦: "), "ZS001",
         at=((DUANWU, "categories: ⟦["), (DUANWU, "⟦org: duanwu"))),
    Case("a value that begins with @", D, COMMERCE, edit("source: audit", "source: ⟦@audit"), "ZS001"),
    Case("a field indented by one space", T, DUANWU, edit("\nsource: daily", "\n⟦ ⟦source⟦: daily"), "ZS001"),
    Case("two fields on one line", S, POSTS, edit("来源: 日常监督", "来源: 日常监督⟦ 上级⟦: 云栎区委"), "ZS001|ZS013|ZS021", whole_line=True),
]

SHAPE = [
    Case("no kind", T, HUPING, edit("kind: org\n", ""), "ZS101", at=((HUPING, "⟦id: huping-village"),)),
    Case("a kind misspelt", T, "orgs/extra.yaml", add(village(kind="⟦ogr")), "ZS101", help="org"),
    Case("a kind misspelt in Chinese", S, "组织/又一个.yaml", add("种类: ⟦组只\n编号: 又一个\n名称: 又一个\n类型: 部门\n"), "ZS101", help="组织"),
    Case("a required field missing", T, "duties/annual-account.yaml", sub("title: [^\n]*\n", ""), "ZS102",
         at=(("duties/annual-account.yaml", "⟦kind: duty"),)),
    Case("a required field missing, in Chinese", S, BIAN, edit("姓名: 卞若溪\n", ""), "ZS102", at=((BIAN, "⟦种类: 领导干部"),)),
    Case("a required field missing in braces", D, TRANSPORT, edit("{text: 超限运输处罚裁量随意, category", "⟦{⟦category"), "ZS102"),
    # What is misspelt is missing too; to say both is no cascade.
    Case("a field misspelt", T, HUPING, edit("name: 槲坪村", "⟦nmae⟧: 槲坪村"), "ZS103", also="ZS102", help="name", caret=True),
    Case("a field misspelt in Chinese", S, BIAN, edit("拼音: bian", "⟦拼声⟧: bian"), "ZS103", also="ZS102", help="拼音", caret=True),
    Case("a field misspelt in braces", T, Q2, edit("reason: 未能提供具体实施内容}\n  - duty: warning-education",
                                                   "⟦reson: 未能提供具体实施内容}\n  - duty: warning-education"),
         "ZS103", also="ZS305", help="reason"),
    Case("a field of another kind", D, TRANSPORT, edit("type: department", "type: department\n⟦portfolio: [audit-bureau]"),
         "ZS103"),
    Case("a list for a word", T, HUPING, edit("name: 槲坪村", "name: ⟦[槲坪村]"), "ZS104"),
    Case("a mapping for a word", S, CULTURE, edit("名称: 云栎区文化旅游局", "名称: ⟦{全称: 云栎区文化旅游局}"), "ZS104"),
    Case("a word for a list of mappings", T, "orgs/qingtang-office.yaml", sub("risk_points:\n.*\n", "risk_points: ⟦公务接待先接待后补函\n"),
         "ZS104"),
    Case("a word for a mapping", T, Q2, edit("measures: {谈话人次: 43}", "measures: ⟦谈话43人次"), "ZS104"),
    # robustness 13
    Case("30 February", T, DUANWU, edit("deadline: 2018-08-31", "deadline: ⟦2018-02-30⟧"), "ZS105", caret=True),
    Case("a date without zeros", S, YAN, edit("报送日期: 2018-07-05", "报送日期: ⟦2018-7-5⟧"), "ZS105", help="2018-07-05", caret=True),
    Case("29 February of a common year", D, "leaders/ao-lingji.yaml", edit("from: 2018-05-28", "from: ⟦2018-02-29"), "ZS105"),
    Case("the year 0", T, LI, edit("from: 2016-11-25", "from: ⟦0000-11-25"), "ZS105"),
    Case("a date in words", S, BIAN, edit("任职日期: 2017-05-02", "任职日期: ⟦2017年5月2日"), "ZS105"),
    Case("a fifth quarter", T, Q2, edit("period: 2018-q2", "period: ⟦2018-q5⟧"), "ZS106", caret=True),
    Case("a thirteenth month", D, "reports/2018-05/bian-tingdi.yaml", edit("period: 2018-05", "period: ⟦2018-13"), "ZS106"),
    # robustness 12
    Case("a number that begins with 0", T, LI, edit("order: 4", "order: ⟦010"), "ZS107"),
    Case("a number with an underscore", S, BIAN, edit("排名: 3", "排名: ⟦1_000"), "ZS107"),
    Case("a number in hexadecimal", D, "leaders/ao-lingji.yaml", edit("order: 14", "order: ⟦0x1F"), "ZS107"),
    Case("a number with an exponent", T, LI, edit("order: 4", "order: ⟦1e3"), "ZS107"),
    Case("a number without its zero", T, POLICY, edit("  returned: 0.5", "  returned: ⟦.5"), "ZS107"),
    Case("not a number", S, "考核办法/2018年考核办法.yaml", edit("退回: 0.5", "退回: ⟦.nan"), "ZS107"),
    Case("a number too large", T, LI, edit("order: 4", "order: ⟦1" + "0" * 30), "ZS107|ZS114"),
    Case("money that begins with 0", T, DUANWU, edit("amount: 3.2万元", "amount: ⟦010"), "ZS108"),
    Case("money with a comma", T, YANPING, edit("amount: 12600", "amount: ⟦1,2600"), "ZS108"),
    Case("money finer than a fen", T, YANPING, edit("recovered: 1800", "recovered: ⟦1800.005"), "ZS108"),
    Case("money with an exponent", T, YANPING, edit("recovered: 1800", "recovered: ⟦1.8e3"), "ZS108"),
    Case("money in Chinese numerals", S, "问题/文旅局-零星采购.yaml", edit("涉及金额: 7.6万元", "涉及金额: ⟦七点六万元⟧"), "ZS108", caret=True),
    Case("negative money", D, "findings/audit-hr-01.yaml", edit("amount: 18400.00", "amount: ⟦-18400.00"), "ZS108|ZS114"),
    Case("money too large", T, DUANWU, edit("amount: 3.2万元", "amount: ⟦1" + "0" * 30), "ZS108|ZS114"),
    Case("yes for true", T, "duties/annual-account.yaml", edit("content: true", "content: ⟦yes"), "ZS111", help="true"),
    Case("on for true", D, "duties/annual-integrity-report.yaml", edit("content: true", "content: ⟦on"), "ZS111", help="true"),
    # enums
    Case("a role misspelt", T, LI, edit("role: principal", "role: ⟦principle⟧"), "ZS109", help="principal", caret=True),
    Case("a role misspelt in Chinese", S, BIAN, edit("身份: 班子成员", "身份: ⟦班子成圆⟧"), "ZS109", help="班子成员", caret=True),
    Case("a source misspelt", T, DUANWU, edit("source: daily", "source: ⟦dialy"), "ZS109", help="daily"),
    Case("a step misspelt", D, "findings/audit-hr-01.yaml", edit("what: approved", "what: ⟦aproved"), "ZS109",
         help="approved"),
    Case("a decision misspelt", T, Q2,
         edit("decision: returned, by: li-heng, date: 2018-07-06", "decision: ⟦returnd, by: li-heng, date: 2018-07-06"),
         "ZS109", help="returned"),
    Case("a category misspelt in Chinese", S, "问题/文旅局-岗位调整.yaml", edit("类别: [选人用人]", "类别: [⟦选人用仁]"), "ZS109", help="选人用人"),
    Case("a value of another list", T, HUPING, edit("type: village", "type: ⟦principal"), "ZS109"),
    # ids (robustness 14)
    Case("capitals in an id", T, FINANCE, edit("id: finance-hanging-advances", "id: ⟦Finance-Hanging-Advances"), "ZS110"),
    Case("a space in an id", S, "问题/文旅局-岗位调整.yaml", edit("编号: 文旅局-岗位调整", "编号: ⟦文旅局 岗位调整"), "ZS110"),
    Case("an accent in an id", T, "orgs/extra.yaml", add(village(id="⟦cafe\u0301-village")), "ZS110"),
    # The two look the same; a compatibility character becomes the other one when the file is normalised.
    Case("an id that normalises to another form", T, "orgs/extra.yaml", add(village(id="⟦\uf9d1村")), "ZS110|ZS202", also="ZS022"),
    Case("a due date in words", T, "duties/annual-account.yaml", edit("due: +10d", "due: ⟦10日内"), "ZS112"),
    Case("an unknown unit of time", S, "任务/半年述责.yaml", edit("报送期限: +20d", "报送期限: ⟦+20x"), "ZS112"),
    # An empty value has no characters: its key, or where it would stand.
    Case("nothing for a name", T, HUPING, edit("name: 槲坪村", "⟦name⟦:⟦"), "ZS113"),
    Case("an empty name", S, CULTURE, edit("名称: 云栎区文化旅游局", '名称: ⟦""'), "ZS113"),
    Case("a name of spaces", D, TRANSPORT, edit("name: 东汀区交通运输局", 'name: ⟦"   "'), "ZS113"),
    Case("a negative order", T, LI, edit("order: 4", "order: ⟦-4"), "ZS114|ZS107"),
    Case("a year of five digits", T, "calendar/2018.yaml", edit("year: 2018", "year: ⟦20180"),
         "ZS114|ZS107|ZS105", also="ZS211 ZS214"),
    Case("dates backwards in a post", D, "leaders/gou-shichun.yaml",
         edit("from: 2017-02-17\nuntil: 2018-05-18", "from: ⟦2018-05-19\nuntil: ⟦2018-05-18"),
         "ZS120", also="ZS209"),
    Case("dates backwards in an inspection", S, "巡察/区委第一轮巡察.yaml",
         edit("起始日期: 2018-03-05\n终止日期: 2018-04-13", "起始日期: ⟦2018-04-14\n终止日期: ⟦2018-04-13"), "ZS120"),
    Case("dates backwards in a duty", D, "duties/annual-integrity-report.yaml", edit("until: 2018-12-31", "until: ⟦2017-12-31"),
         "ZS120",
         at=(("duties/annual-integrity-report.yaml", "from: ⟦2018-01-01"),)),
    Case("a finding of tomorrow", T, DUANWU, edit("found: 2018-07-12", "found: ⟦2018-07-16⟧"), "ZS121", caret=True),
    Case("an event of next year", D, "findings/audit-commerce-01.yaml", edit("{date: 2018-06-05, what", "{date: ⟦2019-06-05, what"),
         "ZS121"),
    Case("a submission of next month", S, YAN, edit("报送日期: 2018-07-05", "报送日期: ⟦2018-08-05"), "ZS121", also="ZS308"),
]

REFERENCES = [
    Case("an org that is not there", T, DUANWU, edit("org: duanwu-village", "org: ⟦duanwu-vilage⟧"),
         "ZS201", help="duanwu-village", caret=True),
    Case("a duty that is not there", S, YAN, edit("任务: 每月现场督导", "任务: ⟦每月现场督道⟧"), "ZS201", help="每月现场督导", caret=True),
    Case("an inspection that is not there", D, "findings/r2-market-01.yaml",
         edit("inspection: district-round-2", "inspection: ⟦district-round-9"),
         "ZS201"),
    Case("a reviewer that is not there", T, Q2, sub("(谈话人次: 43}\n    review: {decision: approved, by: )li-heng", "\\1⟦li-hen"),
         "ZS201", help="li-heng"),
    Case("an owner that is not there", D, "duties/annual-integrity-report.yaml",
         edit("{under: district-committee}", "{under: ⟦district-comittee}"),
         "ZS201", help="district-committee"),
    Case("an id used by another finding", T, FINANCE, edit("id: finance-hanging-advances", "id: ⟦duanwu-hall-variation"), "ZS202",
         related=DUANWU + "::id: ⟦duanwu-hall-variation"),
    # Which of the two is the second one depends on the order of reading, which no document settles.
    Case("an id used by another kind", T, FINANCE, edit("id: finance-hanging-advances", "id: ⟦li-heng"), "ZS202",
         at=((LI, "id: ⟦li-heng"),)),
    Case("an id used twice, in both spellings of the key", S, "组织/又一个.yaml",
         add("kind: org\nid: ⟦云栎区纪委\nname: 又一个\ntype: department\n"),
         "ZS202",
         at=(("组织/云栎区纪委.yaml", "编号: ⟦云栎区纪委"),)),
    Case("a person for an org", T, DUANWU, edit("org: duanwu-village", "org: ⟦lin-zhaoxi"), "ZS203"),
    Case("an org for a duty", S, YAN, edit("任务: 每月现场督导", "任务: ⟦云栎区文旅局"), "ZS203"),
    Case("an org for a leader", D, "inspections/district-round-2.yaml", edit("leader: mi-weicheng", "leader: ⟦market-bureau"),
         "ZS203"),
    Case("an org that is its own parent", T, HUPING, edit("parent: qingtang-committee", "parent: ⟦huping-village"), "ZS204"),
    Case("two orgs that are each other's parents", T, "orgs/qingtang-committee.yaml",
         edit("type: party-committee", "type: party-committee\nparent: ⟦qingtang-government"),
         "ZS204", at=(("orgs/qingtang-government.yaml", "parent: ⟦qingtang-committee"),)),
    Case("an org above its own parent", S, "组织/云栎区委.yaml", edit("类型: 党委", "类型: 党委\n上级: ⟦云栎区文旅局"), "ZS204",
         at=((CULTURE, "上级: ⟦云栎区委"),)),
    # robustness 19; that the attachment does not count is a consequence, and may be said
    Case("an attachment that is not there", T, Q2, edit("warning-education-sign-in.txt", "warning-education-signs.txt"), "ZS205",
         at=((Q2, "[⟦files/2018-q2/warning-education-signs.txt"),)),
    Case("an attachment that is not there, in Chinese", S, YAN, edit("[附件/2018年第二季度/专题学习记录.txt]", "[⟦附件/2018年第二季度/专题学习纪录.txt⟧]"),
         "ZS205",
         caret=True),
    Case("an attachment above the register", T, WEIAN,
         edit("[files/findings/weian-review-notice.txt]", "[⟦../files/weian-review-notice.txt]"),
         "ZS206"),
    Case("an attachment that climbs out", D, "findings/r1-education-01.yaml",
         edit("[files/findings/education", "[⟦files/../../district/files/findings/education"),
         "ZS206"),
    Case("an absolute attachment", S, YAN, edit("[附件/2018年第二季度/专题学习记录.txt]", "[⟦/etc/passwd]"), "ZS206"),
    Case("an attachment that links outside", T, "files/findings/weian-review-notice.txt",
         make(lambda path: (path.unlink(), path.symlink_to("/etc/hostname"))), "ZS206",
         at=((WEIAN, "[⟦files/findings/weian-review-notice.txt"),)),
    Case("an empty attachment", T, "files/findings/weian-review-notice.txt", make(lambda path: path.write_bytes(b"")), "ZS207",
         at=((WEIAN, "[⟦files/findings/weian-review-notice.txt"),)),
    Case("a folder for an attachment", S, YAN, edit("[附件/2018年第二季度/专题学习记录.txt]", "[⟦附件/2018年第二季度]"), "ZS207"),
    # The reviewer took office between the review of the earlier attempt and that of the last one.
    Case("a reviewer not yet in office", S, PEI, edit("任职日期: 2016-12-20", "任职日期: 2018-07-08"), "ZS209",
         at=((YAN, "审核人: ⟦裴景珩, 日期: 2018-07-04"), (YAN, "审核人: 裴景珩, 日期: ⟦2018-07-04"))),
    Case("a claim by somebody not yet in office", D, "findings/r1-housing-01.yaml",
         edit("{date: 2018-01-19, what: claimed, by: gou-shichun}", "{date: ⟦2018-01-19, what: claimed, by: ⟦ao-lingji}"), "ZS209"),
    # Two policies for the same days: either may be pointed at, by its id or by a date of the days that both hold.
    Case("two policies at once", T, "policy/second.yaml",
         copy_of(POLICY, "kind: policy\nid: scoring-2018", "⟦kind: policy\nid: ⟦scoring-again"),
         "ZS225",
         at=(("policy/second.yaml", "\nfrom: ⟦2018-01-01"), ("policy/second.yaml", "\n⟦from: 2018-01-01"), (POLICY, "⟦kind: policy"),
             (POLICY, "\nid: ⟦scoring-2018"), (POLICY, "\nfrom: ⟦2018-01-01"), (Q2, "period: ⟦2018-q2")), also="ZS225"),
    Case("a policy that ends before the quarter", T, POLICY, edit("until: 2018-12-31", "until: 2018-06-29"), "ZS210",
         at=((Q2, "period: ⟦2018-q2"), (POLICY, "until: ⟦2018-06-29")), exit=0),
    # Every duty that counts in working days needs it; it is told where the year stands.
    Case("a calendar that is not there", S, "工作日历/2018年.yaml", remove, "ZS211", also="ZS211",
         at=(("zsup.yaml", "年份: ⟦2018"),), exit=0),
    # A word in a portfolio may be meant as an org.
    Case("a line that the policy does not list", T, FINANCE, edit("line: 财政财务", "line: ⟦财政财物"), "ZS212", help="财政财务"),
    Case("a line misspelt in a portfolio", S, BIAN, edit("分管: [干部人事]", "分管: [⟦干部人士]"), "ZS212|ZS201", help="干部人事"),
    Case("two calendars of one year", T, "calendar/again.yaml",
         copy_of("calendar/2018.yaml", "\nkind: calendar\nid: ", "\nkind: calendar\nid: again-"),
         "ZS213",
         at=(("calendar/again.yaml", "\nyear: ⟦2018"), ("calendar/2018.yaml", "\nyear: ⟦2018"))),
    Case("a holiday that is worked", S, "工作日历/2018年.yaml", edit("上班日: [2018-02-11, ", "上班日: [⟦2018-02-15, 2018-02-11, "), "ZS214",
         at=(("工作日历/2018年.yaml", "  - ⟦2018-02-15"),)),
    Case("a holiday of another year", T, "calendar/2018.yaml", edit("  - 2018-01-01", "  - ⟦2017-01-01"), "ZS214"),
    # A setting that is wrong is wrong configuration.
    Case("a rule that is not there", S, "zsup.yaml", edit("# 规则级别: {ZS403: 错误}", "规则级别: {⟦ZS998: 错误}"),
         "ZS215", exit=2),
    Case("a setting misspelt", S, "zsup.yaml", edit("截至日期: 2018", "⟦截止日期: 2018"), "ZS103", exit=2, help="截至日期"),
    Case("a setting that is no date", T, "zsup.yaml", edit("as_of: 2018-07-15", "as_of: ⟦2018-07-32"),
         "ZS105", exit=2),
    Case("a setting that names nobody", D, "zsup.yaml", edit("issuer: district-cdi", "issuer: ⟦district-cid"), "ZS201", exit=2,
         help="district-cdi"),
    Case("settings that cannot be read", T, "zsup.yaml", edit("lang: zh", 'lang: ⟦"zh'), "ZS019", exit=2),
]

REPORTS = [
    # The approval and what it lacks contradict each other: either may be shown.
    Case("approved without content", T, Q2,
         sub("content: 为镇纪委增配.*\n    review: {decision: approved", '⟦content: ⟦""\n    ⟦review: ⟦{decision: ⟦approved'),
         "ZS301"),
    Case("approved with spaces for content", S, YAN, sub("内容: 4月至6月.*", '内容: ⟦"  "'),
         "ZS301", at=((YAN, "结论: ⟦审核通过"), (YAN, "⟦审核: {结论: 审核通过"))),
    Case("approved with no content at all", D, "reports/2018-05/bian-tingdi.yaml", sub("    content: .*\n", ""), "ZS301",
         at=(("reports/2018-05/bian-tingdi.yaml", "decision: ⟦approved"), ("reports/2018-05/bian-tingdi.yaml", "  - ⟦duty"),
             ("reports/2018-05/bian-tingdi.yaml", "- duty: ⟦work-safety-monthly"))),
    Case("approved without the attachment", T, Q2,
         edit("    attachments: [files/2018-q2/subsidy-check.txt]\n    review: {decision: approved",
                                                      "    ⟦review: {decision: ⟦approved"), "ZS302"),
    Case("approved with an empty list of attachments", S, YAN, edit("[附件/2018年第二季度/专题学习记录.txt]", "⟦[]"), "ZS302", also="ZS113",
         at=((YAN, "结论: ⟦审核通过"),)),
    Case("approved with too small a measure", T, Q2, edit("{核查户数: 112}", "{核查户数: ⟦99}"),
         "ZS303", at=((Q2, "measures: ⟦{核查户数: 99"), (Q2, "⟦核查户数: 99"))),
    Case("approved without the measure", S, YAN, edit("    指标: {专题学习次数: 2}\n", ""),
         "ZS303", at=((YAN, "结论: ⟦审核通过"), (YAN, "⟦审核: {结论: 审核通过"))),
    Case("approved with a measure misspelt", T, Q2, edit("{谈话人次: 43}", "⟦{⟦谈话次数: ⟦43}"), "ZS303",
         also="ZS318", at=((Q2, "谈话次数: 43}\n    review: {decision: ⟦approved"),)),
    # Either of the two items.
    Case("two items for one obligation", T, Q2, edit("duty: support-cdi", "duty: ⟦petition-cases"),
         "ZS304", also="ZS303", at=((Q2, "- duty: ⟦petition-cases\n    submitted: 2018-07-05"),)),
    Case("one obligation answered in two reports", D, "reports/2018-05/she-genghe.yaml", edit("period: 2018-05", "period: 2018-06"),
         "ZS304",
         at=(("reports/2018-05/she-genghe.yaml", "duty: ⟦fishing"), ("reports/2018-q2/she-genghe.yaml", "duty: ⟦fishing"))),
    Case("returned without a reason", T, Q2, edit("date: 2018-07-06, reason: 未能提供具体实施内容}", "date: 2018-07-06}"), "ZS305",
         at=((Q2, "decision: ⟦returned, by: li-heng, date: 2018-07-06}"), (Q2, "review: ⟦{decision: returned, by: li-heng, date: 2018-07-06}"),
             (Q2, "⟦review: {decision: returned, by: li-heng, date: 2018-07-06}"))),
    Case("returned with an empty reason", S, YAN, edit("理由: 没有具体措施和数量", '理由: ⟦""'),
         "ZS305|ZS113", at=((YAN, '结论: ⟦审核未通过, 审核人: 裴景珩, 日期: 2018-07-04'),)),
    # Who reviews his own report has no jurisdiction either.
    Case("the reviewer is the reporter", S, YAN, edit("审核人: 裴景珩, 日期: 2018-07-10}", "审核人: ⟦晏知衡⟧, 日期: 2018-07-10}"),
         "ZS306", also="ZS307"),
    Case("the reviewer is the reporter, in English", D, "reports/2018-05/bian-tingdi.yaml",
         edit("by: sha-bingduo", "by: ⟦bian-tingdi"),
         "ZS306", also="ZS307"),
    Case("a reviewer without jurisdiction", T, Q2,
         sub("(谈话人次: 43}\n    review: {decision: approved, by: )li-heng", "\\1⟦lin-zhaoxi"),
         "ZS307"),
    Case("a reviewer without jurisdiction, in Chinese", S, YAN, edit("审核人: 裴景珩, 日期: 2018-07-10}", "审核人: ⟦卞若溪, 日期: 2018-07-10}"),
         "ZS307"),
    Case("reviewed before it was submitted", T, Q2,
         sub("(谈话人次: 43}\n    review: {decision: approved, by: li-heng, date: )2018-07-05", "\\1⟦2018-07-02"),
         "ZS308",
         at=((Q2, "heart-to-heart\n    submitted: ⟦2018-07-03"),)),
    Case("an earlier attempt reviewed before it was submitted", S, YAN, edit("日期: 2018-07-04, 理由", "日期: ⟦2018-07-02, 理由"), "ZS308",
         at=((YAN, "      - 报送日期: ⟦2018-07-03"),)),
    Case("an item of a duty of somebody else", S, YAN, edit("任务: 每月现场督导", "任务: ⟦半年述责"), "ZS309"),
    Case("an item of an organisation's duty", S, YAN, edit("任务: 每月现场督导", "任务: ⟦采购自查"), "ZS309"),
    Case("an item of a duty that has not begun", T, "duties/support-cdi.yaml", edit("from: 2018-04-01", "from: 2018-07-01"),
         "ZS310", at=((Q2, "duty: ⟦support-cdi"),)),
    Case("a quarterly duty with a date", T, "duties/support-cdi.yaml", edit("due: +5wd", "due: ⟦2018-07-06"), "ZS313",
         at=(("duties/support-cdi.yaml", "cadence: ⟦quarterly"),)),
    Case("a duty of one time with an offset", S, "任务/采购自查.yaml", edit("报送期限: 2018-06-29", "报送期限: ⟦+10d"), "ZS313",
         at=(("任务/采购自查.yaml", "频次: ⟦一次性"),)),
    Case("an owner that is nobody", D, "duties/annual-integrity-report.yaml",
         edit("owner: {under: district-committee}", "owner: ⟦{⟦role: ⟦other, under: district-committee}"),
         "ZS314", exit=0),
    Case("an attempt before the earlier one", S, YAN, edit("    报送日期: 2018-07-06", "    报送日期: ⟦2018-07-02"),
         "ZS315", at=((YAN, "      - 报送日期: ⟦2018-07-03"),)),
    Case("a category that is not there", T, "duties/annual-account.yaml", edit("category: deployment", "category: ⟦deploiment"),
         "ZS316|ZS109", help="deployment"),
    Case("no report", S, YAN, sub("(?s)  - 任务: 每月现场督导.*", ""),
         "ZS391", exit=0, info=True, also="ZS391 ZS392 ZS393 ZS491 ZS492 ZS493",
         at=(("任务/每月现场督导.yaml", "⟦种类: 任务"), ("任务/每月现场督导.yaml", "编号: ⟦每月现场督导"))),
]

FINDINGS = [
    Case("never submitted, but approved", T, WEIAN,
         sub("  - {date: 2018-06-14.*\n  - {date: 2018-06-20, what: approved", "  - ⟦{⟦date: 2018-06-20, ⟦what: ⟦approved"),
         "ZS401"),
    Case("an inspection's finding that nobody claimed", D, "findings/r1-education-01.yaml",
         sub("  - {date: 2018-01-18, what: claimed.*\n", ""), "ZS401",
         at=tuple(("findings/r1-education-01.yaml", anchor) for anchor in
                  ("- ⟦{date: 2018-02-06", "- {⟦date: 2018-02-06", "what: ⟦in-progress", "- ⟦{date: 2018-04-16", "- {⟦date: 2018-04-16", "what: ⟦submitted"))),
    Case("approved before it was submitted", T, WEIAN,
         edit("{date: 2018-06-20, what: approved", "{date: ⟦2018-06-10⟧, what: approved"),
         "ZS402", caret=True),
    Case("in progress before it was claimed, in Chinese", S, "问题/文旅局-零星采购.yaml",
         edit("{日期: 2018-05-15, 进展: 整改中", "{日期: ⟦2018-05-03, 进展: 整改中"),
         "ZS402"),
    # What the records honestly show is a warning, and the steps that derive from it are no second fault.
    Case("the unit before its leader", S, "巡察/区委第一轮巡察.yaml",
         edit("向领导反馈日期: 2018-05-03, 向单位反馈日期: 2018-05-08", "向领导反馈日期: ⟦2018-05-03, 向单位反馈日期: ⟦2018-05-02"),
         "ZS403", exit=0),
    Case("the unit before its leader, in English", D, "inspections/district-round-2.yaml",
         edit("{unit: law-enforcement-bureau, leader: ao-lingji, leader_date: 2018-05-31, unit_date: 2018-06-07}",
              "{unit: law-enforcement-bureau, leader: ao-lingji, leader_date: ⟦2018-05-31, unit_date: ⟦2018-05-30}"), "ZS403", exit=0),
    Case("closed without approval", T, WEIAN, sub("  - {date: 2018-06-20, what: approved.*\n(.*)what: closed", "\\1⟦what: ⟦closed"),
         "ZS404",
         at=((WEIAN, "- ⟦{date: 2018-06-22"), (WEIAN, "- {⟦date: 2018-06-22")), also="ZS401"),
    Case("more recovered than there was", T, YANPING, edit("recovered: 1800", "recovered: ⟦12600.01"),
         "ZS405", at=((YANPING, "amount: ⟦12600"),)),
    Case("a leader who does not cover the unit", T, DUANWU, edit("org: duanwu-village", "org: duanwu-village\nleader: ⟦mi-qinghe"),
         "ZS406"),
    Case("a leader who does not cover the unit, in Chinese", S, "问题/文旅局-零星采购.yaml", edit("单位: 云栎区文旅局", "单位: 云栎区文旅局\n分管领导: ⟦裴景珩"),
         "ZS406"),
    # The unit of a finding, or the finding itself.
    Case("nobody answers", D, "leaders/mi-weicheng.yaml", edit("  - commerce-bureau\n", ""), "ZS407",
         at=(("findings/audit-commerce-01.yaml", "org: ⟦commerce-bureau"), ("findings/audit-commerce-01.yaml", "⟦kind: finding"))),
    Case("several answer", T, "leaders/mi-qinghe.yaml", edit("[weian-community, ", "[weian-community, duanwu-village, "), "ZS408",
         at=((DUANWU, "org: ⟦duanwu-village"), (DUANWU, "⟦kind: finding"))),
    Case("several answer for a line", S, "领导干部/晏知衡.yaml", edit("文化旅游]", "文化旅游, 干部人事]"), "ZS408",
         at=(("问题/文旅局-岗位调整.yaml", "条线: ⟦干部人事"), ("问题/文旅局-岗位调整.yaml", "单位: ⟦云栎区文旅局"))),
    Case("an inspection for a finding from elsewhere", D, "findings/r2-market-01.yaml",
         edit("source: inspection\ninspection: ", "source: ⟦daily\n⟦inspection: ⟦"),
         "ZS409"),
    Case("an inspection's finding without its inspection", D, "findings/r2-market-01.yaml",
         edit("inspection: district-round-2\n", ""),
         "ZS409",
         at=(("findings/r2-market-01.yaml", "source: ⟦inspection"), ("findings/r2-market-01.yaml", "⟦kind: finding"))),
    Case("a finding in a unit that was not inspected", D, "findings/r2-market-01.yaml",
         edit("org: market-bureau", "org: ⟦commerce-bureau"),
         "ZS410"),
    Case("feedback to a unit that was not inspected", S, "巡察/区委第一轮巡察.yaml", edit("被巡察单位: [云栎区文旅局]", "被巡察单位: [云栎区委巡察办]"), "ZS410",
         at=(("巡察/区委第一轮巡察.yaml", "- {单位: ⟦云栎区文旅局"), ("问题/文旅局-零星采购.yaml", "单位: ⟦云栎区文旅局")), also="ZS410"),
    Case("an event before it was found", T, "findings/huping-notice-board.yaml", edit("found: 2018-06-05", "found: ⟦2018-06-08"),
         "ZS411",
         at=(("findings/huping-notice-board.yaml", "{date: ⟦2018-06-07"),)),
    Case("a briefing kept twice", S, "问题/文旅局-零星采购.yaml",
         edit("  - {日期: 2018-05-04, 进展: 认领", "  - ⟦{⟦日期: ⟦2018-05-03, 进展: ⟦向分管领导反馈}\n  - {日期: 2018-05-04, 进展: 认领"), "ZS412"),
    Case("a spot check of nothing", D, "findings/spot-2018-q2-04.yaml", sub("target: .*\n", ""), "ZS413",
         at=(("findings/spot-2018-q2-04.yaml", "source: ⟦spot-check"), ("findings/spot-2018-q2-04.yaml", "⟦kind: finding"))),
    Case("a spot check of an item that is not in the report", D, "findings/spot-2018-q2-04.yaml",
         edit("duty: member-hearing", "duty: ⟦gov-debt"),
         "ZS413",
         at=(("findings/spot-2018-q2-04.yaml", "report: ⟦qi-jinyue-2018-q2"),)),
    Case("a step after the end", T, WEIAN, append("  - ⟦{⟦date: ⟦2018-06-26, ⟦what: ⟦submitted, by: weian-community}\n"), "ZS414"),
]

SECRECY = [
    Case("a mark of secrecy", T, HUPING, append("note: ⟦机密★一年\n"), "ZS801"),
    Case("a mark of secrecy, in a list", S, YAN, edit("4月至6月组织", "⟦秘密★10年 4月至6月组织"), "ZS801"),
    Case("an identity number", T, HUPING, append(f"note: 报账员身份证⟦{identity_number()}，已核对\n"), "ZS802"),
    Case("an identity number, in Chinese", S, "问题/文旅局-岗位调整.yaml", edit("未留存民主推荐", f"⟦{identity_number()}未留存民主推荐"), "ZS802"),
    Case("a mobile number", T, HUPING, append(f"note: 联系电话⟦{phone_number()}\n"), "ZS803"),
    Case("a mobile number in a reason", S, YAN, edit("理由: 没有具体措施和数量", f"理由: 没有具体措施和数量，请电⟦{phone_number()}"), "ZS803"),
]

FILES = [
    # robustness 20: nothing can be shown of these but their beginning
    Case("a pipe for a record", T, "orgs/extra.yaml", make(os.mkfifo), "ZS017", at=((None, OPEN),)),
    Case("a folder for a record", S, "组织/又一个.yaml", make(os.mkdir), "ZS017", at=((None, OPEN),)),
    Case("a link to nothing", T, "orgs/extra.yaml", make(lambda path: path.symlink_to("nowhere.yaml")),
         "ZS016|ZS017", at=((None, OPEN),)),
    Case("a link to itself", T, "orgs/extra.yaml", make(lambda path: path.symlink_to("extra.yaml")),
         "ZS016|ZS017", at=((None, OPEN),)),
]

# What cannot be read is not absent: those who refer to it, or derive from it, are not at fault.
REFERRED = [
    Case("an org that cannot be read", T, HUPING, edit("name: 槲坪村", 'name: "槲坪" ⟦村'), "ZS013"),
    Case("an org that cannot be read, in Chinese", S, CULTURE, edit("名称: 云栎区文化旅游局", "名称⟦：云栎区文化旅游局"), "ZS015"),
    Case("an inspected unit that cannot be read", D, TRANSPORT, edit("type: department", "type: ⟦@department"), "ZS001"),
    Case("a leader who cannot be read", T, LIN, edit("组织人事]", "组织人事"), "ZS001", at=((LIN, "portfolio: ⟦["),)),
    Case("a leader encoded in GB18030", S, BIAN, recode("gb18030"),
         "ZS003", at=((BIAN, "⟦# yaml-language-server"), (BIAN, "⟦种类: 领导干部"))),
]

CASES = READING + SHAPE + REFERENCES + REPORTS + FINDINGS + SECRECY + FILES + REFERRED

# What is no fault: exit code 0, and nothing said.
FINE = [
    ("an empty file", T, "orgs/extra.yaml", add("")),
    ("a file of comments", S, "组织/又一个.yaml", add("# 以后再写\n\n# 还没有\n")),
    ("CRLF", S, YAN, lambda path: path.read_text("utf-8").replace("\n", "\r\n")),
    ("no newline at the end", D, TRANSPORT, lambda path: path.read_text("utf-8").rstrip("\n")),
    ("the other spelling of a value", S, BIAN, edit("身份: 班子成员", "身份: member")),
    ("the other spelling of a key", T, LI, edit("name: 黎珩", "姓名: 黎珩")),
    ("money in ten thousands", T, YANPING, edit("amount: 12600", "amount: 1.26万元")),
    ("money to the fen", T, YANPING, edit("recovered: 1800", "recovered: 1800.00")),
    ("all of it recovered", T, YANPING, edit("recovered: 1800", "recovered: 12600.00")),
    ("a key of one's own", T, HUPING, append("x-remark: {甲: [1, 2]}\n")),
    ("a report that was not made", T, "reports/qingtang-committee-2018-05.yaml", remove),
    ("a finding of the last day", T, DUANWU, edit("found: 2018-07-12", "found: 2018-07-15")),
    ("submitted and reviewed on one day", T, Q2, sub("(谈话人次: 43}\n    review: {decision: approved, by: li-heng, date: )2018-07-05", "\\g<1>2018-07-03")),
    ("29 February of a leap year", T, LI, edit("from: 2016-11-25", "from: 2016-02-29")),
    ("two records in one file", T, "orgs/extra.yaml", add("---\n" + village() + "---\n" + village(id="extra-two"))),
]


def check(register: Path, *options: str):
    # The pipe of one case must not be waited for, whatever happens.
    return subprocess.run([ZSUP, "-C", str(register), "check", *options], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20, check=False,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **passed_on()})


def spoil(register: Path, file: str, change):
    """Makes the one edit. Gives the marked text of the file, or None where there is none."""
    path = register / file
    marked = change(path)
    if marked is None:
        return None
    path.write_bytes(marked if isinstance(marked, bytes) else plain(marked).encode("utf-8", "surrogateescape"))
    return None if isinstance(marked, bytes) else marked


def place_of(register: Path, source: Path, file: str, anchor: str):
    """Where an anchor stands: in the spoilt file, or in the example's where that can no longer be read as text."""
    try:
        text = (register / file).read_text("utf-8")
    except UnicodeDecodeError:
        text = (source / file).read_text("utf-8")
    assert text.count(plain(anchor)) == 1, f"{anchor!r} occurs {text.count(plain(anchor))} times in {file}"
    return places(text.replace(plain(anchor), anchor))[0]


@functools.cache
def source_of(example: str) -> Path:
    """The example; district in English spelling, so that mistakes in both are tried."""
    if example != D:
        return REPOSITORY / "examples" / example
    holder = tempfile.TemporaryDirectory()
    atexit.register(holder.cleanup)
    copy = Path(holder.name).resolve() / example
    shutil.copytree(REPOSITORY / "examples" / example, copy)
    spelling.rewrite(copy, "en")
    return copy


class Copies:
    """Copies of the examples, spoilt by one case at a time and made good after it."""

    def __init__(self, top: Path):
        self.top = top
        self.free = {example: queue.SimpleQueue() for example in (T, D, S)}
        self.numbers = itertools.count()

    @contextlib.contextmanager
    def one(self, example: str, file: str):
        source = source_of(example)
        try:
            register = self.free[example].get_nowait()
        except queue.Empty:
            register = self.top / f"{example}-{next(self.numbers)}"
            shutil.copytree(source, register)
        yield register
        path = register / file
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        if (source / file).exists():
            shutil.copy2(source / file, path)
        self.free[example].put(register)


class Run:
    """One case: what was expected of it and what came."""

    def __init__(self, case: Case, copies: Copies):
        self.case = case
        try:
            with copies.one(case.example, case.file) as register:
                self.run(case, register, source_of(case.example))
        except Exception as error:
            raise AssertionError(f"cannot try “{case.name}” on {case.example}") from error

    def run(self, case: Case, register: Path, source: Path):
        marked = spoil(register, case.file, case.change)
        self.expected = [(case.file, place) for place in places(marked or "")]
        for file, anchor in case.at:
            self.expected.append((case.file, (1, 1)) if file is None else (file, place_of(register, source, file, anchor)))
        assert self.expected, "the case does not say where"
        self.related = None
        if case.related:
            file, _, anchor = case.related.rpartition("::")
            self.related = (file or case.file, place_of(register, source, file or case.file, anchor))
        options = ["--info"] if case.info else []
        self.done = {language: check(register, "--format", "json", "--lang", language, *options) for language in ("zh", "en")}
        self.text = check(register, "--lang", "zh", "--color", "never").stdout if case.caret else b""
        self.marked = marked

    def diagnostics(self, language: str = "en"):
        return json.loads(self.done[language].stdout)["diagnostics"]

    def meant(self, diagnostic) -> bool:
        if diagnostic["code"] not in self.case.code.split("|"):
            return False
        if self.case.whole_line:
            return any((diagnostic["file"], diagnostic["line"]) == (file, place[0]) for file, place in self.expected)
        return (diagnostic["file"], (diagnostic["line"], diagnostic["column"])) in self.expected

    def faults(self):
        """By aspect, what is not as expected."""
        found = self.diagnostics()
        meant = [one for one in found if self.meant(one)]
        faults = {}
        if not meant:
            faults["place"] = "it is not reported where it is"
        if any(one not in meant and one["code"] not in self.case.also.split() for one in found):
            faults["cascade"] = "something else is reported"
        codes = {language: done.returncode for language, done in self.done.items()}
        if set(codes.values()) != {self.case.exit}:
            faults["exit"] = f"the exit code is {codes} and not {self.case.exit}"
        for language in self.done:
            if not any(self.meant(one) and self.case.help in (one["help"] or "") for one in self.diagnostics(language)):
                faults["help"] = f"the help does not say “{self.case.help}” ({language})"
        if self.related not in [None] + [(other["file"], (other["line"], other["column"])) for one in meant for other in one["related"]]:
            faults["related"] = f"the other place is not shown, {self.related}"
        expected = ", ".join(f"{file}:{line}:{column}" for file, (line, column) in self.expected)
        came = "".join(f"\n  {one['code']} {one['file']}:{one['line']}:{one['column']} {one['message']} ({one['help']})" for one in found)
        return {aspect: f"{told}\nexpected {self.case.code} at {expected}\ncame    {came or ' nothing'}" for aspect, told in faults.items()}


def width(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def expected(case: Case) -> bool:
    return not case.differs


class BrokenRecords(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.copies = Copies(Path(holder.name).resolve())
        with ThreadPoolExecutor(4) as pool:
            cls.runs = list(pool.map(lambda case: Run(case, cls.copies), CASES))

    def each(self, body, wanted=lambda case: True):
        for run in self.runs:
            if wanted(run.case):
                with self.subTest(case=run.case.name, example=run.case.example):
                    body(run)

    def test_there_are_enough_cases(self):
        self.assertGreaterEqual(len(CASES), 40)
        self.assertEqual(len({case.name for case in CASES}), len(CASES), "two cases have one name")
        self.assertEqual({case.example for case in CASES}, {T, D, S})
        self.assertGreaterEqual(sum(case.caret for case in CASES), 10)

    def test_the_examples_themselves_are_clean(self):
        for example in (T, D, S):
            with self.subTest(example=example):
                done = check(source_of(example), "--format", "json")
                self.assertEqual((done.returncode, json.loads(done.stdout)["diagnostics"]), (0, []))

    def test_the_fault_is_found_where_it_is(self):
        self.each(lambda run: self.assertIsNone(run.faults().get("place")), expected)

    def test_the_exit_code(self):
        self.each(lambda run: self.assertIsNone(run.faults().get("exit")), expected)

    def test_nothing_unrelated_is_reported(self):
        self.each(lambda run: self.assertIsNone(run.faults().get("cascade")), expected)

    def test_help_says_what_was_meant(self):
        self.each(lambda run: self.assertIsNone(run.faults().get("help")), expected)

    def test_the_other_place_is_shown(self):
        self.each(lambda run: self.assertIsNone(run.faults().get("related")), expected)

    def test_what_differs_still_differs(self):
        self.each(lambda run: self.assertTrue(run.faults(), "it is as expected now: take away `differs`"), lambda case: case.differs)

    def test_both_languages_say_the_same_of_the_same_places(self):
        def body(run):
            facts = {language: [(one["code"], one["severity"], one["file"], one["line"], one["column"], one["end_line"], one["end_column"])
                                for one in run.diagnostics(language)] for language in ("zh", "en")}
            self.assertEqual(facts["zh"], facts["en"])
            for chinese, english in zip(run.diagnostics("zh"), run.diagnostics("en")):
                self.assertTrue(chinese["message"].strip() and english["message"].strip(), "there is no message")
                self.assertNotEqual(chinese["message"], english["message"], "the message is not translated")
                self.assertRegex(chinese["message"], "[\u4e00-\u9fff]")
                self.assertRegex(english["message"], "[A-Za-z]{2}")
                for text in (chinese["message"], english["message"], chinese["help"], english["help"]):
                    self.assertNotRegex(text or "", "[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e]",
                                        "a raw control character is shown")

        self.each(body)

    def test_carets_stand_under_what_is_wrong(self):
        def body(run):
            shown = run.text.decode("utf-8").splitlines()
            before, _, after = run.marked.partition(OPEN)
            wrong = after.partition(CLOSE)[0]
            line, column = run.expected[0][1]
            source = plain(run.marked).splitlines()[line - 1]
            numbered = [index for index, text in enumerate(shown) if re.fullmatch(rf" *{line} \| {re.escape(source)}", text)]
            self.assertTrue(numbered, f"line {line} is not shown:\n" + "\n".join(shown))
            gutter = shown[numbered[0]].index("| ") + 2
            under = shown[numbered[0] + 1]
            self.assertEqual(under[:gutter], " " * (gutter - 2) + "| ")
            self.assertEqual(under[gutter:].rstrip(), " " * width(source[:column - 1]) + "^" * width(wrong), "\n".join(shown))

        self.each(body, lambda case: case.caret)

    def test_what_is_no_fault(self):
        for name, example, file, change in FINE:
            with self.subTest(case=name, example=example), self.copies.one(example, file) as register:
                spoil(register, file, change)
                done = check(register, "--format", "json", "--lang", "en")
                self.assertEqual((json.loads(done.stdout)["diagnostics"], done.returncode), ([], 0))


if __name__ == "__main__":
    unittest.main()
