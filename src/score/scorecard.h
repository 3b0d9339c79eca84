// Register → scorecards: how each leader and organisation scores in a period at an as-of date, with
// a ledger that adds up. Values only; how they look is the business of render/.
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
// There is no score (null, which is not 0 and not full marks) without obligations; while a period
// still runs, or lies ahead, in which nothing has been reported, taken off or added yet; by the
// method `weighted` while nothing is due; and for a year without a quarter that has one.
//
// A year is the mean of its quarters that have a score; a quarter out of other full marks than the
// year's is taken in proportion. Each has a ledger line of (its score − full) ÷ number of quarters,
// so that the year's ledger adds up like any other. Its counts are the quarters' sums; its bands,
// vetoes and full marks are those of the policy in force on its last day.
//
// Arithmetic is exact. What does not terminate is shown rounded half up to two decimal places,
// lines and score alike, and the score shown is the score: it picks the band and the place. A
// `rounding` line makes up for what the lines shown miss.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "record/kinds/duty.h"
#include "record/kinds/policy.h"
#include "register/obligations.h"
#include "register/register.h"
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
  quarter,  // a year's share of one of its quarters
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

// The veto that sets a band: of several that apply the one with the lowest band.
struct Veto {
  const record::VetoRow* row = nullptr;
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
  std::optional<Veto> veto;
  std::optional<int> place;  // among subjects of its kind; null without a score or with a veto

  std::vector<LedgerLine> ledger;  // adds up with `full` to the score; empty without one
  std::vector<Raise> raises;       // the most points first
};

struct Scoring {
  value::Period period;
  value::Date as_of;
  const record::Policy* policy = nullptr;  // in force on the period's last day
  std::vector<Scorecard> cards;            // leaders, then orgs
  diag::Text error;                        // why there are no cards; empty when all is well

  bool ok() const { return error.empty(); }
  const Scorecard* find(const record::Record* subject) const;
};

// Scores all subjects of a period: whoever owns an obligation in it; leaders who are principals or
// members in office on its last day and own none although another leader of their org does; and
// `also`, whom the caller asked about. Leaders come org by org, that with the first
// leader in protocol order first; within an org by protocol order and own place; then orgs by their
// place. Places rank all subjects of a kind, so a caller
// that shows a few leaves the others out afterwards.
//
// An error unless exactly one policy is in force on the period's last day, and for a year on the
// last day of each quarter in which something is owed.
Scoring score(const reg::Register& reg, value::Period period, value::Date as_of,
              std::span<const record::Record* const> also = {});

}  // namespace zsup::score
