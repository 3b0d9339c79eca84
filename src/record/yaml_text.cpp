#include "record/yaml_text.h"

#include <fmt/core.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/visible.h"
#include "text/width.h"

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

}  // namespace

std::string in_double_quotes(std::string_view text) {
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

std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    if (decoded.code_point < ' ' || is_escaped(text, at, decoded.code_point)) {
      return in_double_quotes(text);
    }
    if (decoded.code_point == '\'') out += '\'';
    out += text.substr(at, decoded.length);
    at += decoded.length;
  }
  return out + "'";
}

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
  return in_double_quotes(text);
}

namespace {

// Of what stands on one line; longer lists and objects are written in block.
constexpr std::size_t widest = 90;

// Whether a text of several lines may stand behind `|`, where nothing can be escaped. A first line
// that begins with a blank, lines of blanks and several ends of lines would need more signs.
bool literal_is_certain(std::string_view text) {
  if (text.empty()) return false;
  const text::Decoded first = text::decode(text, 0);
  if (first.code_point == '\n' || is_blank(first.code_point) || text.ends_with("\n\n"))
    return false;
  bool blank = true;  // all of the line so far
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    if (decoded.code_point == '\n') {
      if (blank && length > 0) return false;
      blank = true;
      length = 0;
    } else {
      if (is_escaped(text, at, decoded.code_point)) return false;
      blank = blank && is_blank(decoded.code_point);
      ++length;
    }
    at += decoded.length;
  }
  return !(blank && length > 0);
}

// Whether the text has several lines, and may stand as they are.
bool is_of_lines(std::string_view text) {
  return text.find('\n') != std::string_view::npos && literal_is_certain(text);
}

bool holds_lines(const YamlValue& value) {
  return (value.form == YamlValue::Form::scalar && is_of_lines(value.text)) ||
         std::any_of(value.items.begin(), value.items.end(), holds_lines) ||
         std::any_of(value.entries.begin(), value.entries.end(),
                     [](const YamlValue::Entry& entry) { return holds_lines(entry.value); });
}

}  // namespace

std::optional<std::string> yaml_literal(std::string_view text, std::size_t indent) {
  if (!literal_is_certain(text)) return std::nullopt;
  const bool ends = text.ends_with('\n');
  std::string out = ends ? " |\n" : " |-\n";
  if (ends) text.remove_suffix(1);
  for (bool more = true; more;) {
    const std::size_t end = text.find('\n');
    more = end != std::string_view::npos;
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) out += std::string(indent, ' ') + std::string(line);
    out += '\n';
    if (more) text.remove_prefix(end + 1);
  }
  return out;
}

YamlValue YamlValue::scalar(std::string_view text, bool is_text) {
  YamlValue value;
  value.form = Form::scalar;
  value.is_text = is_text;
  value.text = text;
  return value;
}

std::string YamlValue::line(Where where) const {
  switch (form) {
    case Form::none:
      return {};
    case Form::scalar:
      return yaml_scalar(text, where, is_text);
    case Form::list: {
      std::string out = "[";
      for (const YamlValue& item : items) {
        if (out.size() > 1) out += ", ";
        out += item.line(Where::flow);
      }
      return out + "]";
    }
    case Form::mapping: {
      std::string out = "{";
      for (const Entry& entry : entries) {
        if (out.size() > 1) out += ", ";
        out += yaml_scalar(entry.key, Where::flow, false) + ": " + entry.value.line(Where::flow);
      }
      return out + "}";
    }
  }
  return {};
}

std::string YamlValue::lines(Layout layout, std::size_t indent, const Indents& by) const {
  std::string out;
  for (const Entry& entry : entries) {
    out += std::string(indent, ' ') + yaml_scalar(entry.key, Where::flow, false) + ":" +
           entry.value.behind_key(layout, indent, by);
  }
  return out;
}

std::string YamlValue::behind_key(Layout layout, std::size_t indent, const Indents& by) const {
  if (form == Form::scalar) {
    return is_of_lines(text) ? *yaml_literal(text, indent + by.deeper) : " " + line() + "\n";
  }
  if (form == Form::none) return "\n";
  const bool objects = form == Form::list && !items.empty() && items[0].form == Form::mapping;
  const auto fits = [&] { return text::width(line()) <= widest; };
  if ((items.empty() && entries.empty()) ||
      (layout == Layout::usual && !objects && !holds_lines(*this) && fits())) {
    return " " + line() + "\n";
  }
  if (form == Form::mapping) return "\n" + lines(layout, indent + by.deeper, by);
  std::string out = "\n";
  for (const YamlValue& item : items) {
    out += std::string(indent + by.dash, ' ') + item.behind_dash(layout, indent + by.dash, by);
  }
  return out;
}

std::string YamlValue::behind_dash(Layout layout, std::size_t indent, const Indents& by) const {
  const std::string blanks(by.item - 1, ' ');
  if (form != Form::mapping || entries.empty()) {
    // A list within a list stands as far in as the dash.
    const std::string out = behind_key(layout, indent, by);
    return out.starts_with(' ') ? "-" + blanks + out.substr(1) : "-" + out;
  }
  if (layout == Layout::usual && !holds_lines(*this)) return "-" + blanks + line() + "\n";
  return "-" + blanks + lines(layout, indent + by.item, by).substr(indent + by.item);
}

}  // namespace zsup::record
