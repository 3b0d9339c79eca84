// The register as of a day: what is there, what is owed, how findings stand and who answers for
// them. It is worked out once a run, and rules, scores, statistics and letters ask here.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "register/cut.h"
#include "register/findings.h"
#include "register/obligations.h"
#include "register/register.h"

namespace zsup::reg {

// How a finding stands on the day.
struct FindingNow {
  Answering who;
  std::vector<Step> steps;
  FindingState state;
  std::optional<value::Date> published;        // by itself, or with its inspection
  const record::Briefing* briefing = nullptr;  // of its inspection; null when there is none
};

// May be asked from several threads.
class AsOf {
 public:
  // The register must outlive it, and be cut no further.
  AsOf(const Register& reg, value::Date day, unsigned threads = 1)
      : reg_(reg), day_(day), threads_(threads) {}
  AsOf(const AsOf&) = delete;
  AsOf& operator=(const AsOf&) = delete;

  const Register& reg() const { return reg_; }
  value::Date day() const { return day_; }

  bool has(const record::Record& record) const { return exists(record, day_); }
  bool has_happened(const record::Given<value::Date>& date) const { return happened(date, day_); }

  // The records of a kind that are there, in their order.
  template <class T>
  std::vector<const T*> all() const {
    std::vector<const T*> list;
    list.reserve(reg_.all<T>().size());
    for (const T& record : reg_.all<T>()) {
      if (has(record)) list.push_back(&record);
    }
    return list;
  }

  // Of any finding of the register, there or not.
  const FindingNow& of(const record::Finding& finding) const;

  // Those whose own period ends in `period`, in the order of duties, periods and owners. Throws
  // Spent when they are more than the register's budget holds.
  std::span<const Obligation> owed(value::Period period) const;

 private:
  void look_at_findings() const;

  const Register& reg_;
  value::Date day_;
  unsigned threads_;
  mutable std::once_flag looked_at_findings_;
  mutable std::unordered_map<const record::Finding*, FindingNow> findings_;
  mutable std::mutex owed_mutex_;
  mutable std::map<value::Period, std::vector<Obligation>> owed_;
};

}  // namespace zsup::reg
