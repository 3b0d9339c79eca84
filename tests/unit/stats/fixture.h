// Registers in memory for the tests of statistics and of who owes what.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "register/as_of.h"
#include "register/load.h"
#include "stats/statistics.h"
#include "support/memory_file_system.h"

namespace zsup::test {

inline value::Date day(std::string_view text) {
  return value::Date::parse(text).value();
}
inline value::Period period(std::string_view text) {
  return value::Period::parse(text).value();
}

// Whether a book has mistakes, as a register has of which figures are but a draft.
enum class Mistakes : bool { none, some };

// A register of one file, `book.yaml`.
class Book {
 public:
  explicit Book(const std::string& yaml, const std::string& config = "",
                Mistakes mistakes = Mistakes::none)
      : files_({{"zsup.yaml", "name: 测试\nas_of: 2019-12-31\n" + config}, {"book.yaml", yaml}}),
        reg_(reg::load(files_, options())) {
    if (mistakes == Mistakes::some) {
      REQUIRE(!reg_.found.empty());
      return;
    }
    for (const auto& found : reg_.found) FAIL_CHECK(found.message.en);
    REQUIRE(reg_.found.empty());
  }

  const reg::Register& reg() const { return reg_; }
  // On a day, written 2018-07-15.
  reg::AsOf on(std::string_view as_of) const { return {reg_, day(as_of)}; }
  const record::Record* find(std::string_view id) const { return reg_.find(id); }

 private:
  static reg::LoadOptions options() {
    reg::LoadOptions options;
    options.today = day("2019-12-31");
    return options;
  }

  MemoryFileSystem files_;
  reg::Register reg_;
};

// Organisations, two leaders in charge of one each, and a policy.
inline const std::string office =
    "kind: org\nid: office\nname: 区委\ntype: party-committee\n"
    "---\nkind: org\nid: bureau\nname: 交通局\ntype: department\nparent: office\n"
    "---\nkind: org\nid: port\nname: 港务局\ntype: department\nparent: office\n"
    "---\nkind: leader\nid: li\nname: 李一\norg: office\npost: 书记\nrole: principal\n"
    "order: 1\nportfolio: [port]\n"
    "---\nkind: leader\nid: wang\nname: 王二\norg: office\npost: 委员\nrole: member\n"
    "order: 2\nportfolio: [bureau]\n";

// `more`: further lines, each with its end.
inline std::string policy(const std::string& more = "") {
  return "---\nkind: policy\nid: rubric\ntitle: 考核办法\nfrom: 2018-01-01\nuntil: 2018-12-31\n"
         "full: 100\ndeductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
         "bands: [{name: 优秀, from: 90}, {name: 不合格, from: 0}]\n" +
         more;
}
inline std::string finding(const std::string& id, const std::string& found,
                           const std::string& more = "") {
  return "---\nkind: finding\nid: " + id + "\ntext: 问题" + id +
         "\ncategories: [funds]\norg: bureau\nfound: " + found + "\n" + more;
}
inline std::string duty(const std::string& id, const std::string& owner,
                        const std::string& more = "cadence: quarterly\ndue: +10d\n") {
  return "---\nkind: duty\nid: " + id + "\ntitle: 任务" + id +
         "\ncategory: education\nowner: " + owner + "\n" + more;
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

}  // namespace zsup::test
