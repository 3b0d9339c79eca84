#include "text/arena.h"

#include <algorithm>

namespace zsup::text {

namespace {
// Most files hold one small record, so the first block is small; blocks then double.
constexpr std::size_t first_block = 512;
constexpr std::size_t largest_block = std::size_t{1} << 18;
}  // namespace

void Arena::grow(std::size_t at_least) {
  const std::size_t doubled = capacity_ == 0 ? first_block : capacity_ * 2;
  const std::size_t size = std::max(at_least, std::min(doubled, largest_block));
  // operator new[] aligns to 16 bytes, the largest alignment that the arena serves.
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
  block_ = blocks_.back().get();
  used_ = 0;
  capacity_ = size;
}

}  // namespace zsup::text
