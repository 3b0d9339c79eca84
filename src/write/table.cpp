#include "write/table.h"

#include <algorithm>

#include "text/blank.h"
#include "text/one_line.h"
#include "text/utf8.h"
#include "text/visible.h"
#include "text/width.h"

namespace zsup::write {

namespace {

constexpr std::size_t gap = 2;          // cells between two columns on a terminal
constexpr std::size_t least_width = 8;  // no column is cut shorter than this

bool is_line_break(char c) {
  return c == '\n' || c == '\r';
}

std::string_view cell(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view{};
}

// Cuts the widest left-aligned columns until the line fits or nothing more can be cut.
void fit(const Table& table, std::vector<std::size_t>& widths, std::size_t width) {
  const auto total = [&] {
    std::size_t sum = gap * (widths.size() - 1);
    for (const std::size_t one : widths) sum += one;
    return sum;
  };
  for (std::size_t at = 0; at < widths.size(); ++at) {
    if (table.columns[at].align == Align::left && widths[at] > least_width) {
      widths[at] = std::max(least_width, std::min(widths[at], width));
    }
  }
  while (total() > width) {
    std::size_t widest = widths.size();
    for (std::size_t at = 0; at < widths.size(); ++at) {
      if (table.columns[at].align != Align::left || widths[at] <= least_width) continue;
      if (widest == widths.size() || widths[at] > widths[widest]) widest = at;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

// The blank that begins at this byte, in bytes: spaces of any width, and characters that cannot be
// seen. 0 when there is none.
std::size_t blank_at(std::string_view text, std::size_t at) {
  const text::Decoded decoded = text::decode(text, at);
  if (!decoded.valid) return 0;
  const char32_t c = decoded.code_point;
  const bool space = c == ' ' || c == 0x1680 || text::is_wide_blank(c);
  return space || text::is_invisible(c) ? decoded.length : 0;
}

bool starts_formula(char32_t c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B ||
         c == 0xFF0D || c == 0xFF20;
}

bool is_negative_number(std::string_view text) {
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  bool digits = false;
  bool point = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits = true;
    } else if (c == '.' && digits && !point) {
      point = true;
      digits = false;
    } else {
      return false;
    }
  }
  return digits;
}

// Every character visible but tabs and line breaks, which a quoted cell may hold.
std::string csv_text(std::string_view read) {
  const std::string text = text::as_read(read);
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != '\t' && !is_line_break(text[at])) continue;
    out += text::visible(std::string_view(text).substr(from, at - from));
    if (at < text.size()) out += text[at];
    from = at + 1;
  }
  return out;
}

// Whether a spreadsheet would make something else of it than a text: 0012, 1e5, 1-2, 2018-6-1,
// jan-2, 3月1日, true.
bool is_taken_for_a_value(std::string_view id) {
  if (id == "true" || id == "false") return true;
  constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
  bool any_digit = false;
  for (std::size_t at = 0; at < id.size();) {
    if (id[at] >= '0' && id[at] <= '9') {
      any_digit = true;
      ++at;
    } else if (id[at] == '-' || id[at] == 'e') {
      ++at;
    } else if (id.size() - at >= 3 && std::find(std::begin(months), std::end(months),
                                                id.substr(at, 3)) != std::end(months)) {
      // A month may be written out.
      while (at < id.size() && id[at] >= 'a' && id[at] <= 'z') ++at;
    } else {
      const std::string_view rest = id.substr(at);
      std::size_t length = 0;
      for (const std::string_view sign : {"年", "月", "日"}) {
        if (rest.starts_with(sign)) length = sign.size();
      }
      if (length == 0) return false;
      at += length;
    }
  }
  return any_digit;
}

void append_csv(std::string& out, std::string_view text, bool as_text = false) {
  const std::string neutral =
      as_text ? "=\"" + csv_text(text) + "\"" : neutral_cell(csv_text(text));
  const bool quoted = neutral.find_first_of(",;\t\"\r\n") != std::string::npos ||
                      neutral.starts_with(' ') || neutral.ends_with(' ');
  if (!quoted) {
    out += neutral;
    return;
  }
  out += '"';
  for (const char c : neutral) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::size_t size_of(const std::vector<std::string>& row) {
  std::size_t bytes = 0;
  // As it is kept, and once more as it is written.
  for (const std::string& text : row) bytes += sizeof(std::string) + 2 * text.size();
  return bytes;
}

std::string terminal_text(std::string_view text) {
  return text::visible(text::on_one_line(text));
}

std::string to_terminal(const Table& table, diag::Lang lang, std::optional<std::size_t> width) {
  if (table.columns.empty()) return {};
  // Cells are made twice, once to be measured and once to be written: a table of all cells would
  // take as much room as the records.
  std::vector<std::size_t> widths(table.columns.size(), 0);
  for (std::size_t at = 0; at < widths.size(); ++at) {
    widths[at] = text::width(terminal_text(table.columns[at].title.in(lang)));
    for (const auto& row : table.rows) {
      widths[at] = std::max(widths[at], text::width(terminal_text(cell(row, at))));
    }
  }
  if (width) fit(table, widths, *width);
  // One long cell would fill up the column in every line. Where that comes to more than anybody
  // looks at, longer cells stick out instead.
  constexpr std::size_t most_blanks = 32'000'000;
  const std::size_t all = (table.rows.size() + 2) * widths.size();
  std::vector<std::size_t> filled = widths;
  for (std::size_t& one : filled) one = std::min(one, std::max(least_width, most_blanks / all));
  std::string out;
  std::string line;
  const auto put = [&](const auto& text_at) {
    line.clear();
    for (std::size_t at = 0; at < widths.size(); ++at) {
      if (at > 0) line.append(gap, ' ');
      std::string shown = text_at(at);
      std::size_t cells = text::width(shown);
      if (cells > widths[at]) {
        shown = text::truncate(shown, widths[at]);
        cells = text::width(shown);
      }
      const std::size_t missing = filled[at] - std::min(cells, filled[at]);
      if (table.columns[at].align == Align::right) line.append(missing, ' ');
      line += shown;
      if (table.columns[at].align == Align::left) line.append(missing, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line;
    out += '\n';
  };
  put([&](std::size_t at) { return terminal_text(table.columns[at].title.in(lang)); });
  put([&](std::size_t at) { return std::string(filled[at], '-'); });
  for (const auto& row : table.rows) {
    put([&](std::size_t at) { return terminal_text(cell(row, at)); });
  }
  return out;
}

std::string markdown_text(std::string_view text) {
  const std::string shown = terminal_text(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char c = shown[at];
    // GitHub makes links of addresses, and takes the backslashes in them for letters.
    const bool address = (c == ':' && shown.compare(at, 3, "://") == 0) ||
                         (c == '.' && at >= 3 && shown.compare(at - 3, 3, "www") == 0);
    if (address) out += '\\';
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\\':
      case '|':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '~':
      case '$':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

std::string to_markdown(const Table& table, diag::Lang lang) {
  if (table.columns.empty()) return {};
  std::string out = "|";
  const auto put = [&](std::string_view text) {
    const std::string shown = markdown_text(text);
    out += ' ';
    out += shown;
    out += shown.empty() ? "|" : " |";
  };
  for (const Column& column : table.columns) put(column.title.in(lang));
  out += "\n|";
  for (const Column& column : table.columns) {
    out += column.align == Align::left ? " --- |" : " ---: |";
  }
  out += '\n';
  for (const auto& row : table.rows) {
    out += '|';
    for (std::size_t at = 0; at < table.columns.size(); ++at) put(cell(row, at));
    out += '\n';
  }
  return out;
}

std::string neutral_cell(std::string_view cell) {
  if (is_negative_number(cell)) return std::string(cell);
  bool neutral = !cell.starts_with('\'');
  for (std::size_t at = 0; at < cell.size() && neutral;) {
    const std::size_t blank = blank_at(cell, at);
    if (blank == 0) {
      neutral = !starts_formula(text::decode(cell, at).code_point);
      break;
    }
    neutral = cell[at] != '\t' && !is_line_break(cell[at]);
    at += blank;
  }
  return neutral ? std::string(cell) : "'" + std::string(cell);
}

std::string to_csv(const Table& table, diag::Lang lang, bool excel) {
  std::string out = excel ? "\xEF\xBB\xBF" : "";
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    if (at > 0) out += ',';
    append_csv(out, table.columns[at].title.in(lang));
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
      if (at > 0) out += ',';
      const std::string_view text = cell(row, at);
      append_csv(out, text, excel && table.columns[at].id && is_taken_for_a_value(text));
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace zsup::write
