// The time zones that the system knows: files of /usr/share/zoneinfo, in the format of RFC 9636.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zsup::io {

inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo";

// Whether this may be the name of a zone, such as Asia/Shanghai: words of letters, digits, `_`, `+`
// and `-`, parted by single `/`. So no name leads out of the folder; and none means a machine's own
// zone, or counts leap seconds.
bool is_zone_name(std::string_view name);

// The bytes of a zone's file; nothing where there is none, or none of a sensible size. What is no
// regular file is never waited for.
std::optional<std::string> read_zone(std::string_view name, std::string_view folder = zone_folder);

}  // namespace zsup::io
