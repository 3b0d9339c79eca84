#include "text/pinyin.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace zsup::text;

namespace {

using Words = std::vector<std::string>;

Words by_pinyin(Words names) {
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return pinyin_key(a, {}, NameOf::person) < pinyin_key(b, {}, NameOf::person);
  });
  return names;
}

// With spaces where syllables end.
std::string shown(std::string_view reading, std::string_view name) {
  std::string all;
  for (const std::string& one : syllables_of(reading, name)) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

TEST_CASE("surnames are read as surnames, syllable by syllable") {
  CHECK(by_pinyin({"单长风", "曾砚", "仇远", "解清", "区舟", "查岸", "翟澄", "尉迟野", "万俟安"}) ==
        Words{"万俟安", "区舟", "仇远", "单长风", "解清", "尉迟野", "曾砚", "查岸", "翟澄"});
  CHECK(by_pinyin({"聂安", "倪平", "倪安", "朴一", "潘一"}) ==
        Words{"倪安", "倪平", "聂安", "潘一", "朴一"});
  // A surname is one only at the beginning of a person's name.
  CHECK(pinyin_key("区委", {}, NameOf::thing) < pinyin_key("区域", {}, NameOf::thing));
  CHECK(pinyin_key("区委", {}, NameOf::thing) == pinyin_key("", "qu wei", NameOf::thing));
  CHECK(pinyin_key("李单", {}, NameOf::person) == pinyin_key("", "li dan", NameOf::person));
}

TEST_CASE("a reading counts without case, tones and marks; ü is one letter after u") {
  const auto key = [](std::string_view reading) {
    return pinyin_key("吕舟", reading, NameOf::person);
  };
  for (const char* same : {"lv zhou", "LÜ ZHOU", "Lǚ Zhōu", "lu: zhou", "lü'zhou", "lü-zhou",
                           "l\u0075\u0308 zhou", "lǚzhōu", "lü3zhou1", "ＬＶ　ＺＨＯＵ"}) {
    CHECK(key(same) == key("lü zhou"));
  }
  CHECK(key("lu zhou") < key("luo zhou"));
  CHECK(key("luo zhou") < key("lü zhou"));
  CHECK(key("ju an") == key("jü an"));
  CHECK(key("lüe an") == key("lue an"));
  for (const char* same : {"nv an", "nyu an", "NYU AN", "nu: an", "nǚ'ān"}) {
    CHECK(key(same) == key("nü an"));
  }
  CHECK(key("lyu zhou") == key("lü zhou"));  // as passports have it
  CHECK(key("lyuzhou") == key("lü zhou"));
  CHECK(key("lin yu") != key("lin v"));
}

TEST_CASE("a reading without blanks is divided into the name's syllables") {
  CHECK(shown("liheng", "李恒") == "li heng");
  CHECK(shown("xian", "西安") == "xi an");
  CHECK(shown("xian", "先") == "xian");
  CHECK(shown("ouyang xiu", "欧阳修") == "ou yang xiu");
  CHECK(shown("fangan", "方安") == "fang an");
  CHECK(shown("fangan", "樊甘") == "fan gan");
  CHECK(shown("Zed", "Zed") == "zed");
  CHECK(shown("xyz", "李恒") == "xyz");
  CHECK(syllables_of(std::string(100'000, 'a'), "李恒").size() < 100'001);
}

TEST_CASE("a reading that does not fit the name is told") {
  CHECK(check_reading("单长风", "shan changfeng").flaw == ReadingFlaw::none);
  CHECK(check_reading("单长风", "dan changfeng").flaw == ReadingFlaw::none);  // 单 is read so too
  CHECK(check_reading("单长风", "shan chang").flaw == ReadingFlaw::count);
  CHECK(check_reading("李恒", "wang heng").flaw == ReadingFlaw::surname);
  CHECK(check_reading("尉迟野", "yuchi ye").flaw == ReadingFlaw::none);
  CHECK(check_reading("吕舟", "lv zhou").flaw == ReadingFlaw::none);
  CHECK(check_reading("Zed", "whatever it is").flaw == ReadingFlaw::none);
  CHECK(check_reading("阿卜杜拉·买买提", "abudula maimaiti").flaw == ReadingFlaw::none);
  CHECK(check_reading("买买提·吐尔逊", "Memet Tursun").flaw == ReadingFlaw::none);
  for (const char* reading : {"lü zhou", "lv zhou", "lu: zhou", "lyu zhou", "lyuzhou", "LÜ'ZHOU"}) {
    CHECK(check_reading("吕舟", reading).flaw == ReadingFlaw::none);
  }
}

TEST_CASE("a reading is known in each way that ü is written in") {
  using List = std::vector<std::string>;
  CHECK(spellings_of_u("wang wei") == List{"wang wei"});
  CHECK(spellings_of_u("lu an") == List{"lu an"});  // 卢 and 陆 are read so
  CHECK(spellings_of_u("lin yu") == List{"lin yu"});
  CHECK(spellings_of_u("lü an") == List{"lü an", "lu an", "lv an", "lu: an", "lyu an"});
  CHECK(spellings_of_u("lǚan") == List{"lǚan", "luan", "lvan", "lu:an", "lyuan"});
  CHECK(spellings_of_u("lyu-an") == List{"lyu-an", "lu-an", "lv-an", "lu:-an", "lyu-an"});
  CHECK(spellings_of_u("nve an") == List{"nve an", "nue an", "nve an", "nu:e an", "nyue an"});
  CHECK(spellings_of_u("lv nv").size() == 17);
}
