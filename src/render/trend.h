// Scores over the quarters → text in some format.
//
// JSON: `subjects`, each with its `points`, the oldest quarter first. Score, full marks and change
// are decimal strings, null where there is none.
#pragma once

#include <optional>
#include <string>

#include "diag/say.h"
#include "render/table.h"
#include "score/trend.h"

namespace zsup::render {

struct TrendView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  bool excel = false;  // for CSV: the byte-order mark
  bool draft = false;  // the register has errors, and the output says so
  std::optional<std::size_t> width;
};

// The trend must be free of error.
std::string render_trend(const score::Trend& trend, const TrendView& view);

}  // namespace zsup::render
