// The items of reports that repeat what was reported before.
#pragma once

#include <vector>

#include "register/obligations.h"
#include "register/register.h"

namespace zsup::rule {

struct Copy {
  reg::Answer later;
  reg::Answer earlier;  // the earliest text found that reaches the policy's threshold
};

// Of what stands at the as-of date, in the order of submission. The work grows with the number of
// items, whatever they hold.
std::vector<Copy> find_copies(const reg::Register& reg, value::Date as_of, unsigned threads);

}  // namespace zsup::rule
