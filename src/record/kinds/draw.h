// A random draw that anyone can repeat.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Draw : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Draw, Kind::draw>();
  Given<value::Period> period;
  List<Given<Ref>> pool;
  Given<std::int64_t> count;
  Given<Text> seed;
  List<Given<Ref>> drawn;
  Given<value::Date> held;
};

template <>
const ObjectSpec& spec_of<Draw>();

}  // namespace zsup::record
