// Templates of letters: whatever the text, the scan tells what is wrong and where, and what has
// passed it renders every type of letter. The first byte chooses the letter, and whether the other
// bytes are the template or choose what a right one is made of.
#include <array>
#include <vector>

#include "fuzz/choices.h"
#include "fuzz/harmless.h"
#include "fuzz/tally.h"
#include "letter/compose.h"
#include "register/load.h"
#include "write/letter_markdown.h"
#include "view/letter_view.h"
#include "support/memory_file_system.h"
#include "text/line_index.h"

using namespace zsup;
using fuzz::Choices;
using fuzz::hold;

namespace {

// Values that would be markup, if anything let them.
constexpr std::string_view book = R"yaml(
{kind: policy, id: p, title: "办法*一*", from: 2018-01-01, full: 100, deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}, bands: [{name: 合格, from: 0}], lines: [教育], letters: {notice: {reply: +10d, code: 东纪函, basis: "《{{办法}}》第六条"}}}
---
{kind: org, id: cdi, name: "中共东汀区纪律检查委员会", type: discipline-commission}
---
{kind: org, id: bureau, name: "粮食局{{name}}", type: department, supervisor: cdi, risk_points: [{text: "<b>风险</b>", category: funds}]}
---
{kind: leader, id: chen, name: 陈远航, org: bureau, post: "局长|副局长", role: principal, portfolio: [bureau, 教育]}
---
{kind: duty, id: d1, title: "# 谈话[甲](javascript:a)", category: education, owner: chen, cadence: quarterly, due: +5d}
---
{kind: duty, id: d2, title: 学习, category: education, owner: chen, cadence: quarterly, due: +5d}
---
{kind: report, id: r, by: chen, period: 2018-q2, items: [{duty: d2, submitted: 2018-07-02, content: "做了_一_次", review: {decision: returned, by: cdi, date: 2018-07-03, reason: "`空`话"}}]}
---
{kind: finding, id: f1, text: "1. 采购&lt;未{{#公开}}", source: daily, org: bureau, found: 2018-04-18, categories: [funds], deadline: 2018-06-01, suggestion: "---"}
---
{kind: case, id: c1, title: 违规, org: bureau, categories: [funds], clue: {date: 2018-04-01}, filed: 2018-04-10, persons: [{name: 经耘伯, org: bureau, rank: general, responsibility: direct, measure: party-warning, date: 2018-06-20, by: cdi}]}
)yaml";

struct Office {
  test::MemoryFileSystem files{{{"zsup.yaml", "name: 测试\nas_of: 2019-12-31\nissuer: cdi\n"},
                                {"book.yaml", std::string(book)}}};
  reg::Register reg;
  letter::FiguresOf figures;
  std::vector<letter::Letter> letters;

  Office() {
    reg::LoadOptions options;
    options.today = *value::Date::parse("2019-12-31");
    reg = reg::load(files, options);
    if (!reg.found.empty()) fuzz::fail(reg.found.front().message.en);
    figures[reg.find("chen")] = {.indicators = 2, .score = "99", .full = "100"};
    for (const record::LetterTypeRow& row : record::letter_types()) {
      const reg::AsOf at(reg, *value::Date::parse("2018-07-15"));
      const letter::Composer composer(
          at, {.type = row.type, .period = *value::Period::parse("2018-q2"), .figures = &figures});
      for (letter::Letter& one : composer.to_all().letters) letters.push_back(std::move(one));
    }
    hold(letters.size() >= 5, "too few letters");
  }
};

// A template that is right: names of the scope that is open, sections that close.
std::string well_formed(Choices& choices) {
  constexpr auto words = std::to_array<std::string_view>(
      {"一", "\n", "# ", "- ", "\\", "  ", "<b>", "。", "\t", "1. ", "{{! 说明 }}", "\r\n"});
  struct Open {
    std::string_view name;
    std::uint8_t scope;
  };
  std::vector<Open> open;
  std::string out;
  const auto close = [&] {
    out += fmt::format("{{{{/{}}}}}", open.back().name);
    open.pop_back();
  };
  while (!choices.over() && out.size() < 4096) {
    const std::size_t what = choices.below(4);
    if (what == 0) {
      out += choices.of(words);
      continue;
    }
    if (what == 3) {
      if (!open.empty()) close();
      continue;
    }
    const std::uint8_t scope = open.empty() ? 0 : open.back().scope;
    std::vector<const view::TemplateVariable*> rows;
    for (const view::TemplateVariable& row : view::letter_variables()) {
      if (row.scope == scope) rows.push_back(&row);
    }
    if (rows.empty()) continue;
    const view::TemplateVariable& row = *choices.of(rows);
    const std::string_view name = choices.one_in(3) ? row.word : row.name;
    const bool is_text = row.shape == view::TemplateVariable::Shape::text;
    if (is_text && !choices.one_in(4)) {
      out += fmt::format("{{{{{}}}}}", name);
    } else if (open.size() < 4) {
      const bool inverted = choices.one_in(4);
      out += fmt::format("{{{{{}{}}}}}", inverted ? '^' : '#', name);
      open.push_back({name, inverted || is_text ? scope : row.opens});
    }
  }
  while (!open.empty()) close();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Office office;
  Choices choices(data, size);
  const std::uint8_t which = choices.byte();
  const letter::Letter& letter = office.letters[which % office.letters.size()];
  const bool made = which >= 128;
  const std::string own = made ? well_formed(choices) : std::string(choices.rest());
  const std::string_view text = own;

  static fuzz::Tally<2> tally({"templates", "of these without an error, and so rendered"});
  const write::ScannedTemplate scanned = write::scan_template(text, view::letter_variables());
  if (made && !scanned.errors.empty()) {
    fuzz::fail(fmt::format("{} in a template that is right:\n{}", scanned.errors.front().message.en,
                           text));
  }
  tally.add(0);
  tally.add(1, scanned.errors.empty());
  std::pair<std::uint32_t, std::uint32_t> last{1, 1};
  const text::LineIndex index(text);
  for (const write::TemplateError& error : scanned.errors) {
    const std::pair place{error.line, error.column};
    hold(place >= last, "errors out of order");
    hold(error.line >= 1 && error.line <= index.count(), "an error on no line");
    const std::size_t columns = text::count_code_points(index.line(error.line));
    hold(error.column >= 1 && error.column <= columns + 1, "an error in no column");
    hold(!error.message.zh.empty() && !error.message.en.empty(), "an error without words");
    fuzz::hold_harmless(error.message.zh + error.message.en + error.help.zh + error.help.en,
                        "an error's words");
    last = place;
  }

  // What has errors is read a second time now and then, only to have them again.
  if (!scanned.errors.empty() && which / 16 != 0) return 0;
  mask::Masker masker(office.reg, which % 2 == 0 ? record::Mask::none : record::Mask::surname);
  const write::LetterTemplate form(text, masker);
  hold(form.errors().size() == scanned.errors.size(), "the same template has other errors");
  if (!scanned.errors.empty()) return 0;
  const std::string rendered = form.render(letter, masker);
  hold(rendered.ends_with('\n'), "a letter ends with a line feed");
  fuzz::hold_harmless(rendered, "a letter", U"\t");  // a tab of the template is Markdown
  return 0;
}
