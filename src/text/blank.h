// Blanks that look like spaces and are none to YAML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zsup::text {

// The space that is not broken, those of special widths, and that of Chinese typing.
constexpr bool is_wide_blank(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// The length of the one that begins at `at`, or 0.
std::size_t wide_blank_at(std::string_view text, std::size_t at);
// Whether there is one anywhere: at the speed of a search for a byte, since nearly no text has any.
bool has_wide_blank(std::string_view text);
// The length of the one that ends at `end`, or 0.
std::size_t wide_blank_before(std::string_view text, std::size_t end);

}  // namespace zsup::text
