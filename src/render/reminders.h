// Reminders: a paragraph a subject, to be sent as it stands. The figures are the scorecard's and
// the sentence is that of the letters.
//
// JSON: `reminders`, each with the subject, the figures, what is overdue and what was returned, and
// the paragraph as `text`.
#pragma once

#include <string>
#include <vector>

#include "diag/say.h"
#include "letter/letter.h"
#include "register/obligations.h"
#include "score/scorecard.h"

namespace zsup::render {

// What a letter of reminder quotes of a scorecard.
letter::ReminderFigures figures_of(const score::Scorecard& card);

struct ReminderView {
  bool json = false;
  diag::Lang lang = diag::Lang::zh;
  bool all = false;                         // those with nothing overdue or returned as well
  bool draft = false;                       // the register has errors, and the output says so
  std::vector<const record::Record*> only;  // these alone; empty: all
};

// Of the scoring, which must be free of error, and the obligations of the same period and as-of
// date. Empty when there is nobody to remind and text is wanted.
std::string render_reminders(const reg::Register& reg, const score::Scoring& scoring,
                             std::span<const reg::Obligation> obligations,
                             const ReminderView& view);

}  // namespace zsup::render
