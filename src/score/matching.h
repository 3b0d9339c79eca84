// Which records a policy's incident, bonus or veto applies to, and whom they are laid to.
#pragma once

#include <vector>

#include "diag/say.h"
#include "record/kinds/policy.h"
#include "register/register.h"

namespace zsup::score {

struct Match {
  const record::Record* subject = nullptr;  // a leader or an org
  const record::Record* record = nullptr;
  text::Place place;
  diag::Text note;  // what happened, in the policy's words
};

// All matches of a condition on records dated in the period and existing at the as-of date, in the
// order of the records; one record is laid to each subject that it concerns.
//
// A case is dated by `filed`, else by its clue. It concerns its org and the leaders among its
// persons, each once. With `measure` each person who received that measure is a match, dated by the
// day of the measure where it has one.
// A finding is dated by `found`; with `state` each such event is a match, dated by its own day. It
// concerns its org and the leader who answers for it at the as-of date.
// An action is dated by `date` and concerns everyone in `to`.
// A condition that names what its kind does not have (a `measure` of a finding), or any other kind,
// matches nothing.
std::vector<Match> matches(const reg::Register& reg, const record::Given<record::Condition>& when,
                           value::Period period, value::Date as_of);

}  // namespace zsup::score
