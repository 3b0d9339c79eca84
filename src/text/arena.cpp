#include "text/arena.h"

#include <algorithm>

namespace zsup::text {

namespace {
// Most registers are small, so the first block is; blocks then double. Of a large one only what is
// used takes memory.
constexpr std::size_t first_block = std::size_t{1} << 12;
constexpr std::size_t largest_block = std::size_t{1} << 25;
}  // namespace

Blocks plain_blocks() {
  return {[](std::size_t size) { return new std::byte[size]; },
          [](std::byte* block) { delete[] block; }};
}

// What is large gets a block of its own, and the one in use stays in use.
void* Arena::allocate_elsewhere(std::size_t size) {
  const std::size_t next = std::min(std::max(first_block, capacity_ * 2), largest_block);
  const bool own = size > next / 4;
  blocks_.emplace_back(from_.make(own ? size : next), from_.release);
  if (own) return blocks_.back().get();
  block_ = blocks_.back().get();
  used_ = size;
  capacity_ = next;
  return block_;
}

}  // namespace zsup::text
