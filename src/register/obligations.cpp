#include "register/obligations.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>

#include "diag/brief.h"
#include "register/order.h"
#include "text/enum_table.h"

namespace zsup::reg {

using record::Attempt;
using record::Cadence;
using record::Duty;
using record::Leader;
using record::Record;
using record::Report;
using record::ReportItem;
using value::Date;
using value::Due;
using value::Period;

namespace {

struct StateRow {
  std::string_view id;
  diag::Words words;
  Light light;
};

constexpr text::Table<State, StateRow> states{{
    {State::not_due, {"not-due", {"未到期", "not due"}, Light::grey}},
    {State::due_soon, {"due-soon", {"即将到期", "due soon"}, Light::yellow}},
    {State::overdue, {"overdue", {"逾期未报", "overdue"}, Light::red}},
    {State::under_review, {"under-review", {"待审核", "under review"}, Light::blue}},
    {State::returned, {"returned", {"审核未通过", "returned"}, Light::red}},
    {State::approved, {"approved", {"审核通过", "approved"}, Light::green}},
    {State::approved_late,
     {"approved-late", {"迟报通过", "approved, reported late"}, Light::yellow}},
}};

struct LightRow {
  std::string_view id;
  diag::Words words;
};

constexpr text::Table<Light, LightRow> lights{{
    {Light::grey, {"grey", {"灰", "grey"}}},
    {Light::yellow, {"yellow", {"黄", "yellow"}}},
    {Light::red, {"red", {"红", "red"}}},
    {Light::blue, {"blue", {"蓝", "blue"}}},
    {Light::green, {"green", {"绿", "green"}}},
}};

bool in_force(const Duty& duty, Date day) {
  return (!duty.from || *duty.from <= day) && (!duty.until || day <= *duty.until);
}

// Where no policy says otherwise.
constexpr std::array<std::int32_t, 2> usual_warnings{10, 5};

constexpr Product duties_by_owners{
    {"任务乘以承担人", "duties times those who owe them"},
    {"缩小责任人的范围，或按级次分设登记册，各管各的",
     "narrow the selectors of duties, or give each level a register of its own"}};

// Whether it selects a leader who belongs to its org.
bool matches(const record::Selector& selector, const Leader& leader, Date day) {
  if (selector.role && (!leader.role || *leader.role != *selector.role)) return false;
  return leader.in_office(day);
}

}  // namespace

Light light_of(State state) {
  return states[state].light;
}
diag::Words words_of(State state) {
  return states[state].words;
}
std::string_view id_of(State state) {
  return states[state].id;
}
diag::Words words_of(Light light) {
  return lights[light].words;
}
std::string_view id_of(Light light) {
  return lights[light].id;
}

bool reviewed_by(const Attempt& attempt, Date as_of) {
  return attempt.review && attempt.review->decision && attempt.review->date &&
         *attempt.review->date <= as_of;
}

std::vector<Date> period_ends(const Duty& duty, Date from, Date to) {
  std::vector<Date> ends;
  if (!duty.cadence || !duty.due) return ends;
  const auto unit = unit_of(*duty.cadence);
  if (!unit) {
    const bool dated = duty.due->unit == Due::Unit::date;
    if (dated && from <= duty.due->date && duty.due->date <= to) ends.push_back(duty.due->date);
    return ends;
  }
  for (Period own = Period::holding(from, *unit); own.last_day() <= to; own = own.next()) {
    if (in_force(duty, own.last_day())) ends.push_back(own.last_day());
  }
  return ends;
}

bool owes(const Register& reg, const Duty& duty, const Record* who, Date last_day) {
  if (who == nullptr || !in_force(duty, last_day)) return false;
  const Leader* leader = record::as<Leader>(who);
  if (duty.owner->selector) {
    const record::Selector& selector = duty.owner->selector.or_empty();
    return leader != nullptr && matches(selector, *leader, last_day) &&
           reg.tree.is_within(leader->org.target(), selector.under.target());
  }
  if (duty.owner->who.target() != who) return false;
  return leader == nullptr || leader->in_office(last_day);
}

std::vector<const Record*> owners_unspent(const Register& reg, const Duty& duty, Date last_day) {
  std::vector<const Record*> list;
  if (!in_force(duty, last_day)) return list;
  if (!duty.owner->selector) {
    const Record* who = duty.owner->who.target();
    if (who != nullptr && owes(reg, duty, who, last_day)) list.push_back(who);
    return list;
  }
  const record::Selector& selector = duty.owner->selector.or_empty();
  for (const Leader* leader : reg.tree.leaders_within(selector.under.target())) {
    if (matches(selector, *leader, last_day)) list.push_back(leader);
  }
  return list;
}

std::vector<const Record*> owners(const Register& reg, const Duty& duty, Date last_day) {
  if (duty.owner->selector && in_force(duty, last_day)) {
    reg.budget().work(duty.place(duty.owner.span), duties_by_owners,
                      reg.tree.count_within(duty.owner->selector->under.target()));
  }
  return owners_unspent(reg, duty, last_day);
}

Attempts attempts_of(const Answer& answer, Date as_of) {
  Attempts found;
  if (!answer) return found;
  const auto consider = [&](const Attempt& attempt) {
    if (!attempt.submitted || *attempt.submitted > as_of) return;
    if (found.first == nullptr || *attempt.submitted < *found.first->submitted) {
      found.first = &attempt;
    }
    if (found.last == nullptr || *attempt.submitted >= *found.last->submitted) {
      found.last = &attempt;
    }
  };
  for (const Attempt& attempt : answer.item->earlier) consider(attempt);
  consider(*answer.item);
  return found;
}

namespace {

// Whether a selector picks anyone on a day: the days on which it does, worked out once for all
// duties of one selector.
class Selected {
 public:
  explicit Selected(const Register& reg) : reg_(reg) {}

  bool anyone(const Duty& duty, Date day) {
    const record::Selector& selector = duty.owner->selector.or_empty();
    const Record* under = selector.under.target();
    const int role = selector.role ? static_cast<int>(*selector.role) : -1;
    const auto [at, is_new] = known_.try_emplace({under, role});
    if (is_new) at->second = times(duty, selector);
    const auto after =
        std::upper_bound(at->second.begin(), at->second.end(), day,
                         [](Date wanted, const Time& time) { return wanted < time.first; });
    return after != at->second.begin() && day <= (after - 1)->second;
  }

 private:
  using Time = std::pair<Date, Date>;  // from and until

  // In order, and apart from each other.
  std::vector<Time> times(const Duty& duty, const record::Selector& selector) {
    const Record* under = selector.under.target();
    reg_.budget().work(duty.place(duty.owner.span), duties_by_owners,
                       reg_.tree.count_within(under));
    std::vector<Time> all;
    for (const Leader* leader : reg_.tree.leaders_within(under)) {
      if (selector.role && (!leader->role || *leader->role != *selector.role)) continue;
      const Date from = leader->from ? *leader->from : Date{std::numeric_limits<int>::min()};
      const Date until = leader->until ? *leader->until : Date{std::numeric_limits<int>::max()};
      if (from <= until) all.emplace_back(from, until);
    }
    std::sort(all.begin(), all.end());
    std::vector<Time> joined;
    for (const Time& time : all) {
      if (joined.empty() || joined.back().second < time.first) {
        joined.push_back(time);
      } else {
        joined.back().second = std::max(joined.back().second, time.second);
      }
    }
    return joined;
  }

  const Register& reg_;
  std::map<std::pair<const Record*, int>, std::vector<Time>> known_;
};

// How the obligation stands, from the last attempt that exists at the as-of date.
void judge(Obligation& owed, Date as_of, std::int32_t warn) {
  const Attempts attempts = attempts_of(owed.answer, as_of);
  owed.first = attempts.first;
  owed.last = attempts.last;
  if (owed.last == nullptr) {
    if (!owed.due || as_of.plus_days(warn) < *owed.due) {
      owed.state = State::not_due;
    } else {
      owed.state = *owed.due < as_of ? State::overdue : State::due_soon;
    }
    return;
  }
  owed.late = owed.due && *owed.due < *owed.first->submitted;
  if (!reviewed_by(*owed.last, as_of)) {
    owed.state = State::under_review;
  } else if (*owed.last->review->decision == record::ReviewDecision::returned) {
    owed.state = State::returned;
  } else {
    owed.state = owed.late ? State::approved_late : State::approved;
  }
}

}  // namespace

std::vector<std::int32_t> warning_days(const Register& reg, Date last_day) {
  const record::Policy* policy = reg.policy_on(last_day);
  std::vector<std::int32_t> days;
  if (policy != nullptr) {
    for (const auto& one : policy->warn) {
      if (one) days.push_back(static_cast<std::int32_t>(*one));
    }
  }
  if (days.empty()) days.assign(usual_warnings.begin(), usual_warnings.end());
  std::sort(days.begin(), days.end(), std::greater<>());
  return days;
}

std::set<const Duty*> unowned(const Register& reg, Period period) {
  std::set<const Duty*> found;
  Selected selected(reg);
  for (const Duty& duty : reg.all<Duty>()) {
    if (!duty.owner->selector || duty.owner->selector->under.target() == nullptr) continue;
    const bool once = duty.due && duty.due->unit == Due::Unit::date;
    const Date day = once ? duty.due->date : period.last_day();
    if (in_force(duty, day) && !selected.anyone(duty, day)) found.insert(&duty);
  }
  return found;
}

std::vector<Obligation> obligations(const Register& reg, Period period, Date as_of) {
  std::vector<Obligation> list;
  std::map<Date, std::int32_t> warnings;  // by the last day of a duty's own period
  for (const Duty* one : duties_in(reg, period)) {
    const Duty& duty = *one;
    for (const Date end : period_ends(duty, period.first_day(), period.last_day())) {
      const bool once = *duty.cadence == Cadence::once;
      const Period own = once ? Period::holding(end, Period::Unit::month)
                              : Period::holding(end, *unit_of(*duty.cadence));
      int missing_year = 0;
      const auto due = reg.work_days.due(end, *duty.due, &missing_year);
      const auto [warn, is_new] = warnings.try_emplace(end, 0);
      if (is_new) warn->second = warning_days(reg, end).front();
      const std::vector<const Record*> all = owners(reg, duty, end);
      reg.budget().hold(duty.place(duty.owner.span), duties_by_owners,
                        all.size() * sizeof(Obligation));
      for (const Record* owner : all) {
        Obligation owed;
        owed.duty = &duty;
        owed.owner = owner;
        owed.period = own;
        owed.due = due;
        owed.missing_year = missing_year;
        owed.answer = reg.answers.find(duty, *owner, end);
        judge(owed, as_of, warn->second);
        list.push_back(owed);
      }
    }
  }
  return list;
}

diag::Text no_calendar(int year) {
  return diag::say("没有 {} 年的工作日历（{}）", "there is no calendar for {} ({})", year,
                   diag::code::calendar_missing.name());
}

bool is_undated(const Obligation& owed, Date as_of) {
  return owed.missing_year != 0 && Date::of(owed.missing_year, 1, 1) <= as_of;
}

diag::Text not_remindable(std::span<const Obligation> owed, Date as_of,
                          std::span<const Record* const> only) {
  for (const Obligation& one : owed) {
    if (!is_undated(one, as_of)) continue;
    if (!only.empty() && std::find(only.begin(), only.end(), one.owner) == only.end()) continue;
    const diag::Text why = no_calendar(one.missing_year);
    const std::string title = diag::brief(one.duty->title ? *one.duty->title : one.duty->name());
    return {fmt::format("{}，“{}”（{}）是否逾期无从知道，不能提醒", why.zh, title, one.period.id()),
            fmt::format("{}: whether '{}' ({}) is overdue cannot be told, so nobody is reminded",
                        why.en, title, one.period.id())};
  }
  return {};
}

}  // namespace zsup::reg
