// Statistics → a page. JSON nests by the names in the keys of the cells:
// `findings.by_source.inspection` is {"findings":{"by_source":{"inspection":…}}}.
#pragma once

#include <string>
#include <vector>

#include "stats/statistics.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

struct StatisticsWanted : Wanted {
  bool explain = false;  // list the records behind the cells
  std::string only;      // of this cell, or those of this group; empty: all
};

// The statistics must be free of error, of that register, and last until the page is written.
Page<Named> statistics_page(const reg::Register& reg, const stats::Statistics& statistics,
                            const StatisticsWanted& wanted);
}  // namespace zsup::view
