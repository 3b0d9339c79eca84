// Working days: weekdays that are no holiday, and weekend days worked in exchange for one.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "record/kinds/calendar.h"
#include "value/date.h"

namespace zsup::reg {

class WorkDays {
 public:
  WorkDays() = default;
  explicit WorkDays(std::span<record::Record* const> calendars);

  // Nothing when the year has no calendar.
  std::optional<bool> is_work_day(value::Date day) const;

  // What a due offset comes to, counted from a day (a period's end, an event); working days are
  // counted from the next day on. Nothing when a year on the way has no calendar; `missing_year`
  // then tells which.
  std::optional<value::Date> due(value::Date from, value::Due due,
                                 int* missing_year = nullptr) const;

 private:
  struct Year {
    std::vector<value::Date> holidays;  // sorted
    std::vector<value::Date> work_days;
    value::Date first;  // 1 January
    // How many days of the year up to each one are working days.
    std::vector<std::uint16_t> counts;
  };
  std::map<int, Year> years_;
};

}  // namespace zsup::reg
