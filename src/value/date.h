// Calendar dates and the periods of accountability, without clock, locale or time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsup::value {

// A day of the proleptic Gregorian calendar, counted from 1970-01-01. Years 1900 to 2999 are read.
struct Date {
  std::int32_t days = 0;

  static Date of(int year, int month, int day);  // the three must form a real date
  // Exactly YYYY-MM-DD, and a day that exists; nothing else.
  static std::optional<Date> parse(std::string_view text);

  int year() const;
  int month() const;
  int day() const;
  std::string iso() const;  // 2018-07-15

  Date plus_days(std::int32_t count) const { return {days + count}; }
  // Month ends clamp: 12-31 plus two months is 02-28 or 02-29.
  Date plus_months(int count) const;
  // 0 is Monday, 6 is Sunday.
  int weekday() const;

  friend constexpr auto operator<=>(Date, Date) = default;
};

bool is_leap_year(int year);
int days_in_month(int year, int month);

// A year, half year, quarter or month.
struct Period {
  enum class Unit : std::uint8_t { year, half, quarter, month };

  std::int16_t year_number = 0;
  Unit unit = Unit::year;
  std::uint8_t index = 1;  // 1 for a year; 1–2, 1–4 or 1–12 for the others

  // 2018, 2018-h1, 2018-q2, 2018-06.
  static std::optional<Period> parse(std::string_view text);
  // Also a bare h1 or q2, of the given year.
  static std::optional<Period> parse(std::string_view text, int year);
  static Period quarter_of(Date date);
  // The period of `unit` that holds `date`.
  static Period holding(Date date, Unit unit);

  Date first_day() const;
  Date last_day() const;
  bool holds(Date date) const { return first_day() <= date && date <= last_day(); }
  Period previous() const;
  Period next() const;
  std::string id() const;       // 2018-q2
  std::string chinese() const;  // 2018年第二季度
  std::string english() const;  // the second quarter of 2018

  friend constexpr bool operator==(Period, Period) = default;
  friend constexpr auto operator<=>(Period, Period) = default;
};

// When something falls due behind the end of a period: +10d, +5wd (working days), +2m, or a date.
struct Due {
  enum class Unit : std::uint8_t { days, working_days, months, date };

  Unit unit = Unit::days;
  std::int32_t count = 0;  // of the unit, 0 to 3660
  Date date;               // when the unit is `date`

  static std::optional<Due> parse(std::string_view text);
  std::string text() const;     // as it is written in a record
  std::string chinese() const;  // 期末后5个工作日内
  std::string english() const;

  friend constexpr bool operator==(Due, Due) = default;
};

}  // namespace zsup::value
