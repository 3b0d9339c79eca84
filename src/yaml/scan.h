// The bytes of a text, character by character: which of them need a closer look. This runs over
// every byte of every register.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zsup::yaml {

enum class Oddity : std::uint8_t {
  none,
  not_utf8,     // a byte that belongs to no valid UTF-8 sequence
  control,      // NUL, C0, DEL, C1, and what XML forbids: no document could be written from it
  lone_return,  // a carriage return that no line feed follows
  look_alike,   // what text::is_look_alike says
  invisible,    // what text::is_invisible says, but for the joiners that hold an emoji together
};

struct Look {
  Oddity oddity = Oddity::none;
  std::uint32_t length = 1;  // in bytes
  char32_t character = 0;    // the byte itself for not_utf8
};

// The character at `at`, which is below the size of the text.
Look look_at(std::string_view bytes, std::size_t at);

// The first position from `from` on whose character is odd, or the size of the text. `from` is the
// beginning of a character.
std::size_t next_oddity(std::string_view bytes, std::size_t from);

}  // namespace zsup::yaml
