// UTF-8, one code point at a time, over bytes that may be anything at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::text {

inline constexpr char32_t replacement_character = 0xFFFD;

struct Decoded {
  char32_t code_point = replacement_character;
  std::uint8_t length = 1;  // bytes taken, 1 to 4
  bool valid = false;       // false: the byte begins no valid sequence, and length is 1
};

// The code point whose first byte is bytes[at]. Overlong forms, surrogates, code points above
// U+10FFFF, stray continuation bytes and sequences cut off by the end are invalid: U+FFFD, one byte
// long, so that a loop that adds `length` visits each bad byte once. At or past the end: the same.
Decoded decode(std::string_view bytes, std::size_t at);

// Each invalid byte counts as one.
std::size_t count_code_points(std::string_view bytes);

// The offset of the first invalid byte, or npos.
std::size_t first_invalid(std::string_view bytes);

inline bool is_valid(std::string_view bytes) {
  return first_invalid(bytes) == std::string_view::npos;
}

// Appends the code point's bytes; a surrogate or a value out of range becomes U+FFFD.
void append_utf8(std::string& to, char32_t code_point);

// The same text with each invalid byte replaced by U+FFFD, for formats that hold only valid UTF-8.
std::string to_valid(std::string_view bytes);

// Whether the byte at this offset continues a sequence that an earlier byte began.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace zsup::text
