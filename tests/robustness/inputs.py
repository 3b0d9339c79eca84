"""Bad inputs, by the kinds of fault that a register must survive: each with the code, the place and the exit code it must get.

Every input is laid into the sound register of hostile_test.py beside a file with a fault of its own, which must be found all the
same. ⟦ in a text stands before the character that must be pointed at; several stand where more than one place is right. The
expectations are worked out from what records may be, not from what the program says.
"""

import json
import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path

import hostile_test as hostile

KINDS = {
    1: "a file that holds only a comma, and its like", 2: "content behind the end of a value", 3: "nesting without end",
    4: "anchors, aliases, merge keys, tags", 5: "a key given twice", 6: "nothing at all", 7: "bytes that are no text",
    8: "byte-order marks and line ends", 9: "other encodings", 10: "merge-conflict markers", 11: "tabs and full-width signs",
    12: "numbers, money, truth values", 13: "dates and periods", 14: "twins and invisible characters", 15: "terminal sequences",
    18: "characters that XML forbids", 19: "attachments", 20: "no plain file", 21: "sizes", 24: "templates", 28: "names of files",
    30: "structure", 31: "Git",
}
# Kinds that are tested elsewhere, and by what.
ELSEWHERE = {16: "escaping_test.py", 17: "escaping_test.py", 22: "hostile_test.py test_26_unreadable", 23: "hostile_test.py test_27_deleted_while_reading",
             25: "faults_test.py test_full_device", 26: "faults_test.py test_every_call_of_every_command", 27: "faults_test.py test_two_write_one_file",
             29: "hostile_test.py test_32_same_bytes_everywhere"}

ANYWHERE = "anywhere"    # the place is open: how deep is too deep, how much is too much


@dataclass
class Input:
    kind: int
    name: str
    text: object             # text with ⟦, or bytes
    codes: str               # "" where nothing is wrong
    also: str = ""
    file: str = "hostile.yaml"
    place: str = ""          # ANYWHERE, or "line" where any column of a marked line will do
    exit: int = 1
    prepare: object = None   # a function of the folder, run when the text has been written
    words: tuple = ("check", "--format", "json")
    message: str = ""        # a regular expression that standard error must match, where no diagnostic is printed
    more: tuple = ()         # (name, text) of further files


def finding(**fields):
    return hostile.finding(**fields)


def duty(**fields):
    values = {"kind": "duty", "id": "hostile", "title": "T", "category": "education", "owner": "bureau", "cadence": "monthly", "due": "+1d", **fields}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def leader(**fields):
    values = {"kind": "leader", "id": "hostile", "name": f"N {fields.get('id', '')}".strip(), "org": "bureau", "post": "P", "role": "other", **fields}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def org(**fields):
    values = {"kind": "org", "id": "hostile", "name": "N", "type": "village", **fields}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def syntax():
    for text in ("⟦,", "⟦,⟦,", "⟦,\n⟦,\n", " ⟦,", "⟦, a: 1", "# c\n⟦,", "⟦,\n" * 1000):
        yield Input(1, f"{text!r:.24}", text, "ZS001 ZS013 ZS021", also="ZS001 ZS021", place="line")
    for text in ("⟦[⟦,]", "⟦[a⟦,⟦,b]", "⟦{⟦,}", "⟦{a: 1⟦,⟦,}", "⟦]", "⟦}", "⟦- ⟦,", "⟦[a⟦]⟦]"):
        yield Input(1, repr(text), text, "ZS001 ZS012 ZS013", also="ZS001 ZS012 ZS101 ZS013", place="line")
    for text in ('"a"⟦, ⟦b\n', "'a' ⟦b\n", "{a: 1} ⟦b\n", "[a] ⟦b\n", "{a: 1}⟦,\n", '"a" ⟦"b"\n', '{kind: org}\n⟦id: x\n', "[a]⟦: ⟦]\n"):
        yield Input(2, repr(text.strip()), text, "ZS013 ZS001 ZS020", also="ZS012 ZS101 ZS102", place="line")
    yield Input(2, "words behind a quoted value", finding(text='"Text" ⟦more'), "ZS013")
    yield Input(2, "a value behind a list", finding(categories="[work] ⟦x"), "ZS001 ZS013")
    for opening in ("[", "{a: ", "- ", "{", "[{a: ", "? "):
        yield Input(3, f"{opening.strip()} twenty thousand times", "⟦" + opening * 20000, "ZS008 ZS001 ZS020", also="ZS012 ZS020 ZS001", place="line")
    yield Input(3, "two thousand levels of indentation", "".join(" " * depth + "a:\n" for depth in range(2000)), "ZS008", also="ZS001", place=ANYWHERE)
    yield Input(3, "a deep value behind sound ones", finding() + "x-deep: ⟦" + "[" * 3000 + "]" * 3000 + "\n", "ZS008", place="line")
    bomb = "a0: ⟦&a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    yield Input(4, "an alias bomb", bomb, "ZS010", also="ZS010 ZS101")
    yield Input(4, "an anchor that holds itself", "a: ⟦&a {b: *a}\n", "ZS010", also="ZS010 ZS101")
    for name, value in (("alias", "⟦*nobody"), ("anchor", "⟦&x y"), ("string tag", "⟦!!str x"), ("binary tag", "⟦!!binary aGVsbG8="), ("python tag", "⟦!!python/object:os.system x"),
                        ("verbatim tag", "⟦!<tag:example.org,2018:x> y"), ("empty tag", "⟦! y"), ("tag and anchor", "⟦!!str ⟦&a y"), ("set", "⟦!!set {x}")):
        yield Input(4, name, finding(note=value), "ZS010", also="ZS010 ZS104")
    yield Input(4, "merge key", finding() + "⟦<<: {note: x}\n", "ZS010", also="ZS103")
    yield Input(4, "anchor on a key", finding() + "⟦&a note: x\n", "ZS010")
    yield Input(4, "anchor in a list", finding(categories="[⟦&a work]"), "ZS010")
    for name, line in (("plain", "⟦found: 2018-06-02"), ("in quotes", '⟦"found": 2018-06-02'), ("in single quotes", "⟦'found': 2018-06-02"), ("with an escape", '⟦"f\\x6fund": 2018-06-02'),
                       ("in Chinese", "⟦发现日期: 2018-06-02"), ("with the same value", "⟦found: 2018-06-01"), ("without a value", "⟦found:")):
        yield Input(5, f"a key twice, {name}", finding() + line + "\n", "ZS007")
    yield Input(5, "a key twice in braces", finding() + "events:\n  - {date: 2018-06-02, what: assigned, ⟦date: 2018-06-02}\n", "ZS007")
    yield Input(5, "a key three times", finding() + "⟦found: 2018-06-02\nfound: 2018-06-03\n", "ZS007", also="ZS007")
    for text in ("", " ", "\n\n\n", "# c", "# c\n\n# d\n", "\r\n", "   \n# c\n   "):
        yield Input(6, f"{text!r}", text, "")
    yield Input(6, "an empty document between two", finding() + "⟦---\n⟦---\n" + finding(id="second"), "ZS011")
    yield Input(6, "a comment for a document", finding() + "⟦---\n# c\n⟦---\n" + finding(id="second"), "ZS011")
    yield Input(6, "null for a document", "⟦~\n", "ZS012 ZS011")


def encoding():
    before, after = finding().encode().split(b"Text")
    for name, bad, code in (("truncated", b"\xe4\xb8", "ZS002"), ("stray tail", b"\x80", "ZS002"), ("0xFF", b"\xff", "ZS002"), ("0xFE", b"\xfe", "ZS002"), ("overlong /", b"\xc0\xaf", "ZS002"),
                            ("overlong NUL", b"\xc0\x80", "ZS002"), ("overlong in three", b"\xe0\x80\xaf", "ZS002"), ("surrogate", b"\xed\xa0\x80", "ZS002"),
                            ("pair of surrogates", b"\xed\xa0\xbd\xed\xb8\x80", "ZS002"), ("beyond Unicode", b"\xf4\x90\x80\x80", "ZS002"), ("five bytes", b"\xf8\x88\x80\x80\x80", "ZS002"),
                            ("NUL", b"\0", "ZS005"), ("backspace", b"\b", "ZS005"), ("vertical tab", b"\v", "ZS005"), ("form feed", b"\f", "ZS005"), ("delete", b"\x7f", "ZS005"),
                            ("C1", "\x85".encode(), "ZS005 ZS018"), ("NUL, escaped", None, "ZS005")):
        if bad is None:
            yield Input(7, name, finding(text='⟦"a⟦\\0⟦b"'), code)
        else:
            yield Input(7, name, before + "文字⟦".encode() + bad + b"x" + after, code, also=code)
    yield Input(7, "a bad byte at the very end", finding().encode() + b"# \xe2\x9f\xa6\xe4\xb8", "ZS002")
    yield Input(7, "nothing but NULs", b"\xe2\x9f\xa6" + b"\0" * 4096, "ZS005 ZS003", also="ZS005", place=ANYWHERE)
    yield Input(7, "random bytes", bytes((n * 7919 + n // 3) % 256 for n in range(8192)), "ZS002 ZS003 ZS005", also="ZS001 ZS002 ZS003 ZS005", place=ANYWHERE)
    text = finding()
    yield Input(8, "a byte-order mark", "⟦\ufeff" + text, "ZS004")
    yield Input(8, "CR LF", text.replace("\n", "\r\n"), "")
    yield Input(8, "CR LF and a wrong date", finding(found="⟦2018-02-30").replace("\n", "\r\n"), "ZS105")
    yield Input(8, "CR LF and LF, mixed", text.replace("\n", "\r\n", 3), "")
    yield Input(8, "a byte-order mark inside", finding(text="a⟦\ufeffb"), "ZS018")
    yield Input(8, "two byte-order marks", "⟦\ufeff⟦\ufeff" + text, "ZS004 ZS018", also="ZS004 ZS018 ZS103 ZS101 ZS001", place="line")
    yield Input(8, "CR alone", text.replace("\n", "\r"), "ZS001 ZS005", also="ZS001 ZS005", place=ANYWHERE)
    wide = finding(text="一段文字说明问题，足以看出编码")
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "gb18030", "gbk"):
        yield Input(9, codec, wide.encode(codec), "ZS003", place=ANYWHERE)
    for codec in ("utf-16-le", "utf-16-be"):
        yield Input(9, codec + " in ASCII", text.encode(codec), "ZS003", place=ANYWHERE)
    yield Input(9, "Big5", finding(text="一段文字說明問題足以看出編碼").encode("big5"), "ZS002 ZS003", place=ANYWHERE, also="ZS002")
    yield Input(9, "Latin-1", finding(text="caf\u00e9").encode("latin-1"), "ZS002", place=ANYWHERE)
    for name, marks in (("whole", "⟦<<<<<<< HEAD\nnote: a\n=======\nnote: b\n>>>>>>> other\n"), ("with the base", "⟦<<<<<<< HEAD\nnote: a\n||||||| base\n=======\nnote: b\n>>>>>>> other\n"),
                        ("only the beginning", "⟦<<<<<<< HEAD\nnote: a\n"), ("only the end", "note: a\n⟦>>>>>>> other\n"), ("at the very end", "note: a\n⟦>>>>>>> other")):
        yield Input(10, name, finding() + marks, "ZS006", also="ZS006")
    yield Input(10, "in the middle of a list", finding() + "events:\n⟦<<<<<<< HEAD\n  - {date: 2018-06-02, what: assigned}\n=======\n>>>>>>> other\n", "ZS006", also="ZS006")
    yield Input(10, "three hundred of them", lambda: "".join(finding(id=f"f-{n}") + "<<<<<<< HEAD\n=======\n>>>>>>> other\n---\n" for n in range(300)), "ZS006", also="ZS006", place=ANYWHERE)
    yield Input(10, "with CR LF", finding() + "⟦<<<<<<< HEAD\r\nnote: a\r\n=======\r\n>>>>>>> other\r\n", "ZS006", also="ZS006")
    yield Input(11, "a tab before a list item", finding() + "events:\n⟦\t- {date: 2018-06-02, what: assigned}\n", "ZS014")
    for name, sign, code in (("a tab", "\t", "ZS014"), ("an ideographic space", "\u3000", "ZS015")):
        yield Input(11, f"{name} before a field", finding() + f"⟦{sign}note: x\n", code)
        yield Input(11, f"{name} before the first field", f"⟦{sign}kind: org\nid: hostile\nname: N\ntype: village\n", code, also="ZS101 ZS102")
        yield Input(11, f"{name} before a field of an item", finding() + f"events:\n  - date: 2018-06-02\n⟦{sign}  what: assigned\n", code)
        yield Input(11, f"{name} behind spaces", finding() + f"events:\n  - date: 2018-06-02\n  ⟦{sign}what: assigned\n", code)
        yield Input(11, f"{name} before a text of several lines", finding() + f"note: |\n⟦{sign}text\n⟦{sign}text\n", code, also=code)
        yield Input(11, f"{name} within a text of several lines", finding() + f"note: |\n  {sign}text\n  text\n", "")
    yield Input(11, "a tab between a dash and a field", finding() + "events:\n  -⟦\tdate: 2018-06-02\n    what: assigned\n", "ZS014")
    yield Input(11, "a tab between a dash and a text", finding(categories="\n  -\twork"), "")
    yield Input(11, "a full-width colon", finding() + "note⟦：x\n", "ZS015")
    yield Input(11, "a full-width colon in braces", finding() + "events:\n  - {date⟦：2018-06-02, what: assigned}\n", "ZS015")
    yield Input(11, "full-width digits", finding(found="⟦２０１８-06-01"), "ZS015 ZS105")
    yield Input(11, "a full-width minus in a date", finding(found="⟦2018⟦－06-01"), "ZS015 ZS105")
    yield Input(11, "full-width brackets", finding(categories="⟦［work］"), "ZS015 ZS109 ZS104")
    yield Input(11, "a full-width dash for a list", finding() + "events:\n  ⟦－ {date: 2018-06-02, what: assigned}\n", "ZS015 ZS104 ZS001 ZS021", place="line")
    yield Input(11, "an ideographic space for indentation", finding() + "events:\n⟦\u3000- {date: 2018-06-02, what: assigned}\n", "ZS015 ZS021 ZS001 ZS104 ZS018", place="line")


def values():
    for value in ("010", "1_000", "0x1F", "1e3", ".5", "1.", "+5", "-5", ".nan", ".inf", "1" + "0" * 30, "１２", "1,00", "12元万", "万元", "1.234", "--1", "1 000", "NaN", "∞", "1.2.3"):
        yield Input(12, f"money {value:.12}", finding(amount=f"⟦{value}"), "ZS108 ZS114 ZS015")
    for value in ("010", "1_000", "0o17", "0b1", "1e3", "1.0", "-1", "１", "4th", "1" + "0" * 30):
        yield Input(12, f"whole number {value:.12}", leader(order=f"⟦{value}"), "ZS107 ZS114 ZS015")
    for value in ("yes", "on", "off", "y", "1", "True1", "是的", "null"):
        yield Input(12, f"truth value {value}", duty(requires="{content: ⟦%s}" % value), "ZS111 ZS113")
    for value in ("2018-02-30", "2018-6-1", "0000-01-01", "2017-02-29", "1900-02-29", "18-06-01", "2018-06-01T00:00:00Z", "20180601", "2018/06/01", "10000-01-01", "2018-13-01", "2018-00-10",
                  "2018-06-31", "2018-06-00", "-2018-06-01", "2018-06", "tomorrow", "2018.6.1", "2018-06-01-", "６月１日", "2018-06-01 or so"):
        yield Input(13, f"date {value}", finding(found=f"⟦{value}"), "ZS105 ZS015")
    for value in ("2018-q5", "2018-q0", "2018-h3", "2018-13", "2018-00", "18-q2", "2018q2", "q2-2018", "2018-Q2x", "第二季度"):
        yield Input(13, f"period {value}", f"kind: report\nid: hostile\nby: bureau\nperiod: ⟦{value}\nitems: []\n", "ZS106", also="ZS113")
    for value in ("+5", "5", "+5wdx", "next month", "+-5d", "+99999999999999999999d"):
        yield Input(13, f"due {value:.12}", duty(due=f"⟦{value}"), "ZS112 ZS114")
    yield Input(13, "found tomorrow", finding(found="⟦2018-07-16"), "ZS121")
    yield Input(13, "an event before the finding", finding() + "events:\n  - {date: ⟦2018-05-31, what: assigned}\n", "ZS411")
    yield Input(13, "in office until the day before", leader(**{"from": "⟦2018-05-02", "until": "⟦2018-05-01"}), "ZS120")
    yield Input(13, "29 February of a leap year", finding(found="2016-02-29"), "")
    for name, identity, codes in (("capitals", "Bureau", "ZS110"), ("all capitals", "BUREAU", "ZS110"), ("decomposed", "bure\u0301au", "ZS110"), ("zero-width space", "bu\u200breau", "ZS018"),
                                  ("soft hyphen", "bu\u00adreau", "ZS018 ZS110"), ("right-to-left override", "bu\u202ereau", "ZS018"), ("full-width", "ｂureau", "ZS110"), ("Cyrillic", "burеau", "ZS110"),
                                  ("the same", "bureau", "ZS202"), ("a compatibility ideograph", "\uf9d1", "ZS110"), ("a space behind", '"bureau "', "ZS110"), ("a slash", "a/b", "ZS110"), ("dots", "..", "ZS110"),
                                  ("a variation selector", "村\ufe00", "ZS018 ZS110"), ("a tag character", "bureau\U000e0041", "ZS018 ZS110")):
        yield Input(14, f"an id with {name}" if name != "the same" else "an id twice", org(id=identity), codes, also="ZS110 ZS018 ZS022", place=ANYWHERE)
    for name, sign in (("left-to-right mark", "\u200e"), ("embedding", "\u202a"), ("override", "\u202e"), ("isolate", "\u2066"), ("joiner", "\u200d"), ("word joiner", "\u2060"),
                       ("zero-width space", "\u200b"), ("Arabic letter mark", "\u061c"), ("invisible times", "\u2062")):
        yield Input(14, f"{name} in a text", finding(text=f"a⟦{sign}b"), "ZS018")
    for name, text in (("title", "a⟦\x1b]0;owned\x07b"), ("colour", "a⟦\x1b[31mb"), ("clear", "⟦\x1b[2J"), ("C1 sequence", "a⟦\u009b31mb"), ("link", "a⟦\x1b]8;;http://x\x1b\\b"), ("bell", "a⟦\x07")):
        yield Input(15, name, finding(text=text), "ZS005", also="ZS005 ZS113")
    yield Input(15, "escaped", finding(text='⟦"a⟦\\e[31m⟦b"'), "ZS005")
    yield Input(15, "escaped by number", finding(text='⟦"a⟦\\x1b[31m⟦b"'), "ZS005")
    yield Input(15, "in a key", finding() + "x-⟦\x1b[31mred: 1\n", "ZS005", also="ZS103 ZS005")
    yield Input(15, "in the name of a file", finding(), "ZS005", file="evil\x1b]0;x\x07.yaml", place=ANYWHERE)
    yield Input(15, "in the name of a folder", finding(), "ZS005", file="\x9b31m/x.yaml", place=ANYWHERE)
    yield Input(15, "in the name of a file with a mistake", finding(found="⟦2018-02-30"), "ZS105", file="evil\x1b]0;x\x07.yaml", also="ZS005")
    yield Input(15, "hidden, in the name of a file", finding(), "ZS018", file="a\u202eb.yaml", place=ANYWHERE)
    yield Input(15, "in a comment", finding() + "# ⟦\x1b[31m\n", "ZS005")
    for name, sign in (("U+FFFE", "\ufffe"), ("U+FFFF", "\uffff"), ("U+0001", "\x01"), ("U+001F", "\x1f")):
        yield Input(18, name, finding(text=f"a⟦{sign}b"), "ZS005 ZS018")
        yield Input(18, name + ", escaped", finding(text=f'⟦"a⟦\\u{ord(sign):04x}⟦b"'), "ZS005 ZS018")
    for escape in ("\\ud800", "\\udc00", "\\ud83d\\ude00", "\\U00110000", "\\xZZ", "\\q"):
        yield Input(18, f"the escape {escape}", finding(text=f'⟦"a⟦{escape}⟦b"'), "ZS001 ZS002 ZS005 ZS018", also="ZS001 ZS002 ZS005 ZS018", place="line")


def files():
    def attach(path):
        return finding() + f"events:\n  - {{date: 2018-06-02, what: assigned, attachments: [⟦{path}]}}\n"

    def links(folder):
        (folder / "link").symlink_to("/etc/hostname")
        (folder / "way").symlink_to("/etc")
        (folder / "gone").symlink_to("nowhere")
        (folder / "loop").symlink_to("loop")
        os.mkfifo(folder / "pipe")
    more = (("empty.txt", ""), ("papers/x.txt", "x"))
    for path, codes in (("../a-org.yaml", "ZS206"), ("../register/a-org.yaml", "ZS206"), ("/etc/hostname", "ZS206"), ("papers/../../x", "ZS206"), ("nowhere/../../x", "ZS206"), ("..", "ZS206"),
                        ("link", "ZS206"), ("way/hostname", "ZS206"), ("missing.txt", "ZS205"), ("gone", "ZS205"), ("papers/x.txt/y", "ZS205"), ("x" * 300, "ZS205"), ("empty.txt", "ZS207"),
                        ("papers", "ZS207"), (".", "ZS207"), ("loop", "ZS207 ZS205"), ("pipe", "ZS207")):
        yield Input(19, f"{path:.24}", attach(path), codes, also="ZS017", prepare=links, more=more)
    yield Input(19, "a link of file:", attach("file:///etc/hostname"), "ZS205 ZS206", more=more)

    def bind(folder):
        here = os.getcwd()
        os.chdir(folder)    # the path of a socket is short
        with socket.socket(socket.AF_UNIX) as one:
            try:
                one.bind("hostile.yaml")
            finally:
                os.chdir(here)

    def loop(folder):
        (folder / "hostile.yaml").symlink_to("second.yaml")
        (folder / "second.yaml").symlink_to("hostile.yaml")
    for name, prepare in (("FIFO", lambda folder: os.mkfifo(folder / "hostile.yaml")), ("socket", bind), ("device", lambda folder: (folder / "hostile.yaml").symlink_to("/dev/zero")),
                          ("terminal", lambda folder: (folder / "hostile.yaml").symlink_to("/dev/tty")), ("standard input", lambda folder: (folder / "hostile.yaml").symlink_to("/dev/stdin")),
                          ("memory of the process", lambda folder: (folder / "hostile.yaml").symlink_to("/proc/self/mem")), ("folder", lambda folder: (folder / "hostile.yaml").mkdir()),
                          ("dangling link", lambda folder: (folder / "hostile.yaml").symlink_to("nowhere")), ("link loop", loop),
                          ("link to a file outside", lambda folder: (folder / "hostile.yaml").symlink_to("/etc/hostname")),
                          ("link to a folder outside", lambda folder: (folder / "hostile.yaml").symlink_to("/etc"))):
        yield Input(20, name, None, "ZS016 ZS017", also="ZS016 ZS017", prepare=prepare, place=ANYWHERE)

    def sparse(folder):
        with open(folder / "hostile.yaml", "wb") as file:
            file.write(b"kind: org\n# ")
            file.truncate(100 * 1024 * 1024)
    yield Input(21, "a file of 100 MB", None, "ZS009", prepare=sparse, place=ANYWHERE)
    yield Input(21, "a text of 5 MB", lambda: finding(text="字" * (5 * 1024 * 1024 // 3)), "?ZS009", place=ANYWHERE)
    yield Input(21, "a key of 1 MB", lambda: finding() + "x-" + "k" * 1000000 + ": 1\n", "?ZS009 ZS001 ZS103", place=ANYWHERE)
    yield Input(21, "a comment of 5 MB", lambda: finding() + "# " + "c" * 5000000 + "\n", "?ZS009", place=ANYWHERE)
    yield Input(21, "an id of 1 MB", lambda: org(id="i" * 1000000), "ZS009 ZS110", place=ANYWHERE)
    yield Input(21, "20,000 keys", lambda: finding() + "".join(f"x-key{n}: 1\n" for n in range(20000)), "?ZS009", place=ANYWHERE)
    yield Input(21, "20,000 unknown keys", lambda: finding() + "".join(f"key{n}: 1\n" for n in range(20000)), "ZS009 ZS103", place=ANYWHERE)
    yield Input(21, "one key 20,000 times", lambda: finding() + "note: 1\n" * 20000, "ZS007 ZS009", place=ANYWHERE)
    yield Input(21, "1,000,000 items", lambda: finding() + "x-list: [" + ", ".join(f"w{n}" for n in range(1000000)) + "]\n", "?ZS009", place=ANYWHERE)
    # Nearly as much as one record may hold, or one file, or too much.
    yield Input(21, "1,000,001 values in one record", lambda: finding() + "x-list: [" + "a, " * 1000000 + "a]\n", "ZS009", place=ANYWHERE)
    yield Input(21, "a record of 7 MB", lambda: finding() + "x-list:\n" + "- aaaa\n" * 1000000, "ZS009", place=ANYWHERE)
    yield Input(21, "records of 7 MB in rare YAML", lambda: "---\n".join(finding(id=f"f-{n}") + "x-list: [" + "a, " * 200000 + "a]\n" for n in range(12)), "ZS009", place=ANYWHERE)
    yield Input(21, "500,000 wrong words", lambda: finding(categories="[" + ", ".join(f"w{n}" for n in range(500000)) + "]"), "ZS009", place=ANYWHERE)
    yield Input(21, "500,000 wrong dates", lambda: "kind: calendar\nid: hostile\nyear: 2018\nholidays: [" + ", ".join(f"w{n}" for n in range(500000)) + "]\n", "ZS105", also="ZS102 ZS118", place=ANYWHERE)
    yield Input(21, "300,000 events without a date", lambda: finding() + "events: [" + "{note: x}, " * 300000 + "{note: x}]\n", "ZS102", also="ZS115", place=ANYWHERE)
    yield Input(21, "900,000 lists in place of texts", lambda: "kind: action\nid: hostile\ntype: interview\ndate: 2018-05-01\nby: bureau\nto: [" + "[], " * 900000 + "[]]\n", "ZS104", place=ANYWHERE)
    yield Input(21, "500,000 attachments that are not there", lambda: finding() + "events: [{date: 2018-06-02, what: assigned, attachments: [" + ", ".join(f"w{n}" for n in range(500000)) + "]}]\n", "ZS205", place=ANYWHERE)
    yield Input(21, "500,000 dangling references in one list", lambda: "kind: action\nid: hostile\ntype: interview\ndate: 2018-05-01\nby: bureau\nto: [" + ", ".join(f"w{n}" for n in range(500000)) + "]\n", "ZS201", place=ANYWHERE)
    yield Input(21, "100,000 records with an anchor", lambda: "---\n".join(finding(id=f"f-{n}", note="&a x") for n in range(100000)), "ZS009 ZS010", also="ZS010 ZS009", place=ANYWHERE)
    yield Input(21, "100,000 records with a tab", lambda: "---\n".join(finding(id=f"f-{n}") + "\tnote: x\n" for n in range(100000)), "ZS009 ZS014", also="ZS009 ZS014", place=ANYWHERE)
    yield Input(21, "a chain of 50,000 orgs", lambda: "---\n".join(org(id=f"link-{n}", parent=f"link-{n + 1}") for n in range(50000)) + "---\n" + org(id="link-50000", parent="bureau"), "", place=ANYWHERE)
    yield Input(21, "50,000 orgs in a circle", lambda: "---\n".join(org(id=f"ring-{n}", parent=f"ring-{(n + 1) % 50000}") for n in range(50000)), "ZS204", place=ANYWHERE)
    yield Input(21, "20,000 in charge of one org, 300 findings", lambda: "---\n".join(leader(id=f"p-{n}", portfolio="[bureau]") for n in range(20000)) + "---\n"
                + "---\n".join(finding(id=f"f-{n}") for n in range(300)), "ZS408", place=ANYWHERE)
    yield Input(21, "1,500 leaders who owe 1,500 duties a month", lambda: "---\n".join([leader(id=f"p-{n}") for n in range(1500)]
                + [duty(id=f"d-{n}", owner="{under: bureau}", cadence="monthly") for n in range(1500)]), "ZS009", place=ANYWHERE)
    yield Input(21, "100,000 leaders, 100,000 duties of none of them", lambda: "---\n".join([leader(id=f"p-{n}") for n in range(100000)]
                + [duty(id=f"d-{n}", owner="{under: bureau, role: member}") for n in range(100000)]), "ZS009", place=ANYWHERE)
    yield Input(21, "1,000,000 misspelt keys", lambda: "---\n".join(finding(id=f"f-{n}") + "".join(f"fild{k}: 1\n" for k in range(40)) for n in range(25000)), "ZS103", place=ANYWHERE)
    yield Input(21, "20,000 of one id, 20,000 references of another kind", lambda: "---\n".join(duty(id="same") for _ in range(20000)) + "---\n"
                + "---\n".join(leader(id=f"p-{n}", org="same") for n in range(20000)), "ZS202 ZS203", place=ANYWHERE)
    yield Input(21, "50,000 dangling references", lambda: "---\n".join(finding(id=f"f-{n}", org="nobody") for n in range(5000)), "ZS009 ZS201", place=ANYWHERE)
    yield Input(21, "one word 10,000 times", lambda: finding(categories="[" + "work, " * 10000 + "work]"), "ZS009 ZS116", place=ANYWHERE)
    yield Input(21, "10,000 bad bytes", lambda: finding().encode() + b"# \xff\n" * 10000, "ZS002 ZS003", place=ANYWHERE)
    yield Input(21, "10,000 empty documents", lambda: finding() + "---\n" * 10000, "ZS011", place=ANYWHERE)
    yield Input(21, "5,000 records in one file", lambda: "---\n".join(finding(id=f"finding-{n}") for n in range(5000)), "", place=ANYWHERE)
    yield Input(21, "10,000 lines of tabs", lambda: finding() + "\t\n" * 10000, "?ZS014 ZS001", place=ANYWHERE)
    yield Input(21, "10,000 quotes", lambda: finding(text='"' * 10001), "ZS001 ZS013 ZS019", also="ZS001 ZS013 ZS019", place=ANYWHERE)
    yield Input(21, "100,000 colons", lambda: finding(text="a: " * 100000), "ZS001 ZS013 ZS021", also="ZS001", place=ANYWHERE)


def templates():
    for name, text, place in (("an unknown variable", "a {{nonsense}}", "1:3"), ("an unclosed section", "{{#missing}}\nx", "1:1"), ("a closing without an opening", "x\n{{/missing}}", "2:1"),
                              ("crossed sections", "{{#duties}}\n{{#missing}}\n{{/duties}}{{/missing}}", "[123]:1"), ("an unknown partial", "{{> notice}}", "1:1"), ("a partial that includes itself", "{{>self}}", "1:1"),
                              ("an unclosed tag", "x {{to", "1:3"), ("an empty tag", "x\n\n {{}}", "3:2"), ("changed delimiters", "{{=<% %>=}}", "1:1"), ("no text but an unknown variable", "{{ß}}", "1:1"),
                              ("five thousand sections", "{{#missing}}" * 5000, "1:13"), ("an unclosed triple", "{{{to", "1:1"), ("an unknown name by its path", "{{to.nonsense}}", "1:1")):
        yield Input(24, name, text, "", file="templates/notice.md.mustache", exit=2, words=("letter", "2018-q2", "--leader", "head"), message=rf"templates/notice\.md\.mustache:{place}: ")
    yield Input(24, "bytes that are no text", b"a \xff b", "", file="templates/notice.md.mustache", exit=2, words=("letter", "2018-q2", "--leader", "head"), message=r"templates/notice\.md\.mustache")


def others():
    for name in ("with space.yaml", "quote's \"x\".yaml", "-dash.yaml", "--help.yaml", "new\nline.yaml", "😀.yaml", "字" * 83 + ".yaml", "a:b.yaml", "%41.yaml", "tab\t.yaml", "cr\r.yaml", "back\\slash.yaml",
                 "$(id).yaml", "`id`.yaml", "*.yaml", "~.yaml", "a&b<c>.yaml", "é.yaml", "e\u0301.yaml", "x" * 250 + ".yaml", "deep/" * 40 + "x.yaml"):
        yield Input(28, f"{name!r:.30}", finding(found="⟦2018-02-30"), "ZS105", file=name, also="ZS005" if "\r" in name else "")
    yield Input(30, "an org above itself", org(parent="⟦hostile"), "ZS204")
    ring = "---\n".join(org(id=f"ring-{n}", parent=f"ring-{(n + 1) % 50}") for n in range(50))
    yield Input(30, "fifty in a circle", ring, "ZS204", also="ZS204", place=ANYWHERE)
    yield Input(30, "two in a circle", org(id="one", parent="⟦two") + "---\n" + org(id="two", parent="⟦one"), "ZS204", also="ZS204")
    chain = "---\n".join(org(id=f"link-{n}", parent=f"link-{n + 1}") for n in range(200)) + "---\n" + org(id="link-200", parent="bureau")
    yield Input(30, "a chain of two hundred", chain + "---\n" + finding(org="link-0"), "")
    yield Input(30, "an owner that is nobody", duty(owner="⟦nobody"), "ZS201 ZS212")
    yield Input(30, "a selector that matches nobody", duty(owner="⟦{⟦type: ⟦county}"), "ZS212 ZS109 ZS208 ZS203 ZS103 ZS201", also="ZS102", place="line")
    yield Input(30, "a leader who left in the quarter", leader(**{"from": "2018-01-01", "until": "2018-05-20"}), "")
    yield Input(30, "a portfolio that names no org", leader(portfolio="[⟦policy]"), "ZS203")
    yield Input(30, "a leader below himself", leader(org="⟦hostile"), "ZS203 ZS201")


def inputs():
    for family in (syntax, encoding, values, files, templates, others):
        yield from family()
