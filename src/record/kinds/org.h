// An organisation, or a party body.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct RiskPoint {
  text::Span span;
  Given<Text> text;
  Given<FindingCategory> category;
};

struct Org : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Org, Kind::org>();
  Given<Text> name;
  Given<OrgType> type;
  Given<Ref> parent;
  Given<Ref> supervisor;
  List<RiskPoint> risk_points;
};

template <>
const ObjectSpec& spec_of<RiskPoint>();
template <>
const ObjectSpec& spec_of<Org>();

}  // namespace zsup::record
