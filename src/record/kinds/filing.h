// A post-event filing of spending.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

// The classes of attachment that a filing needs.
struct FilingPapers {
  List<Given<Path>> notice;
  List<Given<Path>> plan;
  List<Given<Path>> contracts;
  List<Given<Path>> participants;
  List<Given<Path>> exhibitors;
};

struct Filing : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Filing, Kind::filing>();
  Given<Ref> org;
  Given<Text> organiser;
  Given<Text> event;
  Given<value::Date> date;
  Given<Text> place_of;
  Given<value::Money> amount;
  Given<Text> basis;
  Given<Text> purpose;
  List<Given<Text>> enterprises;
  Given<Text> procurement;
  Given<Text> spending;
  Given<Text> effect;
  Given<FilingPapers> attachments;
  Given<value::Date> filed;
};

template <>
const ObjectSpec& spec_of<FilingPapers>();
template <>
const ObjectSpec& spec_of<Filing>();

}  // namespace zsup::record
