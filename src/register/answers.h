// All report items by what they answer, found once for a register.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "record/kinds/duty.h"
#include "record/kinds/report.h"

namespace zsup::reg {

// One item of one report, as the answer to an obligation.
struct Answer {
  const record::Report* report = nullptr;
  const record::ReportItem* item = nullptr;

  explicit operator bool() const { return item != nullptr; }
};

// The unit of a duty's own periods; nothing for what is done once.
std::optional<value::Period::Unit> unit_of(record::Cadence cadence);

// The last day of the duty's own period that an item of a report of `period` answers; nothing when
// the duty lacks its cadence or due date.
std::optional<value::Date> answered_period_end(const record::Duty& duty, value::Period period);

class Answers {
 public:
  Answers() = default;
  // Of reports whose references are known.
  Answers(std::span<record::Record* const> reports, unsigned threads);

  // The first item, in the order of reports, that answers the obligation.
  Answer find(const record::Duty& duty, const record::Record& owner, value::Date period_end) const;

  // Further items for an obligation that an earlier item answers already, in the order of reports.
  struct Repeated {
    Answer first;
    Answer again;
  };
  const std::vector<Repeated>& repeated() const { return repeated_; }

 private:
  // A register may hold millions of items, so they stand in one array, in the order of reports, and
  // open-addressing tables of their numbers (from 1) find them: one table for each part of the
  // hashes, so that several threads can fill them.
  struct Entry {
    Answer answer;
    value::Date period_end;
    std::uint32_t hash;
  };
  struct Again {
    std::uint32_t first;  // numbers of entries, from 0
    std::uint32_t again;
  };
  static constexpr unsigned part_bits = 2;
  static constexpr std::uint32_t parts = 1U << part_bits;

  static std::uint32_t hash(const record::Duty* duty, const record::Record* owner,
                            value::Date period_end);
  static void gather(std::span<record::Record* const> reports, std::vector<Entry>& entries);
  // Puts in the entries of one part.
  void fill(std::uint32_t part, std::vector<Again>& repeated);
  // The slot of the entry that is the same, or the empty one where it would stand.
  template <class Same>
  std::size_t probe(std::uint32_t hash, Same same) const;

  std::vector<Entry> entries_;
  std::size_t slots_a_part_ = 0;  // a power of two
  std::vector<std::uint32_t> slots_;
  std::vector<Repeated> repeated_;
};

}  // namespace zsup::reg
