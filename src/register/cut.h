// What is there on a day. Whatever is dated later than the day has not happened yet and is not
// there, whole; a date equal to the day has happened. What is planned (terms of office, of duties,
// of policies, of waivers; due dates, deadlines, replies asked for, calendars) is known beforehand
// and always there, and what has no date comes with the record that says it.
#pragma once

#include <optional>

#include "record/record.h"
#include "value/date.h"

namespace zsup::reg {

class Register;

// Whether it has happened by the day. What has no date that can be read has happened on no day.
inline bool happened(const record::Given<value::Date>& date, value::Date day) {
  return date && *date <= day;
}

// Whether a record is there on the day, as its kind says: plans and persons always are, a report
// from the day on which something of it was first submitted.
inline bool exists(const record::Record& record, value::Date day) {
  const auto since = record::kind_row(record.kind).begins->day;
  if (since == nullptr) return true;
  const std::optional<value::Date> first = since(record);
  return first && *first <= day;
}

// Makes the register that of the day: as if whatever happened later had not been written yet. Its
// records lose what is dated later, lists of a kind lose the records that are not there, and
// references to these lead nowhere. Ids stay taken, and `Register::ever` has all records. It is
// done once to a register, after it was checked: what is wrong is wrong on any day.
void cut(Register& reg, value::Date day, unsigned threads);

}  // namespace zsup::reg
