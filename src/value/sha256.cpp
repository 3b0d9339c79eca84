// The only user of libsodium. What is used of it needs none of its initialisation.
#include "value/sha256.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>
#include <cstring>

namespace zsup::value {

namespace {

using State = crypto_hash_sha256_state;
using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

void add(State& state, std::string_view bytes) {
  crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return hexadecimal(digest);
}

Sha256Of::Sha256Of(std::string_view beginning) {
  static_assert(sizeof(State) <= state_size);
  State state;
  crypto_hash_sha256_init(&state);
  add(state, beginning);
  std::memcpy(state_.data(), &state, sizeof(state));
}

std::string Sha256Of::with(std::string_view end) const {
  State state;
  std::memcpy(&state, state_.data(), sizeof(state));
  add(state, end);
  Digest digest{};
  crypto_hash_sha256_final(&state, digest.data());
  return hexadecimal(digest);
}

}  // namespace zsup::value
