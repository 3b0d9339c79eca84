#include "write/cells.h"

namespace zsup::write {

using text::Shown;

namespace {

struct CellText {
  diag::Lang lang;
  For whom;

  bool people() const { return whom == For::people; }

  std::string operator()(std::monostate) const { return people() ? "—" : ""; }
  std::string operator()(const Shown& text) const { return std::string(text.text()); }
  std::string operator()(const view::Id<Shown>& id) const { return std::string(id.text.text()); }
  std::string operator()(const view::Link<Shown>& link) const {
    std::string text(link.file.text());
    return link.line ? text + ":" + std::to_string(*link.line) : text;
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const value::Rational& number) const { return number.text(); }
  std::string operator()(const view::Change& change) const {
    const bool sign = people() && change.points > value::Rational(0);
    return (sign ? "+" : "") + change.points.text();
  }
  std::string operator()(value::Money money) const { return money.text(); }
  std::string operator()(value::Date date) const { return date.iso(); }
  std::string operator()(value::Period period) const { return period.id(); }
  std::string operator()(const view::Word& word) const { return std::string(word.words.in(lang)); }
  std::string operator()(view::Light light) const {
    return std::string(reg::words_of(light.light).in(lang));
  }
  std::string operator()(view::YesNo answer) const {
    constexpr diag::Words yes{"是", "yes"};
    return answer.yes ? std::string(yes.in(lang)) : std::string();
  }
};

bool is_seen(const view::Column& column, For whom) {
  switch (column.seen) {
    case view::Seen::by_all:
      return true;
    case view::Seen::by_people:
      return whom == For::people;
    case view::Seen::by_scripts:
      return whom == For::scripts;
  }
  return true;
}

}  // namespace

std::string cell_text(const Cell& cell, diag::Lang lang, For whom) {
  return std::visit(CellText{lang, whom}, cell);
}

Table table_of(const Section& section, diag::Lang lang, For whom, bool again_left_out) {
  Table table;
  std::vector<std::size_t> seen;
  for (std::size_t at = 0; at < section.columns.size(); ++at) {
    const view::Column& column = section.columns[at];
    if (!is_seen(column, whom)) continue;
    seen.push_back(at);
    table.columns.push_back(
        {column.title, column.align == view::Align::left ? Align::left : Align::right, false});
  }
  section.rows([&](const Row& row) {
    std::vector<std::string> texts;
    texts.reserve(seen.size());
    for (std::size_t at = 0; at < seen.size(); ++at) {
      const bool again = again_left_out && row.of_the_same && section.columns[seen[at]].once;
      const Cell& cell = row.cells[seen[at]];
      texts.push_back(again ? std::string() : cell_text(cell, lang, whom));
      if (std::holds_alternative<view::Id<Shown>>(cell)) table.columns[at].id = true;
    }
    table.rows.push_back(std::move(texts));
  });
  return table;
}

std::string heading_of(const view::Page<Shown>& page, diag::Lang lang) {
  const std::string_view mark = page.draft ? view::draft_mark.in(lang) : std::string_view();
  return std::string(mark) + std::string(page.heading->text());
}

}  // namespace zsup::write
