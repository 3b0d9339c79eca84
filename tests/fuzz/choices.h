// What every fuzz target shares: the fuzzer's bytes as a row of choices, and a loud end.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace zsup::fuzz {

// Ends the program, so that the fuzzer keeps the input.
[[noreturn]] inline void fail(std::string_view what) {
  std::fprintf(stderr, "fuzz: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}
inline void hold(bool right, std::string_view what) {
  if (!right) fail(what);
}
inline void same(std::string_view got, std::string_view wanted, std::string_view what) {
  if (got != wanted) fail(fmt::format("{}: <{}> instead of <{}>", what, got, wanted));
}

// Bytes as choices, one byte each as far as that goes, so that a changed byte changes one thing.
// When they are used up every choice is the first one.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size)
      : bytes_(reinterpret_cast<const char*>(data), size) {}

  bool over() const { return bytes_.empty(); }
  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  std::size_t below(std::size_t limit) { return limit <= 1 ? 0 : byte() % limit; }
  // Once in so many; never when the bytes are used up.
  bool one_in(std::size_t many) { return byte() % many == many - 1; }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | byte();
    return value;
  }
  template <class List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }
  std::string_view bytes(std::size_t count) {
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  std::string_view rest() { return bytes(bytes_.size()); }

 private:
  std::string_view bytes_;
};

}  // namespace zsup::fuzz
