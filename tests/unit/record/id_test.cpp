#include "record/id.h"

#include <doctest/doctest.h>

namespace zsup::record {

namespace {

// What is wrong with it in English, and what it could be instead.
std::string flaw(std::string_view text) {
  const auto found = id_flaw(text);
  if (!found) return "";
  return std::string(found->what.en) + (found->better.empty() ? "" : " -> " + found->better);
}

}  // namespace

TEST_CASE("well-formed ids") {
  for (const std::string_view right : {"a", "7", "chen-yuanhang", "r2-transport-017", "青塘党委",
                                       "青塘党委-2018-q2", "〇", "㐀", "𠮷", "a-党-1"}) {
    CHECK(flaw(right) == "");
  }
  CHECK(flaw(std::string(64, 'a')) == "");
}

TEST_CASE("ids that are not, and what they could be") {
  CHECK(flaw("Chen") == "has capital letters -> chen");
  CHECK(flaw("chen yuan") == "has spaces in it -> chen-yuan");
  CHECK(flaw("chen　yuan") == "has spaces in it -> chen-yuan");
  CHECK(flaw("-a") == "has a hyphen at its start, or two in a row -> a");
  CHECK(flaw("a--b") == "has a hyphen at its start, or two in a row -> a-b");
  CHECK(flaw("a-") == "ends with a hyphen -> a");
  CHECK(flaw("a_b") == "has characters that an id may not have -> a-b");
  CHECK(flaw("ａ１") == "has characters that an id may not have -> a1");
  CHECK(flaw("青塘（党委）") == "has characters that an id may not have -> 青塘党委");
  CHECK(flaw("é") == "has characters that an id may not have");
  CHECK(flaw(std::string(65, 'a')) == "is longer than 64 characters");
  CHECK(flaw("") == "is empty");  // never asked for: an empty value is said to be empty
  // Two ideographs that look alike must not be two ids: only composed forms.
  CHECK(flaw("\uF900") == "has characters that an id may not have");
  CHECK(flaw("\U0002F800") == "has characters that an id may not have");
  // What is no letter of an id may look like one; only signs are left out of a suggestion.
  CHECK(flaw("e\u0301") == "has characters that an id may not have");
  CHECK(flaw("\u0430bc") == "has characters that an id may not have");
  CHECK(flaw("a\xFF") == "has characters that an id may not have -> a");
}

}  // namespace zsup::record
