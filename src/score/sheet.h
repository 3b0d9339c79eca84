// One month, quarter or half-year, scored by its own policy: the counts, ledger and score of
// whoever owns an obligation in it. Bands, vetoes and places are given to the list as a whole.
#pragma once

#include "score/scorecard.h"

namespace zsup::score {

struct Sheet {
  value::Period period;
  const record::Policy* policy = nullptr;  // null when the period has none, or several
  bool owed = false;                       // whether there are any obligations
  std::vector<Scorecard> cards;            // in the order in which owners first occur
};

Sheet score_sheet(const reg::Register& reg, value::Period period, value::Date as_of);

// Full marks of a policy.
value::Rational full_marks(const record::Policy& policy);

}  // namespace zsup::score
