#include "register/register.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/lenient.h"

namespace zsup::reg {

const record::Policy* Register::policy_on(value::Date day) const {
  return policies.on(day).only;
}

diag::Text Register::policy_error(value::Date day) const {
  constexpr std::size_t most_named = 10;
  std::vector<std::string_view> names;
  for (const record::Policy& policy : all<record::Policy>()) {
    if (policy.in_force(day) && names.size() < most_named) names.push_back(policy.name());
  }
  const std::size_t count = policies.on(day).count;
  if (count == 0) {
    return diag::say("{} 没有施行中的考核办法", "no policy is in force on {}", day.iso());
  }
  const bool all_named = names.size() == count;
  return {fmt::format("{} 有 {} 个考核办法同时施行：{}{}", day.iso(), count, fmt::join(names, "、"),
                      all_named ? "" : "……"),
          fmt::format("{} policies are in force on {}: {}{}", count, day.iso(),
                      fmt::join(names, ", "), all_named ? "" : ", …")};
}

bool Register::any_policy_on(value::Date day) const {
  return policies.on(day).count > 0;
}

std::optional<value::Date> Register::first_day_of_policies() const {
  std::optional<value::Date> first;
  for (const record::Policy& policy : all<record::Policy>()) {
    if (policy.from && (!first || *policy.from < *first)) first = *policy.from;
  }
  return first;
}

std::string_view Register::bytes_at(text::Place place) const {
  return sources[place.source].bytes.substr(place.span.begin, place.span.size());
}

std::uint32_t Register::line_of(text::Place place) const {
  const std::string_view before = sources[place.source].bytes.substr(0, place.span.begin);
  return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

std::optional<value::Period> Register::period_named(std::string_view text,
                                                    value::Date as_of) const {
  return record::read_period(text, year_at(as_of));
}

int Register::year_at(value::Date as_of) const {
  return config.year ? static_cast<int>(*config.year) : as_of.year();
}

value::Period Register::period_at(value::Date as_of) const {
  return config.period ? *config.period : value::Period::quarter_of(as_of);
}

}  // namespace zsup::reg
