#include "stats/listing.h"

#include "unit/stats/fixture.h"

using namespace zsup;
using namespace zsup::test;
using record::Kind;
using record::YamlValue;
using stats::Filter;
using stats::Row;

namespace {

const record::FieldSpec& field(Kind kind, std::string_view key) {
  const record::FieldSpec* found = record::kind_row(kind).object().find(key);
  REQUIRE(found != nullptr);
  return *found;
}

std::string matching(const Book& book, Kind kind, std::string_view key, std::string_view text) {
  const auto filter = stats::read_filter(field(kind, key), text, 2018);
  if (const auto* refused = std::get_if<diag::Refused>(&filter)) {
    return "error: " + refused->message.en + "; " + refused->help.en;
  }
  std::string out;
  for (const Row& row : stats::rows(book.reg(), kind)) {
    if (matches(row, std::get<stats::Filter>(filter)))
      out += (out.empty() ? "" : " ") + std::string(slug(*row.record));
  }
  return out;
}

const std::string three =
    office + finding("a", "2018-04-01", "source: audit\namount: 1.8万元\n") +
    finding("b", "2018-06-30", "来源: 巡察\ndeadline: 2018-07-31\n") +
    "---\n种类: 问题\n编号: 丙\n内容: 未比价采购\n来源: 审计\n类别: [采购, funds]\n单位: port\n"
    "发现日期: 2018-07-01\n涉及金额: 18000.00\n";

}  // namespace

TEST_CASE("values have one form whatever spelling a record uses") {
  const Book book(three);
  const std::vector<Row> rows = stats::rows(book.reg(), Kind::finding);
  REQUIRE(rows.size() == 3);
  // What an inspection found comes first.
  for (const std::size_t at : {std::size_t{1}, std::size_t{2}}) {
    const YamlValue* source = rows[at].find(field(Kind::finding, "source"));
    REQUIRE(source != nullptr);
    CHECK(source->text == "audit");
    CHECK(rows[at].find(field(Kind::finding, "amount"))->text == "18000.00");
  }
  const YamlValue* categories = rows[2].find(field(Kind::finding, "categories"));
  REQUIRE(categories->items.size() == 2);
  CHECK(categories->items[0].text == "procurement");
  CHECK(rows[1].find(field(Kind::finding, "deadline")) == nullptr);
  CHECK(slug(*rows[2].record) == "丙");
}

TEST_CASE("filters take either spelling") {
  const Book book(three);
  CHECK(matching(book, Kind::finding, "source", "审计") == "a 丙");
  CHECK(matching(book, Kind::finding, "来源", "inspection") == "b");
  CHECK(matching(book, Kind::finding, "categories", "采购") == "丙");
  CHECK(matching(book, Kind::finding, "categories", "funds") == "b a 丙");
  CHECK(matching(book, Kind::finding, "amount", "1.80万元") == "a 丙");
  CHECK(matching(book, Kind::finding, "found", "2018-q2") == "b a");
  CHECK(matching(book, Kind::finding, "found", "2018-07-01") == "丙");
  CHECK(matching(book, Kind::finding, "text", "比价") == "丙");
  CHECK(matching(book, Kind::finding, "org", "port") == "丙");
  CHECK(matching(book, Kind::finding, "deadline", "") == "a 丙");
  CHECK(matching(book, Kind::leader, "portfolio", "port") == "li");
  CHECK(matching(book, Kind::finding, "id", "丙") == "丙");
}

TEST_CASE("what a filter cannot be") {
  const Book book(three);
  CHECK(matching(book, Kind::finding, "source", "audits") ==
        "error: 'source' has no value 'audits'; did you mean 'audit'?");
  CHECK(matching(book, Kind::finding, "found", "2018-13") ==
        "error: 'found' takes a date or a period (2026-07-15, 2026-q2), and '2018-13' is none; ");
  CHECK(matching(book, Kind::finding, "amount", "much") ==
        "error: 'amount' takes an amount of money, and 'much' is none; ");
}

TEST_CASE("filters by number, period, truth and what a mapping holds") {
  const Book book(
      office + duty("light", "office", "cadence: quarterly\ndue: +10d\nweight: 0.50\n") +
      duty("once", "li", "cadence: once\ndue: 2018-05-31\nrequires: {attachments: 2}\n") +
      report("li", "2018-q2", item("once", "2018-05-30")) + "oral: 2018-07-05\n" +
      report("li", "2018-06", item("once", "2018-06-02")));
  CHECK(matching(book, Kind::duty, "weight", "0.5") == "light");
  CHECK(matching(book, Kind::duty, "权重", "half") ==
        "error: 'weight' takes a number, and 'half' is none; ");
  CHECK(matching(book, Kind::leader, "order", "2") == "wang");
  CHECK(matching(book, Kind::leader, "order", "2.0") ==
        "error: 'order' takes a whole number, and '2.0' is none; ");
  CHECK(matching(book, Kind::report, "period", "2018-q2") == "li-2018-q2");
  CHECK(matching(book, Kind::report, "period", "q2") == "li-2018-q2");
  CHECK(matching(book, Kind::duty, "requires", "attachments") == "once");
  CHECK(matching(book, Kind::duty, "requires", "2") == "once");
  CHECK(matching(book, Kind::duty, "requires", "3") == "");
  CHECK(matching(book, Kind::duty, "cadence", "fortnightly") ==
        "error: 'cadence' has no value 'fortnightly'; it is one of: once, monthly, quarterly, "
        "half-yearly, yearly");
}

TEST_CASE("the fields of a list: required ones first, at most six") {
  const auto keys = [](Kind kind) {
    std::string out;
    for (const record::FieldSpec* one : stats::main_fields(kind)) {
      out += (out.empty() ? "" : " ") + std::string(one->key);
    }
    return out;
  };
  CHECK(keys(Kind::finding) == "text source categories org found deadline");
  CHECK(keys(Kind::org) == "name type parent supervisor");
  for (std::size_t i = 0; i < record::kind_count; ++i) {
    const auto fields = stats::main_fields(static_cast<Kind>(i));
    CHECK(!fields.empty());
    CHECK(fields.size() <= 6);
  }
}
