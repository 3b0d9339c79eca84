// Clue, disposition, case and result.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Clue {
  Given<value::Date> date;
  Given<Ref> source;
  Given<Text> text;
};

struct Disposition {
  Given<ClueDisposition> decision;
  Given<value::Date> date;
};

// A report to the superior body at once.
struct Escalation {
  Given<Ref> to;
  Given<value::Date> date;
};

// Sanctions of the party or of the state, which a case ends in; other measures need none.
constexpr bool is_sanction(Measure measure) {
  return Measure::party_warning <= measure && measure <= Measure::gov_dismissal;
}

struct CasePerson {
  text::Span span;
  Given<Text> name;
  Given<Ref> leader;
  Given<Ref> org;
  Given<Rank> rank;
  Given<Responsibility> responsibility;
  Given<Measure> measure;
  Given<value::Date> date;
  Given<Ref> by;
};

struct Case : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Case, Kind::case_>();
  Given<Text> title;
  Given<Ref> org;
  List<Given<FindingCategory>> categories;
  Given<Clue> clue;
  Given<Disposition> disposition;
  Given<value::Date> filed;
  Given<Escalation> escalated;
  List<CasePerson> persons;
  Given<value::Money> amount;
  Given<value::Money> recovered;
  Given<Text> grounds;
};

template <>
const ObjectSpec& spec_of<Clue>();
template <>
const ObjectSpec& spec_of<Disposition>();
template <>
const ObjectSpec& spec_of<Escalation>();
template <>
const ObjectSpec& spec_of<CasePerson>();
template <>
const ObjectSpec& spec_of<Case>();

}  // namespace zsup::record
