#include "rule/catalogue_page.h"

#include <fmt/format.h>

#include <array>

#include "record/vocabulary.h"
#include "rule/examples.h"
#include "rule/rule.h"

namespace zsup::rule {

using diag::Lang;
using diag::RuleInfo;
using diag::Words;

namespace {

constexpr auto families = std::to_array<Words>({
    {"读取", "reading"},
    {"形式", "shape"},
    {"引用", "references"},
    {"任务和报告", "duties and reports"},
    {"问题", "findings"},
    {"案件", "cases"},
    {"报备", "filings"},
    {"真实性", "authenticity"},
    {"保密", "secrecy"},
    {"登记册", "the register"},
});

constexpr Words introduction{R"(# 规则

<!-- 由 `make generate` 从 src/rule/catalogue 生成，请勿手工修改。 -->

[English](rules.md)

`zsup check` 按下列规则核对登记册，`zsup explain 代码` 显示同样的说明。

每条规则有固定的代码和级别。**错误**：记录自相矛盾、与别的记录矛盾，或不合记录的规矩。**警告**：记录如实反映的、不合程序的做法。**提示**：该做而还没有做的事（没有报送、没有认领、已经逾期），那是事实，不是记录的错，加 `--info` 才显示。级别可以在 `zsup.yaml` 的“规则级别”中调整，例如 `规则级别: {ZS403: 错误}`。

每个示例是一个文件，放在[文末的登记册](#示例所在的登记册)里。有问题的写法只触犯这一条规则，改正后什么问题也没有；自动测试逐一验证。

)",
                             R"(# Rules

<!-- Written by `make generate` from src/rule/catalogue; not by hand. -->

[中文](rules.zh-CN.md)

These are the rules that `zsup check` holds a register against; `zsup explain CODE` shows the same.

Every rule has a code that stays, and a severity. An **error** is a record that contradicts itself or another one, or breaks the rules of record keeping. A **warning** is a breach of procedure that the records honestly show. **Info** is what has not been done (not reported, not claimed, overdue): a fact and no fault of the records, shown with `--info`. A register changes severities in `zsup.yaml`: `severity: {ZS403: error}`.

Each example is one file, put into [the register at the end of this page](#the-register-of-the-examples). What breaks a rule breaks that one only, and what keeps it breaks none; the tests prove both.

)"};

constexpr Words register_title{"示例所在的登记册", "The register of the examples"};

// A block is indented by one space, which is no part of it, where Git would else take its lines for
// an unresolved conflict of the page itself.
std::string fenced(std::string_view text, std::string_view language) {
  const std::string block = fmt::format("```{}\n{}```\n", language, text);
  if (text.find("<<<<<<< ") == std::string_view::npos) return block + "\n";
  std::string indented;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t past = block.find('\n', at) + 1;
    indented += " " + block.substr(at, past - at);
    at = past;
  }
  return indented + "\n";
}

std::string_view severity_word(const RuleInfo& rule, Lang lang) {
  return record::row_of(static_cast<record::Severity>(rule.severity)).label.in(lang);
}

std::string anchor(const RuleInfo& rule) {
  std::string name = rule.code.name() + "-" + std::string(rule.name);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

std::string index(Lang lang) {
  std::string table = diag::say(lang, "| 代码 | 级别 | 说的是 |\n| --- | --- | --- |\n",
                                "| Code | Severity | What it says |\n| --- | --- | --- |\n");
  for (const RuleInfo& rule : catalogue()) {
    table += fmt::format("| [{}](#{}) | {} | {} |\n", rule.code.name(), anchor(rule),
                         severity_word(rule, lang), rule.summary.in(lang));
  }
  return table + "\n";
}

std::string section(const RuleInfo& rule, Lang lang) {
  std::string text = fmt::format("### {} {}\n\n", rule.code.name(), rule.name);
  text += diag::say("**{}**：{}。\n\n", "**{}**: {}.\n\n", severity_word(rule, lang),
                    rule.summary.in(lang))
              .in(lang);
  text += fmt::format("{}\n\n", rule.rationale.in(lang));
  if (rule.firm) text += fmt::format("{}\n\n", why_firm().in(lang));
  const Words note = how_to_read(rule);
  if (!note.in(lang).empty()) text += fmt::format("{}\n\n", note.in(lang));
  if (!rule.example_file.empty()) {
    text += diag::say("示例是 `{}` 的全文。\n\n", "The examples are the whole of `{}`.\n\n",
                      rule.example_file)
                .in(lang);
  }
  const std::string_view language =
      rule.example_form == diag::ExampleForm::text || rule.example_form == diag::ExampleForm::whole
          ? "yaml"
          : "text";
  text += diag::say(lang, "有问题的写法：\n\n", "This breaks it:\n\n") +
          fenced(rule.bad.in(lang), language);
  text +=
      diag::say(lang, "改正后：\n\n", "This keeps it:\n\n") + fenced(rule.good.in(lang), language);
  return text;
}

}  // namespace

std::string catalogue_page(Lang lang) {
  std::string page = std::string(introduction.in(lang)) + index(lang);
  std::size_t family = families.size();
  for (const RuleInfo& rule : catalogue()) {
    if (rule.code.number / 100u != family) {
      family = rule.code.number / 100u;
      page +=
          diag::say("## ZS{}xx：{}\n\n", "## ZS{}xx: {}\n\n", family, families.at(family).in(lang))
              .in(lang);
    }
    page += section(rule, lang);
  }
  page += fmt::format("## {}\n\n", register_title.in(lang));
  for (const ExampleFile& file : example_register()) {
    const std::string_view path = file.path.in(lang);
    page += diag::say("`{}`：\n\n", "`{}`:\n\n", path).in(lang) +
            fenced(file.text.in(lang), path.ends_with(".yaml") ? "yaml" : "text");
  }
  page.pop_back();  // one line break at the end
  return page;
}

}  // namespace zsup::rule
