// A bump allocator for values that live as long as the register they belong to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zsup::text {

// Where an arena has its memory from: blocks aligned to 16 bytes; `make` throws where there is
// none.
struct Blocks {
  std::byte* (*make)(std::size_t size);
  void (*release)(std::byte* block);
};
Blocks plain_blocks();

// Holds only trivially destructible values: nothing is ever destroyed one by one.
class Arena {
 public:
  explicit Arena(Blocks blocks = plain_blocks()) : from_(blocks) {}
  Arena(const Arena&) = delete;  // others hold views into it, so it stays where it is
  Arena& operator=(const Arena&) = delete;

  // Uninitialised storage; never null, aligned for `align` (a power of two up to 16).
  void* allocate(std::size_t size, std::size_t align) {
    const std::size_t start = (used_ + align - 1) & ~(align - 1);
    if (block_ == nullptr || start + size > capacity_) return allocate_elsewhere(size);
    used_ = start + size;
    return block_ + start;
  }

  template <class T>
  T* make() {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{};
  }

  template <class T>
  std::span<T> make_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (count == 0) return {};
    T* first = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    for (std::size_t i = 0; i < count; ++i) new (first + i) T{};
    return {first, count};
  }

  std::string_view copy(std::string_view text) { return copy(text, {}); }
  // One behind the other.
  std::string_view copy(std::string_view first, std::string_view second) {
    if (first.empty() && second.empty()) return {};
    char* to = static_cast<char*>(allocate(first.size() + second.size(), 1));
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), to));
    return {to, first.size() + second.size()};
  }

 private:
  void* allocate_elsewhere(std::size_t size);

  Blocks from_;
  std::vector<std::unique_ptr<std::byte, void (*)(std::byte*)>> blocks_;
  std::byte* block_ = nullptr;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace zsup::text
