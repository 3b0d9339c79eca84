// Scores over the quarters → a page: a row for each quarter of each subject.
#pragma once

#include "score/trend.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

// The trend must be free of error, and last until the page is written.
Page<Named> trend_page(const reg::Register& reg, const score::Trend& trend, Wanted wanted);
std::vector<Described> trend_keys();

}  // namespace zsup::view
