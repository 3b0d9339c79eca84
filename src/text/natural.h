// The order of ids and of other short texts that people number.
#pragma once

#include <compare>
#include <string_view>

namespace zsup::text {

// Runs of digits compare by their value (问题-2 before 问题-10), and so do Chinese numerals that
// are a whole run (问题一, 问题二, 问题十一); equal values by length, then as they are written. All
// else compares by code point. Equal only where the texts are.
std::strong_ordering compare_natural(std::string_view a, std::string_view b);

}  // namespace zsup::text
