// Who owes what → a page.
//
// JSON: `obligations.by_state` counts all, `subjects` lists what needs attention by leader or org,
// `findings.by_state` counts all that exist, `findings.overdue` lists those past their deadline,
// `replies` the letters whose reply has not come. `days_left` is below 0 past the date. With all
// states wanted `subjects` lists everything, and `findings.others` what is not overdue.
#pragma once

#include <string>
#include <vector>

#include "status/status.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

// The status must last until the page is written.
Page<Named> status_page(const reg::Register& reg, const status::Status& status, Wanted wanted);
std::vector<Described> status_keys();

// "逾期 9 天", "剩 5 天"
std::string days_in_words(std::int32_t days_left, diag::Lang lang);

// Where an obligation is seen: the report's item, else the duty.
text::Place place_of(const reg::Obligation& owed);

}  // namespace zsup::view
