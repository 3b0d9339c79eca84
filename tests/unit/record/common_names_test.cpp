#include "record/common_names.h"

#include <doctest/doctest.h>

#include <set>

#include "record/lenient.h"

using namespace zsup::record;

namespace {

const Vocabulary* named(std::string_view name) {
  for (const Vocabulary* words : vocabularies()) {
    if (words->name == name) return words;
  }
  return nullptr;
}

const EnumRow* row(const Vocabulary& words, std::string_view id) {
  for (const EnumRow& one : words.rows) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every common name means words of a vocabulary, and is none itself") {
  std::set<std::pair<std::string_view, std::string_view>> said;
  for (const CommonName& name : common_names()) {
    CAPTURE(name.vocabulary);
    CAPTURE(name.said);
    const Vocabulary* const words = named(name.vocabulary);
    REQUIRE(words != nullptr);
    CHECK(row(*words, name.meant) != nullptr);
    CHECK((name.or_else.empty() || row(*words, name.or_else) != nullptr));
    CHECK(name.meant != name.or_else);
    CHECK(said.insert({name.vocabulary, name.said}).second);
    for (const EnumRow& one : words->rows) {
      CHECK_FALSE(same_word(one.id, name.said));
      CHECK_FALSE(same_word(one.label.zh, name.said));
    }
    const auto called = commonly_called(name.said, *words);
    REQUIRE(called.size() == (name.or_else.empty() ? 1u : 2u));
    CHECK((called[0]->id == name.meant || called[1]->id == name.meant));
  }
}

TEST_CASE("ranks as people say them") {
  const Vocabulary& ranks = vocabulary<Rank>();
  // 正 and 副 of each level that has a common name.
  const std::pair<std::string_view, std::string_view> expected[] = {
      {"正国级", "国家级正职"},   {"副国级", "国家级副职"},   {"正部级", "省部级正职"},
      {"副部级", "省部级副职"},   {"正厅级", "厅局级正职"},   {"副厅级", "厅局级副职"},
      {"正处级", "县处级正职"},   {"副处级", "县处级副职"},   {"正科级", "乡科级正职"},
      {"副科级", "乡科级副职"},   {"副科", "乡科级副职"},
  };
  for (const auto& [said, meant] : expected) {
    CAPTURE(said);
    const auto called = commonly_called(said, ranks);
    REQUIRE(called.size() == 1);
    CHECK(called[0]->label.zh == meant);
  }
  CHECK(commonly_called("股级", ranks).empty());
  CHECK(commonly_called("科级", ranks).size() == 2);
}

TEST_CASE("a warning is one of the party or of the state") {
  CHECK(commonly_called("警告", vocabulary<Measure>()).size() == 2);
  CHECK(commonly_called("诫勉谈话", vocabulary<Measure>()).size() == 1);
  CHECK(commonly_called("镇街", vocabulary<OrgType>()).size() == 2);
  CHECK(commonly_called("街道党工委", vocabulary<OrgType>())[0]->id == "working-committee");
}
