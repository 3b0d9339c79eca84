#include "text/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace zsup::text;

namespace {

std::string suggest(std::string_view word, std::vector<std::string_view> candidates) {
  return std::string(nearest(word, candidates).value_or("-"));
}

}  // namespace

TEST_CASE("edit_distance counts insertions, deletions, replacements and swaps") {
  CHECK(edit_distance(U"", U"", 3) == 0);
  CHECK(edit_distance(U"abc", U"abc", 0) == 0);
  CHECK(edit_distance(U"", U"abc", 3) == 3);
  CHECK(edit_distance(U"kitten", U"sitting", 5) == 3);
  CHECK(edit_distance(U"ab", U"ba", 3) == 1);
  CHECK(edit_distance(U"onwer", U"owner", 3) == 1);
  CHECK(edit_distance(U"张三", U"张山", 1) == 1);
  CHECK(edit_distance(U"ca", U"abc", 5) == 3);  // no edit within a swap
}

TEST_CASE("edit_distance stops beyond the cutoff") {
  CHECK(edit_distance(U"kitten", U"sitting", 2) == 3);
  CHECK(edit_distance(U"abcdef", U"uvwxyz", 1) == 2);
  CHECK(edit_distance(U"a", U"abcdef", 2) == 3);
  CHECK(edit_distance(U"a", U"b", 0) == 1);
  CHECK(edit_distance(U"xyab", U"yxba", 2) == 2);
}

TEST_CASE("edit_distance agrees with the plain table for all short words") {
  // All words of up to four letters out of three, against the definition without any shortcut.
  std::vector<std::u32string> words{U""};
  for (std::size_t first = 0, length = 0; length < 4; ++length) {
    const std::size_t end = words.size();
    for (; first < end; ++first) {
      for (const char32_t c : U"abc") {
        if (c != 0) words.push_back(words[first] + c);
      }
    }
  }
  REQUIRE(words.size() == 1 + 3 + 9 + 27 + 81);
  std::size_t wrong = 0;
  for (const auto& a : words) {
    for (const auto& b : words) {
      std::size_t table[5][5];
      for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
          if (i == 0 || j == 0) {
            table[i][j] = i + j;
            continue;
          }
          table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                  table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
            table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
          }
        }
      }
      const std::size_t distance = table[a.size()][b.size()];
      for (std::size_t cutoff = 0; cutoff < 6; ++cutoff) {
        if (edit_distance(a, b, cutoff) != std::min(distance, cutoff + 1)) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a slip finds its word") {
  CHECK(suggest("onwer", {"title", "owner", "other"}) == "owner");
  CHECK(suggest("leadr", {"org", "leader", "letter"}) == "leader");
  CHECK(suggest("chekc", {"check", "score"}) == "check");
  CHECK(suggest("attachements", {"attachments", "title"}) == "attachments");
  CHECK(suggest("jso", {"text", "json"}) == "json");
}

TEST_CASE("Chinese words of two or three characters may differ by one") {
  CHECK(suggest("张三丰", {"李四", "张三峰"}) == "张三峰");
  CHECK(suggest("李四", {"王五", "李思"}) == "李思");
  CHECK(suggest("张三丰", {"张山峰"}) == "-");
  CHECK(suggest("已批准", {"已退回", "批准"}) == "批准");
}

TEST_CASE("nothing silly is suggested") {
  CHECK(suggest("xyz", {"abc", "org"}) == "-");
  CHECK(suggest("a", {"b", "ab"}) == "-");
  CHECK(suggest("ab", {"cd"}) == "-");
  CHECK(suggest("中", {"国"}) == "-");
  CHECK(suggest("", {"a"}) == "-");
  CHECK(suggest("word", {}) == "-");
  CHECK(suggest("word", {"word"}) == "-");
  CHECK(suggest("score", {"stats"}) == "-");
}

TEST_CASE("another number is another thing, a slip in it is not") {
  CHECK(suggest("2018-q5", {"2018-q1", "2018-q2"}) == "-");
  CHECK(suggest("duty-12", {"duty-13"}) == "-");
  CHECK(suggest("2081-q2", {"2018-q1", "2018-q2"}) == "2018-q2");
  CHECK(suggest("20188-q2", {"2018-q2"}) == "2018-q2");
}

TEST_CASE("case, separators and full-width forms make no difference") {
  CHECK(suggest("Zhang_San", {"zhang-sam", "zhang-san"}) == "zhang-san");
  CHECK(suggest("as of", {"as_of", "asof"}) == "as_of");
  CHECK(suggest("ＯＷＮＥＲ", {"owner"}) == "owner");
  CHECK(suggest("ｚｈａｎｇ－ｓａｎ", {"zhang-san"}) == "zhang-san");
  CHECK(suggest("买买提·艾力", {"买买提•艾力"}) == "买买提•艾力");
  CHECK(suggest("É", {"é"}) == "é");
  CHECK(suggest("e\u0301", {"é"}) == "é");
}

TEST_CASE("the nearest wins, among equals the first given") {
  CHECK(suggest("abcdef", {"abcdxy", "abcdex", "abcdey"}) == "abcdex");
  CHECK(suggest("abcdex", {"abcdey", "abcdef"}) == "abcdey");
  CHECK(suggest("abcdef", {"abcdeg", "ABCDEF"}) == "ABCDEF");
}

TEST_CASE("any bytes may be asked for") {
  CHECK(suggest("\xFF\xFE", {"\xFF\xFF", "ab"}) == "-");
  CHECK(suggest("---", {"-", "a"}) == "-");
  CHECK(suggest(std::string(100000, 'a'), {"a"}) == "-");
  CHECK(suggest("\u200B\u200B", {"a"}) == "-");
}

TEST_CASE("a suggester serves many words") {
  const std::vector<std::string_view> words{"alpha", "beta", "gamma"};
  const Suggester suggester(words);
  CHECK(suggester.nearest("alhpa") == "alpha");
  CHECK(suggester.nearest("gama") == "gamma");
  CHECK(suggester.nearest("delta") == std::nullopt);
}
