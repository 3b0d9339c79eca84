// One problem found, and what became of it.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Event {
  text::Span span;
  Given<value::Date> date;
  Given<FindingEvent> what;
  Given<Ref> by;
  Given<Text> note;
  List<Given<Path>> attachments;
};

// The report item that a spot check tested.
struct SpotCheck {
  Given<Ref> report;
  Given<Ref> duty;
  Given<SpotCheckVerdict> verdict;
};

struct Finding : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Finding, Kind::finding>();
  Given<Text> text;
  Given<FindingSource> source_of;
  Given<Ref> inspection;
  List<Given<FindingCategory>> categories;
  Given<Ref> org;
  Given<Text> line;
  Given<Ref> leader;
  Given<value::Date> found;
  Given<value::Date> deadline;
  Given<Text> suggestion;
  Given<value::Money> amount;
  Given<value::Money> recovered;
  List<Event> events;
  Given<SpotCheck> target;
};

template <>
const ObjectSpec& spec_of<Event>();
template <>
const ObjectSpec& spec_of<SpotCheck>();
template <>
const ObjectSpec& spec_of<Finding>();

}  // namespace zsup::record
