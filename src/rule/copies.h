// The items of reports that repeat what was reported before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "register/obligations.h"
#include "register/register.h"

namespace zsup::rule {

struct Copy {
  reg::Answer later;
  reg::Answer earlier;  // the earliest text found that reaches the policy's threshold
};

// What of a text is compared: of a longer one its beginning.
std::u32string compared(std::string_view content);

struct Copies {
  std::vector<Copy> list;
  // So many texts are nearly copies that comparing them was given up; they are not all in the list.
  bool given_up = false;
};

// Of what stands at the as-of date, in the order of submission. The work grows with the number of
// items, whatever they hold.
Copies find_copies(const reg::Register& reg, value::Date as_of, unsigned threads);

}  // namespace zsup::rule
