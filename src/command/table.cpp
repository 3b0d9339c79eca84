// The table of commands; each row stands in the file of its command.
#include <array>

#include "command/command.h"
#include "command/rows.h"

namespace zsup::command {

std::span<const CommandRow* const> commands() {
  static constexpr auto all = std::to_array<const CommandRow*>({
      &init_row,
      &new_row,
      &check_row,
      &score_row,
      &status_row,
      &remind_row,
      &letter_row,
      &stats_row,
      &trend_row,
      &draw_row,
      &list_row,
      &explain_row,
      &schema_row,
      &config_row,
      &completion_row,
  });
  return all;
}

const CommandRow* find_command(std::string_view name) {
  for (const CommandRow* row : commands()) {
    if (row->name == name) return row;
  }
  return nullptr;
}

std::span<const Example> overview_examples() {
  static constexpr auto rows = std::to_array<Example>({
      {"zsup check", {"校验整个登记册", "check the whole register"}},
      {"zsup score q2 --explain",
       {"给第二季度计分，逐条说明", "score the second quarter, point by point"}},
      {"zsup letter --leader 晏知衡",
       {"起草一位领导的函告书", "draft one leader's letter of notice"}},
      {"zsup -C 登记册 check", {"校验别处的登记册", "check a register elsewhere"}},
  });
  return rows;
}

std::span<const OptionRow> common_options() {
  static constexpr auto languages = std::to_array<std::string_view>({"zh", "en"});
  static constexpr auto language_words = std::to_array<std::string_view>({"中文", "英文"});
  static constexpr auto colors = std::to_array<std::string_view>({"auto", "always", "never"});
  static constexpr auto readers = std::to_array<std::string_view>({"automatic", "yaml-cpp"});
  static constexpr auto rows = std::to_array<OptionRow>({
      {.name = "--directory",
       .short_name = "-C",
       .takes = Takes::folder,
       .value = {"文件夹", "DIR"},
       .help = {"登记册所在的文件夹（默认为当前文件夹）",
                "the register's folder (this one by default)"}},
      {.name = "--as-of",
       .short_name = "",
       .takes = Takes::date,
       .value = {"日期", "DATE"},
       .help = {"截至日期", "the as-of date"}},
      {.name = "--lang",
       .short_name = "",
       .takes = Takes::choice,
       .value = {"语言", "LANG"},
       .help = {"语言", "language"},
       .choices = languages,
       .chinese = language_words},
      {.name = "--color",
       .short_name = "",
       .takes = Takes::choice,
       .value = {"何时", "WHEN"},
       .help = {"颜色", "colour"},
       .choices = colors},
      {.name = "--quiet",
       .short_name = "-q",
       .takes = Takes::nothing,
       .value = {},
       .help = {"不显示进度和汇总", "no progress and no summary"}},
      {.name = "--jobs",
       .short_name = "-j",
       .takes = Takes::number,
       .value = {"个数", "N"},
       .help = {"同时使用的处理器数", "processors to use"}},
      {.name = "--help",
       .short_name = "-h",
       .takes = Takes::nothing,
       .value = {},
       .help = {"显示帮助", "show help"}},
      {.name = "--version",
       .short_name = "-V",
       .takes = Takes::nothing,
       .value = {},
       .help = {"显示版本", "show the version"}},
      {.name = "--reader",
       .short_name = "",
       .takes = Takes::choice,
       .value = {"", ""},
       .help = {"", ""},
       .choices = readers,
       .hidden = true},
      {.name = "--progress-at-once",
       .short_name = "",
       .takes = Takes::nothing,
       .value = {},
       .help = {"", ""},
       .hidden = true},
  });
  return rows;
}

}  // namespace zsup::command
