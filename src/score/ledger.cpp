#include "score/ledger.h"

#include <algorithm>

namespace zsup::score {

using value::Rational;

void Ledger::add(Rational points, LedgerLine line, Zero zero) {
  if (zero == Zero::drop && points == Rational(0)) return;
  exact_ += points;
  line.points = points.shown();
  shown_ += line.points;
  card_.ledger.push_back(std::move(line));
}

void Ledger::close() {
  const value::Sum sum = exact_;  // what a rise starts from
  const auto held_at = [&](Rational bound, LedgerLine line) {
    value::Sum more = sum;
    more += -bound;
    line.points = -more.shown();
    shown_ += line.points;
    card_.ledger.push_back(std::move(line));
    card_.score = bound;
  };
  if (sum > card_.full) {
    held_at(card_.full,
            line(Reason::cap, policy_.full.span,
                 diag::say("不超过满分 {}", "no more than full marks, {}", card_.full.text())));
  } else if (sum < Rational(0)) {
    held_at(Rational(0),
            line(Reason::floor, policy_.full.span, diag::say("扣至 0 分为止", "no less than 0")));
  } else {
    card_.score = sum.shown();
  }
  if (*card_.score == shown_) return;
  card_.ledger.push_back(
      line(Reason::rounding, {},
           diag::say("四舍五入到两位小数", "rounded half up to two decimal places")));
  card_.ledger.back().points = *card_.score - shown_;
}

LedgerLine Ledger::line(Reason reason, text::Span clause, diag::Text note) const {
  LedgerLine line;
  line.reason = reason;
  line.record = &policy_;
  line.place = clause.given() ? policy_.place(clause) : policy_.id_place();
  line.rule = line.place;
  line.note = std::move(note);
  return line;
}

Rational Ledger::rise(Rational points) const {
  value::Sum with = exact_;
  with += points;
  const Rational score = with > card_.full    ? card_.full
                         : with < Rational(0) ? Rational(0)
                                              : with.shown();
  return score - *card_.score;
}

}  // namespace zsup::score
