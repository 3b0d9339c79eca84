// SHA-256, for what anybody is to be able to recompute with sha256sum.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace zsup::value {

// Of exactly these bytes, as sha256sum prints it: 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// The same of many texts that begin alike: what they have in common is gone through once.
class Sha256Of {
 public:
  explicit Sha256Of(std::string_view beginning);
  std::string with(std::string_view end) const;  // of both, as one text

 private:
  static constexpr std::size_t state_size = 128;
  alignas(16) std::array<unsigned char, state_size> state_{};
};

}  // namespace zsup::value
