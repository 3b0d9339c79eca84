#include "text/visible.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace zsup::text;

TEST_CASE("ordinary text passes as it is") {
  for (const std::string_view text :
       {"", "a b", "张三：第一季度", "“引号”—…", "naïve", "\u3000", "😀", "👨‍👩‍👧",
        "👍🏽‍👨", "❤‍🔥", "\uE000"}) {
    CHECK(visible(text) == text);
  }
}

TEST_CASE("control characters appear in caret notation") {
  CHECK(visible("\x1B[31mred\x1B[0m") == "^[[31mred^[[0m");
  CHECK(visible(std::string_view("a\0b", 3)) == "a^@b");
  CHECK(visible("\x7F") == "^?");
  CHECK(visible("a\tb\r\n") == "a^Ib^M^J");
  CHECK(visible("\x07\x08\x1F") == "^G^H^_");
  CHECK(visible("\u009B31m\u0085") == "\\x9b31m\\x85");
}

TEST_CASE("characters that hide or reorder text are named") {
  CHECK(visible("a\u202Eb") == "a<U+202E>b");
  CHECK(visible("\uFEFF\u200B\u200E\u2066") == "<U+FEFF><U+200B><U+200E><U+2066>");
  CHECK(visible("\u2028\u2029\u00AD") == "<U+2028><U+2029><U+00AD>");
  CHECK(visible("\u3164\u115F") == "<U+3164><U+115F>");
  CHECK(visible("\U000E0041\U0010FFFF\uFFFE") == "<U+E0041><U+10FFFF><U+FFFE>");
  CHECK(visible("葛\U000E0100\uFE00") == "葛<U+E0100><U+FE00>");
  CHECK(visible("\uFFF9\u2800\u17B4\u034F") == "<U+FFF9><U+2800><U+17B4><U+034F>");
  // A joiner that joins no pictures.
  CHECK(visible("张\u200D三\u200D") == "张<U+200D>三<U+200D>");
  CHECK(visible("😀\u200D") == "😀<U+200D>");
}

TEST_CASE("invalid bytes appear as hexadecimal") {
  CHECK(visible("a\xFFz") == "a\\xffz");
  CHECK(visible("\xD5\xC5\xC8\xFD") == "\\xd5\\xc5\\xc8\\xfd");  // 张三 in GB18030
  CHECK(visible("\xE4\xB8") == "\\xe4\\xb8");
  CHECK(visible("\xED\xA0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("of lines, their ends and tabs stay") {
  CHECK(visible_lines("") == "");
  CHECK(visible_lines("a\tb\r\n\x1b[31m\n\nc\xE2\x80\x8B") == "a\tb^M\n^[[31m\n\nc<U+200B>");
}

TEST_CASE("whatever goes in, what comes out is valid and has nothing invisible") {
  // Every pair of bytes, and every code point; gathered, as a million assertions would take a
  // while.
  bool good = true;
  for (int high = 0; high < 256; ++high) {
    for (int low = 0; low < 256; ++low) {
      const char pair[] = {static_cast<char>(high), static_cast<char>(low)};
      const std::string shown = visible({pair, 2});
      good = good && is_valid(shown);
      for (const char c : shown) good = good && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
    }
  }
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    append_utf8(bytes, c);
    const std::string shown = visible(bytes);
    for (std::size_t at = 0; at < shown.size();) {
      const Decoded d = decode(shown, at);
      good = good && d.valid && !is_invisible(d.code_point);
      at += d.length;
    }
  }
  CHECK(good);
}
