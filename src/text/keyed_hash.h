// A hash of texts under a key. Whoever writes a text but does not know the key cannot choose texts
// of one hash, and so cannot make a table of them slow.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace zsup::text {

struct HashKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

// Both halves of the product of two words, folded: each bit of the result hangs on all bits of
// both.
inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

inline std::uint64_t keyed_hash(std::string_view text, HashKey key) {
  // Odd, so that no block of a text makes a product of nothing for all keys.
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = key.first ^ text.size();
  std::size_t left = text.size();
  const char* at = text.data();
  const auto take = [&](std::size_t size) {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::memcpy(&low, at, size < 8 ? size : 8);
    if (size > 8) std::memcpy(&high, at + 8, size - 8);
    hash = folded_product(low ^ key.second, high ^ hash ^ odd);
  };
  for (; left > 16; left -= 16, at += 16) take(16);
  if (left > 0) take(left);
  return folded_product(hash ^ key.second, key.first ^ odd);
}

}  // namespace zsup::text
