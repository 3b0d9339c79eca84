#include "render/scores.h"

#include <algorithm>

#include "render/score_json.h"
#include "render/score_text.h"

namespace zsup::render {

std::string render_scores(const reg::Register& reg, const score::Scoring& scoring,
                          const ScoreView& view) {
  if (view.format == Format::json) return score_json(reg, scoring, view);
  return view.explain ? score_ledgers(reg, scoring, view) : score_table(scoring, view);
}

std::string_view subject_name(const record::Record& subject) {
  if (const auto* leader = record::as<record::Leader>(&subject)) {
    if (leader->name) return *leader->name;
  }
  if (const auto* org = record::as<record::Org>(&subject)) {
    if (org->name) return *org->name;
  }
  return subject.name();
}

std::vector<const score::Scorecard*> shown_cards(const score::Scoring& scoring,
                                                 const ScoreView& view) {
  std::vector<const score::Scorecard*> list;
  for (const score::Scorecard& card : scoring.cards) {
    const bool shown = view.only.empty() || std::find(view.only.begin(), view.only.end(),
                                                      card.subject) != view.only.end();
    if (shown) list.push_back(&card);
  }
  return list;
}

}  // namespace zsup::render
