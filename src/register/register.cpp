#include "register/register.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/lenient.h"

namespace zsup::reg {

const record::Policy* Register::policy_on(value::Date day) const {
  const record::Policy* in_force = nullptr;
  for (const record::Policy& policy : all<record::Policy>()) {
    if (!policy.in_force(day)) continue;
    if (in_force != nullptr) return nullptr;
    in_force = &policy;
  }
  return in_force;
}

diag::Text Register::policy_error(value::Date day) const {
  std::vector<std::string_view> names;
  for (const record::Policy& policy : all<record::Policy>()) {
    if (!policy.in_force(day)) continue;
    names.push_back(policy.name());
  }
  if (names.empty()) {
    return diag::say("{} 没有施行中的考核办法", "no policy is in force on {}", day.iso());
  }
  return {fmt::format("{} 有 {} 个考核办法同时施行：{}", day.iso(), names.size(),
                      fmt::join(names, "、")),
          fmt::format("{} policies are in force on {}: {}", names.size(), day.iso(),
                      fmt::join(names, ", "))};
}

bool Register::any_policy_on(value::Date day) const {
  for (const record::Policy& policy : all<record::Policy>()) {
    if (policy.in_force(day)) return true;
  }
  return false;
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
