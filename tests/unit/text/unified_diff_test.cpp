// That the differences apply is tried with git and patch in tests/meta/fix_test.py.
#include "text/unified_diff.h"

#include <doctest/doctest.h>

namespace zsup::text {

TEST_CASE("equal texts differ in nothing") {
  CHECK(unified_diff("a.yaml", "", "") == "");
  CHECK(unified_diff("a.yaml", "x\n", "x\n") == "");
}

TEST_CASE("a changed line with what stands around it") {
  CHECK(unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n");
}

TEST_CASE("changes that are near share a hunk, others do not") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  CHECK(unified_diff("a", before, "A\n2\n3\n4\n5\n6\n7\nH\n9\n") ==
        "--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n-1\n+A\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+H\n 9\n");
  CHECK(unified_diff("a", before, "A\n2\n3\n4\n5\n6\n7\n8\nI\n") ==
        "--- a/a\n+++ b/a\n@@ -1,4 +1,4 @@\n-1\n+A\n 2\n 3\n 4\n"
        "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+I\n");
}

TEST_CASE("lines that come and go") {
  CHECK(unified_diff("a", "1\n2\n3\n", "1\n3\n") ==
        "--- a/a\n+++ b/a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
  CHECK(unified_diff("a", "1\n3\n", "1\n2\n3\n") ==
        "--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n 1\n+2\n 3\n");
  CHECK(unified_diff("a", "", "1\n") == "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+1\n");
  CHECK(unified_diff("a", "1\n", "") == "--- a/a\n+++ b/a\n@@ -1 +0,0 @@\n-1\n");
}

TEST_CASE("a last line without its line feed, and CR, are kept") {
  CHECK(unified_diff("a", "1\n2", "1\n3") ==
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n"
        "+3\n\\ No newline at end of file\n");
  CHECK(unified_diff("a", "1\r\n2\r\n", "1\r\n3\r\n") ==
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n");
}

TEST_CASE("names that could be mistaken") {
  CHECK(unified_diff("a b", "1\n", "2\n").starts_with("--- a/a b\t\n+++ b/a b\t\n"));
  CHECK(unified_diff("组织/甲.yaml", "1\n", "2\n").starts_with("--- a/组织/甲.yaml\n"));
  CHECK(unified_diff("a\"\n", "1\n", "2\n").starts_with("--- \"a/a\\\"\\012\"\n"));
}

TEST_CASE("a long stretch in which nothing agrees") {
  std::string before;
  std::string after;
  std::string minus;
  std::string plus;
  for (int i = 0; i < 200; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
    minus += "-a" + std::to_string(i) + "\n";
    plus += "+b" + std::to_string(i) + "\n";
  }
  CHECK(unified_diff("a", before, after) ==
        "--- a/a\n+++ b/a\n@@ -1,200 +1,200 @@\n" + minus + plus);
}

}  // namespace zsup::text
