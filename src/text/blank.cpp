#include "text/blank.h"

#include "text/utf8.h"

namespace zsup::text {

std::size_t wide_blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3) return 0;
  const Decoded decoded = decode(text, at);
  return decoded.valid && is_wide_blank(decoded.code_point) ? decoded.length : 0;
}

bool has_wide_blank(std::string_view text) {
  for (const char lead : {'\xC2', '\xE2', '\xE3'}) {
    for (std::size_t at = text.find(lead); at != std::string_view::npos;
         at = text.find(lead, at + 1)) {
      if (wide_blank_at(text, at) != 0) return true;
    }
  }
  return false;
}

std::size_t wide_blank_before(std::string_view text, std::size_t end) {
  for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
    if (end >= length && wide_blank_at(text, end - length) == length) return length;
  }
  return 0;
}

}  // namespace zsup::text
