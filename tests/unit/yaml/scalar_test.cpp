#include <doctest/doctest.h>

#include <string>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

std::string value(const std::string& text) {
  const Result r = read_text("a: " + text);
  if (!r.codes().empty()) return r.codes();
  return escaped(r.documents.at(0)[2].value);
}

TEST_CASE("literal scalars and chomping") {
  CHECK(value("|\n  x\n   y\n\n  z\n\n\n") == "x\\n y\\n\\nz\\n");
  CHECK(value("|-\n  x\n\n") == "x");
  CHECK(value("|+\n  x\n\n\n") == "x\\n\\n\\n");
  CHECK(value("|1\n  x\n") == " x\\n");
  CHECK(value("|-1\n  x\n") == " x");
  CHECK(value("|\n\n  x\n") == "\\nx\\n");
  CHECK(value("|\n  x") == "x\\n");
  CHECK(value("|+\n\n") == "\\n");
  CHECK(value("|\n") == "");
  CHECK(value("|\r\n  x\r\n  y\r\n") == "x\\ny\\n");
  CHECK(value("|\n  x\n  # no comment\n# comment\n") == "x\\n# no comment\\n");
  CHECK(value("|x\n  y\n").starts_with("ZS001"));
}

TEST_CASE("folded scalars") {
  CHECK(value(">\n  x\n  y\n\n  z\n") == "x y\\nz\\n");
  CHECK(value(">-\n  x\n    more\n  y\n") == "x\\n  more\\ny");
  CHECK(value(">\n\n  x\n\n\n  y\n") == "\\nx\\n\\ny\\n");
  CHECK(value(">+\r\n  x\r\n  y\r\n\r\n") == "x y\\n\\n");
}

TEST_CASE("quoted scalars") {
  CHECK(value("'it''s'") == "it's");
  CHECK(value("\"\\u5F20\\x41\\t\\\\\\/\\\"\"") == "张A\\t\\/\"");
  CHECK(value("\"x \n  y\n\n  z\"") == "x y\\nz");
  CHECK(value("\"x\\\n  y\\n\\\n  \\  z\"") == "xy\\n  z");
  CHECK(value("'\n\n  '") == "\\n");
  CHECK(value("\"x\r\n  y\"") == "x y");
  CHECK(value("\"\"") == "");
  CHECK(value("\"C:\\Users\"").starts_with("ZS001"));
  CHECK(value("\"\\q\"") == "ZS001@4-5");
  CHECK(value("\"\\ud800\"") == "ZS001@4-5");
  CHECK(value("\"\\0\"") == "ZS005@4-6");
  CHECK(value("\"\\e[31m\"") == "ZS005@4-6");
  CHECK(value("\"\\u202e\"") == "ZS018@4-10");
}

TEST_CASE("plain scalars") {
  CHECK(value("x y: z").starts_with("ZS001"));
  CHECK(value("x\n  y\n\n  z\nb: 1") == "x y\\nz");
  CHECK(value("http://x/y#z # c") == "http://x/y#z");
  CHECK(value("-1") == "-1");
  CHECK(value("010") == "010");
  CHECK(value("“全角引号”：可以") == "“全角引号”：可以");
  CHECK(value("[-]").starts_with("ZS001"));
}

}  // namespace
}  // namespace zsup::yaml
