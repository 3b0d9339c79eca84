#include "render/letter_index.h"

#include <algorithm>

#include "render/letter_json.h"
#include "render/letter_markdown.h"

namespace zsup::render {

using letter::Item;
using letter::Letter;
using letter::Section;
using letter::SectionRow;

namespace {

std::size_t count_of(const Letter& letter, Section section) {
  return static_cast<std::size_t>(
      std::count_if(letter.items.begin(), letter.items.end(),
                    [&](const Item& item) { return item.section == section; }));
}

std::string post_of(const Letter& letter) {
  const auto* leader = record::as<record::Leader>(letter.subject().record);
  return leader == nullptr ? std::string() : std::string(leader->post.or_empty());
}

}  // namespace

Table letter_index(std::span<const Letter> letters) {
  letter::Masker nobody;
  return letter_index(letters, nobody);
}

Table letter_index(std::span<const Letter> letters, letter::Masker& masker) {
  std::vector<SectionRow> shown;
  for (const SectionRow& row : letter::section_rows) {
    if (std::any_of(letters.begin(), letters.end(),
                    [&](const Letter& letter) { return count_of(letter, row.section) > 0; })) {
      shown.push_back(row);
    }
  }
  Table table;
  table.columns = {{{"序号", "no."}, Align::right},
                   {{"主送", "to"}, Align::left},
                   {{"职务", "post"}, Align::left},
                   {{"文号", "number"}, Align::left},
                   {{"事项数", "items"}, Align::right}};
  if (shown.size() > 1) {
    for (const SectionRow& row : shown) table.columns.push_back({row.column, Align::right});
  }
  table.columns.push_back({{"回复期限", "reply by"}, Align::left});
  table.columns.push_back({{"文件", "file"}, Align::left});
  const std::vector<std::string> files = letter_file_names(letters, masker);
  for (const Letter& letter : letters) {
    std::vector<std::string> cells{std::to_string(table.rows.size() + 1), letter.subject().name,
                                   post_of(letter), letter.number.value_or(""),
                                   std::to_string(letter.items.size())};
    if (shown.size() > 1) {
      for (const SectionRow& row : shown) {
        cells.push_back(std::to_string(count_of(letter, row.section)));
      }
    }
    cells.push_back(letter.reply_by ? letter.reply_by->iso() : std::string());
    if (masker.hides()) {
      letter::Veil veil(masker, letter);
      show_all(letter, veil);
      for (std::string& cell : cells) cell = veil.over(cell);
    }
    cells.push_back(files[table.rows.size()]);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace zsup::render
