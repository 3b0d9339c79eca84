"""Holds what the program prints against what this computation finds, value by value. A difference is a line of text."""

import json
import subprocess
from fractions import Fraction

from facts import CHAIN, LIGHTS, Facts, total
from register import schema
from score import CENTS, judged, printed as rounded
from stats import statistics
from values import NoCalendar, Period, date, own_periods, period, shown, terminates

EXACT = ("unreported", "returned", "late", "spot-check", "incident", "bonus")


class Refused(Exception):
    """The program gave no figures."""

    def __init__(self, message, exit):
        super().__init__(message)
        self.exit = exit


def run(zsup, folder, *arguments, as_of=None):
    command = [zsup, "-C", str(folder), *arguments, "--format", "json", "-j", "1"] + (["--as-of", as_of] if as_of else [])
    result = subprocess.run(command, capture_output=True, timeout=60)
    if result.returncode:
        raise Refused(f"{' '.join(arguments)}: exit {result.returncode}: {result.stderr.decode()[:400]}", result.returncode)
    return json.loads(result.stdout)


def words(zsup):
    """The vocabularies that give the statistics their rows."""
    def enum(node):
        return [word for word in node["enum"] if isinstance(word, str) and word.isascii()]
    finding, case = schema(zsup, "finding")["properties"], schema(zsup, "case")["definitions"]
    return {"source": enum(finding["source"]), "state": ["open", *CHAIN], "rank": enum(case["person"]["properties"]["rank"]),
            "letter": enum(schema(zsup, "letter")["properties"]["type"]), "action": enum(schema(zsup, "action")["properties"]["type"])}


def differences(path, mine, theirs):
    """Where two values differ; keys that only the program has are additions, not differences."""
    if isinstance(mine, dict):
        for key, value in mine.items():
            if not isinstance(theirs, dict) or key not in theirs:
                yield f"{path}.{key}: expected {value!r}, not there"
            else:
                yield from differences(f"{path}.{key}", value, theirs[key])
    elif mine != theirs:
        yield f"{path}: expected {mine!r}, zsup says {theirs!r}"


def compare_score(zsup, folder, facts: Facts, within: Period, as_of):
    printed = run(zsup, folder, "score", within.name, as_of=as_of)
    mine, policy = judged(facts, within)
    parts = list(own_periods("quarterly", within)) if within.name[4:] in ("", "-h1", "-h2") else [within]
    yield from differences("score", {
        "period": within.name, "as_of": facts.as_of.isoformat(), "policy": policy and policy["id"],
        "without_policy": [part.name for part in parts if not facts.policy(part.end) and facts.obligations(part)]}, printed)
    cards = {card.subject: card for card in mine}
    theirs = {subject["id"]: subject for subject in printed["subjects"]}
    # Colleagues who owe nothing are listed, without a score.
    unscored = {key for key, one in theirs.items() if one["indicators"] == 0 and one["score"] is None and one["place"] is None and not one["veto"]}
    if len(theirs) != len(printed["subjects"]) or not set(cards) <= set(theirs) or set(theirs) - unscored - set(cards):
        yield f"score: subjects expected {sorted(cards)}, zsup has {[one['id'] for one in printed['subjects']]}"
    # Leaders, then orgs; in each those with a place in its order, those with a veto, those without a score.
    rows = [(one["kind"] != "leader", 1 if one["place"] else 2 if one["veto"] else 3, one["place"] or 0) for one in printed["subjects"]]
    if rows != sorted(rows):
        yield f"score: the list does not stand by place: {[(one['id'], one['place']) for one in printed['subjects']]}"
    for subject in sorted(set(cards) & set(theirs)):
        card, other, path = cards[subject], theirs[subject], f"score {within.name} {subject}"
        yield from differences(path, {
            "kind": card.kind, "name": facts.by_id[subject]["name"], **card.counts, "full": None if card.full is None else shown(card.full),
            "band": card.band, "place": card.place, "score": None if card.score is None else shown(card.score)}, other)
        if bool(card.veto) != bool(other["veto"]):
            yield f"{path}.veto: expected {card.veto}, zsup says {other['veto']}"
        yield from compare_ledger(path, facts, card, other)


def compare_ledger(path, facts, card, other):
    ledger = [(Fraction(line["points"]), line["reason"], line["duty"], line["record"], line["period"]) for line in other["ledger"]]
    if card.score is not None and other["score"] is not None and Fraction(other["full"]) + total(line[0] for line in ledger) != Fraction(other["score"]):
        yield f"{path}.ledger does not add up to the score: {other['ledger']}"
    for line in other["ledger"]:
        if line["record"] and line["file"] != facts.by_id[line["record"]]["file"]:
            yield f"{path}.ledger: {line['record']} stands in {facts.by_id[line['record']]['file']}, zsup says {line['file']}"
    def facts_only(lines):
        return sorted([line for line in lines if line[1] in EXACT and line[0] or line[1] == "quarter"], key=lambda line: [str(part) for part in line[1:]])
    mine, theirs = facts_only(card.ledger), facts_only(ledger)
    # Whether a line of no points is printed is left open.
    if [line[1:] for line in mine] != [line[1:] for line in theirs]:
        yield f"{path}.ledger: expected {[(said(line[0]), *line[1:]) for line in mine]}, zsup has {[(said(line[0]), *line[1:]) for line in theirs]}"
        return
    for expected, printed in zip(mine, theirs):
        # What does not end within eight decimals is printed with two; the `rounding` line takes up the rest.
        if abs(expected[0] - printed[0]) > (0 if rounded(expected[0]) == expected[0] else CENTS):
            yield f"{path}.ledger: {expected[1:]} expected {said(expected[0])}, zsup says {said(printed[0])}"
    for reason in ("bonus-cap", "floor", "cap"):
        expected = total(line[0] for line in card.ledger if line[1] == reason)
        if expected and not any(line[1] not in (*EXACT, "quarter") for line in ledger):
            yield f"{path}.ledger: no line for {reason} {said(expected)}: {other['ledger']}"


def said(value: Fraction) -> str:
    return shown(value) if terminates(value) else str(value)


def compare_status(zsup, folder, facts: Facts, within: Period, as_of):
    printed = run(zsup, folder, "status", within.name, "--all-states", as_of=as_of)
    owed = facts.obligations(within)
    states = {state: sum(each.state == state for each in owed) for state in LIGHTS}
    yield from differences("status", {"period": within.name, "as_of": facts.as_of.isoformat(), "obligations": {"by_state": states}}, printed)
    mine = {(each.owner, each.duty["id"], each.own.name): {
        "due": each.due and each.due.isoformat(), "state": each.state, "light": LIGHTS[each.state], "days_left": each.due and (each.due - facts.as_of).days,
        "late": each.late, "submitted": each.submitted and each.submitted.isoformat(), "reason": each.reason} for each in owed}
    theirs = {(subject["id"], each["duty"], each["period"]): each
              for subject in printed["subjects"] for each in subject["obligations"]}
    yield from sets_differ(f"status {within.name} obligations", mine, theirs)
    for key in sorted(set(mine) & set(theirs), key=str):
        yield from differences(f"status {within.name} {key}", mine[key], theirs[key])

    findings = facts.findings()
    of = [facts.state(finding) for finding in findings]
    yield from differences("status.findings", {"total": len(findings), "by_state": {state: of.count(state) for state in ("open", *CHAIN)}},
                           printed["findings"])
    described = {finding["id"]: {
        "org": finding["org"], "answers": facts.answers(finding), "state": state, "published": facts.published(finding),
        "found": finding["found"], "deadline": finding.get("deadline"), "overdue": facts.overdue_days(finding) > 0,
        "days_overdue": facts.overdue_days(finding)} for finding, state in zip(findings, of)}
    late = {one["id"]: one for one in printed["findings"]["overdue"]}
    yield from sets_differ("status.findings.overdue", {key for key, one in described.items() if one["overdue"]}, late)
    for one in printed["findings"]["overdue"] + printed["findings"].get("others", []):
        if one["id"] in described:
            yield from differences(f"status finding {one['id']}", described[one["id"]], one)
    waiting = {letter["id"] for letter in facts.records["letter"] if facts.exists(letter["date"]) and letter.get("reply_by")
               and not facts.exists(letter.get("replied"))}
    yield from sets_differ("status.replies", waiting, {one["letter"] for one in printed["replies"]})


def sets_differ(path, mine, theirs):
    if set(mine) != set(theirs):
        yield (f"{path}: expected but missing {sorted(set(mine) - set(theirs), key=str)}, "
               f"not expected {sorted(set(theirs) - set(mine), key=str)}")


def compare_stats(zsup, folder, facts: Facts, within: Period, as_of):
    printed = run(zsup, folder, "stats", within.name, as_of=as_of)
    yield from differences(f"stats {within.name}", {"period": within.name, **statistics(facts, within, words(zsup))}, printed)


def compare_letters(zsup, folder, facts: Facts, within: Period, as_of):
    policy = facts.policy(within.end) or {}
    selector = policy.get("letters", {}).get("notice", {}).get("to")
    if not selector:
        return
    printed = run(zsup, folder, "letter", within.name, "--all", as_of=as_of)
    mine = {}
    # A letter goes to those who are in office on its day.
    for leader in facts.selected(selector, facts.as_of):
        duties, findings = facts.notice_items(leader, within)
        if duties or findings:
            mine[leader] = sorted(duties + findings)
    theirs = {letter["to"]["id"]: sorted(item["record"] for item in letter["items"]) for letter in printed["letters"]}
    yield from sets_differ(f"letter {within.name}", mine, theirs)
    for leader in sorted(set(mine) & set(theirs)):
        if mine[leader] != theirs[leader]:
            yield f"letter {within.name} {leader}: expected {mine[leader]}, zsup has {theirs[leader]}"
    if printed["items_total"] != sum(map(len, theirs.values())):
        yield f"letter {within.name}: items_total is {printed['items_total']}"


COMMANDS = {"score": compare_score, "status": compare_status, "stats": compare_stats, "letter": compare_letters}


def compare(zsup, folder, register, command, period_name, as_of=None):
    facts, within = Facts(register, date(as_of or register.settings["as_of"])), period(period_name)
    try:
        facts.obligations(within)
        if command == "letter":     # the day by which to reply counts from the as-of date
            notice = (facts.policy(within.end) or {}).get("letters", {}).get("notice", {})
            facts.days.after(facts.as_of, notice.get("reply", "+0d"))
        missing = ""
    except NoCalendar:
        missing = "calendar"
    try:
        found = list(COMMANDS[command](zsup, folder, facts, within, as_of)) if not missing else []
        if missing and run(zsup, folder, command, period_name, *(["--all"] if command == "letter" else []), as_of=as_of):
            found.append(f"{command} {period_name}: figures, although a {missing} is missing")
        return found
    except Refused as refused:
        return [] if missing and refused.exit in (1, 2) else [str(refused)]
