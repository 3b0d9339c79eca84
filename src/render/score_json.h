// Scorecards as the JSON that scripts rely on; keys are only ever added.
//
// Points, score and full marks are decimal strings. `full` and the points of `ledger` add up to
// `score`. `veto` tells the record that a veto rests on; `raises` what would raise the score by how
// much. Lines count from 1. `note`, `what` and `veto.note` are sentences in the view's language.
#pragma once

#include "render/scores.h"

namespace zsup::render {

std::string score_json(const reg::Register& reg, const score::Scoring& scoring,
                       const ScoreView& view);

}  // namespace zsup::render
