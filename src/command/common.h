// Options that several commands share.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "command/command.h"
#include "command/session.h"
#include "render/table.h"

namespace zsup::command {

inline constexpr auto table_formats =
    std::to_array<std::string_view>({"table", "md", "csv", "json"});

inline constexpr OptionRow format_option{.name = "--format",
                                         .short_name = "-f",
                                         .takes = Takes::choice,
                                         .value = {"格式", "FORMAT"},
                                         .help = {"输出格式", "output format"},
                                         .choices = table_formats};
inline constexpr OptionRow excel_option{
    .name = "--excel",
    .short_name = "",
    .takes = Takes::nothing,
    .value = {},
    .help = {"CSV 加上中文版 Excel 需要的标记", "give CSV the mark that Chinese Excel needs"}};
inline constexpr OptionRow allow_errors_option{
    .name = "--allow-errors",
    .short_name = "",
    .takes = Takes::nothing,
    .value = {},
    .help = {"登记册有错误时仍输出，并注明是草稿",
             "go on despite errors, and mark the result as a draft"}};
inline constexpr OptionRow output_option{.name = "--output",
                                         .short_name = "-o",
                                         .takes = Takes::file,
                                         .value = {"文件", "FILE"},
                                         .help = {"写入文件", "write to a file"}};
inline constexpr OptionRow force_option{.name = "--force",
                                        .short_name = "",
                                        .takes = Takes::nothing,
                                        .value = {},
                                        .help = {"覆盖已有的文件", "overwrite a file that exists"}};
inline constexpr WordRow period_word{
    .takes = Takes::period,
    .name = {"期间", "PERIOD"},
    .help = {"q2、h1、2026、2026-h1、2026-q2 或 2026-06；不写则取登记册的期间",
             "q2, h1, 2026, 2026-h1, 2026-q2 or 2026-06; the register's own when left out"}};

inline render::Format table_format(const Arguments& arguments) {
  const std::string name = arguments.value_or("format", "table");
  if (name == "md") return render::Format::markdown;
  if (name == "csv") return render::Format::csv;
  return name == "json" ? render::Format::json : render::Format::table;
}

inline std::optional<std::string> first_word(const Arguments& arguments) {
  if (arguments.words().empty()) return std::nullopt;
  return arguments.words().front();
}

inline std::optional<std::size_t> table_width(const Session& session) {
  const int width = session.width();
  return width > 0 ? std::optional(static_cast<std::size_t>(width)) : std::nullopt;
}

}  // namespace zsup::command
