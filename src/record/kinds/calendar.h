// Holidays and make-up working days of one year.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Calendar : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Calendar, Kind::calendar>();
  Given<std::int64_t> year;
  List<Given<value::Date>> holidays;
  List<Given<value::Date>> workdays;
  Given<Text> source_of;
};

template <>
const ObjectSpec& spec_of<Calendar>();

}  // namespace zsup::record
