#include "register/answers.h"

#include <algorithm>
#include <atomic>
#include <functional>

#include "io/in_parallel.h"
#include "io/seed.h"

namespace zsup::reg {

using record::Cadence;
using record::Duty;
using record::Record;
using record::Report;
using record::ReportItem;
using value::Date;
using value::Due;
using value::Period;

std::optional<Period::Unit> unit_of(Cadence cadence) {
  switch (cadence) {
    case Cadence::once:
      return std::nullopt;
    case Cadence::monthly:
      return Period::Unit::month;
    case Cadence::quarterly:
      return Period::Unit::quarter;
    case Cadence::half_yearly:
      return Period::Unit::half;
    case Cadence::yearly:
      return Period::Unit::year;
  }
  return std::nullopt;
}

std::optional<Date> answered_period_end(const Duty& duty, Period period) {
  if (!duty.cadence || !duty.due) return std::nullopt;
  const auto unit = unit_of(*duty.cadence);
  if (unit && *unit == period.unit) return period.last_day();
  if (unit) return Period::holding(period.last_day(), *unit).last_day();
  if (duty.due->unit != Due::Unit::date) return std::nullopt;
  return duty.due->date;
}

std::uint32_t Answers::hash(const Duty* duty, const Record* owner, Date period_end) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = std::hash<const void*>{}(duty) ^ io::hash_key().first;
  hash = (hash ^ (hash >> 32)) * odd + std::hash<const void*>{}(owner);
  hash = (hash ^ (hash >> 32)) * odd + static_cast<std::uint64_t>(period_end.days);
  hash = (hash ^ (hash >> 32)) * odd;
  return static_cast<std::uint32_t>(hash >> 32);
}

template <class Same>
std::size_t Answers::probe(std::uint32_t hash, Same same) const {
  // The upper bits choose the part, the lower ones the slot.
  const std::size_t part = (hash >> (32U - part_bits)) * slots_a_part_;
  const std::size_t mask = slots_a_part_ - 1;
  std::size_t at = hash & mask;
  for (; slots_[part + at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[part + at] - 1];
    if (entry.hash == hash && same(entry)) break;
  }
  return part + at;
}

void Answers::gather(std::span<Record* const> reports, std::vector<Entry>& entries) {
  for (const Record* record : reports) {
    const Report& report = *static_cast<const Report*>(record);
    const Record* by = report.by.target();
    if (by == nullptr || !report.period) continue;
    for (const ReportItem& item : report.items) {
      const Duty* duty = record::as<Duty>(item.duty.target());
      if (duty == nullptr) continue;
      const auto end = answered_period_end(*duty, *report.period);
      if (end) entries.push_back({{&report, &item}, *end, hash(duty, by, *end)});
    }
  }
}

void Answers::fill(std::uint32_t part, std::vector<Again>& repeated) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (entry.hash >> (32U - part_bits) != part) continue;
    // The records are looked at where the hashes are equal, and left alone else.
    std::uint32_t& slot = slots_[probe(entry.hash, [&](const Entry& other) {
      return entry.period_end == other.period_end &&
             entry.answer.item->duty.target() == other.answer.item->duty.target() &&
             entry.answer.report->by.target() == other.answer.report->by.target();
    })];
    if (slot != 0) {
      repeated.push_back({slot - 1, static_cast<std::uint32_t>(i)});
    } else {
      slot = static_cast<std::uint32_t>(i + 1);
    }
  }
}

Answers::Answers(std::span<Record* const> reports, unsigned threads) {
  threads = std::max(1u, threads);
  std::vector<std::vector<Entry>> gathered(threads);
  io::in_parallel_runs(threads, reports.size(),
                       [&](unsigned i, std::size_t first, std::size_t past) {
                         gather(reports.subspan(first, past - first), gathered[i]);
                       });
  std::size_t count = 0;
  for (const auto& list : gathered) count += list.size();
  entries_.reserve(count);
  for (auto& list : gathered) {
    entries_.insert(entries_.end(), list.begin(), list.end());
    list = {};
  }

  // Parts are of much the same size, but may not be.
  slots_a_part_ = 16;
  while (slots_a_part_ * parts < count + count / 2) slots_a_part_ *= 2;
  std::array<std::size_t, parts> sizes{};
  for (const Entry& entry : entries_) ++sizes[entry.hash >> (32U - part_bits)];
  while (slots_a_part_ <= *std::max_element(sizes.begin(), sizes.end())) slots_a_part_ *= 2;
  slots_.resize(slots_a_part_ * parts);
  std::array<std::vector<Again>, parts> again;
  std::atomic<std::uint32_t> next{0};
  io::in_parallel(threads, [&](unsigned) {
    for (std::uint32_t part = next++; part < parts; part = next++) fill(part, again[part]);
  });
  std::vector<Again> all;
  for (const auto& list : again) all.insert(all.end(), list.begin(), list.end());
  std::sort(all.begin(), all.end(),
            [](const Again& a, const Again& b) { return a.again < b.again; });
  for (const Again& one : all) {
    repeated_.push_back({entries_[one.first].answer, entries_[one.again].answer});
  }
}

Answer Answers::find(const Duty& duty, const Record& owner, Date period_end) const {
  if (entries_.empty()) return {};
  const std::uint32_t slot = slots_[probe(hash(&duty, &owner, period_end), [&](const Entry& entry) {
    return entry.period_end == period_end && entry.answer.item->duty.target() == &duty &&
           entry.answer.report->by.target() == &owner;
  })];
  return slot == 0 ? Answer{} : entries_[slot - 1].answer;
}

}  // namespace zsup::reg
