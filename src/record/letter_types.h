// The types of letter, one row a type: all that there is to know of one but its template, which is
// write/templates/<id>.md.mustache. What a type gathers is named here and done in letter/.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "diag/say.h"
#include "record/decided.h"
#include "record/kind.h"
#include "text/enum_table.h"

namespace zsup::record {

enum class LetterType : std::uint8_t {
  notice,
  advice,
  supervision_advice,
  reminder,
  urge,
  interview,
  briefing,
  bulletin,
  upward,
};

// How names stand in a letter.
enum class Mask : std::uint8_t {
  none,
  surname,
  full,
};

// What a letter lists; letter/gather.h has what each of them looks for.
enum class Gather : std::uint8_t {
  duties,            // what the addressee is to do in the period
  findings,          // what is to be put right where the addressee is in charge
  overdue,           // what is owed, not reported, and past its time
  returned,          // what was reported and came back
  overdue_problems,  // what is not put right and past its deadline
  failed_checks,     // reports that a spot check found not genuine
  reasons_in_cases,  // cases where the addressee is in charge, beside other reasons
  unit_problems,     // risk points of a unit, and what oversight found there
  unit_cases,        // cases of a unit, what set them off, and its risk points
  briefing,          // problems and cases under a leader, with how each round went
  published,         // what was published in the period, by unit
  reported_upward,   // items reported to the superior body, and what is missing of its list
};

// What a letter must hold to be sent to everyone whom --all picks.
enum class Worth : std::uint8_t { any_item, open_problem, own_case };

// What the text rests on where the policy does not say.
enum class Grounds : std::uint8_t {
  policy,       // the policy itself
  oversight,    // the rules of oversight within the party
  supervision,  // the law of supervision
};

// What is added up at the end.
enum class Totals : std::uint8_t { nothing, problems_and_cases, reported };

struct LetterTypeRow {
  LetterType type;
  std::string_view id;
  diag::Words label;
  std::string_view title;  // with {period} and {subject}
  Decided<KindSet> to;     // whom it may be addressed to
  Decided<KindSet> all;    // whom --all addresses where the policy picks no one
  Decided<Mask> mask;      // unless the policy says otherwise
  Decided<Grounds> grounds;
  Decided<std::span<const Gather>> gathers;  // in this order
  Worth worth = Worth::any_item;
  Totals totals = Totals::nothing;
  bool quotes_figures = false;  // the counts and the score of its addressee
  bool public_to_all = false;   // --all writes one, to everyone in the issuer's area
  bool advises = false;         // a suggestion in it is advice, else an order to put right
};

namespace letter_type_rows {

inline constexpr KindSet leaders = kinds({Kind::leader});
inline constexpr KindSet orgs = kinds({Kind::org});
inline constexpr KindSet anyone = kinds({Kind::leader, Kind::org});

template <Gather... of>
inline constexpr Gather list[] = {of...};

inline constexpr auto rows = std::to_array<LetterTypeRow>({
    {.type = LetterType::notice,
     .id = "notice",
     .label = {"函告书", "letter of notice"},
     .title = "关于落实{period}全面从严治党责任有关事项的函告书",
     .to = anyone,
     .all = leaders,
     .mask = Mask::none,
     .grounds = Grounds::policy,
     .gathers = list<Gather::duties, Gather::findings>},
    {.type = LetterType::advice,
     .id = "advice",
     .label = {"纪律检查建议书", "discipline inspection recommendation"},
     .title = "关于加强廉政风险防控和问题整改的纪律检查建议书",
     .to = orgs,
     .all = orgs,
     .mask = Mask::none,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::unit_problems>,
     .worth = Worth::open_problem,
     .advises = true},
    {.type = LetterType::supervision_advice,
     .id = "supervision-advice",
     .label = {"监察建议书", "supervision recommendation"},
     .title = "关于廉政建设和履行职责有关问题的监察建议书",
     .to = orgs,
     .all = orgs,
     .mask = Mask::none,
     .grounds = Grounds::supervision,
     .gathers = list<Gather::unit_cases>,
     .worth = Worth::own_case,
     .advises = true},
    {.type = LetterType::reminder,
     .id = "reminder",
     .label = {"提醒函", "letter of reminder"},
     .title = "关于{period}落实“两个责任”情况的提醒函",
     .to = anyone,
     .all = anyone,
     .mask = Mask::none,
     .grounds = Grounds::policy,
     .gathers = list<Gather::overdue, Gather::returned>,
     .quotes_figures = true},
    {.type = LetterType::urge,
     .id = "urge",
     .label = {"督办函", "letter of urging"},
     .title = "关于限期办结有关事项的督办函",
     .to = anyone,
     .all = leaders,
     .mask = Mask::none,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::overdue_problems, Gather::overdue, Gather::returned>},
    {.type = LetterType::interview,
     .id = "interview",
     .label = {"约谈通知", "notice of interview"},
     .title = "约谈通知书",
     .to = anyone,
     .all = leaders,
     .mask = Mask::none,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::failed_checks, Gather::overdue_problems, Gather::overdue,
                     Gather::reasons_in_cases>},
    {.type = LetterType::briefing,
     .id = "briefing",
     .label = {"通报材料", "briefing paper"},
     .title = "关于分管领域{subject}的通报材料",
     .to = leaders,
     .all = leaders,
     .mask = Mask::surname,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::briefing>,
     .totals = Totals::problems_and_cases},
    {.type = LetterType::bulletin,
     .id = "bulletin",
     .label = {"情况通报", "bulletin"},
     .title = "关于{period}{subject}的通报",
     .to = orgs,
     .all = orgs,
     .mask = Mask::surname,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::published>,
     .totals = Totals::problems_and_cases,
     .public_to_all = true},
    {.type = LetterType::upward,
     .id = "upward",
     .label = {"报告", "report to the superior body"},
     .title = "关于{period}履行全面从严治党责任情况的报告",
     .to = anyone,
     .all = leaders,
     .mask = Mask::none,
     .grounds = Grounds::oversight,
     .gathers = list<Gather::reported_upward>,
     .totals = Totals::reported},
});

static_assert(text::in_order_of(rows, &LetterTypeRow::type),
              "every type has its row, in its order");

}  // namespace letter_type_rows

inline constexpr std::size_t letter_type_count = letter_type_rows::rows.size();

constexpr std::span<const LetterTypeRow> letter_types() {
  return letter_type_rows::rows;
}
constexpr const LetterTypeRow& about(LetterType type) {
  return letter_type_rows::rows.at(static_cast<std::size_t>(type));
}

}  // namespace zsup::record
