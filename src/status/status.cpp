#include "status/status.h"

#include <algorithm>
#include <map>

#include "register/order.h"

namespace zsup::status {

using record::Finding;
using record::FindingEvent;
using record::Letter;
using record::Record;
using reg::Obligation;
using reg::State;
using value::Date;
using value::Period;

namespace {

// What needs attention first stands first.
int urgency(State state) {
  switch (state) {
    case State::overdue:
      return 0;
    case State::returned:
      return 1;
    case State::due_soon:
      return 2;
    case State::under_review:
      return 3;
    case State::not_due:
      return 4;
    case State::approved_late:
      return 5;
    case State::approved:
      return 6;
  }
  return 7;
}

constexpr reg::Product owed_by_owners{
    {"任务乘以承担人", "duties times those who owe them"},
    {"只看一部分对象（--leader、--org），或缩小责任人的范围",
     "look at some of them only (--leader, --org), or narrow the selectors of duties"}};

bool is_done(State state) {
  return state == State::approved || state == State::approved_late;
}

bool wants_attention(State state) {
  return urgency(state) <= urgency(State::under_review);
}

class Gatherer {
 public:
  Gatherer(const reg::AsOf& at, const StatusRequest& request) : at_(at), reg_(at.reg()) {
    out_.request = request;
    out_.as_of = at.day();
  }

  Status gather() {
    const Period period = out_.request.period;
    if (out_.request.with_previous) add(period.previous(), true);
    add(period, false);
    const reg::SubjectOrder before(reg_);
    std::stable_sort(out_.owed.begin(), out_.owed.end(), [&](const Owed& a, const Owed& b) {
      const Obligation& x = a.obligation;
      const Obligation& y = b.obligation;
      if (x.owner != y.owner) return before(x.owner, y.owner);
      if (urgency(x.state) != urgency(y.state)) return urgency(x.state) < urgency(y.state);
      return x.due < y.due;
    });
    find_problems();
    find_replies();
    return std::move(out_);
  }

 private:
  bool wanted(const Record* subject) const {
    const auto& only = out_.request.only;
    return only.empty() || std::find(only.begin(), only.end(), subject) != only.end();
  }

  void add(Period period, bool unfinished_only) {
    for (const Obligation& owed : at_.owed(period)) {
      if (!wanted(owed.owner) || (unfinished_only && is_done(owed.state))) continue;
      ++out_.by_state[owed.state];
      if (!out_.request.all_states && !wants_attention(owed.state)) continue;
      reg_.budget().hold(*owed.duty, owed_by_owners, 2 * sizeof(Owed));
      Owed entry{owed, std::nullopt, std::nullopt};
      if (owed.due) entry.days_left = owed.due->days - at_.day().days;
      if (owed.state == State::due_soon) {
        for (const std::int32_t days : warnings_before(owed)) {
          if (*entry.days_left <= days) entry.warning = days;
        }
      }
      out_.owed.push_back(entry);
    }
  }

  // The most days first.
  const std::vector<std::int32_t>& warnings_before(const Obligation& owed) {
    const bool once = *owed.duty->cadence == record::Cadence::once;
    const Date last = once ? *owed.due : owed.period.last_day();
    const auto [at, is_new] = warnings_.try_emplace(last);
    if (is_new) at->second = reg::warning_days(reg_, last);
    return at->second;
  }

  // Whether the finding is laid to one of those who are wanted.
  bool concerns(const Finding& finding, const reg::Answering& answers) const {
    if (out_.request.only.empty()) return true;
    for (const Record* who : out_.request.only) {
      if (who == answers.leader) return true;
      if (reg_.tree.is_within(finding.org.target(), who)) return true;
    }
    return false;
  }

  void find_problems() {
    const auto group = [&](std::string_view id, diag::Words words) {
      out_.finding_states.push_back({std::string(id), words, 0});
    };
    group(reg::id_of(reg::FindingState{}), reg::words_of(reg::FindingState{}));
    for (const record::EnumRow& row : record::vocabulary<FindingEvent>().rows) {
      if (row.id != record::row_of(FindingEvent::published).id) group(row.id, row.label);
    }
    for (const Finding* one : at_.all<Finding>()) {
      const reg::FindingNow& now = at_.of(*one);
      Problem problem{one, now.state, now.who};
      if (!concerns(*one, problem.answers)) continue;
      ++out_.findings;
      for (Status::Group& known : out_.finding_states) {
        if (known.id == reg::id_of(problem.state)) ++known.findings;
      }
      if (problem.state.overdue || out_.request.all_states) {
        out_.problems.push_back(std::move(problem));
      }
    }
    std::stable_sort(out_.problems.begin(), out_.problems.end(),
                     [](const Problem& a, const Problem& b) {
                       return a.state.days_overdue > b.state.days_overdue;
                     });
  }

  void find_replies() {
    for (const Letter* letter : at_.all<Letter>()) {
      if (!letter->reply_by || at_.has_happened(letter->replied)) continue;
      if (letter->is_void(at_.day()) || !wanted(letter->to.target())) continue;
      out_.replies.push_back({letter, letter->reply_by->days - at_.day().days});
    }
    std::stable_sort(
        out_.replies.begin(), out_.replies.end(),
        [](const AwaitedReply& a, const AwaitedReply& b) { return a.days_left < b.days_left; });
  }

  const reg::AsOf& at_;
  const reg::Register& reg_;
  Status out_;
  std::map<Date, std::vector<std::int32_t>> warnings_;  // by the last day of an own period
};

}  // namespace

std::int64_t Status::overdue_findings() const {
  return std::count_if(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.state.overdue; });
}

Status status(const reg::AsOf& at, const StatusRequest& request) {
  return Gatherer(at, request).gather();
}

}  // namespace zsup::status
