#include "text/keyed_hash.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace zsup::text;

TEST_CASE("a key decides which texts share a place of a table") {
  constexpr HashKey one{0x0123456789abcdefu, 0xfedcba9876543210u};
  constexpr HashKey other{0x1111111111111111u, 0x2222222222222222u};
  CHECK(keyed_hash("bureau", one) == keyed_hash("bureau", one));
  CHECK(keyed_hash("bureau", one) != keyed_hash("bureau", other));
  // Those that share one of 256 places under the one key are spread out under the other.
  std::map<std::uint64_t, int> spread;
  int together = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string id = "finding-" + std::to_string(i);
    if ((keyed_hash(id, one) & 255U) != 7) continue;
    ++together;
    ++spread[keyed_hash(id, other) & 255U];
  }
  CHECK(together > 40);
  CHECK(together < 130);
  for (const auto& [place, count] : spread) CHECK(count < 8);
}

TEST_CASE("texts that all share one place under a key that is known are spread out under another") {
  // What somebody writes who knows the key: its second half in front makes every product nothing.
  constexpr HashKey known{0x0123456789abcdefu, 0x6161616161616161u};
  constexpr HashKey drawn{0x9b1d3f5577aa0c42u, 0x1c2e8f60d5b3a794u};
  constexpr int texts = 20000;
  std::map<std::uint64_t, int> flooded;
  std::map<std::uint64_t, int> spread;
  for (int i = 0; i < texts; ++i) {
    const std::string id = "aaaaaaaa" + std::to_string(10'000'000 + i);
    ++flooded[keyed_hash(id, known)];
    ++spread[keyed_hash(id, drawn)];
  }
  CHECK(flooded.size() == 1);
  CHECK(spread.size() == texts);
}

TEST_CASE("every byte and the length count, wherever they stand") {
  constexpr HashKey key{1, 2};
  for (std::size_t length = 1; length < 40; ++length) {
    const std::string text(length, 'a');
    CHECK(keyed_hash(text, key) != keyed_hash(std::string(length - 1, 'a'), key));
    for (std::size_t at = 0; at < length; ++at) {
      std::string changed = text;
      changed[at] = 'b';
      CHECK(keyed_hash(text, key) != keyed_hash(changed, key));
    }
  }
}
