#include "score/ledger.h"

#include <algorithm>

namespace zsup::score {

using value::Rational;

Rational shown(Rational exact) {
  return exact.terminates() ? exact : exact.rounded(2);
}

void Ledger::add(Rational points, LedgerLine line, Zero zero) {
  if (zero == Zero::drop && points == Rational(0)) return;
  exact_ += points;
  line.points = shown(points);
  shown_ += line.points;
  card_.ledger.push_back(std::move(line));
}

void Ledger::close() {
  const Rational sum = exact_;
  if (sum > card_.full) {
    add(card_.full - sum,
        line(Reason::cap, policy_.full.span,
             diag::say("不超过满分 {}", "no more than full marks, {}", card_.full.text())));
  } else if (sum < Rational(0)) {
    add(-sum, line(Reason::floor, policy_.full.span, diag::say("扣至 0 分为止", "no less than 0")));
  }
  card_.score = shown(exact_);
  if (*card_.score != shown_) {
    card_.ledger.push_back(
        line(Reason::rounding, {},
             diag::say("四舍五入到两位小数", "rounded half up to two decimal places")));
    card_.ledger.back().points = *card_.score - shown_;
  }
  exact_ = sum;  // what a rise starts from
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
  const Rational with = std::clamp(exact_ + points, Rational(0), card_.full);
  return shown(with) - *card_.score;
}

}  // namespace zsup::score
