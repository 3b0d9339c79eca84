#include "command/man.h"

#include <algorithm>
#include <iterator>

#include "command/command.h"
#include "command/version.h"

namespace zsup::command {

using diag::Lang;
using diag::Words;

namespace {

// Text as roff prints it: its own characters escaped, hyphens that can be copied. roff breaks lines
// at spaces alone, so Chinese text is told where else it may: behind its punctuation.
std::string plain(std::string_view text) {
  constexpr std::string_view stops[] = {"，", "。", "、", "；", "：", "）", "”"};
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    for (const std::string_view stop : stops) {
      if (!text.substr(0, at).ends_with(stop)) continue;
      const auto next = text.substr(at);
      if (std::none_of(std::begin(stops), std::end(stops),
                       [&](std::string_view other) { return next.starts_with(other); })) {
        out += "\\:";
      }
    }
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + plain(text) + "\\fR";
}
std::string italic(std::string_view text) {
  return "\\fI" + plain(text) + "\\fR";
}

class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  // A line of text; one that begins like a request is kept from being one.
  void line(std::string_view roff) {
    if (roff.starts_with('.') || roff.starts_with('\'')) text_ += "\\&";
    text_ += roff;
    text_ += '\n';
  }
  void say(Words words) { line(plain(words.in(lang_))); }
  void request(std::string_view roff) { text_ += std::string(roff) + "\n"; }
  void section(Words title) { request(".SH " + std::string(title.in(lang_))); }
  void item(std::string_view roff) {
    request(".TP");
    line(roff);
  }
  std::string_view in(Words words) const { return words.in(lang_); }
  Lang lang() const { return lang_; }
  std::string text() const { return text_; }

 private:
  Lang lang_;
  std::string text_;
};

void add_options(Page& page, std::span<const OptionRow> rows) {
  for (const OptionRow& row : rows) {
    if (row.hidden) continue;
    std::string head = row.short_name.empty() ? "" : bold(row.short_name) + ", ";
    head += bold(row.name);
    if (row.takes != Takes::nothing) head += " " + italic(page.in(row.value));
    page.item(head);
    std::string help = plain(page.in(row.help));
    for (std::size_t i = 0; i < row.choices.size(); ++i) {
      help += i > 0 ? ", " : diag::say(page.lang(), "：", ": ");
      help += bold(row.choices[i]);
    }
    page.line(help);
  }
}

void add_examples(Page& page, std::span<const Example> examples) {
  for (const Example& example : examples) {
    page.item(bold(example.line));
    page.say(example.what);
  }
}

void add_command(Page& page, const CommandRow& row) {
  std::string usage = bold("zsup " + std::string(row.name));
  for (const WordRow& word : row.words) {
    const std::string name = italic(page.in(word.name)) + (word.repeated ? " \\&..." : "");
    usage += word.required ? " " + name : " [" + name + "]";
  }
  if (!row.options.empty()) usage += " [" + italic(page.in({"选项", "OPTIONS"})) + "]";
  page.request(".SS " + std::string(row.name));
  page.line(usage);
  page.request(".PP");
  page.say(row.summary);
  if (!row.detail.zh.empty()) {
    page.request(".PP");
    page.say(row.detail);
  }
  for (const WordRow& word : row.words) {
    page.item(italic(page.in(word.name)));
    page.say(word.help);
  }
  add_options(page, row.options);
  if (!row.examples.empty()) {
    page.request(".PP");
    page.line(diag::say(page.lang(), "例子：", "Examples:"));
    add_examples(page, row.examples);
  }
}

struct Item {
  std::string_view term;
  Words what;
};

constexpr Item exit_codes[] = {
    {"0", {"没有问题", "clean"}},
    {"1",
     {"有发现：check 发现了不低于 --fail-on 级别的问题，或其他命令因登记册有错误而没有计算",
      "findings: check found something of the severity of --fail-on or above, or another command "
      "computed nothing since the register has errors"}},
    {"2", {"用法或设置有误", "wrong usage or configuration"}},
    {"3", {"读写或内部错误", "I/O or internal error"}},
    {"130", {"被 Ctrl-C 中断", "interrupted with Ctrl-C"}},
    {"143, 129", {"被 TERM 或 HUP 信号中断", "ended by the signals TERM or HUP"}},
};

constexpr Item variables[] = {
    {"LC_ALL, LC_MESSAGES, LANG",
     {"没有 --lang、zsup.yaml 也没有写明语言时，以 en 开头即用英文，否则用中文",
      "without --lang and without a language in zsup.yaml: English where it begins with en, else "
      "Chinese"}},
    {"NO_COLOR", {"不为空时不用颜色", "when not empty: no colour"}},
    {"CLICOLOR_FORCE",
     {"不为空也不为 0 时总用颜色",
      "when neither empty nor 0: colour even where there is no terminal"}},
    {"TERM", {"为 dumb 时不用颜色", "when dumb: no colour"}},
    {"COLUMNS", {"终端的宽度", "the width of the terminal"}},
    {"SOURCE_DATE_EPOCH",
     {"代替当前的时刻（自 1970-01-01 零时 UTC 起的秒数）；是哪一天，看登记册的时区",
      "stands for the present moment, as seconds since 1970-01-01 00:00 UTC; the day is that of "
      "the register's time zone"}},
};

constexpr Item files[] = {
    {"zsup.yaml",
     {"登记册的设置；它所在的文件夹就是登记册，从当前文件夹向上找最近的一个",
      "the register's settings; its folder is the register, the nearest upward from the current "
      "folder"}},
    {"*.yaml, *.yml",
     {"记录；以点开头的文件和文件夹不读", "records; hidden files and folders are not read"}},
    {".zsup/schemas/", {"init 写入的 JSON Schema", "the JSON Schemas that init writes"}},
};

void add_items(Page& page, Words title, std::span<const Item> items) {
  page.section(title);
  for (const Item& item : items) {
    page.item(bold(item.term));
    page.say(item.what);
  }
}

}  // namespace

std::string man_page(Lang lang) {
  Page page(lang);
  page.request(R"(.\" Written by `make generate` from the command table.)");
  page.request(".TH ZSUP 1 " ZSUP_DATE " \"zsup " ZSUP_VERSION "\" \"" +
               diag::say(lang, "用户命令", "User Commands") + "\"");
  // Neither words nor commands are broken at the end of a line, nor stretched to fill it.
  page.request(".nh");
  page.request(".ad l");
  // Groff's macros set it anew at every paragraph.
  page.request(".ds AD l");
  page.section({"名称", "NAME"});
  page.line(
      diag::say(lang, "zsup \\- 用 Git 中的 YAML 记录责任，校验、计分、出函",
                "zsup \\- check, score and write up accountability records kept as YAML in Git"));
  page.section({"用法", "SYNOPSIS"});
  page.line(bold("zsup") + " [" + bold("-C") + " " + italic(page.in({"文件夹", "DIR"})) + "] " +
            italic(page.in({"命令", "COMMAND"})) + " [" + italic(page.in({"参数", "WORDS"})) +
            "] [" + italic(page.in({"选项", "OPTIONS"})) + "]");
  page.section({"说明", "DESCRIPTION"});
  page.say(
      {"zsup 读取一个登记册：Git 中的一个文件夹，里面用 YAML "
       "记录领导干部、组织、任务、报告、巡察发现的问题等。逾期、得分、函件和统计都由这些记录算出，"
       "每个数字都有记录为据。",
       "zsup reads a register: a folder in Git with records in YAML of who leads what, who owes "
       "which duty by when, what was reported and what inspections found. What is overdue, what a "
       "quarter scores, the letters and the statistics are derived from these records, and every "
       "figure has a record behind it."});
  page.request(".PP");
  page.say(
      {"结果写到标准输出，其他一概写到标准错误。不联网。-- 之后的都不是选项。",
       "Results go to standard output, everything else to standard error. Nothing uses a network. "
       "What follows -- is no option."});
  page.section({"例子", "EXAMPLES"});
  add_examples(page, overview_examples());
  page.section({"命令", "COMMANDS"});
  for (const CommandRow* row : commands()) add_command(page, *row);
  page.section({"各命令通用的选项", "OPTIONS OF EVERY COMMAND"});
  add_options(page, common_options());
  add_items(page, {"退出码", "EXIT STATUS"}, exit_codes);
  add_items(page, {"环境变量", "ENVIRONMENT"}, variables);
  add_items(page, {"文件", "FILES"}, files);
  page.section({"另见", "SEE ALSO"});
  page.line(bold("git") + "(1)");
  return page.text();
}

}  // namespace zsup::command
