#!/usr/bin/env python3
"""Hostile files, one by one beside sound ones: each must be named with code, line and column, and harm nothing else.

Every case is a register of four records, one of which has a fault of its own, and something hostile. `check` must report the
hostile thing where it is and still find the other fault, within 2 s and 512 MB, and no format may print a raw control byte.
Times are processor time, so that a busy machine is no failure; a program with a sanitizer, or one that counts what is reached, is
not measured.
"""

import contextlib
import csv
import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from build_kind import counted, not_tested, passed_on, patience, sanitized
from sandbox import for_everyone

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
PATIENCE = patience(ZSUP)
MEASURED = not sanitized(ZSUP) and not counted(ZSUP)
SECONDS, MEGABYTES = float(os.environ.get("HOSTILE_SECONDS", "2")), 512    # a build that is not optimised is given more
FORMATS = ("text", "sarif", "github", "gitlab", "junit", "gcc")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")     # CSV lines end in CR LF

SOUND = {
    "zsup.yaml": "name: Hostile\nlang: en\nas_of: 2018-07-15\n",
    "a-org.yaml": "kind: org\nid: bureau\nname: Bureau\ntype: department\n",
    "b-leader.yaml": "kind: leader\nid: head\nname: Head\norg: bureau\npost: Post\nrole: principal\nportfolio: [bureau]\n",
    "m-policy.yaml": "kind: policy\nid: policy\ntitle: Policy\nfrom: 2018-01-01\nfull: 100\ndeductions: {unreported: 1, returned: 0.5, late: 0.2}\n"
                     "bands: [{name: A, from: 0}]\n",
}
OTHER = ("z-other.yaml", "kind: org\nid: other\nname: Other\ntype: village\ncolour: red\n", ("ZS103", 5, 1))


def finding(**fields):
    values = {"kind": "finding", "id": "hostile", "text": "Text", "source": "daily", "categories": "[work]", "org": "bureau", "found": "2018-06-01"}
    values.update(fields)
    return "".join(f"{key}: {value}\n" for key, value in values.items())


class Run:
    """One run, measured: exit code, both streams, processor seconds and the greatest memory in megabytes."""

    def __init__(self, folder, *arguments, stdin=subprocess.DEVNULL, stdout=None, timeout=30, user=None, room=None, limit=None):
        limit = limit or (room and (lambda: resource.setrlimit(resource.RLIMIT_AS, (room, room))))
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen([for_everyone(Path(ZSUP).resolve()) if user else ZSUP, "-C", folder, *arguments], stdin=stdin, stdout=stdout or out, stderr=err, user=user, preexec_fn=limit,
                                       env={**os.environ, "LC_ALL": "C.UTF-8"})
            stop = threading.Timer(timeout * PATIENCE, process.kill)
            stop.start()
            _, status, usage = os.wait4(process.pid, 0)
            stop.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0), err.seek(0)
            self.exit, self.out, self.err = process.returncode, out.read(), err.read()
            self.seconds, self.megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Hostile(unittest.TestCase):
    def register(self, files=(), other=True):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = Path(temporary.name) / "register"
        folder.mkdir()
        for name, content in [*SOUND.items(), *dict(files).items(), *([OTHER[:2]] if other else [])]:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape"))
        return folder

    def within_limits(self, run):
        self.assertGreaterEqual(run.exit, 0, f"killed by signal {-run.exit}")
        if MEASURED:
            self.assertLessEqual(run.seconds, SECONDS)
            self.assertLessEqual(run.megabytes, MEGABYTES)

    def no_raw_control(self, run):
        for stream in (run.out, run.err):
            found = CONTROL.search(stream.decode("utf-8"))
            self.assertIsNone(found, found and repr(stream.decode("utf-8")[max(0, found.start() - 60):found.end() + 20]))

    def every_format(self, folder):
        for name in FORMATS:
            for language in ("zh", "en") if name == "text" else ("zh",):
                with self.subTest(f"--format {name} --lang {language}"):
                    run = Run(folder, "check", "--format", name, "--lang", language)
                    self.within_limits(run)
                    self.no_raw_control(run)
                    if name in ("sarif", "gitlab"):
                        json.loads(run.out)
                    if name == "junit":
                        xml.etree.ElementTree.fromstring(run.out)

    def checked(self, folder, exit=1):
        run = Run(folder, "check", "--format", "json")
        self.within_limits(run)
        self.no_raw_control(run)
        self.assertEqual(exit, run.exit, run.out.decode()[:800] + run.err.decode()[:800])
        return json.loads(run.out)["diagnostics"]

    def expect(self, content, codes, places, name="hostile.yaml", also=(), more=(), formats=True, prepare=None):
        """One hostile file: one of the codes at one of the places (line, column), nothing but `also` besides, the other fault found."""
        folder = self.register({**dict(more), **({} if content is None else {name: content})})
        if prepare:
            prepare(folder)
        diagnostics = self.checked(folder)
        others = [one for one in diagnostics if one["file"] == OTHER[0]]
        self.assertEqual([OTHER[2]], [(one["code"], one["line"], one["column"]) for one in others], "the other file is still checked")
        mine = [one for one in diagnostics if one["file"] != OTHER[0]]
        said = [(one["code"], one["file"], one["line"], one["column"]) for one in mine]
        hits = [one for one in mine if one["code"] in codes.split() and one["file"] == name
                and (places is None or (one["line"], one["column"]) in places)]
        self.assertTrue(hits, f"expected {codes} in {name!r} at {places}, said {said}")
        self.assertEqual([], [one for one in said if one[0] not in codes.split() and one[0] not in also])
        for one in hits:
            self.assertEqual("error", one["severity"])
            self.assertTrue(one["message"])
        if formats:
            self.every_format(folder)
        return hits

    # ---- 1 to 6: what is no record

    def test_01_comma(self):
        self.expect(",", "ZS001 ZS021", {(1, 1)})

    def test_02_trailing_content(self):
        self.expect('"a", b\n', "ZS013", {(1, 4), (1, 6)})

    def test_03_twenty_thousand_brackets(self):
        [hit, *_] = self.expect("[" * 20000, "ZS008", None)
        self.assertEqual(1, hit["line"])
        self.expect("a: " + "{a: " * 10000 + "1" + "}" * 10000, "ZS008", None)
        deep = "".join(" " * depth + "a:\n" for depth in range(2000))
        self.expect(deep, "ZS008", None)

    def test_04_aliases_and_tags(self):
        bomb = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
        self.expect(bomb, "ZS010", {(1, 5)}, also=("ZS101",))
        self.expect("a: &a {b: *a}\n", "ZS010", {(1, 4)}, also=("ZS101",))
        self.expect(finding() + "<<: {note: x}\n", "ZS010", {(8, 1)})
        self.expect(finding(note="!!python/object/apply:os.system [id]"), "ZS010", {(8, 7)}, also=("ZS104",))
        self.expect(finding(note="!<tag:example.org,2018:x> y"), "ZS010", {(8, 7)})

    def test_05_key_twice(self):
        [hit] = self.expect(finding() + "found: 2018-06-02\n", "ZS007", {(8, 1)})
        self.assertEqual([(7, 1)], [(one["line"], one["column"]) for one in hit["related"]])

    def test_06_nothing_at_all(self):
        for content in ("", "\n\n", "# only a comment\n", "# one\n\n# two", "---\n", "\ufeff"):
            with self.subTest(repr(content)):
                folder = self.register({"hostile.yaml": content}, other=False)
                codes = {one["code"] for one in self.checked(folder, exit=Run(folder, "check").exit)}
                self.assertLessEqual(codes, {"ZS004"} if "\ufeff" in content else {"ZS011"} if "---" in content else set())
        self.expect(finding() + "---\n---\n" + finding(id="second"), "ZS011", {(8, 1), (9, 1), (8, 4)})

    # ---- 7 to 11: bytes and characters

    def test_07_bytes(self):
        for name, bad, codes in (("truncated", b"\xe4\xb8", "ZS002"), ("stray", b"\xff", "ZS002"), ("overlong", b"\xc0\xaf", "ZS002"),
                                 ("surrogate", b"\xed\xa0\x80", "ZS002"), ("beyond", b"\xf4\x90\x80\x80", "ZS002"), ("NUL", b"\x00", "ZS005"),
                                 ("bell", b"\x07", "ZS005"), ("delete", b"\x7f", "ZS005"), ("C1", "\x9b".encode(), "ZS005")):
            with self.subTest(name):
                self.expect(finding().encode().replace(b"Text", "文字".encode() + bad + b"x"), codes, {(3, 9)})

    def test_08_mark_and_line_ends(self):
        folder = self.register({"hostile.yaml": b"\xef\xbb\xbf" + finding().replace("\n", "\r\n").encode()}, other=False)
        self.assertEqual([("ZS004", "warning", 1, 1)], [(one["code"], one["severity"], one["line"], one["column"]) for one in self.checked(folder, exit=0)])
        self.every_format(folder)
        self.expect(finding(found="2018-02-30").replace("\n", "\r\n"), "ZS105", {(7, 8)})

    def test_09_other_encodings(self):
        text = finding(text="一段文字说明问题，足以看出编码")
        for mark, codec, name in ((b"\xff\xfe", "utf-16-le", "UTF-16"), (b"\xfe\xff", "utf-16-be", "UTF-16"), (b"", "gb18030", "GB18030")):
            with self.subTest(codec):
                [hit] = self.expect(mark + text.encode(codec), "ZS003", None)
                self.assertIn(name.lower(), (hit["message"] + hit.get("help", "")).lower().replace("utf16", "utf-16"))
                self.assertIn("iconv", hit["help"])

    def test_09_utf_16_without_mark(self):
        """一 is U+4E00: its zero byte stands where those of ASCII do not."""
        self.expect(finding(text="一段文字说明问题").encode("utf-16-le"), "ZS003", None, formats=False)

    def test_10_merge_conflict(self):
        hits = self.expect(finding() + "<<<<<<< HEAD\nnote: a\n=======\nnote: b\n>>>>>>> other\n", "ZS006", {(8, 1)})
        self.assertIn("conflict", hits[0]["message"])

    def test_11_tab_and_full_width(self):
        self.expect(finding() + "events:\n\t- {date: 2018-06-02, what: assigned}\n", "ZS014", {(9, 1)})
        [hit] = self.expect("种类: 领导干部\n编号: 张三\n姓名：张三\n", "ZS015", {(3, 3)}, also=("ZS102",))
        self.assertIn(":", hit["help"])
        self.expect(finding(found="２０１８-06-01"), "ZS015 ZS105", {(7, 8)})

    # ---- 12 and 13: values

    def test_12_numbers(self):
        for amount in ("010", "1_000", "0x1F", "1e3", ".5", "1.", "+5", "-5", ".nan", ".inf", "1" + "0" * 30, "１２", "1,00", "12元万", "万元"):
            with self.subTest(amount):
                self.expect(finding(amount=amount), "ZS108 ZS114 ZS015", {(8, 9)}, formats=False)
        for value in ("yes", "on", "True1", "1", "是的"):
            with self.subTest(value):
                duty = "kind: duty\nid: hostile\ntitle: T\ncategory: education\nowner: bureau\ncadence: monthly\ndue: +1d\nrequires: {content: %s}\n" % value
                self.expect(duty, "ZS111", {(8, 21)}, formats=False)

    def test_13_dates(self):
        for day in ("2018-02-30", "2018-6-1", "0000-01-01", "2017-02-29", "18-06-01", "2018-06-01T00:00:00Z", "20180601", "2018/06/01", "10000-01-01"):
            with self.subTest(day):
                self.expect(finding(found=day), "ZS105", {(7, 8)}, formats=False)
        self.expect(finding(found="2018-07-16"), "ZS121", {(7, 8)})
        self.expect("kind: report\nid: hostile\nby: bureau\nperiod: 2018-q5\nitems: []\n", "ZS106", {(4, 9)}, also=("ZS113",))
        self.expect("kind: leader\nid: hostile\nname: N\norg: bureau\npost: P\nrole: other\nfrom: 2018-05-02\nuntil: 2018-05-01\n", "ZS120", {(7, 7), (8, 8)})

    # ---- 14 and 15: what looks like something else

    def test_14_twins(self):
        for name, identity, codes in (("capitals", "Bureau", "ZS110"), ("decomposed", "bure\u0301au", "ZS110"), ("zero width", "bu\u200breau", "ZS018"),
                                      ("bidi", "bu\u202ereau", "ZS018"), ("compatibility", "ｂureau", "ZS110 ZS202"), ("Cyrillic", "burеau", "ZS110")):
            with self.subTest(name):
                self.expect(f"kind: org\nid: {identity}\nname: N\ntype: village\n", codes, None, also=("ZS110",))
        for name, text in (("override", "a\u202eb"), ("isolate", "a\u2066b"), ("joiner", "a\u200db"), ("mark inside", "a\ufeffb")):
            with self.subTest(name):
                self.expect(finding(text=text), "ZS018", {(3, 8)})

    def test_15_terminal_sequences(self):
        self.expect(finding(text="a\x1b]0;owned\x07b"), "ZS005", {(3, 8)})
        self.expect(finding(text='"a\\e[31mb"'), "ZS005", {(3, 7), (3, 8), (3, 9)})
        folder = self.register({"evil\x1b]0;x\x07.yaml": finding(found="2018-02-30")})
        shown = {one["file"] for one in self.checked(folder) if one["code"] == "ZS105"}
        self.assertEqual(1, len(shown))
        self.every_format(folder)

    # ---- 16 to 18: what other formats would run or break on

    def records_shown(self, text, formats):
        """Every table of a sound register whose texts are all hostile."""
        quoted = json.dumps(text, ensure_ascii=False)
        folder = self.register({
            "hostile.yaml": finding(text=quoted, deadline="2018-06-05", suggestion=quoted),
            "duty.yaml": f"kind: duty\nid: duty\ntitle: {quoted}\ncategory: education\nowner: bureau\ncadence: quarterly\ndue: +5d\n",
            "org.yaml": f"kind: org\nid: named\nname: {quoted}\ntype: village\n"}, other=False)
        self.checked(folder, exit=0)
        for command in (("status", "2018-q2"), ("list", "finding"), ("list", "org"), ("score", "2018-q2"), ("stats", "2018-q2")):
            for name in formats:
                run = Run(folder, *command, "--format", name)
                self.assertEqual(0, run.exit, run.err.decode())
                self.no_raw_control(run)
                yield command, name, run.out.decode()

    def test_16_spreadsheet_formulas(self):
        for text in ("=1+1", "+1", "-1+1", "@SUM(A1)", " =1+1", "\u3000=1+1", "=HYPERLINK(\"x\")"):
            with self.subTest(text):
                for command, name, out in self.records_shown(text, ("csv",)):
                    cells = [cell for row in csv.reader(out.splitlines(keepends=True)) for cell in row]
                    for cell in cells:
                        self.assertFalse(re.match(r"[\s\u3000]*[=@+]", cell) or re.match(r"[\s\u3000]*-(?![\d.]+$)", cell), cell)
                    if command == ("list", "finding"):
                        self.assertTrue(any(cell.endswith(text) and len(cell) == len(text) + 1 for cell in cells), "the text is there, with one sign before it")

    def test_17_markup(self):
        for text in ("a|b", "`x`", "<script>alert(1)</script>", "[x](javascript:alert(1))", "]]>", "a&b;", "a\nb", "a\\|b", "***", "# head"):
            with self.subTest(text):
                for command, name, out in self.records_shown(text, ("table", "md", "csv", "json")):
                    if name == "json":
                        json.loads(out)
                    if name == "csv":
                        self.assertEqual(1, len({len(row) for row in csv.reader(out.splitlines(keepends=True)) if row and command[0] == "list"} or {0}))
                    if name == "md":
                        self.assertNotIn("<script", out)
                        self.assertNotRegex(out, r"(?<!\\)\]\(javascript:")
                        rows = [line for line in out.splitlines() if line.startswith("|")]
                        for block in out.split("\n\n"):
                            widths = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in block.splitlines() if row in rows}
                            self.assertLessEqual(len(widths), 1, block)
        folder = self.register({"hostile.yaml": finding(org='"x]]><y a=\'b\'>&%0A::error::|"')})
        self.assertIn("ZS201", {one["code"] for one in self.checked(folder)})
        self.every_format(folder)
        lines = Run(folder, "check", "--format", "github").out.decode().splitlines()
        self.assertEqual([], [line for line in lines if line.startswith("::") and not re.match(r"::(error|warning|notice) file=", line)])

    def test_18_forbidden_in_xml(self):
        for name, text in (("FFFF", "a\uffffb"), ("FFFE", "a\ufffeb"), ("escaped", '"a\\uFFFFb"'), ("escaped NUL", '"a\\0b"'), ("vertical tab", "a\x0bb")):
            with self.subTest(name):
                self.expect(finding(text=text), "ZS005 ZS018", {(3, 7), (3, 8), (3, 9)})

    # ---- 19 and 20: files

    def attachment(self, path):
        return finding() + f"events:\n  - {{date: 2018-06-02, what: assigned, attachments: [{path}]}}\n"

    def test_19_attachments(self):
        def link(folder):
            (folder / "link").symlink_to("/etc/hostname")
            (folder / "way").symlink_to("/etc")
        for path, codes in (("../a-org.yaml", "ZS206"), ("/etc/hostname", "ZS206"), ("folder/../../x", "ZS206"), ("link", "ZS206"), ("way/hostname", "ZS206"),
                            ("missing.txt", "ZS205"), ("empty.txt", "ZS207"), ("folder", "ZS207"), ('"nul\\0.txt"', "ZS005")):
            with self.subTest(path):     # that a link to a folder is not followed may be said too
                self.expect(self.attachment(path), codes, {(9, 54), (9, 55), (9, 58)}, also=("ZS017",), more={"empty.txt": "", "folder/x.txt": "x"},
                            prepare=link, formats=False)

    def test_19_attachment_that_climbs_and_returns(self):
        """../x is outside, even where it leads back under the folder's present name."""
        self.expect(self.attachment("../register/a-org.yaml"), "ZS206", {(9, 54)}, formats=False)

    def test_19_attachment_that_climbs_from_nowhere(self):
        self.expect(self.attachment("nowhere/../../x"), "ZS206", {(9, 54)}, formats=False)

    def special(self, prepare, name, codes="ZS016 ZS017", exit=1, user=None):
        folder = self.register()
        prepare(folder)
        folder.parent.chmod(0o755)
        began = time.monotonic()
        run = Run(folder, "check", "--format", "json", timeout=10, user=user)
        self.within_limits(run)
        self.assertLess(time.monotonic() - began, 10 * PATIENCE, "it waited")
        self.assertEqual(exit, run.exit, run.err.decode())
        diagnostics = json.loads(run.out)["diagnostics"]
        self.assertIn(OTHER[2], [(one["code"], one["line"], one["column"]) for one in diagnostics])
        self.assertTrue(any(one["code"] in codes.split() and one["file"] == name for one in diagnostics), run.out.decode())

    def test_20_no_plain_file(self):
        def bind(folder):
            with contextlib.closing(socket.socket(socket.AF_UNIX)) as one:
                here = os.getcwd()
                os.chdir(folder)    # the path of a socket is short
                try:
                    one.bind("hostile.yaml")
                finally:
                    os.chdir(here)
        def loop(folder):
            (folder / "hostile.yaml").symlink_to("second.yaml")
            (folder / "second.yaml").symlink_to("hostile.yaml")
        for name, prepare in (("FIFO", lambda folder: os.mkfifo(folder / "hostile.yaml")), ("socket", bind),
                              ("device", lambda folder: (folder / "hostile.yaml").symlink_to("/dev/zero")),
                              ("dangling link", lambda folder: (folder / "hostile.yaml").symlink_to("nowhere")), ("link loop", loop)):
            with self.subTest(name):
                self.special(prepare, "hostile.yaml")

    # ---- 21 to 23: sizes and faults

    def test_21_hundred_megabytes(self):
        def sparse(folder):
            with open(folder / "hostile.yaml", "wb") as file:
                file.write(b"kind: org\n# ")
                file.truncate(100 * 1024 * 1024)
        self.expect(None, "ZS009", None, prepare=sparse, formats=False)

    def test_22_scalar_of_five_megabytes(self):
        folder = self.register({"hostile.yaml": finding(text="字" * (5 * 1024 * 1024 // 3))})
        codes = {one["code"] for one in self.checked(folder) if one["file"] == "hostile.yaml"}
        self.assertLessEqual(codes, {"ZS009"})
        run = Run(folder, "check")
        self.assertLess(len(run.out) + len(run.err), 20000, "a long value is cut")

    def test_23_twenty_thousand_keys(self):
        folder = self.register({"hostile.yaml": finding() + "".join(f"x-key{n}: 1\n" for n in range(20000))})
        self.assertLessEqual({one["code"] for one in self.checked(folder) if one["file"] == "hostile.yaml"}, {"ZS009"})
        folder = self.register({"hostile.yaml": finding() + "".join(f"key{n}: 1\n" for n in range(20000))})
        self.checked(folder)
        folder = self.register({"hostile.yaml": finding() + "note: 1\n" * 20000})
        self.checked(folder)

    def test_24_a_million_items(self):
        folder = self.register({"hostile.yaml": finding() + "x-list: [" + ", ".join(f"w{n}" for n in range(1000000)) + "]\n"})
        self.assertLessEqual({one["code"] for one in self.checked(folder) if one["file"] == "hostile.yaml"}, {"ZS009"})

    def test_24_one_item_very_often(self):
        """The first repetitions are told, the others counted."""
        folder = self.register({"hostile.yaml": finding(categories="[" + "work, " * 10000 + "work]")})
        self.assertLess(len(Run(folder, "check").out), 1000000)

    def test_25_five_thousand_records(self):
        text = "---\n".join(finding(id=f"finding-{n}") for n in range(5000))
        self.checked(self.register({"hostile.yaml": text}))

    def test_26_unreadable(self):
        user = None
        if os.geteuid() == 0:   # nothing is unreadable for root
            user = 65534
            try:
                subprocess.run([for_everyone(Path(ZSUP).resolve()), "--version"], user=user, capture_output=True, check=True)
            except OSError as error:
                not_tested(self, f"a file that may not be read, since nobody else may run the program here: {error}")
        def file(folder):
            (folder / "hostile.yaml").write_text(finding())
            (folder / "hostile.yaml").chmod(0)
        def closed(folder):
            (folder / "hostile").mkdir()
            (folder / "hostile").chmod(0)
        self.special(file, "hostile.yaml", exit=3, user=user)
        self.special(closed, "hostile", exit=3, user=user)

    def test_27_deleted_while_reading(self):
        folder = self.register({f"many/{n:04}.yaml": finding(id=f"finding-{n}") for n in range(800)}, other=False)
        stop = threading.Event()
        def stir():
            while not stop.is_set():
                for n in range(0, 800, 7):
                    with contextlib.suppress(FileNotFoundError):
                        os.rename(folder / f"many/{n:04}.yaml", folder / "many/gone")
                        os.rename(folder / "many/gone", folder / f"many/{n:04}.yaml")
        thread = threading.Thread(target=stir)
        thread.start()
        try:
            for _ in range(3):
                self.assertIn(Run(folder, "check").exit, (0, 1, 3))
        finally:
            stop.set()
            thread.join()

    # ---- 25 to 30: the world around

    def test_28_closed_output(self):
        folder = self.register({"hostile.yaml": "".join(f"k{n}: 1\n" for n in range(20000))})
        reading, writing = os.pipe()
        os.close(reading)
        run = Run(folder, "check", stdout=writing)
        os.close(writing)
        self.assertNotIn(b"pipe", run.err.lower())
        self.assertIn(run.exit, (0, 1, -signal.SIGPIPE, 141))

    def test_29_full_device(self):
        folder = self.register(other=False)
        with open("/dev/full", "wb") as full:
            for command in (("list", "org"), ("score", "2018-q2"), ("check", "--format", "json"), ("schema", "org")):
                run = Run(folder, *command, stdout=full)
                self.assertEqual(3, run.exit, command)
                self.assertNotEqual(b"", run.err)

    def test_30_names_of_files(self):
        names = ["with space.yaml", "quote's \"x\".yaml", "-dash.yaml", "new\nline.yaml", "😀.yaml", "字" * 83 + ".yaml", "a:b.yaml", "%41.yaml", "tab\t.yaml",
                 "cr\r.yaml", "back\\slash.yaml", "$(id).yaml"]
        folder = self.register({name: finding(id=f"finding-{n}", found="2018-02-30") for n, name in enumerate(names)})
        found = [one["file"] for one in self.checked(folder) if one["code"] == "ZS105"]
        self.assertEqual(len(names), len(found))
        self.assertEqual(len(names), len(set(found)))
        self.every_format(folder)
        github = [line for line in Run(folder, "check", "--format", "github").out.decode().splitlines() if "ZS105" in line and line.startswith("::")]
        self.assertEqual(len(names), len(github))

    def test_31_name_that_is_no_text(self):
        folder = self.register()
        with open(os.fsencode(folder) + b"/bad\xff.yaml", "w") as file:
            file.write(finding(found="2018-02-30"))
        self.assertIn("ZS105", {one["code"] for one in self.checked(folder)})
        self.every_format(folder)

    def test_32_same_bytes_everywhere(self):
        folder = self.register({f"many/{n}.yaml": finding(id=f"finding-{n}", found="2018-02-30", text="文字") for n in range(40)})
        outputs = set()
        for environment, jobs in (({"TZ": "Asia/Shanghai", "LC_ALL": "C"}, "1"), ({"TZ": "America/Los_Angeles", "LC_ALL": "zh_CN.UTF-8"}, "2"), ({"TZ": "bad"}, "7")):
            result = subprocess.run([ZSUP, "-C", folder, "check", "--lang", "zh", "-j", jobs], capture_output=True, env={"PATH": os.environ["PATH"], **passed_on(), **environment})
            outputs.add((result.returncode, result.stdout, result.stderr))
        self.assertEqual(1, len(outputs))

    def test_33_fifty_in_a_circle(self):
        text = "---\n".join(f"kind: org\nid: ring-{n}\nname: N\ntype: village\nparent: ring-{(n + 1) % 50}\n" for n in range(50))
        self.expect(text, "ZS204", None)
        self.expect("kind: org\nid: self\nname: N\ntype: village\nparent: self\n", "ZS204", {(5, 9)})

    def chain_of_orgs(self, length):
        text = "---\n".join(f"kind: org\nid: link-{n}\nname: N\ntype: village\nparent: link-{n + 1}\n" for n in range(length))
        folder = self.register({"hostile.yaml": text + f"---\nkind: org\nid: link-{length}\nname: N\ntype: village\nparent: bureau\n---\n" + finding(org="link-0")})
        self.assertEqual([], [one for one in self.checked(folder) if one["file"] == "hostile.yaml"])

    def test_34_chain_of_orgs(self):
        self.chain_of_orgs(50)

    def test_34_long_chain_of_orgs(self):
        """The nearest ancestor answers, however far away it is."""
        self.chain_of_orgs(100)

    def test_35_refusal_of_figures(self):
        folder = self.register({"hostile.yaml": ","})
        for command in (("score", "2018-q2"), ("status", "2018-q2"), ("stats", "2018-q2"), ("letter", "2018-q2", "--org", "bureau")):
            run = Run(folder, *command)
            self.assertEqual((1, b""), (run.exit, run.out), command)
            self.assertRegex(run.err.decode(), r"hostile\.yaml")
            draft = Run(folder, *command, "--allow-errors")
            self.assertIn(draft.exit, (0, 1), draft.err.decode())
            self.assertTrue(draft.out or command[0] == "letter")
            self.assertRegex((draft.out + draft.err).decode(), "(?i)draft")

    def test_36_messages_quote_little(self):
        """A value of a megabyte in a wrong place is cut in every message."""
        folder = self.register({"hostile.yaml": finding(source="x" * 1000000)})
        run = Run(folder, "check", "--format", "json")
        self.within_limits(run)
        for one in json.loads(run.out)["diagnostics"]:
            self.assertLess(len(one["message"]) + len(one.get("help") or ""), 2000)
        self.assertLess(len(Run(folder, "check").out), 20000)

    def test_37_no_room_for_threads(self):
        """More threads than there is room for: those that there are do the work, and the same is said."""
        if sanitized(ZSUP):
            not_tested(self, "a limit on memory, since a sanitizer reserves terabytes of addresses")
        if counted(ZSUP):
            not_tested(self, "a limit on memory, since keeping the counts needs some when all is done")
        folder = self.register({f"many/{n}.yaml": finding(id=f"finding-{n}", found="2018-02-30") for n in range(200)})
        wanted = Run(folder, "check", "-j", "1")
        for megabytes in (64, 128, 256, 512, 1024):
            with self.subTest(megabytes=megabytes):
                room = megabytes * 1024 * 1024
                run = Run(folder, "check", "-j", "256", room=room)
                # How much the libraries take differs from system to system: where one thread finds no room either, that is said.
                if megabytes < 256 and Run(folder, "check", "-j", "1", room=room).exit == 3:
                    self.assertEqual((3, b""), (run.exit, run.out))
                    self.assertRegex(run.err.decode(), "memory|内存不足")
                    continue
                self.assertEqual((1, wanted.out, wanted.err), (run.exit, run.out, run.err))
        # Where there is not even room to start, or to read, that is said.
        run = Run(folder, "check", "-j", "256", room=16 * 1024 * 1024)
        self.assertIn(run.exit, (1, 3, 127), run.err.decode())


if __name__ == "__main__":
    unittest.main()
