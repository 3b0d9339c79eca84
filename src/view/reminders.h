// Reminders → a page: a paragraph a subject, to be sent as it stands. The figures are the
// scorecard's and the sentence is that of the letters.
#pragma once

#include <span>
#include <vector>

#include "letter/letter.h"
#include "register/obligations.h"
#include "score/scorecard.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

// What a letter of reminder quotes of a scorecard.
letter::ReminderFigures figures_of(const score::Scorecard& card);

struct RemindersWanted : Wanted {
  bool all = false;                         // those with nothing overdue or returned as well
  std::vector<const record::Record*> only;  // these alone; empty: all
};

// Of the scoring, which must be free of error, and the obligations of the same period and as-of
// date; both must last until the page is written. No paragraphs when there is nobody to remind.
Page<Named> reminders_page(const reg::Register& reg, const score::Scoring& scoring,
                           std::span<const reg::Obligation> obligations, RemindersWanted wanted);
std::vector<Described> reminders_keys();

}  // namespace zsup::view
