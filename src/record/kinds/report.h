// What an owner submitted for one period.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Review {
  Given<ReviewDecision> decision;
  Given<Ref> by;
  Given<value::Date> date;
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
  static constexpr Kind its_kind = Kind::report;
  Given<Ref> by;
  Given<value::Period> period;
  Given<Ref> to;
  List<ReportItem> items;
  Given<value::Date> oral;
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
