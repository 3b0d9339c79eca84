#include "register/inspections.h"

#include <algorithm>
#include <tuple>

namespace zsup::reg {

using record::Briefing;
using record::Inspection;
using record::Record;

namespace {

// Of one unit in one round: there is one for each leader in charge of it.
constexpr std::size_t most_of_a_unit = 64;

constexpr auto before = [](const Inspections::Row& a, const Inspections::Row& b) {
  return std::tie(a.round, a.unit) < std::tie(b.round, b.unit);
};

}  // namespace

Inspections::Inspections(std::span<Record* const> inspections) {
  for (const Record* record : inspections) {
    const auto& round = *static_cast<const Inspection*>(record);
    bool unknown = false;
    for (const auto& unit : round.units) {
      if (unit.target() == nullptr) {
        unknown = true;
      } else {
        units_.emplace_back(&round, unit.target());
      }
    }
    for (const Briefing& row : round.briefings) {
      if (row.unit.target() == nullptr) {
        unknown = true;
      } else {
        rows_.push_back({&round, row.unit.target(), row.leader.target(), &row});
      }
    }
    if (unknown) with_unknown_.push_back(&round);
  }
  std::sort(units_.begin(), units_.end());
  std::sort(with_unknown_.begin(), with_unknown_.end());
  std::stable_sort(rows_.begin(), rows_.end(), before);
}

bool Inspections::inspects(const Inspection& round, const Record& unit) const {
  return std::binary_search(units_.begin(), units_.end(), std::pair(&round, &unit));
}

bool Inspections::names_unknown(const Inspection& round) const {
  return std::binary_search(with_unknown_.begin(), with_unknown_.end(), &round);
}

std::span<const Inspections::Row> Inspections::briefings(const Inspection& round,
                                                         const Record& unit) const {
  const auto [from, past] =
      std::equal_range(rows_.begin(), rows_.end(), Row{&round, &unit, nullptr, nullptr}, before);
  const auto found = std::span(from, past);
  return found.first(std::min(found.size(), most_of_a_unit));
}

}  // namespace zsup::reg
