"""The derived facts of a register at an as-of date: obligations and their states, findings and who answers for them."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from values import NoCalendar, Period, WorkingDays, date, number, own_periods, period

LIGHTS = {"not-due": "grey", "due-soon": "yellow", "overdue": "red", "under-review": "blue", "returned": "red", "approved": "green",
          "approved-late": "yellow"}
CHAIN = ("assigned", "leader-briefed", "claimed", "unit-briefed", "in-progress", "submitted", "returned", "approved", "closed", "reopened")


@dataclass
class Obligation:
    duty: dict
    owner: str
    own: Period            # for a duty that is due once: the month of its due date
    counts_on: object      # the day that decides in which period it counts
    due: object
    report: dict = None
    item: dict = None
    state: str = ""
    late: bool = False
    submitted: object = None
    reason: str = None

    @property
    def weight(self):
        return number(self.duty.get("weight", "1"))

    @property
    def reported(self):
        return self.submitted is not None


class Facts:
    def __init__(self, register, as_of):
        self.register, self.as_of = register, as_of
        self.records, self.by_id = register.records, register.by_id
        self.days = WorkingDays(self.records["calendar"])
        self.items, self.known = {}, {}
        for report in self.records["report"]:
            for item in report["items"]:
                self.items.setdefault((report["by"], item["duty"]), []).append((period(report["period"]).end, report, item))

    # ---- time

    def exists(self, day) -> bool:
        """Whether something with this date has happened at the as-of date."""
        return bool(day) and date(day) <= self.as_of

    def policies(self, day):
        return [policy for policy in self.records["policy"]
                if date(policy["from"]) <= day and (not policy.get("until") or day <= date(policy["until"]))]

    def policy(self, day):
        found = self.policies(day)
        return found[0] if len(found) == 1 else None

    # ---- people and organisations

    def in_office(self, leader: dict, day) -> bool:
        return ((not leader.get("from") or date(leader["from"]) <= day)
                and (not leader.get("until") or day <= date(leader["until"])))

    def ancestors(self, org: str):
        """An organisation and those above it, the nearest first."""
        while org:
            yield org
            org = self.by_id[org].get("parent")

    def selected(self, selector: dict, day):
        return [leader["id"] for leader in self.records["leader"]
                if selector.get("role") in (None, leader["role"]) and selector["under"] in self.ancestors(leader["org"])
                and self.in_office(leader, day)]

    # ---- obligations

    def owners(self, duty: dict, day):
        owner = duty["owner"]
        if isinstance(owner, dict):
            return self.selected(owner, day)
        record = self.by_id[owner]
        return [owner] if record["kind"] == "org" or self.in_office(record, day) else []

    def obligations(self, within: Period):
        if within not in self.known:
            self.known[within] = list(self.derived(within))
        return self.known[within]

    def derived(self, within: Period):
        for duty in self.records["duty"]:
            if duty["cadence"] == "once":
                due = date(duty["due"])
                spans = [(period(f"{due:%Y-%m}"), due, due)] if within.holds(due) else []
            else:
                spans = [(own, own.end, None) for own in own_periods(duty["cadence"], within)]
            for own, last, due in spans:
                if duty.get("from") and last < date(duty["from"]) or duty.get("until") and last > date(duty["until"]):
                    continue
                for owner in self.owners(duty, last):
                    yield self.judged(Obligation(duty, owner, own, last, due))

    def due(self, owed: Obligation):
        """The due day, or None where its year has no calendar."""
        try:
            return self.days.after(owed.own.end, owed.duty["due"])
        except NoCalendar:
            return None

    def judged(self, owed: Obligation) -> Obligation:
        for end, report, item in self.items.get((owed.owner, owed.duty["id"]), []):
            if owed.duty["cadence"] == "once" or owed.own.holds(end):
                owed.report, owed.item = report, item
        attempts = []
        owed.due = owed.due or self.due(owed)
        if owed.item:
            attempts = [each for each in owed.item.get("earlier", []) + [owed.item] if self.exists(each["submitted"])]
            attempts.sort(key=lambda each: date(each["submitted"]))
        if not attempts and not owed.due:
            owed.state = "not-due"
            return owed
        if not attempts:
            left = (owed.due - self.as_of).days
            warn = self.warning_days(owed)
            owed.state = "overdue" if left < 0 else "due-soon" if warn and left <= max(warn) else "not-due"
            return owed
        owed.submitted = date(attempts[-1]["submitted"])
        owed.late = bool(owed.due) and date(attempts[0]["submitted"]) > owed.due
        review = attempts[-1].get("review")
        if not review or not self.exists(review["date"]):
            owed.state = "under-review"
        elif review["decision"] == "returned":
            owed.state, owed.reason = "returned", review.get("reason")
        else:
            owed.state = "approved-late" if owed.late else "approved"
        return owed

    def warning_days(self, owed: Obligation):
        """Of the policy in force on the last day of the obligation's own period."""
        policy = self.policy(owed.counts_on)
        return [int(days) for days in (policy or {}).get("warn", ["10", "5"])]

    # ---- findings

    def findings(self):
        return [finding for finding in self.records["finding"] if self.exists(finding["found"])]

    def candidates(self, finding: dict, day):
        """Who answers for a finding on a day: the leader it names while in office, else whoever is in charge then. Exactly one is right."""
        named = finding.get("leader")
        if named and self.in_office(self.by_id[named], day):
            return [named]
        places = ([finding["line"]] if finding.get("line") else []) + list(self.ancestors(finding["org"]))
        for place in places:
            holders = [leader["id"] for leader in self.records["leader"]
                       if place in leader.get("portfolio", []) and self.in_office(leader, day)]
            if holders:
                return holders
        return []

    def answers(self, finding: dict, day=None):
        found = self.candidates(finding, day or self.as_of)
        return found[0] if len(found) == 1 else None

    def briefings(self, finding: dict):
        """(date, event) of the briefings that an inspection finding has from its round: of several leaders of one unit, from whoever
        answered on the day of the briefing."""
        if not finding.get("inspection"):
            return []
        rows = [row for row in self.by_id[finding["inspection"]].get("briefings", []) if row["unit"] == finding["org"]]
        own = [row for row in rows if row["leader"] == self.answers(finding, date(row.get("leader_date")))]
        row = (own or rows or [{}])[0]
        return [(date(row[key]), what) for key, what in (("leader_date", "leader-briefed"), ("unit_date", "unit-briefed")) if row.get(key)]

    def steps(self, finding: dict):
        return [(date(event["date"]), event["what"]) for event in finding.get("events", [])] + self.briefings(finding)

    def reached(self, finding: dict, state: str, until: date):
        """The day on which a finding came to the state in which it stands on a day, if it is this one. `published` is a fact beside the state."""
        if state == "published":
            return [day for day, what in self.steps(finding) if what == state and day <= until][-1:]
        last = self.last_step(finding, until)
        return [last[0]] if last and last[1] == state else []

    def state(self, finding: dict) -> str:
        last = self.last_step(finding, self.as_of)
        return last[1] if last else "open"

    def last_step(self, finding: dict, until: date):
        steps = [step for step in self.steps(finding) if step[0] <= until and step[1] != "published"]
        # Within a day a briefing comes where the chain has it; events keep the order in which they are written.
        ordered = []
        for step in sorted(steps, key=lambda one: one[0]):
            if step[1] in ("leader-briefed", "unit-briefed"):
                place = len(ordered)
                while place and ordered[place - 1][0] == step[0] and CHAIN.index(ordered[place - 1][1]) > CHAIN.index(step[1]):
                    place -= 1
                ordered.insert(place, step)
            else:
                ordered.append(step)
        return ordered[-1] if ordered else None

    def published(self, finding: dict) -> bool:
        return any(event["what"] == "published" and self.exists(event["date"]) for event in finding.get("events", []))

    def overdue_days(self, finding: dict) -> int:
        if not finding.get("deadline") or self.state(finding) == "closed":
            return 0
        return max(0, (self.as_of - date(finding["deadline"])).days)

    def owned_by(self, subject: str, within: Period):
        return [owed for owed in self.obligations(within) if owed.owner == subject]

    def notice_items(self, leader: str, within: Period):
        """(duties, findings) of a leader's letter of notice."""
        duties = sorted({owed.duty["id"] for owed in self.owned_by(leader, within)})
        findings = [finding["id"] for finding in self.findings()
                    if self.state(finding) != "closed" and self.answers(finding) == leader]
        return duties, findings


def total(amounts) -> Fraction:
    return sum(amounts, Fraction(0))
