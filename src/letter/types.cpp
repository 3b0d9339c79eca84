#include "letter/types.h"

#include <array>

namespace zsup::letter {

namespace {

using record::Kind;
using record::LetterType;

constexpr record::KindSet leaders = record::kinds({Kind::leader});
constexpr record::KindSet anyone = record::kinds({Kind::leader, Kind::org});

constexpr auto rows = std::to_array<TypeRow>({
    {.type = LetterType::notice,
     .to = anyone,
     .all = leaders,
     .needs_findings = true,
     .fill = fill_notice},
    {.type = LetterType::reminder,
     .to = anyone,
     .all = anyone,
     .needs_figures = true,
     .needs_items = false,
     .fill = fill_reminder},
});

constexpr std::array<std::string_view, 4> section_ids{"duty", "rectification", "overdue",
                                                      "returned"};

}  // namespace

std::span<const TypeRow> type_rows() {
  return rows;
}

const TypeRow* row_of(LetterType type) {
  for (const TypeRow& row : rows) {
    if (row.type == type) return &row;
  }
  return nullptr;
}

std::string_view id_of(Section section) {
  return section_ids[static_cast<std::size_t>(section)];
}

}  // namespace zsup::letter
