// Options that every command takes, and options that several share.
#pragma once

#include "command/option.h"
#include "write/writers.h"
#include "yaml/reader.h"

namespace zsup::command {

// Of every command.
inline constexpr Option<std::string> directory_option{
    {.name = "--directory",
     .short_name = "-C",
     .takes = Takes::folder,
     .value = {"文件夹", "DIR"},
     .help = {"登记册所在的文件夹（默认为当前文件夹）",
              "the register's folder (this one by default)"}}};
inline constexpr Option<std::string> as_of_option{{.name = "--as-of",
                                                   .takes = Takes::date,
                                                   .value = {"日期", "DATE"},
                                                   .help = {"截至日期", "the as-of date"}}};
inline constexpr text::Table<diag::Lang, diag::Words> language_names{{
    {diag::Lang::zh, {"中文", "zh"}},
    {diag::Lang::en, {"英文", "en"}},
}};
inline constexpr auto lang_option = one_of<language_names, diag::Lang::zh, diag::Lang::en>(
    {.name = "--lang", .value = {"语言", "LANG"}, .help = {"语言", "language"}});
enum class Color : std::uint8_t { automatic, always, never };
inline constexpr text::Table<Color, std::string_view> color_names{{
    {Color::automatic, "auto"},
    {Color::always, "always"},
    {Color::never, "never"},
}};
inline constexpr auto color_option =
    one_of<color_names, Color::automatic, Color::always, Color::never>(
        {.name = "--color", .value = {"何时", "WHEN"}, .help = {"颜色", "colour"}});
inline constexpr Flag quiet_option{{.name = "--quiet",
                                    .short_name = "-q",
                                    .help = {"不显示进度和汇总", "no progress and no summary"}}};
inline constexpr Option<std::string> jobs_option{
    {.name = "--jobs",
     .short_name = "-j",
     .takes = Takes::number,
     .value = {"个数", "N"},
     .help = {"同时使用的处理器数", "processors to use"}}};
inline constexpr Flag help_option{
    {.name = "--help", .short_name = "-h", .help = {"显示帮助", "show help"}}};
inline constexpr Flag version_option{
    {.name = "--version", .short_name = "-V", .help = {"显示版本", "show the version"}}};
inline constexpr text::Table<yaml::Reader, std::string_view> reader_names{{
    {yaml::Reader::automatic, "automatic"},
    {yaml::Reader::yaml_cpp, "yaml-cpp"},
}};
inline constexpr auto reader_option =
    one_of<reader_names, yaml::Reader::automatic, yaml::Reader::yaml_cpp>(
        {.name = "--reader", .hidden = true});
inline constexpr Flag progress_at_once_option{{.name = "--progress-at-once", .hidden = true}};

// Of several commands.
// The formats of a page that has tables, and the same for programs.
inline constexpr auto table_formats = write::names_for<write::Part::tables, write::Part::data>();
// --format, of a command whose pages are written in these.
constexpr Option<std::string> format_option_of(std::span<const std::string_view> formats) {
  return {{.name = "--format",
           .short_name = "-f",
           .takes = Takes::choice,
           .value = {"格式", "FORMAT"},
           .help = {"输出格式", "output format"},
           .choices = formats}};
}
inline constexpr auto format_option = format_option_of(table_formats);
inline constexpr Flag excel_option{
    {.name = "--excel",
     .help = {"CSV 加上中文版 Excel 需要的标记", "give CSV the mark that Chinese Excel needs"}}};
inline constexpr Flag allow_errors_option{
    {.name = "--allow-errors",
     .help = {"登记册有错误时仍输出，并注明是草稿",
              "go on despite errors, and mark the result as a draft"}}};
inline constexpr Option<std::string> output_option{{.name = "--output",
                                                    .short_name = "-o",
                                                    .takes = Takes::file,
                                                    .value = {"文件", "FILE"},
                                                    .help = {"写入文件", "write to a file"}}};
inline constexpr Flag force_option{
    {.name = "--force", .help = {"覆盖已有的文件", "overwrite a file that exists"}}};

}  // namespace zsup::command
