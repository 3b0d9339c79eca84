#include "stats/statistics.h"

#include "unit/stats/fixture.h"

using namespace zsup;
using namespace zsup::test;
using stats::Cell;
using stats::Statistics;
using stats::Unit;

namespace {

Statistics of(const Book& book, std::string_view in, std::string_view as_of) {
  Statistics result = stats::statistics(book.on(as_of), period(in));
  CHECK(result.notes.empty());
  for (const Cell& cell : result.cells) {
    CAPTURE(cell.key);
    CHECK(!cell.label.zh.empty());
    CHECK(!cell.label.en.empty());
    // Every one that is counted can be shown.
    if (cell.unit == Unit::count)
      CHECK(cell.records.size() == static_cast<std::size_t>(*cell.number));
    for (const stats::Behind& one : cell.records) {
      REQUIRE(one.record != nullptr);
      CHECK(one.place.span.given());
    }
  }
  return result;
}

std::string figure(const Statistics& statistics, std::string_view key) {
  const Cell* cell = statistics.find(key);
  REQUIRE_MESSAGE(cell != nullptr, key);
  return cell->number ? cell->text() : "null";
}

std::string behind(const Statistics& statistics, std::string_view key) {
  std::string out;
  for (const stats::Behind& one : statistics.find(key)->records) {
    out += (out.empty() ? "" : " ") + std::string(slug(*one.record));
  }
  return out;
}

std::string person(const std::string& who, const std::string& rank) {
  return "  - {" + who + ", rank: " + rank + "}\n";
}
std::string a_case(const std::string& id, const std::string& clue, const std::string& more) {
  return "---\nkind: case\nid: " + id + "\ntitle: 案件\norg: bureau\ncategories: [funds]\nclue: {" +
         clue + "}\n" + more;
}
std::string filing(const std::string& id, const std::string& date, const std::string& amount,
                   const std::string& more = "") {
  return "---\nkind: filing\nid: " + id + "\norg: bureau\nevent: 活动\ndate: " + date +
         "\namount: " + amount + "\n" + more;
}

}  // namespace

TEST_CASE("findings count by the day found, and stand as they do at the as-of date") {
  const Book book(office + finding("before", "2018-03-31", "source: audit\n") +
                  finding("first", "2018-04-01",
                          "source: audit\nevents:\n  - {date: 2018-04-02, what: assigned}\n"
                          "  - {date: 2018-04-03, what: submitted}\n"
                          "  - {date: 2018-04-04, what: approved}\n"
                          "  - {date: 2018-07-05, what: closed}\n"
                          "  - {date: 2018-07-06, what: published}\n") +
                  finding("last", "2018-06-30", "source: petition\n") +
                  finding("middle", "2018-05-01", "source: audit\n") +
                  finding("after", "2018-07-01", "source: audit\n"));
  const Statistics july = of(book, "2018-q2", "2018-07-15");
  CHECK(figure(july, "findings.total") == "3");
  CHECK(figure(july, "findings.by_source.audit") == "2");
  CHECK(figure(july, "findings.by_source.petition") == "1");
  CHECK(figure(july, "findings.by_source.inspection") == "0");
  CHECK(figure(july, "findings.by_state.open") == "2");
  CHECK(figure(july, "findings.by_state.closed") == "1");
  CHECK(july.find("findings.by_state.published") == nullptr);
  CHECK(figure(july, "findings.closed_rate") == "33.33");  // 1 of 3
  CHECK(behind(july, "findings.closed_rate") == "first");

  const Statistics june = of(book, "2018-q2", "2018-05-31");  // "last" is not found yet
  CHECK(figure(june, "findings.total") == "2");
  CHECK(figure(june, "findings.by_state.approved") == "1");
  CHECK(figure(june, "findings.closed_rate") == "0");
  CHECK(figure(of(book, "2019", "2019-12-31"), "findings.closed_rate") == "null");
}

TEST_CASE("the closing rate is exact and rounds half up") {
  const auto rate = [](int closed, int total) {
    std::string yaml = office;
    for (int i = 0; i < total; ++i) {
      yaml += finding("f" + std::to_string(i), "2018-04-01",
                      i < closed ? "source: audit\nevents: [{date: 2018-04-02, what: closed}]\n"
                                 : "source: audit\n");
    }
    return figure(of(Book(yaml), "2018", "2018-12-31"), "findings.closed_rate");
  };
  CHECK(rate(3, 8) == "37.5");
  CHECK(rate(2, 3) == "66.67");  // 66.666…
  CHECK(rate(1, 32) == "3.13");  // 3.125
  CHECK(rate(1, 16) == "6.25");
  CHECK(rate(5, 5) == "100");
}

TEST_CASE("clues by their own day, cases by the day filed, persons once each") {
  const Book book(office +
                  a_case("a", "date: 2018-03-30",
                         "filed: 2018-04-02\npersons:\n" + person("leader: li", "county-chief") +
                             person("name: 乐某, org: port", "township-deputy")) +
                  a_case("b", "date: 2018-04-10",
                         "filed: 2018-05-02\npersons:\n" + person("leader: li", "county-chief") +
                             person("name: 乐某, org: bureau", "township-deputy")) +
                  // No org of their own: the case's, so the same person as in b.
                  a_case("c", "date: 2018-04-11",
                         "filed: 2018-06-02\npersons:\n" + person("name: 乐某", "township-deputy") +
                             person("name: 丁某", "county-deputy")) +
                  a_case("d", "date: 2018-04-12",
                         "filed: 2018-07-01\npersons:\n" + person("name: 戊某", "general")) +
                  a_case("e", "date: 2018-04-13", ""));
  const Statistics all = of(book, "2018-q2", "2018-07-15");
  CHECK(figure(all, "clues") == "4");  // b, c, d and e
  CHECK(figure(all, "cases.total") == "3");
  CHECK(figure(all, "cases.persons") == "4");  // li, 乐某 of the port, 乐某 of the bureau, 丁某
  CHECK(figure(all, "cases.by_rank.county.cases") == "3");
  CHECK(figure(all, "cases.by_rank.county.persons") == "2");
  CHECK(figure(all, "cases.by_rank.county-chief.cases") == "2");
  CHECK(figure(all, "cases.by_rank.county-chief.persons") == "1");
  CHECK(figure(all, "cases.by_rank.county-deputy.cases") == "1");
  CHECK(figure(all, "cases.by_rank.township-deputy.cases") == "3");
  CHECK(figure(all, "cases.by_rank.township-deputy.persons") == "2");
  CHECK(figure(all, "cases.by_rank.general.cases") == "0");
  CHECK(behind(all, "cases.by_rank.county.persons") == "a c");
  CHECK(figure(of(book, "2018-q2", "2018-05-31"), "cases.total") == "2");
}

TEST_CASE("one case with two persons of county level is one case and two persons") {
  const Book book(office +
                  a_case("a", "date: 2018-03-30",
                         "filed: 2018-04-02\npersons:\n" + person("name: 甲某", "county-chief") +
                             person("name: 乙某", "county-deputy")));
  const Statistics all = of(book, "2018-h1", "2018-07-15");
  CHECK(figure(all, "cases.by_rank.county.cases") == "1");
  CHECK(figure(all, "cases.by_rank.county.persons") == "2");
}

TEST_CASE("filings: the threshold is inclusive, the limit too") {
  const Book book(office + policy("filing: {threshold: 10万元, within: +30d}\n") +
                  filing("below", "2018-04-01", "99999.99") +
                  filing("at", "2018-04-01", "100000.00", "filed: 2018-05-01\n") +  // the 30th day
                  filing("late", "2018-04-01", "100000.01", "filed: 2018-05-02\n") +  // the 31st
                  filing("never", "2018-04-01", "20万元") + filing("soon", "2018-06-20", "20万元") +
                  filing("later", "2018-06-20", "20万元", "filed: 2018-07-19\n") +
                  filing("before-the-policy", "2017-12-31", "20万元"));
  const Statistics july = of(book, "2018-q2", "2018-07-15");
  CHECK(figure(july, "filings.required") == "5");
  CHECK(behind(july, "filings.on_time") == "at");
  CHECK(behind(july, "filings.supplementary") == "late");
  CHECK(behind(july, "filings.missing") == "never");
  const Statistics august = of(book, "2018-q2", "2018-08-15");
  CHECK(behind(august, "filings.on_time") == "at later");
  CHECK(behind(august, "filings.missing") == "never soon");
  const Statistics may = of(book, "2018-q2", "2018-05-01");  // on the last day nobody is late
  CHECK(behind(may, "filings.missing") == "");
  CHECK(figure(may, "filings.required") == "3");
  CHECK(figure(of(book, "2017", "2018-07-15"), "filings.required") == "0");
}

TEST_CASE("what cannot be told is left open, never a guess, and all else is computed") {
  const Book no_calendar(office + policy("filing: {threshold: 10万元, within: +20wd}\n") +
                         filing("expo", "2018-04-01", "20万元"));
  const Statistics first = stats::statistics(no_calendar.on("2018-07-15"), period("2018"));
  CHECK(figure(first, "filings.required") == "1");
  for (const char* key : {"filings.on_time", "filings.supplementary", "filings.missing"}) {
    CHECK(figure(first, key) == "null");
  }
  CHECK(figure(first, "findings.total") == "0");
  REQUIRE(first.notes.size() == 1);
  CHECK(first.notes[0].en.find("there is no calendar for 2018 (ZS211)") == 0);
  std::string twice = policy();
  twice.replace(twice.find("rubric"), 6, "second");
  const Book two(office + policy() + twice + filing("expo", "2018-04-01", "20万元"));
  const Statistics second = stats::statistics(two.on("2018-07-15"), period("2018"));
  CHECK(figure(second, "filings.required") == "null");
  CHECK(second.notes.size() == 1);
}

TEST_CASE("a figure says whether it adds up") {
  const Book book(office + policy());
  const Statistics all = of(book, "2018-q2", "2018-07-15");
  const auto nature = [&](std::string_view key) {
    const stats::Cell* cell = all.find(key);
    return cell == nullptr ? std::string_view() : stats::id_of(cell->nature);
  };
  for (const char* key :
       {"findings.total", "findings.by_source.daily", "clues", "cases.total",
        "cases.by_rank.county.cases", "filings.required", "letters.total", "letters.reply_required",
        "actions.total", "campaigns.declared", "amount.recovered", "reports.indicators"}) {
    CHECK_MESSAGE(nature(key) == "flow", key);
  }
  for (const char* key :
       {"findings.by_state.closed", "letters.replied", "letters.overdue", "reports.approved",
        "reports.overdue", "campaigns.corrected", "actions.rectified", "filings.missing"}) {
    CHECK_MESSAGE(nature(key) == "state", key);
  }
  for (const char* key : {"cases.persons", "cases.by_rank.county.persons", "reports.required",
                          "reports.filed", "reports.complete", "reports.by_role.org.required"}) {
    CHECK_MESSAGE(nature(key) == "distinct", key);
  }
  CHECK(nature("findings.closed_rate") == "rate");
  CHECK(all.find("cases.persons")->label.zh == "涉案人员（去重）");
  CHECK(all.find("letters.overdue")->label.zh == "逾期未回复的函件（截至）");
}

TEST_CASE("reports: who had to, who did, and how the items stand") {
  const Book book(
      office + policy() + duty("a", "{under: office}") + duty("b", "li") + duty("c", "bureau") +
      report("li", "2018-q2",
             item("a", "2018-07-01", review("approved", "2018-07-02")) +
                 item("b", "2018-07-12", review("approved", "2018-07-13"))) +
      report("wang", "2018-q2", item("a", "2018-07-14", review("returned", "2018-07-20"))));
  const Statistics all = of(book, "2018-q2", "2018-07-15");
  CHECK(figure(all, "reports.required") == "3");
  CHECK(figure(all, "reports.filed") == "2");
  CHECK(figure(all, "reports.complete") == "2");
  CHECK(figure(all, "reports.by_role.principal.required") == "1");
  CHECK(figure(all, "reports.by_role.member.filed") == "1");
  CHECK(figure(all, "reports.by_role.org.required") == "1");
  CHECK(figure(all, "reports.by_role.org.filed") == "0");
  CHECK(figure(all, "reports.indicators") == "4");
  CHECK(figure(all, "reports.reported") == "3");
  CHECK(figure(all, "reports.unreported") == "1");
  CHECK(figure(all, "reports.overdue") == "1");
  CHECK(figure(all, "reports.approved") == "2");
  CHECK(figure(all, "reports.under_review") == "1");  // the review of 20 July does not exist yet
  CHECK(figure(all, "reports.returned") == "0");
  CHECK(figure(all, "reports.late") == "2");
  CHECK(behind(all, "reports.filed") == "li-2018-q2 wang-2018-q2");
  CHECK(behind(all, "reports.overdue") == "c");
  CHECK(figure(of(book, "2018-q2", "2018-07-11"), "reports.complete") == "0");
}

TEST_CASE("letters, campaigns and actions") {
  const std::string letter =
      "---\nkind: letter\nid: l1\ntype: notice\nnumber: 东纪函〔2018〕1号\n"
      "date: 2018-04-02\nto: li\nreply_by: 2018-04-20\n";
  const Book book(
      office + letter + "replied: 2018-04-25\n" +
      "---\nkind: letter\nid: l2\ntype: reminder\nnumber: 东纪函〔2018〕2号\ndate: 2018-05-02\nto: "
      "li\n" +
      "---\nkind: campaign\nid: posts\ntitle: 清理\ntype: rectification\nscope: 全区\n"
      "from: 2018-03-20\nitems:\n"
      "  - {leader: li, text: 兼职, declared: 2018-04-05, corrected: 2018-05-10}\n"
      "  - {name: 甲某, text: 兼职, declared: 2018-04-06, corrected: 2018-07-10}\n"
      "  - {name: 乙某, text: 兼职}\n" +
      "---\nkind: action\nid: talk\ntype: criticism\ndate: 2018-04-10\nby: li\nto: [wang]\n"
      "rectified: 2018-04-20\n" +
      "---\nkind: action\nid: check\ntype: special-check\ndate: 2018-06-30\nby: li\nto: "
      "[bureau]\n");
  const Statistics june = of(book, "2018-q2", "2018-06-30");
  CHECK(figure(june, "letters.total") == "2");
  CHECK(figure(june, "letters.by_type.notice") == "1");
  CHECK(figure(june, "letters.reply_required") == "1");
  CHECK(figure(june, "letters.replied") == "1");
  CHECK(figure(june, "letters.overdue") == "0");
  CHECK(figure(of(book, "2018-q2", "2018-04-20"), "letters.overdue") == "0");
  CHECK(figure(of(book, "2018-q2", "2018-04-24"), "letters.overdue") == "1");
  CHECK(figure(june, "campaigns.declared") == "2");
  CHECK(figure(june, "campaigns.corrected") == "1");
  CHECK(figure(of(book, "2018-q2", "2018-07-10"), "campaigns.corrected") == "2");
  CHECK(figure(of(book, "2018-q1", "2018-07-10"), "campaigns.declared") == "1");  // since 20 March
  CHECK(figure(june, "actions.total") == "2");
  CHECK(figure(june, "actions.by_type.criticism") == "1");
  CHECK(figure(june, "actions.rectified") == "1");
  CHECK(figure(of(book, "2018-q2", "2018-04-19"), "actions.rectified") == "0");
}

TEST_CASE("of a campaign with mistakes in it, a draft counts the items that name somebody") {
  const Book book(office +
                      "---\nkind: campaign\nid: posts\ntitle: 清理\ntype: rectification\n"
                      "scope: 全区\nfrom: 2018-04-01\nitems:\n"
                      "  - {leader: li, text: 兼职}\n"
                      "  - nothing of the kind\n"
                      "  - {name: [甲某], text: 兼职}\n"
                      "  - {text: 兼职, corrected: 2018-05-10}\n",
                  "", Mistakes::some);
  const Statistics june = of(book, "2018-q2", "2018-06-30");
  CHECK(figure(june, "campaigns.declared") == "1");
  CHECK(figure(june, "campaigns.corrected") == "0");
}

TEST_CASE("what has no id that can be read is shown where it says its kind") {
  const Book book(
      office + duty("///", "bureau") +
          "---\nkind: leader\nid: '?'\nname: 赵三\norg: bureau\npost: 局长\nrole: principal\n" +
          duty("all", "{role: principal, under: office}"),
      "", Mistakes::some);
  const Statistics june = of(book, "2018-q2", "2018-06-30");
  CHECK(figure(june, "reports.indicators") == "3");  // of the bureau, of its head, of the secretary
  CHECK(figure(june, "reports.required") == "3");
}

TEST_CASE("money is exact, and what a case took over from a finding counts once") {
  const Book book(office + finding("origin", "2018-04-01", "source: audit\namount: 1.8万元\n") +
                  finding("other", "2018-04-01", "source: audit\namount: 0.10\nrecovered: 0.10\n") +
                  a_case("a", "date: 2018-04-03, source: origin",
                         "filed: 2018-04-05\namount: 18000.20\nrecovered: 18000.00\n"));
  const Statistics all = of(book, "2018-q2", "2018-07-15");
  CHECK(figure(all, "amount.involved") == "18000.30");
  CHECK(figure(all, "amount.recovered") == "18000.10");
  CHECK(behind(all, "amount.involved") == "a other");
  // Before the case is filed its money is still the finding's.
  CHECK(figure(of(book, "2018-q2", "2018-04-04"), "amount.involved") == "18000.10");
}
