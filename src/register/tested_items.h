// The items of the reports that spot checks tested, by the duty that they answer: many findings may
// be about one long report.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/kinds/report.h"
#include "record/record.h"

namespace zsup::reg {

class TestedItems {
 public:
  TestedItems() = default;
  // Of findings and reports whose references are known.
  explicit TestedItems(std::span<record::Record* const> findings);

  struct Item {
    const record::Report* report;
    const record::Record* duty;  // null where it is not known
    std::uint32_t number;        // in the report
  };
  // Those of a report that answer that duty, in the order of the report. Of one duty there may be
  // one a report, so of more than a few the first are enough.
  std::span<const Item> of(const record::Report& report, const record::Record* duty) const;

 private:
  std::vector<Item> items_;  // sorted
};

}  // namespace zsup::reg
