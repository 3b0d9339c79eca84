// A supervisory act on a leader or unit.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Action : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Action, Kind::action>();
  Given<ActionType> type;
  Given<value::Date> date;
  Given<Ref> by;
  List<Given<Ref>> to;
  Given<std::int64_t> phase;
  List<Given<Ref>> about;
  Given<Text> content;
  Given<Text> result;
  Given<value::Date> rectified;
};

template <>
const ObjectSpec& spec_of<Action>();

}  // namespace zsup::record
