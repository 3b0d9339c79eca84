// The rubric and the thresholds: everything that differs from county to county.
#pragma once

#include <array>

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

// Points taken off, each a number of points that a duty's weight multiplies.
struct Deductions {
  Given<value::Decimal> unreported;
  Given<value::Decimal> returned;
  Given<value::Decimal> late;
  Given<value::Decimal> spot_check;
  Given<Text> basis;
};

// What a record must look like for a row of the policy to apply to it.
struct Condition {
  Given<ConditionKind> kind;
  Given<FindingCategory> category;
  Given<Measure> measure;
  Given<FindingEvent> state;
  Given<ActionType> type;
};

struct PointsRow {
  text::Span span;
  Given<Condition> when;
  Given<value::Decimal> points;
  Given<Text> basis;
};

struct VetoRow {
  text::Span span;
  Given<Condition> when;
  Given<Text> band;
  Given<Text> basis;
};

struct Band {
  text::Span span;
  Given<Text> name;
  Given<value::Decimal> from;
};

// An item of the list that a principal or a member reports upward on.
struct CatalogueItem {
  text::Span span;
  Given<Id> id;
  Given<Text> title;
};

struct Catalogues {
  List<CatalogueItem> principal;
  List<CatalogueItem> member;
  Given<Text> basis;
};

// What must be reported to the superior body at once, and how soon.
struct Immediate {
  List<Given<FindingCategory>> categories;
  Given<value::Due> within;
  Given<Text> basis;
};

struct FilingDuty {
  Given<value::Money> threshold;
  Given<value::Due> within;
  List<Given<FilingPart>> requires_;  // everything, when it is not given
  Given<Text> basis;
};

// Reports that repeat: the share in common from which a text counts as repeated, in percent.
struct Authenticity {
  Given<std::int64_t> threshold;
  Given<std::int64_t> least_length;
  Given<Text> basis;
};

struct LetterRule {
  Given<Selector> to;
  Given<value::Due> reply;
  Given<Text> code;
  Given<Mask> mask;
  Given<Text> basis;
};

struct LetterRules {
  text::Each<LetterType, Given<LetterRule>> by_type;

  const LetterRule* of(LetterType type) const;
};

struct Policy : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Policy, Kind::policy>();
  Given<Text> title;
  Given<value::Date> from;
  Given<value::Date> until;
  Given<Text> basis;
  Given<ScoreMethod> method;
  Given<value::Decimal> full;
  Given<Deductions> deductions;
  List<PointsRow> incidents;
  List<PointsRow> bonuses;
  Given<value::Decimal> bonus_cap;
  List<VetoRow> vetoes;
  List<Band> bands;
  List<Given<std::int64_t>> warn;
  List<Given<Text>> lines;
  Given<Catalogues> catalogues;
  Given<Immediate> immediate;
  Given<FilingDuty> filing;
  Given<Authenticity> authenticity;
  Given<LetterRules> letters;

  bool in_force(value::Date day) const { return from && *from <= day && (!until || day <= *until); }
};

template <>
const ObjectSpec& spec_of<Deductions>();
template <>
const ObjectSpec& spec_of<Condition>();
template <>
const ObjectSpec& spec_of<PointsRow>();
template <>
const ObjectSpec& spec_of<VetoRow>();
template <>
const ObjectSpec& spec_of<Band>();
template <>
const ObjectSpec& spec_of<CatalogueItem>();
template <>
const ObjectSpec& spec_of<Catalogues>();
template <>
const ObjectSpec& spec_of<Immediate>();
template <>
const ObjectSpec& spec_of<FilingDuty>();
template <>
const ObjectSpec& spec_of<Authenticity>();
template <>
const ObjectSpec& spec_of<LetterRule>();
template <>
const ObjectSpec& spec_of<LetterRules>();
template <>
const ObjectSpec& spec_of<Policy>();

}  // namespace zsup::record
