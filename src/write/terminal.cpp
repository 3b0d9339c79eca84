// Text for a terminal, where every character is visible.
#include <algorithm>

#include "text/width.h"
#include "write/cells.h"
#include "write/table.h"
#include "write/writers.h"

namespace zsup::write {

namespace {

using text::Shown;

std::string plain(const Shown& text) {
  return terminal_text(text.text());
}

std::vector<std::vector<std::string>> texts_of(const Section& section, diag::Lang lang) {
  std::vector<std::vector<std::string>> rows = table_of(section, lang, For::people).rows;
  for (auto& row : rows) {
    for (std::string& cell : row) cell = terminal_text(cell);
  }
  return rows;
}

std::size_t width_of(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, text::width(row[column]));
  return width;
}

std::string steps(const Section& section, diag::Lang lang) {
  const auto rows = texts_of(section, lang);
  const std::size_t points = width_of(rows, 0);
  const std::size_t total = width_of(rows, 1);
  const std::string indent(points + total + 6, ' ');
  std::string out;
  for (const auto& row : rows) {
    out += "  " + text::pad_left(row[0], points) + "  " + text::pad_left(row[1], total) + "  " +
           row[2];
    if (!row[3].empty()) out += diag::say(lang, "：", ": ") + row[3];
    out += "\n";
    for (std::size_t at = 4; at < row.size(); ++at) {
      if (!row[at].empty()) out += indent + row[at] + "\n";
    }
  }
  return out;
}

std::string offers(const Section& section, diag::Lang lang) {
  const auto rows = texts_of(section, lang);
  const std::size_t points = width_of(rows, 0);
  std::string out;
  for (const auto& row : rows) {
    out += "    " + text::pad_left(row[0], points) + "  " + row[1] + "  " + row[2] + "\n";
  }
  return out;
}

std::string section_text(const Section& section, const Look& look) {
  std::string out;
  const bool table = section.layout == view::Layout::table;
  const std::string indent = table ? "" : "  ";
  if (!section.title.empty()) out += plain(section.title) + "\n";
  for (const Shown& line : section.lead) out += indent + plain(line) + "\n";
  if (section.layout == view::Layout::steps) out += steps(section, look.lang);
  if (section.layout == view::Layout::offers) out += offers(section, look.lang);
  if (table) {
    const Table all = table_of(section, look.lang, For::people, true);
    // A title without rows stands for "none".
    if (!all.rows.empty() || section.title.empty()) {
      out += to_terminal(all, look.lang, look.width);
    }
  }
  for (const Shown& line : section.strong) out += indent + plain(line) + "\n";
  return out;
}

}  // namespace

std::string terminal(const Page& page, const Look& look) {
  std::string out;
  if (page.heading) out += terminal_text(heading_of(page, look.lang)) + "\n";
  for (const Shown& note : page.notes) out += plain(note) + "\n";
  if (page.paragraphs) {
    // Each is sent by itself, and so bears the mark of a draft by itself.
    const std::string_view mark = page.draft ? view::draft_mark.in(look.lang) : std::string_view();
    page.paragraphs([&](const Shown& paragraph) {
      out += (out.empty() ? "" : "\n") + std::string(mark) + plain(paragraph) + "\n";
    });
  }
  if (page.sections) {
    page.sections([&](const Section& section) {
      // What would raise a score belongs to the score before it.
      const bool apart = !out.empty() && section.layout != view::Layout::offers;
      out += (apart ? "\n" : "") + section_text(section, look);
    });
  }
  if (page.command) {
    out += "\n" + plain(page.command->how) + "\n\n  " + plain(page.command->line) + "\n";
  }
  return out;
}

}  // namespace zsup::write
