#include "text/usual.h"

#include <doctest/doctest.h>

#include <string>

using namespace zsup::text;

TEST_CASE("printable ASCII and the ideographs of the first block are usual, and nothing else is") {
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const std::size_t length = usual_at(text, 0);
    const bool usual = (c >= 0x20 && c <= 0x7E) || (c >= 0x4E00 && c <= 0x9FFF);
    if (length != (usual ? text.size() : 0)) FAIL_CHECK("U+", static_cast<std::uint32_t>(c));
  }
}

TEST_CASE("what is cut off or no UTF-8 is not usual") {
  CHECK(usual_at("", 0) == 0);
  CHECK(usual_at("a", 1) == 0);
  CHECK(usual_at("\xE5\xBC", 0) == 0);
  CHECK(usual_at("\xE5\xBC ", 0) == 0);
  CHECK(usual_at("\xE5 \xBC", 0) == 0);
  CHECK(usual_at("张", 1) == 0);
  CHECK(usual_at("a张", 1) == 3);
}
