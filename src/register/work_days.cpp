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
    for (const auto& day : calendar.holidays) {
      if (day) at->second.holidays.push_back(*day);
    }
    for (const auto& day : calendar.workdays) {
      if (day) at->second.work_days.push_back(*day);
    }
    std::sort(at->second.holidays.begin(), at->second.holidays.end());
    std::sort(at->second.work_days.begin(), at->second.work_days.end());
  }
  for (auto& [number, year] : years_) {
    year.first = Date::of(number, 1, 1);
    const int days = value::is_leap_year(number) ? 366 : 365;
    std::uint16_t count = 0;
    for (int i = 0; i < days; ++i) {
      if (*is_work_day(year.first.plus_days(i))) ++count;
      year.counts.push_back(count);
    }
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
  // A year at a time: a limit may be years long, and is asked for by every record.
  Date day = from;
  for (int left = due.count; left > 0;) {
    const Date next = day.plus_days(1);
    const auto year = years_.find(next.year());
    if (year == years_.end()) {
      if (missing_year != nullptr) *missing_year = next.year();
      return std::nullopt;
    }
    const auto& counts = year->second.counts;
    const auto past = static_cast<std::size_t>(next.days - year->second.first.days);
    const int before = past == 0 ? 0 : counts[past - 1];
    const auto at = std::lower_bound(counts.begin() + static_cast<std::ptrdiff_t>(past),
                                     counts.end(), before + left);
    if (at != counts.end()) {
      return year->second.first.plus_days(static_cast<std::int32_t>(at - counts.begin()));
    }
    left -= counts.back() - before;
    day = year->second.first.plus_days(static_cast<std::int32_t>(counts.size()) - 1);
  }
  return day;
}

}  // namespace zsup::reg
