#include "text/line_index.h"

#include <doctest/doctest.h>

#include <string>

using namespace zsup::text;

TEST_CASE("lines end with LF or CRLF, never with CR alone") {
  const LineIndex lines("ab\ncd\r\ne\rf\n");
  CHECK(lines.count() == 4);
  CHECK(lines.line(1) == "ab");
  CHECK(lines.line(2) == "cd");
  CHECK(lines.line(3) == "e\rf");
  CHECK(lines.line(4) == "");
  CHECK(lines.line(0) == "");
  CHECK(lines.line(5) == "");
  CHECK(lines.line_span(2) == Span{3, 5});
}

TEST_CASE("positions at and around line ends") {
  const LineIndex lines("ab\ncd\r\ne");
  CHECK(lines.position(0) == Position{1, 1});
  CHECK(lines.position(1) == Position{1, 2});
  CHECK(lines.position(2) == Position{1, 3});  // the LF
  CHECK(lines.position(3) == Position{2, 1});
  CHECK(lines.position(5) == Position{2, 3});  // the CR
  CHECK(lines.position(6) == Position{2, 3});  // the LF behind it
  CHECK(lines.position(7) == Position{3, 1});
  CHECK(lines.position(8) == Position{3, 2});  // the end
  CHECK(lines.position(99) == Position{3, 2});
}

TEST_CASE("the end of a text that ends with a line break is on a line of its own") {
  const LineIndex lines("ab\n");
  CHECK(lines.count() == 2);
  CHECK(lines.position(3) == Position{2, 1});
}

TEST_CASE("columns count characters") {
  const LineIndex lines("姓名: 张三\n\xFF\xFEx");
  CHECK(lines.position(3) == Position{1, 2});
  CHECK(lines.position(8) == Position{1, 5});
  CHECK(lines.position(14) == Position{1, 7});
  CHECK(lines.position(9) == Position{1, 5});  // within 张
  CHECK(lines.position(17) == Position{2, 3});
}

TEST_CASE("a byte-order mark is no column") {
  const LineIndex lines(
      "\xEF\xBB\xBF"
      "a: 1\nb");
  CHECK(lines.line(1) == "a: 1");
  CHECK(lines.position(0) == Position{1, 1});
  CHECK(lines.position(2) == Position{1, 1});
  CHECK(lines.position(3) == Position{1, 1});
  CHECK(lines.position(4) == Position{1, 2});
  CHECK(lines.position(8) == Position{2, 1});
  const LineIndex only("\xEF\xBB\xBF");
  CHECK(only.count() == 1);
  CHECK(only.position(3) == Position{1, 1});
}

TEST_CASE("an empty text has one empty line") {
  const LineIndex lines("");
  CHECK(lines.count() == 1);
  CHECK(lines.position(0) == Position{1, 1});
  CHECK(lines.line(1) == "");
}

TEST_CASE("long lines give the same columns as short ones") {
  std::string text = "short\n";
  for (int i = 0; i < 3000; ++i) text += "中a";
  text += "\r\nnext";
  const LineIndex lines(text);
  for (std::uint32_t i = 0; i < 3000; i += 7) {
    REQUIRE(lines.position(6 + i * 4) == Position{2, 2 * i + 1});
    REQUIRE(lines.position(6 + i * 4 + 3) == Position{2, 2 * i + 2});
    REQUIRE(lines.position(6 + i * 4 + 2) == Position{2, 2 * i + 1});
  }
  CHECK(lines.position(6 + 12000) == Position{2, 6001});
  CHECK(lines.position(6 + 12002 + 2) == Position{3, 3});
}

TEST_CASE("an index is built once for each source") {
  const Sources sources{{"a", "x\ny"}, {"b", "z"}};
  LineIndexes indexes(sources);
  const LineIndex& first = indexes.of(0);
  CHECK(&indexes.of(0) == &first);
  CHECK(indexes.of(1).count() == 1);
}
