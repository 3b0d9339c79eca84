#include "score/sheet.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "record/kinds/finding.h"
#include "record/kinds/report.h"
#include "register/order.h"
#include "score/ledger.h"
#include "score/matching.h"

namespace zsup::score {

using record::Duty;
using record::Finding;
using record::Given;
using record::Policy;
using record::Record;
using record::Report;
using reg::Obligation;
using reg::State;
using value::Date;
using value::Decimal;
using value::Period;
using value::Rational;

namespace {

// An event that a policy's row takes off or adds.
struct Occurrence {
  const record::PointsRow* row;
  Match match;
};

// A report item that did not stand a spot check.
struct Failure {
  const Duty* duty = nullptr;
  Period period;  // the duty's own
  Date end;       // its last day, which tells it from the duty's other periods
  const Finding* finding = nullptr;
};

// What is known of one subject before its ledger is written.
struct Account {
  const Record* owner = nullptr;
  std::vector<const Obligation*> owed;
  std::vector<Failure> failed;
  std::vector<Veto> vetoes;
  std::vector<Occurrence> incidents;
  std::vector<Occurrence> bonuses;
};

constexpr reg::Product checks_by_duties{
    {"抽查发现的问题乘以任务", "the findings of spot checks times duties"},
    {"按级次分设登记册，各管各的", "give each level a register of its own"}};
constexpr reg::Product ledgers{
    {"每一分的来由（任务乘以承担人，连同任务的标题）",
     "where every point comes from: duties times those who owe them, with their titles"},
    {"缩短任务的标题，缩小责任人的范围，或按级次分设登记册",
     "shorten the titles of duties, narrow their selectors, or give each level a register of its "
     "own"}};

Rational weight_of(const Duty& duty) {
  return duty.weight ? Rational(*duty.weight) : Rational(1);
}

// The last day of the obligation's period, as a report item that answers it tells it.
Date end_of(const Obligation& owed) {
  const Duty& duty = *owed.duty;
  return *duty.cadence == record::Cadence::once ? duty.due->date : owed.period.last_day();
}

void count(Scorecard& card, const Obligation& owed) {
  ++card.indicators;
  ++(owed.reported() ? card.reported : card.unreported);
  if (owed.late) ++card.late;
  switch (owed.state) {
    case State::not_due:
    case State::due_soon:
      break;
    case State::overdue:
      ++card.overdue;
      break;
    case State::under_review:
      ++card.under_review;
      break;
    case State::returned:
      ++card.returned;
      break;
    case State::approved:
    case State::approved_late:
      ++card.approved;
      break;
  }
}

// What is owed where there is nothing to score it by.
std::vector<Scorecard> counted(std::span<const Obligation> obligations) {
  std::vector<Scorecard> cards;
  std::unordered_map<const Record*, std::size_t> index;
  for (const Obligation& owed : obligations) {
    const auto [at, is_new] = index.try_emplace(owed.owner, cards.size());
    if (is_new) cards.emplace_back().subject = owed.owner;
    count(cards[at->second], owed);
  }
  return cards;
}

class SheetWriter {
 public:
  SheetWriter(const reg::AsOf& at, const Policy& policy, Period period)
      : at_(at), reg_(at.reg()), policy_(policy), period_(period) {}

  std::vector<Scorecard> write(std::span<const Obligation> obligations) {
    for (const Obligation& owed : obligations) account_of(owed.owner).owed.push_back(&owed);
    gather_spot_checks();
    gather(policy_.incidents, &Account::incidents);
    gather(policy_.bonuses, &Account::bonuses);
    gather_vetoes();
    std::vector<Scorecard> cards;
    cards.reserve(accounts_.size());
    for (const Account& account : accounts_) cards.push_back(card(account));
    return cards;
  }

 private:
  Account& account_of(const Record* owner) {
    const auto [at, is_new] = index_.try_emplace(owner, accounts_.size());
    if (is_new) {
      accounts_.emplace_back();
      accounts_.back().owner = owner;
    }
    return accounts_[at->second];
  }

  // Of the reports of this period, whoever made them: the owner, or one who has left since.
  void gather_spot_checks() {
    const Given<Decimal>& points = policy_.deductions->spot_check;
    if (!points || points->units == 0) return;
    for (const Finding& finding : reg_.all<Finding>()) {
      if (!finding.source_of || *finding.source_of != record::FindingSource::spot_check) continue;
      if (!finding.target || !finding.target->verdict || !finding.found) continue;
      if (*finding.target->verdict == record::SpotCheckVerdict::genuine) continue;
      if (!at_.has(finding)) continue;
      const Report* report = record::as<Report>(finding.target->report.target());
      const Duty* duty = record::as<Duty>(finding.target->duty.target());
      if (report == nullptr || duty == nullptr || !report->period) continue;
      const Record* by = report->by.target();
      const auto end = reg::answered_period_end(*duty, *report->period);
      if (by == nullptr || !end || !period_.holds(*end) || weight_of(*duty) == Rational(0))
        continue;
      // What the report does not hold has not been tested.
      if (reg_.tested.of(*report, duty).empty()) continue;
      const auto unit = reg::unit_of(*duty->cadence);
      account_of(by).failed.push_back(
          {duty, Period::holding(*end, unit.value_or(Period::Unit::month)), *end, &finding});
    }
    for (Account& account : accounts_) sort_failures(account);
  }

  // As the obligations stand, then by the day found, then by id.
  static void sort_failures(Account& account) {
    if (account.failed.size() < 2) return;
    std::map<std::pair<const Duty*, Date>, std::size_t> places;
    for (const Obligation* owed : account.owed) {
      places.try_emplace({owed->duty, end_of(*owed)}, places.size());
    }
    const auto place_of = [&](const Failure& failure) {
      const auto at = places.find({failure.duty, failure.end});
      return at == places.end() ? places.size() : at->second;
    };
    std::stable_sort(account.failed.begin(), account.failed.end(),
                     [&](const Failure& a, const Failure& b) {
                       if (place_of(a) != place_of(b)) return place_of(a) < place_of(b);
                       if (*a.finding->found != *b.finding->found) {
                         return *a.finding->found < *b.finding->found;
                       }
                       return reg::compare_ids(a.finding->name(), b.finding->name()) < 0;
                     });
  }

  // A row of no points takes nothing off and hits nobody.
  void gather(const record::List<record::PointsRow>& rows,
              std::vector<Occurrence> Account::*occurrences) {
    for (const record::PointsRow& row : rows) {
      if (row.points->units == 0) continue;
      for (Match& match : matches(at_, row.when, period_)) {
        if (!is_subject(match.subject)) continue;
        reg_.budget().hold(match.place, rows_by_records, sizeof(Occurrence) + sizeof(LedgerLine));
        (account_of(match.subject).*occurrences).push_back({&row, std::move(match)});
      }
    }
  }

  void gather_vetoes() {
    for (const record::VetoRow& row : policy_.vetoes) {
      for (Match& match : matches(at_, row.when, period_)) {
        if (!is_subject(match.subject)) continue;
        reg_.budget().hold(match.place, rows_by_records, 2 * sizeof(Veto));
        account_of(match.subject)
            .vetoes.push_back({&row, period_, policy_.place(row.span), match.record, match.place,
                               std::move(match.note)});
      }
    }
  }

  static bool is_subject(const Record* who) {
    return who->kind == record::Kind::leader || who->kind == record::Kind::org;
  }

  Scorecard card(const Account& account) const {
    Scorecard card;
    card.subject = account.owner;
    card.full = full_marks(policy_);
    for (const Obligation* owed : account.owed) count(card, *owed);
    card.vetoes = account.vetoes;
    card.hit = !account.failed.empty() || !account.incidents.empty() || !account.bonuses.empty() ||
               !account.vetoes.empty();
    // A date on the calendar is no merit.
    const bool nothing_yet = card.reported == 0 && card.overdue == 0 && !card.hit;
    // Whether what is not in is overdue, or what came was late, cannot be told where the calendar
    // of a year is missing; which is worth telling where it is wanted by now.
    if (const int year = missing_year(account); year != 0) {
      const Date first = std::max(period_.last_day().plus_days(1), Date::of(year, 1, 1));
      if (!nothing_yet || first.plus_months(-1) <= at_.day()) card.missing_year = year;
      return card;
    }
    if (nothing_yet) return card;
    const bool weighted = policy_.method && *policy_.method == record::ScoreMethod::weighted;
    Rational due = 0;
    for (const Obligation* owed : account.owed) hold(*owed);
    if (weighted) {
      for (const Obligation* owed : account.owed) {
        if (is_due(owed->state)) due += weight_of(*owed->duty);
      }
      if (due == Rational(0)) return card;
    }
    // What an obligation that is not earned costs, before its weight.
    const auto cost = [&](const Given<Decimal>& points) {
      return weighted ? card.full / due : Rational(*points);
    };
    const record::Deductions& off = policy_.deductions.or_empty();
    const Rational unreported = cost(off.unreported);
    const Rational returned = cost(off.returned);
    Ledger ledger(card, policy_);
    for (const Obligation* owed : account.owed) {
      if (owed->state == State::overdue) {
        ledger.add(-(unreported * weight_of(*owed->duty)),
                   unreported_line(*owed, rule_of(off.unreported, weighted)));
      }
    }
    for (const Obligation* owed : account.owed) {
      if (owed->state == State::returned) {
        ledger.add(-(returned * weight_of(*owed->duty)),
                   returned_line(*owed, rule_of(off.returned, weighted)));
      }
    }
    for (const Obligation* owed : account.owed) {
      if (owed->late) {
        ledger.add(-(Rational(*off.late) * weight_of(*owed->duty)), late_line(*owed, off.late));
      }
    }
    for (const Failure& failure : account.failed) {
      ledger.add(-(Rational(*off.spot_check) * weight_of(*failure.duty)),
                 failed_line(failure, off.spot_check));
    }
    for (const Occurrence& incident : account.incidents) {
      ledger.add(-Rational(*incident.row->points), occurrence_line(Reason::incident, incident));
    }
    add_bonuses(ledger, account.bonuses);
    ledger.close();

    for (const Obligation* owed : account.owed) {
      const Rational weight = weight_of(*owed->duty);
      if (owed->state == State::overdue) {
        // What comes in now comes in late.
        offer(card, ledger, (unreported - Rational(*off.late)) * weight, *owed);
      } else if (owed->state == State::returned) {
        offer(card, ledger, returned * weight, *owed);
      }
    }
    std::stable_sort(card.raises.begin(), card.raises.end(),
                     [](const Raise& a, const Raise& b) { return a.points > b.points; });
    return card;
  }

  static int missing_year(const Account& account) {
    for (const Obligation* owed : account.owed) {
      if (owed->missing_year != 0) return owed->missing_year;
    }
    return 0;
  }

  // What its lines of the ledger, and how to raise the score by it, take up.
  void hold(const Obligation& owed) const {
    const bool undone = owed.state == State::overdue || owed.state == State::returned;
    if (!undone && !owed.late) return;
    std::size_t bytes = sizeof(LedgerLine);
    if (undone)
      bytes += sizeof(LedgerLine) + sizeof(Raise) + 2 * owed.duty->title.or_empty().size();
    if (owed.state == State::returned) bytes += 2 * owed.last->review->reason.or_empty().size();
    reg_.budget().hold(owed.duty->place(owed.duty->owner.span), ledgers, bytes);
  }

  static bool is_due(State state) {
    return state == State::approved || state == State::approved_late || state == State::returned ||
           state == State::overdue;
  }

  void add_bonuses(Ledger& ledger, const std::vector<Occurrence>& bonuses) const {
    Rational sum = 0;
    for (const Occurrence& bonus : bonuses) {
      sum += Rational(*bonus.row->points);
      ledger.add(Rational(*bonus.row->points), occurrence_line(Reason::bonus, bonus));
    }
    if (!policy_.bonus_cap || sum <= Rational(*policy_.bonus_cap)) return;
    ledger.add(Rational(*policy_.bonus_cap) - sum,
               ledger.line(Reason::cap, policy_.bonus_cap.span,
                           diag::say("加分合计 {}，上限 {}", "bonuses of {} in all, capped at {}",
                                     sum.text(), policy_.bonus_cap->text())));
  }

  text::Place rule_of(const Given<Decimal>& clause, bool weighted = false) const {
    if (weighted) return policy_.place(policy_.method.span);
    return clause ? policy_.place(clause.span) : policy_.id_place();
  }

  static LedgerLine line_of(Reason reason, const Obligation& owed, const Record* record,
                            text::Place place, text::Place rule) {
    LedgerLine line;
    line.reason = reason;
    line.duty = owed.duty;
    line.record = record;
    line.place = place;
    line.rule = rule;
    line.period = owed.period;
    return line;
  }

  LedgerLine unreported_line(const Obligation& owed, text::Place rule) const {
    LedgerLine line = line_of(Reason::unreported, owed, owed.duty, owed.duty->id_place(), rule);
    line.note = diag::say("{} 到期，至 {} 未报送", "due {}, not reported by {}", owed.due->iso(),
                          at_.day().iso());
    return line;
  }

  LedgerLine returned_line(const Obligation& owed, text::Place rule) const {
    const record::Review& review = owed.last->review.or_empty();
    LedgerLine line = line_of(Reason::returned, owed, owed.answer.report,
                              owed.answer.report->place(review.decision.span), rule);
    line.note = {std::string(review.reason.or_empty()), std::string(review.reason.or_empty())};
    return line;
  }

  LedgerLine late_line(const Obligation& owed, const Given<Decimal>& clause) const {
    LedgerLine line =
        line_of(Reason::late, owed, owed.answer.report,
                owed.answer.report->place(owed.first->submitted.span), rule_of(clause));
    line.note = diag::say("{} 到期，{} 报送", "due {}, reported {}", owed.due->iso(),
                          owed.first->submitted->iso());
    return line;
  }

  LedgerLine failed_line(const Failure& failure, const Given<Decimal>& clause) const {
    const Finding& finding = *failure.finding;
    const Given<record::SpotCheckVerdict>& verdict = finding.target->verdict;
    LedgerLine line;
    line.reason = Reason::spot_check;
    line.duty = failure.duty;
    line.record = &finding;
    line.place = finding.place(verdict.span);
    line.rule = rule_of(clause);
    line.period = failure.period;
    const diag::Words words = record::row_of(*verdict).label;
    line.note = {std::string(words.zh), std::string(words.en)};
    return line;
  }

  LedgerLine occurrence_line(Reason reason, const Occurrence& occurrence) const {
    LedgerLine line;
    line.reason = reason;
    line.record = occurrence.match.record;
    line.place = occurrence.match.place;
    line.rule = policy_.place(occurrence.row->span);
    line.note = occurrence.match.note;
    return line;
  }

  static void offer(Scorecard& card, const Ledger& ledger, Rational points,
                    const Obligation& owed) {
    const Rational rise = ledger.rise(points);
    if (rise <= Rational(0)) return;
    Raise raise;
    raise.points = rise;
    raise.duty = owed.duty;
    raise.period = owed.period;
    const std::string title(owed.duty->title ? *owed.duty->title : owed.duty->name());
    if (owed.state == State::overdue) {
      raise.what = diag::say("补报“{}”（{}）并通过审核", "report “{}” ({}) and have it approved",
                             title, owed.period.id());
      raise.record = owed.duty;
      raise.place = owed.duty->id_place();
    } else {
      raise.what = diag::say("按退回意见完善“{}”（{}），重新报送并通过审核",
                             "put right “{}” ({}), submit it again and have it approved", title,
                             owed.period.id());
      raise.record = owed.answer.report;
      raise.place = owed.answer.report->place(owed.last->review->decision.span);
    }
    card.raises.push_back(std::move(raise));
  }

  const reg::AsOf& at_;
  const reg::Register& reg_;
  const Policy& policy_;
  Period period_;
  std::vector<Account> accounts_;
  std::unordered_map<const Record*, std::size_t> index_;
};

}  // namespace

Rational full_marks(const Policy& policy) {
  return Rational(*policy.full);
}

bool Sheet::has_score() const {
  return std::any_of(cards.begin(), cards.end(),
                     [](const Scorecard& card) { return card.score.has_value(); });
}

Sheet score_sheet(const reg::AsOf& at, Period period) {
  Sheet sheet;
  sheet.period = period;
  sheet.policy = at.reg().policy_on(period.last_day());
  const std::span<const Obligation> obligations = at.owed(period);
  if (sheet.policy == nullptr) {
    sheet.cards = counted(obligations);
  } else {
    sheet.cards = SheetWriter(at, *sheet.policy, period).write(obligations);
  }
  return sheet;
}

}  // namespace zsup::score
