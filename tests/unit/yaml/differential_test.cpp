// Whichever reader runs, the same comes out. ZSUP_DIFFERENTIAL=1000000 compares that many texts.
#include "unit/yaml/differential.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "unit/yaml/generator.h"

namespace zsup::yaml {
namespace {

TEST_CASE("what the fast reader accepts, yaml-cpp reads alike") {
  std::size_t count = 20'000;
  if (const char* asked = std::getenv("ZSUP_DIFFERENTIAL")) count = std::stoul(asked);
  std::uint64_t seed = 1;
  if (const char* asked = std::getenv("ZSUP_SEED")) seed = std::stoul(asked);
  Comparison total;
  std::size_t differences = 0;
  for (std::size_t i = 0; i < count && differences < 10; ++i) {
    Generator generator(seed * 1'000'000'007 + i);
    const std::string text = generator.text();
    Limits limits;
    if (i % 16 == 0) {
      limits.depth = static_cast<std::uint32_t>(1 + generator.below(4));
      limits.nodes = static_cast<std::uint32_t>(1 + generator.below(12));
      limits.scalar_bytes = static_cast<std::uint32_t>(4 + generator.below(12));
    }
    const Comparison one = compare_readers(text, limits);
    total.accepted += one.accepted;
    total.declined += one.declined;
    if (one.difference.empty()) continue;
    ++differences;
    FAIL_CHECK("text ", i, " ", one.difference);
  }
  if (count > 20'000) {
    MESSAGE("documents read fast: ", total.accepted, ", declined: ", total.declined);
  }
  CHECK(total.accepted > total.declined / 2);
}

Comparison compared(const std::string& text, const Limits& limits = {}) {
  const Comparison comparison = compare_readers(text, limits);
  CHECK(comparison.difference == "");
  return comparison;
}

TEST_CASE("what records are written in is read fast") {
  for (const std::string text : {
           "# c\n种类: 报告\n\n事项:\n  - 任务: a\n    内容: \"\"\n  - {b: 1, c: [x, y]}\n",
           "a:\n- x\n- y: 1\n  z: 2\nb: 1\n",
           "--- # c\na: # c\n  b: 1 # c\n",
           "- - a\n  - b\n-\n  - c\n-\n",
           "a: x\n  y\n\n  z\nb: 1",
           "a: 'it''s'\n\"b\" : \"x\\n\\u5F20\"\n",
           "a: \"x\n  y\n\n  z\\\n  w\"\n",
           "a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n",
           "- |2\n    x\n- >+\n  y\n\n",
           "a: [\n    x, # c\n    {y: 1, \"z\":2},\n  ]\nb: {c: , d: 'x'}\ne: []\n",
           "a: http://x/y#z\nb-c: -1\n",
           "a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n",
           "{\"a\": [1, 2]}\n",
           "a: ~\nb: null\nc:\nd: （注）\n",
       }) {
    CAPTURE(text);
    const Comparison comparison = compared(text);
    CHECK(comparison.accepted == 1);
    CHECK(comparison.declined == 0);
  }
}

TEST_CASE("what yaml-cpp refuses although YAML allows it is refused whichever reader runs") {
  std::string commas = "a: [";
  for (int i = 0; i < 800'000; ++i) commas += "1,";
  std::string signs = "a: \"" + std::string(1'600'000, ':') + "\"\n";
  std::string comment = "a: 1\n#" + std::string(1'600'000, ',') + "\nb: 1\n";
  for (const std::string& text :
       {std::string("a: [? b : c]\n"), std::string("a: [x?]\n"), std::string("a: {b\n    : c}\n"),
        std::string("a: {\"b\"\n    : c}\n"), std::string(1025, 'k') + ": 1\n",
        "a: {" + std::string(1025, 'k') + ": 1}\n", commas + "1]\n", signs, comment}) {
    CAPTURE(text.substr(0, 40));
    CHECK(compared(text).accepted == 0);
  }
  CHECK(compared(std::string(1000, 'k') + ": 1\n").accepted == 1);
}

TEST_CASE("as much text as the fast reader takes at once is not too much for yaml-cpp") {
  const std::string signs(399'000, ',');
  std::string flow = "[";
  while (flow.size() < 399'000) flow += "1,";
  flow += "1]";
  const std::string comment = "# " + signs + "\n";
  std::string text = comment;
  for (const std::string& value : {"\"" + signs + "\"", flow, "x" + signs, "'" + signs + "'"}) {
    text += "- " + comment + comment + "  " + value + " " + comment;
    text += "- " + value + " " + comment + comment;
  }
  CHECK(compared(text).accepted == 0);  // two comments at once are too many
  text.clear();
  for (const std::string& value : {"\"" + signs + "\"", flow, "x" + signs, "'" + signs + "'"}) {
    text += "- " + comment + "  " + value + "\n" + comment + "- " + value + "\n" + comment;
  }
  CHECK(compared(text).accepted == 1);
}

TEST_CASE("what is rare in brackets is left to yaml-cpp") {
  for (const std::string text : {"[a:, b]",
                                 "[a:]",
                                 "{a:}",
                                 "{a:, b: 1}",
                                 "[a: b]",
                                 "{a}",
                                 "[-]",
                                 "[a\n  b]",
                                 "{a: [b}",
                                 "[a, b",
                                 "[a#b, c]",
                                 "[a,#b\n c]",
                                 "[\n]",
                                 "[a\n]",
                                 "a:\n  [b\n]\nc: 1\n",
                                 "a:\n  [b,\nc]\n",
                                 "[\"a\":b]",
                                 "{\"a\":b}",
                                 "{\"a\" :b}",
                                 "{'a':}",
                                 "{'a':,}",
                                 "[a]: b",
                                 "{a: b}: c",
                                 "[[a]b]",
                                 "[a]b",
                                 "[:a]",
                                 "[?a]",
                                 "{?a: b}"}) {
    CAPTURE(text);
    compared(text);
    compared("x: " + text + "\ny: 1\n");
    compared("- " + text + "\n- z\n");
  }
}

TEST_CASE("limits are the same for either reader") {
  for (std::uint32_t limit = 1; limit < 12; ++limit) {
    compared("a: [1, {b: [2]}]\nc:\n  - d: 1\n", Limits{.depth = limit});
    compared("a: [1, {b: [2]}]\nc:\n  - d: 1\n", Limits{.nodes = limit});
    compared("abc: 12345\nd: 'x''yz'\ne: |\n  1234\n", Limits{.scalar_bytes = limit});
  }
}

}  // namespace
}  // namespace zsup::yaml
