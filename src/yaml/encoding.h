// Which other encoding a file that is not UTF-8 seems to be in.
#pragma once

#include <cstdint>
#include <string_view>

namespace zsup::yaml {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, utf32_le, utf32_be, gb18030 };

// Tells UTF-16 and UTF-32 by their byte order marks, or by where the zero bytes stand in the first
// bytes. Cheap: called for every file.
Encoding wide_encoding(std::string_view bytes);

// Whether a file in which `next_oddity` found invalid UTF-8 reads as GB18030 (or GBK, GB2312) as a
// whole, and not as UTF-8 with a damaged place.
bool looks_like_gb18030(std::string_view bytes);

}  // namespace zsup::yaml
