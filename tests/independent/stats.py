"""The figures reported upward, every cell of them."""

import unicodedata

from facts import Facts, total
from score import counts
from values import Period, date, half_up, money, shown, terminates

from fractions import Fraction


def rank_table(facts, cases, words):
    def cell(ranks):
        having = [case for case in cases if any(person["rank"] in ranks for person in case.get("persons", []))]
        return {"cases": len(having), "persons": len({identity(facts, person, case) for case in cases for person in case.get("persons", [])
                                                      if person["rank"] in ranks})}
    table = {"county": cell(("county-chief", "county-deputy"))}
    table.update({rank: cell((rank,)) for rank in words["rank"]})
    return table


def one_name(name: str) -> str:
    """Names are compared without what may stand within them, whatever their width and case."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).lower() if not sign.isspace() and sign not in "-_.·•‧∙⋅・。")


def identity(facts: Facts, person, case):
    """The leader's id; else name and organisation, which is the case's where the person's own is left out. A name that one leader of
    that organisation bears is that leader."""
    if person.get("leader"):
        return person["leader"]
    name, org = one_name(person["name"]), person.get("org") or case.get("org")
    bearers = [leader["id"] for leader in facts.records["leader"] if leader["org"] == org and one_name(leader["name"]) == name]
    return bearers[0] if len(bearers) == 1 else (name, org)


def filing_figures(facts: Facts, within: Period):
    figures = dict.fromkeys(("required", "on_time", "supplementary", "missing"), 0)
    for filing in facts.records["filing"]:
        policy = facts.policy(date(filing["date"]))
        rule = (policy or {}).get("filing")
        if not (within.holds(date(filing["date"])) and facts.exists(filing["date"]) and rule and money(filing["amount"]) >= money(rule["threshold"])):
            continue
        limit = facts.days.after(date(filing["date"]), rule["within"])
        figures["required"] += 1
        if filing.get("filed") and facts.exists(filing["filed"]):
            figures["on_time" if date(filing["filed"]) <= limit else "supplementary"] += 1
        elif facts.as_of > limit:
            figures["missing"] += 1
    return figures


def report_figures(facts: Facts, within: Period):
    owed = facts.obligations(within)
    by_subject = {}
    for each in owed:
        by_subject.setdefault(each.owner, []).append(each)
    filed = {subject for subject, theirs in by_subject.items() if any(each.reported for each in theirs)}
    def role(subject):
        record = facts.by_id[subject]
        return "org" if record["kind"] == "org" else record["role"]
    figures = {"required": len(by_subject), "filed": len(filed),
               "complete": sum(all(each.reported for each in theirs) for theirs in by_subject.values()),
               "by_role": {one: {"required": sum(role(subject) == one for subject in by_subject),
                                 "filed": sum(role(subject) == one for subject in filed)}
                           for one in ("principal", "member", "other", "org")}}
    figures.update(counts(owed))
    return figures


def amounts(facts: Facts, within: Period):
    """A finding and the filed cases that came from it are one sum a field, counted on the day of the finding; a case of its own on the
    day it was filed. One case's figure stands for the finding's; several are its parts."""
    filed = [case for case in facts.records["case"] if facts.exists(case.get("filed"))]
    known = {finding["id"] for finding in facts.records["finding"]}
    def source(case):
        named = case["clue"].get("source")
        return named if named in known else None
    def figure(field):
        sums = [money(case[field]) for case in filed
                if not source(case) and within.holds(date(case["filed"])) and case.get(field)]
        for finding in facts.findings():
            if not within.holds(date(finding["found"])):
                continue
            theirs = [case for case in filed if source(case) == finding["id"]]
            stated = [money(case[field]) for case in theirs if case.get(field)]
            own = [money(finding[field])] if finding.get(field) else []
            sums += stated if len(theirs) == 1 and stated else own or stated
        return shown(total(sums), 2)
    return {"involved": figure("amount"), "recovered": figure("recovered")}


def statistics(facts: Facts, within: Period, words: dict) -> dict:
    """`words` holds the values of the vocabularies source, state, rank, letter and action."""
    def dated(kind, key):
        return [record for record in facts.records[kind] if within.holds(date(key(record))) and facts.exists(key(record))]
    findings = dated("finding", lambda one: one["found"])
    states = [facts.state(finding) for finding in findings]
    rate = None
    if findings:
        exact = Fraction(100 * states.count("closed"), len(findings))
        rate = shown(exact if terminates(exact) else half_up(exact, 2))
    cases = dated("case", lambda one: one.get("filed"))
    letters = dated("letter", lambda one: one["date"])
    asked = [letter for letter in letters if letter.get("reply_by")]
    replied = [letter for letter in asked if facts.exists(letter.get("replied"))]
    declared = [item for campaign in facts.records["campaign"] for item in campaign["items"]
                for day in [item.get("declared") or campaign.get("from")] if within.holds(date(day)) and facts.exists(day)]
    actions = dated("action", lambda one: one["date"])
    return {
        "findings": {"total": len(findings),
                     "by_source": {word: sum(one["source"] == word for one in findings) for word in words["source"]},
                     "by_state": {word: states.count(word) for word in words["state"]}, "closed_rate": rate},
        "clues": len(dated("case", lambda one: one["clue"]["date"])),
        "cases": {"total": len(cases), "persons": len({identity(facts, person, case) for case in cases for person in case.get("persons", [])}),
                  "by_rank": rank_table(facts, cases, words)},
        "filings": filing_figures(facts, within),
        "reports": report_figures(facts, within),
        "letters": {"total": len(letters), "by_type": {word: sum(one["type"] == word for one in letters) for word in words["letter"]},
                    "reply_required": len(asked), "replied": len(replied),
                    "overdue": sum(date(one["reply_by"]) < facts.as_of for one in asked if one not in replied)},
        "campaigns": {"declared": len(declared), "corrected": sum(facts.exists(item.get("corrected")) for item in declared)},
        "actions": {"total": len(actions), "by_type": {word: sum(one["type"] == word for one in actions) for word in words["action"]},
                    "rectified": sum(facts.exists(one.get("rectified")) for one in actions)},
        "amount": amounts(facts, within),
    }
