// One month or quarter, scored by its own policy: the counts, ledger, score and vetoes of whoever
// owes something in it or is hit. Bands and places are given to the list as a whole.
#pragma once

#include "score/scorecard.h"

namespace zsup::score {

struct Sheet {
  value::Period period;
  const record::Policy* policy = nullptr;  // null when the period has none, or several
  std::vector<Scorecard> cards;            // in no order that matters

  bool has_score() const;  // whether anyone has one
};

Sheet score_sheet(const reg::AsOf& at, value::Period period);

// Full marks of a policy.
value::Rational full_marks(const record::Policy& policy);

}  // namespace zsup::score
