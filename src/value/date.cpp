#include "value/date.h"

#include <fmt/core.h>

#include <array>
#include <charconv>

#include "diag/counted.h"

namespace zsup::value {

namespace {

// Days from civil and back: Howard Hinnant's algorithms ("chrono-Compatible Low-Level Date
// Algorithms").
std::int32_t days_from_civil(int y, int m, int d) {
  y -= m <= 2 ? 1 : 0;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

struct Civil {
  int year, month, day;
};

Civil civil_from_days(std::int32_t z) {
  z += 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

// A number of exactly the digits in `text`, all of them ASCII.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  if (text.empty() || text.size() > 9) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<int> year_digits(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const auto year = digits(text);
  if (!year || *year < 1900 || *year > 2999) return std::nullopt;
  return year;
}

int months_in(Period::Unit unit) {
  switch (unit) {
    case Period::Unit::year:
      return 12;
    case Period::Unit::half:
      return 6;
    case Period::Unit::quarter:
      return 3;
    case Period::Unit::month:
      return 1;
  }
  return 1;
}

Period from_unit(int year, Period::Unit unit, int index) {
  return {static_cast<std::int16_t>(year), unit, static_cast<std::uint8_t>(index)};
}

// The part behind the year: q2, h1 or 06.
std::optional<Period> parse_part(int year, std::string_view part) {
  if (part.size() != 2) return std::nullopt;
  if (part[0] == 'q' && part[1] >= '1' && part[1] <= '4') {
    return from_unit(year, Period::Unit::quarter, part[1] - '0');
  }
  if (part[0] == 'h' && (part[1] == '1' || part[1] == '2')) {
    return from_unit(year, Period::Unit::half, part[1] - '0');
  }
  const auto month = digits(part);
  if (month && *month >= 1 && *month <= 12) return from_unit(year, Period::Unit::month, *month);
  return std::nullopt;
}

}  // namespace

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Date Date::of(int year, int month, int day) {
  return {days_from_civil(year, month, day)};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = year_digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return of(*year, *month, *day);
}

int Date::year() const {
  return civil_from_days(days).year;
}
int Date::month() const {
  return civil_from_days(days).month;
}
int Date::day() const {
  return civil_from_days(days).day;
}

std::string Date::iso() const {
  const Civil civil = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

Date Date::plus_months(int count) const {
  const Civil civil = civil_from_days(days);
  const int months = civil.year * 12 + civil.month - 1 + count;
  const int year = months / 12;
  const int month = months % 12 + 1;
  return of(year, month, std::min(civil.day, days_in_month(year, month)));
}

int Date::weekday() const {
  // 1970-01-01 was a Thursday.
  const std::int32_t shifted = (days + 3) % 7;
  return shifted < 0 ? shifted + 7 : shifted;
}

std::optional<Period> Period::parse(std::string_view text) {
  const auto year = year_digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return from_unit(*year, Unit::year, 1);
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  return parse_part(*year, text.substr(5));
}

std::optional<Period> Period::parse(std::string_view text, int year) {
  if (text.size() == 2 && (text[0] == 'q' || text[0] == 'h')) return parse_part(year, text);
  return parse(text);
}

Period Period::quarter_of(Date date) {
  return holding(date, Unit::quarter);
}

Period Period::holding(Date date, Unit unit) {
  return from_unit(date.year(), unit, (date.month() - 1) / months_in(unit) + 1);
}

Date Period::first_day() const {
  return Date::of(year_number, (index - 1) * months_in(unit) + 1, 1);
}

Date Period::last_day() const {
  const int month = index * months_in(unit);
  return Date::of(year_number, month, days_in_month(year_number, month));
}

Period Period::previous() const {
  return holding(first_day().plus_days(-1), unit);
}
Period Period::next() const {
  return holding(last_day().plus_days(1), unit);
}

std::string Period::id() const {
  switch (unit) {
    case Unit::year:
      return fmt::format("{:04}", year_number);
    case Unit::half:
      return fmt::format("{:04}-h{}", year_number, index);
    case Unit::quarter:
      return fmt::format("{:04}-q{}", year_number, index);
    case Unit::month:
      return fmt::format("{:04}-{:02}", year_number, index);
  }
  return {};
}

std::string Period::chinese() const {
  constexpr std::array<std::string_view, 4> ordinal{"一", "二", "三", "四"};
  switch (unit) {
    case Unit::year:
      return fmt::format("{}年", year_number);
    case Unit::half:
      return fmt::format("{}年{}半年", year_number, index == 1 ? "上" : "下");
    case Unit::quarter:
      return fmt::format("{}年第{}季度", year_number, ordinal[static_cast<std::size_t>(index - 1)]);
    case Unit::month:
      return fmt::format("{}年{}月", year_number, index);
  }
  return {};
}

std::string Period::english() const {
  constexpr std::array<std::string_view, 4> ordinal{"first", "second", "third", "fourth"};
  constexpr std::array<std::string_view, 12> month{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  const auto at = static_cast<std::size_t>(index - 1);
  switch (unit) {
    case Unit::year:
      return fmt::format("{}", year_number);
    case Unit::half:
      return fmt::format("the {} half of {}", ordinal[at], year_number);
    case Unit::quarter:
      return fmt::format("the {} quarter of {}", ordinal[at], year_number);
    case Unit::month:
      return fmt::format("{} {}", month[at], year_number);
  }
  return {};
}

std::optional<Due> Due::parse(std::string_view text) {
  if (const auto date = Date::parse(text)) return Due{Unit::date, 0, *date};
  if (text.size() < 3 || text[0] != '+') return std::nullopt;
  text.remove_prefix(1);
  Unit unit = Unit::days;
  std::size_t suffix = 1;
  if (text.ends_with("wd")) {
    unit = Unit::working_days;
    suffix = 2;
  } else if (text.ends_with('m')) {
    unit = Unit::months;
  } else if (!text.ends_with('d')) {
    return std::nullopt;
  }
  text.remove_suffix(suffix);
  const auto count = digits(text);
  if (!count || *count > 3660 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  return Due{unit, *count, {}};
}

std::string Due::text() const {
  switch (unit) {
    case Unit::days:
      return fmt::format("+{}d", count);
    case Unit::working_days:
      return fmt::format("+{}wd", count);
    case Unit::months:
      return fmt::format("+{}m", count);
    case Unit::date:
      return date.iso();
  }
  return {};
}

std::string Due::chinese() const {
  switch (unit) {
    case Unit::days:
      return fmt::format("期满后{}日内", count);
    case Unit::working_days:
      return fmt::format("期满后{}个工作日内", count);
    case Unit::months:
      return fmt::format("期满后{}个月内", count);
    case Unit::date:
      return fmt::format("{}年{}月{}日前", date.year(), date.month(), date.day());
  }
  return {};
}

std::string Due::english() const {
  switch (unit) {
    case Unit::days:
      return fmt::format("within {} of the period's end", diag::counted(count, "day", "days"));
    case Unit::working_days:
      return fmt::format("within {} of the period's end",
                         diag::counted(count, "working day", "working days"));
    case Unit::months:
      return fmt::format("within {} of the period's end", diag::counted(count, "month", "months"));
    case Unit::date:
      return fmt::format("by {}", date.iso());
  }
  return {};
}

}  // namespace zsup::value
