// A draw → a page: who was drawn, or the whole pool in its order, and how anybody can repeat it.
#pragma once

#include <string>
#include <vector>

#include "register/draws.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

struct DrawResult {
  reg::PoolRequest request;
  std::string seed;
  std::size_t count = 0;
  std::vector<reg::Lot> lots;  // of the whole pool, in order; the first `count` are drawn
  std::vector<const record::Draw*> recorded;
};

// Whether a recorded draw drew the same, in the same order.
bool same_drawn(const DrawResult& result, const record::Draw& draw);

// With `explain` people see the whole pool; JSON has it anyway. The result must last until the page
// is written.
Page<Named> draw_page(const reg::Register& reg, const DrawResult& result, Wanted wanted,
                      bool explain);
std::vector<Described> draw_keys();

// A line for a POSIX shell that prints the lots and ids of those drawn with sha256sum alone.
std::string recompute_line(const DrawResult& result);

// Who was in the pool, in words: "2018-06-30 在任的领导干部".
diag::Text pool_in_words(const reg::PoolRequest& request);

// The measure word in Chinese.
std::string_view measure_word(record::Kind kind);

}  // namespace zsup::view
