// One round of inspection (巡察) over one or more units.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

// Who was told of a unit's findings, and when: one row per unit and leader in charge.
struct Briefing {
  text::Span span;
  Given<Ref> unit;
  Given<Ref> leader;
  Given<value::Date> leader_date;
  Given<value::Date> unit_date;
};

struct Inspection : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Inspection, Kind::inspection>();
  Given<Text> name;
  Given<std::int64_t> round;
  Given<Ref> by;
  List<Given<Ref>> units;
  Given<value::Date> from;
  Given<value::Date> until;
  List<Briefing> briefings;
  Given<value::Date> published;
};

template <>
const ObjectSpec& spec_of<Briefing>();
template <>
const ObjectSpec& spec_of<Inspection>();

}  // namespace zsup::record
