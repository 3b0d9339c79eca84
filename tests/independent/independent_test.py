#!/usr/bin/env python3
"""A second computation of scores, states, figures and notices, held against the program.

The modules beside this file were written from the description of records and commands alone. They read the examples and two
hundred generated registers, work everything out again with exact fractions, and compare each value that `score`, `status`,
`stats` and `letter` print as JSON. More or other registers: ZSUP_INDEPENDENT_SEEDS=1000:2000. One to look at:
`python3 tests/independent/generator.py SEED FOLDER`.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from comparison import COMMANDS, Refused, compare, run, words  # noqa: E402
from facts import CHAIN, LIGHTS, Facts  # noqa: E402
from generator import Generator  # noqa: E402
from register import Register  # noqa: E402
from score import scores  # noqa: E402
from stats import statistics  # noqa: E402
from values import date, period, terminates  # noqa: E402

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
FIRST, LAST = map(int, os.environ.get("ZSUP_INDEPENDENT_SEEDS", "0:200").split(":"))

# (period, as-of date or None for the register's own) by example. Every kind of period, before, on and after its last day.
EXAMPLES = {
    "starter": [("2018-q2", None), ("2018-q2", "2018-06-30"), ("2018-q2", "2018-07-03"), ("2018-h1", None), ("2018", None), ("2018-06", None)],
    "township": [("2018-q2", None), ("2018-q2", "2018-07-05"), ("2018-05", "2018-06-01"), ("2018-h1", None), ("2018", None), ("2018-q3", None)],
    "county": [("2018-h2", None), ("2018-h1", "2018-07-10"), ("2018", None), ("2018-12", None), ("2018-q4", "2018-12-31")],
    "district": [("2018-q2", None), ("2018-05", None), ("2018-h1", "2018-06-30"), ("2018", "2018-07-09"), ("2018-q2", "2018-07-06")],
    "city": [("2018-h1", None), ("2018-q1", "2018-04-20"), ("2018", None), ("2018-06", None), ("2017", None)],
}
PERIODS = ("2018", "2018-h1", "2018-h2", "2018-q1", "2018-q2", "2018-q3", "2018-q4", "2018-02", "2018-06", "2018-12")
AS_OF = (None, None, None, "2018-06-30", "2018-07-03", "2018-09-30", "2018-02-28")


# What the generated registers must have among them, or the comparison would say less than it seems to.
CORNERS = {*LIGHTS, *CHAIN, "open", "made good", "still late", "no score", "place shared", "veto", "not terminating", "weighted", "two policies",
           "unreported", "late", "spot-check", "incident", "bonus", "bonus-cap", "floor", "cap", "quarter", "left in the year", "nobody yet",
           "hit alone", "no policy", "full marks differ", "hand-over", "on_time", "supplementary", "missing", "reply overdue", "case leads back", "recovered", "corrected", "overdue finding", "by line", "by ancestor"}


def corners(facts: Facts, within) -> set:
    """Which of them a register reaches in a period."""
    owed, cards = facts.obligations(within), scores(facts, within)
    reached = {each.state for each in owed} | {facts.state(finding) for finding in facts.findings()}
    reached |= {line[1] for card in cards for line in card.ledger}
    figures = statistics(facts, within, words(ZSUP))
    reached |= {key for key, count in figures["filings"].items() if count}
    findings, policies = facts.findings(), facts.records["policy"]
    for corner, is_there in (
            ("made good", any(each.state == "approved" and each.item.get("earlier") for each in owed)),
            ("still late", any(each.late and each.state == "returned" for each in owed)),
            ("no score", any(card.score is None for card in cards)), ("veto", any(card.veto for card in cards)),
            ("place shared", len({(card.kind, card.place) for card in cards if card.place}) < sum(card.place is not None for card in cards)),
            ("not terminating", any(not terminates(line[0]) for card in cards for line in card.ledger)),
            ("weighted", any(policy.get("method") == "weighted" for policy in policies)), ("two policies", len(policies) > 1),
            ("left in the year", any(leader.get("until") for leader in facts.records["leader"])),
            ("nobody yet", any(not facts.owners(duty, within.end) for duty in facts.records["duty"])),
            ("hit alone", any(card.score is not None and not card.counts["indicators"] for card in cards)),
            ("no policy", owed and not facts.policy(within.end)),
            ("full marks differ", len(within.name) == 4 and len({policy["full"] for policy in policies}) > 1),
            ("hand-over", any(finding.get("leader") not in (None, facts.answers(finding)) for finding in findings)),
            ("reply overdue", figures["letters"]["overdue"]), ("corrected", figures["campaigns"]["corrected"]),
            ("case leads back", any(case["clue"].get("source") for case in facts.records["case"])),
            ("recovered", figures["amount"]["recovered"] != "0.00"),
            ("overdue finding", any(facts.overdue_days(finding) for finding in findings)),
            ("by line", any(finding.get("line") for finding in findings)), ("by ancestor", any(finding["org"] == "station" for finding in findings))):
        if is_there:
            reached.add(corner)
    return reached


def generated(seed: int):
    """(differences found in one generated register, corners reached)"""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "register"
        Generator(seed, ZSUP).write(folder)
        checked = subprocess.run([ZSUP, "-C", folder, "check", "--format", "json"], capture_output=True, timeout=60)
        if checked.returncode:
            return [f"seed {seed}: check: {checked.stdout.decode()}{checked.stderr.decode()}"], set()
        register, choice = Register(folder, ZSUP), random.Random(seed)
        found, reached = [], set()
        for command in COMMANDS:
            name, as_of = choice.choice(PERIODS), choice.choice(AS_OF)
            found += [f"seed {seed}: {difference}" for difference in compare(ZSUP, folder, register, command, name, as_of)]
            if command == "score":
                reached |= corners(Facts(register, date(as_of or register.settings["as_of"])), period(name))
        return found, reached


class Examples(unittest.TestCase):
    def test_examples(self):
        for example, spans in EXAMPLES.items():
            folder = REPOSITORY / "examples" / example
            register = Register(folder, ZSUP)
            for name, as_of in spans:
                for command in COMMANDS:
                    with self.subTest(f"{example}: {command} {name} --as-of {as_of}"):
                        self.assertEqual([], compare(ZSUP, folder, register, command, name, as_of))

    def test_what_was_published(self):
        """The figures of the report that the examples are modelled on, by this computation alone."""
        def facts(example):
            register = Register(REPOSITORY / "examples" / example, ZSUP)
            return Facts(register, date(register.settings["as_of"]))
        [card] = scores(facts("township"), period("2018-q2"))
        self.assertEqual((28, 24, 4, 22, 2, 97), (*(card.counts[key] for key in ("indicators", "reported", "unreported", "approved", "returned")), card.score))
        district = facts("district")
        notices = [district.notice_items(leader, period("2018-q2")) for leader in district.selected({"under": "district-committee"}, district.as_of)]
        self.assertEqual((19, 145), (len(notices), sum(len(duties) + len(findings) for duties, findings in notices)))
        city = statistics(facts("city"), period("2018-h1"), words(ZSUP))
        self.assertEqual((234, 52, 11, 12, {"cases": 2, "persons": 2}, 25),
                         (city["findings"]["by_source"]["inspection"], city["clues"], city["cases"]["total"], city["cases"]["persons"],
                          city["cases"]["by_rank"]["county"], city["filings"]["supplementary"]))


class Generated(unittest.TestCase):
    def test_generated(self):
        with ProcessPoolExecutor(2) as pool:
            results = list(pool.map(generated, range(FIRST, LAST), chunksize=5))
        found = [difference for differences, _ in results for difference in differences]
        self.assertEqual([], found[:40], f"{len(found)} differences")
        if LAST - FIRST >= 200:
            self.assertEqual(set(), CORNERS - set().union(*(reached for _, reached in results)))


POLICY = """kind: policy
id: {id}
title: Policy
from: {first}
{until}full: {full}
deductions: {{unreported: {unreported}, returned: 0.5, late: 0.2}}
bands: [{{name: A, from: 0}}]
"""
BUREAU = """kind: org
id: bureau
name: Bureau
type: department
---
kind: duty
id: visits
title: Visit the units
category: education
owner: bureau
cadence: {cadence}
due: +1d
weight: {weight}
"""


class Small(unittest.TestCase):
    """A register of a few records, one for each test."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def register(self, *documents, as_of="2019-02-28"):
        (self.folder / "zsup.yaml").write_text(f"name: Register\nlang: en\nas_of: {as_of}\n")
        (self.folder / "records.yaml").write_text("---\n".join(documents))
        return self.folder


class Refusals(Small):
    def test_missing_calendar(self):
        """A missing year leaves open what needs a date of it, and nothing else: never a guess, and never a stop."""
        calendar = "kind: calendar\nid: calendar-2018\nyear: 2018\nholidays: [2018-01-01]\nworkdays: [2018-02-11]\n"
        folder = self.register(BUREAU.format(cadence="quarterly", weight=1).replace("+1d", "+5wd"), calendar,
                               POLICY.format(id="policy", first="2018-01-01", until="", full=100, unreported=1))
        for as_of in ("2019-02-28", "2019-01-02"):
            scored = run(ZSUP, folder, "score", "2018-q4", as_of=as_of)
            self.assertEqual((["2018-q4"], [None]), (scored["without_calendar"], [one["score"] for one in scored["subjects"]]))
            self.assertEqual(["99"], [one["score"] for one in run(ZSUP, folder, "score", "2018-q2", as_of=as_of)["subjects"]])
            figures = run(ZSUP, folder, "stats", "2018-q4", as_of=as_of)["reports"]
            self.assertEqual((1, 1, None, None), tuple(figures[key] for key in ("indicators", "unreported", "overdue", "late")))
            with self.assertRaises(Refused):
                run(ZSUP, folder, "remind", "2018-q4", as_of=as_of)
            run(ZSUP, folder, "remind", "2018-q2", as_of=as_of)


class Differences(Small):
    """What the program once did otherwise than the documents say."""

    def test_condition_that_matches_nothing(self):
        """A policy row for filings is accepted by `check` and never matched."""
        policy = POLICY.format(id="policy", first="2018-01-01", until="", full=100, unreported=1)
        policy += "incidents: [{when: {kind: filing}, points: 13}]\n"
        filing = "kind: filing\nid: fair\norg: bureau\nevent: Fair\ndate: 2018-05-05\namount: 10\n"
        folder = self.register(BUREAU.format(cadence="quarterly", weight=1), policy, filing)
        if subprocess.run([ZSUP, "-C", folder, "check"], capture_output=True).returncode == 0:
            [subject] = run(ZSUP, folder, "score", "2018-q2")["subjects"]
            self.assertIn("fair", [line["record"] for line in subject["ledger"]])

    def test_every_finding_in_a_notice(self):
        """"A finding stands in exactly one notice": whoever came into office after the period's last day is left out by --all."""
        folder = REPOSITORY / "examples" / "district"
        register = Register(folder, ZSUP)
        facts = Facts(register, date(register.settings["as_of"]))
        printed = [item["record"] for letter in run(ZSUP, folder, "letter", "2018-q1", "--all")["letters"] for item in letter["items"]]
        for finding in facts.findings():
            if facts.state(finding) != "closed" and facts.answers(finding) in facts.selected({"under": "district-committee"}, facts.as_of):
                self.assertEqual(1, printed.count(finding["id"]), finding["id"])

    def test_notice_without_policy(self):
        """Where no policy is in force letters go to everyone who has items, and ask for no reply."""
        letters = run(ZSUP, REPOSITORY / "examples" / "city", "letter", "2017", "--all")["letters"]
        self.assertTrue(letters)
        self.assertEqual({None}, {letter["reply_by"] for letter in letters})

    def test_year_over_different_full_marks(self):
        """"A year is the mean of its quarters": 99 of 100 and three times 9 of 10 are not 10 of 10."""
        folder = self.register(BUREAU.format(cadence="quarterly", weight=1),
                               POLICY.format(id="old", first="2018-01-01", until="until: 2018-03-31\n", full=100, unreported=1),
                               POLICY.format(id="new", first="2018-04-01", until="", full=10, unreported=1))
        [subject] = run(ZSUP, folder, "score", "2018")["subjects"]
        self.assertNotEqual("10", subject["score"])

    def test_mean_that_terminates(self):
        """Only "a score that does not terminate is rounded": (4 x 100 - 0.0625) / 4 = 99.984375 terminates."""
        folder = self.register(BUREAU.format(cadence="yearly", weight=0.125), BUREAU.split("---\n")[1].format(cadence="quarterly", weight=0).replace("visits", "talks"),
                               POLICY.format(id="policy", first="2018-01-01", until="", full=100, unreported=0.5))
        [subject] = run(ZSUP, folder, "score", "2018")["subjects"]
        self.assertEqual("99.984375", subject["score"])


if __name__ == "__main__":
    unittest.main()
