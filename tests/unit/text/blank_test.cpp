#include "text/blank.h"

#include <doctest/doctest.h>

#include <string>

using namespace zsup::text;

TEST_CASE("a blank that is no space is found wherever it stands, and its like is none") {
  for (const std::string blank : {"\u00A0", "\u2000", "\u200A", "\u202F", "\u205F", "\u3000"}) {
    CAPTURE(blank);
    CHECK(has_wide_blank(blank));
    CHECK(has_wide_blank("、。“”…" + blank));
    CHECK(has_wide_blank(blank + "村级小微工程"));
    CHECK_FALSE(has_wide_blank(blank.substr(0, blank.size() - 1)));
  }
  CHECK_FALSE(has_wide_blank(""));
  CHECK_FALSE(has_wide_blank(" \t\n、。“”…—·©"));
}
