// Which day it is somewhere: moments and the time zones' own rules, without clock or files.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "value/date.h"

namespace zsup::value {

// How many seconds a zone is ahead of UTC at a moment (seconds from 1970-01-01 00:00 UTC), by the
// bytes of the zone's file (TZif, RFC 9636). Nothing for bytes that are no such file. Looks at each
// byte a few times at most, whatever they are.
std::optional<std::int32_t> offset_at(std::string_view tzif, std::int64_t moment);

// The same by a rule as such a file ends in: CST-8, or EST5EDT,M3.2.0,M11.1.0.
std::optional<std::int32_t> offset_by_rule(std::string_view rule, std::int64_t moment);

// The day of a moment where clocks are so many seconds ahead of UTC.
Date day_of(std::int64_t moment, std::int32_t offset);

}  // namespace zsup::value
