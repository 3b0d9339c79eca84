#include "letter/types.h"

#include <array>

namespace zsup::letter {

namespace {

using record::Kind;
using record::LetterType;

constexpr record::KindSet leaders = record::kinds({Kind::leader});
constexpr record::KindSet orgs = record::kinds({Kind::org});
constexpr record::KindSet anyone = record::kinds({Kind::leader, Kind::org});

constexpr auto rows = std::to_array<TypeRow>({
    {.type = LetterType::notice,
     .to = anyone,
     .all = leaders,
     .needs_findings = true,
     .fill = fill_notice},
    {.type = LetterType::advice,
     .to = orgs,
     .all = orgs,
     .needs_book = true,
     .worth_sending = has_open_problem,
     .fill = fill_advice},
    {.type = LetterType::supervision_advice,
     .to = orgs,
     .all = orgs,
     .needs_book = true,
     .worth_sending = has_case_of_its_own,
     .fill = fill_supervision_advice},
    {.type = LetterType::reminder,
     .to = anyone,
     .all = anyone,
     .needs_figures = true,
     .fill = fill_reminder},
    {.type = LetterType::urge, .to = anyone, .all = leaders, .needs_book = true, .fill = fill_urge},
    {.type = LetterType::interview,
     .to = anyone,
     .all = leaders,
     .needs_book = true,
     .fill = fill_interview},
    {.type = LetterType::briefing,
     .to = leaders,
     .all = leaders,
     .needs_book = true,
     .fill = fill_briefing},
    {.type = LetterType::bulletin,
     .to = orgs,
     .all = orgs,
     .needs_book = true,
     .public_to_all = true,
     .fill = fill_bulletin},
    {.type = LetterType::upward, .to = anyone, .all = leaders, .fill = fill_upward},
});

constexpr std::array<std::string_view, section_count> section_ids{
    "duty",    "rectification", "overdue", "returned", "chain",
    "finding", "case",          "risk",    "report",   "missing"};

}  // namespace

std::span<const TypeRow> type_rows() {
  return rows;
}

const TypeRow& row_of(LetterType type) {
  return rows[static_cast<std::size_t>(type)];
}

std::string_view id_of(Section section) {
  return section_ids[static_cast<std::size_t>(section)];
}

}  // namespace zsup::letter
