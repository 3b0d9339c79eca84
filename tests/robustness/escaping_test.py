#!/usr/bin/env python3
"""Hostile texts through every output format, read back by somebody else's parser: what comes back is what went in.

    CSV        Python's csv, where a leading ' is taken away, as docs say; and Gnumeric, which takes it away itself
    Markdown   cmark-gfm with GitHub's extensions: the text of every cell and of every paragraph, and no markup that the text made
    JSON       jq
    JUnit      xmllint and expat
    terminal   no control byte, whatever is in a record, in the name of a file, or in an argument

What cannot be seen is written out (`<U+200B>`), and Markdown knows neither line breaks in a cell nor blanks at its ends: there,
texts are compared with runs of blanks as one.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile

TEXTS = [
    "plain", "=1+1", "+1", "-1+1", "-1", "@SUM(A1)", " =1+1", "　=1+1", "＝1+1", "=HYPERLINK(\"http://x.example\")", "'=1", "''quoted", "'", "|", "a|b", "a\\|b", "a\\\\|b", "\\", "a\\", "`", "a`b`c", "``` x",
    "~~~", "<script>alert(1)</script>", "<b>bold</b>", "<!-- c -->", "<?php ?>", "<![CDATA[x]]>", "]]>", "&amp; & &lt; &#65; &copy;", "[x](javascript:alert(1))", "![x](http://x.example/y.png)",
    "[x]: http://x.example", "[^1]", "<http://x.example>", "http://x.example/a_b_c", "www.example.com", "https://例子.example/路径", "a@b.example", "*a*", "**a**", "***", "__a__", "_a_", "a_b_c", "~~a~~", "~a~",
    "# head", "####### seven", "- item", "+ item", "* item", "1. one", "1) one", "> quote", "- [ ] task", "---", "===", "***a", "    indented", "a  b", "  ends  ", "a\nb", "a\n\nb", "a\n# b",
    "\"quoted\"", "a\"b", "a,b;c", "a\tb", "\ttab", "%0A::error::x", "::warning file=x::y", "{{to}}", "{{{text}}}", "{{#a}}", "$x$", "$(id)", "%PATH%", ":smile:", "😀", "👨‍👩‍👧", "全角｜竖线", "“引号”", "e\u0301", "𠮷",
    "\\*a\\*", "\\u0041", "\\n", "null", "true", "1e5", "00123", "2018-06-01", "٣", "a" * 300, "字" * 300, "| --- | --- |", "|\n|---|\n|x|", "<a\nhref=x>", "\u00a0nbsp\u00a0", "#N/A", "a\u2028b", "x</td></tr></table>",
]
MARKUP = {"image", "html_inline", "html_block", "code", "code_block", "emph", "strikethrough", "block_quote", "thematic_break", "taskitem"}
CMARK = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "-e", "tagfilter", "-t", "xml"]
COMMONMARK = "{http://commonmark.org/xml/1.0}"


def shown(text: str) -> str:
    """As a table shows it: what cannot be seen is written out."""
    return text.replace("\t", "^I")


def one_line(text: str) -> str:
    return re.sub(r"[\s\u00a0\u3000]+", " ", text).strip()


def without_controls(test, run):
    for stream in (run.out, run.err):
        found = hostile.CONTROL.search(stream.decode("utf-8"))
        test.assertIsNone(found, found and repr(stream.decode("utf-8")[max(0, found.start() - 40):found.end() + 20]))


def by_jq(data: bytes, program: str):
    run = subprocess.run(["jq", "-c", program], input=data, capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def by_cmark(test, data: bytes):
    run = subprocess.run(CMARK, input=data, capture_output=True, check=True)
    root = ElementTree.fromstring(run.stdout.decode("utf-8"))
    for node in root.iter():
        if node.tag == COMMONMARK + "link":
            # An address in a text becomes a link of itself with GitHub; to where else it could lead is the question.
            goes = urllib.parse.unquote(node.get("destination"))
            test.assertIn(text_of(node), (goes, goes.removeprefix("mailto:"), goes.removeprefix("http://")))
            continue
        test.assertNotIn(node.tag.removeprefix(COMMONMARK), MARKUP, f"the text made markup: {ElementTree.tostring(node, 'unicode')[:300]}")
    return root


def text_of(node) -> str:
    parts = []
    for one in node.iter():
        name = one.tag.removeprefix(COMMONMARK)
        if name == "text":
            parts.append(one.text or "")
        elif name in ("softbreak", "linebreak"):
            parts.append(" ")
    return "".join(parts)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class Escaping(unittest.TestCase):
    maxDiff = 3000

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="zsup-escaping-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name) / "register"
        cls.folder.mkdir()
        for name, text in hostile.SOUND.items():
            (cls.folder / name).write_text(text.replace("lang: en", "lang: zh"), "utf-8")
        cls.texts = [text for text in TEXTS if "\u2028" not in text]   # which no record may hold
        findings, duties, orgs = [], [], []
        for number, text in enumerate(cls.texts):
            findings.append(hostile.finding(id=f"f-{number:03}", text=quoted(text), suggestion=quoted(text), deadline="2018-06-05"))
            duties.append(f"kind: duty\nid: d-{number:03}\ntitle: {quoted(text)}\ncategory: education\nowner: bureau\ncadence: quarterly\ndue: +5d\n")
            orgs.append(f"kind: org\nid: o-{number:03}\nname: {quoted(text)}\ntype: village\n")
        for name, records in (("findings", findings), ("duties", duties), ("orgs", orgs)):
            (cls.folder / f"{name}.yaml").write_text("---\n".join(records), "utf-8", newline="")

    def run_zsup(self, *words, exit=0):
        run = hostile.Run(str(self.folder), *words)
        self.assertEqual(exit, run.exit, (run.out + run.err).decode()[:2000])
        without_controls(self, run)
        return run

    def listed(self, kind, field, form, *words):
        return self.run_zsup("list", kind, "--columns", f"id,{field}", "--format", form, *words).out

    KINDS = (("finding", "text"), ("finding", "suggestion"), ("duty", "title"), ("org", "name"))

    def expected(self, kind):
        ids = {"finding": "f", "duty": "d", "org": "o"}[kind]
        return {f"{ids}-{number:03}": text for number, text in enumerate(self.texts)}

    def test_texts_are_sound(self):
        self.assertGreater(len(self.texts), 90)
        self.run_zsup("check", "--exit-zero")
        found = json.loads(self.run_zsup("check", "--format", "json").out)["diagnostics"]
        self.assertEqual([], [one for one in found if one["severity"] == "error"])

    # ---- tables

    def test_json_by_jq(self):
        for kind, field in self.KINDS:
            rows = by_jq(self.listed(kind, field, "json"), f".records[] | [.id, .fields.{field}]")
            self.assertEqual(self.expected(kind), {key: value for key, value in rows if key in self.expected(kind)})

    def test_csv_by_python(self):
        for kind, field in self.KINDS:
            for excel in ((), ("--excel",)):
                data = self.listed(kind, field, "csv", *excel)
                self.assertEqual(bool(excel), data.startswith(b"\xef\xbb\xbf"))
                self.check_cells(kind, list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))))

    def check_cells(self, kind, rows):
        expected = self.expected(kind)
        got = {}
        for row in rows[1:]:
            self.assertEqual(len(rows[0]), len(row), row)
            self.assertNotRegex(row[1], r"\A[\s　]*[=+@＝＋＠]", "a spreadsheet would calculate it")
            self.assertNotRegex(row[1], r"\A[\s　]*[-－](?!\d+(\.\d+)?\Z)", "a spreadsheet would calculate it")
            got[row[0]] = row[1].removeprefix("'")
        self.assertEqual(expected, {key: value for key, value in got.items() if key in expected})

    def in_a_spreadsheet(self, data: bytes):
        """The cells by row and column as Gnumeric keeps them, each (type, text): no type is a formula, 60 a text."""
        self.assertTrue(shutil.which("ssconvert"), "gnumeric is not installed ('make deps-test' installs it)")
        with tempfile.TemporaryDirectory() as holder:
            (Path(holder) / "in.csv").write_bytes(data)
            subprocess.run(["ssconvert", "--import-type=Gnumeric_stf:stf_csvtab", "--import-encoding=UTF-8", "--export-type=Gnumeric_XmlIO:sax:0", "in.csv", "out.xml"], cwd=holder, check=True, capture_output=True, timeout=120,
                           env={**os.environ, "HOME": holder, "LC_ALL": "C.UTF-8"})
            cells = ElementTree.parse(Path(holder) / "out.xml").iter("{http://www.gnumeric.org/v10.dtd}Cell")
            return {(int(cell.get("Row")), int(cell.get("Col"))): (cell.get("ValueType"), cell.text) for cell in cells}

    def test_csv_by_a_spreadsheet(self):
        """Every text stands in its cell as it went in, or as the number, date or truth value that it also is; no cell calculates."""
        self.assertEqual((None, "=1+1"), self.in_a_spreadsheet(b"id,text\r\nx,=1+1\r\n")[1, 1], "this would show a formula")
        values = {"-1", "true", "1e5", "00123", "2018-06-01", "٣", "#N/A"}
        for kind, field in self.KINDS:
            for excel in ((), ("--excel",)):
                with self.subTest(kind=kind, field=field, excel=excel):
                    cells = self.in_a_spreadsheet(self.listed(kind, field, "csv", *excel))
                    self.assertNotIn(None, {form for form, _ in cells.values()}, "a cell is a formula")
                    got = {cells[row, 0][1]: cells[row, 1] for row, column in cells if column == 1}
                    for name, text in self.expected(kind).items():
                        form, shown = got[name]
                        if text not in values:
                            self.assertEqual(("60", text), (form, shown))

    def test_no_table_calculates(self):
        for words in (("status", "2018-q2"), ("score", "2018-q2"), ("score", "2018-q2", "--explain"), ("stats", "2018-q2"), ("stats", "2018-q2", "--explain"), ("trend",),
                      ("list", "leader"), ("list", "org"), ("list", "duty"), ("list", "finding"), ("letter", "2018-q2", "--leader", "head")):
            with self.subTest(words):
                cells = self.in_a_spreadsheet(self.run_zsup(*words, "--format", "csv", "--excel").out)
                self.assertGreater(len(cells), 1)
                self.assertNotIn(None, {form for form, _ in cells.values()}, "a cell is a formula")

    def test_markdown_tables_by_cmark(self):
        self.need("cmark-gfm")
        for kind, field in self.KINDS:
            root = by_cmark(self, self.listed(kind, field, "md"))
            self.assertEqual(["table"], [node.tag.removeprefix(COMMONMARK) for node in root])
            got = {}
            for row in root.iter(COMMONMARK + "table_row"):
                cells = [text_of(cell) for cell in row]
                self.assertEqual(2, len(cells), cells)
                got[cells[0]] = one_line(cells[1])
            expected = self.expected(kind)
            self.assertEqual({key: one_line(shown(value)) for key, value in expected.items()}, {key: value for key, value in got.items() if key in expected})

    def need(self, program):
        if not shutil.which(program):
            print(f"NOT TESTED: {program} is not installed ('make deps-test' installs it)", file=sys.stderr)
            self.skipTest(f"no {program}")

    def test_every_other_table(self):
        for words in (("status", "2018-q2"), ("score", "2018-q2"), ("score", "2018-q2", "--explain"), ("stats", "2018-q2"), ("stats", "2018-q2", "--explain"), ("trend",)):
            with self.subTest(words):
                if "--explain" not in words or words[0] == "score":
                    by_jq(self.run_zsup(*words, "--format", "json").out, ".")
                widths = [len(row) for row in csv.reader(io.StringIO(self.run_zsup(*words, "--format", "csv").out.decode(), newline="")) if row]
                self.assertEqual(1, len(set(widths)), "every row has as many cells")
                self.run_zsup(*words, "--format", "table")
                if shutil.which("cmark-gfm"):
                    by_cmark(self, self.run_zsup(*words, "--format", "md").out)

    def test_terminal(self):
        for words in (("list", "finding"), ("list", "org"), ("list", "duty"), ("status", "2018-q2"), ("remind", "2018-q2"), ("letter", "2018-q2", "--leader", "head"), ("check", "--info")):
            with self.subTest(words):
                for colour in ("never", "always"):
                    run = hostile.Run(str(self.folder), *words, "--color", colour)
                    text = re.sub(rb"\x1b\[[0-9;]*m", b"", run.out + run.err) if colour == "always" else run.out + run.err
                    self.assertNotRegex(text.decode("utf-8"), hostile.CONTROL)
        for argument in ("\x1b]0;owned\x07", "a\u202eb", "\x9b31m", "new\nline"):
            for words in (("list", argument), ("letter", "--leader", argument), ("explain", argument), ("check", argument), (argument,), ("--" + argument,), ("score", argument), ("list", "org", "--where", f"{argument}=1")):
                run = hostile.Run(str(self.folder), *words)
                self.assertIn(run.exit, (0, 1, 2, 3), words)
                self.assertNotRegex((run.out + run.err).decode("utf-8"), hostile.CONTROL, words)
                self.assertNotIn("\u202e", (run.out + run.err).decode("utf-8"))

    # ---- letters

    def test_letters_by_cmark(self):
        """Every text of the letter's items stands in it as a reader sees it, and made no markup."""
        self.need("cmark-gfm")
        words = ("letter", "2018-q2", "--leader", "head")
        items = dict(by_jq(self.run_zsup(*words, "--format", "json").out, ".letters[] | .items[] | [.record, .suggestion]"))
        root = by_cmark(self, self.run_zsup(*words).out)
        letter = one_line(" ".join(text_of(node) for node in root.iter() if node.tag.removeprefix(COMMONMARK) in ("paragraph", "heading", "table_cell")))
        for record, text in self.expected("finding").items():
            with self.subTest(text):
                self.assertEqual(one_line(text), one_line(items[record]))
                # The letter ends the sentence itself.
                sentence = re.sub(r"[；;。.]\Z", "", one_line(text))
                self.assertIn(f"整改建议：{sentence}。", re.sub(" ?([：。]) ?", r"\1", letter), "it is not in the letter")

    def test_reminders(self):
        texts = by_jq(self.run_zsup("remind", "2018-q2", "--format", "json").out, "[.. | strings]")
        self.assertTrue(texts and texts[0])

    # ---- diagnostics

    def test_diagnostics_say_the_same_in_every_format(self):
        """A reference that does not exist is quoted in the message; its file has a hostile name."""
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder) / "register"
            folder.mkdir()
            for name, text in hostile.SOUND.items():
                (folder / name).write_text(text, "utf-8")
            names = ["a&b<c>.yaml", "it's \"q\".yaml", "%0A.yaml", "a,b:c.yaml", "]]>.yaml", "村.yaml", "a b.yaml", "::error::.yaml", "=1.yaml"]
            for number, text in enumerate(TEXTS):
                name = f"{number:03}{names[number % len(names)]}"
                (folder / name).write_text(hostile.finding(id=f"f-{number:03}", org=quoted(text[:80])), "utf-8", newline="")
            wanted = by_jq(hostile.Run(str(folder), "check", "--format", "json").out, ".diagnostics[] | [.file, .line, .code, .message]")
            wanted = [tuple(one) for one in wanted]
            self.assertGreater(len(wanted), len(TEXTS) * 0.8)
            messages = sorted(message for *_, message in wanted)
            runs = {form: hostile.Run(str(folder), "check", "--format", form) for form in hostile.FORMATS}
            for run in runs.values():
                without_controls(self, run)
            # In SARIF a parenthesis behind a bracket would make a link, if no backslash forbade it, and a brace a place to fill, unless it is doubled.
            sarif = [re.sub(r"\\(\])(?=\()|(\{)\{|(\})\}", r"\1\2\3", one) for one in by_jq(runs["sarif"].out, ".runs[].results[] | .message.text")]
            self.assert_same(messages, sarif)
            gitlab = by_jq(runs["gitlab"].out, ".[] | .description")
            self.assert_same(messages, gitlab)
            self.assertEqual(sorted({file for file, *_ in wanted}), sorted(set(by_jq(runs["gitlab"].out, ".[] | .location.path"))))
            if shutil.which("xmllint"):
                subprocess.run(["xmllint", "--noout", "-"], input=runs["junit"].out, check=True)
            junit = ElementTree.fromstring(runs["junit"].out)
            self.assert_same(messages, [node.get("message") for node in junit.iter() if node.tag in ("failure", "error")])
            github = []
            for line in runs["github"].out.decode("utf-8").splitlines():
                if line.startswith("::"):
                    found = re.fullmatch(r"::(?:error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)", line)
                    self.assertIsNotNone(found, line)
                    github.append(found["message"].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"))
            self.assert_same(messages, github)
            gcc = runs["gcc"].out.decode("utf-8")
            for message in messages:
                self.assertIn(message, gcc)

    def assert_same(self, messages, others):
        """A format may add a line of help, a code or a title to a message."""
        self.assertEqual(len(messages), len(others))
        rest = list(others)
        for message in sorted(messages, key=len, reverse=True):     # one may be the beginning of another
            found = next((other for other in rest if message in other), None)
            self.assertIsNotNone(found, f"{message!r} is in none of {rest[:3]}")
            rest.remove(found)


if __name__ == "__main__":
    unittest.main()
