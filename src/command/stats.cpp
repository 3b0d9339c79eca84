// zsup stats: the statistics that are reported upward, each figure with its records.
#include "command/common.h"
#include "command/rows.h"
#include "diag/brief.h"
#include "text/edit_distance.h"
#include "view/statistics.h"

namespace zsup::command {

using diag::brief;
using diag::say;

namespace {

constexpr Flag explain_option{
    {.name = "--explain",
     .help = {"列出每个数字由哪些记录得来", "list the records behind every figure"}}};

// `--explain clues` without a period reads like `--explain` with a period: the word tells.
bool is_period(Session& session, const std::string& word) {
  return session.reg().period_named(word, session.as_of()).has_value();
}

// The groups of cells, and the cells.
std::vector<std::string> keys_of(const stats::Statistics& statistics) {
  std::vector<std::string> keys;
  for (const stats::Cell& cell : statistics.cells) {
    for (std::size_t dot = cell.key.find('.'); dot != std::string::npos;
         dot = cell.key.find('.', dot + 1)) {
      const std::string group = cell.key.substr(0, dot);
      if (std::find(keys.begin(), keys.end(), group) == keys.end()) keys.push_back(group);
    }
    keys.push_back(cell.key);
  }
  return keys;
}

void must_be_cell(const stats::Statistics& statistics, const std::string& wanted) {
  const std::vector<std::string> keys = keys_of(statistics);
  if (std::find(keys.begin(), keys.end(), wanted) != keys.end()) return;
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  const auto near = text::nearest(wanted, views);
  throw Stop{
      usage,
      say("统计中没有“{}”这一项", "there is no figure '{}' in the statistics", brief(wanted)),
      near ? say("是不是“{}”？", "did you mean '{}'?", *near)
           : say("zsup stats 的“键”一列列出各项",
                 "the column 'key' of 'zsup stats' has "
                 "them all")};
}

int run_stats(Session& session, const Arguments& arguments) {
  const bool explain = arguments.has(explain_option);
  std::optional<std::string> period_text;
  std::string only;
  for (const std::string& word : arguments.words()) {
    const bool cell = explain && (period_text || !is_period(session, word));
    if (!cell && period_text) {
      throw Stop{
          usage, say("“{}”要和 --explain 一起用", "'{}' goes with --explain", brief(word)), {}};
    }
    if (cell && !only.empty()) {
      throw Stop{usage, say("--explain 只能指明一项", "--explain takes one figure"), {}};
    }
    (cell ? only : period_text.emplace()) = word;
  }
  const reg::Register& reg = session.reg();
  const bool draft = session.draft_or_stop();
  const value::Period period = session.period(period_text);
  const stats::Statistics statistics = stats::statistics(session.at(), period);
  if (!only.empty()) must_be_cell(statistics, only);
  view::StatisticsWanted wanted{{.lang = session.lang(), .draft = draft}, explain, only};
  session.deliver(written(session, view::statistics_page(reg, statistics, wanted)));
  for (const diag::Text& note : statistics.notes) session.note(note);
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({
    period_word,
    {.takes = Takes::text,
     .name = {"项目", "CELL"},
     .help = {"与 --explain 一起：只说明这一项或这一组，例如 findings.by_source",
              "with --explain: this figure or group of figures only, such as findings.by_source"}},
});
constexpr auto options =
    std::to_array<OptionRow>({explain_option, format_option, excel_option, allow_errors_option,
                              output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup stats 2026-h1", {"上半年统计", "the statistics of the half year"}},
    {"zsup stats 2026-h1 --explain cases.by_rank.county",
     {"县处级案件和人员是哪些", "which cases and persons of county level these are"}},
    {"zsup stats 2026 --format json", {"供其他程序读取", "for other programs"}},
});

}  // namespace

const CommandRow stats_row{
    .name = "stats",
    .summary = {"上报用的统计，每个数字都有记录为据",
                "the statistics reported upward, with the records behind every figure"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_stats,
};

}  // namespace zsup::command
