// Whichever reader runs, the same comes out. ZSUP_DIFFERENTIAL=1000000 compares that many texts.
#include "unit/yaml/differential.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "unit/yaml/generator.h"

namespace zsup::yaml {
namespace {

TEST_CASE("what the fast reader accepts, yaml-cpp reads alike") {
  std::size_t count = 20'000;
  if (const char* asked = std::getenv("ZSUP_DIFFERENTIAL")) count = std::stoul(asked);
  std::uint64_t seed = 1;
  if (const char* asked = std::getenv("ZSUP_SEED")) seed = std::stoul(asked);
  Comparison total;
  std::size_t differences = 0;
  for (std::size_t i = 0; i < count && differences < 10; ++i) {
    Generator generator(seed * 1'000'000'007 + i);
    const std::string text = generator.text();
    Limits limits;
    if (i % 16 == 0) {
      limits.depth = static_cast<std::uint32_t>(1 + generator.below(4));
      limits.nodes = static_cast<std::uint32_t>(1 + generator.below(12));
      limits.scalar_bytes = static_cast<std::uint32_t>(4 + generator.below(12));
    }
    const Comparison one = compare_readers(text, limits);
    total.accepted += one.accepted;
    total.declined += one.declined;
    if (one.difference.empty()) continue;
    ++differences;
    FAIL_CHECK("text ", i, " ", one.difference);
  }
  MESSAGE("documents read fast: ", total.accepted, ", declined: ", total.declined);
  CHECK(total.accepted > total.declined / 2);
}

}  // namespace
}  // namespace zsup::yaml
