// GitHub-flavoured Markdown.
#include "write/cells.h"
#include "write/table.h"
#include "write/writers.h"

namespace zsup::write {

namespace {

using text::Shown;

std::string plain(const Shown& text) {
  return markdown_text(text.text());
}

std::string offers(const Section& section, diag::Lang lang) {
  std::string out;
  section.rows([&](const Row& row) {
    const auto cell = [&](std::size_t at) {
      return markdown_text(cell_text(row.cells[at], lang, For::people));
    };
    out += diag::say(lang, "- {} 分：{}（{}）\n", "- {}: {} ({})\n", cell(0), cell(1), cell(2));
  });
  return out;
}

std::string section_text(const Section& section, diag::Lang lang) {
  std::string out;
  if (!section.title.empty()) out += "## " + plain(section.title) + "\n";
  for (const Shown& line : section.lead) out += (out.empty() ? "" : "\n") + plain(line) + "\n";
  if (section.layout == view::Layout::offers) return out + "\n" + offers(section, lang);
  const Table table = table_of(section, lang, For::people);
  // A title without rows stands for "none".
  if (!table.rows.empty() || section.title.empty()) {
    out += (out.empty() ? "" : "\n") + to_markdown(table, lang);
  }
  for (std::size_t at = 0; at < section.strong.size(); ++at) {
    const std::string line = plain(section.strong[at]);
    out += "\n" + (at == 0 ? "**" + line + "**" : line) + "\n";
  }
  return out;
}

}  // namespace

std::string markdown(const Page& page, const Look& look) {
  std::string out;
  if (page.heading) out += "# " + markdown_text(heading_of(page, look.lang)) + "\n";
  for (const Shown& note : page.notes) out += "\n" + plain(note) + "\n";
  page.sections([&](const Section& section) {
    out += (out.empty() ? "" : "\n") + section_text(section, look.lang);
  });
  if (page.command) {
    // A code block by indentation cannot be closed by what stands in it.
    out += "\n" + plain(page.command->how) + "\n\n    " + std::string(page.command->line.text()) +
           "\n";
  }
  return out;
}

}  // namespace zsup::write
