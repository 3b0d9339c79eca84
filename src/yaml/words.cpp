#include "yaml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "text/blank.h"
#include "text/utf8.h"

namespace zsup::yaml {

namespace {

using diag::say;
using diag::Text;

struct Words {
  diag::Code code;
  Text message;
  Text help;
};

Text quote_it() {
  return say("如果这是文字，请给整个值加上引号", "if this is text, put the whole value in quotes");
}

Words property_words(char first) {
  if (first == '*') {
    return {diag::code::not_allowed_in_records,
            say("以 * 开头的值是 YAML 别名，记录中不允许使用",
                "a value that begins with * is an alias, and aliases are not allowed in records"),
            say("把内容完整写出来；如果这是文字，请给整个值加上引号",
                "write the content out; if this is text, put the whole value in quotes")};
  }
  if (first == '&') {
    return {diag::code::not_allowed_in_records,
            say("以 & 开头的值是 YAML 锚点，记录中不允许使用",
                "a value that begins with & is an anchor, and anchors are not allowed in records"),
            quote_it()};
  }
  return {diag::code::not_allowed_in_records,
          say("以 ! 开头的值是 YAML 标签，记录中不允许使用",
              "a value that begins with ! is a tag, and tags are not allowed in records"),
          quote_it()};
}

// The first blank of a place that is no plain space.
struct Blank {
  diag::Words name;
  std::string code_point;
};

Blank blank_in(std::string_view bytes, text::Span span) {
  for (std::size_t at = span.begin; at < std::min<std::size_t>(span.end, bytes.size()); ++at) {
    if (text::wide_blank_at(bytes, at) == 0) continue;
    const char32_t c = text::decode(bytes, at).code_point;
    return {c == 0x3000 ? diag::Words{"全角空格", "a full-width space"}
            : c == 0xA0 ? diag::Words{"不换行空格", "a no-break space"}
                        : diag::Words{"特殊宽度的空格", "a space of special width"},
            fmt::format("U+{:04X}", std::uint32_t{c})};
  }
  return {};
}

Words words_for(Cause cause, char first, const Blank& blank) {
  namespace code = diag::code;
  switch (cause) {
    case Cause::unclosed_quote:
      return {code::unclosed_quote, say("引号没有闭合", "this quote is never closed"),
              say("在值的末尾补上同样的引号；如果引号是文字的一部分，就给整个值加上另一种引号",
                  "add the same quote at the end of the value; if it is part of the text, put the "
                  "whole value in quotes of the other kind")};
    case Cause::unclosed_bracket:
      return {code::yaml_syntax, say("括号没有闭合", "this bracket is never closed"),
              say("补上对应的右括号 ] 或 }}", "add the closing bracket, ] or }}")};
    case Cause::stray_bracket:
      return {code::yaml_syntax,
              say("此处的右括号没有对应的左括号", "this closing bracket closes nothing"),
              say("删除它，或者补上对应的左括号；如果是文字，请给整个值加上引号",
                  "delete it or add the bracket that opens; if it is text, put the whole value in "
                  "quotes")};
    case Cause::after_value:
      return {code::trailing_content,
              say("值已经结束，后面还有内容", "the value is complete, but more follows it"),
              say("如果都属于这个值，请给整个值加上引号；引号内的引号要用另一种，或用“”「」",
                  "if all of it is the value, put the whole value in quotes, with another kind of "
                  "quotes inside")};
    case Cause::after_document:
      return {code::trailing_content,
              say("记录到此已经结束，后面还有内容", "the record is complete, but more follows it"),
              say("检查缩进；要另起一条记录，就用“---”行分隔",
                  "check the indentation; begin another record with a line \"---\"")};
    case Cause::missing_colon:
      return {code::missing_colon,
              say("这里应当是“键: 值”，但没有冒号",
                  "this should be \"key: value\", but there is no colon"),
              say("写成“键: 值”，冒号后面要有一个空格",
                  "write \"key: value\", with a space behind the colon")};
    case Cause::missing_comma:
      return {code::yaml_syntax,
              say("括号内的各项之间缺少逗号", "a comma is missing between items in brackets"),
              say("各项之间用半角逗号和空格分隔；含有特殊符号的文字要加引号",
                  "separate the items by commas; put text with special characters in quotes")};
    case Cause::empty_item:
      return {code::yaml_syntax, say("逗号前没有内容", "there is nothing before this comma"),
              say("删除多余的逗号，或补上缺少的一项", "delete the comma, or add the missing item")};
    case Cause::indentation:
      return {code::yaml_syntax,
              say("这一行的缩进与上下文不一致", "the indentation of this line fits no line above"),
              say("同一层的各行左端对齐；下一层多缩进两个空格",
                  "align entries of one level, and indent those of the next by two more spaces")};
    case Cause::tab:
      return {code::tab_indentation, say("缩进用了制表符（Tab）", "a tab is used for indentation"),
              say("缩进只用空格，每层两个", "indent by spaces only, two for each level")};
    case Cause::value_on_key_line:
      return {code::yaml_syntax,
              say("下一层内容不能与它的键写在同一行",
                  "nested content cannot begin on the line of its key"),
              say("换行并多缩进两个空格；如果这是文字，请给整个值加上引号",
                  "begin a new line, indented by two more spaces; if this is text, put the whole "
                  "value in quotes")};
    case Cause::bad_escape:
      return {code::yaml_syntax,
              say("双引号内的反斜杠（\\）后面不是有效的转义",
                  "this backslash within double quotes begins no valid escape"),
              say("改用单引号，或把 \\ 写成 \\\\", "use single quotes, or write \\\\ for \\")};
    case Cause::escaped_control:
      return {code::control_character,
              say("这个转义表示控制字符", "this escape stands for a control character"),
              say("删除它；记录中不能有控制字符", "delete it: records hold no control characters")};
    case Cause::escaped_invisible:
      return {
          code::invisible_character,
          say("这个转义表示看不见的字符", "this escape stands for a character that nobody can see"),
          say("删除它：看上去相同的文字会因此不同",
              "delete it: text that looks alike differs by it")};
    case Cause::question_key:
      return {code::not_allowed_in_records,
              say("以“? ”开头的键在记录中不允许使用",
                  "keys that begin with \"? \" are not allowed in records"),
              say("写成“键: 值”", "write \"key: value\"")};
    case Cause::property:
      return property_words(first);
    case Cause::merge_key:
      return {code::not_allowed_in_records,
              say("合并键 << 在记录中不允许使用", "the merge key << is not allowed in records"),
              say("把要合并的内容完整写出来", "write out what it should merge")};
    case Cause::directive:
      return {code::not_allowed_in_records,
              say("YAML 指令在记录中不允许使用", "directives are not allowed in records"),
              say("删除这一行", "delete this line")};
    case Cause::reserved_start:
      return {code::yaml_syntax,
              say("值不能以 {} 开头", "a value cannot begin with {}", std::string(1, first)),
              quote_it()};
    case Cause::behind_brackets:
      return {code::yaml_syntax,
              say("括号里的列表已经结束，后面还有内容",
                  "the list in brackets has ended, and something follows it"),
              quote_it()};
    case Cause::behind_block_sign:
      return {code::yaml_syntax,
              say("值以 {} 开头，表示文字从下一行开始，后面不能再写",
                  "a value that begins with {} has its text in the next lines, and none beside it",
                  std::string(1, first)),
              quote_it()};
    case Cause::key_is_collection:
      return {code::key_not_text,
              say("键必须是文字，这里却是列表或映射",
                  "a key must be text, but this is a list or a mapping"),
              say("如果是文字，请加引号", "if it is text, put it in quotes")};
    case Cause::key_is_empty:
      return {code::key_not_text, say("冒号前没有键", "there is no key before this colon"),
              say("写成“键: 值”；如果冒号是文字，请给整个值加上引号",
                  "write \"key: value\"; if the colon is text, put the whole value in quotes")};
    case Cause::long_key:
      return {code::too_large, say("键超过 1024 字节", "this key is longer than 1024 bytes"),
              say("键要简短；也许是缺了换行或引号",
                  "keys should be short; perhaps a line end or a quote is missing")};
    case Cause::stray_item:
      return {code::yaml_syntax,
              say("这里不能有列表项：上一行已经有了自己的值",
                  "a list item cannot stand here: the entry above has its value already"),
              say("把它移到所属的键下面；如果是文字，请与上一行合并",
                  "move it below the key that it belongs to; if it is text, join it to the line "
                  "above")};
    case Cause::key_on_dashes_line:
      return {code::yaml_syntax,
              say("记录的内容不能写在“---”这一行",
                  "the entries of a record cannot begin on the line \"---\""),
              say("从下一行写起", "begin them on the next line")};
    case Cause::too_deep:
      return {code::nesting_too_deep, say("嵌套层数太多", "collections are nested too deeply here"),
              say("记录只需要几层；检查是否有多余的括号或“- ”",
                  "records need a few levels only; look for superfluous brackets or dashes")};
    case Cause::too_many_nodes:
      return {code::too_large, say("一条记录的内容太多", "the record holds too many values"),
              say("把它分成多条记录", "divide it into several records")};
    case Cause::scalar_too_large:
      return {code::too_large, say("一个值太长", "this value is too long"),
              say("把长文放到附件中", "keep long text in an attachment")};
    case Cause::full_width_colon:
      return {code::full_width_syntax, say("这里的冒号是全角“：”", "this colon is full-width"),
              say("键后面要用半角冒号加一个空格“: ”", "use \": \", a plain colon and a space")};
    case Cause::full_width_comma:
      return {code::full_width_syntax, say("这里的逗号是全角“，”", "this comma is full-width"),
              say("括号内各项之间要用半角逗号加一个空格“, ”；如果是文字，请加引号",
                  "separate items by \", \", a plain comma and a space; put text in quotes")};
    case Cause::full_width_bracket:
      return {code::full_width_syntax, say("这里的括号是全角的", "this bracket is full-width"),
              say("列表和映射要用半角括号 [ ] {{ }}", "use the plain brackets [ ] {{ }}")};
    case Cause::full_width_dash:
      return {code::full_width_syntax,
              say("列表项开头的横线是全角的", "the dash that begins this item is full-width"),
              say("用半角横线加一个空格“- ”", "use \"- \", a plain dash and a space")};
    case Cause::blank_indentation:
      return {
          code::full_width_syntax,
          say("缩进用了{}（{}）", "{} ({}) is used for indentation", blank.name, blank.code_point),
          say("缩进只用半角空格，每层两个", "indent by plain spaces only, two for each level")};
    case Cause::blank_for_space:
      return {
          code::full_width_syntax,
          say("这里的空格是{}（{}）", "the space here is {} ({})", blank.name, blank.code_point),
          say("横线、冒号后面要用半角空格", "behind a dash or a colon stands a plain space")};
    case Cause::blank_at_end:
      return {code::full_width_syntax,
              say("键或值的首尾有{}（{}）", "this key or value begins or ends with {} ({})",
                  blank.name, blank.code_point),
              say("删去它：YAML 会把它当作文字的一部分；确是文字的，给整个值加引号",
                  "delete it: to YAML it is part of the text; if it is meant, put the whole value "
                  "in quotes")};
    case Cause::no_space_after_colon:
      return {code::missing_colon, say("冒号后面缺少空格", "a space is missing behind this colon"),
              say("写成“键: 值”，冒号后面要有一个空格",
                  "write \"key: value\", with a space behind the colon")};
    case Cause::no_space_after_dash:
      return {code::yaml_syntax, say("横线后面缺少空格", "a space is missing behind this dash"),
              say("列表项写成“- 值”", "write an item as \"- value\"")};
    case Cause::colon_in_value:
      return {code::yaml_syntax,
              say("没有加引号的值里又出现了冒号加空格",
                  "this value is not in quotes, but holds a colon and a space"),
              say("如果冒号是文字的一部分，请给整个值加引号；如果是下一层的键，请换行并缩进",
                  "if the colon is part of the text, put the whole value in quotes; if it is a "
                  "key of the next level, begin a new line and indent it")};
    case Cause::text_cut_off:
      return {code::text_cut_off,
              say("YAML 把空格后的“#”当作注释的开头，文字到这里就断了",
                  "to YAML a '#' behind a space begins a comment: the text ends here"),
              say("给整个值加上引号；确是注释的，在 # 后面空一格",
                  "put the whole value in quotes; if it is a comment, write a space behind the #")};
    case Cause::syntax:
      break;
  }
  return {code::yaml_syntax, say("从这里起不符合 YAML 语法", "from here on this is not valid YAML"),
          say("检查这一行和上一行的冒号、引号、括号和缩进",
              "check colons, quotes, brackets and indentation of this line and the one above")};
}

}  // namespace

bool cuts_text(std::string_view bytes, std::size_t at) {
  if (at == 0 || at + 1 >= bytes.size() || bytes[at] != '#') return false;
  if (bytes[at - 1] != ' ' && bytes[at - 1] != '\t') return false;
  return std::string_view(" \t\r\n").find(bytes[at + 1]) == std::string_view::npos &&
         text::wide_blank_at(bytes, at + 1) == 0;
}

std::string in_quotes(std::string_view text) {
  if (text.find_first_of("\"\\") == std::string_view::npos) return fmt::format("\"{}\"", text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted += '\'';
}

diag::Diagnostic in_words(Cause cause, std::string_view bytes, text::Place place) {
  const char first = place.span.begin < bytes.size() ? bytes[place.span.begin] : '\0';
  Words words = words_for(cause, first, blank_in(bytes, place.span));
  return {
      words.code, diag::Severity::error, place, std::move(words.message), std::move(words.help), {},
      {}};
}

}  // namespace zsup::yaml
