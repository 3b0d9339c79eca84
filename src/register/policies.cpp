#include "register/policies.h"

#include <algorithm>
#include <cstdint>

namespace zsup::reg {

using record::Policy;
using value::Date;

Policies::Policies(std::span<record::Record* const> policies) {
  // The days on which one begins, and those after which one has ended. Numbers of policies add up
  // to the number of the only one.
  struct Turn {
    Date day;
    bool begins;
    std::size_t number;
  };
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const auto& policy = *static_cast<const Policy*>(policies[i]);
    if (!policy.from || (policy.until && *policy.until < *policy.from)) continue;
    turns.push_back({*policy.from, true, i});
    if (policy.until) turns.push_back({policy.until->plus_days(1), false, i});
  }
  std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.day < b.day; });
  std::size_t count = 0;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < turns.size();) {
    const Date day = turns[i].day;
    for (; i < turns.size() && turns[i].day == day; ++i) {
      count = turns[i].begins ? count + 1 : count - 1;
      sum = turns[i].begins ? sum + turns[i].number : sum - turns[i].number;
    }
    InForce now{count, nullptr};
    if (count == 1) now.only = static_cast<const Policy*>(policies[sum]);
    stretches_.push_back({day, now});
  }
}

Policies::InForce Policies::on(Date day) const {
  const auto after =
      std::upper_bound(stretches_.begin(), stretches_.end(), day,
                       [](Date wanted, const Stretch& stretch) { return wanted < stretch.from; });
  return after == stretches_.begin() ? InForce{} : (after - 1)->in_force;
}

}  // namespace zsup::reg
