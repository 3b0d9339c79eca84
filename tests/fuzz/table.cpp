// Tables of any cells: CSV reads back, no format breaks, nothing acts on a terminal.
#include "write/table.h"

#include <optional>
#include <vector>

#include "fuzz/choices.h"
#include "fuzz/harmless.h"
#include "support/pages.h"
#include "text/one_line.h"
#include "text/width.h"

using namespace zsup;
using fuzz::Choices;
using fuzz::hold;
using fuzz::same;

namespace {

// RFC 4180, strictly: what is not so written ends the program.
std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  while (at < text.size()) {
    rows.emplace_back();
    for (bool more = true; more;) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          hold(at < text.size(), "CSV: a quote is not closed");
          if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) break;
          if (text[at] == '"') ++at;
          cell += text[at];
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\r') {
          hold(text[at] != '"' && text[at] != '\n', "CSV: a cell should be quoted");
          cell += text[at++];
        }
      }
      rows.back().push_back(std::move(cell));
      hold(at < text.size(), "CSV: a row does not end");
      more = text[at] == ',';
      if (more) {
        ++at;
      } else {
        hold(text.substr(at, 2) == "\r\n", "CSV: a row ends otherwise");
        at += 2;
      }
    }
  }
  return rows;
}

// As a cell is written: visible, but for tabs and line breaks.
std::string visible_cell(std::string_view as_kept) {
  const std::string read = text::as_read(as_kept);
  std::string_view cell = read;
  std::string out;
  while (!cell.empty()) {
    const std::size_t end = cell.find_first_of("\t\r\n");
    out += text::visible(cell.substr(0, end));
    if (end == std::string_view::npos) break;
    out += cell[end];
    cell.remove_prefix(end + 1);
  }
  return out;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

// Bars that divide cells: those without a backslash before them.
std::size_t bars(std::string_view line) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|') {
      ++found;
    }
  }
  return found;
}

// What was written, from a cell that `neutral_cell` made.
std::string_view original_cell(std::string_view cell) {
  return cell.starts_with('\'') ? cell.substr(1) : cell;
}

void hold_csv(const write::Table& table, bool excel) {
  std::string csv = write::to_csv(table, diag::Lang::en, excel);
  if (excel) {
    hold(csv.starts_with("\xEF\xBB\xBF"), "CSV for Excel begins with the byte-order mark");
    csv.erase(0, 3);
  }
  fuzz::hold_harmless(csv, "CSV", U"\t\r");
  const auto rows = read_csv(csv);
  hold(rows.size() == table.rows.size() + 1, "CSV: other rows");
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    hold(rows[row + 1].size() == table.columns.size(), "CSV: other columns");
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
      const std::string& read = rows[row + 1][at];
      const std::string wanted =
          at < table.rows[row].size() ? visible_cell(table.rows[row][at]) : std::string();
      same(original_cell(read), wanted, "CSV: a cell");
      same(write::neutral_cell(original_cell(read)), read, "CSV: a cell is not neutral");
    }
  }
}

void hold_lines(std::string_view text, const write::Table& table, std::size_t width) {
  hold(count(text, "\n") == table.rows.size() + 2, "a table of other lines");
  std::size_t least = 2 * table.columns.size();
  for (const write::Column& column : table.columns) {
    // Columns of numbers are never cut.
    if (column.align == write::Align::right) return;
    least += std::max<std::size_t>(8, text::width(column.title.en));
  }
  if (width < least) return;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    hold(text::width(text.substr(0, end)) <= width, "a line wider than the terminal");
    text.remove_prefix(end + 1);
  }
}

}  // namespace

// The first byte chooses columns and alignment, the second the width; zero bytes end cells.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  const std::size_t columns = 1 + choices.below(5);
  const std::uint8_t shape = choices.byte();
  const std::size_t width = choices.byte();
  write::Table table;
  for (std::size_t at = 0; at < columns; ++at) {
    table.columns.push_back(
        {{"列", "column"}, (shape >> at & 1) == 0 ? write::Align::left : write::Align::right});
  }
  std::string_view rest = choices.rest();
  while (!rest.empty()) {
    if (table.rows.empty() || table.rows.back().size() == columns) table.rows.emplace_back();
    const std::size_t end = rest.find('\0');
    table.rows.back().emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  hold_csv(table, (shape & 0x20) != 0);

  const std::string shown = write::to_terminal(
      table, diag::Lang::en, width == 0 ? std::nullopt : std::optional<std::size_t>(width));
  fuzz::hold_harmless(shown, "a table");
  hold_lines(shown, table, width == 0 ? SIZE_MAX : width);

  std::string markdown = write::to_markdown(table, diag::Lang::en);
  fuzz::hold_harmless(markdown, "a table in Markdown");
  hold(count(markdown, "\n") == table.rows.size() + 2, "Markdown: other lines");
  for (std::string_view lines = markdown; !lines.empty();) {
    const std::size_t end = lines.find('\n');
    hold(bars(lines.substr(0, end)) == columns + 1, "Markdown: other columns");
    lines.remove_prefix(end + 1);
  }

  for (const auto& row : table.rows) {
    for (const std::string& cell : row) {
      view::Page<text::Named> page;
      page.data.value = view::Cell<text::Named>(text::Named(cell));
      const std::string json = test::written(std::move(page), "json");
      fuzz::hold_harmless(json, "a cell in JSON");
      const auto read = nlohmann::json::parse(json, nullptr, false);
      hold(read.is_string(), "a cell in JSON is no string");
      same(read.get_ref<const std::string&>(), text::to_valid(text::as_read(cell)),
           "a cell in JSON");
    }
  }
  return 0;
}
