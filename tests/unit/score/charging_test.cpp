// Who is charged with what, in which quarter, and when there is a score at all.
#include "score/trend.h"
#include "unit/score/fixture.h"

using namespace zsup;
using namespace zsup::test;
using score::Scorecard;
using score::Scoring;

namespace {

const std::string rows = policy_head +
                         "incidents:\n"
                         "  - {when: {kind: case}, points: 5}\n"
                         "  - {when: {kind: clue}, points: 1}\n"
                         "  - {when: {kind: case, measure: admonition}, points: 2}\n"
                         "  - {when: {kind: finding, category: formalism}, points: 0.5}\n"
                         "  - {when: {kind: finding, state: returned}, points: 0.25}\n"
                         "  - {when: {kind: action}, points: 0}\n"
                         "vetoes:\n"
                         "  - {when: {kind: case, measure: transferred}, band: 合格}\n"
                         "  - {when: {kind: case, measure: party-removal}, band: 不合格}\n";

std::string case_of(const std::string& id, const std::string& org, const std::string& clue,
                    const std::string& filed, const std::string& persons = "") {
  return "---\nkind: case\nid: " + id + "\ntitle: 案件\ncategories: [funds]\n" +
         (org.empty() ? "" : "org: " + org + "\n") + "clue: {date: " + clue + "}\n" +
         (filed.empty() ? "" : "filed: " + filed + "\n") +
         (persons.empty() ? "" : "persons:\n" + persons);
}

std::string finding(const std::string& id, const std::string& found, const std::string& more = "") {
  return "---\nkind: finding\nid: " + id +
         "\ntext: 问题\nsource: daily\ncategories: [formalism]\norg: bureau\nfound: " + found +
         "\n" + more;
}

// "bureau 94, li null"
std::string scores(const Scoring& scoring) {
  std::string out;
  for (const Scorecard& card : scoring.cards) {
    if (!out.empty()) out += ", ";
    out += std::string(card.subject->name()) + " " + score_of(card);
  }
  return out;
}

}  // namespace

TEST_CASE("a case is what was filed, a clue what came in") {
  const Book book(rows + org("bureau") + case_of("filed", "bureau", "2018-03-02", "2018-05-01") +
                  case_of("closed", "bureau", "2018-03-05", ""));
  // Both clues came in in the first quarter; one case was filed in the second.
  CHECK(told(card_of(book.score("2018-q1", "2018-07-15"), book, "bureau")) ==
        "incident -1, incident -1");
  CHECK(told(card_of(book.score("2018-q2", "2018-07-15"), book, "bureau")) == "incident -5");
  // Before it was filed there is no case, and before it came in no clue.
  CHECK(book.score("2018-q2", "2018-04-30").cards.empty());
  CHECK(told(card_of(book.score("2018-q1", "2018-03-02"), book, "bureau")) == "incident -1");
  CHECK(book.score("2018-q1", "2018-03-01").cards.empty());
}

TEST_CASE("a measure is dated by its own day, and charged to the person and the person's org") {
  const std::string persons =
      "  - {leader: li, org: post, rank: general, measure: admonition, date: 2018-04-10}\n"
      "  - {leader: wang, rank: general, measure: admonition}\n"
      "  - {name: 外人, org: office, rank: general, measure: admonition, date: 2018-05-01}\n";
  const Book book(rows + org("office") + org("bureau") + org("post") + leader("li", "office") +
                  leader("wang", "office") +
                  case_of("c", "bureau", "2018-03-02", "2018-06-30", persons) +
                  case_of("no-org", "", "2018-03-02", "",
                          "  - {leader: wang, rank: general, measure: admonition, "
                          "date: 2018-02-10}\n"));
  const Scoring second = book.score("2018-q2", "2018-07-15");
  // The case itself on 30 June: its org and both leaders, 5 each. The measures: li and post on 10
  // April, wang and the case's org on the day of filing, the outsider's org on 1 May.
  CHECK(told(card_of(second, book, "li")) == "incident -5, incident -2");
  CHECK(told(card_of(second, book, "wang")) == "incident -5, incident -2");
  CHECK(told(card_of(second, book, "bureau")) == "incident -5, incident -2");
  CHECK(told(card_of(second, book, "post")) == "incident -2");
  CHECK(told(card_of(second, book, "office")) == "incident -2");
  // Where the case names no org, it is the leader's.
  const Scoring first = book.score("2018-q1", "2018-07-15");
  CHECK(told(card_of(first, book, "wang")) == "incident -2");
  CHECK(told(card_of(first, book, "office")) == "incident -2");
  // On 20 April only the measures of 10 February and of 10 April are there.
  CHECK(scores(book.score("2018-q2", "2018-04-20")) == "li 98, post 98");
}

TEST_CASE("points never rest on a likeness of names") {
  const Book book(
      rows + org("office") + leader("li", "office") + duty("a", "li") +
      case_of("c", "office", "2018-04-02", "2018-04-10",
              "  - {name: li, rank: general, measure: admonition, date: 2018-05-01}\n"));
  CHECK(told(card_of(book.score("2018-q2", "2018-07-10"), book, "office")) ==
        "incident -5, incident -1, incident -2");
  CHECK(!card_of(book.score("2018-q2", "2018-07-10"), book, "li").score);
}

TEST_CASE("a finding stays with whoever answered on the day it is dated") {
  const std::string people =
      org("office") + org("bureau") +
      leader("old", "office", "role: member\nportfolio: [bureau]\nuntil: 2018-05-31\n") +
      leader("new", "office", "role: member\nportfolio: [bureau]\nfrom: 2018-06-01\n");
  const Book book(rows + people + finding("f1", "2018-05-10") +
                  finding("f2", "2018-05-20",
                          "events:\n  - {date: 2018-05-21, what: assigned}\n"
                          "  - {date: 2018-05-25, what: submitted}\n"
                          "  - {date: 2018-06-10, what: returned}\n"));
  for (const char* as_of : {"2018-06-30", "2018-07-15", "2019-06-01"}) {
    CAPTURE(as_of);
    const Scoring scoring = book.score("2018-q2", as_of);
    CHECK(told(card_of(scoring, book, "old")) == "incident -0.5, incident -0.5");
    CHECK(told(card_of(scoring, book, "new")) == "incident -0.25");
    CHECK(told(card_of(scoring, book, "bureau")) == "incident -0.5, incident -0.5, incident -0.25");
  }
  // A leader whom the record names answers while in office, and only then.
  const Book named(rows + people + finding("f1", "2018-05-10", "leader: new\n") +
                   finding("f2", "2018-06-10", "leader: old\n"));
  const Scoring scoring = named.score("2018-q2", "2018-07-15");
  CHECK(told(card_of(scoring, named, "old")) == "incident -0.5");
  CHECK(told(card_of(scoring, named, "new")) == "incident -0.5");
  // Nobody answered: the org alone.
  const Book alone(rows + org("bureau") + finding("f1", "2018-05-10"));
  CHECK(scores(alone.score("2018-q2", "2018-07-15")) == "bureau 99.5");
}

TEST_CASE("a failed spot check reaches one who has left since") {
  const Book book(policy_head + org("office") +
                  leader("li", "office", "role: member\nuntil: 2018-06-20\n") + duty("a", "li") +
                  report("li", "2018-q2", item("a", "2018-06-18")) +
                  "---\nkind: finding\nid: check\ntext: 走过场\nsource: spot-check\n"
                  "categories: [work]\norg: office\nfound: 2018-08-20\n"
                  "target: {report: li-2018-q2, duty: a, verdict: perfunctory}\n");
  const Scorecard li = card_of(book.score("2018-q2", "2018-09-01"), book, "li");
  CHECK(li.indicators == 0);
  CHECK(told(li) == "spot-check -1");
  CHECK(li.ledger[0].duty == book.find("a"));
  CHECK(li.ledger[0].period == period("2018-q2"));
  CHECK(li.place == 1);
  CHECK(book.score("2018-q2", "2018-08-19").cards.empty());
  CHECK(book.score("2018-q3", "2018-09-30").cards.empty());
}

TEST_CASE("there is a score once something was reported, fell due, or hit") {
  const std::string action =
      "---\nkind: action\nid: talk\ntype: interview\ndate: 2018-05-02\nby: office\nto: [li]\n";
  const Book book(rows + org("office") + leader("li", "office") + leader("wang", "office") +
                  duty("a", "li") + duty("b", "wang") + action +
                  report("li", "2018-q2", item("a", "2018-07-05")));
  const auto of = [&](std::string_view who, std::string_view as_of) {
    return score_of(card_of(book.score("2018-q2", as_of), book, who));
  };
  // A row of no points hits nobody.
  CHECK(of("li", "2018-07-01") == "null");
  CHECK(of("li", "2018-07-04") == "null");
  CHECK(of("li", "2018-07-05") == "100");
  // Due on 10 July: past due on the 11th.
  CHECK(of("wang", "2018-07-10") == "null");
  CHECK(of("wang", "2018-07-11") == "99.5");
  // A year does not move on New Year's Day.
  const auto year = [&](std::string_view as_of) {
    return score_of(card_of(book.score("2018", as_of), book, "li"));
  };
  CHECK(year("2018-12-31") == year("2019-01-01"));
}

TEST_CASE("a longer period is the mean of its quarters as printed, with their vetoes") {
  const std::string persons =
      "  - {leader: li, rank: general, measure: transferred, date: 2018-02-10}\n";
  const Book book(rows + org("office") + leader("li", "office") + leader("wang", "office") +
                  duty("b", "wang") + case_of("c", "office", "2018-01-02", "2018-02-01", persons) +
                  case_of("d", "office", "2018-06-02", "2018-06-10"));
  // li is hit in the first quarter alone, and owes nothing in any.
  const Scoring half = book.score("2018-h1", "2018-07-15");
  const Scorecard& li = card_of(half, book, "li");
  CHECK(score_of(li) == "95");
  CHECK(told(li) == "quarter -5");
  CHECK(li.band == "合格");
  CHECK(!li.place);
  REQUIRE(li.veto);
  CHECK(li.veto->period == period("2018-q1"));
  // (100 - 5 - 1 and the same again) ÷ 2, not 100 - 12.
  CHECK(score_of(card_of(half, book, "office")) == "94");
  CHECK(told(card_of(half, book, "office")) == "quarter -3, quarter -3");
  CHECK(card_of(half, book, "wang").place == 1);
  CHECK(card_of(book.score("2018", "2019-03-01"), book, "li").veto);
  CHECK(!card_of(book.score("2018-h2", "2019-03-01"), book, "wang").veto);
}

TEST_CASE("96 and 91 give 93.5, and other full marks count in proportion") {
  const auto taking = [](const std::string& q1, const std::string& q2, const std::string& full) {
    std::string first = policy_head;
    first.replace(first.find("until: 2018-12-31"), 17, "until: 2018-03-31");
    std::string second = policy_head;
    second.replace(second.find("rubric"), 6, "second");
    second.replace(second.find("from: 2018-01-01"), 16, "from: 2018-04-01");
    second.replace(second.find("full: 100"), 9, "full: " + full);
    first.replace(first.find("unreported: 0.5"), 15, "unreported: " + q1);
    second.replace(second.find("unreported: 0.5"), 15, "unreported: " + q2);
    return first + "---\n" + second + org("office") + duty("a", "office");
  };
  const Book plain(taking("4", "9", "100"));
  const Scorecard card = plain.score("2018-h1", "2018-07-15").cards.at(0);
  CHECK(score_of(card) == "93.5");
  CHECK(told(card) == "quarter -2, quarter -4.5");
  CHECK(card.ledger[0].rule.source == plain.find("rubric")->source);
  // 96 of 100 is 48 of 50; with 46 of 50 the mean is 47.
  const Book other(taking("4", "4", "50"));
  CHECK(score_of(other.score("2018-h1", "2018-07-15").cards.at(0)) == "47");
  // The second half has no policy but this one: h2 is judged by it, out of 50.
  CHECK(other.score("2018-h2", "2019-03-01").cards.at(0).full == value::Rational(50));
}

TEST_CASE("a band that the longer period's policy lacks ranks below all") {
  std::string first = rows;
  first.replace(first.find("until: 2018-12-31"), 17, "until: 2018-03-31");
  std::string second = policy_head;
  second.replace(second.find("rubric"), 6, "second");
  second.replace(second.find("from: 2018-01-01"), 16, "from: 2018-04-01");
  second.replace(
      second.find("[{name: 优秀, from: 90}, {name: 合格, from: 60}, {name: 不合格"),
      std::string("[{name: 优秀, from: 90}, {name: 合格, from: 60}, {name: 不合格").size(),
      "[{name: 好, from: 90}, {name: 差");
  const Book book(first + "---\n" + second + org("office") + leader("li", "office") +
                  case_of("c", "office", "2018-01-02", "2018-02-01",
                          "  - {leader: li, rank: general, measure: transferred, "
                          "date: 2018-02-10}\n"));
  const Scoring year = book.score("2018", "2019-03-01");
  CHECK(card_of(year, book, "li").band == "合格");
  CHECK(card_of(year, book, "li").veto);
}

TEST_CASE("weighted waits for something decided or overdue, hit or not") {
  const Book book(rows + "method: weighted\n" + org("office") + leader("li", "office") +
                  duty("a", "li") +
                  case_of("c", "office", "2018-04-02", "2018-04-10",
                          "  - {leader: li, rank: general, measure: transferred, "
                          "date: 2018-05-10}\n"));
  const Scorecard early = card_of(book.score("2018-q2", "2018-07-10"), book, "li");
  CHECK(!early.score);
  CHECK(early.band.empty());
  CHECK(early.ledger.empty());
  CHECK(early.veto);
  CHECK(told(card_of(book.score("2018-q2", "2018-07-11"), book, "li")) ==
        "unreported -100, incident -5, floor 5");
}

TEST_CASE("one obligation, one policy: days of warning are those of its own period") {
  std::string first = policy_head + "warn: [20]\n";
  first.replace(first.find("until: 2018-12-31"), 17, "until: 2018-06-30");
  std::string second = policy_head + "warn: [3]\n";
  second.replace(second.find("rubric"), 6, "second");
  second.replace(second.find("from: 2018-01-01"), 16, "from: 2018-07-01");
  const Book book(first + "---\n" + second + org("office") + duty("a", "office"));
  const auto state = [&](std::string_view of, std::string_view as_of) {
    return reg::id_of(reg::obligations(book.reg(), period(of), day(as_of)).at(0).state);
  };
  // Due on 10 July by the old policy, on 10 October by the new one.
  CHECK(state("2018-q2", "2018-07-01") == "due-soon");
  CHECK(state("2018-q3", "2018-10-06") == "not-due");
  CHECK(state("2018-q3", "2018-10-07") == "due-soon");
}

TEST_CASE("the largest figures that a policy may have are worked out") {
  std::string policy = policy_head;
  policy.replace(policy.find("full: 100"), 9, "full: 100000");
  policy.replace(policy.find("late: 0.2"), 9, "late: 999.9999");
  for (const char* method : {"", "method: weighted\n"}) {
    CAPTURE(method);
    const Book book(policy + method + org("office") + duty("a", "office", "weight: 1\n") +
                    duty("b", "office", "weight: 999.9999\n") +
                    duty("c", "office", "weight: 0.0001\n") +
                    report("office", "2018-q2",
                           item("a", "2018-07-12", review("approved", "2018-07-13")) +
                               item("b", "2018-07-12", review("returned", "2018-07-13"))));
    for (const char* of : {"2018-q2", "2018-h1", "2018"}) {
      const Scorecard card = book.score(of, "2018-07-15").cards.at(0);
      check_adds_up(card);
      CHECK(card.score);
    }
  }
}

TEST_CASE("a mean out of four full marks that share no factor is exact") {
  std::string yaml;
  const char* const fulls[] = {"99999.9999", "99999.9997", "99999.9993", "99999.9991"};
  const char* const terms[] = {
      "from: 2018-01-01\nuntil: 2018-03-31", "from: 2018-04-01\nuntil: 2018-06-30",
      "from: 2018-07-01\nuntil: 2018-09-30", "from: 2018-10-01\nuntil: 2018-12-31"};
  for (int n = 0; n < 4; ++n) {
    std::string one = policy_head;
    one.replace(one.find("rubric"), 6, "p" + std::to_string(n));
    one.replace(one.find("from: 2018-01-01\nuntil: 2018-12-31"), 34, terms[n]);
    one.replace(one.find("full: 100"), 9, std::string("full: ") + fulls[n]);
    one.replace(one.find("unreported: 0.5"), 15, "unreported: 333.3333");
    yaml += (n == 0 ? "" : "---\n") + one;
  }
  const Book book(yaml + org("office") + duty("a", "office"));
  const Scorecard card = book.score("2018", "2019-03-01").cards.at(0);
  // Each quarter takes off 333.3333 of its full marks, which are all but the year's.
  CHECK(score_of(card) == "99666.67");
  check_adds_up(card);
  CHECK(!card.raises.empty());
}
