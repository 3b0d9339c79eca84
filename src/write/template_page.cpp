#include "write/template_page.h"

#include <fmt/format.h>

#include "record/vocabulary.h"
#include "view/letter_view.h"
#include "write/letter_markdown.h"
#include "write/template.h"

namespace zsup::write {

using diag::Lang;
using diag::Words;
using Shape = TemplateVariable::Shape;

namespace {

constexpr Words introduction{R"(# 函件模板

<!-- 由 `make generate` 从 src/view/letter_view.cpp 生成，请勿手工修改。 -->

[English](templates.md)

函件的格式和措辞由模板决定。程序自带九个文种的模板；登记册里放一个同名的文件，就用它代替自带的那一个。

)",
                             R"(# Templates of letters

<!-- Written by `make generate` from src/view/letter_view.cpp; not by hand. -->

[中文](templates.zh-CN.md)

A template settles how a letter is laid out and worded. The program has one for each of the nine types; a file of its name in the register takes its place.

)"};

constexpr Words where_title{"放在哪里", "Where they lie"};
constexpr Words where_head{"| 文种 | 文件 |", "| type | file |"};

constexpr Words rules{R"(## 写法

- 模板是 Markdown，`{{名称}}` 处填入内容。名称可写中文，也可写英文，两种写法意思相同。
- `{{#名称}}…{{/名称}}`：有这项内容才出现；对分组和事项，每组、每项出现一次。`{{^名称}}…{{/名称}}`：没有才出现。`{{! 说明 }}` 不出现。
- 里面的一层看得到外面各层的名称；同名的以里层为准。
- 名称写错、没有成对、多了一层，都会指出在第几行第几列，并提示可能想写的名称；在改正之前什么函件也不出。
- 记录里的文字一律按普通文字输出，其中的 Markdown 记号和 HTML 不起作用；模板不能引用别的文件，也不能执行任何东西。
- 事项在模板里没有对应部分的函件不能印发：文号代表的是内容。
- 一个模板至多 64 KB，至多嵌套 16 层。

## 例子

`templates/notice.md.mustache`：

```mustache
)",
                      R"(## How they are written

- A template is Markdown with `{{name}}` where something is filled in. A name may be spelt in English or in Chinese; both mean the same.
- `{{#name}}…{{/name}}` appears when there is something of the name; of groups and items, once for each. `{{^name}}…{{/name}}` appears when there is nothing.
  `{{! remark }}` never appears.
- What is inside sees the names of all that is outside; of two that are alike the inner one counts.
- A name that is misspelt, a section that is not closed and the like are told with line and column, and with the name that was probably meant; until they are
  mended no letter comes out.
- Texts of records come out as plain text: no Markdown and no HTML in them has an effect. A template cannot include another file and cannot run anything.
- A letter whose items have no place in the template is not issued: its number stands for what it says.
- A template has at most 64 KB, and sections within sections at most 16 deep.

## An example

`templates/notice.md.mustache`:

```mustache
)"};

constexpr std::string_view example = R"(**{{发文机关}}**

{{文号}}

# {{标题}}

{{称谓}}：

　　根据{{依据}}，现将您{{期间}}应办的事项函告如下，{{项数说明}}。

{{#履行责任}}
## {{次序}}、履行责任事项

{{#事项}}
{{序号}}. {{内容}}{{#时限要求}}（{{时限要求}}）{{/时限要求}}。
{{/事项}}

{{/履行责任}}
{{#整改建议}}
## {{次序}}、整改建议事项

{{#事项}}
{{序号}}. {{单位冒号}}{{内容}}。{{#建议}}建议：{{建议}}。{{/建议}}
{{/事项}}

{{/整改建议}}
{{署名行}}

{{日期行}}
)";

struct Scope {
  view::LetterScope id;
  Words title;
};
constexpr auto scopes = std::to_array<Scope>({
    {view::in_letter, {"全函", "The letter"}},
    {view::in_figures, {"在“数字”里", "Within `figures`"}},
    {view::in_section, {"在各部分里", "Within each part"}},
    {view::in_group, {"在“分组”里", "Within `groups`"}},
    {view::in_item, {"在“事项”里", "Within `items`"}},
});

constexpr Words table_head{"| 中文 | 英文 | 是什么 |\n|---|---|---|\n",
                           "| name | Chinese | what it is |\n|---|---|---|\n"};

// Of a part or a list, how it is written.
std::string name_of(const TemplateVariable& variable, std::string_view name) {
  return variable.shape == Shape::text ? fmt::format("`{{{{{}}}}}`", name)
                                       : fmt::format("`{{{{#{}}}}}`", name);
}

std::string table_of(const Scope& scope, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string text = fmt::format("### {}\n\n", scope.title.in(lang));
  text += table_head.in(lang);
  for (const TemplateVariable& variable : view::letter_variables()) {
    if (variable.scope != scope.id) continue;
    const std::string word = name_of(variable, variable.word);
    const std::string name = name_of(variable, variable.name);
    text += fmt::format("| {} | {} | {} |\n", zh ? word : name, zh ? name : word,
                        variable.doc.in(lang));
  }
  return text + "\n";
}

}  // namespace

std::string_view template_example() {
  return example;
}

std::string template_page(Lang lang) {
  std::string text(introduction.in(lang));
  text += fmt::format("## {}\n\n{}\n|---|---|\n", where_title.in(lang), where_head.in(lang));
  for (const record::LetterTypeRow& row : record::letter_types()) {
    text += fmt::format("| {} | `{}` |\n", row.label.in(lang), template_path(row.type));
  }
  text += "\n";
  text += rules.in(lang);
  text += fmt::format("{}```\n\n", example);
  text += diag::say(lang, "## 可用的名称\n\n", "## The names\n\n");
  for (const Scope& scope : scopes) text += table_of(scope, lang);
  text.pop_back();
  return text;
}

}  // namespace zsup::write
