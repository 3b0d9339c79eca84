#include "text/runner_commands.h"

#include <algorithm>

#include "text/utf8.h"

namespace zsup::text {

namespace {

// Longer names are nobody's.
constexpr std::size_t longest_name = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What runners pass over at the start of a line: every blank that .NET knows.
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string_view bracket_in(Markup markup) {
  switch (markup) {
    case Markup::json:
      return "\\u005b";
    case Markup::xml:
      return "&#91;";
    case Markup::plain:
    case Markup::commands:
      break;
  }
  return "\\[";
}

// Where a line begins with `::`, blanks passed over; its end where it does not.
std::size_t command_at(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    const Decoded decoded = decode(line, at);
    if (!decoded.valid || !is_blank(decoded.code_point)) break;
    at += decoded.length;
  }
  return line.substr(at).starts_with("::") ? at : line.size();
}

}  // namespace

bool opens_command(std::string_view line, std::size_t at) {
  if (at >= line.size() || line[at] != '[') return false;
  std::size_t begin = at;
  while (begin > 0 && at - begin < longest_name && is_letter(line[begin - 1])) --begin;
  return begin >= 2 && line[begin - 1] == '#' && line[begin - 2] == '#';
}

std::string without_commands(std::string_view lines, Markup markup) {
  // Nearly always there is nothing to look at twice.
  if (lines.find("##") == std::string_view::npos && lines.find("::") == std::string_view::npos) {
    return std::string(lines);
  }
  std::string out;
  out.reserve(lines.size() + 16);
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    const std::size_t command = markup == Markup::plain ? command_at(line) : line.size();
    std::size_t from = 0;
    const auto put = [&](std::size_t at, std::string_view instead, std::size_t skipped) {
      out += line.substr(from, at - from);
      out += instead;
      from = at + skipped;
    };
    if (command < line.size()) put(command, "\\", 0);
    for (std::size_t at = line.find('['); at != std::string_view::npos;
         at = line.find('[', at + 1)) {
      if (opens_command(line, at)) put(at, bracket_in(markup), 1);
    }
    out += line.substr(from);
    if (end < lines.size()) out += '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

}  // namespace zsup::text
