// Scorecards for people: a table of all, or the ledger of each.
#pragma once

#include "render/scores.h"

namespace zsup::render {

// One row a subject, in any format but JSON.
std::string score_table(const score::Scoring& scoring, const ScoreView& view);

// How each score comes about, step by step, and what would raise it; in any format but JSON.
std::string score_ledgers(const reg::Register& reg, const score::Scoring& scoring,
                          const ScoreView& view);

}  // namespace zsup::render
