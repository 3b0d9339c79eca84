#include "register/cut.h"

#include <algorithm>
#include <unordered_set>
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
  explicit Cutter(Date day) : day_(day), cut_{day} {}

  void cut(Record& record) {
    if (record.kind == Kind::report) return cut(static_cast<Report&>(record));
    if (record.kind == Kind::case_) cut_measures(static_cast<record::Case&>(record));
    record::cut(cut_, record);
  }

  bool changed_reports() const { return changed_reports_; }

 private:
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
    // The last submission stands for the item; of several on one day that which is written last.
    Attempt* stands = is_there(item) ? &item : nullptr;
    for (auto at = item.earlier.end(); at != item.earlier.begin();) {
      Attempt& one = *--at;
      if (is_there(one) && (stands == nullptr || *stands->submitted < *one.submitted)) {
        stands = &one;
      }
    }
    if (stands != &item) {
      // Its own submission is not there, or, written out of order, one of the earlier ones.
      std::swap(static_cast<Attempt&>(item), *stands);
    }
    cut_.keep(item.earlier, is_there);
    const auto cut_review = [&](Attempt& attempt) {
      if (attempt.review && !happened(attempt.review->date, day_)) cut_.drop(attempt.review);
    };
    cut_review(item);
    for (Attempt& attempt : item.earlier) cut_review(attempt);
  }

  Date day_;
  record::Cut cut_;
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
    }
    const std::size_t before = gone.size();
    for (const auto& list : later) {
      for (Record* record : list) {
        gone.insert(record);
        reg.not_there.push_back(record);
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
