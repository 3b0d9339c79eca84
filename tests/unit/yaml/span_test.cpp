#include <doctest/doctest.h>

#include <string>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

// The bytes under each node, in order.
std::string under(const std::string& text) {
  const Result r = read_text(text);
  CHECK(r.codes() == "");
  return r.under();
}

TEST_CASE("scalars") {
  CHECK(under("a: 张三 # c\n") == "a: 张三 ¦ a ¦ 张三");
  CHECK(under("a: 'it''s'  \n") == "a: 'it''s' ¦ a ¦ 'it''s'");
  CHECK(under("\"a\" : \"x \\\" y\"") == "\"a\" : \"x \\\" y\" ¦ \"a\" ¦ \"x \\\" y\"");
  CHECK(under("a: x\n y\n\n z # c\nb: 1") ==
        "a: x\\n y\\n\\n z # c\\nb: 1 ¦ a ¦ x\\n y\\n\\n z ¦ b ¦ 1");
  CHECK(under("--- text\n") == "text");
}

TEST_CASE("block scalars end with their last content line") {
  CHECK(under("a: |\n  x\n\n# c\nb: 1") == "a: |\\n  x\\n\\n# c\\nb: 1 ¦ a ¦ |\\n  x ¦ b ¦ 1");
  CHECK(under("a: >-  # c\r\n  x\r\n  y\r\n") ==
        "a: >-  # c\\r\\n  x\\r\\n  y ¦ a ¦ >-  # c\\r\\n  x\\r\\n  y");
  CHECK(under("- |2\n    x\n- y\n") == "- |2\\n    x\\n- y ¦ |2\\n    x ¦ y");
}

TEST_CASE("values that are left out stand right behind their sign") {
  const Result r = read_text("a:\nb: # c\nc:\n- \n-\nd: {e: , f: }\n");
  CHECK(r.tree() == "{a=-, b=-, c=[-, -], d={e=-, f=-}}");
  const auto& nodes = r.documents.at(0).nodes;
  CHECK(nodes[2].span == text::Span{2, 2});    // a
  CHECK(nodes[4].span == text::Span{5, 5});    // b
  CHECK(nodes[7].span == text::Span{14, 14});  // the first dash
  CHECK(nodes[8].span == text::Span{17, 17});
  CHECK(nodes[12].span == text::Span{24, 24});  // e
  CHECK(nodes[14].span == text::Span{29, 29});  // f
}

TEST_CASE("null and ~ are text") {
  const Result r = read_text("a: ~\nb: null\nc:\n  Null\nd:\nnull: [NULL, ~]\n");
  CHECK(r.tree() == "{a=~, b=null, c=Null, d=-, null=[NULL, ~]}");
  CHECK(r.documents.at(0)[2].kind == NodeKind::scalar);
}

TEST_CASE("collections") {
  CHECK(under("a:\n- 1\n- 2\nb:\n    - x: 1\n      y: 2\n") ==
        "a:\\n- 1\\n- 2\\nb:\\n    - x: 1\\n      y: 2 ¦ a ¦ - 1\\n- 2 ¦ 1 ¦ 2 ¦ b ¦ "
        "- x: 1\\n      y: 2 ¦ x: 1\\n      y: 2 ¦ x ¦ 1 ¦ y ¦ 2");
  CHECK(under("a: [x, {b: 1 },\n  y ] # c\n") ==
        "a: [x, {b: 1 },\\n  y ] ¦ a ¦ [x, {b: 1 },\\n  y ] ¦ x ¦ {b: 1 } ¦ b ¦ 1 ¦ y");
  CHECK(under("[a: b, \"c\":d]") == "[a: b, \"c\":d] ¦ a: b ¦ a ¦ b ¦ \"c\":d ¦ \"c\" ¦ d");
  CHECK(under("- - a\n  - b\n") == "- - a\\n  - b ¦ - a\\n  - b ¦ a ¦ b");
}

TEST_CASE("places count from the file's first byte") {
  const Result r = read_text("\xEF\xBB\xBF# c\n---\n年: 一\n---\n月: 二\n");
  REQUIRE(r.spans.size() == 2);
  CHECK(r.spans[1][0] == "月: 二");
  CHECK(r.documents[1][0].span == text::Span{24, 32});
  CHECK(r.codes() == "ZS004@0-3");
}

TEST_CASE("values are views into the source wherever the text stands there") {
  const Result r = read_text("a: x\nb: \"y z\"\nc: |-\n  one line\nd: 'it''s'\n");
  const auto inside = [&](std::string_view v) {
    return v.data() >= r.text.data() && v.data() + v.size() <= r.text.data() + r.text.size();
  };
  for (const NodeId id : {1u, 2u, 4u, 6u}) CHECK(inside(r.documents.at(0)[id].value));
  CHECK_FALSE(inside(r.documents.at(0)[8].value));
}

}  // namespace
}  // namespace zsup::yaml
