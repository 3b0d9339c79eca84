// The characters of which most texts consist, told by their bytes: printable ASCII and the usual
// ideographs, U+4E00 to U+9FFF. They are never invisible, and next to each other they never join.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace zsup::text {

// The length of the one that begins at `at`: 1 or, of an ideograph, 3; 0 where none does.
inline std::size_t usual_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return lead >= 0x20 && lead != 0x7F ? 1 : 0;
  if (lead < 0xE4 || lead > 0xE9 || text.size() - at < 3) return 0;
  if (!is_continuation(text[at + 1]) || !is_continuation(text[at + 2])) return 0;
  return lead > 0xE4 || byte(1) >= 0xB8 ? 3 : 0;
}

}  // namespace zsup::text
