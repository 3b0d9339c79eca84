// Scorecards → text in some format.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/say.h"
#include "render/table.h"
#include "score/scorecard.h"

namespace zsup::render {

struct ScoreView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  bool explain = false;  // the ledgers and what would raise the scores; JSON has them anyway
  bool excel = false;    // for CSV: the byte-order mark
  bool draft = false;    // the register has errors, and the output says so
  std::optional<std::size_t> width;         // of the terminal; otherwise nothing is cut
  std::vector<const record::Record*> only;  // show these alone; empty: all
};

// The scoring must be free of error, and of that register.
std::string render_scores(const reg::Register& reg, const score::Scoring& scoring,
                          const ScoreView& view);

// The name of a leader or org, its id where it has none.
std::string_view subject_name(const record::Record& subject);

// The cards that a view shows.
std::vector<const score::Scorecard*> shown_cards(const score::Scoring& scoring,
                                                 const ScoreView& view);

}  // namespace zsup::render
