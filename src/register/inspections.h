// What the inspections of a register say of their units, found once: thousands of findings ask, and
// a round may have inspected thousands of units.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "record/kinds/inspection.h"
#include "record/record.h"

namespace zsup::reg {

class Inspections {
 public:
  Inspections() = default;
  // Of inspections whose references are known.
  explicit Inspections(std::span<record::Record* const> inspections);

  // Whether the round names that very unit.
  bool inspects(const record::Inspection& round, const record::Record& unit) const;
  // Whether it names a unit that is not known, among its units or its briefings.
  bool names_unknown(const record::Inspection& round) const;

  struct Row {
    const record::Inspection* round;
    const record::Record* unit;
    const record::Record* leader;  // null where it is not known
    const record::Briefing* briefing;
  };
  // Its briefings of that very unit, in the order in which they stand; of very many the first.
  std::span<const Row> briefings(const record::Inspection& round, const record::Record& unit) const;

 private:
  std::vector<std::pair<const record::Inspection*, const record::Record*>> units_;  // sorted
  std::vector<const record::Inspection*> with_unknown_;                             // sorted
  std::vector<Row> rows_;  // by round and unit
};

}  // namespace zsup::reg
