// Scores, places and lights over the quarters: how each leader and organisation has been doing.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "register/obligations.h"
#include "score/scorecard.h"

namespace zsup::score {

// One subject in one quarter.
struct TrendPoint {
  value::Period period;
  std::int64_t indicators = 0;
  value::Rational full;
  std::optional<value::Rational> score;
  // Against the last quarter before that has a score with the same full marks.
  std::optional<value::Rational> change;
  std::optional<int> place;
  std::string_view band;
  bool veto = false;
  reg::Light light{};
};

struct TrendLine {
  const record::Record* subject = nullptr;
  std::vector<TrendPoint> points;  // quarters in which it owes something, the oldest first
};

struct Trend {
  value::Date as_of;
  std::vector<value::Period> periods;
  std::vector<TrendLine> lines;  // leaders, then orgs, as the scorecards have them
  diag::Text error;

  bool ok() const { return error.empty(); }
};

inline constexpr std::size_t longest_trend = 8;

// The last quarters, eight at most, that have begun by the as-of date, in which something is owed
// and for which there is a policy to score by. Every quarter is seen as it stands at the as-of
// date. An error when several policies are in force on the last day of one of them.
Trend trend(const reg::Register& reg, value::Date as_of,
            std::span<const record::Record* const> only = {});

// The light of all that someone owes in a period: red when anything is, then yellow, then blue;
// green when something is approved and nothing worse; otherwise grey.
reg::Light light_of_all(std::span<const reg::Obligation* const> owed);

}  // namespace zsup::score
