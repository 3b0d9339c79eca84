#include "register/as_of.h"

#include <algorithm>
#include <atomic>
#include <vector>

#include "io/in_parallel.h"
#include "record/kinds/action.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/letter.h"
#include "record/kinds/report.h"
#include "register/order.h"
#include "register/register.h"

namespace zsup::reg {

using record::Attempt;
using record::Given;
using record::Kind;
using record::Record;
using record::Report;
using record::ReportItem;
using value::Date;

namespace {

std::optional<Date> day_of(const Given<Date>& date) {
  if (!date) return std::nullopt;
  return *date;
}

std::optional<Date> first_submission(const Report& report) {
  std::optional<Date> first;
  const auto consider = [&](const Attempt& attempt) {
    if (attempt.submitted && (!first || *attempt.submitted < *first)) first = *attempt.submitted;
  };
  for (const ReportItem& item : report.items) {
    consider(item);
    for (const Attempt& attempt : item.earlier) consider(attempt);
  }
  return first;
}

class Cutter {
 public:
  explicit Cutter(Date day) : day_(day) {}

  void cut(Record& record) {
    source_ = record.source;
    switch (record.kind) {
      case Kind::finding:
        return cut(static_cast<record::Finding&>(record));
      case Kind::case_:
        return cut(static_cast<record::Case&>(record));
      case Kind::inspection:
        return cut(static_cast<record::Inspection&>(record));
      case Kind::campaign:
        return cut(static_cast<record::Campaign&>(record));
      case Kind::report:
        return cut(static_cast<Report&>(record));
      case Kind::action:
        return not_yet(static_cast<record::Action&>(record).rectified);
      case Kind::letter:
        return cut(static_cast<record::Letter&>(record));
      case Kind::filing:
        return not_yet(static_cast<record::Filing&>(record).filed);
      case Kind::draw:
      case Kind::org:
      case Kind::leader:
      case Kind::duty:
      case Kind::waiver:
      case Kind::policy:
      case Kind::calendar:
        return;
    }
  }

  bool changed_reports() const { return changed_reports_; }
  Hidden& hidden() { return hidden_; }

 private:
  void hide(text::Span span) {
    if (span.given()) hidden_.sources[source_].values.insert(Hidden::key(span));
  }
  template <class Value>
  void drop(Value& value) {
    hide(value.span);
    value = {};
  }

  // Something that may be left out: a date that cannot be read is on no day, and none here.
  void not_yet(Given<Date>& date) {
    if (date && day_ < *date) drop(date);
  }

  template <class List, class Is>
  void keep(List& list, Is is_there) {
    const auto gone = std::stable_partition(list.begin(), list.end(), is_there);
    if (gone == list.end()) return;
    for (auto at = gone; at != list.end(); ++at) hide(at->span);
    list.items = list.items.first(static_cast<std::size_t>(gone - list.begin()));
    if (list.empty()) drop(list);
  }

  void cut(record::Finding& finding) {
    keep(finding.events, [&](const record::Event& event) { return happened(event.date, day_); });
  }

  void cut(record::Case& one) {
    if (one.disposition && (one.disposition->date.unreadable() ||
                            (one.disposition->date && day_ < *one.disposition->date))) {
      drop(one.disposition);
    }
    not_yet(one.filed);
    if (one.escalated && !happened(one.escalated->date, day_)) drop(one.escalated);
    for (record::CasePerson& person : one.persons) {
      // A measure that is no sanction may be without a day, and comes with the case.
      const bool undated = person.date.unreadable() ||
                           (!person.date && person.measure && is_sanction(*person.measure));
      if (!undated && (!person.date || *person.date <= day_)) continue;
      drop(person.measure);
      drop(person.date);
      drop(person.by);
      drop(person.responsibility);
    }
  }

  void cut(record::Letter& letter) {
    not_yet(letter.replied);
    keep(letter.events, [&](const record::LetterStep& step) { return happened(step.date, day_); });
  }

  void cut(record::Inspection& inspection) {
    for (record::Briefing& row : inspection.briefings) {
      not_yet(row.leader_date);
      not_yet(row.unit_date);
    }
    not_yet(inspection.published);
  }

  // An item that says no day of its own was declared when the campaign began.
  void cut(record::Campaign& campaign) {
    keep(campaign.items, [&](const record::CampaignItem& item) {
      return !item.declared.unreadable() && (!item.declared || *item.declared <= day_);
    });
    for (record::CampaignItem& item : campaign.items) not_yet(item.corrected);
  }

  void cut(Report& report) {
    not_yet(report.oral);
    const auto all_there = [&](const Attempt& attempt) {
      return happened(attempt.submitted, day_) &&
             (!attempt.review || happened(attempt.review->date, day_));
    };
    const bool whole =
        std::all_of(report.items.begin(), report.items.end(), [&](const ReportItem& item) {
          return all_there(item) &&
                 std::all_of(item.earlier.begin(), item.earlier.end(), all_there);
        });
    if (whole) return;
    changed_reports_ = true;
    const auto is_there = [&](const Attempt& attempt) { return happened(attempt.submitted, day_); };
    keep(report.items, [&](const ReportItem& item) {
      return is_there(item) || std::any_of(item.earlier.begin(), item.earlier.end(), is_there);
    });
    for (ReportItem& item : report.items) cut(item, is_there);
  }

  template <class Is>
  void cut(ReportItem& item, Is is_there) {
    const text::Span own = item.span;
    // The last submission stands for the item; of several on one day that which is written last.
    Attempt* stands = is_there(item) ? &item : nullptr;
    for (auto at = item.earlier.end(); at != item.earlier.begin();) {
      Attempt& one = *--at;
      if (is_there(one) && (stands == nullptr || *stands->submitted < *one.submitted)) {
        stands = &one;
      }
    }
    if (stands != &item) {
      const text::Span instead = stands->span;
      hidden_.sources[source_].stands_for.emplace(Hidden::key(own), Hidden::key(instead));
      // Its own submission is not there, or, written out of order, one of the earlier ones.
      std::swap(static_cast<Attempt&>(item), *stands);
    }
    keep(item.earlier, is_there);
    // The item itself stays, whatever became of what it said.
    if (const auto at = hidden_.sources.find(source_); at != hidden_.sources.end()) {
      at->second.values.erase(Hidden::key(own));
    }
    const auto cut_review = [&](Attempt& attempt) {
      if (attempt.review && !happened(attempt.review->date, day_)) drop(attempt.review);
    };
    cut_review(item);
    for (Attempt& attempt : item.earlier) cut_review(attempt);
  }

  Date day_;
  text::SourceId source_ = text::no_source;
  Hidden hidden_;
  bool changed_reports_ = false;
};

}  // namespace

Dating dating_of(const Record& record) {
  switch (record.kind) {
    case Kind::finding:
      return {false, day_of(static_cast<const record::Finding&>(record).found)};
    case Kind::case_:
      return {false, day_of(static_cast<const record::Case&>(record).clue->date)};
    case Kind::inspection:
      return {false, day_of(static_cast<const record::Inspection&>(record).from)};
    case Kind::campaign:
      return {false, day_of(static_cast<const record::Campaign&>(record).from)};
    case Kind::report:
      return {false, first_submission(static_cast<const Report&>(record))};
    case Kind::action:
      return {false, day_of(static_cast<const record::Action&>(record).date)};
    case Kind::letter:
      return {false, day_of(static_cast<const record::Letter&>(record).date)};
    case Kind::filing:
      return {false, day_of(static_cast<const record::Filing&>(record).date)};
    case Kind::draw:
      return {false, day_of(static_cast<const record::Draw&>(record).held)};
    case Kind::org:
    case Kind::leader:
    case Kind::duty:
    case Kind::waiver:
    case Kind::policy:
    case Kind::calendar:
      return {true, std::nullopt};
  }
  return {true, std::nullopt};
}

void cut(Register& reg, Date day, unsigned threads) {
  if (reg.cut_on) return;
  reg.cut_on = day;
  threads = std::max(1u, threads);
  std::unordered_set<const Record*> gone;
  bool changed_reports = false;
  for (std::size_t kind = 0; kind < record::kind_count; ++kind) {
    std::vector<Record*>& records = reg.by_kind[kind];
    if (records.empty() || dating_of(*records.front()).always) continue;
    std::vector<Cutter> cutters(threads, Cutter(day));
    std::vector<std::vector<Record*>> later(threads);
    io::in_parallel_runs(threads, records.size(),
                         [&](unsigned i, std::size_t first, std::size_t past) {
                           for (std::size_t at = first; at < past; ++at) {
                             if (exists(*records[at], day)) {
                               cutters[i].cut(*records[at]);
                             } else {
                               later[i].push_back(records[at]);
                             }
                           }
                         });
    for (Cutter& cutter : cutters) {
      changed_reports = changed_reports || cutter.changed_reports();
      for (auto& [source, one] : cutter.hidden().sources) {
        Hidden::InSource& all = reg.hidden.sources[source];
        all.values.merge(one.values);
        all.stands_for.merge(one.stands_for);
      }
    }
    const std::size_t before = gone.size();
    for (const auto& list : later) {
      for (Record* record : list) {
        gone.insert(record);
        reg.not_there.push_back(record);
        if (!dating_of(*record).from) ++reg.hidden.undated;
      }
    }
    if (gone.size() == before) continue;
    std::erase_if(records, [&](const Record* record) { return gone.contains(record); });
    changed_reports = changed_reports || static_cast<Kind>(kind) == Kind::report;
  }
  if (!gone.empty()) {
    struct Asked {
      const std::unordered_set<const Record*>* gone;
    } asked{&gone};
    const record::Visitor visitor{
        .context = &asked,
        .on_ref =
            [](void* self, Given<record::Ref>& ref, const record::FieldSpec&) {
              if (static_cast<Asked*>(self)->gone->contains(ref->target))
                ref.value.target = nullptr;
            },
        .on_charge = nullptr,
        .on_path = nullptr,
        .on_date = nullptr,
    };
    io::in_parallel_runs(threads, reg.records.size(),
                         [&](unsigned, std::size_t first, std::size_t past) {
                           for (std::size_t i = first; i < past; ++i) {
                             record::visit(visitor, *reg.records[i]);
                           }
                         });
  }
  reg.inspections = Inspections(reg.of_kind(Kind::inspection));
  reg.tested = TestedItems(reg.of_kind(Kind::finding));
  if (changed_reports) reg.answers = Answers(reg.of_kind(Kind::report), threads);
  if (day != reg.now) put_duties_in_order(reg, day);
}

}  // namespace zsup::reg
