#include "write/letter_escape.h"

#include <algorithm>

#include "text/one_line.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::write {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Line breaks and tabs as spaces, runs of spaces as one, none at the ends; the rest visible.
std::string on_one_line(std::string_view raw) {
  const std::string text = text::on_one_line(raw);
  std::string result;
  result.reserve(text.size());
  bool space = false;
  bool odd = false;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    const char32_t c = decoded.code_point;
    const bool line_end = (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (decoded.valid && (c == ' ' || line_end)) {
      space = true;
    } else {
      if (space && !result.empty()) result.push_back(' ');
      space = false;
      odd = odd || !decoded.valid || text::is_invisible(c);
      result.append(text, at, decoded.length);
    }
    at += decoded.length;
  }
  return odd ? text::visible(result) : result;
}

// How many bytes at the start would begin a list, a heading, a quotation or a rule if a line began
// with them; the last of these bytes is the one to escape.
std::size_t block_start(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view("#-+>=:").find(text.front()) != std::string_view::npos) return 1;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 10 && is_digit(text[digits])) ++digits;
  if (digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
  // A number such as 1.8 begins no list, and the first full stop of a value may follow a digit that
  // stands before it.
  const bool ends = digits + 1 == text.size() || text[digits + 1] == ' ';
  return ends ? digits + 1 : 0;
}

}  // namespace

std::string escape_prose(std::string_view raw) {
  const std::string text = on_one_line(raw);
  const std::size_t start = block_start(text);
  std::string result;
  result.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (at + 1 == start) {
      result.push_back('\\');
      result.push_back(c);
      continue;
    }
    switch (c) {
      case '<':
        result.append("&lt;");
        continue;
      case '&':
        result.append("&amp;");
        continue;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':  // strikes out
      case '$':  // begins a formula
      case '^':
      case '{':
      case '@':  // addresses somebody
        result.push_back('\\');
        break;
      case '#':
        // Behind a space it could end a heading.
        if (text[at - 1] == ' ') result.push_back('\\');
        break;
      case ':':
        if (text.compare(at, 3, "://") == 0) result.push_back('\\');
        break;
      case '.':
        if (at >= 3 && text.compare(at - 3, 3, "www") == 0) result.push_back('\\');
        break;
      default:
        break;
    }
    result.push_back(c);
  }
  return result;
}

}  // namespace zsup::write
