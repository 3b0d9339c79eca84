// All records of a register, found and read once, and what is known of them by id, kind and owner.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "record/config.h"
#include "record/decode.h"
#include "record/kinds/calendar.h"
#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "record/kinds/policy.h"
#include "record/kinds/report.h"
#include "record/record.h"
#include "register/answers.h"
#include "register/budget.h"
#include "register/cut.h"
#include "register/id_index.h"
#include "register/inspections.h"
#include "register/org_tree.h"
#include "register/policies.h"
#include "register/tested_items.h"
#include "register/work_days.h"
#include "text/arena.h"
#include "text/source.h"

namespace zsup::reg {

// What one file holds. Bytes and values lie in the arena of the thread that read it: an arena of
// its own would cost a small file more than its record.
struct File {
  std::span<record::Record* const> records;
};

// The records of one kind as their own type.
template <class T>
class RecordsOf {
 public:
  class Iterator {
   public:
    explicit Iterator(record::Record* const* at) : at_(at) {}
    const T& operator*() const { return *static_cast<const T*>(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    record::Record* const* at_;
  };

  explicit RecordsOf(std::span<record::Record* const> records) : records_(records) {}
  Iterator begin() const { return Iterator(records_.data()); }
  Iterator end() const { return Iterator(records_.data() + records_.size()); }
  bool empty() const { return records_.empty(); }
  std::size_t size() const { return records_.size(); }

 private:
  std::span<record::Record* const> records_;
};

class Register {
 public:
  // Records of a kind, in their order (register/order.h).
  template <class T>
  RecordsOf<T> all() const {
    return RecordsOf<T>(of_kind(T::its_kind));
  }
  // The same as they stand in the files: for diagnostics, which are listed from the top of each.
  template <class T>
  std::vector<const T*> as_filed() const {
    std::vector<const T*> list;
    for (const T& record : all<T>()) list.push_back(&record);
    std::sort(list.begin(), list.end(), [](const T* a, const T* b) {
      return std::pair(a->source, a->span.begin) < std::pair(b->source, b->span.begin);
    });
    return list;
  }
  std::span<record::Record* const> of_kind(record::Kind kind) const { return by_kind[kind]; }

  // Records of a kind whatever their day, in no order: a number or an id once given stays given.
  template <class T>
  std::vector<const T*> ever() const {
    std::vector<const T*> list;
    for (const T& record : all<T>()) list.push_back(&record);
    for (const record::Record* record : not_there) {
      if (const T* one = record::as<T>(record)) list.push_back(one);
    }
    return list;
  }

  const record::Record* find(std::string_view id) const { return ids.find(id); }
  // Where records of several kinds share an id, the one that is of a kind that is wanted.
  const record::Record* find(std::string_view id, record::KindSet kinds) const {
    return ids.find(id, kinds);
  }

  // The one policy in force on a day; null when there is none, or several.
  const record::Policy* policy_on(value::Date day) const;
  // Why there is none.
  diag::Text policy_error(value::Date day) const;
  // Whether there is one, or several.
  bool any_policy_on(value::Date day) const;
  // Before this day there is none; nothing when there never is.
  std::optional<value::Date> first_day_of_policies() const;

  // What computations on these records may cost; see there.
  Budget& budget() const { return *budget_; }
  void set_budget(std::uint64_t bytes_read) { *budget_ = Budget(bytes_read); }

  // The text of a place, and its line (1-based).
  std::string_view bytes_at(text::Place place) const;
  std::string_view path_of(const record::Record& record) const {
    return sources[record.source].path;
  }
  std::uint32_t line_of(text::Place place) const;

  // The period meant by an argument: a full one, or a bare q2 or h1 of the register's year.
  std::optional<value::Period> period_named(std::string_view text, value::Date as_of) const;
  // The year of a period that is written without one.
  int year_at(value::Date as_of) const;
  // The period of a command that names none.
  value::Period period_at(value::Date as_of) const;

  record::Config config;
  value::Date now;  // `as_of` of zsup.yaml, else today: what is later has not happened yet

  std::vector<std::unique_ptr<text::Arena>> arenas;  // what everything below points into
  text::Sources sources;                             // zsup.yaml first, then by path
  std::vector<File> files;                           // one a source
  std::vector<record::Record*> records;              // all of them, ordered like `sources`
  text::Each<record::Kind, std::vector<record::Record*>> by_kind;  // each in its order
  IdIndex ids;
  std::vector<record::Ghost> ghosts;  // in no order
  OrgTree tree;
  WorkDays work_days;
  Policies policies;
  Answers answers;
  Inspections inspections;
  TestedItems tested;
  std::optional<value::Date> cut_on;       // the day to which it has been cut; see cut.h
  std::vector<record::Record*> not_there;  // on that day
  std::vector<diag::Diagnostic> found;     // while reading and linking
  bool unreadable = false;                 // a file or folder could not be opened or read
  // Folders whose Git index could not be understood ("": the register's own): what a sparse
  // checkout keeps off the disk there cannot be told.
  std::vector<std::string_view> unknown_index;
  // A document could not be read, for whatever reason: what seems to be missing may stand in it.
  bool partial = false;
  // Neither could the settings, or the day of which they speak: the records cannot be judged.
  bool unsettled = false;
  // zsup.yaml names a time zone that there is not, so nobody can say what day it is.
  bool unknown_zone = false;

 private:
  std::unique_ptr<Budget> budget_ = std::make_unique<Budget>();
};

}  // namespace zsup::reg
