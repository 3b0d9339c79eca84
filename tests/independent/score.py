"""Scores by the policy: the ledger, the number, the band and the place of every subject that owes something."""

from dataclasses import dataclass, field
from fractions import Fraction

from facts import Facts, total
from values import Period, date, half_up, number, own_periods, terminates

CENTS = Fraction(1, 100)


@dataclass
class Card:
    subject: str
    kind: str
    counts: dict
    ledger: list = field(default_factory=list)      # (points, reason, duty, record, period), exact
    score: Fraction = None
    full: Fraction = None
    band: str = None
    veto: str = None
    place: int = None


def counts(owed) -> dict:
    state = [each.state for each in owed]
    reported = sum(each.reported for each in owed)
    return {"indicators": len(owed), "reported": reported, "unreported": len(owed) - reported,
            "approved": state.count("approved") + state.count("approved-late"), "returned": state.count("returned"),
            "under_review": state.count("under-review"), "late": sum(each.late for each in owed), "overdue": state.count("overdue")}


def occurrences(facts: Facts, subject: str, when: dict, within: Period):
    """The records that a row of the policy matches for one subject, dated in the period and not after the as-of date."""
    kind = when["kind"]
    for record in facts.records[kind]:
        if when.get("category") and when["category"] not in record.get("categories", []):
            continue
        days = []
        if kind == "action":
            if when.get("type") in (None, record["type"]) and subject in record["to"]:
                days = [record["date"]]
        elif kind == "finding":
            if subject in (record["org"], facts.answers(record)):
                days = (facts.reached(record, when["state"], min(facts.as_of, within.end)) if when.get("state")
                        else [record["found"]])
        elif kind == "case":
            concerned = [person for person in record.get("persons", []) if subject in (person.get("leader"), record.get("org"))]
            if when.get("measure"):
                days = [person["date"] for person in concerned if person.get("measure") == when["measure"] and person.get("date")]
            elif concerned or subject == record.get("org"):
                days = [record.get("filed") or record["clue"]["date"]]
        happened = [day for day in days if within.holds(date(day)) and facts.exists(day)]
        yield from [record] * len(happened)     # one for each person with the measure


def deductions(facts: Facts, policy: dict, owed, weighted: bool):
    """Lines for obligations. With the weighted method an obligation that is decided earns its weight or nothing."""
    points = policy["deductions"]
    decided = [each for each in owed if each.state in ("approved", "approved-late", "returned", "overdue")]
    due = total(each.weight for each in decided)

    def lost(each, key):
        return number(policy["full"]) * each.weight / due if weighted else number(points[key]) * each.weight

    for each in owed:
        name = each.duty["id"]
        if each.state == "overdue":
            yield -lost(each, "unreported"), "unreported", name, name, each.own.name
        if each.state == "returned":
            yield -lost(each, "returned"), "returned", name, each.report["id"], each.own.name
        if each.late:
            yield -number(points["late"]) * each.weight, "late", name, each.report["id"], each.own.name
        if each.report:
            for finding in facts.findings():
                target = finding.get("target") or {}
                if (target.get("report"), target.get("duty")) == (each.report["id"], name) and target["verdict"] != "genuine":
                    yield -number(points.get("spot_check", "0")) * each.weight, "spot-check", name, finding["id"], each.own.name


def occurrence_lines(facts, policy, subject, within, rows, reason, sign):
    for row in policy.get(rows, []):
        for record in occurrences(facts, subject, row["when"], within):
            yield sign * number(row["points"]), reason, None, record["id"], None


def band_of(policy: dict, score) -> str:
    reached = [band for band in policy["bands"] if number(band["from"]) <= score]
    return max(reached, key=lambda band: number(band["from"]))["name"] if reached else None


def quarter_card(facts: Facts, policy: dict, subject: str, owed, within: Period) -> Card:
    card = Card(subject, facts.by_id[subject]["kind"], counts(owed), full=number(policy["full"]))
    weighted = policy.get("method") == "weighted"
    decided = [each for each in owed if each.state in ("approved", "approved-late", "returned", "overdue")]
    if not owed or weighted and not total(each.weight for each in decided):
        return card
    lines = list(deductions(facts, policy, owed, weighted))
    lines += occurrence_lines(facts, policy, subject, within, "incidents", "incident", -1)
    bonuses = list(occurrence_lines(facts, policy, subject, within, "bonuses", "bonus", 1))
    earned = total(line[0] for line in bonuses)
    lines += bonuses
    lines = [line for line in lines if line[0]]
    if not lines and facts.as_of <= within.end and not any(each.reported or each.weight and each.state == "overdue" for each in owed):
        return card     # the period is not over, and there is nothing to score yet
    if policy.get("bonus_cap") is not None and earned > number(policy["bonus_cap"]):
        lines.append((number(policy["bonus_cap"]) - earned, "bonus-cap", None, policy["id"], None))
    reached = card.full + total(line[0] for line in lines)
    clamped = min(max(reached, Fraction(0)), card.full)
    if clamped != reached:
        lines.append((clamped - reached, "floor" if clamped > reached else "cap", None, policy["id"], None))
    card.ledger, card.score = lines, clamped if terminates(clamped) else half_up(clamped, 2)
    return card


def apply_veto(facts: Facts, policy: dict, card: Card, within: Period):
    card.band = None if card.score is None else band_of(policy, card.score)
    for row in policy.get("vetoes", []):
        for record in occurrences(facts, card.subject, row["when"], within):
            if card.veto is None:
                card.veto, card.band = record["id"], row["band"]


def year_card(facts: Facts, policy: dict, subject: str, owed, within: Period) -> Card:
    card = Card(subject, facts.by_id[subject]["kind"], counts(owed), full=number(policy["full"]))
    quarters = []
    for quarter in own_periods("quarterly", within):
        in_force = facts.policy(quarter.end)
        mine = [each for each in owed if quarter.holds(each.counts_on)]
        if in_force and mine:
            one = quarter_card(facts, in_force, subject, mine, quarter)
            if one.score is not None:
                quarters.append((quarter, one.score))
    if quarters:
        card.ledger = [((score - card.full) / len(quarters), "quarter", None, None, quarter.name) for quarter, score in quarters]
        mean = total(score for _, score in quarters) / len(quarters)
        card.score = mean if terminates(mean) else half_up(mean, 2)
    return card


def scores(facts: Facts, within: Period) -> list:
    policy = facts.policy(within.end)
    by_subject = {}
    for owed in facts.obligations(within):
        by_subject.setdefault(owed.owner, []).append(owed)
    one = year_card if len(within.name) == 4 else quarter_card
    cards = [one(facts, policy, subject, owed, within) for subject, owed in sorted(by_subject.items())]
    for card in cards:
        apply_veto(facts, policy, card, within)
    for kind in ("leader", "org"):
        placed = sorted((card for card in cards if card.kind == kind and card.score is not None and card.veto is None),
                        key=lambda card: -card.score)
        for index, card in enumerate(placed):
            card.place = placed[index - 1].place if index and placed[index - 1].score == card.score else index + 1
    return cards
