#include "text/utf8.h"

#include <doctest/doctest.h>

#include <memory>

using namespace zsup::text;

namespace {
struct Case {
  std::string_view bytes;
  char32_t code_point;
  int length;
  bool valid;
};
}  // namespace

TEST_CASE("decode reads every well-formed length at its bounds") {
  for (const Case& c :
       {Case{"a", 'a', 1, true}, Case{std::string_view("\0", 1), 0, 1, true},
        Case{"\x7F", 0x7F, 1, true}, Case{"\xC2\x80", 0x80, 2, true},
        Case{"\xDF\xBF", 0x7FF, 2, true}, Case{"\xE0\xA0\x80", 0x800, 3, true},
        Case{"中", 0x4E2D, 3, true}, Case{"\xED\x9F\xBF", 0xD7FF, 3, true},
        Case{"\xEE\x80\x80", 0xE000, 3, true}, Case{"\xF0\x90\x80\x80", 0x10000, 4, true},
        Case{"\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true}}) {
    CAPTURE(c.bytes);
    const Decoded d = decode(c.bytes, 0);
    CHECK(d.code_point == c.code_point);
    CHECK(d.length == c.length);
    CHECK(d.valid);
  }
}

TEST_CASE("decode takes one byte of anything ill-formed") {
  for (const std::string_view bytes :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xE4\xB8",
        "\xE4", "\xE4\x61\x62", "\xF0\x9F\x98"}) {
    CAPTURE(bytes);
    const Decoded d = decode(bytes, 0);
    CHECK(d.code_point == replacement_character);
    CHECK(d.length == 1);
    CHECK_FALSE(d.valid);
  }
}

TEST_CASE("decode never reads past the end") {
  // Heap memory of the exact size, so that the address sanitizer sees a single byte too many.
  for (const std::string_view bytes : {"\xE4\xB8", "\xF0\x9F\x98", "\xC3"}) {
    const auto exact = std::make_unique<char[]>(bytes.size());
    bytes.copy(exact.get(), bytes.size());
    CHECK_FALSE(decode({exact.get(), bytes.size()}, 0).valid);
  }
  CHECK_FALSE(decode("", 0).valid);
  CHECK(decode("a", 7).length == 1);
}

TEST_CASE("code points are counted, an invalid byte as one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("责任制 x") == 5);
  CHECK(count_code_points("中\xFF\xFE国") == 4);
  CHECK(count_code_points("\xE4\xB8") == 2);
}

TEST_CASE("validity and the place where it ends") {
  CHECK(is_valid(""));
  CHECK(is_valid("责任制 😀"));
  CHECK(first_invalid("ab\xFFz") == 2);
  CHECK(first_invalid("中\xE4\xB8") == 3);
}

TEST_CASE("append_utf8 writes what decode reads") {
  for (const char32_t c :
       {U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'中', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    std::string bytes;
    append_utf8(bytes, c);
    CHECK(decode(bytes, 0).code_point == c);
    CHECK(decode(bytes, 0).length == bytes.size());
  }
  std::string bytes;
  append_utf8(bytes, 0xD800);
  append_utf8(bytes, 0x110000);
  CHECK(bytes == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("to_valid replaces each bad byte") {
  CHECK(to_valid("好") == "好");
  CHECK(to_valid("a\xFF\x80z") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}
