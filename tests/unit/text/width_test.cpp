#include "text/width.h"

#include <doctest/doctest.h>

using namespace zsup::text;

TEST_CASE("Chinese and full-width characters take two cells, Latin and ambiguous ones one") {
  CHECK(width("") == 0);
  CHECK(width("abc") == 3);
  CHECK(width("张三") == 4);
  CHECK(width("：，。") == 6);
  CHECK(width("“…”①") == 4);
  CHECK(width("\u3000") == 2);
  CHECK(width("ｱ") == 1);           // half-width katakana
  CHECK(width("\U00020BB7") == 2);  // 𠮷, beyond the basic plane
  CHECK(width("\U000323AF") == 2);  // an ideograph younger than utf8proc
  CHECK(width("\xFF\xFE") == 2);
}

TEST_CASE("marks take no cell of their own") {
  CHECK(width("e\u0301") == 1);
  CHECK(width("\u0301") == 0);
  CHECK(width("か\u3099") == 2);
  CHECK(width("葛\U000E0100") == 2);        // an ideographic variation
  CHECK(width("\u1112\u1161\u11AB") == 2);  // 한, taken apart
}

TEST_CASE("an emoji sequence is one picture of two cells") {
  CHECK(width("😀") == 2);
  CHECK(width("👍🏽") == 2);
  CHECK(width("👨‍👩‍👧‍👦") == 2);
  CHECK(width("🇨🇳") == 2);
  CHECK(width("❤") == 1);
  CHECK(width("❤️") == 2);
  CHECK(width("1️⃣") == 2);
  CHECK(width("😀😀") == 4);
}

TEST_CASE("clusters") {
  CHECK(cluster_at("e\u0301x", 0).bytes == 3);
  CHECK(cluster_at("e\u0301x", 3).bytes == 1);
  CHECK(cluster_at("张三", 0).bytes == 3);
  CHECK(cluster_at("\xE4\xB8", 0).bytes == 1);
  CHECK(cluster_at("a", 1).bytes == 0);
  std::string marks = "a";
  for (int i = 0; i < 100; ++i) marks += "\u0301";
  CHECK(cluster_at(marks, 0).bytes == 1 + 31 * 2);
}

TEST_CASE("padding counts cells") {
  CHECK(pad_right("张三", 6) == "张三  ");
  CHECK(pad_left("张三", 6) == "  张三");
  CHECK(pad_right("张三", 3) == "张三");
  CHECK(pad_left("", 2) == "  ");
}

TEST_CASE("truncation keeps within the cells and never halves a character") {
  CHECK(truncate("abcdef", 6) == "abcdef");
  CHECK(truncate("abcdef", 5) == "abcd…");
  CHECK(truncate("张三李四", 8) == "张三李四");
  CHECK(truncate("张三李四", 7) == "张三李…");
  CHECK(truncate("张三李四", 6) == "张三…");
  CHECK(truncate("张三", 1) == "…");
  CHECK(truncate("张三", 0) == "");
  CHECK(truncate("", 0) == "");
  CHECK(truncate("e\u0301e\u0301", 2) == "e\u0301e\u0301");
}
