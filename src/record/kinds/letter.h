// A letter that was issued.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct LetterItem {
  text::Span span;
  Given<Ref> record;
  Given<Text> text;
};

struct Letter : Record {
  static constexpr Kind its_kind = Kind::letter;
  Given<LetterType> type;
  Given<Text> number;
  Given<value::Date> date;
  Given<Ref> to;
  Given<value::Period> period;
  List<LetterItem> items;
  Given<value::Date> reply_by;
  Given<value::Date> replied;
  Given<Text> digest;
};

template <>
const ObjectSpec& spec_of<LetterItem>();
template <>
const ObjectSpec& spec_of<Letter>();

}  // namespace zsup::record
