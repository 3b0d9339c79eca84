#include "record/kinds/calendar.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using CalendarFields = Fields<Calendar>;
constexpr auto calendar_rows = std::to_array<FieldSpec>({
    CalendarFields::id("calendar-2018"),
    CalendarFields::required<&Calendar::year>("year", "年份", {"年份", "the year"}, "2018")
        .between(1900, 2999),
    CalendarFields::required<&Calendar::holidays>(
        "holidays", "放假日",
        {"放假的日期（含周末连休）", "days off, weekends within a holiday included"},
        "[2018-01-01, 2018-02-15]"),
    CalendarFields::required<&Calendar::workdays>(
        "workdays", "上班日", {"调休上班的周末", "weekend days worked in exchange"},
        "[2018-02-11, 2018-02-24]")
        .empty_is_fine(),
    CalendarFields::optional<&Calendar::source_of>("source", "来源",
                                                   {"依据的通知", "the notice that it follows"},
                                                   "国务院办公厅关于2018年部分节假日安排的通知"),
    CalendarFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Calendar>() {
  static constexpr ObjectSpec spec{.name = "calendar",
                                   .title = {"工作日历", "calendar"},
                                   .fields = calendar_rows,
                                   .extensible = true};
  return spec;
}

constexpr KindRow describe(const Calendar*) {
  return {.type = type_of_kind<Calendar>(),
          .doc = {{"一年的节假日和调休上班日", "holidays and make-up working days of one year"}},
          .begins = always,
          .matter = told_by_nothing,
          .ids = IdsMayName::no};
}
template const KindRow& kind_row<Calendar>();

}  // namespace zsup::record
