// The table of commands; each row stands in the file of its command.
#include <array>

#include "command/command.h"
#include "command/options.h"
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
  static constexpr auto rows = std::to_array<OptionRow>(
      {directory_option, as_of_option, lang_option, color_option, quiet_option, jobs_option,
       help_option, version_option, reader_option, progress_at_once_option});
  return rows;
}

}  // namespace zsup::command
