// A task or indicator: who does what, by when, how well.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Requirement {
  Given<bool> content;
  Given<std::int64_t> attachments;
  List<Count> measures;
};

struct Duty : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Duty, Kind::duty>();
  Given<Text> title;
  Given<Word> category;
  Given<Owner> owner;
  Given<Cadence> cadence;
  Given<value::Date> from;
  Given<value::Date> until;
  Given<value::Due> due;
  Given<Requirement> requires_;
  Given<value::Decimal> weight;
  Given<Text> basis;
};

template <>
const ObjectSpec& spec_of<Requirement>();
template <>
const ObjectSpec& spec_of<Duty>();

}  // namespace zsup::record
