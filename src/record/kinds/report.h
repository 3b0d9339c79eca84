// What an owner submitted for one period.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

// The members of these stand so that no room is lost between them: most records are reports.
struct Review {
  Given<ReviewDecision> decision;
  Given<value::Date> date;
  Given<Ref> by;
  Given<Text> reason;
};

// One submission; an item is the last of them, and holds those before it.
struct Attempt {
  text::Span span;
  Given<value::Date> submitted;
  Given<Text> content;
  List<Count> measures;
  List<Given<Path>> attachments;
  Given<Review> review;
};

struct ReportItem : Attempt {
  Given<Ref> duty;
  List<Attempt> earlier;
};

struct Report : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Report, Kind::report>();
  Given<Ref> by;
  Given<value::Period> period;
  Given<value::Date> oral;
  Given<Ref> to;
  List<ReportItem> items;
};

template <>
const ObjectSpec& spec_of<Review>();
template <>
const ObjectSpec& spec_of<Attempt>();
template <>
const ObjectSpec& spec_of<ReportItem>();
template <>
const ObjectSpec& spec_of<Report>();

}  // namespace zsup::record
