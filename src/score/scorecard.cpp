#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

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

constexpr std::array<ReasonRow, 10> reasons{{
    {"unreported", {"逾期未报送", "not reported"}},
    {"returned", {"审核未通过", "returned"}},
    {"late", {"迟报", "reported late"}},
    {"spot-check", {"抽查不实", "failed a spot check"}},
    {"incident", {"减分情形", "incident"}},
    {"bonus", {"加分情形", "bonus"}},
    {"cap", {"封顶", "capped"}},
    {"floor", {"保底", "held at 0"}},
    {"rounding", {"四舍五入", "rounding"}},
    {"quarter", {"季度得分", "quarter"}},
}};

using Positions = std::unordered_map<const Record*, std::size_t>;

Positions positions(std::span<Record* const> records) {
  Positions list;
  list.reserve(records.size());
  for (const Record* record : records) list.emplace(record, list.size());
  return list;
}

// Who stands in the list, and where.
class Roll {
 public:
  Roll(const reg::Register& reg, Rational full, std::vector<Scorecard> cards)
      : reg_(reg), full_(full), cards_(std::move(cards)) {
    for (const Scorecard& card : cards_) listed_.insert(card.subject);
  }

  // Whoever owns nothing is listed with nothing.
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
      if (leader != nullptr && leader->org.value.target != nullptr) {
        busy.insert(leader->org.value.target);
      }
    }
    for (const Leader& leader : reg_.all<Leader>()) {
      const bool counts = leader.role && *leader.role != record::Role::other;
      if (counts && leader.in_office(day) && busy.contains(leader.org.value.target)) add(&leader);
    }
  }

  std::vector<Scorecard> sorted() && {
    const Positions orgs = positions(reg_.of_kind(Kind::org));
    const Positions leaders = positions(reg_.of_kind(Kind::leader));
    const auto order_of = [](const Leader& leader) {
      return leader.order ? *leader.order : std::numeric_limits<std::int64_t>::max();
    };
    // An org stands where the first of its leaders stands in protocol order: the committee with its
    // principal before the others, however their files are named.
    std::unordered_map<const Record*, std::int64_t> head;
    for (const Scorecard& card : cards_) {
      const Leader* leader = record::as<Leader>(card.subject);
      if (leader == nullptr) continue;
      const auto at = head.try_emplace(leader->org.value.target, order_of(*leader)).first;
      at->second = std::min(at->second, order_of(*leader));
    }
    using Key = std::tuple<int, std::int64_t, std::size_t, std::int64_t, std::size_t>;
    const auto key_of = [&](const Record* subject) {
      const Leader* leader = record::as<Leader>(subject);
      if (leader == nullptr) return Key(1, 0, 0, 0, orgs.at(subject));
      const auto org = orgs.find(leader->org.value.target);
      return Key(0, head.at(leader->org.value.target),
                 org == orgs.end() ? orgs.size() : org->second, order_of(*leader),
                 leaders.at(subject));
    };
    // The keys are made once; cards are heavy, so their numbers are sorted.
    std::vector<std::pair<Key, std::size_t>> order;
    order.reserve(cards_.size());
    for (const Scorecard& card : cards_) order.push_back({key_of(card.subject), order.size()});
    std::sort(order.begin(), order.end());
    std::vector<Scorecard> list;
    list.reserve(cards_.size());
    for (const auto& entry : order) list.push_back(std::move(cards_[entry.second]));
    return list;
  }

 private:
  const reg::Register& reg_;
  Rational full_;
  std::vector<Scorecard> cards_;
  std::unordered_set<const Record*> listed_;
};

const record::Band* band_of(const Policy& policy, Rational score) {
  const record::Band* best = nullptr;
  for (const record::Band& band : policy.bands) {
    if (!band.name || !band.from || score < Rational(*band.from)) continue;
    if (best == nullptr || *best->from < *band.from) best = &band;
  }
  return best;
}

// Where a band begins; a name that the policy's bands do not know lies below them all.
Rational level_of(const Policy& policy, std::string_view name) {
  for (const record::Band& band : policy.bands) {
    if (band.name && *band.name == name && band.from) return Rational(*band.from);
  }
  return -1;
}

void set_bands(const Policy& policy, std::vector<Scorecard>& cards) {
  for (Scorecard& card : cards) {
    if (!card.score) continue;
    const record::Band* band = band_of(policy, *card.score);
    if (band != nullptr) card.band = *band->name;
  }
}

// A veto lowers a band and never lifts one, so that of several the gravest counts.
void apply_vetoes(const reg::Register& reg, const Policy& policy, Period period, Date as_of,
                  std::vector<Scorecard>& cards) {
  if (policy.vetoes.empty()) return;
  std::unordered_map<const Record*, Scorecard*> index;
  for (Scorecard& card : cards) index.emplace(card.subject, &card);
  for (const record::VetoRow& row : policy.vetoes) {
    for (Match& match : matches(reg, row.when, period, as_of)) {
      const auto at = index.find(match.subject);
      if (at == index.end()) continue;
      Scorecard& card = *at->second;
      const Rational level = level_of(policy, *row.band);
      if (!card.veto || level < level_of(policy, *card.veto->row->band)) {
        card.veto =
            Veto{&row, policy.place(row.span), match.record, match.place, std::move(match.note)};
      }
      if (card.band.empty() || level < level_of(policy, card.band)) card.band = *row.band;
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
  diag::Text note{fmt::format("{} {} 分", name.zh, score.text()),
                  fmt::format("{}: {}", name.en, score.text())};
  if (full != year_full) {
    note.zh += fmt::format("（满分 {}，折算为满分 {}）", full.text(), year_full.text());
    note.en += fmt::format(" out of {}, in proportion to {}", full.text(), year_full.text());
  }
  return note;
}

// A subject's quarters on the way to its year.
struct Year {
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

// By what a quarter's points are multiplied: a policy of the same year may have had other full
// marks.
Rational share_of(const Scorecard& quarter, const Scorecard& year) {
  return quarter.full == Rational(0) ? Rational(1) : year.full / quarter.full;
}

Scorecard mean(const Policy& policy, Year& year) {
  if (year.scored.empty()) return std::move(year.card);
  const Rational quarters = static_cast<std::int64_t>(year.scored.size());
  Ledger ledger(year.card, policy);
  for (const auto& [sheet, quarter] : year.scored) {
    LedgerLine line;
    line.reason = Reason::quarter;
    line.rule = sheet->policy->id_place();
    line.period = sheet->period;
    line.note = quarter_note(sheet->period, *quarter->score, quarter->full, year.card.full);
    // A quarter with full marks is a step of 0 points, and a step all the same.
    ledger.add((*quarter->score * share_of(*quarter, year.card) - year.card.full) / quarters, line,
               Ledger::Zero::keep);
  }
  ledger.close();
  for (const auto& [sheet, quarter] : year.scored) {
    for (Raise raise : quarter->raises) {
      raise.points = ledger.rise(raise.points * share_of(*quarter, year.card) / quarters);
      if (raise.points > Rational(0)) year.card.raises.push_back(std::move(raise));
    }
  }
  std::stable_sort(year.card.raises.begin(), year.card.raises.end(),
                   [](const Raise& a, const Raise& b) { return a.points > b.points; });
  return std::move(year.card);
}

std::vector<Scorecard> score_year(const reg::Register& reg, Scoring& scoring) {
  std::vector<Sheet> sheets;
  for (std::uint8_t index = 1; index <= 4; ++index) {
    const Period quarter{scoring.period.year_number, Period::Unit::quarter, index};
    sheets.push_back(score_sheet(reg, quarter, scoring.as_of));
    const Sheet& sheet = sheets.back();
    if (sheet.policy == nullptr && sheet.owed) {
      scoring.error = reg.policy_error(quarter.last_day());
      return {};
    }
  }
  std::vector<Year> years;
  std::unordered_map<const Record*, std::size_t> index;
  for (const Sheet& sheet : sheets) {
    for (const Scorecard& card : sheet.cards) {
      const auto [at, is_new] = index.try_emplace(card.subject, years.size());
      if (is_new) {
        years.emplace_back();
        years.back().card.subject = card.subject;
        years.back().card.full = full_marks(*scoring.policy);
      }
      Year& year = years[at->second];
      add_counts(year.card, card);
      if (card.score) year.scored.push_back({&sheet, &card});
    }
  }
  std::vector<Scorecard> cards;
  cards.reserve(years.size());
  for (Year& year : years) cards.push_back(mean(*scoring.policy, year));
  return cards;
}

}  // namespace

std::string_view id_of(Reason reason) {
  return reasons[static_cast<std::size_t>(reason)].id;
}

diag::Words words_of(Reason reason) {
  return reasons[static_cast<std::size_t>(reason)].words;
}

const Scorecard* Scoring::find(const Record* subject) const {
  const auto at = std::find_if(cards.begin(), cards.end(),
                               [&](const Scorecard& card) { return card.subject == subject; });
  return at == cards.end() ? nullptr : &*at;
}

Scoring score(const reg::Register& reg, Period period, Date as_of,
              std::span<const Record* const> also) {
  Scoring scoring;
  scoring.period = period;
  scoring.as_of = as_of;
  scoring.policy = reg.policy_on(period.last_day());
  if (scoring.policy == nullptr) {
    scoring.error = reg.policy_error(period.last_day());
    return scoring;
  }
  std::vector<Scorecard> cards;
  if (period.unit == Period::Unit::year) {
    cards = score_year(reg, scoring);
    if (!scoring.ok()) return scoring;
  } else {
    cards = score_sheet(reg, period, as_of).cards;
  }
  Roll roll(reg, full_marks(*scoring.policy), std::move(cards));
  roll.add_idle(period.last_day());
  for (const Record* subject : also) roll.add(subject);
  scoring.cards = std::move(roll).sorted();
  set_bands(*scoring.policy, scoring.cards);
  apply_vetoes(reg, *scoring.policy, period, as_of, scoring.cards);
  set_places(scoring.cards, Kind::leader);
  set_places(scoring.cards, Kind::org);
  return scoring;
}

}  // namespace zsup::score
