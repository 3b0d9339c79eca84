#include "text/arena.h"

#include <algorithm>

namespace zsup::text {

namespace {
// Most registers are small, so the first block is; blocks then double.
constexpr std::size_t first_block = std::size_t{1} << 12;
constexpr std::size_t largest_block = std::size_t{1} << 20;
}  // namespace

// What is large gets a block of its own, and the one in use stays in use. operator new[] aligns to
// 16 bytes, the largest alignment that the arena serves.
void* Arena::allocate_elsewhere(std::size_t size) {
  const std::size_t next = std::min(std::max(first_block, capacity_ * 2), largest_block);
  const bool own = size > next / 4;
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(own ? size : next));
  if (own) return blocks_.back().get();
  block_ = blocks_.back().get();
  used_ = size;
  capacity_ = next;
  return block_;
}

}  // namespace zsup::text
