#include "diag/fingerprint.h"

#include <fmt/core.h>

#include <cstdint>
#include <string_view>

namespace zsup::diag {

namespace {

constexpr std::size_t most_bytes = 512;  // of a line; ordinals tell apart what agrees so far

// FNV-1a with 128 bits: offset basis 0x6c62272e07bb014262b821756295c58d, prime 2^88 + 0x13b. The
// product modulo 2^128 is put together from halves of 64 bits.
class Fnv {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) {
      low_ ^= static_cast<unsigned char>(c);
      multiply();
    }
  }

  // Keeps "ab" + "c" apart from "a" + "bc".
  void end_field() { add(std::string_view("\0", 1)); }

  std::string hex() const { return fmt::format("{:016x}{:016x}", high_, low_); }

 private:
  void multiply() {
    constexpr std::uint64_t small = 0x13B;
    const std::uint64_t bottom = (low_ & 0xFFFFFFFF) * small;
    const std::uint64_t top = (low_ >> 32) * small + (bottom >> 32);
    const std::uint64_t low = top << 32 | (bottom & 0xFFFFFFFF);
    high_ = high_ * small + (top >> 32) + (low_ << 24);  // low_ * 2^88 reaches the upper half
    low_ = low;
  }

  std::uint64_t high_ = 0x6C62272E07BB0142;
  std::uint64_t low_ = 0x62B821756295C58D;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string normalised(std::string_view line) {
  std::string out;
  bool gap = false;
  for (const char c : line) {
    if (is_blank(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
    if (out.size() >= most_bytes) break;
  }
  return out;
}

}  // namespace

std::string Fingerprints::next(const Diagnostic& diagnostic) {
  const Location location = locator_.locate(diagnostic.place);
  Fnv hash;
  hash.add(location.path);
  hash.end_field();
  hash.add(diagnostic.code.name());
  hash.end_field();
  if (location.in_text) {
    hash.add(normalised(locator_.lines(diagnostic.place.source).line(location.begin.line)));
  }
  hash.end_field();
  hash.add(std::to_string(seen_[hash.hex()]++));
  return hash.hex();
}

}  // namespace zsup::diag
