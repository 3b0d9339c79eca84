#include "text/visible.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/usual.h"
#include "text/utf8.h"

namespace zsup::text {

namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr std::string_view lower_digits = "0123456789abcdef";
constexpr std::string_view upper_digits = "0123456789ABCDEF";

const utf8proc_property_t& property(char32_t code_point) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
}

bool is_pictograph(char32_t code_point) {
  return property(code_point).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool may_precede_joiner(char32_t code_point) {
  const bool skin_tone = code_point >= 0x1F3FB && code_point <= 0x1F3FF;
  return code_point == 0xFE0F || skin_tone || is_pictograph(code_point);
}

void append_byte(std::string& to, char32_t byte) {
  to.append("\\x");
  to.push_back(lower_digits[byte >> 4 & 0xF]);
  to.push_back(lower_digits[byte & 0xF]);
}

void append_named(std::string& to, char32_t code_point) {
  to.append("<U+");
  int shift = 12;
  while (shift < 20 && code_point >> (shift + 4) != 0) shift += 4;
  for (; shift >= 0; shift -= 4) to.push_back(upper_digits[code_point >> shift & 0xF]);
  to.push_back('>');
}

}  // namespace

bool is_invisible(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return true;
  if (code_point < 0xA0 || (code_point >= 0x4E00 && code_point <= 0x9FFF)) return false;
  if ((code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF))
    return true;
  // What Unicode calls default ignorable: a font that does not know it shows nothing. The selectors
  // of variations are among them, since texts that differ in them alone look the same nearly
  // everywhere.
  if (code_point >= 0xE0000 && code_point <= 0xE0FFF) return true;
  if ((code_point >= 0xFE00 && code_point <= 0xFE0F) ||
      (code_point >= 0x180B && code_point <= 0x180F)) {
    return true;
  }
  switch (code_point) {
    case 0x034F:  // combining grapheme joiner
    case 0x115F:  // Hangul fillers, which take room and show nothing
    case 0x1160:
    case 0x17B4:  // vowels of Khmer that are not written
    case 0x17B5:
    case 0x2065:
    case 0x2800:  // a Braille pattern without dots
    case 0x3164:
    case 0xFFA0:
      return true;
    default:
      break;
  }
  if (code_point >= 0xFFF0 && code_point <= 0xFFFB) return true;
  switch (property(code_point).category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

bool joins_emoji(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 4) {
    if (!is_continuation(text[--begin])) break;
  }
  const Decoded before = decode(text, begin);
  if (!before.valid || begin + before.length != at) return false;
  return may_precede_joiner(before.code_point) &&
         is_pictograph(decode(text, at + decode(text, at).length).code_point);
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t usual = at;
    while (const std::size_t length = usual_at(text, usual)) usual += length;
    if (usual > at) {
      out.append(text.substr(at, usual - at));
      before = 0;
      at = usual;
      continue;
    }
    const Decoded decoded = decode(text, at);
    const char32_t code_point = decoded.code_point;
    const std::size_t next = at + decoded.length;
    if (!decoded.valid) {
      append_byte(out, static_cast<unsigned char>(text[at]));
    } else if (code_point < 0x20 || code_point == 0x7F) {
      out.push_back('^');
      out.push_back(static_cast<char>(code_point ^ 0x40));
    } else if (code_point >= 0x80 && code_point < 0xA0) {
      append_byte(out, code_point);
    } else if (code_point == zero_width_joiner && may_precede_joiner(before) &&
               is_pictograph(decode(text, next).code_point)) {
      out.append(text.substr(at, decoded.length));
    } else if (is_invisible(code_point)) {
      append_named(out, code_point);
    } else {
      out.append(text.substr(at, decoded.length));
    }
    before = decoded.valid ? code_point : 0;
    at = next;
  }
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\t"), text.size());
    out += visible(text.substr(0, end));
    if (end < text.size()) out.push_back(text[end]);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace zsup::text
