// A ledger under construction: exact sums inside, rounded lines outside, and whatever it takes for
// the lines to add up.
#pragma once

#include "score/scorecard.h"

namespace zsup::score {

class Ledger {
 public:
  // Begins with the card's full marks; both must outlive it.
  Ledger(Scorecard& card, const record::Policy& policy)
      : card_(card), policy_(policy), exact_(card.full), shown_(card.full) {}

  // A step of so many points, exactly. One of none is left out unless it is to be kept.
  enum class Zero : bool { drop, keep };
  void add(value::Rational points, LedgerLine line, Zero zero = Zero::drop);

  // Holds the sum within 0 and full marks, rounds, and gives the card its score.
  void close();

  // A line about the sum as a whole, by a clause of the policy or the policy itself.
  LedgerLine line(Reason reason, text::Span clause, diag::Text note) const;

  // By how much the score of a closed ledger would rise with so many points more.
  value::Rational rise(value::Rational points) const;

 private:
  Scorecard& card_;
  const record::Policy& policy_;
  value::Sum exact_;       // before it is held within its bounds
  value::Rational shown_;  // full marks and the lines as shown
};

}  // namespace zsup::score
