// Every enumeration of the records, with the Chinese and English words that an office uses for its
// values. A record may hold the id or the Chinese word; both mean the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "diag/say.h"
#include "record/kind.h"
#include "record/letter_types.h"
#include "text/enum_table.h"

namespace zsup::record {

struct EnumRow {
  std::string_view id;  // canonical spelling, ASCII
  diag::Words label;    // the Chinese word is the second spelling that a record may use

  // As a record has it, in the language of who reads of it.
  constexpr diag::Words written() const { return {label.zh, id}; }
};

// Which of their two spellings keys and the words of vocabularies have.
enum class Spelling : std::uint8_t { english, chinese };

constexpr std::string_view spelled(const EnumRow& row, Spelling spelling) {
  return spelling == Spelling::english ? row.id : row.label.zh;
}

struct Vocabulary {
  std::string_view name;
  diag::Words title;
  std::span<const EnumRow> rows;  // in the order of the C++ enumeration
};

// Specialised for every enumeration below.
template <class E>
const Vocabulary& vocabulary();

template <class E>
const EnumRow& row_of(E value) {
  return vocabulary<E>().rows[static_cast<std::size_t>(value)];
}

enum class Role : std::uint8_t {
  principal,
  member,
  other,
};

enum class Rank : std::uint8_t {
  national_chief,
  national_deputy,
  provincial_chief,
  provincial_deputy,
  bureau_chief,
  bureau_deputy,
  county_chief,
  county_deputy,
  township_chief,
  township_deputy,
  general,
  other,
};

enum class OrgType : std::uint8_t {
  party_committee,
  party_group,
  working_committee,
  government,
  department,
  discipline_commission,
  supervisory_commission,
  resident_group,
  inspection_team,
  leading_group,
  enterprise,
  township,
  subdistrict,
  village,
};

enum class DutyCategory : std::uint8_t {
  deployment,
  education,
  institutions,
  power_constraint,
  supervision,
  personnel,
  conduct,
  enforcement_support,
};

enum class Cadence : std::uint8_t {
  once,
  monthly,
  quarterly,
  half_yearly,
  yearly,
};

enum class FindingSource : std::uint8_t {
  inspection,
  daily,
  enforcement,
  special_check,
  petition,
  audit,
  spot_check,
  self_check,
  superior,
};

enum class FindingCategory : std::uint8_t {
  party_leadership,
  party_building,
  strict_governance,
  political,
  organizational,
  integrity,
  masses,
  work,
  life,
  eight_rules,
  formalism,
  bureaucratism,
  hedonism,
  extravagance,
  personnel_selection,
  organizational_life,
  funds,
  procurement,
  soe_management,
  project_approval,
  concurrent_posts,
};

enum class FindingEvent : std::uint8_t {
  assigned,
  leader_briefed,
  claimed,
  unit_briefed,
  in_progress,
  submitted,
  returned,
  approved,
  closed,
  reopened,
  published,
};

enum class SpotCheckVerdict : std::uint8_t {
  genuine,
  perfunctory,
  formalistic,
  falsified,
};

enum class ReviewDecision : std::uint8_t {
  approved,
  returned,
};

enum class ClueDisposition : std::uint8_t {
  inquiry,
  preliminary,
  held,
  closed,
};

enum class Responsibility : std::uint8_t {
  direct,
  main_leadership,
  important_leadership,
  leadership,
};

enum class Measure : std::uint8_t {
  reminder_talk,
  criticism,
  self_criticism,
  admonition,
  party_warning,
  party_serious_warning,
  party_removal,
  party_probation,
  party_expulsion,
  gov_warning,
  gov_demerit,
  gov_major_demerit,
  gov_demotion,
  gov_removal,
  gov_dismissal,
  suspended,
  post_adjusted,
  ordered_resignation,
  removed,
  demoted,
  transferred,
};

enum class ActionType : std::uint8_t {
  briefing,
  reminder_talk,
  criticism,
  interview,
  admonition,
  special_check,
  oral_report,
};

// What a filing holds, beyond the fields that every one has: its fields, then its papers.
enum class FilingPart : std::uint8_t {
  organiser,
  place,
  basis,
  purpose,
  enterprises,
  procurement,
  spending,
  effect,
  notice,
  plan,
  contracts,
  participants,
  exhibitors,
};

enum class CampaignType : std::uint8_t {
  rectification,
  self_check,
};

enum class ScoreMethod : std::uint8_t {
  deduction,
  weighted,
};

// What a row of a policy counts: records of a kind, in its order, or clues, which are kept with
// cases.
// A kind, or a part of one that counts by itself.
enum class ConditionKind : std::uint8_t {
  finding = static_cast<std::uint8_t>(Kind::finding),
  case_ = static_cast<std::uint8_t>(Kind::case_),
  action = static_cast<std::uint8_t>(Kind::action),
  clue = kind_count,
};

enum class Language : std::uint8_t {
  zh,
  en,
};

enum class Severity : std::uint8_t {
  off,
  info,
  warning,
  error,
};

template <>
const Vocabulary& vocabulary<Kind>();
template <>
const Vocabulary& vocabulary<Role>();
template <>
const Vocabulary& vocabulary<Rank>();
template <>
const Vocabulary& vocabulary<OrgType>();
template <>
const Vocabulary& vocabulary<DutyCategory>();
template <>
const Vocabulary& vocabulary<Cadence>();
template <>
const Vocabulary& vocabulary<FindingSource>();
template <>
const Vocabulary& vocabulary<FindingCategory>();
template <>
const Vocabulary& vocabulary<FindingEvent>();
template <>
const Vocabulary& vocabulary<SpotCheckVerdict>();
template <>
const Vocabulary& vocabulary<ReviewDecision>();
template <>
const Vocabulary& vocabulary<ClueDisposition>();
template <>
const Vocabulary& vocabulary<Responsibility>();
template <>
const Vocabulary& vocabulary<Measure>();
template <>
const Vocabulary& vocabulary<ActionType>();
template <>
const Vocabulary& vocabulary<LetterType>();
template <>
const Vocabulary& vocabulary<FilingPart>();
template <>
const Vocabulary& vocabulary<CampaignType>();
template <>
const Vocabulary& vocabulary<ScoreMethod>();
template <>
const Vocabulary& vocabulary<ConditionKind>();
template <>
const Vocabulary& vocabulary<Mask>();
template <>
const Vocabulary& vocabulary<Language>();
template <>
const Vocabulary& vocabulary<Severity>();

// All of them, in the order above.
std::span<const Vocabulary* const> vocabularies();

}  // namespace zsup::record
