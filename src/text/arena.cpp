#include "text/arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace zsup::text {

namespace {
// Most registers are small, so the first block is; blocks then double. Of a large one only what is
// used takes memory.
constexpr std::size_t first_block = std::size_t{1} << 12;
constexpr std::size_t largest_block = std::size_t{1} << 25;

constexpr std::size_t huge_page = std::size_t{1} << 21;
constexpr std::size_t least_with_huge_pages = 2 * huge_page;

// Aligned to 16 bytes, the largest alignment that the arena serves. Large blocks consist of huge
// pages where the system has them: what is read a million times from all over a register then
// seldom waits for an address to be looked up.
std::byte* make_block(std::size_t size) {
  const bool huge = size >= least_with_huge_pages;
  const std::size_t align = huge ? huge_page : 16;
  void* const block = std::aligned_alloc(align, (size + align - 1) & ~(align - 1));
  if (block == nullptr) throw std::bad_alloc();
  if (huge) ::madvise(block, size & ~(huge_page - 1), MADV_HUGEPAGE);
  return static_cast<std::byte*>(block);
}
}  // namespace

void Arena::Release::operator()(std::byte* block) const {
  std::free(block);
}

// What is large gets a block of its own, and the one in use stays in use.
void* Arena::allocate_elsewhere(std::size_t size) {
  const std::size_t next = std::min(std::max(first_block, capacity_ * 2), largest_block);
  const bool own = size > next / 4;
  blocks_.emplace_back(make_block(own ? size : next));
  if (own) return blocks_.back().get();
  block_ = blocks_.back().get();
  used_ = size;
  capacity_ = next;
  return block_;
}

}  // namespace zsup::text
