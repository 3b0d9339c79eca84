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

// What became of a letter after it was issued.
enum class LetterEvent : std::uint8_t { void_ };

struct LetterStep {
  text::Span span;
  Given<value::Date> date;
  Given<LetterEvent> what;
  Given<Ref> by;
  Given<Text> note;
};

struct Letter : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Letter, Kind::letter>();
  Given<LetterType> type;
  Given<Text> number;
  Given<value::Date> date;
  Given<Ref> to;
  Given<value::Period> period;
  List<LetterItem> items;
  Given<value::Date> reply_by;
  Given<value::Date> replied;
  Given<Text> digest;
  List<LetterStep> events;

  // A void letter keeps its number and counts nowhere else.
  bool is_void(value::Date on) const {
    for (const LetterStep& step : events) {
      if (step.what && *step.what == LetterEvent::void_ && step.date && *step.date <= on) {
        return true;
      }
    }
    return false;
  }
};

// The words of an item as two letters are compared by them: without blanks, and without the signs
// that a sentence ends with.
std::string compared_text(std::string_view text);

template <>
const Vocabulary& vocabulary<LetterEvent>();

template <>
const ObjectSpec& spec_of<LetterItem>();
template <>
const ObjectSpec& spec_of<LetterStep>();
template <>
const ObjectSpec& spec_of<Letter>();

}  // namespace zsup::record
