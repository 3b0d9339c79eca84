#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "register/order.h"
#include "score/ledger.h"
#include "score/matching.h"
#include "score/sheet.h"

namespace zsup::score {

using record::Kind;
using record::Leader;
using record::Policy;
using record::Record;
using value::Date;
using value::Period;
using value::Rational;

namespace {

struct ReasonRow {
  std::string_view id;
  diag::Words words;
};

constexpr text::Table<Reason, ReasonRow> reasons{{
    {Reason::unreported, {"unreported", {"逾期未报送", "not reported"}}},
    {Reason::returned, {"returned", {"审核未通过", "returned"}}},
    {Reason::late, {"late", {"迟报", "reported late"}}},
    {Reason::spot_check, {"spot-check", {"抽查不实", "failed a spot check"}}},
    {Reason::incident, {"incident", {"减分情形", "incident"}}},
    {Reason::bonus, {"bonus", {"加分情形", "bonus"}}},
    {Reason::cap, {"cap", {"封顶", "capped"}}},
    {Reason::floor, {"floor", {"保底", "held at 0"}}},
    {Reason::rounding, {"rounding", {"四舍五入", "rounding"}}},
    {Reason::quarter, {"quarter", {"季度得分", "quarter"}}},
}};

// Who stands in the list.
class Roll {
 public:
  Roll(const reg::Register& reg, Rational full, std::vector<Scorecard> cards)
      : reg_(reg), full_(full), cards_(std::move(cards)) {
    for (const Scorecard& card : cards_) listed_.insert(card.subject);
  }

  // Whoever has no account is listed with nothing.
  void add(const Record* subject) {
    if (subject == nullptr || (subject->kind != Kind::leader && subject->kind != Kind::org)) return;
    if (!listed_.insert(subject).second) return;
    Scorecard card;
    card.subject = subject;
    card.full = full_;
    cards_.push_back(std::move(card));
  }

  // Leaders whom one would look for beside their colleagues.
  void add_idle(Date day) {
    std::unordered_set<const Record*> busy;
    for (const Scorecard& card : cards_) {
      const Leader* leader = record::as<Leader>(card.subject);
      if (leader != nullptr && leader->org.target() != nullptr && card.indicators > 0) {
        busy.insert(leader->org.target());
      }
    }
    for (const Leader& leader : reg_.all<Leader>()) {
      const bool counts = leader.role && *leader.role != record::Role::other;
      if (counts && leader.in_office(day) && busy.contains(leader.org.target())) add(&leader);
    }
  }

  std::vector<Scorecard> cards() && { return std::move(cards_); }

 private:
  const reg::Register& reg_;
  Rational full_;
  std::vector<Scorecard> cards_;
  std::unordered_set<const Record*> listed_;
};

// A list of places is read from the top: those who have one, those who lost it by a veto, those
// without a score.
std::vector<Scorecard> by_place(const reg::Register& reg, std::vector<Scorecard> cards) {
  const reg::SubjectOrder before(reg);
  const auto key_of = [](const Scorecard& card) {
    constexpr int behind = std::numeric_limits<int>::max();
    return std::tuple(card.subject->kind != Kind::leader, !card.place && !card.veto,
                      card.place.value_or(behind));
  };
  // Cards are heavy, so their numbers are sorted.
  std::vector<std::size_t> order(cards.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto one = key_of(cards[a]);
    const auto other = key_of(cards[b]);
    return one != other ? one < other : before(cards[a].subject, cards[b].subject);
  });
  std::vector<Scorecard> list;
  list.reserve(cards.size());
  for (const std::size_t at : order) list.push_back(std::move(cards[at]));
  return list;
}

const record::Band* band_of(const Policy& policy, Rational score) {
  const record::Band* best = nullptr;
  for (const record::Band& band : policy.bands) {
    if (!band.name || !band.from || score < Rational(*band.from)) continue;
    if (best == nullptr || *best->from < *band.from) best = &band;
  }
  return best;
}

void set_bands(const Policy& policy, std::vector<Scorecard>& cards) {
  for (Scorecard& card : cards) {
    if (!card.score) continue;
    const record::Band* band = band_of(policy, *card.score);
    if (band != nullptr) card.band = band->name.or_empty();
  }
}

// A veto lowers a band and never lifts one, so that of several the gravest counts.
void apply_vetoes(const Policy* policy, std::vector<Scorecard>& cards) {
  // Where each band begins; a name that the policy's bands do not know lies below them all.
  std::map<std::string_view, Rational> levels;
  if (policy != nullptr) {
    for (const record::Band& band : policy->bands) {
      if (band.name && band.from) levels.try_emplace(*band.name, Rational(*band.from));
    }
  }
  const auto level_of_band = [&](std::string_view band) {
    const auto at = levels.find(band);
    return at == levels.end() ? Rational(-1) : at->second;
  };
  for (Scorecard& card : cards) {
    for (const Veto& veto : card.vetoes) {
      const Rational level = level_of_band(veto.row->band.or_empty());
      if (card.veto && level >= level_of_band(card.veto->row->band.or_empty())) continue;
      card.veto = veto;
      const bool lower = !card.band.empty() && level < level_of_band(card.band);
      if (card.score && (card.band.empty() || lower)) card.band = veto.row->band.or_empty();
    }
  }
}

void set_places(std::vector<Scorecard>& cards, Kind kind) {
  std::vector<Scorecard*> ranked;
  for (Scorecard& card : cards) {
    if (card.subject->kind == kind && card.score && !card.veto) ranked.push_back(&card);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Scorecard* a, const Scorecard* b) { return *a->score > *b->score; });
  for (std::size_t at = 0; at < ranked.size(); ++at) {
    const bool tied = at > 0 && *ranked[at]->score == *ranked[at - 1]->score;
    ranked[at]->place = tied ? *ranked[at - 1]->place : static_cast<int>(at) + 1;
  }
}

diag::Text quarter_note(Period quarter, Rational score, Rational full, Rational year_full) {
  constexpr std::array<diag::Words, 4> names{{{"第一季度", "first quarter"},
                                              {"第二季度", "second quarter"},
                                              {"第三季度", "third quarter"},
                                              {"第四季度", "fourth quarter"}}};
  const diag::Words name = names[quarter.index - 1u];
  diag::Text note = diag::say("{} {} 分", "{}: {}", name, score.text());
  if (full != year_full) {
    note += diag::say("（满分 {}，折算为满分 {}）", " out of {}, in proportion to {}", full.text(),
                      year_full.text());
  }
  return note;
}

// A subject's quarters on the way to its half-year or year.
struct Longer {
  Scorecard card;
  std::vector<std::pair<const Sheet*, const Scorecard*>> scored;
};

void add_counts(Scorecard& to, const Scorecard& from) {
  for (const auto count :
       {&Scorecard::indicators, &Scorecard::reported, &Scorecard::unreported, &Scorecard::approved,
        &Scorecard::returned, &Scorecard::under_review, &Scorecard::late, &Scorecard::overdue}) {
    to.*count += from.*count;
  }
}

// By what a quarter's points are multiplied: it may have had other full marks.
Rational share_of(const Scorecard& quarter, const Scorecard& whole) {
  return quarter.full == Rational(0) ? Rational(1) : whole.full / quarter.full;
}

Scorecard mean(const reg::Register& reg, const Policy& policy, Longer& longer) {
  Scorecard& card = longer.card;
  const Rational quarters = static_cast<std::int64_t>(longer.scored.size());
  Ledger ledger(card, policy);
  for (const auto& [sheet, quarter] : longer.scored) {
    LedgerLine line;
    line.reason = Reason::quarter;
    line.rule = sheet->policy->id_place();
    line.period = sheet->period;
    line.note = quarter_note(sheet->period, *quarter->score, quarter->full, card.full);
    // A quarter with full marks is a step of 0 points, and a step all the same.
    ledger.add((*quarter->score * share_of(*quarter, card) - card.full) / quarters, line,
               Ledger::Zero::keep);
  }
  ledger.close();
  for (const auto& [sheet, quarter] : longer.scored) {
    for (Raise raise : quarter->raises) {
      reg.budget().hold(raise.place, rows_by_records,
                        sizeof(Raise) + raise.what.zh.size() + raise.what.en.size());
      raise.points = ledger.rise(raise.points * share_of(*quarter, card) / quarters);
      if (raise.points > Rational(0)) card.raises.push_back(std::move(raise));
    }
  }
  std::stable_sort(card.raises.begin(), card.raises.end(),
                   [](const Raise& a, const Raise& b) { return a.points > b.points; });
  return std::move(card);
}

std::vector<Period> quarters_of(Period period) {
  std::vector<Period> list;
  for (Period quarter = Period::quarter_of(period.first_day()); period.holds(quarter.last_day());
       quarter = quarter.next()) {
    list.push_back(quarter);
  }
  return list;
}

// What its quarter or month lacks.
void note_gaps(Scoring& scoring, const Sheet& sheet) {
  const auto undated = std::find_if(sheet.cards.begin(), sheet.cards.end(),
                                    [](const Scorecard& card) { return card.missing_year != 0; });
  if (undated != sheet.cards.end()) {
    scoring.without_calendar.emplace_back(sheet.period, undated->missing_year);
  }
  if (sheet.policy == nullptr && !sheet.cards.empty()) {
    scoring.without_policy.push_back(sheet.period);
  }
}

std::vector<Scorecard> score_longer(const reg::AsOf& at, Scoring& scoring) {
  const reg::Register& reg = at.reg();
  std::vector<Sheet> sheets;
  for (const Period quarter : quarters_of(scoring.period)) {
    sheets.push_back(score_sheet(at, quarter));
    note_gaps(scoring, sheets.back());
  }
  // A policy that ended before the period did still says what its quarters were out of.
  for (auto sheet = sheets.rbegin(); scoring.policy == nullptr && sheet != sheets.rend(); ++sheet) {
    if (sheet->has_score()) scoring.policy = sheet->policy;
  }
  std::vector<Longer> all;
  std::unordered_map<const Record*, std::size_t> index;
  for (const Sheet& sheet : sheets) {
    for (const Scorecard& card : sheet.cards) {
      const auto [place, is_new] = index.try_emplace(card.subject, all.size());
      if (is_new) {
        all.emplace_back();
        all.back().card.subject = card.subject;
        if (scoring.policy != nullptr) all.back().card.full = full_marks(*scoring.policy);
      }
      Longer& longer = all[place->second];
      add_counts(longer.card, card);
      longer.card.hit = longer.card.hit || card.hit;
      if (longer.card.missing_year == 0) longer.card.missing_year = card.missing_year;
      longer.card.vetoes.insert(longer.card.vetoes.end(), card.vetoes.begin(), card.vetoes.end());
      if (card.score) longer.scored.push_back({&sheet, &card});
    }
  }
  std::vector<Scorecard> cards;
  cards.reserve(all.size());
  for (Longer& longer : all) {
    cards.push_back(longer.scored.empty() ? std::move(longer.card)
                                          : mean(reg, *scoring.policy, longer));
  }
  return cards;
}

}  // namespace

std::string_view id_of(Reason reason) {
  return reasons[reason].id;
}

diag::Words words_of(Reason reason) {
  return reasons[reason].words;
}

const Scorecard* Scoring::find(const Record* subject) const {
  const auto at = std::find_if(cards.begin(), cards.end(),
                               [&](const Scorecard& card) { return card.subject == subject; });
  return at == cards.end() ? nullptr : &*at;
}

Scoring score(const reg::AsOf& at, Period period, std::span<const Record* const> also) {
  const reg::Register& reg = at.reg();
  Scoring scoring;
  scoring.period = period;
  scoring.as_of = at.day();
  scoring.policy = reg.policy_on(period.last_day());
  std::vector<Scorecard> cards;
  if (period.unit == Period::Unit::year || period.unit == Period::Unit::half) {
    cards = score_longer(at, scoring);
  } else {
    Sheet sheet = score_sheet(at, period);
    note_gaps(scoring, sheet);
    cards = std::move(sheet.cards);
  }
  const Rational full = scoring.policy == nullptr ? Rational(0) : full_marks(*scoring.policy);
  Roll roll(reg, full, std::move(cards));
  roll.add_idle(period.last_day());
  for (const Record* subject : also) roll.add(subject);
  cards = std::move(roll).cards();
  if (scoring.policy != nullptr) {
    reg.budget().work(*scoring.policy, rows_by_records,
                      scoring.policy->bands.size() * cards.size());
    set_bands(*scoring.policy, cards);
  }
  apply_vetoes(scoring.policy, cards);
  set_places(cards, Kind::leader);
  set_places(cards, Kind::org);
  scoring.cards = by_place(reg, std::move(cards));
  return scoring;
}

diag::Text no_policy_message(const reg::Register& reg, Period period) {
  const diag::Text why = reg.policy_error(period.last_day());
  return {fmt::format("{}不计分：{}", period.chinese(), why.zh),
          fmt::format("{} has no score: {}", period.english(), why.en)};
}

diag::Text no_calendar_message(Period scored, Period period, int year) {
  const diag::Text why = reg::no_calendar(year);
  if (scored != period) {
    return {fmt::format("{}尚未计入{}：{}，有的期限推算不出", period.chinese(), scored.chinese(),
                        why.zh),
            fmt::format("{} is not in {} yet: {}, so that due dates cannot be told",
                        period.english(), scored.english(), why.en)};
  }
  return {fmt::format("{}不计分：{}，有的期限推算不出", period.chinese(), why.zh),
          fmt::format("{} has no score: {}, so that due dates cannot be told", period.english(),
                      why.en)};
}

}  // namespace zsup::score
