#include "diag/brief.h"

#include <doctest/doctest.h>

#include "text/width.h"

using zsup::diag::brief;

TEST_CASE("a short value is shown as it is") {
  CHECK(brief("") == "");
  CHECK(brief("张三") == "张三");
  CHECK(brief(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(brief("一二三四五六七八九十一二三四五六七八九十") ==
        "一二三四五六七八九十一二三四五六七八九十");
}

TEST_CASE("a long value is cut to forty cells") {
  CHECK(brief(std::string(41, 'x')) == std::string(39, 'x') + "…");
  CHECK(brief("一二三四五六七八九十一二三四五六七八九十零") ==
        "一二三四五六七八九十一二三四五六七八九…");
  CHECK(brief(std::string(5 << 20, 'x')) == std::string(39, 'x') + "…");
}

TEST_CASE("line breaks and control characters are shown") {
  CHECK(brief("a\nb\r\nc\rd") == "a⏎b⏎c^Md");
  CHECK(brief("\x1B[2J") == "^[[2J");
  CHECK(brief("\xFF") == "\\xff");
  CHECK(brief("a\u202Eb") == "a<U+202E>b");
}

TEST_CASE("a value without width comes to an end as well") {
  std::string marks;
  for (int i = 0; i < 1 << 20; ++i) marks += "\u0301";
  const std::string shown = brief(marks);
  CHECK(shown.size() < 5000);
  CHECK(shown.ends_with("…"));
  CHECK(zsup::text::width(shown) == 1);
}
