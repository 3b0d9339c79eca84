// Working days, held against seven real years. The days off and the make-up days are those that the
// State Council's notices set (as far as they fall in the year, weekends that need no notice left
// out); the counts of working days were worked out from the same notices by another program.
#include "register/work_days.h"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::reg {

using value::Date;
using value::Due;

namespace {

struct RealYear {
  int year;
  std::string_view off;        // days and runs of days: "02-15..02-21"
  std::string_view worked;     // the same
  std::array<int, 12> months;  // working days in each month
  int all;
};

constexpr auto years = std::to_array<RealYear>({
    {2018,
     "01-01 02-15..02-21 04-05..04-07 04-29..05-01 06-18 09-24 10-01..10-07 12-30..12-31",
     "02-11 02-24 04-08 04-28 09-29..09-30 12-29",
     {22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21},
     250},
    {2019,
     "01-01 02-04..02-10 04-05 05-01..05-04 06-07 09-13 10-01..10-07",
     "02-02..02-03 04-28 05-05 09-29 10-12",
     {22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22},
     250},
    {2020,
     "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
     "01-19 02-03 04-26 05-09 06-28 09-27 10-10",
     {17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23},
     249},
    {2021,
     "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
     "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
     {20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23},
     250},
    {2022,
     "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 "
     "12-31",
     "01-29..01-30 04-02 04-24 05-07 10-08..10-09",
     {21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22},
     249},
    {2023,
     "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
     "01-28..01-29 04-23 05-06 06-25 10-07..10-08",
     {18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21},
     249},
    {2024,
     "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
     "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
     {22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22},
     251},
});

// A calendar of its own memory.
class MadeCalendar {
 public:
  explicit MadeCalendar(const RealYear& real)
      : holidays_(days(real.year, real.off)), work_days_(days(real.year, real.worked)) {
    calendar_.kind = record::Kind::calendar;
    calendar_.year = {real.year, {0, 1}};
    calendar_.holidays.items = holidays_;
    calendar_.workdays.items = work_days_;
  }

  record::Record* record() { return &calendar_; }

 private:
  using Days = std::vector<record::Given<Date>>;

  static Days days(int year, std::string_view text) {
    Days list;
    const std::string prefix = std::to_string(year) + "-";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view run = text.substr(at, end - at);
      const Date first = Date::parse(prefix + std::string(run.substr(0, 5))).value();
      const Date last = Date::parse(prefix + std::string(run.substr(run.size() - 5))).value();
      for (Date day = first; day <= last; day = day.plus_days(1)) list.push_back({day, {0, 1}});
      at = end + 1;
    }
    return list;
  }

  Days holidays_;
  Days work_days_;
  record::Calendar calendar_;
};

WorkDays all_years() {
  std::vector<std::unique_ptr<MadeCalendar>> made;
  std::vector<record::Record*> records;
  for (const RealYear& real : years) {
    made.push_back(std::make_unique<MadeCalendar>(real));
    records.push_back(made.back()->record());
  }
  return WorkDays(records);
}

std::string due(const WorkDays& work_days, std::string_view from, int count) {
  const auto day = work_days.due(Date::parse(from).value(),
                                 {.unit = Due::Unit::working_days, .count = count, .date = {}});
  return day ? day->iso() : "";
}

}  // namespace

TEST_CASE("every month of seven years has its working days") {
  const WorkDays work_days = all_years();
  for (const RealYear& real : years) {
    CAPTURE(real.year);
    int all = 0;
    for (int month = 1; month <= 12; ++month) {
      CAPTURE(month);
      int count = 0;
      for (int day = 1; day <= value::days_in_month(real.year, month); ++day) {
        count += work_days.is_work_day(Date::of(real.year, month, day)).value() ? 1 : 0;
      }
      CHECK(count == real.months[static_cast<std::size_t>(month - 1)]);
      all += count;
    }
    CHECK(all == real.all);
  }
}

TEST_CASE("counting as many working days as a year has comes to the last of them") {
  const WorkDays work_days = all_years();
  for (const RealYear& real : years) {
    CAPTURE(real.year);
    const Date before = Date::of(real.year, 1, 1).plus_days(-1);
    const auto last =
        work_days.due(before, {.unit = Due::Unit::working_days, .count = real.all, .date = {}});
    REQUIRE(last);
    CHECK(work_days.is_work_day(*last) == true);
    CHECK(last->year() == real.year);
    for (Date day = last->plus_days(1); day.year() == real.year; day = day.plus_days(1)) {
      CHECK(work_days.is_work_day(day) == false);
    }
  }
}

TEST_CASE("due dates across holidays, make-up days and the turn of the year") {
  const WorkDays work_days = all_years();
  CHECK(due(work_days, "2018-06-30", 5) == "2018-07-06");
  CHECK(due(work_days, "2018-02-10", 1) == "2018-02-11");  // a Sunday worked
  CHECK(due(work_days, "2018-02-14", 1) == "2018-02-22");
  CHECK(due(work_days, "2018-09-28", 2) == "2018-09-30");  // a weekend worked
  CHECK(due(work_days, "2018-09-30", 1) == "2018-10-08");
  CHECK(due(work_days, "2018-12-31", 5) == "2019-01-08");
  CHECK(due(work_days, "2019-04-27", 2) == "2019-04-29");
  CHECK(due(work_days, "2019-04-30", 1) == "2019-05-05");
  CHECK(due(work_days, "2020-01-23", 1) == "2020-02-03");
  CHECK(due(work_days, "2023-12-31", 0) == "2023-12-31");
}

TEST_CASE("a year without a calendar is never guessed") {
  const WorkDays work_days = all_years();
  CHECK_FALSE(work_days.is_work_day(Date::of(2025, 1, 2)));
  int missing = 0;
  const auto none = work_days.due(
      Date::of(2024, 12, 31), {.unit = Due::Unit::working_days, .count = 5, .date = {}}, &missing);
  CHECK_FALSE(none);
  CHECK(missing == 2025);
}

}  // namespace zsup::reg
