// Registers in memory for the tests of letters.
#pragma once

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <string_view>

#include "letter/compose.h"
#include "register/load.h"
#include "support/memory_file_system.h"

// Not zsup::test, where other folders have fixtures of the same names.
namespace zsup::office {

inline value::Date day(std::string_view text) {
  return value::Date::parse(text).value();
}
inline value::Period period(std::string_view text) {
  return value::Period::parse(text).value();
}

// A request, and the day of the letters.
struct Asked {
  letter::Request request;
  value::Date as_of;
};

// A register of one file, read without a mistake in it.
class Office {
 public:
  explicit Office(const std::string& yaml, const std::string& config = "issuer: cdi\n")
      : files_({{"zsup.yaml", "name: 测试\nas_of: 2019-12-31\n" + config}, {"book.yaml", yaml}}),
        reg_(reg::load(files_, options())) {
    std::string said;
    for (const auto& found : reg_.found) said += found.message.zh + "\n";
    REQUIRE(said == "");
  }

  const reg::Register& reg() const { return reg_; }
  const record::Record& find(std::string_view id) const {
    REQUIRE(reg_.find(id) != nullptr);
    return *reg_.find(id);
  }

  letter::Composer composer(const Asked& asked) const {
    return {days_.emplace_back(reg_, asked.as_of), asked.request};
  }
  static Asked notice(std::string_view as_of = "2018-07-15", std::string_view of = "2018-q2") {
    return {{.type = record::LetterType::notice, .period = period(of)}, day(as_of)};
  }
  // The one letter to a leader or org.
  letter::Letter letter_to(std::string_view id, const Asked& asked) const {
    letter::Batch batch = composer(asked).to(find(id));
    REQUIRE(!batch.refused);
    REQUIRE(batch.letters.size() == 1);
    return std::move(batch.letters.front());
  }

 private:
  static reg::LoadOptions options() {
    reg::LoadOptions options;
    options.today = day("2019-12-31");
    return options;
  }

  test::MemoryFileSystem files_;
  reg::Register reg_;
  mutable std::deque<reg::AsOf> days_;  // that composers look at
};

// The items as "section record", one a line.
inline std::string items_of(const letter::Letter& letter) {
  std::string text;
  for (const letter::Item& item : letter.items) {
    text += std::to_string(item.n) + " " + std::string(letter::id_of(item.section)) + " " +
            std::string(item.record->name()) + "\n";
  }
  return text;
}

inline std::string ids_of(const std::vector<const record::Record*>& records) {
  std::string text;
  for (const record::Record* record : records) text += std::string(record->name()) + " ";
  return text;
}
inline std::string addressees(const letter::Batch& batch) {
  std::string text;
  for (const letter::Letter& letter : batch.letters) text += letter.to.id + " ";
  return text;
}

// The year 2018 from June on, as the working days of July need it.
inline const std::string calendar =
    "---\nkind: calendar\nid: days-2018\nyear: 2018\nholidays: [2018-06-18]\nworkdays: []\n";

// A policy with the rules of letters that a test needs, in flow style.
inline std::string policy(const std::string& letters) {
  return "kind: policy\nid: rubric\ntitle: 2018年度东汀区落实“两个责任”考核办法\n"
         "from: 2018-01-01\nuntil: 2018-12-31\nfull: 100\n"
         "deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
         "bands: [{name: 合格, from: 0}]\nlines: [安全生产]\nletters: {" +
         letters + "}\n";
}

inline const std::string orgs =
    "---\n{kind: org, id: cdi, name: 中共东汀区纪律检查委员会, type: discipline-commission}\n"
    "---\n{kind: org, id: committee, name: 中共东汀区委员会, type: party-committee, supervisor: "
    "cdi}\n"
    "---\n{kind: org, id: transport, name: 东汀区交通运输局, type: department, parent: committee}\n"
    "---\n{kind: org, id: highways, name: 东汀区公路管理站, type: department, parent: transport}\n"
    "---\n{kind: org, id: schools, name: 东汀区教育局, type: department, parent: committee}\n";

inline std::string leader(const std::string& id, const std::string& name,
                          const std::string& more = {}) {
  return "---\nkind: leader\nid: " + id + "\nname: " + name +
         "\norg: committee\npost: 区委常委\nrole: member\n" + more;
}

inline std::string duty(const std::string& id, const std::string& more) {
  return "---\nkind: duty\nid: " + id + "\n" + more;
}

inline std::string finding(const std::string& id, const std::string& more) {
  return "---\nkind: finding\nid: " + id + "\nfound: 2018-04-18\ncategories: [funds]\n" + more;
}

}  // namespace zsup::office
