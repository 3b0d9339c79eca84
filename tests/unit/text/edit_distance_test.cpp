#include "text/edit_distance.h"

#include <doctest/doctest.h>

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
