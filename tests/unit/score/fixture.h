// Registers in memory for the tests of scores.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

#include "register/load.h"
#include "score/scorecard.h"
#include "support/memory_file_system.h"

namespace zsup::test {

inline value::Date day(std::string_view text) {
  return value::Date::parse(text).value();
}
inline value::Period period(std::string_view text) {
  return value::Period::parse(text).value();
}

// A register of one file, `book.yaml`, read without a mistake in it.
class Book {
 public:
  explicit Book(const std::string& yaml)
      : files_({{"zsup.yaml", "name: 测试\nas_of: 2019-12-31\n"}, {"book.yaml", yaml}}),
        reg_(reg::load(files_, options())) {
    for (const auto& found : reg_.found) FAIL_CHECK(found.message.en);
    REQUIRE(reg_.found.empty());
  }

  const reg::Register& reg() const { return reg_; }
  const record::Record* find(std::string_view id) const { return reg_.find(id); }
  // On a day, written 2018-07-15.
  reg::AsOf on(std::string_view as_of) const { return {reg_, day(as_of)}; }

  score::Scoring score(std::string_view of, std::string_view as_of) const {
    return score::score({reg_, day(as_of)}, period(of));
  }

 private:
  static reg::LoadOptions options() {
    reg::LoadOptions options;
    options.today = day("2019-12-31");
    return options;
  }

  MemoryFileSystem files_;
  reg::Register reg_;
};

inline const std::string policy_head =
    "kind: policy\nid: rubric\ntitle: 考核办法\nfrom: 2018-01-01\nuntil: 2018-12-31\nfull: 100\n"
    "deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
    "bands: [{name: 优秀, from: 90}, {name: 合格, from: 60}, {name: 不合格, from: 0}]\n";

inline std::string org(const std::string& id) {
  return "---\nkind: org\nid: " + id + "\nname: " + id + "\ntype: department\n";
}
// `more`: further lines, each with its end.
inline std::string leader(const std::string& id, const std::string& org,
                          const std::string& more = "role: member\n") {
  return "---\nkind: leader\nid: " + id + "\nname: " + id + "\norg: " + org + "\npost: 委员\n" +
         more;
}
inline std::string duty(const std::string& id, const std::string& owner,
                        const std::string& more = "") {
  return "---\nkind: duty\nid: " + id + "\ntitle: 任务" + id +
         "\ncategory: education\nowner: " + owner + "\ncadence: quarterly\ndue: +10d\n" + more;
}
inline std::string report(const std::string& by, const std::string& of, const std::string& items) {
  return "---\nkind: report\nid: " + by + "-" + of + "\nby: " + by + "\nperiod: " + of +
         "\nitems:\n" + items;
}
inline std::string item(const std::string& duty, const std::string& submitted,
                        const std::string& more = "") {
  return "  - {duty: " + duty + ", submitted: " + submitted + ", content: 做了" + more + "}\n";
}
inline std::string review(const std::string& decision, const std::string& date) {
  return ", review: {decision: " + decision + ", by: office, date: " + date + ", reason: 理由}";
}

// The points of a ledger as text, with their reasons: "unreported -0.5, returned -0.5".
inline std::string told(const score::Scorecard& card) {
  std::string out;
  for (const score::LedgerLine& line : card.ledger) {
    if (!out.empty()) out += ", ";
    out += std::string(score::id_of(line.reason)) + " " + line.points.text();
  }
  return out;
}

inline const score::Scorecard& card_of(const score::Scoring& scoring, const Book& book,
                                       std::string_view id) {
  const score::Scorecard* card = scoring.find(book.find(id));
  REQUIRE(card != nullptr);
  return *card;
}

inline std::string score_of(const score::Scorecard& card) {
  return card.score ? card.score->text() : "null";
}

// Full marks and the ledger come to the score, exactly.
inline void check_adds_up(const score::Scorecard& card) {
  if (!card.score) {
    CHECK(card.ledger.empty());
    return;
  }
  value::Rational sum = card.full;
  for (const score::LedgerLine& line : card.ledger) {
    CHECK(line.points.terminates());
    sum += line.points;
  }
  CHECK(sum == *card.score);
  CHECK(card.score->terminates());
  CHECK(*card.score >= value::Rational(0));
  CHECK(*card.score <= card.full);
}

}  // namespace zsup::test
