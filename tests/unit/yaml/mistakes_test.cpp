#include <doctest/doctest.h>

#include <string>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

void check(const std::string& text, const std::string& found, const std::string& fixed = "") {
  CAPTURE(text);
  const Result r = read_text(text);
  CHECK(r.found() == found);
  CHECK(r.fixed() == (fixed.empty() ? text : fixed));
  CHECK(r.trees.empty());
  if (!fixed.empty()) CHECK(read_text(fixed).codes() == "");
}

TEST_CASE("full-width punctuation") {
  check("a: 1\n姓名：张三\nb: 2\n", "ZS015<：>", "a: 1\n姓名: 张三\nb: 2\n");
  check("姓名：张三\n单位： 县委\n", "ZS015<：> ZS015<：>", "姓名: 张三\n单位: 县委\n");
  check("a:\n  结论：通过\n  审核人: 张三\n", "ZS015<：>", "a:\n  结论: 通过\n  审核人: 张三\n");
  check("a:\n- 任务：x\n  日期: 1\n", "ZS015<：>", "a:\n- 任务: x\n  日期: 1\n");
  check("a: {b：1，c: 2}\n", "ZS015<：> ZS015<，>", "a: {b: 1, c: 2}\n");
  check("a: [1, 2］\nb: 1\n", "ZS015<］>", "a: [1, 2]\nb: 1\n");
  check("- a\n－ b\n", "ZS015<－>", "- a\n- b\n");
  check("a:\n　　b: 1\n　　c: 2\n", "ZS015<　　> ZS015<　　>", "a:\n    b: 1\n    c: 2\n");
}

TEST_CASE("tabs") {
  check("a:\n\tb: 1\n\tc: 2\n", "ZS014<\\t> ZS014<\\t>", "a:\n  b: 1\n  c: 2\n");
  check("a:\n  b: 1\n\tc: 2\n", "ZS014<\\t>");
  check("-\tb: 1\n  c: 2\n", "ZS014<\\t>", "- b: 1\n  c: 2\n");
}

TEST_CASE("colons and spaces") {
  check("name:张三\nb: 1\n", "ZS021<:>", "name: 张三\nb: 1\n");
  check("a: 1\nabc", "ZS021<abc>");
  check("a: 1\nabc\nb: 2\n", "ZS021<abc>");
  check("a: b: c\n", "ZS001<:>");
  check("a: - b\n", "ZS001<->");
  check("{\"a\":1, b}", "ZS021<b>");
  check("--- a: 1\nb: 2\n", "ZS001<a>", "--- \na: 1\nb: 2\n");
}

TEST_CASE("quotes and brackets") {
  check("a: \"x\n", "ZS019<\">");
  check("a: \"x\nb: 1\nc: \"y\"\n", "ZS019<\">");
  check("a: 'x\n  y\nb: 1\n", "ZS019<'>");
  check("a: \"关于\"的通知\nb: 1\n", "ZS013<的通知>");
  check("a: [1, 2\nb: 1\n", "ZS001<[>");
  check("a: {x: [1, 2}\n", "ZS001<}>");
  check("a: ]\n", "ZS001<]>");
  check("[,]", "ZS001<,>");
  check("[a,,b]", "ZS001<,>");
}

TEST_CASE("characters that YAML reserves") {
  check("a: @x\n", "ZS001<@>");
  check("a: `x`\n", "ZS001<`>");
  check("a: %x\n", "ZS001<%>");
  check("a: *重要*\n", "ZS010<*重要*>");
}

TEST_CASE("indentation") {
  check("a:\n  b: 1\n c: 2\n", "ZS001<c>");
  check("a: 1\n  b: 2\n", "ZS001<b>");
  check("a: |\n  x\n y: 1\n", "ZS001<y>");
  check("a: 1\n- b\n", "ZS001<->");
}

TEST_CASE("several mistakes of one document are all told") {
  const Result r = read_text("甲：1\n乙: 2\n丙:3\n丁: \"x\n");
  CHECK(r.found() == "ZS015<：> ZS021<:> ZS019<\">");
  CHECK(r.fixed() == "甲: 1\n乙: 2\n丙: 3\n丁: \"x\n");
}

}  // namespace
}  // namespace zsup::yaml
