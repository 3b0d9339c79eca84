#include "score/sheet.h"

#include <algorithm>
#include <unordered_map>

#include "record/kinds/finding.h"
#include "record/kinds/report.h"
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

// What is known of one subject before its ledger is written.
struct Account {
  const Record* owner = nullptr;
  std::vector<const Obligation*> owed;
  std::vector<std::pair<const Obligation*, const Finding*>> failed;  // spot checks
  std::vector<Occurrence> incidents;
  std::vector<Occurrence> bonuses;
};

Rational weight_of(const Duty& duty) {
  return duty.weight ? Rational(*duty.weight) : Rational(1);
}

// The last day of the obligation's period, as a report item that answers it tells it.
Date end_of(const Obligation& owed) {
  const Duty& duty = *owed.duty;
  return *duty.cadence == record::Cadence::once ? duty.due->date : owed.period.last_day();
}

class SheetWriter {
 public:
  SheetWriter(const reg::Register& reg, const Policy& policy, Period period, Date as_of)
      : reg_(reg), policy_(policy), period_(period), as_of_(as_of) {}

  std::vector<Scorecard> write(const std::vector<Obligation>& obligations) {
    for (const Obligation& owed : obligations) account_of(owed.owner).owed.push_back(&owed);
    gather_spot_checks();
    gather(policy_.incidents, &Account::incidents);
    gather(policy_.bonuses, &Account::bonuses);
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

  // Null for those who own nothing in the period: they have no score to take anything off.
  Account* known(const Record* owner) {
    const auto at = index_.find(owner);
    return at == index_.end() ? nullptr : &accounts_[at->second];
  }

  void gather_spot_checks() {
    for (const Finding& finding : reg_.all<Finding>()) {
      if (!finding.source_of || *finding.source_of != record::FindingSource::spot_check) continue;
      if (!finding.target || !finding.target->verdict || !finding.found) continue;
      if (*finding.target->verdict == record::SpotCheckVerdict::genuine) continue;
      if (*finding.found > as_of_) continue;
      const Report* report = record::as<Report>(finding.target->report.value.target);
      const Duty* duty = record::as<Duty>(finding.target->duty.value.target);
      if (report == nullptr || duty == nullptr || !report->period) continue;
      const auto end = reg::answered_period_end(*duty, *report->period);
      Account* account = known(report->by.value.target);
      if (account == nullptr || !end) continue;
      // What the report does not hold has not been tested.
      if (std::none_of(report->items.begin(), report->items.end(),
                       [&](const auto& item) { return item.duty.value.target == duty; })) {
        continue;
      }
      for (const Obligation* owed : account->owed) {
        if (owed->duty == duty && end_of(*owed) == *end)
          account->failed.push_back({owed, &finding});
      }
    }
  }

  void gather(const record::List<record::PointsRow>& rows,
              std::vector<Occurrence> Account::*occurrences) {
    for (const record::PointsRow& row : rows) {
      for (Match& match : matches(reg_, row.when, period_, as_of_)) {
        Account* account = known(match.subject);
        if (account != nullptr) (account->*occurrences).push_back({&row, std::move(match)});
      }
    }
  }

  Scorecard card(const Account& account) const {
    Scorecard card;
    card.subject = account.owner;
    card.full = full_marks(policy_);
    for (const Obligation* owed : account.owed) count(card, *owed);
    const bool weighted = policy_.method && *policy_.method == record::ScoreMethod::weighted;
    Rational due = 0;
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
    const record::Deductions& off = *policy_.deductions;
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
    for (const auto& [owed, finding] : account.failed) {
      ledger.add(-(Rational(*off.spot_check) * weight_of(*owed->duty)),
                 failed_line(*owed, *finding, off.spot_check));
    }
    for (const Occurrence& incident : account.incidents) {
      ledger.add(-Rational(*incident.row->points), occurrence_line(Reason::incident, incident));
    }
    add_bonuses(ledger, account.bonuses);
    // Full marks for a period of which nothing can be told yet would count for something in a year.
    const bool running = as_of_ <= period_.last_day();
    if (running && card.reported == 0 && card.ledger.empty()) return card;
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

  static void count(Scorecard& card, const Obligation& owed) {
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
                          as_of_.iso());
    return line;
  }

  LedgerLine returned_line(const Obligation& owed, text::Place rule) const {
    const record::Review& review = *owed.last->review;
    LedgerLine line = line_of(Reason::returned, owed, owed.answer.report,
                              owed.answer.report->place(review.decision.span), rule);
    line.note = {std::string(*review.reason), std::string(*review.reason)};
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

  LedgerLine failed_line(const Obligation& owed, const Finding& finding,
                         const Given<Decimal>& clause) const {
    const Given<record::SpotCheckVerdict>& verdict = finding.target->verdict;
    LedgerLine line =
        line_of(Reason::spot_check, owed, &finding, finding.place(verdict.span), rule_of(clause));
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

  const reg::Register& reg_;
  const Policy& policy_;
  Period period_;
  Date as_of_;
  std::vector<Account> accounts_;
  std::unordered_map<const Record*, std::size_t> index_;
};

}  // namespace

Rational full_marks(const Policy& policy) {
  return Rational(*policy.full);
}

Sheet score_sheet(const reg::Register& reg, Period period, Date as_of) {
  Sheet sheet;
  sheet.period = period;
  sheet.policy = reg.policy_on(period.last_day());
  const std::vector<Obligation> obligations = reg::obligations(reg, period, as_of);
  sheet.owed = !obligations.empty();
  if (sheet.policy == nullptr) return sheet;
  sheet.cards = SheetWriter(reg, *sheet.policy, period, as_of).write(obligations);
  return sheet;
}

}  // namespace zsup::score
