#include "text/name_fold.h"

#include <doctest/doctest.h>

using zsup::text::name_key;

TEST_CASE("spellings of one name are equal") {
  const std::string name = name_key("吕一禾");
  CHECK(name_key("吕⼀禾") == name);                    // Kangxi radical one
  CHECK(name_key("吕　一 禾") == name);                 // ideographic space and space
  CHECK(name_key("吕\u200b一\u034f禾\ufe00") == name);  // what cannot be seen
  CHECK(name_key("吕\u2800一\u3164禾\U000e0100") == name);
  CHECK(name_key("马岚") == name_key("⻢岚"));      // CJK radical horse
  CHECK(name_key("金岚") == name_key("\uf90a岚"));  // compatibility ideograph
  CHECK(name_key("买买提·吐尔逊") == name_key("买买提•吐尔逊"));
  for (const char* dot : {"‧", "∙", "⋅", "・", "･", "．", "﹒", ".", "。", "｡", "-", "_", " "}) {
    CHECK(name_key("买买提·吐尔逊") == name_key("买买提" + std::string(dot) + "吐尔逊"));
  }
  CHECK(name_key("Li Na") == name_key("ＬＩ－ＮＡ"));
  CHECK(name_key("José") == name_key("Jose\u0301"));
}

TEST_CASE("other names are not") {
  CHECK(name_key("吕一禾") != name_key("吕二禾"));
  CHECK(name_key("José") != name_key("Jose"));
  CHECK(name_key("王平") != name_key("王平川"));
}

TEST_CASE("a radical that no character equals stays") {
  CHECK(zsup::text::unified_ideograph(0x2E80) == 0x2E80);
  CHECK(zsup::text::unified_ideograph(0x2EF3) == 0x9F9F);
  CHECK(zsup::text::unified_ideograph(0x2F00) == 0x4E00);
  CHECK(zsup::text::unified_ideograph(0x2FD5) == 0x9FA0);
  CHECK(zsup::text::unified_ideograph(0x738B) == 0x738B);
}
