// ZS211, ZS213, ZS214: calendars of working days, and whether those are there that a date hangs on.
#include <algorithm>
#include <map>
#include <set>

#include "record/kinds/calendar.h"
#include "record/kinds/case.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/policy.h"
#include "register/filings.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::say;
using record::Given;
using record::Policy;
using record::Record;
using value::Date;
namespace code = diag::code;

void check_calendars(Context& context) {
  std::map<std::int64_t, const record::Calendar*> seen;
  for (const record::Calendar& calendar : context.reg.all<record::Calendar>()) {
    if (!calendar.year) continue;
    const auto [at, is_new] = seen.emplace(*calendar.year, &calendar);
    if (!is_new) {
      diag::Diagnostic& found = context.sink.add(
          code::calendar_repeated, calendar.place(calendar.year.span),
          say("{} 年已有工作日历", "there is a calendar for {} already", *calendar.year),
          say("每年只留一份", "keep one for each year"));
      found.related.push_back(
          {at->second->place(at->second->year.span), say("另一份", "the other one")});
    }
    const auto contradiction = [&](const Given<Date>& date, diag::Text message) {
      context.sink.add(code::calendar_contradicts, calendar.place(date.span), std::move(message),
                       say("对照放假通知核对", "compare it with the notice of holidays"));
    };
    std::set<Date> days;
    for (const auto* list : {&calendar.holidays, &calendar.workdays}) {
      for (const Given<Date>& date : *list) {
        if (!date) continue;
        if (date->year() != *calendar.year) {
          contradiction(date, say("{} 不在 {} 年", "{} is not in {}", date->iso(), *calendar.year));
        } else if (!days.insert(*date).second) {
          contradiction(date, say("{} 列了两次", "{} is listed twice", date->iso()));
        } else if (list == &calendar.workdays && date->weekday() < 5) {
          contradiction(
              date, say("{} 不是周末，本来就是工作日", "{} is a working day anyway", date->iso()));
        }
      }
    }
  }
}

namespace {

// The first day on which anything could be asked of a duty: its own, or that of the first policy;
// where neither is told, a year is looked back.
Date first_day_of(const record::Duty& duty, std::optional<Date> policies, Date as_of) {
  const Date first = policies.value_or(duty.from ? *duty.from : as_of.plus_days(-366));
  // What nobody will ask for any more needs no calendar.
  constexpr std::int32_t longest_look_back = 3660;
  const Date from = duty.from ? std::max(*duty.from, first) : first;
  return std::max(from, as_of.plus_days(-longest_look_back));
}

// Whether anybody owes a period of a duty.
bool is_owed(const Context& context, const record::Duty& duty, Date end) {
  return !reg::owners_unspent(context.reg, duty, end).empty();
}

// A calendar is published a few weeks before its year: so long before its first day is asked for it
// is told, and no sooner.
bool near_enough(Date as_of, Date from, int year) {
  const Date first = std::max(from.plus_days(1), Date::of(year, 1, 1));
  return first.plus_months(-1) <= as_of;
}

// Where the years stand that a register is kept for: its own, else its last calendar.
text::Place place_of_years(const reg::Register& reg) {
  if (reg.config.year) return {0, reg.config.year.span};
  const record::Calendar* last = nullptr;
  for (const record::Calendar& calendar : reg.all<record::Calendar>()) {
    if (calendar.year && (last == nullptr || *last->year < *calendar.year)) last = &calendar;
  }
  return last == nullptr ? text::Place{} : last->place(last->year.span);
}

}  // namespace

void check_work_days_known(Context& context) {
  if (context.reg.partial || context.owed_too_many) return;  // it may be what cannot be read
  for (const record::Calendar& calendar : context.reg.all<record::Calendar>()) {
    if (!calendar.year) return;  // told already; it may be the one that is wanted
  }
  std::set<int> told;
  const text::Place years = place_of_years(context.reg);
  const auto limit = [&](const Record& record, const Given<value::Due>& due, Date from) {
    int year = 0;
    if (!due || context.reg.work_days.due(from, *due, &year) ||
        !near_enough(context.as_of, from, year) || !told.insert(year).second) {
      return;
    }
    const text::Place place = record.place(due.span);
    diag::Diagnostic& found = context.sink.add(
        code::calendar_missing, years.span.given() ? years : place,
        say("没有 {0} 年的工作日历，期限“{1}”推算不出",
            "there is no calendar for {0}, so that '{1}' comes to no date", year, due->text()),
        say("添加 {0} 年的工作日历；没有它，用到这一年日期的期间不计分，也不能提醒，其余照常",
            "add a record of kind calendar for {0}: without it periods that need a date of that "
            "year have no score and no reminders; all else goes on",
            year));
    if (years.span.given()) {
      found.related.push_back({place, say("要用到它的是这里", "this is what needs it")});
    }
  };
  const std::optional<Date> policies = context.reg.first_day_of_policies();
  for (const record::Duty& duty : context.reg.all<record::Duty>()) {
    if (!duty.due || duty.due->unit != value::Due::Unit::working_days) continue;
    const Date from = first_day_of(duty, policies, context.as_of);
    for (const Date end : reg::period_ends(duty, from, context.as_of.plus_days(31))) {
      // Each year is told once, so that only the first of its duties is looked at closely.
      int year = 0;
      if (context.reg.work_days.due(end, *duty.due, &year) || told.contains(year)) continue;
      if (is_owed(context, duty, end)) limit(duty, duty.due, end);
    }
  }
  // A letter names the day by which it asks for a reply.
  if (const Policy* policy = context.reg.policy_on(context.as_of);
      policy != nullptr && policy->letters && !context.reg.all<record::Calendar>().empty()) {
    for (std::size_t at = 0; at < record::vocabulary<record::LetterType>().rows.size(); ++at) {
      const record::LetterRule* rule = policy->letters->of(static_cast<record::LetterType>(at));
      if (rule != nullptr) limit(*policy, rule->reply, context.as_of.plus_months(1));
    }
  }
  for (const record::Filing& filing : context.reg.all<record::Filing>()) {
    const reg::FilingStatus status = reg::status_of(context.reg, filing, context.as_of);
    if (status.missing_year != 0)
      limit(*status.policy, status.policy->filing->within, *filing.date);
  }
  const auto reported = [&](const Given<Date>& from, const auto& categories) {
    const Policy* policy = from ? context.reg.policy_on(*from) : nullptr;
    if (policy == nullptr || !policy->immediate->within ||
        policy->immediate->within->unit != value::Due::Unit::working_days ||
        urgent_category(*policy, categories) == nullptr) {
      return;
    }
    limit(*policy, policy->immediate->within, *from);
  };
  for (const record::Finding& finding : context.reg.all<record::Finding>()) {
    reported(finding.found, finding.categories);
  }
  for (const record::Case& one : context.reg.all<record::Case>()) {
    reported(one.clue->date, one.categories);
  }
}

}  // namespace zsup::rule
