// Who owes what at the as-of date: obligations and how they stand, findings that are not put right
// in time and who answers for them, letters whose reply has not come.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/kinds/finding.h"
#include "record/kinds/letter.h"
#include "register/as_of.h"

namespace zsup::status {

struct Owed {
  reg::Obligation obligation;
  std::optional<std::int32_t> days_left;  // until the due date, below 0 past it
  // Of what is due soon, the policy's last warning that it is within: of 10 and 5 days, 5 when four
  // days are left.
  std::optional<std::int32_t> warning;
};

struct Problem {
  const record::Finding* finding = nullptr;
  reg::FindingState state;
  reg::Answering answers;
};

struct AwaitedReply {
  const record::Letter* letter = nullptr;
  std::int32_t days_left = 0;  // below 0 when it is overdue
};

struct StatusRequest {
  value::Period period;
  // What the period before has left undone is shown too: on the first days of a quarter everything
  // that matters is of the last one.
  bool with_previous = false;
  bool all_states = false;                  // what needs nobody's attention as well
  std::vector<const record::Record*> only;  // leaders and orgs; empty: all
};

struct Status {
  StatusRequest request;
  value::Date as_of;
  text::Each<reg::State, std::int64_t> by_state;  // of all obligations, shown or not
  std::vector<Owed> owed;                         // by subject: leaders, then orgs

  struct Group {
    std::string id;
    diag::Words words;
    std::int64_t findings = 0;
  };
  std::int64_t findings = 0;          // that exist at the as-of date
  std::vector<Group> finding_states;  // every state, in the order of the procedure
  std::vector<Problem> problems;      // overdue, the longest first; then the others, if wanted
  std::vector<AwaitedReply> replies;  // the longest awaited first

  std::int64_t of(reg::State state) const { return by_state[state]; }
  std::int64_t overdue_findings() const;
};

// A leader stands for what they owe, the findings they answer for and the letters to them; an org
// for what it owes, the findings of it and of all below it, and the letters to it.
Status status(const reg::AsOf& at, const StatusRequest& request);

}  // namespace zsup::status
