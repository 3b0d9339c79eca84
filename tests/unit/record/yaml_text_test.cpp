// What is written must read back as it was, wherever it stands.
#include "record/yaml_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "text/utf8.h"
#include "yaml/reader.h"

namespace zsup::record {

namespace {

// The value behind `x: `, or what was said instead.
std::string read_back(const std::string& text, bool flow) {
  text::Arena arena;
  diag::Sink sink;
  yaml::Document scratch;
  std::string value = "nothing";
  yaml::read(text, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
             [&](const yaml::Document& document) {
               yaml::NodeId node = document[document.first_child(0)].next;
               if (flow) node = document[document.first_child(node)].next;
               value = document[node].value;
               if (document[node].kind != yaml::NodeKind::scalar) value = "no scalar";
               if (document[node].style == yaml::Style::plain && is_null_word(value)) {
                 value = "null";
               }
             });
  for (const diag::Diagnostic& one : sink.list()) value += " " + one.code.name();
  return value;
}

void check_both(const std::string& text) {
  CAPTURE(text);
  for (const bool as_text : {true, false}) {
    const std::string block = yaml_scalar(text, Where::block, as_text);
    CAPTURE(block);
    CHECK(read_back("x: " + block + "\ny: 1\n", false) == text);
    const std::string flow = yaml_scalar(text, Where::flow, as_text);
    CAPTURE(flow);
    CHECK(read_back("x: {a: " + flow + ", b: [" + flow + ", " + flow + "]}\n", true) == text);
  }
}

}  // namespace

TEST_CASE("plain where that is certain") {
  CHECK(yaml_scalar("定期开展谈心谈话，一年2次", Where::block, true) ==
        "定期开展谈心谈话，一年2次");
  CHECK(yaml_scalar("👨‍👩‍👧：三口之家", Where::block, true) ==
        "👨‍👩‍👧：三口之家");
  CHECK(yaml_scalar("甲\u200D乙", Where::block, true) == "\"甲\\u200D乙\"");
  CHECK(yaml_scalar("《条例》第十条", Where::flow, true) == "《条例》第十条");
  CHECK(yaml_scalar("a, b", Where::block, true) == "a, b");
  CHECK(yaml_scalar("a, b", Where::flow, true) == "\"a, b\"");
  CHECK(yaml_scalar("+5wd", Where::block, false) == "+5wd");
  CHECK(yaml_scalar("2018-07-03", Where::block, false) == "2018-07-03");
  CHECK(yaml_scalar("2018", Where::block, false) == "2018");
  CHECK(yaml_scalar("2018", Where::block, true) == "\"2018\"");
  CHECK(yaml_scalar("true", Where::block, true) == "\"true\"");
  CHECK(yaml_scalar("", Where::block, false) == "\"\"");
  CHECK(yaml_scalar("~", Where::block, false) == "\"~\"");
  CHECK(yaml_scalar("a: b", Where::block, true) == "\"a: b\"");
  CHECK(yaml_scalar("say \"x\\y\"", Where::flow, true) == "\"say \\\"x\\\\y\\\"\"");
  CHECK(yaml_scalar("a\u200Bb", Where::block, true) == "\"a\\u200Bb\"");
}

TEST_CASE("everything reads back as it was") {
  for (const std::string text :
       {"",         " ",       "a",       "a b",    " a",
        "a ",       "a:",      "a: b",    "a:b",    ":",
        "- a",      "-",       "--- a",   "...",    "?",
        "#a",       "a #b",    "a#b",     "[a]",    "{a: b}",
        "a]",       "a}",      "&a",      "*a",     "!a",
        "|",        ">",       "'a'",     "it's",   "\"a\"",
        "%a",       "@a",      "`a",      "null",   "~",
        "Null",     "true",    "010",     "1e3",    "0x1F",
        "a\nb",     "a\n",     "\n",      "\t",     "a\tb",
        "\\n",      "，",      "甲：乙",  "：",     "甲，乙",
        "“引号”",   "　缩进",  "a\u3000", "\u00A0", "😀",
        "𠮷",       "<<",      "<<: a",   "=",      "key: [a",
        "http://x", "a, b: c", "「」",    "、",     "2018-07-10 收盘 2827.63"}) {
    check_both(text);
  }
}

TEST_CASE("what no record may hold is escaped, and the reader says so") {
  CHECK(read_back("x: " + yaml_scalar("a\u200Bb", Where::block, true) + "\n", false) ==
        "nothing ZS018");
  CHECK(read_back("x: " + yaml_scalar("a\x01 b", Where::block, true) + "\n", false) ==
        "nothing ZS005");
}

TEST_CASE("random texts read back as they were") {
  constexpr std::string_view pieces[] = {"a", "b",  " ",  ":", ": ", "#",  " #", ",",  ", ", "[",
                                         "]", "{",  "}",  "-", "- ", "'",  "\"", "\\", "|",  "~",
                                         "!", "&",  "*",  "?", "%",  "中", "：", "，", "　", "\n",
                                         "1", "0x", "\t", "=", "<<", ">",  "`",  "@",  "《"};
  std::mt19937 random(1);  // the same texts every time
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto left = 1 + random() % 6; left > 0; --left)
      text += pieces[random() % std::size(pieces)];
    check_both(text);
  }
}

}  // namespace zsup::record
