// Statistics → text in some format.
//
// JSON nests by the names in the keys of the cells: `findings.by_source.inspection` is
// {"findings":{"by_source":{"inspection":…}}}. Counts are numbers; percentages and money are
// decimal strings, a percentage of nothing is null. With `explain` the object has `records` as
// well: for each cell that is explained, by its key, the records behind it.
#pragma once

#include <optional>
#include <string>

#include "diag/say.h"
#include "render/table.h"
#include "stats/statistics.h"

namespace zsup::render {

struct StatisticsView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  bool explain = false;
  std::string only;    // explain this cell, or those of this group; empty: all
  bool excel = false;  // for CSV: the byte-order mark
  bool draft = false;  // the register has errors, and the output says so
  std::optional<std::size_t> width;
};

// The statistics must be free of error, and of that register.
std::string render_statistics(const reg::Register& reg, const stats::Statistics& statistics,
                              const StatisticsView& view);

// Whether a cell is that cell, or of that group of cells.
bool belongs_to(const stats::Cell& cell, std::string_view only);

}  // namespace zsup::render
