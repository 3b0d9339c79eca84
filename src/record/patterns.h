// What the scalars of records look like, as regular expressions that ECMAScript (with its `u` flag)
// and Python read alike: only literal characters, classes, groups, alternatives and bounded
// repeats. They accept exactly what the parsers in value/, id.cpp and the decoder accept; a test
// holds the two against each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::record {

// At least one character that is not blank.
std::string_view not_blank_pattern();
std::string_view id_pattern();
// YYYY-MM-DD of a day that exists, leap years included.
std::string_view date_pattern();
std::string_view period_pattern();
std::string due_pattern();
std::string_view money_pattern();
// Whole numbers from `least` to `most` (0 ≤ least ≤ most) without leading zeros.
std::string count_pattern(std::int64_t least, std::int64_t most);
// The same with up to four decimal places.
std::string decimal_pattern(std::int64_t least, std::int64_t most);
// The code of a rule.
std::string_view code_pattern();

}  // namespace zsup::record
