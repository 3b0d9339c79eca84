#include "io/ignore.h"

#include <doctest/doctest.h>

#include <string>

using zsup::io::glob_matches;
using zsup::io::Ignore;

TEST_CASE("a glob matches whole segments") {
  CHECK(glob_matches("a.yaml", "a.yaml"));
  CHECK_FALSE(glob_matches("a.yaml", "aXyaml"));
  CHECK(glob_matches("*.yaml", "a.b.yaml"));
  CHECK_FALSE(glob_matches("*.yaml", "a/b.yaml"));
  CHECK(glob_matches("*", "a"));
  CHECK(glob_matches("a*b*c", "a-b-b-c"));
  CHECK_FALSE(glob_matches("a*b*c", "a-b-b"));
  CHECK(glob_matches("a/?/c", "a/b/c"));
  CHECK_FALSE(glob_matches("a?c", "a/c"));
}

TEST_CASE("a question mark is a character, not a byte") {
  CHECK(glob_matches("?月.yaml", "六月.yaml"));
  CHECK_FALSE(glob_matches("?", "六月"));
  CHECK(glob_matches("?", "\xFF"));  // a name that is no UTF-8
  CHECK(glob_matches("*月", "六月"));
}

TEST_CASE("two stars stand for any number of folders") {
  CHECK(glob_matches("**/x", "x"));
  CHECK(glob_matches("**/x", "a/b/x"));
  CHECK(glob_matches("a/**/x", "a/x"));
  CHECK(glob_matches("a/**/x", "a/b/c/x"));
  CHECK_FALSE(glob_matches("a/**/x", "b/x"));
  CHECK(glob_matches("a/**", "a/b"));
  CHECK_FALSE(glob_matches("a/**", "a"));
}

TEST_CASE("a glob that would send a recursive matcher astray answers at once") {
  std::string glob;
  std::string folders;
  for (int i = 0; i < 30; ++i) {
    glob += "a*";
    folders += "**/a/";
  }
  CHECK_FALSE(glob_matches(glob + "b", std::string(3000, 'a')));
  std::string path;
  for (int i = 0; i < 500; ++i) path += "a/";
  CHECK_FALSE(glob_matches(folders + "b", path + "c"));
}

TEST_CASE("a pattern without a slash matches a name at any depth") {
  const Ignore ignore({"draft-*.yaml", "old"});
  CHECK(ignore.matches("draft-1.yaml", false));
  CHECK(ignore.matches("2018/q2/draft-1.yaml", false));
  CHECK(ignore.matches("a/old", true));
  CHECK(ignore.matches("a/old", false));
  CHECK_FALSE(ignore.matches("a/older", true));
}

TEST_CASE("a pattern with a slash is held against the path from the root") {
  const Ignore ignore({"a/b.yaml", "/c.yaml", "./d.yaml"});
  CHECK(ignore.matches("a/b.yaml", false));
  CHECK_FALSE(ignore.matches("x/a/b.yaml", false));
  CHECK(ignore.matches("c.yaml", false));
  CHECK_FALSE(ignore.matches("x/c.yaml", false));
  CHECK(ignore.matches("d.yaml", false));
  CHECK_FALSE(ignore.matches("x/d.yaml", false));
}

TEST_CASE("a slash at the end means folders only") {
  const Ignore ignore({"build/", "a/out/"});
  CHECK(ignore.matches("build", true));
  CHECK(ignore.matches("x/build", true));
  CHECK_FALSE(ignore.matches("build", false));
  CHECK(ignore.matches("a/out", true));
  CHECK_FALSE(ignore.matches("x/a/out", true));
}

TEST_CASE("patterns have so many steps for all paths together") {
  const std::string pattern = "*" + std::string(120, '?') + "b";
  const zsup::io::Ignore ignore(std::vector<std::string>(200, pattern));
  const std::string name(240, 'a');
  CHECK_FALSE(ignore.matches(name, false));
  CHECK_FALSE(ignore.spent());
  for (int i = 0; i < 1000 && !ignore.spent(); ++i) static_cast<void>(ignore.matches(name, false));
  CHECK(ignore.spent());
  CHECK(ignore.matches("b", false));  // so that a walk ends
}

TEST_CASE("empty patterns match nothing") {
  const Ignore ignore({"", "/"});
  CHECK(ignore.empty());
  CHECK_FALSE(ignore.matches("a", true));
}
