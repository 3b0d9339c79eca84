#include "write/template.h"

#include <doctest/doctest.h>

#include "view/letter_view.h"

using namespace zsup::write;
using zsup::view::letter_variables;

namespace {

std::string errors_of(std::string_view text) {
  std::string said;
  for (const TemplateError& error : scan_template(text, zsup::view::letter_variables()).errors) {
    said += std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
            error.message.zh + (error.help.zh.empty() ? "" : "；" + error.help.zh) + "\n";
  }
  return said;
}
std::string read(std::string_view text) {
  const ScannedTemplate scanned = scan_template(text, zsup::view::letter_variables());
  CHECK(scanned.errors.empty());
  std::string lines = scanned.text;
  for (char& c : lines) c = c == line_break ? '\n' : c;
  return lines;
}

}  // namespace

TEST_CASE("names may be Chinese or ASCII, with blanks around them") {
  CHECK(read("文号：{{ 文号 }}{{number}}") == "文号：{{number}}{{number}}");
  CHECK(read("{{#履行责任}}{{#事项}}{{内容}}{{/items}}{{/duty}}") ==
        "{{#duty}}{{#items}}{{text}}{{/items}}{{/duty}}");
  CHECK(read("{{^回复期限}}无{{/回复期限}}") == "{{^reply_by}}无{{/reply_by}}");
}

TEST_CASE("a section's tag or a comment alone on its line takes the line with it") {
  CHECK(read("一\n  {{#duty}}  \n二\n{{/duty}}\n三\n") == "一\n{{#duty}}二\n{{/duty}}三\n");
  CHECK(read("{{! 说明 }}\n一 {{! 说明 }}二") == "一 二");
  CHECK(read("{{! 两\n行 }}\n一") == "一");
  CHECK(read("{{#duty}}\r\n一\r\n{{/duty}}") == "{{#duty}}一\n{{/duty}}");
  CHECK(read("\xEF\xBB\xBF一") == "一");
}

TEST_CASE("an unknown name is told by line and column, with what was meant") {
  CHECK(errors_of("一\n二二{{salutatoin}}") ==
        "2:3 没有“salutatoin”这个名称；是不是“salutation”？\n");
  CHECK(errors_of("{{回复期现}}") == "1:1 没有“回复期现”这个名称；是不是“回复期限”？\n");
  CHECK(errors_of("{{zzzzzz}}") == "1:1 没有“zzzzzz”这个名称\n");
  CHECK(errors_of("{{suggestion}}") ==
        "1:1 “suggestion”不能用在这里；它只能写在 {{#items}} 与 {{/items}} 之间\n");
  CHECK(errors_of("{{}}") == "1:1 标签里没有名称\n");
  CHECK(errors_of("{{duty}}") == "1:1 “duty”是一段内容，不是一个值；写成 {{#duty}}…{{/duty}}\n");
}

TEST_CASE("sections must close, in order") {
  CHECK(errors_of("{{#duty}}\n一") == "1:1 “duty”没有结束；在它的末尾写上 {{/duty}}\n");
  CHECK(errors_of("一{{/duty}}") == "1:2 “duty”没有开始就结束了\n");
  CHECK(errors_of("{{#duty}}\n {{#groups}}{{/duty}}") ==
        "2:2 “groups”没有结束；在 {{/duty}} 之前写上 {{/groups}}\n");
  CHECK(errors_of("{{#duty}}{{#duty}}{{/duty}}{{/duty}}") == "1:10 “duty”不能嵌套在这里\n");
  std::string deep;
  for (int at = 0; at < 17; ++at) deep += "{{#date}}";
  CHECK(errors_of(deep) == "1:145 嵌套超过16层\n");
}

TEST_CASE("tags must end, and braces must be the right ones") {
  CHECK(errors_of("一\n{{date\n{{date}}") == "2:1 标签没有“}}”结尾\n");
  CHECK(errors_of("{{! 没完") == "1:1 标签没有“}}”结尾\n");
  CHECK(errors_of("{{") == "1:1 标签没有“}}”结尾\n");
  CHECK(errors_of("date}}") == "1:5 “}}”前面没有对应的“{{”\n");
  CHECK(errors_of("｛｛date｝｝").starts_with("1:1 花括号“｛｛”是全角的；"));
}

TEST_CASE("what could surprise is refused") {
  const std::string unescaped =
      "不能原样输出未经转义的内容；写成 {{名称}}，登记册里的文字就不会变成排版标记\n";
  CHECK(errors_of("{{{date}}}") == "1:1 " + unescaped);
  CHECK(errors_of("一{{& date}}") == "1:2 " + unescaped);
  CHECK(errors_of("{{> self}}") == "1:1 模板不能引用别的模板；把要引用的内容直接写在这里\n");
  CHECK(errors_of("{{=<% %>=}}") == "1:1 不能更换标签的括号\n");
  CHECK(errors_of("一\n二\xff") == "2:2 不是有效的 UTF-8；把模板另存为 UTF-8 编码\n");
  CHECK(errors_of("一\x01") == "1:2 模板里有看不见的字符 ^A\n");
  CHECK(errors_of(std::string(largest_template + 1, 'a')) ==
        "1:1 模板有65537字节，最多65536字节\n");
}

TEST_CASE("all mistakes are told at once, in the order of their places") {
  CHECK(errors_of("{{a}}\n{{#duty}}{{b}}\n{{{c}}}") ==
        "1:1 没有“a”这个名称\n"
        "2:1 “duty”没有结束；在它的末尾写上 {{/duty}}\n"
        "2:10 没有“b”这个名称\n"
        "3:1 不能原样输出未经转义的内容；写成 "
        "{{名称}}，登记册里的文字就不会变成排版标记\n");
  // But not without end.
  std::string many;
  for (int at = 0; at < 10'000; ++at) many += "{{a}}";
  CHECK(scan_template(many, zsup::view::letter_variables()).errors.size() == 100);
}

TEST_CASE("the order holds where the reading ends early, and a tab in a name is shown") {
  std::string text = "{{#duty}}\n{{#groups}}\n";
  for (int i = 0; i < 98; ++i) text += "{{zzzzzz}}\n";
  text += "{{/duty}}\n{{zzzzzz}}\n{{zzzzzz}}\n";
  const auto errors = scan_template(text, zsup::view::letter_variables()).errors;
  REQUIRE(errors.size() == 100);
  CHECK(errors.front().line == 2);  // told of when {{/duty}} is read
  CHECK(errors.back().line == 102);
  CHECK(errors_of("{{#a\tb}}").find('\t') == std::string::npos);
  CHECK(errors_of("{{#duty}}{{#a\tb}}{{/duty}}").find('\t') == std::string::npos);
}

TEST_CASE("every name is told apart from the others of its scope, and documented") {
  const auto rows = zsup::view::letter_variables();
  for (std::size_t at = 0; at < rows.size(); ++at) {
    CHECK_FALSE(rows[at].doc.zh.empty());
    CHECK_FALSE(rows[at].doc.en.empty());
    for (std::size_t other = 0; other < at; ++other) {
      if (rows[at].scope != rows[other].scope) continue;
      CHECK(rows[at].name != rows[other].name);
      CHECK(rows[at].word != rows[other].word);
    }
  }
}
