// Whatever the fast reader accepts, yaml-cpp must read alike. The first byte chooses the limits.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/tally.h"
#include "unit/yaml/differential.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  zsup::yaml::Limits limits;
  if (data[0] % 4 == 0) {
    limits.depth = 1 + data[0] / 4 % 4;
    limits.nodes = 1 + data[0] / 16;
    limits.scalar_bytes = 4 + data[0] / 8;
  }
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto comparison = zsup::yaml::compare_readers(bytes, limits);
  static zsup::fuzz::Tally<3> tally({"files",
                                     "of these with a document that the fast reader accepted",
                                     "of these with one that it declined"});
  tally.add(0);
  tally.add(1, comparison.accepted > 0);
  tally.add(2, comparison.declined > 0);
  if (!comparison.difference.empty()) {
    std::fputs(comparison.difference.c_str(), stderr);
    std::abort();
  }
  return 0;
}
