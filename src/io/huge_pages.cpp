#include "io/huge_pages.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace zsup::io {

namespace {

constexpr std::size_t huge_page = std::size_t{1} << 21;
constexpr std::size_t least_with_huge_pages = 2 * huge_page;

std::byte* make(std::size_t size) {
  const bool huge = size >= least_with_huge_pages;
  const std::size_t align = huge ? huge_page : 16;
  void* const block = std::aligned_alloc(align, (size + align - 1) & ~(align - 1));
  if (block == nullptr) {
    if (const std::new_handler handler = std::get_new_handler()) handler();
    throw std::bad_alloc();
  }
  // Without them it works as well, so nobody asks whether it was granted.
  if (huge) ::madvise(block, size & ~(huge_page - 1), MADV_HUGEPAGE);
  return static_cast<std::byte*>(block);
}

}  // namespace

text::Blocks huge_pages() {
  return {make, [](std::byte* block) { std::free(block); }};
}

}  // namespace zsup::io
