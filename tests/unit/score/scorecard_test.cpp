#include "score/scorecard.h"

#include <fmt/format.h>

#include "unit/score/fixture.h"

using namespace zsup;
using namespace zsup::test;
using score::Reason;
using score::Scorecard;
using score::Scoring;

namespace {

std::string_view text_at(const Book& book, text::Place place) {
  return book.reg().bytes_at(place);
}

}  // namespace

TEST_CASE("a township's quarter: 28, 24, 4, 22, 2 and 97") {
  std::string yaml = policy_head + org("office");
  std::string items;
  for (int n = 1; n <= 28; ++n) {
    const std::string id = fmt::format("d{:02}", n);
    yaml += duty(id, "office");
    if (n <= 22) items += item(id, "2018-07-03", review("approved", "2018-07-05"));
    if (n == 23 || n == 24) items += item(id, "2018-07-03", review("returned", "2018-07-06"));
  }
  const Book book(yaml + report("office", "2018-q2", items));
  const Scoring scoring = book.score("2018-q2", "2018-07-15");
  CHECK(scoring.policy == book.find("rubric"));
  REQUIRE(scoring.cards.size() == 1);
  const Scorecard& card = scoring.cards[0];
  CHECK(card.subject == book.find("office"));
  CHECK(card.indicators == 28);
  CHECK(card.reported == 24);
  CHECK(card.unreported == 4);
  CHECK(card.approved == 22);
  CHECK(card.returned == 2);
  CHECK(card.under_review == 0);
  CHECK(card.late == 0);
  CHECK(card.overdue == 4);
  CHECK(score_of(card) == "97");
  CHECK(card.full == value::Rational(100));
  CHECK(card.band == "优秀");
  CHECK(card.place == 1);
  CHECK(!card.veto);
  CHECK(told(card) ==
        "unreported -0.5, unreported -0.5, unreported -0.5, unreported -0.5, returned -0.5, "
        "returned -0.5");
  check_adds_up(card);

  CHECK(card.ledger[0].duty == book.find("d25"));
  CHECK(card.ledger[0].record == book.find("d25"));
  CHECK(text_at(book, card.ledger[0].place) == "d25");
  CHECK(text_at(book, card.ledger[0].rule) == "0.5");
  CHECK(card.ledger[0].note.en == "due 2018-07-10, not reported by 2018-07-15");
  CHECK(card.ledger[4].duty == book.find("d23"));
  CHECK(card.ledger[4].record == book.find("office-2018-q2"));
  CHECK(text_at(book, card.ledger[4].place) == "returned");
  CHECK(card.ledger[4].note.zh == "理由");
  CHECK(card.ledger[4].period == period("2018-q2"));

  // Late deducts less than unreported, so that reporting late gains 0.3, and mending gains 0.5.
  REQUIRE(card.raises.size() == 6);
  CHECK(card.raises[0].points.text() == "0.5");
  CHECK(card.raises[0].duty == book.find("d23"));
  CHECK(card.raises[2].points.text() == "0.3");
  CHECK(card.raises[2].duty == book.find("d25"));

  SUBCASE("before the due date what is not reported takes nothing off") {
    const Scorecard early = book.score("2018-q2", "2018-07-10").cards.at(0);
    CHECK(early.unreported == 4);
    CHECK(early.overdue == 0);
    CHECK(score_of(early) == "99");
  }
  SUBCASE("a review that has not happened yet takes nothing off") {
    const Scorecard early = book.score("2018-q2", "2018-07-05").cards.at(0);
    CHECK(early.returned == 0);
    CHECK(early.under_review == 2);
    CHECK(score_of(early) == "100");
    CHECK(early.ledger.empty());
  }
  SUBCASE("a period that has not begun has no score") {
    const Scorecard ahead = book.score("2018-q4", "2018-07-15").cards.at(0);
    CHECK(ahead.indicators == 28);
    CHECK(!ahead.score);
    CHECK(!ahead.place);
    CHECK(ahead.band.empty());
  }
}

TEST_CASE("weights multiply what an obligation takes off, and deductions on one add up") {
  const Book book(policy_head + org("office") + duty("a", "office", "weight: 2.5\n") +
                  duty("b", "office", "weight: 0\n") + duty("c", "office") +
                  report("office", "2018-q2",
                         item("a", "2018-07-12", review("returned", "2018-07-13")) +
                             item("c", "2018-07-11", review("approved", "2018-07-13"))));
  const Scorecard card = book.score("2018-q2", "2018-07-15").cards.at(0);
  // b is overdue, but weighs nothing; a is returned and late; c is late.
  CHECK(told(card) == "returned -1.25, late -0.5, late -0.2");
  CHECK(score_of(card) == "98.05");
  CHECK(card.late == 2);
  CHECK(card.approved == 1);
  CHECK(text_at(book, card.ledger[1].place) == "2018-07-12");
  CHECK(card.ledger[1].note.zh == "2018-07-10 到期，2018-07-12 报送");
  check_adds_up(card);
}

TEST_CASE("a return that is made good no longer deducts, but lateness stays") {
  const Book book(policy_head + org("office") + duty("a", "office") + duty("b", "office") +
                  report("office", "2018-q2",
                         item("a", "2018-07-14",
                              review("approved", "2018-07-16") +
                                  ", earlier: [{submitted: 2018-07-08, content: 做" +
                                  review("returned", "2018-07-09") + "}]") +
                             item("b", "2018-07-14",
                                  review("approved", "2018-07-16") +
                                      ", earlier: [{submitted: 2018-07-11, content: 做" +
                                      review("returned", "2018-07-12") + "}]")));
  CHECK(told(book.score("2018-q2", "2018-07-20").cards.at(0)) == "late -0.2");
  CHECK(told(book.score("2018-q2", "2018-07-15").cards.at(0)) == "late -0.2");
  CHECK(told(book.score("2018-q2", "2018-07-13").cards.at(0)) ==
        "returned -0.5, returned -0.5, late -0.2");
  CHECK(text_at(book, book.score("2018-q2", "2018-07-20").cards[0].ledger[0].place) ==
        "2018-07-11");
}

TEST_CASE("a failed spot check is charged to the tested item's period") {
  const std::string yaml =
      policy_head + org("office") + duty("a", "office", "weight: 2\n") + duty("b", "office") +
      report("office", "2018-q1", item("a", "2018-04-03")) +
      report("office", "2018-q2", item("a", "2018-07-03")) +
      "---\nkind: finding\nid: check-1\ntext: 现场无记录\nsource: spot-check\ncategories: [work]\n"
      "org: office\nfound: 2018-08-20\n"
      "target: {report: office-2018-q2, duty: a, verdict: perfunctory}\n"
      "---\nkind: finding\nid: check-2\ntext: 属实\nsource: spot-check\ncategories: [work]\n"
      "org: office\nfound: 2018-08-20\n"
      "target: {report: office-2018-q2, duty: a, verdict: genuine}\n"
      "---\nkind: finding\nid: check-3\ntext: 报告没有这一项\nsource: spot-check\n"
      "categories: [work]\norg: office\nfound: 2018-08-20\n"
      "target: {report: office-2018-q2, duty: b, verdict: false}\n";
  const Book book(yaml);
  const Scorecard second = book.score("2018-q2", "2018-09-01").cards.at(0);
  CHECK(told(second) == "unreported -0.5, spot-check -2");
  CHECK(second.ledger[1].record == book.find("check-1"));
  CHECK(second.ledger[1].duty == book.find("a"));
  CHECK(text_at(book, second.ledger[1].place) == "perfunctory");
  CHECK(second.ledger[1].note.zh == "走过场");
  CHECK(told(book.score("2018-q2", "2018-08-19").cards.at(0)) == "unreported -0.5");
  CHECK(told(book.score("2018-q3", "2018-09-30").cards.at(0)).empty());
  CHECK(told(book.score("2018-q1", "2018-09-01").cards.at(0)) == "unreported -0.5");
}

namespace {

const std::string events_policy =
    policy_head +
    "incidents:\n"
    "  - {when: {kind: case, measure: party-warning}, points: 3}\n"
    "  - {when: {kind: case, category: funds}, points: 1}\n"
    "  - {when: {kind: finding, category: formalism}, points: 0.25}\n"
    "  - {when: {kind: finding, state: returned}, points: 0.1}\n"
    "  - {when: {kind: finding, measure: party-warning}, points: 50}\n"
    "  - {when: {kind: duty}, points: 50}\n"
    "bonuses:\n"
    "  - {when: {kind: action, type: oral-report}, points: 2}\n"
    "bonus_cap: 3\n"
    "vetoes:\n"
    "  - {when: {kind: case, measure: transferred}, band: 合格}\n"
    "  - {when: {kind: case, measure: party-removal}, band: 不合格}\n";

std::string action(const std::string& id, const std::string& date, const std::string& to) {
  return "---\nkind: action\nid: " + id + "\ntype: oral-report\ndate: " + date +
         "\nby: office\nto: [" + to + "]\n";
}

std::string case_of(const std::string& id, const std::string& filed, const std::string& persons) {
  return "---\nkind: case\nid: " + id +
         "\ntitle: 案件\norg: office\ncategories: [funds]\n"
         "clue: {date: 2018-03-01}\nfiled: " +
         filed + "\npersons:\n" + persons;
}

const std::string people = org("office") + leader("li", "office") + leader("wang", "office") +
                           duty("a", "li") + duty("b", "wang") + duty("c", "office");

}  // namespace

TEST_CASE("incidents are laid to the org and to the leaders whom the record concerns") {
  const Book book(
      events_policy + people +
      case_of("case-1", "2018-04-10",
              "  - {leader: li, rank: general, measure: party-warning, date: 2018-05-01}\n"
              "  - {name: 外人, rank: general, measure: party-warning, date: 2018-05-02}\n"
              "  - {leader: wang, rank: general, measure: party-warning, date: 2018-08-01}\n") +
      "---\nkind: finding\nid: f-1\ntext: 问题\nsource: daily\ncategories: [formalism]\n"
      "org: office\nleader: wang\nfound: 2018-06-01\nevents:\n"
      "  - {date: 2018-06-02, what: assigned}\n  - {date: 2018-06-03, what: submitted}\n"
      "  - {date: 2018-06-04, what: returned}\n  - {date: 2018-06-05, what: submitted}\n"
      "  - {date: 2018-06-06, what: returned}\n  - {date: 2018-07-05, what: returned}\n");
  const Scoring scoring = book.score("2018-q2", "2018-07-08");
  // The case is dated by its filing; each measure by its own day; nothing rolls up.
  CHECK(told(card_of(scoring, book, "li")) == "incident -3, incident -1");
  CHECK(told(card_of(scoring, book, "wang")) == "incident -1, incident -0.25, incident -0.1");
  CHECK(told(card_of(scoring, book, "office")) ==
        "incident -3, incident -3, incident -1, incident -0.25, incident -0.1");
  const Scorecard& li = card_of(scoring, book, "li");
  CHECK(text_at(book, li.ledger[0].place) == "party-warning");
  CHECK(li.ledger[0].note.zh == "党内警告");
  CHECK(li.ledger[0].record == book.find("case-1"));
  CHECK(li.ledger[0].duty == nullptr);
  CHECK(text_at(book, li.ledger[0].rule).starts_with("{when: {kind: case, measure"));
  CHECK(told(card_of(book.score("2018-q3", "2018-08-02"), book, "wang")) ==
        "incident -3, incident -0.1");
  CHECK(told(card_of(book.score("2018-q2", "2018-04-30"), book, "li")) == "incident -1");
  for (const Scorecard& card : scoring.cards) check_adds_up(card);
}

TEST_CASE("bonuses are capped, and nobody rises over full marks") {
  const std::string yaml =
      events_policy + people + action("o-1", "2018-05-01", "li, wang, li") +
      action("o-2", "2018-05-02", "li") + action("o-3", "2018-07-01", "li") +
      case_of("case-1", "2018-04-10",
              "  - {leader: li, rank: general, measure: party-warning, date: 2018-05-01}\n");
  const Book book(yaml);
  const Scoring scoring = book.score("2018-q2", "2018-07-08");
  // 100 - 3 - 1 + 2 + 2 - 1
  CHECK(told(card_of(scoring, book, "li")) == "incident -3, incident -1, bonus 2, bonus 2, cap -1");
  CHECK(score_of(card_of(scoring, book, "li")) == "99");
  CHECK(text_at(book, card_of(scoring, book, "li").ledger[4].place) == "3");
  CHECK(card_of(scoring, book, "li").ledger[4].note.zh == "加分合计 4，上限 3");
  CHECK(told(card_of(scoring, book, "wang")) == "bonus 2, cap -2");
  CHECK(score_of(card_of(scoring, book, "wang")) == "100");
  for (const Scorecard& card : scoring.cards) check_adds_up(card);
}

TEST_CASE("nobody falls below 0") {
  std::string policy = policy_head;
  policy.replace(policy.find("unreported: 0.5"), 15, "unreported: 70");
  const Book book(policy + org("office") + duty("a", "office") + duty("b", "office"));
  const Scorecard card = book.score("2018-q2", "2018-07-15").cards.at(0);
  CHECK(told(card) == "unreported -70, unreported -70, floor 40");
  CHECK(score_of(card) == "0");
  CHECK(card.band == "不合格");
  check_adds_up(card);
  // From -40, one of them reported (late) leaves 29.8 of the 70.
  REQUIRE(card.raises.size() == 2);
  CHECK(card.raises[0].points.text() == "29.8");
}

TEST_CASE("a veto sets the band and takes the place, never the number") {
  const std::string warning =
      "  - {leader: li, rank: general, measure: transferred, date: 2018-05-01}\n";
  SUBCASE("of one") {
    const Book book(events_policy + people + case_of("case-1", "2018-02-10", warning));
    const Scoring scoring = book.score("2018-q2", "2018-07-15");
    const Scorecard& li = card_of(scoring, book, "li");
    CHECK(score_of(li) == "99.5");
    CHECK(li.band == "合格");
    CHECK(!li.place);
    REQUIRE(li.veto);
    CHECK(*li.veto->row->band == "合格");
    CHECK(li.veto->record == book.find("case-1"));
    CHECK(text_at(book, li.veto->place) == "transferred");
    CHECK(li.veto->note.zh == "移送司法机关");
    CHECK(card_of(scoring, book, "wang").place == 1);
    CHECK(card_of(scoring, book, "wang").band == "优秀");
    // It is charged to the org, too.
    CHECK(card_of(scoring, book, "office").veto);
    CHECK(!card_of(book.score("2018-q3", "2018-08-08"), book, "li").veto);
    CHECK(!card_of(book.score("2018-q2", "2018-04-30"), book, "li").veto);
  }
  SUBCASE("of several, the gravest") {
    const Book book(
        events_policy + people +
        case_of("case-1", "2018-02-10",
                warning +
                    "  - {name: 外人, rank: general, measure: party-removal, date: 2018-05-02}\n"));
    const Scoring scoring = book.score("2018-q2", "2018-07-08");
    CHECK(card_of(scoring, book, "li").band == "合格");
    CHECK(card_of(scoring, book, "office").band == "不合格");
    CHECK(*card_of(scoring, book, "office").veto->row->band == "不合格");
  }
  SUBCASE("never a lift") {
    std::string policy = events_policy;
    policy.replace(policy.find("unreported: 0.5"), 15, "unreported: 90");
    const Book book(policy + people + case_of("case-1", "2018-02-10", warning));
    const Scorecard li = card_of(book.score("2018-q2", "2018-07-15"), book, "li");
    CHECK(score_of(li) == "10");
    CHECK(li.band == "不合格");
    CHECK(li.veto);
  }
}

TEST_CASE("equal scores share a place, each kind for itself") {
  std::string yaml = policy_head + org("office") + org("bureau");
  for (const char* name : {"a", "b", "c", "d"}) yaml += leader(name, "office");
  yaml += duty("da", "a") + duty("db", "b") + duty("dc", "c") + duty("dd", "d") + duty("de", "d") +
          duty("o1", "office") + duty("o2", "bureau");
  yaml += report("a", "2018-q2", item("da", "2018-07-01")) +
          report("c", "2018-q2", item("dc", "2018-07-02")) +
          report("bureau", "2018-q2", item("o2", "2018-07-02"));
  const Book book(yaml);
  const Scoring scoring = book.score("2018-q2", "2018-07-15");
  CHECK(card_of(scoring, book, "a").place == 1);
  CHECK(card_of(scoring, book, "b").place == 3);
  CHECK(card_of(scoring, book, "c").place == 1);
  CHECK(card_of(scoring, book, "d").place == 4);
  CHECK(card_of(scoring, book, "office").place == 2);
  CHECK(card_of(scoring, book, "bureau").place == 1);
}

TEST_CASE("the list is read by place; equals in protocol order; colleagues without a duty last") {
  const Book book(policy_head + leader("z-last", "bureau") + org("office") + org("bureau") +
                  leader("second", "office", "role: member\norder: 2\n") +
                  leader("unordered", "office", "role: member\n") +
                  leader("first", "office", "role: principal\norder: 1\n") +
                  leader("gone", "office", "role: member\norder: 3\nuntil: 2018-06-29\n") +
                  leader("aide", "office", "role: other\norder: 4\n") +
                  leader("idle", "office", "role: member\norder: 5\nuntil: 2018-06-30\n") +
                  leader("alone", "quiet", "role: principal\norder: 1\n") + org("quiet") +
                  duty("a", "second") + duty("b", "z-last") + duty("c", "bureau"));
  const Scoring scoring = book.score("2018-q2", "2018-07-11");
  std::string order;
  for (const Scorecard& card : scoring.cards) {
    order += std::string(card.subject->name()) + " " + score_of(card) + "; ";
  }
  CHECK(order == "second 99.5; z-last 99.5; first null; idle null; unordered null; bureau 99.5; ");
  CHECK(card_of(scoring, book, "first").indicators == 0);
  CHECK(!card_of(scoring, book, "first").place);

  const record::Record* asked[] = {book.find("alone"), book.find("quiet"), book.find("bureau")};
  const Scoring more = score::score(book.on("2018-07-11"), period("2018-q2"), asked);
  CHECK(more.cards.size() == 8);
  CHECK(score_of(card_of(more, book, "alone")) == "null");
  CHECK(card_of(more, book, "bureau").place == 1);
  CHECK(more.cards.back().subject == book.find("quiet"));
}

TEST_CASE("points earned of points due") {
  std::string policy = policy_head + "method: weighted\n";
  SUBCASE("thirds add up by a rounding line") {
    std::string far_off = duty("d", "office");
    far_off.replace(far_off.find("+10d"), 4, "+90d");
    const Book book(policy + org("office") + duty("a", "office") + duty("b", "office") +
                    duty("c", "office") + far_off + duty("e", "office") +
                    report("office", "2018-q2",
                           item("a", "2018-07-03", review("approved", "2018-07-05")) +
                               item("b", "2018-07-03", review("returned", "2018-07-05")) +
                               item("e", "2018-07-03")));
    const Scorecard card = book.score("2018-q2", "2018-07-15").cards.at(0);
    // Due: a, b and c. d is not due, e is under review.
    CHECK(told(card) == "unreported -33.33, returned -33.33, rounding -0.01");
    CHECK(score_of(card) == "33.33");
    CHECK(text_at(book, card.ledger[0].rule) == "weighted");
    check_adds_up(card);
    REQUIRE(card.raises.size() == 2);
    CHECK(card.raises[0].points.text() == "33.34");  // 66.67 - 33.33
    CHECK(card.raises[1].points.text() == "33.14");  // 66.47 - 33.33: late takes 0.2 off 66.67
  }
  SUBCASE("weights, late and made good") {
    const Book book(
        policy + org("office") + duty("a", "office", "weight: 3\n") + duty("b", "office") +
        report("office", "2018-q2", item("a", "2018-07-12", review("approved", "2018-07-13"))));
    const Scorecard card = book.score("2018-q2", "2018-07-15").cards.at(0);
    // 3 of 4 earned, and late takes 0.2 × 3.
    CHECK(told(card) == "unreported -25, late -0.6");
    CHECK(score_of(card) == "74.4");
  }
  SUBCASE("nothing due yet: no score") {
    const Book book(policy + org("office") + duty("a", "office") + duty("b", "office") +
                    report("office", "2018-q2", item("a", "2018-07-03")));
    const Scorecard card = book.score("2018-q2", "2018-07-10").cards.at(0);
    CHECK(card.indicators == 2);
    CHECK(!card.score);
    CHECK(card.ledger.empty());
  }
}

TEST_CASE("points are exact decimals") {
  std::string policy = policy_head;
  policy.replace(policy.find("unreported: 0.5"), 15, "unreported: 0.1");
  policy.replace(policy.find("full: 100"), 9, "full: 10.5");
  std::string yaml = policy + org("office");
  for (int n = 0; n < 3; ++n) yaml += duty(fmt::format("d{}", n), "office");
  const Book tenths(yaml);
  CHECK(score_of(tenths.score("2018-q2", "2018-07-15").cards.at(0)) == "10.2");

  // 0.1 × 0.0125 has five places, and all of them are shown.
  const Book tiny(policy + org("office") + duty("a", "office", "weight: 0.0125\n") +
                  duty("b", "office", "weight: 0.0625\n"));
  const Scorecard card = tiny.score("2018-q2", "2018-07-15").cards.at(0);
  CHECK(told(card) == "unreported -0.00125, unreported -0.00625");
  CHECK(score_of(card) == "10.4925");
  check_adds_up(card);
}

TEST_CASE("a year is the mean of its quarters that have a score") {
  std::string policy = policy_head;
  policy.replace(policy.find("from: 2018-01-01\nuntil: 2018-12-31"), 34, "from: 2018-01-01");
  const Book book(
      policy + org("office") + leader("li", "office") + duty("a", "office", "from: 2018-04-01\n") +
      duty("b", "li") +
      "---\nkind: duty\nid: y\ntitle: 年度\ncategory: education\nowner: office\n"
      "cadence: yearly\ndue: +1m\n" +
      report("office", "2018-q3", item("a", "2018-10-03", review("approved", "2018-10-05"))) +
      report("office", "2018-q4", item("a", "2019-01-13", review("approved", "2019-01-15"))));
  SUBCASE("three of them") {
    const Scoring scoring = book.score("2018", "2019-03-01");
    const Scorecard& card = card_of(scoring, book, "office");
    // Q1 owes nothing; 99.5, 100, and 99.3 with y overdue and a late: 298.8 ÷ 3.
    CHECK(score_of(card) == "99.6");
    CHECK(told(card) == "quarter -0.17, quarter 0, quarter -0.23");
    CHECK(card.ledger[0].note.zh == "第二季度 99.5 分");
    CHECK(card.ledger[0].period == period("2018-q2"));
    CHECK(card.ledger[0].record == nullptr);
    CHECK(card.indicators == 4);
    CHECK(card.reported == 2);
    CHECK(card.approved == 2);
    CHECK(card.late == 1);
    CHECK(card.overdue == 2);
    CHECK(card.place == 1);
    check_adds_up(card);
    CHECK(score_of(card_of(scoring, book, "li")) == "99.5");
    REQUIRE(card.raises.size() == 2);
    CHECK(card.raises[0].points.text() == "0.1");
  }
  SUBCASE("quarters ahead have none, nor one in which nothing has happened yet") {
    const Scorecard card = card_of(book.score("2018", "2018-07-15"), book, "office");
    CHECK(told(card) == "quarter -0.5");
    CHECK(score_of(card) == "99.5");
    CHECK(card.indicators == 4);
    CHECK(score_of(card_of(book.score("2018-q3", "2018-09-30"), book, "office")) == "null");
    // The day after the quarter's end says nothing; the report of 3 October does.
    CHECK(score_of(card_of(book.score("2018-q3", "2018-10-02"), book, "office")) == "null");
    CHECK(score_of(card_of(book.score("2018-q3", "2018-10-03"), book, "office")) == "100");
  }
  SUBCASE("a half-year is the mean of its quarters, too") {
    const Scorecard card = card_of(book.score("2018-h2", "2019-03-01"), book, "office");
    // (100 + 99.3) ÷ 2
    CHECK(score_of(card) == "99.65");
    CHECK(told(card) == "quarter 0, quarter -0.35");
    CHECK(card.indicators == 3);
    check_adds_up(card);
  }
  SUBCASE("a quarter without a policy has no score, and the others have") {
    std::string late = policy_head;
    late.replace(late.find("from: 2018-01-01"), 16, "from: 2018-04-01");
    const Book new_office(late + org("office") + duty("a", "office", "from: 2018-04-01\n"));
    CHECK(new_office.score("2018", "2019-03-01").without_policy.empty());
    const Book old_office(late + org("office") + duty("a", "office"));
    const Scoring scoring = old_office.score("2018", "2019-03-01");
    REQUIRE(scoring.without_policy.size() == 1);
    CHECK(scoring.without_policy[0] == period("2018-q1"));
    CHECK(told(scoring.cards.at(0)) ==
          "quarter -0.17, quarter -0.17, quarter -0.17, rounding 0.01");
    CHECK(score_of(scoring.cards.at(0)) == "99.5");
    CHECK(scoring.cards.at(0).indicators == 4);
  }
}

TEST_CASE("without a policy, or with several, there is no score") {
  const Book none(policy_head + org("office") + duty("a", "office"));
  const Scoring scoring = none.score("2019-q1", "2019-05-01");
  CHECK(scoring.policy == nullptr);
  REQUIRE(scoring.without_policy.size() == 1);
  CHECK(score::no_policy_message(none.reg(), scoring.without_policy[0]).zh ==
        "2019年第一季度不计分：2019-03-31 没有施行中的考核办法");
  REQUIRE(scoring.cards.size() == 1);
  CHECK(scoring.cards[0].indicators == 1);
  CHECK(scoring.cards[0].overdue == 1);
  CHECK(!scoring.cards[0].score);
  CHECK(!scoring.cards[0].place);

  std::string other = policy_head;
  other.replace(other.find("rubric"), 6, "second");
  other.replace(other.find("from: 2018-01-01"), 16, "from: 2018-06-30");
  const Book two(policy_head + "---\n" + other + org("office") + duty("a", "office"));
  CHECK(score_of(two.score("2018-q1", "2018-04-15").cards.at(0)) == "99.5");
  const Scoring both = two.score("2018-q2", "2018-07-15");
  CHECK(!both.cards.at(0).score);
  CHECK(score::no_policy_message(two.reg(), both.without_policy.at(0)).en ==
        "the second quarter of 2018 has no score: 2 policies are in force on 2018-06-30: rubric, "
        "second");
}
