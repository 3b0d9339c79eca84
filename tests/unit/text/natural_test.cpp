#include "text/natural.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using zsup::text::compare_natural;

namespace {

using Words = std::vector<std::string>;

Words sorted(Words words) {
  std::sort(words.begin(), words.end(),
            [](const std::string& a, const std::string& b) { return compare_natural(a, b) < 0; });
  return words;
}

}  // namespace

TEST_CASE("runs of digits compare by their value, equal values by length") {
  CHECK(sorted({"问题-10", "问题-2", "问题-11", "问题-1"}) ==
        Words{"问题-1", "问题-2", "问题-10", "问题-11"});
  CHECK(sorted({"a002", "a2", "a02", "a1", "a3"}) == Words{"a1", "a2", "a02", "a002", "a3"});
  CHECK(sorted({"v2-b", "v02-a"}) == Words{"v2-b", "v02-a"});
  CHECK(sorted({"n99999999999999999999999999", "n100000000000000000000000000"}) ==
        Words{"n99999999999999999999999999", "n100000000000000000000000000"});
  CHECK(sorted({"a-0", "a-00", "a-", "a"}) == Words{"a", "a-", "a-0", "a-00"});
}

TEST_CASE("Chinese numerals that are a whole run compare by their value") {
  CHECK(sorted({"问题十一", "问题二", "问题一", "问题十", "问题九"}) ==
        Words{"问题一", "问题二", "问题九", "问题十", "问题十一"});
  CHECK(sorted({"第一百零二号", "第九十九号", "第二十号", "第十二号", "第一百二十号", "第三号"}) ==
        Words{"第三号", "第十二号", "第二十号", "第九十九号", "第一百零二号", "第一百二十号"});
  CHECK(sorted({"二〇一八", "二〇〇九", "三"}) == Words{"三", "二〇〇九", "二〇一八"});
  CHECK(sorted({"两千零一", "两千", "一千九百九十九", "三万五千", "一亿"}) ==
        Words{"一千九百九十九", "两千", "两千零一", "三万五千", "一亿"});
}

TEST_CASE("what is no number compares by code point, and numerals have one place among it") {
  // 万 alone is none, as in the surname 万俟; 丁 is no numeral.
  CHECK(sorted({"万俟", "丁一", "一百", "三", "丈"}) == Words{"三", "一百", "丁一", "万俟", "丈"});
  CHECK(sorted({"b", "1", "一", "B", "-"}) == Words{"-", "1", "B", "b", "一"});
}

TEST_CASE("the order is total") {
  const Words words{"",     "0",    "00",   "1",  "01",  "10",  "一",   "十", "百",
                    "十百", "一〇", "一百", "〇", "零",  "二",  "两",   "万", "万一",
                    "一万", "丈",   "a",    "a1", "a01", "a一", "\xff", "-"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      CHECK((compare_natural(a, b) == 0) == (a == b));
      CHECK((compare_natural(a, b) < 0) == (compare_natural(b, a) > 0));
      for (const std::string& c : words) {
        if (compare_natural(a, b) < 0 && compare_natural(b, c) < 0)
          CHECK(compare_natural(a, c) < 0);
      }
    }
  }
}
