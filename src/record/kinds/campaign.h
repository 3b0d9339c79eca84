// A special rectification, and what it spread to.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct CampaignItem {
  text::Span span;
  Given<Ref> leader;
  Given<Text> name;
  Given<Ref> org;
  Given<Text> text;
  Given<value::Date> declared;
  Given<value::Date> corrected;
};

struct Campaign : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Campaign, Kind::campaign>();
  Given<Text> title;
  Given<Ref> trigger;
  Given<CampaignType> type;
  Given<Text> scope;
  List<CampaignItem> items;
  Given<value::Date> from;
  Given<value::Date> until;
};

template <>
const ObjectSpec& spec_of<CampaignItem>();
template <>
const ObjectSpec& spec_of<Campaign>();

}  // namespace zsup::record
