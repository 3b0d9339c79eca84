// What became of a finding, and who answers for it, at an as-of date.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "register/register.h"

namespace zsup::reg {

// Who answers for a finding on a day: its `leader` if in office, else those in office whose
// portfolio names its line, else its org, else the org's nearest ancestor. Exactly one is right.
// What a leader leaves open passes to whoever is in charge then.
struct Answering {
  const record::Leader* leader = nullptr;  // when there is exactly one
  // By their portfolios; shared by all findings of which the same is true. Nobody where the finding
  // names its leader.
  std::span<const record::Leader* const> candidates;
};
Answering answering(const Register& reg, const record::Finding& finding, value::Date day);

// Whether a portfolio covers a finding: its line, its org, or an org above it.
bool covers(const Register& reg, const record::Leader& leader, const record::Finding& finding);

// One step of a finding's life, wherever it is kept.
struct Step {
  value::Date date;
  record::FindingEvent what{};
  text::Place place;                     // of its date
  const record::Event* event = nullptr;  // null when derived from the inspection's briefings
};

// The briefing row of an inspection that tells of this finding; null when there is none. Of several
// leaders of one unit it is the row of whoever answered on the day of the briefing, so that it
// stays the same when people change.
const record::Briefing* briefing_of(const Register& reg, const record::Finding& finding,
                                    value::Date as_of);

// All steps in the order in which they happened, `published` among them; those of one day in the
// order of the procedure.
std::vector<Step> steps(const Register& reg, const record::Finding& finding, value::Date as_of);
// The same, where its briefing is known; it may be null.
std::vector<Step> steps(const record::Finding& finding, const record::Briefing* briefing,
                        value::Date as_of);

struct FindingState {
  std::optional<record::FindingEvent> last;  // nothing: open
  std::optional<value::Date> closed_on;      // of the last closing, while it lasts
  bool claimed = false;
  bool published = false;
  bool overdue = false;
  std::int32_t days_overdue = 0;  // 0 when not overdue

  bool closed() const { return last == record::FindingEvent::closed; }
};
FindingState state_after(const record::Finding& finding, std::span<const Step> steps,
                         value::Date as_of);

// "open", or the id or words of the last step.
std::string_view id_of(const FindingState& state);
diag::Words words_of(const FindingState& state);

// Whether a finding's step sequence needs the leader and the unit to be briefed.
inline bool is_from_inspection(const record::Finding& finding) {
  return finding.source_of && *finding.source_of == record::FindingSource::inspection;
}

}  // namespace zsup::reg
