#include "score/trend.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "register/order.h"

namespace zsup::score {

using record::Policy;
using record::Record;
using reg::Light;
using reg::Obligation;
using value::Date;
using value::Period;

namespace {

using OwedBy = std::unordered_map<const Record*, std::vector<const Obligation*>>;

struct Quarter {
  Period period;
  Scoring scoring;
  std::span<const Obligation> obligations;
  OwedBy owed;
};

TrendPoint point_of(const Scorecard& card, const Quarter& quarter) {
  TrendPoint point;
  point.period = quarter.period;
  point.indicators = card.indicators;
  if (quarter.scoring.policy != nullptr) point.full = card.full;
  point.score = card.score;
  point.place = card.place;
  point.band = card.band;
  point.veto = card.veto.has_value();
  const auto owed = quarter.owed.find(card.subject);
  if (owed != quarter.owed.end()) point.light = light_of_all(owed->second);
  return point;
}

}  // namespace

Light light_of_all(std::span<const Obligation* const> owed) {
  constexpr Light worst_first[] = {Light::red, Light::yellow, Light::blue, Light::green};
  for (const Light light : worst_first) {
    for (const Obligation* one : owed) {
      if (reg::light_of(one->state) == light) return light;
    }
  }
  return Light::grey;
}

Trend trend(const reg::AsOf& at, std::span<const Record* const> only) {
  const reg::Register& reg = at.reg();
  Trend result;
  result.as_of = at.day();
  const auto first = reg.first_day_of_policies();
  if (!first) return result;
  std::vector<Quarter> quarters;  // the latest first
  for (Period period = Period::quarter_of(at.day());
       period.last_day() >= *first && quarters.size() < longest_trend; period = period.previous()) {
    Scoring scoring = score(at, period, only);
    if (std::none_of(scoring.cards.begin(), scoring.cards.end(),
                     [](const Scorecard& card) { return card.has_account(); })) {
      continue;
    }
    quarters.push_back({period, std::move(scoring), at.owed(period), {}});
  }
  std::reverse(quarters.begin(), quarters.end());

  std::unordered_map<const Record*, std::size_t> places;
  for (Quarter& quarter : quarters) {
    for (const Obligation& one : quarter.obligations) quarter.owed[one.owner].push_back(&one);
    result.periods.push_back(quarter.period);
    if (!quarter.scoring.without_policy.empty()) result.without_policy.push_back(quarter.period);
    const auto& undated = quarter.scoring.without_calendar;
    result.without_calendar.insert(result.without_calendar.end(), undated.begin(), undated.end());
  }
  std::vector<const Record*> subjects;
  for (const Quarter& quarter : quarters) {
    for (const Scorecard& card : quarter.scoring.cards) {
      if (!only.empty() && std::find(only.begin(), only.end(), card.subject) == only.end())
        continue;
      if (card.has_account() && places.try_emplace(card.subject, 0).second) {
        subjects.push_back(card.subject);
      }
    }
  }
  // By reference: a sort hands its comparison on by value, and this one holds a rank for everybody.
  const reg::SubjectOrder order(reg);
  std::stable_sort(subjects.begin(), subjects.end(), std::cref(order));
  for (const Record* subject : subjects) {
    places[subject] = result.lines.size();
    result.lines.push_back({subject, {}});
  }
  for (const Quarter& quarter : quarters) {
    for (const Scorecard& card : quarter.scoring.cards) {
      const auto place = places.find(card.subject);
      if (place == places.end() || !card.has_account()) continue;
      TrendLine& line = result.lines[place->second];
      TrendPoint point = point_of(card, quarter);
      for (auto before = line.points.rbegin(); point.score && before != line.points.rend();
           ++before) {
        if (!before->score) continue;
        if (before->full == point.full) point.change = *point.score - *before->score;
        break;
      }
      line.points.push_back(point);
    }
  }
  return result;
}

}  // namespace zsup::score
