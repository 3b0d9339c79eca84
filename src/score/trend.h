// Scores, places and lights over the quarters: how each leader and organisation has been doing.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "register/as_of.h"
#include "score/scorecard.h"

namespace zsup::score {

// One subject in one quarter.
struct TrendPoint {
  value::Period period;
  std::int64_t indicators = 0;
  std::optional<value::Rational> full;  // null without a policy
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
  std::vector<TrendPoint> points;  // quarters in which it has an account, the oldest first
};

struct Trend {
  value::Date as_of;
  std::vector<value::Period> periods;
  std::vector<value::Period> without_policy;                    // of these
  std::vector<std::pair<value::Period, int>> without_calendar;  // with the year that is missing
  std::vector<TrendLine> lines;  // leaders, then orgs, in their common order
};

inline constexpr std::size_t longest_trend = 8;

// The last quarters, eight at most, that have begun by the as-of date, in which something is owed
// or hit, from the first in which a policy was in force. Every quarter is seen as it stands at the
// as-of date.
Trend trend(const reg::AsOf& at, std::span<const record::Record* const> only = {});

// The light of all that someone owes in a period: red when anything is, then yellow, then blue;
// green when something is approved and nothing worse; otherwise grey.
reg::Light light_of_all(std::span<const reg::Obligation* const> owed);

}  // namespace zsup::score
