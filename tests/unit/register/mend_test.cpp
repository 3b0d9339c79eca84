// What is applied, what waits for the next round, and what is refused because the file would not be
// better for it.
#include "register/mend.h"

#include <doctest/doctest.h>

#include <vector>

namespace zsup::reg {

namespace {

using diag::Diagnostic;
namespace code = diag::code;

Mended mend_all(std::string_view bytes, const std::vector<Diagnostic>& found) {
  std::vector<const Diagnostic*> list;
  for (const Diagnostic& one : found) {
    if (!one.fix.empty()) list.push_back(&one);
  }
  return mend(bytes, 1, false, list, {});
}

// A round over what the file says of itself.
Mended round(std::string_view bytes) {
  return mend_all(bytes, read_alone(bytes, 1, false, {}).found);
}

Diagnostic replacing(diag::Code code, text::Span span, std::string replacement) {
  Diagnostic one{code, diag::Severity::error, {1, span}, {}, {}, {}, {}};
  one.fix.push_back({{1, span}, std::move(replacement)});
  return one;
}

const std::string org = "kind: org\nid: a\nname: 甲\ntype: village\n";

}  // namespace

TEST_CASE("the edits of a file are applied together, and nothing else is touched") {
  const Mended mended =
      round("kind：org  # 种类\r\nid:  a\r\nname：甲\r\ntype:\tvillage\r\n\r\n# 完");
  CHECK(mended.bytes == "kind: org  # 种类\r\nid:  a\r\nname: 甲\r\ntype:\tvillage\r\n\r\n# 完");
  CHECK(mended.applied == 2);
  CHECK(mended.refused == 0);
  CHECK(round(mended.bytes).applied == 0);
}

TEST_CASE("what a mistake had hidden waits for the next round") {
  const Mended first = round("kind：duty\nid: a\nCadence: 2018-q2\n");
  CHECK(first.bytes == "kind: duty\nid: a\nCadence: 2018-q2\n");
  const Mended second = round(first.bytes);
  CHECK(second.bytes == "kind: duty\nid: a\ncadence: 2018-q2\n");
}

TEST_CASE("of two edits that overlap the first is applied") {
  const std::string bytes = "kind: org\nid: a\nName: 甲\ntype: village\n";
  const std::vector<Diagnostic> found{replacing(code::unknown_field, {16, 20}, "name"),
                                      replacing(code::unknown_field, {18, 21}, "xx:")};
  const Mended mended = mend_all(bytes, found);
  CHECK(mended.bytes == org);
  CHECK(mended.applied == 1);
  CHECK(mended.refused == 0);
}

TEST_CASE("the edits of one diagnostic are applied all or not at all") {
  const std::string bytes = "kind: org\nid: a\nName: 甲\ntype: Village\n";
  Diagnostic both = replacing(code::unknown_field, {16, 20}, "name");
  both.fix.push_back({{1, {31, 99}}, "village"});  // lies outside
  CHECK(mend_all(bytes, {both}).applied == 0);
  both.fix.back() = {{1, {32, 39}}, "village"};
  CHECK(bytes.substr(32, 7) == "Village");
  CHECK(mend_all(bytes, {both}).bytes == org);
}

TEST_CASE("a file is not made worse") {
  // The key that is meant is there already.
  const Mended twice = round("kind: org\nid: a\nName: 乙\nname: 甲\ntype: village\n");
  CHECK(twice.applied == 0);
  CHECK(twice.refused == 1);
  // An edit that breaks the syntax; the other one is applied all the same.
  const std::string bytes = "kind: org\nid: a\nName: 甲\ntype: village\n";
  const std::vector<Diagnostic> found{replacing(code::unknown_field, {16, 20}, "name"),
                                      replacing(code::unknown_value, {32, 39}, "[village")};
  const Mended mended = mend_all(bytes, found);
  CHECK(mended.bytes == org);
  CHECK(mended.applied == 1);
  CHECK(mended.refused == 1);
  // An edit that makes a record disappear.
  CHECK(mend_all(org + "nmae: x\n", {replacing(code::unknown_field, {0, 9}, "# kind")}).applied ==
        0);
}

TEST_CASE("more mistakes than are told at once are mended round by round") {
  std::string bytes = "kind: org\nid: a\nname: 甲\ntype: village\n";
  for (int i = 0; i < 50; ++i) bytes += "x-" + std::to_string(i) + "：1\n";
  int rounds = 0;
  for (Mended mended = round(bytes); mended.applied > 0; mended = round(bytes)) {
    bytes = mended.bytes;
    ++rounds;
  }
  CHECK(rounds == 3);
  CHECK(read_alone(bytes, 1, false, {}).found.empty());
}

}  // namespace zsup::reg
