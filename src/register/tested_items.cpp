#include "register/tested_items.h"

#include <algorithm>
#include <tuple>

#include "record/kinds/finding.h"

namespace zsup::reg {

using record::Finding;
using record::Record;
using record::Report;

namespace {

constexpr std::size_t most_of_one_duty = 8;

constexpr auto before = [](const TestedItems::Item& a, const TestedItems::Item& b) {
  return std::tie(a.report, a.duty) < std::tie(b.report, b.duty);
};

}  // namespace

TestedItems::TestedItems(std::span<Record* const> findings) {
  std::vector<const Report*> tested;
  for (const Record* record : findings) {
    const auto& finding = *static_cast<const Finding*>(record);
    const Report* report = record::as<Report>(finding.target->report.target());
    if (report != nullptr) tested.push_back(report);
  }
  std::sort(tested.begin(), tested.end());
  tested.erase(std::unique(tested.begin(), tested.end()), tested.end());
  for (const Report* report : tested) {
    for (std::uint32_t i = 0; i < report->items.size(); ++i) {
      items_.push_back({report, report->items[i].duty.target(), i});
    }
  }
  std::stable_sort(items_.begin(), items_.end(), before);
}

std::span<const TestedItems::Item> TestedItems::of(const Report& report, const Record* duty) const {
  const auto [from, past] =
      std::equal_range(items_.begin(), items_.end(), Item{&report, duty, 0}, before);
  const auto found = std::span(from, past);
  return found.first(std::min(found.size(), most_of_one_duty));
}

}  // namespace zsup::reg
