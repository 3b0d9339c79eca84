#include "yaml/extent.h"

#include <algorithm>

namespace zsup::yaml {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}
bool is_break(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

std::uint32_t column_of(std::string_view bytes, std::uint32_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  return newline == std::string_view::npos ? at : at - static_cast<std::uint32_t>(newline) - 1;
}

std::optional<std::uint32_t> quoted_end(std::string_view bytes, std::uint32_t begin,
                                        std::uint32_t limit, int parent_column) {
  const char quote = bytes[begin];
  std::uint32_t at = begin + 1;
  while (at < limit) {
    const char c = bytes[at];
    if (c == quote) {
      if (quote == '"' || at + 1 >= limit || bytes[at + 1] != quote) return at + 1;
      at += 2;
    } else if (c == '\\' && quote == '"') {
      // An escaped line end is still a line end for the check below.
      at += at + 1 < limit && is_break(bytes[at + 1]) ? 1u : 2u;
    } else if (c == '\n') {
      std::uint32_t text = at + 1;
      while (text < limit && is_space(bytes[text])) ++text;
      const auto indent = static_cast<int>(text - at - 1);
      if (text < limit && !is_break(bytes[text]) && indent <= parent_column) return std::nullopt;
      at = text;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> plain_end(std::string_view bytes, std::uint32_t begin,
                                       std::uint32_t limit, std::string_view value) {
  if (bytes.substr(begin, limit - begin).starts_with(value)) {
    // The usual case: it stands there as it is, on one line.
    if (value.find('\n') == std::string_view::npos) {
      return begin + static_cast<std::uint32_t>(value.size());
    }
  }
  std::uint32_t at = begin;
  std::size_t i = 0;
  while (i < value.size()) {
    if (at >= limit) return std::nullopt;
    if (!is_space(bytes[at]) && !is_break(bytes[at])) {
      if (bytes[at] != value[i]) return std::nullopt;
      ++at;
      ++i;
      continue;
    }
    const std::uint32_t blank = at;
    std::size_t breaks = 0;
    while (at < limit && (is_space(bytes[at]) || is_break(bytes[at]))) {
      if (bytes[at] == '\n') ++breaks;
      ++at;
    }
    if (breaks == 0) {
      const std::string_view run = bytes.substr(blank, at - blank);
      if (!value.substr(i).starts_with(run)) return std::nullopt;
      i += run.size();
    } else {
      // One line end folds to a space; of several, the first is dropped.
      const std::string_view rest = value.substr(i);
      const std::size_t count = breaks == 1 ? 1 : breaks - 1;
      if (rest.size() < count) return std::nullopt;
      for (std::size_t k = 0; k < count; ++k) {
        if (rest[k] != (breaks == 1 ? ' ' : '\n')) return std::nullopt;
      }
      i += count;
    }
  }
  return at;
}

std::optional<BlockExtent> block_extent(std::string_view bytes, std::uint32_t begin,
                                        std::uint32_t limit, int parent_column) {
  std::uint32_t at = begin + 1;
  int explicit_indent = 0;
  char chomp = '\0';
  while (at < limit && !is_space(bytes[at]) && !is_break(bytes[at])) {
    const char c = bytes[at];
    if ((c == '+' || c == '-') && chomp == '\0') {
      chomp = c;
    } else if (c >= '1' && c <= '9' && explicit_indent == 0) {
      explicit_indent = c - '0';
    } else {
      return std::nullopt;
    }
    ++at;
  }
  const std::uint32_t header_end = at;
  while (at < limit && is_space(bytes[at])) ++at;
  if (at < limit && bytes[at] == '#' && at > header_end) {
    while (at < limit && bytes[at] != '\n') ++at;
  }
  if (at < limit && !is_break(bytes[at])) return std::nullopt;
  while (at < limit && bytes[at] != '\n') ++at;
  if (at < limit) ++at;

  BlockExtent extent{.end = header_end,
                     .content = header_end,
                     .first_line = at,
                     .resume = at,
                     .folded = bytes[begin] == '>',
                     .chomp = chomp};
  const int least = std::max(parent_column, -1) + 1;
  int indent = explicit_indent == 0 ? -1 : std::max(parent_column, 0) + explicit_indent;
  int widest_blank = 0;
  bool any = false;
  while (at < limit) {
    std::uint32_t text = at;
    while (text < limit && bytes[text] == ' ' &&
           (indent < 0 || static_cast<int>(text - at) < indent)) {
      ++text;
    }
    auto line_end =
        static_cast<std::uint32_t>(std::min<std::size_t>(bytes.find('\n', text), limit));
    const std::uint32_t next = line_end < limit ? line_end + 1 : limit;
    if (line_end > text && bytes[line_end - 1] == '\r') --line_end;
    if (line_end == text) {  // a blank line
      if (indent < 0) widest_blank = std::max(widest_blank, static_cast<int>(text - at));
      at = next;
      if (any || indent < 0) extent.resume = at;
      continue;
    }
    const auto column = static_cast<int>(text - at);
    if (indent < 0) {
      if (column < least) break;
      // The specification forbids it: which of the lines gives the indentation could not be seen.
      if (widest_blank > column) return std::nullopt;
      indent = column;
    }
    if (column < indent) break;
    if (!any) extent.content = text;
    any = true;
    extent.end = line_end;
    extent.resume = at = next;
  }
  if (!any) extent.content = extent.end;
  extent.indent = indent;
  return extent;
}

}  // namespace zsup::yaml
