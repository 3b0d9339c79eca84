#include "register/cut.h"

#include <algorithm>
#include <deque>
#include <vector>

#include "io/in_parallel.h"
#include "record/cut.h"
#include "record/kinds/case.h"
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

class Cutter {
 public:
  explicit Cutter(Date day)
      : day_(day), cut_{day, this, [](void* self, text::Span span) {
                          static_cast<Cutter*>(self)->hide(span);
                        }} {}
  Cutter(const Cutter&) = delete;
  Cutter& operator=(const Cutter&) = delete;

  void cut(Record& record) {
    source_ = record.source;
    if (record.kind == Kind::report) return cut(static_cast<Report&>(record));
    if (record.kind == Kind::case_) cut_measures(static_cast<record::Case&>(record));
    record::cut(cut_, record);
  }

  bool changed_reports() const { return changed_reports_; }
  Hidden& hidden() { return hidden_; }

 private:
  void hide(text::Span span) { hidden_.sources[source_].values.insert(Hidden::key(span)); }

  // What a person was given goes with its day. A measure that is no sanction may be without one,
  // and comes with the case.
  void cut_measures(record::Case& one) {
    for (record::CasePerson& person : one.persons) {
      const bool undated = person.date.unreadable() ||
                           (!person.date && person.measure && is_sanction(*person.measure));
      if (!undated && (!person.date || *person.date <= day_)) continue;
      cut_.drop(person.measure);
      cut_.drop(person.date);
      cut_.drop(person.by);
      cut_.drop(person.responsibility);
    }
  }

  void cut(Report& report) {
    if (report.oral && day_ < *report.oral) cut_.drop(report.oral);
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
    cut_.keep(report.items, [&](const ReportItem& item) {
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
    cut_.keep(item.earlier, is_there);
    // The item itself stays, whatever became of what it said.
    if (const auto at = hidden_.sources.find(source_); at != hidden_.sources.end()) {
      at->second.values.erase(Hidden::key(own));
    }
    const auto cut_review = [&](Attempt& attempt) {
      if (attempt.review && !happened(attempt.review->date, day_)) cut_.drop(attempt.review);
    };
    cut_review(item);
    for (Attempt& attempt : item.earlier) cut_review(attempt);
  }

  Date day_;
  record::Cut cut_;
  text::SourceId source_ = text::no_source;
  Hidden hidden_;
  bool changed_reports_ = false;
};

}  // namespace

void cut(Register& reg, Date day, unsigned threads) {
  if (reg.cut_on) return;
  reg.cut_on = day;
  threads = std::max(1u, threads);
  std::unordered_set<const Record*> gone;
  bool changed_reports = false;
  for (const Kind kind : text::every<Kind>) {
    std::vector<Record*>& records = reg.by_kind[kind];
    const auto since = record::kind_row(kind).begins->day;
    if (records.empty() || since == nullptr) continue;
    std::deque<Cutter> cutters;
    for (unsigned i = 0; i < threads; ++i) cutters.emplace_back(day);
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
        if (!since(*record)) ++reg.hidden.undated;
      }
    }
    if (gone.size() == before) continue;
    std::erase_if(records, [&](const Record* record) { return gone.contains(record); });
    changed_reports = changed_reports || kind == Kind::report;
  }
  if (!gone.empty()) {
    struct Asked {
      const std::unordered_set<const Record*>* gone;
    } asked{&gone};
    const record::Linking linking{
        .context = &asked,
        .on_ref =
            [](void* self, Given<record::Ref>& ref, const record::FieldSpec&) {
              if (static_cast<Asked*>(self)->gone->contains(ref->target))
                ref.to_fill().target = nullptr;
            },
    };
    io::in_parallel_runs(threads, reg.records.size(),
                         [&](unsigned, std::size_t first, std::size_t past) {
                           for (std::size_t i = first; i < past; ++i) {
                             record::link(linking, *reg.records[i]);
                           }
                         });
  }
  reg.inspections = Inspections(reg.of_kind(Kind::inspection));
  reg.tested = TestedItems(reg.of_kind(Kind::finding));
  if (changed_reports) reg.answers = Answers(reg.of_kind(Kind::report), threads);
  if (day != reg.now) put_duties_in_order(reg, day);
}

}  // namespace zsup::reg
