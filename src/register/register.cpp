#include "register/register.h"

#include <algorithm>

namespace zsup::reg {

const record::Policy* Register::policy_on(value::Date day) const {
  const record::Policy* in_force = nullptr;
  for (const record::Policy& policy : all<record::Policy>()) {
    if (!policy.from || day < *policy.from || (policy.until && *policy.until < day)) continue;
    if (in_force != nullptr) return nullptr;
    in_force = &policy;
  }
  return in_force;
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
  const int year = config.year ? static_cast<int>(*config.year) : as_of.year();
  return value::Period::parse(text, year);
}

value::Period Register::period_at(value::Date as_of) const {
  return config.period ? *config.period : value::Period::quarter_of(as_of);
}

}  // namespace zsup::reg
