// A rule set aside for one record, with a reason.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Waiver : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Waiver, Kind::waiver>();
  Given<Text> rule;
  Given<Ref> record;
  Given<Text> reason;
  Given<Ref> by;
  Given<value::Date> until;
};

template <>
const ObjectSpec& spec_of<Waiver>();

}  // namespace zsup::record
