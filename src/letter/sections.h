// The sections of letters, one row a section, in the order in which a letter may have them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "diag/say.h"
#include "text/enum_table.h"

namespace zsup::letter {

enum class Section : std::uint8_t {
  duty,           // what the addressee is to do
  rectification,  // problems to be put right in what the addressee is in charge of
  overdue,        // reports that are not in although their time has passed
  returned,       // reports that did not pass review
  chain,          // how the findings of one unit went through the feedback of an inspection
  finding,        // problems found, closed or not, and how they stand
  case_,          // cases, and what came of them
  risk,           // the risk points of the addressee
  report,         // what the author reports on
  missing,        // what the author has not reported on
};

struct SectionRow {
  Section section;
  std::string_view id;       // in JSON and in templates
  std::string_view word;     // its name in a template in Chinese
  diag::Words doc;           // for the page of what templates may name
  std::string_view heading;  // "履行责任事项"
  diag::Words column;        // in the index of letters
  bool shows_group = true;   // JSON gives the group of its items
};

inline constexpr auto section_rows = std::to_array<SectionRow>({
    {Section::duty,
     "duty",
     "履行责任",
     {"履行责任事项；没有则不出现", "duties; not there when there are none"},
     "履行责任事项",
     {"履行责任", "duties"},
     false},
    {Section::rectification,
     "rectification",
     "整改建议",
     {"整改建议事项；没有则不出现", "rectifications; not there when there are none"},
     "整改建议事项",
     {"整改建议", "rectifications"},
     false},
    {Section::overdue,
     "overdue",
     "逾期未报",
     {"逾期未报送的事项；没有则不出现", "overdue reports; not there when there are none"},
     "逾期未报送事项",
     {"逾期未报送", "overdue"},
     false},
    {Section::returned,
     "returned",
     "未通过",
     {"审核未通过的事项；没有则不出现", "returned reports; not there when there are none"},
     "审核未通过事项",
     {"审核未通过", "returned"},
     false},
    {Section::chain,
     "chain",
     "反馈进度",
     {"各单位“1+1”反馈和整改进度（通报材料）", "the feedback of each unit (briefing)"},
     "反馈进度",
     {"反馈进度", "feedback"}},
    {Section::finding,
     "finding",
     "问题",
     {"发现的问题，含已销号的；没有则不出现", "problems, closed ones too"},
     "发现的问题",
     {"发现问题", "findings"}},
    {Section::case_,
     "case",
     "案件",
     {"案件；没有则不出现", "cases; not there when there are none"},
     "查处的案件",
     {"查处案件", "cases"}},
    {Section::risk,
     "risk",
     "风险点",
     {"廉政风险点；没有则不出现", "risk points; not there when there are none"},
     "廉政风险点",
     {"风险点", "risk points"}},
    {Section::report,
     "report",
     "报告事项",
     {"已报送的报告事项（报告）", "what has been reported on (report upward)"},
     "报告事项",
     {"已报告", "reported on"}},
    {Section::missing,
     "missing",
     "未报送",
     {"尚未报送的事项（报告）", "what has not been reported on (report upward)"},
     "尚未报送事项",
     {"未报送", "missing"}},
});

static_assert(text::in_order_of(section_rows, &SectionRow::section),
              "every section has its row, in its order");

constexpr const SectionRow& about(Section section) {
  return section_rows.at(static_cast<std::size_t>(section));
}
constexpr std::string_view id_of(Section section) {
  return about(section).id;
}

}  // namespace zsup::letter
