#include "diag/fingerprint.h"

#include <fmt/core.h>

#include <cstdint>
#include <string_view>

namespace zsup::diag {

namespace {

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

}  // namespace

std::string Fingerprints::next(std::initializer_list<std::string_view> fields) {
  Fnv hash;
  for (const std::string_view field : fields) {
    hash.add(field);
    hash.end_field();
  }
  hash.add(std::to_string(seen_[hash.hex()]++));
  return hash.hex();
}

std::string Fingerprints::next(const Diagnostic& diagnostic) {
  return next({diagnostic.code.name(), locator_.path_in_register(diagnostic.place),
               locator_.record_at(diagnostic.place), diagnostic.message.zh,
               diagnostic.message.en});
}

std::string Fingerprints::next(const NotRead& one) {
  return next({one.reason, one.path, {}, one.message.zh, one.message.en});
}

}  // namespace zsup::diag
