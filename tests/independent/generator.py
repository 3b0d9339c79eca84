"""Writes small registers that are in order and full of corners: seeded, so that a failing one can be made again.

    python3 tests/independent/generator.py SEED FOLDER
"""

import json
import os
import random
import re
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from facts import Facts
from register import KINDS, resolve, schema
from values import Date, date, period

PLAIN = re.compile(r"[\w+./-]+(?: [\w+./-]+)*", re.ASCII)
CATEGORIES = ("party-leadership", "integrity", "eight-rules", "funds", "procurement", "work")
SOURCES = ("daily", "enforcement", "special-check", "petition", "audit", "self-check", "superior")
RANKS = ("bureau-deputy", "county-chief", "county-deputy", "township-chief", "township-deputy", "general", "other")
MEASURES = ("criticism", "admonition", "admonition", "party-warning", "party-warning", "gov-demerit", "party-removal", "transferred")
LINES = ("line one", "line two")
PAPERS = ("notice", "plan", "contracts", "participants", "exhibitors")


def flow(value) -> str:
    """YAML in flow style; text is plain where it can be, so that numbers and dates stay such."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = value.isoformat() if isinstance(value, Date) else str(value)
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def chinese(value, node, root):
    """The same record with Chinese keys and words."""
    for choice in resolve(node, root):
        if isinstance(value, dict) and "properties" in choice:
            fields = choice["properties"]
            spelt = {field["$ref"].rsplit("/", 1)[1]: key for key, field in fields.items()
                     if set(field) == {"$ref"} and "/properties/" in field["$ref"]}
            return {spelt.get(key, key): chinese(each, fields[key], root) for key, each in value.items()}
        if isinstance(value, list) and "items" in choice:
            return [chinese(each, choice["items"], root) for each in value]
        words = [word for word in choice.get("enum", []) if isinstance(word, str)]
        latin, other = [word for word in words if word.isascii()], [word for word in words if not word.isascii()]
        if isinstance(value, str) and value in latin and len(latin) == len(other):
            return other[latin.index(value)]
    return value


class Generator:
    def __init__(self, seed: int, zsup: str):
        self.random, self.zsup, self.seed = random.Random(seed), zsup, seed
        self.records = []
        self.as_of = self.random.choice((Date(2018, 7, 15), Date(2018, 10, 8), Date(2018, 12, 31), Date(2019, 2, 28), Date(2019, 3, 31)))
        self.count = 0

    # ---- small helpers

    def chance(self, percent) -> bool:
        return self.random.randrange(100) < percent

    def name(self, stem):
        self.count += 1
        return f"{stem}-{self.count}"

    def add(self, kind, **fields):
        record = {"kind": kind, **{key: value for key, value in fields.items() if value is not None}}
        self.records.append(record)
        return record

    def day(self, first, last):
        """A day of the span that is not after the register's last day, or None."""
        last = min(last, self.as_of)
        return first + timedelta(self.random.randrange((last - first).days + 1)) if last >= first else None

    def money(self):
        return self.random.choice(("12", "1.8万元", "99999.99", "0.01", "345.60", "2万元"))

    # ---- the parts of a register

    def calendars(self):
        for year in (2017, 2018, 2019):
            weekdays, weekends = [], []
            for _ in range(14):
                day = Date(year, 1, 1) + timedelta(self.random.randrange(365))
                (weekdays if day.weekday() < 5 else weekends).append(day)
            for near in (Date(year, 4, 5), Date(year, 7, 3), Date(year, 10, 1), Date(year, 1, 1)):
                (weekdays if near.weekday() < 5 else weekends).append(near)
            made_up = [Date(year, 7, 1) + timedelta(offset) for offset in range(9) if (Date(year, 7, 1) + timedelta(offset)).weekday() > 4]
            self.add("calendar", id=f"calendar-{year}", year=year, holidays=sorted(set(weekdays)), workdays=sorted({*weekends, *made_up[:2]}))

    def people(self):
        self.add("org", id="com", name="Com", type="party-committee", supervisor="cdi")
        self.add("org", id="cdi", name="Cdi", type="discipline-commission", parent="com")
        self.bureaus = [f"bureau-{number}" for number in range(1, self.random.randrange(3, 6))]
        for bureau in self.bureaus:
            self.add("org", id=bureau, name=bureau.title(), type="department", parent="com")
        self.add("org", id="station", name="Station", type="village", parent=self.bureaus[0])
        self.leaders = []
        self.serving("head", "com", "principal", ["com"], gap=False)
        self.serving("secretary", "cdi", self.random.choice(("principal", "member")), ["cdi"], gap=True)
        shares = [[], []]
        for place in [*self.bureaus, *LINES, *(["station"] if self.chance(50) else [])]:
            if self.chance(85):
                self.random.choice(shares).append(place)
        for number, share in enumerate(shares):
            self.serving(f"member-{number}", "com", "member", share, gap=True)
        self.serving("chief", self.bureaus[0], "other", [], gap=True)

    def serving(self, stem, org, role, portfolio, gap):
        """One leader, or one who leaves and one who succeeds, the next day or, where that may be, later."""
        fields = {"org": org, "post": "Post", "role": role, "portfolio": portfolio or None, "rank": self.random.choice((None, "county-deputy"))}
        since = self.random.choice((None, Date(2017, 1, 1)))
        if self.chance(50):
            leaves = Date(2018, 1, 1) + timedelta(self.random.randrange(300))
            if self.chance(30):
                leaves = self.random.choice((Date(2018, 3, 31), Date(2018, 6, 30), Date(2018, 6, 29), Date(2018, 9, 30)))
            self.leaders.append(self.add("leader", id=f"{stem}-former", name=f"{stem} former", until=leaves, **{**fields, "from": since}))
            if gap and self.chance(20):
                return
            since = leaves + timedelta(self.random.choice((1, 1, 10, 40)) if gap else 1)
        self.leaders.append(self.add("leader", id=stem, name=stem.title(), **{**fields, "from": since}))

    def policies(self):
        first = Date(2018, 4, 1) if self.chance(10) else Date(2017, 1, 1)       # a first quarter without one
        if self.chance(40):
            last = self.random.choice((Date(2018, 4, 30), Date(2018, 6, 30), Date(2018, 8, 15)))
            self.policy("policy-old", first, last)
            # Sometimes with a gap, and sometimes not at all, which is not written yet.
            if self.chance(85):
                self.policy("policy-new", last + timedelta(self.random.choice((1, 1, 1, 100))), None)
        else:
            self.policy("policy-only", first, None)

    def rows(self, reward):
        conditions = [{"kind": "action", "type": "interview"}, {"kind": "action"}, {"kind": "case", "measure": "party-warning"}, {"kind": "case"},
                      {"kind": "case", "category": "funds"}, {"kind": "finding", "category": "eight-rules"}, {"kind": "finding", "state": "closed"},
                      {"kind": "finding", "state": "returned"}, {"kind": "case", "measure": "admonition"}, {"kind": "clue"},
                      {"kind": "clue", "category": "integrity"}]
        if reward:
            conditions = [{"kind": "action", "type": "oral-report"}, {"kind": "action", "type": "briefing"}, {"kind": "finding", "state": "approved"}]
        chosen = self.random.sample(conditions, self.random.randrange(min(4, len(conditions)) + 1))
        return [{"when": each, "points": self.random.choice(("0", "0.25", "1", "3", "17.5"))} for each in chosen] or None

    def policy(self, identity, first, last):
        pick = self.random.choice
        full = pick(("100", "100", "10", "120", "99.99"))
        self.add("policy", id=identity, title="Policy", until=last, method=pick((None, "deduction", "weighted")), full=full,
                 deductions={key: value for key, value in (("unreported", pick(("0.5", "1", "30"))), ("returned", pick(("0.5", "0"))),
                                                           ("late", pick(("0.2", "0.1"))), ("spot_check", pick((None, "1", "2.5")))) if value},
                 incidents=self.rows(False), bonuses=self.rows(True), bonus_cap=pick((None, "0", "0.3", "2")),
                 vetoes=pick((None, [{"when": {"kind": "case", "measure": "party-warning"}, "band": "C"},
                                     {"when": {"kind": "case", "measure": pick(("party-removal", "transferred"))}, "band": "D"}])),
                 bands=[{"name": "A", "from": "9.5" if full == "10" else pick(("90", "9.5", "95"))}, {"name": "B", "from": "5"}, {"name": "C", "from": "2"},
                        {"name": "D", "from": "0"}],
                 warn=pick((None, ["10", "5"], ["3"], ["30", "7", "1"])), lines=list(LINES),
                 filing=pick((None, {"threshold": pick(("10万元", "100000.00", "50")), "within": pick(("+30d", "+5wd", "+1m"))})),
                 letters={"notice": {"to": pick(({"under": "com"}, {"role": "member", "under": "com"})), "reply": pick(("+10wd", "+10d"))}}, **{"from": first})

    def duties(self):
        owners = [{"under": "com"}, {"role": "member", "under": "com"}, {"role": "principal", "under": "com"}, "com", "station",
                  *self.bureaus, *(leader["id"] for leader in self.leaders)]
        for cadence in ("monthly", "quarterly", "quarterly", "half-yearly", "yearly", "once", "once", self.random.choice(("monthly", "quarterly"))):
            due = self.random.choice(("+10d", "+5wd", "+1m", "+0d", "+2m", "+1wd", "+12wd"))
            if cadence == "once":
                due = Date(2018, 1, 1) + timedelta(self.random.randrange(364))
            spans = {"from": self.random.choice((None, Date(2018, 1, 1), Date(2018, 2, 10), Date(2018, 3, 31))),
                     "until": self.random.choice((None, None, Date(2018, 12, 31), Date(2018, 9, 30), Date(2018, 9, 29)))} if self.chance(40) else {}
            if cadence == "once":
                spans = {}
            self.add("duty", id=self.name("duty"), title="Title", category=self.random.choice(("education", "conduct")), owner=self.random.choice(owners),
                     cadence=cadence, due=due, weight=self.random.choice((None, None, "2", "0.5", "0", "3")),
                     requires={"content": "true"} if self.chance(20) else None, **spans)

    def attempt(self, submitted, reviewer, decision):
        attempt = {"submitted": submitted, "content": self.random.choice(("done", "held 2", "three visits"))}
        reviewed = decision and self.day(submitted, submitted + timedelta(20))
        if reviewed:
            attempt["review"] = {"decision": decision, "by": reviewer, "date": reviewed}
            if decision == "returned":
                attempt["review"]["reason"] = "nothing specific"
        return attempt

    def reports(self, facts):
        """Items for the obligations of 2018 as they are derived; each report holds those that its period can answer."""
        made = {}
        for owed in facts.obligations(period("2018")):
            if self.chance(30):
                continue
            first = self.day(max(owed.due - timedelta(20), Date(2018, 1, 1)), owed.due + timedelta(self.random.choice((0, 0, 12))))
            if self.chance(15):
                first = owed.due + timedelta(self.random.choice((0, 1)))
            if not first or first > self.as_of:
                continue
            reviewer = "com" if (facts.by_id[owed.owner].get("org") or owed.owner) == "cdi" else "cdi"
            attempts = []
            for _ in range(self.random.choice((0, 0, 0, 1, 1, 2))):
                one = self.attempt(first, reviewer, "returned")
                following = self.day(one.get("review", {}).get("date", first) + timedelta(1), self.as_of)
                if "review" not in one or not following:
                    break
                attempts.append(one)
                first = self.day(one["review"]["date"] + timedelta(1), one["review"]["date"] + timedelta(25))
            item = {"duty": owed.duty["id"], **self.attempt(first, reviewer, self.random.choice((None, "approved", "approved", "approved", "returned")))}
            if attempts:
                item["earlier"] = attempts
            # A report of any period that ends within the obligation's own answers it.
            names = [owed.own.name]
            if owed.own.name.endswith(("q2", "h1")):
                names += ["2018-06", "2018-q2", "2018-h1"]
            if owed.own.name.endswith(("q4", "h2", "-12")) or len(owed.own.name) == 4:
                names += ["2018-12", "2018-q4", "2018-h2", "2018"]
            made.setdefault((owed.owner, self.random.choice(names)), []).append(item)
        for (owner, name), items in sorted(made.items()):
            self.add("report", id=self.name("report"), by=owner, period=name, items=items)

    def steps(self, first, needed, reaches):
        """Events in order from a day on, as far as they get and as time allows."""
        events, day = [], first
        for what in needed[:reaches]:
            day = self.day(day, day + timedelta(self.random.choice((0, 3, 30))))
            if not day:
                break
            events.append({"date": day, "what": what})
        return events

    def findings(self, facts):
        chain = ["submitted", "approved", "closed", "reopened", "in-progress", "submitted", "returned", "in-progress", "submitted"]
        places = ["com", "station", *self.bureaus]
        for _ in range(self.random.randrange(4, 9)):
            found = self.day(Date(2018, 1, 1), Date(2018, 11, 30))
            org = self.random.choice(places)
            middle = self.random.choice(([], ["in-progress"], ["in-progress", "submitted", "returned"], ["submitted", "returned", "in-progress"]))
            needed = ["assigned", *middle, *chain]
            # The leader in charge then may be named, and may have left since.
            named = facts.answers({"org": org}, found) if self.chance(40) else None
            self.finding(org, found, self.random.choice(SOURCES), self.steps(found, needed, self.random.randrange(len(needed) + 1)), leader=named)
        if self.chance(70):
            units = self.random.sample(self.bureaus, 2)
            starts = self.day(Date(2018, 1, 1), Date(2018, 4, 30))
            briefed, rows = {}, []
            for unit in units:
                leader_date = self.day(starts + timedelta(40), starts + timedelta(60))
                if not leader_date or self.chance(15):
                    continue
                leader = facts.answers({"org": unit}, leader_date)
                if not leader:
                    continue
                row = {"unit": unit, "leader": leader, "leader_date": leader_date}
                unit_date = self.day(leader_date, leader_date + timedelta(20))
                if unit_date and self.chance(75):
                    row["unit_date"] = unit_date
                briefed[unit] = row
                rows.append(row)
            round_id = self.name("round")
            self.add("inspection", id=round_id, name="Round", round=1, by="com", units=units, until=starts + timedelta(30), briefings=rows or None,
                     **{"from": starts})
            for unit in units:
                for _ in range(2):
                    found, row, events = self.day(starts, starts + timedelta(30)), briefed.get(unit), []
                    if row and self.chance(80):
                        claimed = self.day(row["leader_date"], row.get("unit_date", self.as_of))
                        events = [{"date": claimed, "what": "claimed"}] if claimed else []
                        if events and "unit_date" in row:
                            events += self.steps(max(claimed, row["unit_date"]), (["in-progress"] if self.chance(50) else []) + chain, self.random.randrange(8))
                    self.finding(unit, found, "inspection", events, inspection=round_id)
        tested = [(report, item) for report in self.records if report["kind"] == "report" for item in report["items"]]
        for report, item in self.random.sample(tested, min(len(tested), self.random.randrange(4))):
            found = self.day(max(item["submitted"], Date(2018, 1, 1)), self.as_of)
            self.finding("com", found, "spot-check", [], target={
                "report": report["id"], "duty": item["duty"], "verdict": self.random.choice(("genuine", "perfunctory", "formalistic", "false"))})

    def finding(self, org, found, source, events, **more):
        amount = self.random.choice((None, None, self.money()))
        if events and self.chance(15):
            events = events + [{"date": events[-1]["date"], "what": "published"}]
        self.add("finding", id=self.name("finding"), text="Text", source=source, categories=self.random.sample(CATEGORIES, self.random.choice((1, 2))),
                 org=org, found=found, deadline=found + timedelta(self.random.choice((0, 20, 90))) if self.chance(70) else None, amount=amount,
                 recovered=amount if amount and self.chance(50) else None, events=events or None,
                 line=self.random.choice((None, None, *LINES)), **more)

    def others(self):
        pick = self.random.choice
        findings = [record for record in self.records if record["kind"] == "finding"]
        people = [leader["id"] for leader in self.leaders]
        for _ in range(self.random.randrange(6)):
            clue = self.day(Date(2018, 1, 1), Date(2018, 10, 30))
            source = pick(findings)["id"] if findings and self.chance(40) else None
            if source and self.records and next(one for one in findings if one["id"] == source)["found"] > clue:
                source = None
            filed = self.day(clue, clue + timedelta(60)) if self.chance(75) else None
            persons = []
            for number in range(self.random.randrange(4)):
                person = {"leader": pick(people), **({"org": pick(self.bureaus)} if self.chance(20) else {})} if self.chance(50) else {"name": pick(("Zou", "Yi", "Xu")), **({"org": pick(self.bureaus)} if self.chance(60) else {})}
                if any("leader" in person and one.get("leader") == person["leader"] for one in persons):
                    continue
                if any("name" in person and one.get("name") == person["name"] for one in persons):
                    continue
                person["rank"] = pick(RANKS)
                # A talk needs no case, and may come before one.
                measure = pick(MEASURES) if filed and self.chance(80) else pick(MEASURES[:2])
                begins = filed if measure not in MEASURES[:2] else clue
                taken = self.day(begins, begins + timedelta(90))
                if taken and self.chance(70):
                    person.update(measure=measure, date=taken, by="cdi")
                persons.append(person)
            amount = self.money() if filed and self.chance(50) else None
            recovered = amount if amount and self.chance(40) else None
            # With its finding, no more may be recovered than was involved.
            its = next((one for one in findings if one["id"] == source), {})
            if its.get("recovered"):
                amount, recovered = pick((None, its["amount"])), pick((None, its["recovered"]))
            elif its.get("amount"):
                recovered = None
            if not filed:
                amount = recovered = None
            self.add("case", id=self.name("case"), title="Case", org=pick((None, *self.bureaus, "com")), categories=[pick(CATEGORIES)],
                     clue={"date": clue, **({"source": source} if source else {})}, filed=filed, persons=persons or None, amount=amount,
                     recovered=recovered)
        for _ in range(self.random.randrange(7)):
            held = self.day(Date(2018, 1, 1), Date(2018, 12, 31))
            receivers = [leader["id"] for leader in self.leaders
                         if leader.get("from", held) <= held <= leader.get("until", held)] + self.bureaus
            self.add("action", id=self.name("action"), type=pick(("briefing", "interview", "oral-report", "criticism", "special-check")), date=held, by="cdi",
                     to=self.random.sample(receivers, pick((1, 2))), rectified=self.day(held, held + timedelta(60)) if self.chance(40) else None)
        for _ in range(self.random.randrange(7)):
            held = self.day(Date(2018, 1, 1), Date(2018, 12, 31))
            filed = held + timedelta(pick((0, 29, 30, 31, 40))) if self.chance(70) else None
            filed = filed if filed and filed <= self.as_of else None
            self.add("filing", id=self.name("filing"), org=pick(self.bureaus), organiser="Organiser", event="Event", date=held, place="Place",
                     amount=pick(("99999.99", "100000", "100000.00", "10万元", "9.99万元", "49.99", "50", "25万元")), basis="Basis", purpose="Purpose",
                     enterprises=["Enterprise"], procurement="Tender", spending="Hall 1", effect="Effect",
                     attachments={each: [f"files/{each}.txt"] for each in PAPERS}, filed=filed)
        for _ in range(self.random.randrange(3)):
            starts = self.day(Date(2018, 1, 1), Date(2018, 11, 30))
            items = []
            for number in range(self.random.randrange(1, 4)):
                declared = self.day(starts, starts + timedelta(90)) if self.chance(60) else None
                item = {"name": f"Person {number}", "text": "Post", "declared": declared,
                        "corrected": self.day(declared or starts, starts + timedelta(150)) if self.chance(60) else None}
                items.append({key: value for key, value in item.items() if value})
            self.add("campaign", id=self.name("campaign"), title="Campaign", type=pick(("rectification", "self-check")), scope="All", items=items, **{"from": starts})
        dates = sorted(self.day(Date(2018, 1, 1), Date(2018, 12, 31)) for _ in range(self.random.randrange(6)))
        for number, issued in enumerate(dates, 1):
            asked = self.chance(70)
            self.add("letter", id=self.name("letter"), type=pick(("notice", "advice", "urge")), number=f"云纪函〔2018〕{number}号", date=issued, to=pick(self.bureaus),
                     reply_by=issued + timedelta(pick((0, 10, 40))) if asked else None,
                     replied=self.day(issued, issued + timedelta(60)) if asked and self.chance(60) else None)

    # ---- the whole

    def facts(self):
        """What follows from the records so far: the later parts depend on what is owed, and by whom."""
        by_id = {record["id"]: as_text(record) for record in self.records}
        records = {kind: sorted((record for record in by_id.values() if record["kind"] == kind), key=lambda one: one["id"]) for kind in KINDS}
        return Facts(SimpleNamespace(by_id=by_id, records=records), self.as_of)

    def write(self, folder: Path):
        for part in (self.calendars, self.people, self.policies, self.duties):
            part()
        self.reports(self.facts())
        self.findings(self.facts())
        self.others()
        (folder / "files").mkdir(parents=True)
        for paper in PAPERS:
            (folder / "files" / f"{paper}.txt").write_text("paper\n")
        in_chinese = self.seed % 2
        (folder / "zsup.yaml").write_text(f"name: Generated {self.seed}\nlang: en\nyear: 2018\nas_of: {self.as_of}\nissuer: cdi\n")
        texts = []
        for record in self.records:
            if in_chinese:
                node = schema(self.zsup, record["kind"])
                record = chinese(record, node, node)
            texts.append("".join(f"{key}: {flow(value)}\n" for key, value in record.items()))
        half = len(texts) // 2
        (folder / "a.yaml").write_text("---\n".join(texts[:half]), "utf-8")
        (folder / "b.yml").write_text("---\n".join(texts[half:]), "utf-8")


def as_text(value):
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return value.isoformat() if isinstance(value, Date) else str(value)


if __name__ == "__main__":
    Generator(int(sys.argv[1]), os.environ.get("ZSUP", "build/dev/src/zsup")).write(Path(sys.argv[2]))
