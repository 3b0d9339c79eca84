#include "register/work_days.h"

#include <algorithm>

namespace zsup::reg {

using value::Date;
using value::Due;

WorkDays::WorkDays(std::span<record::Record* const> calendars) {
  for (const record::Record* record : calendars) {
    const auto& calendar = *static_cast<const record::Calendar*>(record);
    if (!calendar.year) continue;
    // Of two calendars for one year the first counts; the second is an error that check reports.
    const auto [at, is_new] = years_.try_emplace(static_cast<int>(*calendar.year));
    if (!is_new) continue;
    for (const auto& day : calendar.holidays) at->second.holidays.push_back(*day);
    for (const auto& day : calendar.workdays) at->second.work_days.push_back(*day);
    std::sort(at->second.holidays.begin(), at->second.holidays.end());
    std::sort(at->second.work_days.begin(), at->second.work_days.end());
  }
}

std::optional<bool> WorkDays::is_work_day(Date day) const {
  const auto year = years_.find(day.year());
  if (year == years_.end()) return std::nullopt;
  const auto has = [&](const std::vector<Date>& days) {
    return std::binary_search(days.begin(), days.end(), day);
  };
  if (has(year->second.work_days)) return true;
  return day.weekday() < 5 && !has(year->second.holidays);
}

std::optional<Date> WorkDays::due(Date from, Due due, int* missing_year) const {
  switch (due.unit) {
    case Due::Unit::date:
      return due.date;
    case Due::Unit::days:
      return from.plus_days(due.count);
    case Due::Unit::months:
      return from.plus_months(due.count);
    case Due::Unit::working_days:
      break;
  }
  Date day = from;
  for (int left = due.count; left > 0;) {
    day = day.plus_days(1);
    const auto works = is_work_day(day);
    if (!works) {
      if (missing_year != nullptr) *missing_year = day.year();
      return std::nullopt;
    }
    if (*works) --left;
  }
  return day;
}

}  // namespace zsup::reg
