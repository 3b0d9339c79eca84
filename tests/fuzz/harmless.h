// What must be true of everything that leaves the program.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fuzz/choices.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::fuzz {

// Valid UTF-8 without anything that acts on a terminal. Line feeds are lines; `also` are further
// characters that the format lets through. The joiners within emoji stay (text/visible.h).
inline void hold_harmless(std::string_view text, std::string_view what,
                          std::u32string_view also = {}) {
  for (std::size_t at = 0; at < text.size();) {
    // Most of what leaves the program is plain ASCII.
    if (text[at] == '\n' || (text[at] >= ' ' && text[at] <= '~')) {
      ++at;
      continue;
    }
    const text::Decoded decoded = text::decode(text, at);
    const char32_t c = decoded.code_point;
    const bool fine = c == '\n' || c == 0x200D || !text::is_invisible(c) ||
                      also.find(c) != std::u32string_view::npos;
    if (!decoded.valid || !fine) {
      fail(fmt::format("{}: U+{:04X} at byte {} of: {}", what, static_cast<unsigned>(c), at,
                       text::visible(text)));
    }
    at += decoded.length;
  }
}

inline void hold_json(std::string_view text, std::string_view what) {
  hold_harmless(text, what);
  if (!nlohmann::json::accept(text)) fail(fmt::format("{}: not JSON: {}", what, text));
}

// Whether a character, valid or not, begins at this offset or the text ends there.
inline bool is_border(std::string_view bytes, std::size_t offset) {
  if (offset >= bytes.size()) return offset == bytes.size();
  if (!text::is_continuation(bytes[offset])) return true;
  for (std::size_t back = 1; back <= 3 && back <= offset; ++back) {
    const text::Decoded decoded = text::decode(bytes, offset - back);
    if (decoded.valid && decoded.length > back) return false;
  }
  return true;
}

}  // namespace zsup::fuzz
