#include "stats/statistics.h"

#include <algorithm>
#include <stdexcept>

#include "stats/cells.h"

namespace zsup::stats {

using record::Given;
using record::Record;
using value::Date;
using value::Period;

std::string Cell::text() const {
  if (!number) return {};
  switch (unit) {
    case Unit::count:
      return std::to_string(*number);
    case Unit::percent:
      return value::Decimal{*number * (value::Decimal::one / 100)}.text();
    case Unit::money:
      return value::Money{*number}.text();
  }
  return {};
}

const Cell* Statistics::find(std::string_view key) const {
  const auto at =
      std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.key == key; });
  return at == cells.end() ? nullptr : &*at;
}

std::string_view id_of(Nature nature) {
  constexpr std::string_view ids[] = {"flow", "state", "distinct", "rate"};
  return ids[static_cast<std::size_t>(nature)];
}

Cell& Cell::as(Nature one) {
  nature = one;
  if (one == Nature::state) {
    label.zh += "（截至）";
    label.en += " (as of)";
  } else if (one == Nature::distinct) {
    label.zh += "（去重）";
    label.en += " (distinct)";
  }
  return *this;
}

Cell& Sheet::count(std::string key, diag::Text label, bool breakdown) {
  Cell& cell = named(key);
  cell.label = std::move(label);
  cell.breakdown = breakdown;
  cell.number = 0;
  return cell;
}

Cell& Sheet::money(std::string key, diag::Text label) {
  Cell& cell = count(std::move(key), std::move(label));
  cell.unit = Unit::money;
  return cell;
}

// Half up to two decimal places, in whole numbers throughout.
void Sheet::percent(std::string key, diag::Text label, const Cell& part, const Cell& whole) {
  Cell cell;
  cell.key = std::move(key);
  cell.label = std::move(label);
  cell.unit = Unit::percent;
  cell.nature = Nature::rate;
  cell.records = part.records;
  if (*whole.number > 0)
    cell.number = (*part.number * 20'000 + *whole.number) / (2 * *whole.number);
  Cell& kept = named(cell.key);
  kept = std::move(cell);
}

void Sheet::add(std::size_t number, const Record& record, text::Span span, std::string_view share) {
  Cell& cell = out_.cells[number];
  if (!cell.number) return;  // it cannot be told
  cell.records.push_back({&record, record.place(span), share});
  ++*cell.number;
}

void Sheet::add_money(std::string_view key, const Record& record,
                      const Given<value::Money>& amount) {
  if (!amount || amount->fen == 0) return;
  Cell& cell = named(key);
  cell.records.push_back({&record, record.place(amount.span), keep(amount->text())});
  if (__builtin_add_overflow(*cell.number, amount->fen, &*cell.number)) {
    throw std::overflow_error("a sum of money is too large");
  }
}

const Cell& Sheet::at(std::string_view key) const {
  return out_.cells[places_.find(key)->second];
}

std::size_t Sheet::number_of(std::string_view key) {
  const auto known = places_.find(key);
  if (known != places_.end()) return known->second;
  const std::size_t number = out_.cells.size();
  places_.emplace(std::string(key), number);
  out_.cells.emplace_back().key = key;
  return number;
}

Statistics statistics(const reg::AsOf& at, Period period) {
  Statistics result;
  result.period = period;
  result.as_of = at.day();
  Sheet sheet(at, result);
  count_findings(sheet);
  count_cases(sheet);
  count_filings(sheet);
  count_reports(sheet);
  count_letters(sheet);
  count_campaigns(sheet);
  count_actions(sheet);
  count_money(sheet);
  return result;
}

}  // namespace zsup::stats
