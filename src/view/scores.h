// Scorecards → a page: a table of all, or the ledger of each.
#pragma once

#include <vector>

#include "score/scorecard.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

struct ScoresWanted : Wanted {
  bool explain = false;  // the ledgers and what would raise the scores; JSON has them anyway
  std::vector<const record::Record*> only;  // show these alone; empty: all
};

// The scoring must be free of error, of that register, and last until the page is written.
Page<Named> scores_page(const reg::Register& reg, const score::Scoring& scoring,
                        ScoresWanted wanted);
std::vector<Described> scores_keys();

}  // namespace zsup::view
