// zsup explain: what a rule is about.
#include <array>

#include "command/rows.h"
#include "command/session.h"
#include "diag/brief.h"
#include "rule/examples.h"
#include "rule/rule.h"
#include "text/edit_distance.h"
#include "text/width.h"

namespace zsup::command {

using diag::brief;
using diag::Lang;
using diag::RuleInfo;
using diag::say;

namespace {

std::string indented(std::string_view block) {
  std::string text;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    text += end == at ? "\n" : "    " + std::string(block.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return text;
}

std::string_view severity_word(diag::Severity severity, Lang lang) {
  return record::row_of(static_cast<record::Severity>(severity)).label.in(lang);
}

std::string page(const RuleInfo& rule, Lang lang) {
  std::string text = rule.code.name() + " " + std::string(rule.name) + say(lang, "（", " (") +
                     std::string(severity_word(rule.severity, lang)) + say(lang, "）", ")") +
                     "\n\n" + std::string(rule.summary.in(lang)) + "\n";
  if (!rule.rationale.zh.empty()) text += "\n" + std::string(rule.rationale.in(lang)) + "\n";
  if (rule.firm) text += "\n" + std::string(rule::why_firm().in(lang)) + "\n";
  const diag::Words note = rule::how_to_read(rule);
  if (!note.zh.empty()) text += "\n" + std::string(note.in(lang)) + "\n";
  if (!rule.bad.zh.empty()) {
    text +=
        say(lang, "\n有问题的写法：\n\n", "\nThis breaks it:\n\n") + indented(rule.bad.in(lang));
  }
  if (!rule.good.zh.empty()) {
    text += say(lang, "\n改正后：\n\n", "\nThis keeps it:\n\n") + indented(rule.good.in(lang));
  }
  return text;
}

int run_explain(Session& session, const Arguments& arguments) {
  if (arguments.words().empty()) {
    std::string list;
    for (const RuleInfo& rule : rule::catalogue()) {
      list += rule.code.name() + "  " +
              text::pad_right(severity_word(rule.severity, session.lang()), 8) +
              std::string(rule.summary.in(session.lang())) + "\n";
    }
    session.out().write(list);
    return clean;
  }
  std::string wanted = arguments.words().front();
  for (char& c : wanted) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const RuleInfo* found = rule::info(wanted);
  for (const RuleInfo& rule : rule::catalogue()) {
    if (rule.name == arguments.words().front()) found = &rule;
  }
  if (found == nullptr) {
    std::vector<std::string> names;
    for (const RuleInfo& rule : rule::catalogue()) {
      names.push_back(rule.code.name());
      names.emplace_back(rule.name);
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    auto near = text::nearest(wanted, views);  // codes are in capitals, names are not
    if (!near) near = text::nearest(arguments.words().front(), views);
    throw Stop{usage,
               say("没有代码为“{}”的规则", "there is no rule with the code '{}'",
                   brief(arguments.words().front())),
               near ? say("是不是“{}”？", "did you mean '{}'?", *near)
                    : say("不带参数的 zsup explain 列出全部规则",
                          "'zsup explain' without a code lists them all")};
  }
  session.out().write(page(*found, session.lang()));
  return clean;
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::code,
     .name = {"代码", "CODE"},
     .help = {"规则代码，例如 ZS301；不写则列出全部",
              "code of a rule, such as ZS301; all of them when left out"}},
});
constexpr auto examples = std::to_array<Example>({
    {"zsup explain ZS301", {"说明一条规则", "tell about one rule"}},
    {"zsup explain", {"列出全部规则", "list all rules"}},
});

}  // namespace

const CommandRow explain_row{
    .name = "explain",
    .summary = {"说明一条规则：理由、错误和正确的写法",
                "tell about a rule: why it is, what breaks and what keeps it"},
    .detail = {},
    .words = words,
    .options = {},
    .examples = examples,
    .run = run_explain,
};

}  // namespace zsup::command
