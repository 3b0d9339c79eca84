#include "diag/edits.h"

#include <doctest/doctest.h>

namespace zsup::diag {

TEST_CASE("edits take their places, in whatever order they come") {
  const auto edit = [](std::uint32_t begin, std::uint32_t end, const char* text) {
    return Edit{{0, {begin, end}}, text};
  };
  CHECK(with_edits("abcdef", {}) == "abcdef");
  CHECK(with_edits("abcdef", {edit(4, 5, "E"), edit(0, 2, ""), edit(2, 2, "-")}) == "-cdEf");
  // At one place the first given comes first, and what is inserted stands before what is replaced.
  CHECK(with_edits("ab", {edit(1, 1, "x"), edit(1, 2, "B"), edit(1, 1, "y")}) == "axyB");
  CHECK(with_edits("ab", {edit(2, 2, "c"), edit(0, 0, "_")}) == "_abc");
}

}  // namespace zsup::diag
