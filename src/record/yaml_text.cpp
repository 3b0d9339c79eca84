#include "record/yaml_text.h"

#include <fmt/core.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::record {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x3000;
}

// What could not be seen is written as an escape. An emoji's joiners are seen with the emoji; as
// escapes they would be refused when they are read.
bool is_escaped(std::string_view text, std::size_t at, char32_t c) {
  constexpr char32_t zero_width_joiner = 0x200D;
  return text::is_invisible(c) && !(c == zero_width_joiner && text::joins_emoji(text, at));
}

// Plain only where no reader could take it for anything else. Quotes too many do no harm.
bool plain_is_certain(std::string_view text, Where where) {
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`=<";
  if (text.empty() || indicators.find(text.front()) != std::string_view::npos) return false;
  if (text.starts_with("...") || is_null_word(text)) return false;
  if (text.ends_with(':') || text.find(": ") != std::string_view::npos ||
      text.find(" #") != std::string_view::npos) {
    return false;
  }
  if (where == Where::flow && text.find_first_of(",[]{}:?\"'") != std::string_view::npos) {
    return false;
  }
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    if (is_escaped(text, at, decoded.code_point)) return false;
    if (at == 0 && is_blank(decoded.code_point)) return false;
    last = decoded.code_point;
    at += decoded.length;
  }
  return !is_blank(last);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    const char32_t c = decoded.code_point;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (is_escaped(text, at, c)) {
      const auto number = static_cast<std::uint32_t>(c);
      out += c > 0xFFFF ? fmt::format("\\U{:08X}", number) : fmt::format("\\u{:04X}", number);
    } else {
      out += text.substr(at, decoded.length);
    }
    at += decoded.length;
  }
  return out + '"';
}

}  // namespace

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool looks_typed(std::string_view text) {
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    if (text == word) return true;
  }
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.empty()) return false;
  for (const std::string_view word : {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"}) {
    if (text == word) return true;
  }
  // Decimal, hexadecimal and octal numbers, and some more that nobody would miss without quotes.
  return (is_digit(text[0]) || text[0] == '.') && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
                  c == '_' || c == 'x' || c == 'o' || c == '+' || c == '-' || c == 'E' || c == ':';
         });
}

std::string yaml_scalar(std::string_view text, Where where, bool as_text) {
  if (plain_is_certain(text, where) && !(as_text && looks_typed(text))) return std::string(text);
  return quoted(text);
}

}  // namespace zsup::record
