// Statistics, status, reminders, lists and trends in every format, of a register whose texts try to
// break out of them.
#include <nlohmann/json.hpp>

#include "support/pages.h"
#include "unit/score/fixture.h"
#include "view/listing.h"
#include "view/reminders.h"
#include "view/statistics.h"
#include "view/status.h"
#include "view/trend.h"

using namespace zsup;
using namespace zsup::test;
using Json = nlohmann::ordered_json;

namespace {

// In a double-quoted YAML text: a link, HTML, a table's bar and a line break.
const std::string nasty = R"("=1|[a](javascript:b)<script>\n`x`")";

const std::string sample =
    policy_head + "warn: [10, 5]\n" + org("office") + org("bureau") +
    leader("li", "office", "role: member\nportfolio: [bureau]\n") +
    "---\nkind: duty\nid: a\ntitle: " + nasty +
    "\ncategory: education\nowner: li\ncadence: quarterly\ndue: +10d\n" + duty("b", "li") +
    report("li", "2018-q2",
           "  - {duty: b, submitted: 2018-07-03, content: 做了, "
           "review: {decision: returned, by: office, date: "
           "2018-07-04, reason: " +
               nasty + "}}\n") +
    "---\nkind: finding\nid: f\ntext: " + nasty +
    "\nsource: audit\ncategories: [funds]\norg: bureau\nfound: 2018-05-01\ndeadline: 2018-07-01\n"
    "amount: 1.8万元\n";

std::string statistics(const Book& book, std::string_view format,
                       const view::StatisticsWanted& wanted = {}) {
  const auto figures = stats::statistics(book.on("2018-07-15"), period("2018-q2"));
  return written(view::statistics_page(book.reg(), figures, wanted), format, {.lang = wanted.lang});
}

std::string status_of(const Book& book, std::string_view format) {
  status::StatusRequest request;
  request.period = period("2018-q2");
  const auto status = status::status(book.on("2018-07-15"), request);
  return written(view::status_page(book.reg(), status, {}), format);
}

std::string reminders(const Book& book, std::string_view format) {
  const auto scoring = book.score("2018-q2", "2018-07-15");
  const auto at = book.on("2018-07-15");
  const auto owed = at.owed(period("2018-q2"));
  return written(view::reminders_page(book.reg(), scoring, owed, {}), format);
}

std::string listing(const Book& book, record::Kind kind, std::string_view format) {
  view::ListingWanted wanted;
  wanted.columns = stats::main_fields(kind);
  wanted.all_fields = true;
  const auto rows = stats::rows(book.reg(), kind);
  return written(view::listing_page(book.reg(), kind, rows, wanted), format);
}

// Nothing acts on a terminal, and each line of a table is a line.
void check_terminal(const std::string& text) {
  CHECK(text.find("<script>\n") == std::string::npos);
}
void check_markdown(const std::string& text) {
  check_terminal(text);
  CHECK(text.find("<script>") == std::string::npos);
  CHECK(text.find("[a](") == std::string::npos);
  CHECK(text.find("=1|") == std::string::npos);
}
void check_csv(const std::string& text) {
  CHECK(text.ends_with("\r\n"));
  CHECK(text.find(",=1") == std::string::npos);
  CHECK(text.find(",\"=1") == std::string::npos);
}

}  // namespace

TEST_CASE("no text breaks out of a format") {
  const Book book(sample);
  view::StatisticsWanted figures;
  figures.explain = true;
  check_terminal(statistics(book, "table", figures));
  check_markdown(statistics(book, "md", figures));
  check_csv(statistics(book, "csv", figures));
  check_terminal(status_of(book, "table"));
  check_markdown(status_of(book, "md"));
  check_csv(status_of(book, "csv"));
  check_terminal(listing(book, record::Kind::finding, "table"));
  check_markdown(listing(book, record::Kind::finding, "md"));
  check_csv(listing(book, record::Kind::finding, "csv"));
  const std::string paragraph = reminders(book, "text");
  check_terminal(paragraph);
  CHECK(std::count(paragraph.begin(), paragraph.end(), '\n') == 1);
}

TEST_CASE("statistics as JSON nest by the names of their keys") {
  const Book book(sample);
  Json json = Json::parse(statistics(book, "json"));
  CHECK(json["version"] == 1);
  CHECK(json["period"] == "2018-q2");
  CHECK(json["as_of"] == "2018-07-15");
  CHECK(json["findings"]["total"] == 1);
  CHECK(json["findings"]["by_source"]["audit"] == 1);
  CHECK(json["findings"]["closed_rate"] == "0");
  CHECK(json["amount"]["involved"] == "18000.00");
  CHECK(json["cases"]["by_rank"]["county"]["persons"] == 0);
  CHECK(!json.contains("records"));
  std::vector<std::string> groups;
  for (const auto& [key, value] : json.items()) groups.push_back(key);
  CHECK(groups == std::vector<std::string>{"version", "period", "as_of", "draft", "findings",
                                           "clues", "cases", "filings", "reports", "letters",
                                           "campaigns", "actions", "amount", "natures"});
  CHECK(json["natures"]["findings.total"] == "flow");
  json = Json::parse(statistics(book, "json", {{}, true, "amount"}));
  CHECK(json["records"].size() == 2);
  CHECK(json["records"]["amount.involved"][0]["record"] == "f");
  CHECK(json["records"]["amount.involved"][0]["amount"] == "18000.00");
  CHECK(json["records"]["amount.involved"][0]["file"] == "book.yaml");
}

TEST_CASE("a table for people leaves out the zeros of breakdowns, CSV none") {
  const Book book(sample);
  view::StatisticsWanted wanted;
  wanted.lang = diag::Lang::en;
  const std::string table = statistics(book, "table", wanted);
  CHECK(table.find("findings.by_source.audit") != std::string::npos);
  CHECK(table.find("findings.by_source.petition") == std::string::npos);
  CHECK(table.find("clues") != std::string::npos);
  CHECK(statistics(book, "csv", wanted).find("findings.by_source.petition") != std::string::npos);
  wanted.draft = true;
  CHECK(statistics(book, "md", wanted).starts_with("# \\[draft"));
}

TEST_CASE("status as JSON") {
  const Book book(sample);
  const Json json = Json::parse(status_of(book, "json"));
  CHECK(json["obligations"]["by_state"]["overdue"] == 1);
  REQUIRE(json["subjects"].size() == 1);
  const Json& owed = json["subjects"][0]["obligations"];
  REQUIRE(owed.size() == 2);
  CHECK(owed[0]["duty"] == "a");
  CHECK(owed[0]["days_left"] == -5);
  CHECK(owed[0]["light"] == "red");
  CHECK(owed[1]["state"] == "returned");
  CHECK(owed[1]["record"] == "li-2018-q2");
  CHECK(json["findings"]["overdue"][0]["answers"] == "li");
  CHECK(json["findings"]["overdue"][0]["days_overdue"] == 14);
  CHECK(json["replies"].empty());
}

TEST_CASE("reminders as JSON carry the figures and the paragraph") {
  const Book book(sample);
  const Json json = Json::parse(reminders(book, "json"));
  REQUIRE(json["reminders"].size() == 1);
  const Json& one = json["reminders"][0];
  CHECK(one["indicators"] == 2);
  CHECK(one["reported"] == 1);
  CHECK(one["overdue"] == 1);
  CHECK(one["returned"] == 1);
  CHECK(one["score"] == "99");
  CHECK(one["overdue_items"][0]["duty"] == "a");
  CHECK(one["returned_items"][0]["duty"] == "b");
  CHECK(one["text"].get<std::string>().find("应报送考核指标2项") != std::string::npos);
}

TEST_CASE("lists as JSON hold what the record says, in canonical words") {
  const Book book(sample);
  const Json json = Json::parse(listing(book, record::Kind::duty, "json"));
  CHECK(json["total"] == 2);
  CHECK(json["records"][1]["id"] == "b");
  CHECK(json["records"][1]["fields"]["cadence"] == "quarterly");
  CHECK(json["records"][1]["fields"]["due"] == "+10d");
}

TEST_CASE("trends: one line a quarter, changes with their sign") {
  const Book book(sample);
  const score::Trend trend = score::trend(book.on("2018-07-15"));
  const std::string table = written(view::trend_page(book.reg(), trend, {}), "table");
  CHECK(table.find("2018-q2") != std::string::npos);
  const Json json = Json::parse(written(view::trend_page(book.reg(), trend, {}), "json"));
  const Json& points = json["subjects"][0]["points"];
  REQUIRE(points.size() == 3);  // the first quarter, the second, and the one that has begun
  CHECK(points[0]["score"] == "99");
  CHECK(points[1]["change"] == "0");
  CHECK(points[2]["score"].is_null());
}
