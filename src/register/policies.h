// Which policy is in force on which day, asked once for each record of a register.
#pragma once

#include <span>
#include <vector>

#include "record/kinds/policy.h"

namespace zsup::reg {

class Policies {
 public:
  Policies() = default;
  explicit Policies(std::span<record::Record* const> policies);

  struct InForce {
    std::size_t count = 0;
    const record::Policy* only = nullptr;  // where there is exactly one
  };
  InForce on(value::Date day) const;

 private:
  // From that day on, until the next.
  struct Stretch {
    value::Date from;
    InForce in_force;
  };
  std::vector<Stretch> stretches_;  // in the order of days
};

}  // namespace zsup::reg
