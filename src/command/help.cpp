#include "command/help.h"

#include <algorithm>

#include "text/width.h"

namespace zsup::command {

using diag::Lang;
using diag::Words;

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t widest = 34;  // cells of the left column at most

struct Line {
  std::string left;
  std::string right;
};

std::string section(std::string_view title, const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  std::size_t left = 0;
  for (const Line& line : lines) left = std::max(left, std::min(widest, text::width(line.left)));
  std::string block = std::string(title) + "\n";
  for (const Line& line : lines) {
    block += std::string(indent, ' ');
    if (text::width(line.left) > widest) {
      block += line.left + "\n" + std::string(indent + left + 2, ' ') + line.right + "\n";
    } else {
      block += text::pad_right(line.left, left) + "  " + line.right + "\n";
    }
  }
  return block + "\n";
}

std::string title(Lang lang, Words words) {
  return std::string(words.in(lang));
}

Line option_line(const OptionRow& row, Lang lang) {
  std::string left = row.short_name.empty() ? "    " : std::string(row.short_name) + ", ";
  left += row.name;
  if (row.takes != Takes::nothing) left += " " + std::string(row.value.in(lang));
  std::string right(row.help.in(lang));
  if (!row.choices.empty()) {
    right += diag::say(lang, "：", ": ");
    for (std::size_t i = 0; i < row.choices.size(); ++i) {
      right += (i == 0 ? "" : "|") + std::string(row.choices[i]);
    }
  }
  return {left, right};
}

std::vector<Line> option_lines(std::span<const OptionRow> rows, Lang lang) {
  std::vector<Line> lines;
  for (const OptionRow& row : rows) {
    if (!row.hidden) lines.push_back(option_line(row, lang));
  }
  return lines;
}

std::vector<Line> example_lines(std::span<const Example> examples, Lang lang) {
  std::vector<Line> lines;
  for (const Example& example : examples) {
    lines.push_back({std::string(example.line), std::string(example.what.in(lang))});
  }
  return lines;
}

std::string usage_line(const CommandRow& row, Lang lang) {
  std::string line = "zsup " + std::string(row.name);
  for (const WordRow& word : row.words) {
    std::string name(word.name.in(lang));
    if (word.repeated) name += "…";
    line += word.required ? " " + name : " [" + name + "]";
  }
  return line + diag::say(lang, " [选项]", " [OPTIONS]");
}

}  // namespace

std::string help_overview(Lang lang) {
  std::string help =
      diag::say(lang, "zsup：用 Git 中的 YAML 记录责任，校验、计分、出函\n\n",
                "zsup: accountability records as YAML in Git, checked, scored and written up\n\n");
  help += section(title(lang, {"例子", "Examples"}), example_lines(overview_examples(), lang));
  std::vector<Line> lines;
  for (const CommandRow* row : commands()) {
    lines.push_back({std::string(row->name), std::string(row->summary.in(lang))});
  }
  help += section(title(lang, {"命令", "Commands"}), lines);
  help += section(title(lang, {"各命令通用的选项", "Options of every command"}),
                  option_lines(common_options(), lang));
  help += diag::say(lang,
                    "退出码：0 没有问题，1 有发现，2 用法或设置有误，3 读写或内部错误，130 中断\n",
                    "Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 I/O or "
                    "internal, 130 interrupted\n");
  return help;
}

std::string help_of(const CommandRow& row, Lang lang) {
  std::string help = std::string(row.summary.in(lang)) + "\n\n";
  help += section(title(lang, {"例子", "Examples"}), example_lines(row.examples, lang));
  help += section(title(lang, {"用法", "Usage"}), {{usage_line(row, lang), ""}});
  if (!row.detail.zh.empty()) help += std::string(row.detail.in(lang)) + "\n\n";
  std::vector<Line> words;
  for (const WordRow& word : row.words) {
    words.push_back({std::string(word.name.in(lang)), std::string(word.help.in(lang))});
  }
  help += section(title(lang, {"参数", "Words"}), words);
  help += section(title(lang, {"选项", "Options"}), option_lines(row.options, lang));
  help += section(title(lang, {"各命令通用的选项", "Options of every command"}),
                  option_lines(common_options(), lang));
  help.pop_back();
  // Trailing blanks come from lines without a right column.
  std::string clean;
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = std::min(help.find('\n', at), help.size());
    std::string line = help.substr(at, end - at);
    while (line.ends_with(' ')) line.pop_back();
    clean += line + "\n";
    at = end + 1;
  }
  return clean;
}

}  // namespace zsup::command
