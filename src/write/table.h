// One table, printed in any of the formats for tables. Cells hold text as the records have it; each
// format makes it harmless in its own way.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"

namespace zsup::write {

enum class Align : std::uint8_t { left, right };

struct Column {
  diag::Words title;
  Align align = Align::left;
  bool id = false;  // its cells are ids, which no spreadsheet may take for numbers or dates
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // a row shorter than the columns ends in empty cells
};

// What a row takes up until it is view::written, for the register's budget: rows are products of
// records and of those whom they concern.
std::size_t size_of(const std::vector<std::string>& row);

// For a terminal: columns aligned by display width, every character visible, line breaks as spaces.
// With a width the widest left-aligned columns are cut until a line fits, as far as sense allows.
std::string to_terminal(const Table& table, diag::Lang lang,
                        std::optional<std::size_t> width = std::nullopt);

// GitHub-flavoured Markdown.
std::string to_markdown(const Table& table, diag::Lang lang);

// RFC 4180 with CRLF; tabs and line breaks stay in their cells, other control characters are made
// visible. A cell with a comma, a semicolon, a tab, a quote or a line break is quoted, so that it
// stays one whatever a program takes for the separator. Cells go through `neutral_cell`. `excel`
// puts the byte-order mark in front by which Chinese Excel knows UTF-8, and writes an id that it
// would turn into a number or a date as ="0012".
std::string to_csv(const Table& table, diag::Lang lang, bool excel = false);

// A text that is read as nothing but text within a line of Markdown, a table cell or heading
// included: no link, markup, HTML or entity; line breaks become spaces.
std::string markdown_text(std::string_view text);

// A text on one line, every character visible, for a terminal.
std::string terminal_text(std::string_view text);

// What a spreadsheet would run as a formula gets an apostrophe in front: a cell that begins with
// = + - @ (half or full width), tab, CR or LF, also behind spaces of any kind; but not a plain
// negative number such as -0.5. A cell that begins with an apostrophe gets another, so that taking
// off one apostrophe from every cell that begins with one gives back what was written.
std::string neutral_cell(std::string_view cell);

}  // namespace zsup::write
