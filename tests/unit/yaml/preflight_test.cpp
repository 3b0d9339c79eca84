#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/name_fold.h"
#include "text/utf8.h"
#include "text/visible.h"
#include "unit/yaml/harness.h"
#include "yaml/scan.h"

namespace zsup::yaml {
namespace {

using namespace std::string_literals;

TEST_CASE("a byte order mark and CRLF are accepted") {
  const Result r = read_text(
      "\xEF\xBB\xBF"
      "a: 1\r\nb:\r\n  - x\r\n");
  CHECK(r.codes() == "ZS004@0-3");
  CHECK(r.tree() == "{a=1, b=[x]}");
  CHECK(r.fixed() == "a: 1\r\nb:\r\n  - x\r\n");
}

TEST_CASE("bytes that are no UTF-8 are shown where they stand") {
  CHECK(read_text("a: 张\xFFx三\n").codes() == "ZS002@6-7");
  CHECK(read_text("a: \xC0\xAF\n").codes() == "ZS002@3-5");           // overlong
  CHECK(read_text("a: 一\xED\xA0\x80 二\n").codes() == "ZS002@6-9");  // a surrogate
  CHECK(read_text("a: 一二三\xE5\xBC").codes() == "ZS002@12-14");     // cut off
  CHECK(read_text("a: \xF4\x90\x80\x80 一二三四五\n").codes() == "ZS002@3-7");
}

TEST_CASE("only the document with the bad byte is left out") {
  const Result r = read_text("a: 一\n---\nb: 二\x01\n---\nc: 三\n");
  CHECK(r.tree() == "{a=一} | {c=三}");
  CHECK(r.codes() == "ZS005@17-18");
}

TEST_CASE("control characters") {
  CHECK(read_text("a: x\0y"s).codes() == "ZS005@4-5");
  CHECK(read_text("a: \x1B[31m").codes() == "ZS005@3-4");
  CHECK(read_text("a: \x7F").codes() == "ZS005@3-4");
  CHECK(read_text("a: \xC2\x85").codes() == "ZS005@3-5");
  CHECK(read_text("a: \xEF\xBF\xBF").codes() == "ZS005@3-6");
  CHECK(read_text("a: 1\rb: 2\r").codes() == "ZS005@4-5 ZS005@9-10");
  CHECK(read_text("a:\t1\n").codes() == "");
}

TEST_CASE("characters that nobody can see") {
  for (const std::string c :
       {"\u200B",     "\u200D",     "\u202E",     "\u2066",     "\u00AD",     "\u061C",
        "\u2060",     "\uFEFF",     "\u2028",     "\U000E0041", "\u034F",     "\u115F",
        "\u1160",     "\u17B4",     "\u180B",     "\u180F",     "\u2065",     "\u2800",
        "\u3164",     "\uFE00",     "\uFE0F",     "\uFFA0",     "\uFFF0",     "\uFFF9",
        "\uFFFB",     "\uFDD0",     "\U0001BCA0", "\U0001D173", "\U0001FFFE", "\U000E0001",
        "\U000E0100", "\U000E01EF", "\U000E0FFF"}) {
    const Result r = read_text("a: x" + c + "y\n");
    CHECK(r.codes() == fmt::format("ZS018@4-{}", 4 + c.size()));
    CHECK(r.fixed() == "a: xy\n");
    CHECK(r.trees.size() == 1);
  }
  CHECK(read_text("a: 🏳 ﷽ é ü ō 〇 \U00020000\n").codes() == "");
}

TEST_CASE("the joiners within an emoji belong to it") {
  CHECK(read_text("a: 👩\u200D🌾 👨\u200D👩\u200D👧 🏳\u200D🌈 👩🏽\u200D🚀\n")
            .codes() == "");
  CHECK(read_text("a: 👩\u200Dx\n").codes() == "ZS018@7-10");
  CHECK(read_text("a: x\u200D👩\n").codes() == "ZS018@4-7");
  CHECK(read_text("a: 👩\u200D").codes() == "ZS018@7-10");
  CHECK(read_text("\u200D👩: 1").codes() == "ZS018@0-3");
  CHECK(read_text("a: 👩\u200D\u200D🌾\n").codes() == "ZS018@7-13");
}

// What leaves the program is made visible, so what would change on its way is told when it comes
// in.
TEST_CASE("whatever is shown otherwise than it is written is told") {
  std::size_t wrong = 0;
  for (char32_t c = 0x20; c <= 0x10FFFF; ++c) {
    std::string bytes = "x";
    zsup::text::append_utf8(bytes, c);
    bytes += "y";
    const bool told = next_oddity(bytes, 0) < bytes.size();
    const bool changed = zsup::text::visible(bytes) != bytes;
    if (told != (changed || zsup::text::is_look_alike(c))) ++wrong;
  }
  CHECK(wrong == 0);
}

// Blocks of bytes are looked at together, so each oddity is put at every place of a block, between
// characters of every length.
TEST_CASE("odd characters are found wherever they stand") {
  const auto naive = [](std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const Look look = look_at(text, at);
      if (look.oddity != Oddity::none) break;
      at += look.length;
    }
    return at;
  };
  const std::vector<std::string> signs = {"a",
                                          "\n",
                                          "\r\n",
                                          "\t",
                                          "张",
                                          "：",
                                          "“",
                                          "…",
                                          "é",
                                          "·",
                                          "🏳",
                                          "\uFE0F",
                                          "ก",
                                          "한",
                                          "\x01",
                                          "\x7F",
                                          "\r",
                                          "\u0085",
                                          "\u00AD",
                                          "\u061C",
                                          "\u180E",
                                          "\u200B",
                                          "\u200D",
                                          "\u2028",
                                          "\u202E",
                                          "\u2060",
                                          "\u034F",
                                          "\u06DD",
                                          "\u070F",
                                          "\u0600",
                                          "\u1160",
                                          "\u17B4",
                                          "\u2800",
                                          "\u3164",
                                          "\u3163",
                                          "\u3002",
                                          "\uFDD0",
                                          "\uFE00",
                                          "\uFFA0",
                                          "\uFFE5",
                                          "\uFFF9",
                                          "\U0001BCA0",
                                          "\U000E0100",
                                          "\u206F",
                                          "\uFEFF",
                                          "\uFFFE",
                                          "\U000E0041",
                                          "\x80",
                                          "\xE5",
                                          "\xE5\xBC",
                                          "\xC0\xAF",
                                          "\xED\xA0\x80",
                                          "\xF4\x90\x80\x80",
                                          "\xFF",
                                          "\xE0\x80\xAF",
                                          "\xE2\x80"};
  for (const std::string before : {"a", "张", "é", "，a"}) {
    for (const std::string behind : {"b", "三", "\r\n", "“", "ü"}) {
      for (const std::string& sign : signs) {
        std::string text;
        for (std::size_t i = 0; i < 72; ++i, text += before) {
          std::string whole = text + sign;
          for (int k = 0; k < 40; ++k) whole += behind;
          if (next_oddity(whole, 0) == naive(whole)) continue;
          FAIL_CHECK(escaped(whole));
        }
      }
    }
  }
}

TEST_CASE("other encodings are named") {
  const auto message = [](const std::string& text) {
    const Result r = read_text(text);
    REQUIRE(r.sink.list().size() == 1);
    CHECK(r.codes() == "ZS003@0-0");
    return r.sink.list()[0].message.en + r.sink.list()[0].help.en;
  };
  CHECK(message("\xFF\xFE"
                "a\0:\0"s)
            .find("UTF-16LE") != std::string::npos);
  CHECK(message("\0a\0:\0 \0001"s).find("UTF-16BE") != std::string::npos);
  CHECK(message("a\0:\0 \0001\0"s).find("UTF-16LE") != std::string::npos);
  // 一 is U+4E00, whose zero byte stands where those of ASCII do not.
  CHECK(message("a\0:\0 \0\0\x4E\n\0b\0:\0"s).find("UTF-16LE") != std::string::npos);
  CHECK(message("\0a\0:\0 \x4E\0\0\n\0b\0:"s).find("UTF-16BE") != std::string::npos);
  // 姓名: 张三
  CHECK(message("\xD0\xD5\xC3\xFB: \xD5\xC5\xC8\xFD\n").find("iconv -f GB18030 -t UTF-8") !=
        std::string::npos);
}

TEST_CASE("many bad places are counted, not listed") {
  std::string text = "a: 一二三四五六七八九十";
  for (int i = 0; i < 50; ++i) text += "一\x01";
  const Result r = read_text(text);
  CHECK(r.sink.list().size() == 21);
  CHECK(r.sink.list().back().message.en.starts_with("30 more"));
}

TEST_CASE("merge conflicts are found before anything is parsed") {
  const Result r = read_text("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n");
  CHECK(r.found() == "ZS006<<<<<<<< HEAD>");
  REQUIRE(r.sink.list()[0].related.size() == 2);
  CHECK(r.trees.empty());
  CHECK(read_text("a: |\n  <<<<<<< HEAD\n").codes() == "");
  CHECK(read_text("a: 1\n>>>>>>> x\n").found() == "ZS006<>>>>>>> x>");
  CHECK(read_text("=======\n").codes().find("ZS006") == std::string::npos);
}

}  // namespace
}  // namespace zsup::yaml
