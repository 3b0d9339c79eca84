#include "score/trend.h"

#include "unit/score/fixture.h"

using namespace zsup;
using namespace zsup::test;
using score::Trend;
using score::TrendLine;
using score::TrendPoint;

namespace {

// "2018-q1 99.5 1 red; 2018-q2 100 +0.5 1 green"
std::string told(const Trend& trend, const Book& book, std::string_view id) {
  std::string out;
  for (const TrendLine& line : trend.lines) {
    if (line.subject != book.find(id)) continue;
    for (const TrendPoint& point : line.points) {
      if (!out.empty()) out += "; ";
      out += point.period.id() + " " + (point.score ? point.score->text() : "null");
      if (point.change) out += " " + point.change->text();
      if (point.place) out += " #" + std::to_string(*point.place);
      out += " " + std::string(reg::id_of(point.light));
    }
  }
  return out;
}

std::string in_time(const std::string& by, const std::string& of, const std::string& on) {
  return report(by, of, item("a-" + by, on, review("approved", on)));
}

// li has owed a report each quarter since 2018, the office one since the second quarter.
const std::string book_of_two =
    policy_head + org("office") + leader("li", "office") +
    duty("a-li", "li", "from: 2018-01-01\n") + duty("a-office", "office", "from: 2018-04-01\n") +
    in_time("li", "2018-q2", "2018-07-05") +    // the first quarter's was never made
    in_time("office", "2018-q2", "2018-07-11")  // a day late
    + in_time("li", "2018-q3", "2018-10-10");

}  // namespace

TEST_CASE("quarters that have begun and in which something is owed") {
  const Book book(book_of_two);
  const Trend trend = score::trend(book.on("2018-10-05"));
  REQUIRE(trend.periods.size() == 4);
  CHECK(trend.periods.front().id() == "2018-q1");
  CHECK(trend.periods.back().id() == "2018-q4");
  // q1: overdue, 0.5 off. q2: approved. q3: over, but due on 10 October and not reported, so that
  // there is nothing to score; q4 still runs.
  CHECK(told(trend, book, "li") ==
        "2018-q1 99.5 #1 red; 2018-q2 100 0.5 #1 green; 2018-q3 null yellow; 2018-q4 null grey");
  CHECK(told(trend, book, "office") ==
        "2018-q2 99.8 #1 yellow; 2018-q3 null yellow; 2018-q4 null grey");
  // A later day sees the third quarter's report.
  CHECK(told(score::trend(book.on("2018-10-10")), book, "li") ==
        "2018-q1 99.5 #1 red; 2018-q2 100 0.5 #1 green; 2018-q3 100 0 #1 green; 2018-q4 null grey");
  // Beyond the policy there is nothing to score by, and it is said.
  const Trend beyond = score::trend(book.on("2019-03-31"));
  CHECK(beyond.periods.size() == 5);
  REQUIRE(beyond.without_policy.size() == 1);
  CHECK(beyond.without_policy[0].id() == "2019-q1");
  CHECK(!beyond.lines.at(0).points.back().full);
  CHECK(score::trend(book.on("2017-12-31")).lines.empty());
}

TEST_CASE("only those who were asked for; leaders come first") {
  const Book book(book_of_two);
  const record::Record* only[] = {book.find("office")};
  const Trend trend = score::trend(book.on("2018-10-05"), only);
  REQUIRE(trend.lines.size() == 1);
  CHECK(trend.lines[0].subject == book.find("office"));
  const Trend all = score::trend(book.on("2018-10-05"));
  REQUIRE(all.lines.size() == 2);
  CHECK(all.lines[0].subject == book.find("li"));
}

TEST_CASE("eight quarters at most, and no score where several policies are in force") {
  std::string long_policy = policy_head;
  long_policy.replace(long_policy.find("2018-01-01"), 10, "2015-01-01");
  const std::string rest = org("office") + duty("a-office", "office");
  const Book book(long_policy + rest);
  const Trend trend = score::trend(book.on("2018-07-15"));
  REQUIRE(trend.periods.size() == score::longest_trend);
  CHECK(trend.periods.front().id() == "2016-q4");
  CHECK(trend.periods.back().id() == "2018-q3");
  std::string second = policy_head;
  second.replace(second.find("rubric"), 6, "other");
  const Book several(policy_head + "---\n" + second + rest);
  const Trend two = score::trend(several.on("2018-07-15"));
  CHECK(two.without_policy.size() == 3);
  CHECK(told(two, several, "office") == "2018-q1 null red; 2018-q2 null red; 2018-q3 null grey");
}
