// Obligation = duty × owner × the duty's own period. What was owed, what was submitted for it, and
// how it stands at an as-of date; derived here, once, for rules, scores, letters and statistics.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "record/kinds/duty.h"
#include "record/kinds/report.h"
#include "register/register.h"

namespace zsup::reg {

enum class State : std::uint8_t {
  not_due,        // nothing submitted, more than `warn` days before the due date
  due_soon,       // nothing submitted, within `warn` days of it
  overdue,        // nothing submitted, due date passed
  under_review,   // submitted, no review of it yet
  returned,       // its review says returned
  approved,       // its review says approved, first submission in time
  approved_late,  // approved, but first submitted after the due date
};

enum class Light : std::uint8_t { grey, yellow, red, blue, green };

Light light_of(State state);
diag::Words words_of(State state);
diag::Words words_of(Light light);
std::string_view id_of(State state);
std::string_view id_of(Light light);

// The first and the last of its attempts that exist at a date; null when there is none.
struct Attempts {
  const record::Attempt* first = nullptr;
  const record::Attempt* last = nullptr;
};
Attempts attempts_of(const Answer& answer, value::Date as_of);

struct Obligation {
  const record::Duty* duty = nullptr;
  const record::Record* owner = nullptr;  // a leader or an org
  value::Period period;            // the duty's own; of a once-duty the month of its due date
  std::optional<value::Date> due;  // unknown where the calendar of a year is missing:
  int missing_year = 0;            // this one
  Answer answer;                   // the item; its attempts may still lie behind the as-of date
  const record::Attempt* first = nullptr;  // the first attempt that exists at the as-of date
  const record::Attempt* last = nullptr;   // the last one; null when there is none
  State state = State::not_due;
  bool late = false;  // first submitted after the due date

  bool reported() const { return last != nullptr; }
};

// Whether a report item's review exists at a date.
bool reviewed_by(const record::Attempt& attempt, value::Date as_of);

// Whether that leader or org owes the duty on the last day of one of its periods.
bool owes(const Register& reg, const record::Duty& duty, const record::Record* who,
          value::Date last_day);

// Everyone who does, in their order (register/order.h); spent from the register's budget, or left
// to whoever asks seldom.
std::vector<const record::Record*> owners(const Register& reg, const record::Duty& duty,
                                          value::Date last_day);
std::vector<const record::Record*> owners_unspent(const Register& reg, const record::Duty& duty,
                                                  value::Date last_day);

// The duties whose selector picks nobody on the day on which it is asked of people: a single due
// date, or the last day of the period. Spent from the register's budget.
std::set<const record::Duty*> unowned(const Register& reg, value::Period period);

// How many days before its due date an obligation is due soon, the most first, by the policy in
// force on the last day of its own period; where there is none, or several, 10 and 5.
std::vector<std::int32_t> warning_days(const Register& reg, value::Date last_day);

// The last days, between two days, of the duty's own periods in which it is in force.
std::vector<value::Date> period_ends(const record::Duty& duty, value::Date from, value::Date to);

// The obligations whose own period ends in `period`, in the order of duties (duties_in
// in register/order.h), periods and owners. They are spent from the register's budget.
std::vector<Obligation> obligations(const Register& reg, value::Period period, value::Date as_of);

// What to say where a due date of a period cannot be told, with the code that check knows it by.
diag::Text no_calendar(int year);

// Whether an obligation may be overdue, or late, on that day, and nobody can tell: the year whose
// calendar is missing has begun.
bool is_undated(const Obligation& owed, value::Date as_of);

// Why nobody can be reminded of these as of a day: one of them, of `only` where given, is
// undated. Empty: they can.
diag::Text not_remindable(std::span<const Obligation> owed, value::Date as_of,
                          std::span<const record::Record* const> only);

}  // namespace zsup::reg
