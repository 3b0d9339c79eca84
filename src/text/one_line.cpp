#include "text/one_line.h"

#include <algorithm>

#include "text/utf8.h"

namespace zsup::text {

namespace {

bool is_chinese(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
         c == 0x201C || c == 0x201D || c == 0x2026 || c == 0xB7;
}

char32_t before(std::string_view text, std::size_t at) {
  while (at > 0) {
    --at;
    if (!is_continuation(text[at])) return decode(text, at).code_point;
  }
  return 0;
}

bool is_break(char c) {
  return c == fold || c == '\n' || c == '\r';
}

}  // namespace

bool joins_without_blank(std::string_view text, std::size_t at, std::size_t length) {
  return at > 0 && at + length < text.size() && is_chinese(before(text, at)) &&
         is_chinese(decode(text, at + length).code_point);
}

std::string on_one_line(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                   is_break);
    const auto end = static_cast<std::size_t>(next - text.begin());
    result += text.substr(at, end - at);
    if (end == text.size()) break;
    at = end;
    // Blanks about a break belong to it.
    std::size_t past = at;
    while (past < text.size() &&
           (is_break(text[past]) || text[past] == ' ' || text[past] == '\t')) {
      ++past;
    }
    while (result.ends_with(' ') || result.ends_with('\t')) result.pop_back();
    if (!result.empty() && past < text.size()) {
      const bool joins =
          is_chinese(before(result, result.size())) && is_chinese(decode(text, past).code_point);
      if (!joins) result += ' ';
    }
    at = past;
  }
  return result;
}

std::string as_read(std::string_view text) {
  std::string result(text);
  std::replace(result.begin(), result.end(), fold, ' ');
  return result;
}

}  // namespace zsup::text
