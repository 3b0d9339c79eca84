#!/usr/bin/env python3
"""What a register costs when it is doubled: never more than twice as much, but for a little.

Every shape is a register of a given size. It is laid out empty, at its size, and at twice its size; valgrind counts the instructions of
a command on each, and what came on top of the empty one may grow by 2.3 at most. So may the peak of memory. Shapes with one size are
lists held against lists, or fields, all of which are doubled at once; where what comes out is itself a product (duties times leaders),
each factor is doubled alone, and the whole is held to its bound by `Bounds`: told as ZS009, in little time and memory.
"""

import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile
from build_kind import not_tested
from inputs_test import Starter

GROWTH = 2.3
SLACK = 1_000_000           # instructions of an empty register differ by so many from run to run
ZSUP = hostile.ZSUP
POLICY = hostile.SOUND["m-policy.yaml"]


def record(kind, identity, **fields):
    return f"kind: {kind}\nid: {identity}\n" + "".join(f"{key.rstrip('_')}: {value}\n" for key, value in fields.items())


def documents(records):
    return "---\n".join(records)


def leader(n, **fields):
    return record("leader", f"p-{n}", name=f"N{n}", org="bureau", post="P", role="member", **fields)


def duty(n, **fields):
    return record("duty", f"d-{n}", **{"title": "T", "category": "education", "owner": "{under: bureau, role: member}", "cadence": "quarterly", "due": "+5d", **fields})


def finding(n, **fields):
    return record("finding", f"f-{n}", **{"text": "Text", "source": "daily", "categories": "[work]", "org": "bureau", "found": "2018-06-01", **fields})


def case(n, **fields):
    return record("case", f"c-{n}", **{"title": "T", "org": "bureau", "clue": "{date: 2018-04-02}", "filed": "2018-04-03", **fields})


def org(n, **fields):
    return record("org", f"o-{n}", name=f"O{n}", type="village", **fields)


def report(n, items, **fields):
    return record("report", f"r-{n}", by=fields.pop("by", "head"), period=fields.pop("period", "2018-q2"), **fields) + "items:\n" + items


def item(duty_id, **fields):
    return f"  - duty: {duty_id}\n" + "".join(f"    {key}: {value}\n" for key, value in {"submitted": "2018-07-01", **fields}.items())


def measures(count, indent, letter="m"):
    return "".join(f"{' ' * indent}{letter}{n}: 1\n" for n in range(count))


def inspection(units, briefings=""):
    return record("inspection", "i", name="I", round=1, by="bureau", units="[" + ", ".join(units) + "]", from_="2018-04-01") + briefings


OWN = "owner: head"
POLICY_ROWS = "incidents:\n{}"

# name: (size, function of the size to files, words of the command). What a register of size 0 has stands in every register of the shape.
SHAPES = {}


def shape(size, *words):
    def keep(function):
        SHAPES[function.__name__] = (size, function, words or ("check",))
        return function
    return keep


@shape(150)
def many_of_every_kind(n):
    return {"x.yaml": documents([org(i, parent="bureau") for i in range(n)] + [leader(i, portfolio=f"[o-{i}]") for i in range(n)]
                                + [finding(i, org=f"o-{i}") for i in range(n)] + [case(i) for i in range(n)]
                                + [report(i, item("d-0"), by=f"p-{i}") for i in range(n)] + [duty(0)])}


@shape(400)
def measures_wanted_and_given(n):
    return {"d.yaml": duty(0, owner="head") + "requires:\n  measures:\n" + measures(n + 1, 4),
            "r.yaml": report(0, item("d-0", review="{decision: approved, date: 2018-07-02, by: head}") + "    measures:\n" + measures(n + 1, 6, "n"))}


@shape(400)
def items_against_measures(n):
    return {"d.yaml": duty(0, owner="head") + "requires:\n  measures:\n" + measures(1000, 4),
            "r.yaml": report(0, item("d-0", review="{decision: approved, date: 2018-07-02, by: head}") * (n // 20 + 1))}


@shape(600)
def misspelt_kinds(n):
    return {"x.yaml": documents([f"kind: finidng{i}\nid: f-{i}\n" for i in range(n + 300)])}


@shape(300)
def misspelt_words_and_fields(n):
    return {"x.yaml": documents([finding(i, source=f"dialy{i}", fuond="2018-06-01") for i in range(n + 300)])}


@shape(250, "check", "--diff")
def dates_to_mend(n):
    return {"x.yaml": documents([finding(i, found="2018-6-1") for i in range(n + 300)])}


@shape(250, "check", "--diff")
def unseen_characters_to_delete(n):
    return {"x.yaml": finding(0, text="|\n" + "  a\u200bb c\n" * (n + 300))}


@shape(250, "check", "--diff")
def tabs_to_mend(n):
    return {"x.yaml": finding(0) + "events:\n" + "\t- {date: 2018-06-02, what: assigned}\n" * (n + 30)}


@shape(30000)
def lone_returns(n):
    return {"x.yaml": b"\r" * (n + 1)}


@shape(60000)
def bad_bytes(n):
    return {"x.yaml": b"a: \xff\x01" * (n // 5 + 1)}


@shape(40, "score", "2018-q2")
def rows_of_the_policy(n):
    return {"m-policy.yaml": POLICY + "incidents:\n" + "  - {when: {kind: case}, points: 1}\n" * (n + 1),
            "x.yaml": documents([case(i) for i in range(50)] + [duty(0, owner="bureau")])}


@shape(400, "score", "2018-q2")
def cases_of_the_rows(n):
    return {"m-policy.yaml": POLICY + "incidents:\n" + "  - {when: {kind: case}, points: 1}\n" * 5,
            "x.yaml": documents([case(i) for i in range(n)] + [duty(0, owner="bureau")])}


@shape(400, "score", "2018-q2")
def persons_of_a_case(n):
    return {"m-policy.yaml": POLICY + "incidents:\n  - {when: {kind: case}, points: 1}\n", "l.yaml": documents([leader(i) for i in range(n + 1)]),
            "x.yaml": duty(0) + "---\n" + case(0) + "persons:\n" + "".join(f"  - {{leader: p-{i}, rank: other}}\n" for i in range(n + 1))}


@shape(100, "status", "2018-q2")
def owners_of_a_duty(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(i) for i in range(5)])}


@shape(100, "status", "2018-q2")
def duties_of_owners(n):
    return {"x.yaml": documents([leader(i) for i in range(5)] + [duty(i) for i in range(n)])}


@shape(2000, "status", "2018-q2")
def a_long_title(n):
    return {"x.yaml": documents([leader(i) for i in range(20)] + [duty(0, title="T" * (n + 1))])}


@shape(50, "score", "2018-q2", "--explain", "--format", "json")
def ledgers(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(i) for i in range(5)])}


@shape(100, "letter", "2018-q2", "--all")
def letters(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(i) for i in range(5)])}


@shape(100, "letter", "2018-q2", "--leader", "head", "--format", "json")
def items_of_a_letter(n):
    return {"x.yaml": documents([duty(i, owner="head") for i in range(n)])}


@shape(100, "letter", "2018-q2", "--leader", "head")
def tags_of_a_template(n):
    return {"x.yaml": documents([duty(i, owner="head") for i in range(20)]),
            "templates/notice.md.mustache": "{{#duty}}{{#items}}" + "{{text}}" * (n + 1) + "{{/items}}{{/duty}}"}


@shape(400, "letter", "2018-q2", "--org", "bureau", "--type", "advice", "--allow-errors")
def risk_points_and_findings(n):
    return {"a-org.yaml": hostile.SOUND["a-org.yaml"] + "risk_points:\n" + "  - {text: R, category: funds}\n" * (n // 2 + 1),
            "x.yaml": documents([finding(i) for i in range(n + 1)])}


@shape(300, "letter", "2018-q2", "--all", "--type", "bulletin", "--allow-errors")
def names_to_hide(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [case(i, title=f"N{i} N{i + 1}") for i in range(n)])}


@shape(150)
def leaders_in_charge_of_findings(n):
    return {"x.yaml": documents([leader(i, portfolio="[bureau]") for i in range(n)] + [finding(i) for i in range(n)])}


@shape(150, "status", "2018-q2", "--allow-errors")
def status_of_leaders_in_charge(n):
    return {"x.yaml": documents([leader(i, portfolio="[bureau]") for i in range(n)] + [finding(i, deadline="2018-06-10") for i in range(n)])}


@shape(300)
def leaders_who_have_left(n):
    return {"b-leader.yaml": hostile.SOUND["b-leader.yaml"].replace("portfolio: [bureau]\n", ""),
            "x.yaml": documents([leader(i, portfolio="[bureau]", until="2018-01-01") for i in range(n)] + [finding(i) for i in range(n)])}


@shape(300)
def a_long_portfolio_and_its_findings(n):
    return {"b-leader.yaml": hostile.SOUND["b-leader.yaml"].replace("[bureau]", "[bureau, " + ", ".join(f"o-{i}" for i in range(n + 1)) + "]"),
            "x.yaml": documents([org(i) for i in range(n + 1)] + [finding(i, org=f"o-{i}", leader="head") for i in range(n)])}


@shape(200)
def units_of_an_inspection_and_its_findings(n):
    rows = "briefings:\n" + "".join(f"  - {{unit: o-{i}, leader: head, leader_date: 2018-05-01}}\n" for i in range(n + 1))
    return {"x.yaml": documents([org(i, parent="bureau") for i in range(n + 1)] + [inspection([f"o-{i}" for i in range(n + 1)], rows)]
                                + [finding(i, org=f"o-{i}", source="inspection", inspection="i") for i in range(n)])}


@shape(200)
def findings_below_many_units(n):
    return {"x.yaml": documents([org(0, parent="bureau")] + [org(i, parent=f"o-{i - 1}") for i in range(1, 100)] + [finding(i, org="o-99") for i in range(n)])}


@shape(300)
def policies_and_filings(n):
    return {"x.yaml": documents([record("policy", f"x-{i}", title="P", from_=f"{1900 + i // 12 % 90}-{i % 12 + 1:02}-01", until=f"{1900 + i // 12 % 90}-{i % 12 + 1:02}-02", full=100,
                                        deductions="{unreported: 1, returned: 0.5, late: 0.2}", bands="[{name: A, from: 0}]") for i in range(n)]
                                + [record("filing", f"g-{i}", org="bureau", event="E", date="2018-05-01", amount=1) for i in range(n)])}


@shape(300)
def catalogue_and_items(n):
    both = "catalogues: {principal: [" + ", ".join(f"{{id: u-{i}, title: T}}" for i in range(n + 1)) + "]}\n"
    return {"m-policy.yaml": POLICY + both, "d.yaml": documents([duty(i, owner="head", category=f"u-{i}", cadence="half-yearly") for i in range(n + 1)]),
            "r.yaml": report(0, "".join(item(f"d-{i}") for i in range(n)) + item("d-0"), period="2018-h1", to="bureau")}


@shape(400)
def lines_of_work(n):
    return {"m-policy.yaml": POLICY + "lines: [" + ", ".join(f"线{i}" for i in range(n + 1)) + "]\n",
            "x.yaml": documents([finding(i, line=f"线{i}") for i in range(n)] + [finding(i + n, line=f"条{i}") for i in range(n)])}


@shape(200)
def spot_checks_and_items(n):
    return {"x.yaml": documents([duty(i, owner="head") for i in range(n + 1)] + [report(0, "".join(item(f"d-{i}") for i in range(n + 1)))]
                                + [finding(i, source="spot-check", target=f"{{report: r-0, duty: d-{i}, verdict: perfunctory}}") for i in range(n)])}


@shape(200)
def days_of_work(n):
    years = documents([record("calendar", f"y-{year}", year=year, holidays="[]", workdays="[]") for year in range(2018, 2034)])
    return {"m-policy.yaml": POLICY + "filing: {threshold: 1, within: +3660wd}\n", "y.yaml": years,
            "x.yaml": documents([record("filing", f"g-{i}", org="bureau", event="E", date="2018-05-01", amount=5) for i in range(n)])}


# From fewer on, each text is compared with all others; from so many on, with as many as there may be.
@shape(60)
def texts_that_are_nearly_copies(n):
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
    body = [text[i % 22] + text[(i * 7) % 22] + text[(i * 11 + i // 22) % 22] for i in range(60)]
    own = [chr(0x4E00 + (n * 37 + i * 101) % 20000) for n in range(n + 1) for i in range(60)]
    return {"x.yaml": documents([leader(i) for i in range(n + 1)] + [duty(0)]
                                + [report(i, item("d-0", content="".join(body) + "".join(own[60 * i:60 * i + 60])), by=f"p-{i}") for i in range(n + 1)])}


@shape(300)
def attachments_that_are_missing(n):
    return {"x.yaml": duty(0) + "---\n" + report(0, item("d-0", attachments="[" + ", ".join(f"files/{i}.pdf" for i in range(n + 1)) + "]"))}


@shape(300)
def a_draw(n):
    pool = ", ".join(f"p-{i}" for i in range(n + 1))
    return {"l.yaml": documents([leader(i) for i in range(n + 1)]),
            "x.yaml": record("draw", "w", period="2018-q2", pool=f"[{pool}]", count=1, seed="s", drawn="[p-0]", held="2018-07-01")}


@shape(200)
def waivers(n):
    return {"x.yaml": documents([finding(i) for i in range(n)]
                                + [record("waiver", f"w-{i}", rule="ZS403", record=f"f-{i}", reason="R", by="head", until="2018-12-31") for i in range(n)])}


@shape(100)
def globs_and_files(n):
    return {"zsup.yaml": hostile.SOUND["zsup.yaml"] + "ignore:\n" + "".join(f"  - \"*a*b*{i}*/**\"\n" for i in range(50)),
            **{f"deep/{i}-aaaaaaaaaaaaaaaaaaaaab.yaml": org(i) for i in range(n)}}


@shape(2000)
def a_line_of_mistakes(n):
    return {"x.yaml": finding(0, categories="[" + "x, " * (n // 3 + 200) + "y]")}


@shape(2000, "check", "--format", "sarif")
def a_line_of_mistakes_in_sarif(n):
    return a_line_of_mistakes(n)


@shape(2000, "check", "--format", "junit")
def a_line_of_mistakes_in_junit(n):
    return a_line_of_mistakes(n)


@shape(400, "list", "report", "--format", "json")
def measures_in_json(n):
    return {"x.yaml": duty(0) + "---\n" + report(0, item("d-0") + "    measures:\n" + measures(n + 1, 6))}


@shape(400, "stats", "2018-q2", "--explain", "--format", "json")
def figures_with_their_records(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(0)])}


@shape(200, "remind", "2018-q2")
def reminders(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(0)])}


@shape(150, "trend")
def trends(n):
    return {"x.yaml": documents([leader(i) for i in range(n)] + [duty(0)])}


@shape(20000)
def digits_and_marks(n):
    return {"x.yaml": finding(0, text="|\n  " + "密1380 机密 " * (n // 10 + 1))}


@shape(20000)
def a_long_text(n):
    return {"x.yaml": finding(0, text="字" * (n + 1))}


def lay(folder, files):
    for name, content in {**hostile.SOUND, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def counted(folder, words):
    """Instructions of a command; its exit code is 0 or 1."""
    run = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", ZSUP, "-C", folder, "-j", "1", "--lang", "en", *words],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    said = run.stderr.decode(errors="replace")
    found = re.search(r"I\s+refs:\s+([\d,]+)", said)
    if run.returncode not in (0, 1) or not found:
        raise AssertionError(f"exit code {run.returncode}: {said[-1500:]}")
    return int(found[1].replace(",", ""))


class Measured:
    """A shape at nothing, once and twice."""

    def __init__(self, name):
        self.name = name
        size, make, words = SHAPES[name]
        self.instructions, self.megabytes, self.error = [], [], None
        try:
            for count in (0, size, 2 * size):
                with tempfile.TemporaryDirectory() as holder:
                    folder = Path(holder)
                    lay(folder, make(count))
                    self.instructions.append(counted(folder, words))
                    # By a small program: the kernel counts what the parent of a process held when it began.
                    starter = Starter()
                    self.megabytes.append(starter.run(ZSUP, "-C", folder, "-j", "1", *words).megabytes)
                    starter.close()
        except AssertionError as error:
            self.error = error

    @property
    def growth(self):
        nothing, once, twice = self.instructions
        return (twice - nothing) / max(once - nothing, SLACK)

    @property
    def growth_of_memory(self):
        nothing, once, twice = self.megabytes
        return (twice - nothing) / max(once - nothing, 8)


class Products(unittest.TestCase):
    def test_doubled(self):
        if shutil.which("valgrind") is None:
            not_tested(self, "growth of what a register costs: instructions are counted by valgrind, which is not installed (apt-get install valgrind)")
        if not hostile.MEASURED:
            not_tested(self, "growth of what a register costs, in a program that is watched")
        with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            for one in pool.map(Measured, SHAPES):
                with self.subTest(one.name):
                    self.assertIsNone(one.error)
                    self.assertLessEqual(one.growth, GROWTH, one.instructions)
                    self.assertLessEqual(one.growth_of_memory, GROWTH, one.megabytes)
                if "--figures" in FIGURES:
                    print(f"{one.name:45} {one.growth:5.2f} {one.instructions}  {one.growth_of_memory:5.2f} {[round(each) for each in one.megabytes]}", file=sys.stderr)


FIGURES = [word for word in sys.argv if word == "--figures"]


class Bounds(unittest.TestCase):
    """What a small register asks for beyond all bounds is told, by every command, and is neither worked out nor written."""

    register = hostile.Hostile.register

    def beyond(self, files, *words, place=None, told=True, code=1):
        folder = self.register(files, other=False)
        out = folder.parent / "out"
        run = hostile.Run(folder, *words, *(() if words[0] == "check" else ("-o", out)))
        self.assertEqual(code, run.exit, run.err[-600:])
        if told:
            said = run.err.decode() + run.out.decode()
            self.assertIn("ZS009", said)
            self.assertIn(place or "", said)
            self.assertFalse(out.exists())
        if hostile.MEASURED:
            self.assertLessEqual(run.seconds, hostile.SECONDS)
            self.assertLessEqual(run.megabytes, hostile.MEGABYTES)

    def test_rows_of_the_policy_by_cases(self):
        rows = "incidents:\n" + "  - {when: {kind: case}, points: 1}\n" * 500
        self.beyond({"m-policy.yaml": POLICY + rows, "x.yaml": documents([case(n) for n in range(5000)] + [duty(0, owner="bureau")])}, "score", "2018-q2", place="x.yaml:")

    def test_leaders_by_cases(self):
        persons = "[{name: A, rank: other, measure: party-warning, date: 2018-05-01, by: bureau}]"
        files = {"x.yaml": documents([case(n, persons=persons) for n in range(600)] + [leader(n, portfolio="[bureau]") for n in range(600)])}
        self.beyond(files, "letter", "2018-q2", "--all", "--type", "briefing")
        self.beyond(files, "letter", "2018-q2", "--all", "--type", "briefing", "--format", "json")

    def test_a_long_title_by_owners(self):
        files = {"x.yaml": documents([leader(n) for n in range(200)] + [duty(0, title="T" * 4_000_000)])}
        for words in (("status", "2018-q2"), ("score", "2018-q2", "--explain"), ("remind", "2018-q2"), ("letter", "2018-q2", "--all"), ("status", "2018-q2", "--format", "json"),
                      ("stats", "2018-q2", "--explain"), ("remind", "2018-q2", "--format", "json")):
            with self.subTest(words):
                self.beyond(files, *words)

    def test_a_template_by_long_texts(self):
        template = "{{#duty}}{{#items}}" + "{{text}}" * 4000 + "{{/items}}{{/duty}}"
        self.beyond({"x.yaml": duty(0, owner="head", title="T" * 4_000_000), "templates/notice.md.mustache": template}, "letter", "2018-q2", "--leader", "head")

    def test_sections_of_a_template_by_items(self):
        template = "{{#duty}}{{#items}}{{/items}}{{/duty}}" * 1500
        self.beyond({"x.yaml": documents([duty(n, owner="head") for n in range(10000)]), "templates/notice.md.mustache": template}, "letter", "2018-q2", "--leader", "head")

    def test_leaders_by_findings(self):
        files = {"x.yaml": documents([leader(n, portfolio="[bureau]") for n in range(2000)] + [finding(n, deadline="2018-06-10") for n in range(20000)])}
        self.beyond(files, "status", "2018-q2", "--allow-errors", told=False)
        self.beyond(files, "status", "2018-q2", "--allow-errors", "--format", "json", told=False)
        self.beyond(files, "letter", "2018-q2", "--allow-errors", "--all", "--type", "briefing")

    def test_a_letter_of_very_many_items(self):
        def files(many):
            return {f"x{part}.yaml": documents([finding(n, text=f"Problem {n} " * 8, deadline="2018-06-10") for n in range(part, many, 9)]) for part in range(9)}

        self.beyond(files(150_000), "letter", "2018-q2", "--leader", "head", "--format", "json")
        for words in (("--leader", "head"), ("--org", "bureau", "--type", "advice"), ("--leader", "head", "--format", "json")):
            with self.subTest(words):
                self.beyond(files(25_000), "letter", "2018-q2", *words, told=False, code=0)

    def test_a_long_name_by_findings(self):
        files = {"a-org.yaml": hostile.SOUND["a-org.yaml"].replace("Bureau", "B" * 1_000_000), "x.yaml": documents([finding(n, deadline="2018-06-10") for n in range(1000)])}
        for words in (("status", "2018-q2"), ("letter", "2018-q2", "--org", "bureau", "--type", "advice"), ("letter", "2018-q2", "--leader", "head")):
            with self.subTest(words):
                self.beyond(files, *words)

    def test_more_than_a_list_takes(self):
        for name, text in (("m-policy.yaml", POLICY + "incidents:\n" + "  - {when: {kind: case}, points: 1}\n" * 1001),
                           ("x.yaml", duty(0) + "requires:\n  measures:\n" + measures(100_000, 4)), ("x.yaml", finding(0, categories="[" + "work, " * 2001 + "funds]"))):
            with self.subTest(name):
                self.beyond({name: text}, "check", place=name)

    def test_measures_by_measures(self):
        """100,000 that a duty asks for, and as many that a report gives."""
        self.beyond({"d.yaml": duty(0, owner="head") + "requires:\n  measures:\n" + measures(100_000, 4),
                     "r.yaml": report(0, item("d-0", review="{decision: approved, date: 2018-07-02, by: head}") + "    measures:\n" + measures(100_000, 6, "n"))}, "check", place="d.yaml")

    def test_mistakes_to_mend(self):
        """Twenty thousand in a megabyte, mended in one run; many of one document, too."""
        for text in (documents([finding(n, found="2018-6-1") for n in range(10000)]), finding(0, text="|\n" + "  a\u200bb\u200bc\n" * 20000),
                     finding(0) + "events:\n" + "\t- {date: 2018-06-02, what: assigned}\n" * 10000):
            folder = self.register({"x.yaml": text}, other=False)
            run = hostile.Run(folder, "check", "--diff", timeout=60)
            self.assertEqual(1, run.exit)
            self.assertNotIn(b"run it again", run.err)
            if hostile.MEASURED:
                self.assertLessEqual(run.seconds, hostile.SECONDS)
                self.assertLessEqual(run.megabytes, hostile.MEGABYTES)

    def test_more_mistakes_than_one_run_mends(self):
        """Fifty thousand are mended, and that there may be more is said; the next run mends the rest, and says nothing of it."""
        for text in (finding(0, text="|\n" + "  a\u200bb\n" * 60000), finding(0) + "x-a: [" + "b,\u00a0" * 60000 + "c]\n"):
            folder = self.register({"x.yaml": text}, other=False)
            first, second = (hostile.Run(folder, "--lang", "en", "check", "--fix", timeout=60) for _ in range(2))
            self.assertRegex(first.err.decode(), r"corrected 50[0-9]{3} places in 1 file; that is as much as one run corrects, and there may be more: run it again")
            self.assertRegex(second.err.decode(), r"corrected 9[0-9]{3} places|corrected 10000 places")
            self.assertNotIn(b"run it again", second.err)
            self.assertEqual(0, second.exit)
            if hostile.MEASURED:
                self.assertLessEqual(first.seconds, hostile.SECONDS)
                self.assertLessEqual(first.megabytes, hostile.MEGABYTES)

    def test_tabs_are_mended_all_or_none(self):
        """How deep a tab was meant to indent is certain only where nothing is indented by blanks: half mended, the rest could not be."""
        for lines, code in ((20000, 0), (60000, 1)):
            text = finding(0) + "x-a:\n" + "\t- b\n" * lines
            folder = self.register({"x.yaml": text}, other=False)
            run = hostile.Run(folder, "--lang", "en", "check", "--fix", timeout=60)
            self.assertEqual(code, run.exit, run.err[-300:])
            left = (folder / "x.yaml").read_text("utf-8")
            self.assertEqual(text if code else text.replace("\t", "  "), left)

    def test_a_seed_by_those_who_may_be_drawn(self):
        pool = ", ".join(f"p-{n}" for n in range(3000))
        self.beyond({"l.yaml": documents([leader(n) for n in range(3000)]),
                     "x.yaml": record("draw", "w", period="2018-q2", pool=f"[{pool}]", count=1, seed="s" * 2_000_000, drawn="[p-0]", held="2018-07-01")},
                    "check", told=False)

    def test_patterns_by_names(self):
        """Two hundred patterns of 120 question marks, held against long names."""
        patterns = "ignore:\n" + "".join(f"  - \"*{'?' * 120}b{n}\"\n" for n in range(200))
        self.beyond({"zsup.yaml": hostile.SOUND["zsup.yaml"] + patterns, **{f"{'a' * 240}{n}.yaml": org(n) for n in range(3000)}}, "check", place="zsup.yaml", code=2)

    def test_a_long_cell_in_many_lines(self):
        folder = self.register({"x.yaml": documents([finding(0, line="L" * 300_000)] + [finding(n) for n in range(1, 3000)])}, other=False)
        for form in ("table", "md", "csv", "json"):
            run = hostile.Run(folder, "list", "finding", "--format", form, "--columns", "line,org,found")
            self.assertEqual(0, run.exit, run.err[-300:])
            self.assertLess(len(run.out), 50_000_000)
            if hostile.MEASURED:
                self.assertLessEqual(run.seconds, hostile.SECONDS)
                self.assertLessEqual(run.megabytes, hostile.MEGABYTES)

    def test_words_of_a_template_by_items(self):
        for words in (("--format", "json"), ("--format", "csv"), ("--format", "md")):
            self.beyond({"x.yaml": documents([leader(n) for n in range(100)] + [duty(n) for n in range(100)]),
                         "templates/notice.md.mustache": "{{#duty}}{{#items}}" + "x" * 60_000 + "{{/items}}{{/duty}}"}, "letter", "2018-q2", "--all", *words)

    def test_mistakes_of_many_files(self):
        """Two thousand files of two hundred mistakes each: the first thirty thousand are told, and that the rest was not read."""
        files = {f"x-{n}.yaml": finding(n, categories="[" + ", ".join(f"c{i}" for i in range(200)) + "]") for n in range(2000)}
        for form in ("text", "json", "sarif"):
            self.beyond(files, "check", "--format", form, place="x-")

    def test_broken_rules_of_many_files(self):
        """The same of what is read well and breaks rules."""
        events = "events:\n" + "".join(f"  - {{date: 2018-06-{9 - n % 2:02}, what: closed}}\n" for n in range(200))
        self.beyond({f"x-{n}.yaml": finding(n) + events for n in range(1000)}, "check", place="x-")

    def test_returns_without_line_feeds(self):
        self.beyond({"x.yaml": b"\r" * (60 << 20)}, "check", told=False)


if __name__ == "__main__":
    sys.argv = [word for word in sys.argv if word != "--figures"]
    unittest.main()
