// A report as text, one renderer a format, each in a file of its own (format_<name>.cpp). Every
// renderer takes any report: file names and values that are hostile or not even UTF-8 come out
// escaped as the format asks, and nothing that acts on a terminal comes out of any of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "diag/code.h"
#include "diag/report.h"
#include "diag/rule_info.h"
#include "diag/say.h"
#include "text/enum_table.h"
#include "text/relative_path.h"

namespace zsup::diag {

struct RenderOptions {
  Lang lang = Lang::zh;
  bool color = false;  // text only
  int width = 0;       // text only: cells of a line of the terminal; 0 when there is no such limit
  text::PathsFrom paths;  // how the paths of the register are written
  std::string tool_version;
  std::string root = {};               // json only: the register's own absolute path
  std::string information_uri;         // sarif only: the project's page; may be empty
  std::span<const RuleInfo> rules;     // sarif only: the catalogue
  Severity fail_on = Severity::error;  // junit only: what counts as a failed test
};

// For people. Width 0 still windows lines of more than 500 cells.
std::string render_text(const Report& report, const RenderOptions& options);

// One diagnostic a line; keys are only ever added.
std::string render_json(const Report& report, const RenderOptions& options);

// SARIF 2.1.0.
std::string render_sarif(const Report& report, const RenderOptions& options);

// GitHub's workflow commands, one a diagnostic; their text repeats the place and the code, since
// GitHub shows only ten annotations a step and the others are read in the log.
std::string render_github(const Report& report, const RenderOptions& options);

// GitLab's code quality report.
std::string render_gitlab(const Report& report, const RenderOptions& options);

// JUnit XML: one test suite a file that has diagnostics; what is below `fail_on` is a passed test
// with output.
std::string render_junit(const Report& report, const RenderOptions& options);

// file:line:column: error: message [ZS201], as GCC writes and editors read it; the words are GCC's
// in either language.
std::string render_gcc(const Report& report, const RenderOptions& options);

enum class Format : std::uint8_t { text, json, sarif, github, gitlab, junit, gcc };

// The names that --format takes.
inline constexpr text::Table<Format, std::string_view> format_names{{
    {Format::text, "text"},
    {Format::json, "json"},
    {Format::sarif, "sarif"},
    {Format::github, "github"},
    {Format::gitlab, "gitlab"},
    {Format::junit, "junit"},
    {Format::gcc, "gcc"},
}};

std::string render(Format format, const Report& report, const RenderOptions& options);

}  // namespace zsup::diag
