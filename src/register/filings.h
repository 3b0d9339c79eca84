// Whether the spending of an event must be filed, and how its filing stands at an as-of date.
#pragma once

#include <optional>

#include "record/kinds/filing.h"
#include "record/kinds/policy.h"
#include "register/register.h"

namespace zsup::reg {

enum class FilingState : std::uint8_t {
  not_required,   // below the threshold, or no policy in force on the event's day has one
  pending,        // required, not filed, and there is time left
  on_time,        // filed within the limit
  supplementary,  // filed after the limit (补报)
  missing,        // not filed, and the limit has passed
  unknown,        // required, or perhaps so, but it cannot be told: see below
};

struct FilingStatus {
  FilingState state = FilingState::not_required;
  const record::Policy* policy = nullptr;  // the one in force on the day of the event
  bool several_policies = false;           // more than one is in force on that day
  std::optional<value::Date> limit;        // the last day on which a required filing is in time
  int missing_year = 0;                    // the year whose calendar the limit would need

  bool required() const { return state != FilingState::not_required; }
};

// The policy in force on the day of the event decides; a filing later than the as-of date does not
// exist yet.
FilingStatus status_of(const Register& reg, const record::Filing& filing, value::Date as_of);

}  // namespace zsup::reg
