// Register → scorecards: how each leader and organisation scores in a period at an as-of date, with
// a ledger that adds up. Values only; how they look is the business of view/.
//
// The order is the policy's. `full`, then off it: obligations overdue and not reported, those
// returned, those first reported late (whatever became of them since), those that failed a spot
// check, each times the duty's weight; then incidents, then bonuses, capped; then the sum is held
// within 0 and `full`. The score picks the band; a veto sets the band and takes the place, and
// never touches the number. Deductions on one obligation add up, one ledger line each.
//
// By the method `weighted` the first two steps differ. Points due are the weights of the
// obligations that are decided or overdue at the as-of date (approved, returned, overdue), points
// earned the weights of those approved, late or not; each obligation not earned takes off weight ÷
// points due × full, under the reason `unreported` or `returned`.
//
// Whoever owes something in a quarter or is hit in it (by an incident, a bonus, a failed spot check
// or a veto) has an account, in office still or not. A score exists only once, by the as-of date,
// something of the quarter was reported, is past due, or a hit; by the method `weighted` not before
// the first obligation is decided or overdue either. Before that score, band and place are null,
// which is not 0 and not full marks, the ledger is empty, and no mean counts it.
//
// A half-year or a year is the mean of its quarters that have a score, as printed; a quarter out of
// other full marks is taken in proportion. Each has a ledger line of (its score − full) ÷ number of
// quarters, so that the ledger adds up like any other. Counts are the quarters' sums. Each quarter
// is judged by the policy in force on its last day; bands and full marks are those of the policy in
// force on the last day of the whole, else of the last quarter that anyone has a score in. Vetoes
// stand: the gravest of the quarters' counts, also one made good since.
//
// Where no policy is in force on a quarter's last day, or several, it has no score; nor has who
// owes something in it whose due date cannot be told, since the calendar of a year is missing.
//
// Arithmetic is exact. What does not end within eight decimal places is shown rounded half up to
// two, lines and score alike, and the score shown is the score: it picks the band and the place,
// and goes into a mean. A `rounding` line makes up for what the lines shown miss.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "record/kinds/duty.h"
#include "record/kinds/policy.h"
#include "register/as_of.h"
#include "register/obligations.h"
#include "text/span.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::score {

enum class Reason : std::uint8_t {
  unreported,  // overdue, nothing submitted
  returned,    // the last submission was returned
  late,        // first submitted after the due date
  spot_check,  // the report item tested was not genuine
  incident,
  bonus,
  cap,    // bonuses over their cap, or points over full marks
  floor,  // points below 0
  rounding,
  quarter,  // a longer period's share of one of its quarters
};

std::string_view id_of(Reason reason);
diag::Words words_of(Reason reason);

// One step from full marks to the score.
struct LedgerLine {
  value::Rational points;  // as shown: exact, or rounded to two decimal places
  Reason reason{};
  const record::Duty* duty = nullptr;      // of the obligation; null for other steps
  const record::Record* record = nullptr;  // that it rests on; null for a quarter
  text::Place place;  // in that record: the review returned, the day submitted, the verdict
  text::Place rule;   // the policy's clause
  std::optional<value::Period> period;  // the duty's own, or the quarter
  diag::Text note;                      // particulars; may be empty
};

// Something that is still in the subject's hands, and how much the score would rise by it alone.
struct Raise {
  value::Rational points;  // above 0
  diag::Text what;
  const record::Duty* duty = nullptr;
  const record::Record* record = nullptr;
  text::Place place;
  std::optional<value::Period> period;
};

// A veto that applies. Of several the one with the lowest band sets the band; a band that the
// policy does not know lies below all that it does.
struct Veto {
  const record::VetoRow* row = nullptr;
  value::Period period;                    // the quarter or month in which it came about
  text::Place rule;                        // of the row
  const record::Record* record = nullptr;  // that it applies to
  text::Place place;
  diag::Text note;
};

struct Scorecard {
  const record::Record* subject = nullptr;  // a leader or an org

  std::int64_t indicators = 0;    // obligations; the sum of the next two
  std::int64_t reported = 0;      // submitted at all
  std::int64_t unreported = 0;    // nothing submitted, due or not
  std::int64_t approved = 0;      // late or not
  std::int64_t returned = 0;      // and not submitted again
  std::int64_t under_review = 0;  // submitted and not reviewed yet
  std::int64_t late = 0;          // first submitted after the due date
  std::int64_t overdue = 0;       // of those not reported

  value::Rational full;
  std::optional<value::Rational> score;  // as shown; null: nothing to score
  std::string_view band;                 // in force, a veto's included; empty: none
  std::optional<Veto> veto;              // the gravest; it may be there before a score is
  std::optional<int> place;  // among subjects of its kind; null without a score or with a veto

  std::vector<LedgerLine> ledger;  // adds up with `full` to the score; empty without one
  std::vector<Raise> raises;       // the most points first
  std::vector<Veto> vetoes;        // all that apply, in the order of the policy's rows

  int missing_year = 0;  // without whose calendar it, or a quarter of it, has no score

  bool has_account() const { return indicators > 0 || hit; }
  bool hit = false;  // by an incident, a bonus, a failed spot check or a veto
};

struct Scoring {
  value::Period period;
  value::Date as_of;
  // Whose bands and full marks count; null when there is none.
  const record::Policy* policy = nullptr;
  // The quarters, or the month, in which something is owed and nothing, or too much, is in force.
  std::vector<value::Period> without_policy;
  // Those in which a due date cannot be told, each with the year whose calendar is missing.
  std::vector<std::pair<value::Period, int>> without_calendar;
  std::vector<Scorecard> cards;  // by place; see below

  const Scorecard* find(const record::Record* subject) const;
};

// Scores all subjects of a period: whoever has an account in it; leaders who are principals or
// members in office on its last day and have none although another leader of their org owes
// something; and `also`, whom the caller asked about. Leaders come first, then orgs; in each those
// who have a place in its order, then those with a veto, then those without a score; among equals
// people stand in their common order. Places rank all subjects of a kind, so a caller that shows a
// few leaves the others out afterwards.
Scoring score(const reg::AsOf& at, value::Period period,
              std::span<const record::Record* const> also = {});

// What to say of a quarter or month that is without a policy, or without a calendar.
diag::Text no_policy_message(const reg::Register& reg, value::Period period);
diag::Text no_calendar_message(value::Period scored, value::Period period, int year);

}  // namespace zsup::score
