// Which records a policy's incident, bonus or veto applies to, and whom they are laid to.
#pragma once

#include <vector>

#include "diag/say.h"
#include "record/kinds/policy.h"
#include "register/as_of.h"

namespace zsup::score {

// What a policy's rows cost: each looks at all records of its kind.
inline constexpr reg::Product rows_by_records{
    {"考核办法的条款乘以记录", "the rows of the policy times the records that they look at"},
    {"合并考核办法中条件相近的条款，或按级次分设登记册",
     "put rows of the policy together, or give each level a register of its own"}};

struct Match {
  const record::Record* subject = nullptr;  // a leader or an org
  const record::Record* record = nullptr;
  value::Date date;  // on which it is dated
  text::Place place;
  diag::Text note;  // what happened, in the policy's words
};

// All matches of a condition on records dated in the period and existing at the as-of date, by
// date, then id. Each is laid to whoever answered on the day that it is dated, in office since or
// not, so that a quarter that is over stays as it is. A leader is charged by id alone: a name that
// is like one is no proof.
//
// A case is dated by `filed`, and is none before. It concerns its org and the leaders among its
// persons, each once. With `measure` each person who received that measure is a match, dated by the
// day of the measure, whether a case was filed for it or not, else by `filed`: it concerns that
// person, if a leader, and the person's org, else the case's, else the leader's.
// A clue is dated by its day, whatever became of it, and concerns the org.
// A finding is dated by `found`; with `state` by the day on which it reached the state in which it
// stands at the end. It concerns its org and the leader who answered for it on that day.
// An action is dated by `date` and concerns everyone in `to`, each once.
// A condition that names what its kind does not have (a `measure` of a finding), or any other kind,
// matches nothing.
std::vector<Match> matches(const reg::AsOf& at, const record::Given<record::Condition>& when,
                           value::Period period);

}  // namespace zsup::score
