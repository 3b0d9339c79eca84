"""Scores by the policy: the ledger, the number, the band and the place of every subject that owes something or is hit.

Written anew from the description: accounts first (who owes what, who is hit by what, in which quarter), then each quarter by the
policy in force on its last day, then the longer periods as means of their quarters."""

from dataclasses import dataclass, field
from fractions import Fraction

from facts import Facts, total
from values import Period, date, half_up, number, own_periods, period, shown_places

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
    vetoes: list = field(default_factory=list)      # (record, band)


@dataclass
class Hit:
    record: str
    day: object
    subjects: list


def counts(owed) -> dict:
    state = [each.state for each in owed]
    reported = sum(each.reported for each in owed)
    return {"indicators": len(owed), "reported": reported, "unreported": len(owed) - reported,
            "approved": state.count("approved") + state.count("approved-late"), "returned": state.count("returned"),
            "under_review": state.count("under-review"), "late": sum(each.late for each in owed), "overdue": state.count("overdue")}


def printed(points: Fraction) -> Fraction:
    """Points that do not end within eight decimals are rounded to two."""
    return points if shown_places(points) is not None and shown_places(points) <= 8 else half_up(points, 2)


# ---- hits

def only(subjects):
    return list(dict.fromkeys(subject for subject in subjects if subject))


def case_hits(facts: Facts, when: dict):
    for case in facts.records["case"]:
        if when.get("category") and when["category"] not in case.get("categories", []):
            continue
        if not facts.exists(case["clue"]["date"]):
            continue
        if not when.get("measure"):
            yield Hit(case["id"], case.get("filed"), only([case.get("org"), *(person.get("leader") for person in case.get("persons", []))]))
            continue
        for person in case.get("persons", []):
            if person.get("measure") == when["measure"]:
                leader = person.get("leader")
                org = person.get("org") or case.get("org") or (leader and facts.by_id[leader]["org"])
                yield Hit(case["id"], person.get("date") or case.get("filed"), only([org, leader]))


def clue_hits(facts: Facts, when: dict):
    for case in facts.records["case"]:
        if when.get("category") in (None, *case.get("categories", [])):
            yield Hit(case["id"], case["clue"]["date"], only([case.get("org")]))


def finding_hits(facts: Facts, when: dict, within: Period):
    for finding in facts.findings():
        if when.get("category") and when["category"] not in finding["categories"]:
            continue
        days = facts.reached(finding, when["state"], min(facts.as_of, within.end)) if when.get("state") else [finding["found"]]
        for day in days:
            yield Hit(finding["id"], day, only([finding["org"], facts.answers(finding, date(day))]))


def action_hits(facts: Facts, when: dict):
    for action in facts.records["action"]:
        if when.get("type") in (None, action["type"]):
            yield Hit(action["id"], action["date"], only(action["to"]))


def hits(facts: Facts, when: dict, within: Period) -> list:
    """What a row of the policy matches, dated in the period and not after the as-of date."""
    found = {"case": lambda: case_hits(facts, when), "clue": lambda: clue_hits(facts, when),
             "finding": lambda: finding_hits(facts, when, within), "action": lambda: action_hits(facts, when)}[when["kind"]]()
    return [hit for hit in found if facts.exists(hit.day) and within.holds(date(hit.day))]


def failed_checks(facts: Facts, within: Period):
    """(who reported, duty, own period, finding) of the items that did not stand a spot check, in the tested item's period."""
    for finding in facts.findings():
        target = finding.get("target")
        if not target or target["verdict"] == "genuine":
            continue
        report, duty = facts.by_id[target["report"]], facts.by_id[target["duty"]]
        tested = period(report["period"]).end
        if duty["cadence"] == "once":
            day = date(duty["due"])
            own = period(f"{day:%Y-%m}")
        else:
            own = next(span for span in own_periods(duty["cadence"], period(str(tested.year))) if span.holds(tested))
            day = own.end
        if within.holds(day) and any(item["duty"] == duty["id"] for item in report["items"]):
            yield report["by"], duty, own, finding


# ---- one quarter, or one month

def band_of(policy: dict, score) -> str:
    reached = [band for band in policy["bands"] if number(band["from"]) <= score]
    return max(reached, key=lambda band: number(band["from"]))["name"] if reached else None


def quarter_cards(facts: Facts, within: Period) -> list:
    policy = facts.policy(within.end)
    accounts = {}       # subject: (obligations, [(points, reason, duty, record, period)], vetoes)

    def account(subject):
        return accounts.setdefault(subject, ([], [], []))

    for owed in facts.obligations(within):
        account(owed.owner)[0].append(owed)
    if policy is None:
        return [Card(subject, facts.by_id[subject]["kind"], counts(owed)) for subject, (owed, _, _) in accounts.items()]
    per_check = number(policy["deductions"].get("spot_check", "0"))
    for by, duty, own, finding in failed_checks(facts, within):
        points = per_check * number(duty.get("weight", "1"))
        if points:
            account(by)[1].append((-points, "spot-check", duty["id"], finding["id"], own.name))
    for rows, reason, sign in (("incidents", "incident", -1), ("bonuses", "bonus", 1)):
        for row in policy.get(rows, []):
            for hit in hits(facts, row["when"], within) if number(row["points"]) else []:
                for subject in hit.subjects:
                    account(subject)[1].append((sign * number(row["points"]), reason, None, hit.record, None))
    for row in policy.get("vetoes", []):
        for hit in hits(facts, row["when"], within):
            for subject in hit.subjects:
                account(subject)[2].append((hit.record, row["band"]))
    return [quarter_card(facts, policy, subject, *accounts[subject]) for subject in accounts]


def quarter_card(facts: Facts, policy: dict, subject: str, owed, occurred, vetoes) -> Card:
    card = Card(subject, facts.by_id[subject]["kind"], counts(owed), full=number(policy["full"]), vetoes=vetoes)
    happened = any(each.reported or each.state == "overdue" for each in owed) or occurred or vetoes
    weighted = policy.get("method") == "weighted"
    due = total(each.weight for each in owed if each.state in ("approved", "approved-late", "returned", "overdue"))
    if not happened or weighted and not due or any(each.due is None for each in owed):
        return card
    costs = policy["deductions"]

    def lost(each, key):
        return card.full * each.weight / due if weighted else number(costs[key]) * each.weight

    lines = []
    for each in owed:
        name, own = each.duty["id"], each.own.name
        if each.state == "overdue":
            lines.append((-lost(each, "unreported"), "unreported", name, name, own))
        if each.state == "returned":
            lines.append((-lost(each, "returned"), "returned", name, each.report["id"], own))
        if each.late:
            lines.append((-number(costs["late"]) * each.weight, "late", name, each.report["id"], own))
    lines = [line for line in lines if line[0]] + occurred
    earned = total(line[0] for line in lines if line[1] == "bonus")
    if policy.get("bonus_cap") is not None and earned > number(policy["bonus_cap"]):
        lines.append((number(policy["bonus_cap"]) - earned, "bonus-cap", None, policy["id"], None))
    close(card, lines, policy)
    return card


def close(card: Card, lines, policy):
    reached = card.full + total(line[0] for line in lines)
    clamped = min(max(reached, Fraction(0)), card.full)
    if clamped != reached:
        lines.append((clamped - reached, "floor" if clamped > reached else "cap", None, policy["id"], None))
    card.ledger, card.score = lines, printed(clamped)


# ---- a half-year or a year

def longer_cards(facts: Facts, within: Period):
    """(cards, the policy whose full marks and bands count)"""
    quarters = [(quarter, quarter_cards(facts, quarter)) for quarter in own_periods("quarterly", within)]
    scored = [quarter for quarter, cards in quarters if any(card.score is not None for card in cards)]
    policy = facts.policy(within.end) or (facts.policy(scored[-1].end) if scored else None)
    by_subject = {}
    for quarter, cards in quarters:
        for card in cards:
            by_subject.setdefault(card.subject, []).append((quarter, card))
    return [mean(facts, policy, subject, parts) for subject, parts in by_subject.items()], policy


def mean(facts: Facts, policy, subject: str, parts) -> Card:
    card = Card(subject, facts.by_id[subject]["kind"], {key: sum(one.counts[key] for _, one in parts) for key in parts[0][1].counts},
                full=number(policy["full"]) if policy else None, vetoes=[veto for _, one in parts for veto in one.vetoes])
    having = [(quarter, one.score * card.full / one.full) for quarter, one in parts if one.score is not None]
    if having:
        close(card, [((score - card.full) / len(having), "quarter", None, None, quarter.name) for quarter, score in having], policy)
    return card


# ---- bands and places

def judge(policy, card: Card):
    if card.score is not None:
        card.band = band_of(policy, card.score)
    level = {band["name"]: number(band["from"]) for band in policy["bands"]} if policy else {}
    if not card.vetoes:
        return
    card.veto, gravest = min(card.vetoes, key=lambda veto: level.get(veto[1], Fraction(-1)))
    if card.score is not None and (card.band is None or level.get(gravest, -1) < level.get(card.band, -1)):
        card.band = gravest


def scores(facts: Facts, within: Period) -> list:
    return judged(facts, within)[0]


def judged(facts: Facts, within: Period):
    """(cards, the policy that gives the bands)"""
    if within.name[4:] in ("", "-h1", "-h2"):
        cards, policy = longer_cards(facts, within)
    else:
        cards, policy = quarter_cards(facts, within), facts.policy(within.end)
    for card in cards:
        judge(policy, card)
    for kind in ("leader", "org"):
        placed = sorted((card for card in cards if card.kind == kind and card.score is not None and card.veto is None),
                        key=lambda card: -card.score)
        for index, card in enumerate(placed):
            card.place = placed[index - 1].place if index and placed[index - 1].score == card.score else index + 1
    return cards, policy
