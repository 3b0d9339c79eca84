#include "register/order.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "io/in_parallel.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/letter.h"
#include "record/kinds/waiver.h"
#include "record/letter_number.h"
#include "register/obligations.h"
#include "text/natural.h"
#include "text/pinyin.h"

namespace zsup::reg {

using record::Duty;
using record::Kind;
using record::Leader;
using record::Org;
using record::Record;
using record::Report;
using value::Date;
using value::Period;

namespace {

constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();

std::int64_t number(const record::Given<Date>& date) {
  return date ? date->days : last;
}
std::int64_t number(const record::Given<std::int64_t>& given) {
  return given ? *given : last;
}

// What stands before the id when records of a kind are compared, in this order.
struct Key {
  std::array<std::int64_t, 3> first{last, last, last};
  std::string text;       // pinyin, or a code
  std::string_view name;  // compared as ids are
  std::array<std::int64_t, 2> then{last, last};
  Record* record = nullptr;
};

using Ranks = std::unordered_map<const Record*, std::int64_t>;

Ranks ranks_of(std::span<Record* const> records) {
  Ranks ranks;
  ranks.reserve(records.size());
  for (const Record* record : records)
    ranks.emplace(record, static_cast<std::int64_t>(ranks.size()));
  return ranks;
}

std::int64_t rank_in(const Ranks& ranks, const Record* record) {
  const auto at = ranks.find(record);
  return at == ranks.end() ? last : at->second;
}

Key key_of(const Leader& leader) {
  Key key;
  key.first[0] = number(leader.order);
  key.text =
      text::pinyin_key(leader.name.or_empty(), leader.reading.or_empty(), text::NameOf::person);
  key.name = leader.name.or_empty();
  return key;
}

Key key_of(const Org& org) {
  Key key;
  key.text = text::pinyin_key(org.name.or_empty(), {}, text::NameOf::thing);
  key.name = org.name.or_empty();
  return key;
}

Key key_of(const record::Finding& finding, const Ranks& inspections) {
  Key key;
  key.first = {finding.source_of ? static_cast<std::int64_t>(*finding.source_of) : last,
               rank_in(inspections, finding.inspection.target()), number(finding.found)};
  return key;
}

Key key_of(const record::Letter& letter) {
  Key key;
  key.first[0] = number(letter.date);
  key.text = letter.number.or_empty();
  if (const auto parsed = record::LetterNumber::parse(letter.number.or_empty())) {
    key.text = parsed->code;
    key.then = {parsed->year, parsed->serial};
  }
  return key;
}

Key key_of(const record::Waiver& waiver) {
  Key key;
  key.text = waiver.rule.or_empty();
  key.name = waiver.record.or_empty().id;
  return key;
}

Key dated(std::int64_t day, std::int64_t further = last) {
  Key key;
  key.first = {day, further, last};
  return key;
}

class Sorter {
 public:
  Sorter(Register& reg, unsigned threads) : reg_(reg), threads_(threads) {}

  void sort() {
    by<Org>([](const Org& org) { return key_of(org); });
    put_orgs_down_the_tree();
    by<Leader>([](const Leader& leader) { return key_of(leader); });
    put_duties_in_order(reg_, reg_.now);
    by<record::Inspection>(
        [](const auto& one) { return dated(number(one.from), number(one.round)); });
    const Ranks inspections = ranks_of(list(Kind::inspection));
    by<record::Finding>([&](const auto& one) { return key_of(one, inspections); });
    by<record::Letter>([](const auto& one) { return key_of(one); });
    by<record::Waiver>([](const auto& one) { return key_of(one); });
    by<record::Policy>([](const auto& one) { return dated(number(one.from)); });
    by<record::Calendar>([](const auto& one) { return dated(number(one.year)); });
    sort_reports();
    sort_the_others();
  }

  // By id, then by what the record says: a register with errors may have an id twice, or none.
  bool id_before(const Record& a, const Record& b) const {
    const auto order = compare_ids(a.name(), b.name());
    if (order != 0) return order < 0;
    if (a.kind == b.kind && &a == &b) return false;
    return reg_.bytes_at(a.place(a.span)) < reg_.bytes_at(b.place(b.span));
  }

 private:
  std::vector<Record*>& list(Kind kind) { return reg_.by_kind[kind]; }

  template <class T, class KeyOf>
  void by(KeyOf key_of) {
    sort(T::its_kind, [&](const Record& record) { return key_of(static_cast<const T&>(record)); });
  }

  // By the day since which they are there.
  void sort_the_others() {
    for (const record::KindRow* row : record::kind_rows()) {
      if (record::holds(sorted_, row->kind())) continue;
      sort(row->kind(), [&](const Record& record) {
        const auto day = row->begins->day == nullptr ? std::nullopt : row->begins->day(record);
        return dated(day ? day->days : last);
      });
    }
  }

  template <class KeyOf>
  void sort(Kind kind, KeyOf key_of) {
    sorted_ |= record::kinds({kind});
    std::vector<Record*>& records = list(kind);
    if (records.size() < 2) return;
    std::vector<Key> keys(records.size());
    io::in_parallel_runs(threads_, records.size(),
                         [&](unsigned, std::size_t from, std::size_t past) {
                           for (std::size_t i = from; i < past; ++i) {
                             keys[i] = key_of(*records[i]);
                             keys[i].record = records[i];
                           }
                         });
    const auto before = [this](const Key& a, const Key& b) {
      if (a.first != b.first) return a.first < b.first;
      if (a.text != b.text) return a.text < b.text;
      if (const auto order = compare_ids(a.name, b.name); order != 0) return order < 0;
      if (a.then != b.then) return a.then < b.then;
      return id_before(*a.record, *b.record);
    };
    if (!std::is_sorted(keys.begin(), keys.end(), before)) {
      std::stable_sort(keys.begin(), keys.end(), before);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) records[i] = keys[i].record;
  }

  // The tree walks siblings in the order in which they are given.
  void put_orgs_down_the_tree() {
    std::vector<Record*>& orgs = list(Kind::org);
    const OrgTree tree(orgs, {});
    std::stable_sort(orgs.begin(), orgs.end(), [&](const Record* a, const Record* b) {
      return tree.place_of(a) < tree.place_of(b);
    });
  }

  // Most records are reports, so that their keys are small.
  void sort_reports() {
    struct Entry {
      std::uint32_t by;
      std::int32_t last_day;
      std::int32_t first_day;
      Record* record;
    };
    std::vector<Record*>& reports = list(Kind::report);
    if (reports.size() < 2) return;
    const SubjectOrder subjects(reg_);
    std::vector<Entry> entries(reports.size());
    io::in_parallel_runs(
        threads_, reports.size(), [&](unsigned, std::size_t from, std::size_t past) {
          for (std::size_t i = from; i < past; ++i) {
            const Report& report = *static_cast<const Report*>(reports[i]);
            entries[i] = {static_cast<std::uint32_t>(subjects.rank(report.by.target())),
                          report.period ? report.period->last_day().days
                                        : std::numeric_limits<std::int32_t>::max(),
                          // What is shorter comes first: June before the quarter that it ends.
                          report.period ? -report.period->first_day().days : 0, reports[i]};
          }
        });
    const auto before = [this](const Entry& a, const Entry& b) {
      if (a.by != b.by) return a.by < b.by;
      if (a.last_day != b.last_day) return a.last_day < b.last_day;
      if (a.first_day != b.first_day) return a.first_day < b.first_day;
      return id_before(*a.record, *b.record);
    };
    if (!std::is_sorted(entries.begin(), entries.end(), before)) {
      std::stable_sort(entries.begin(), entries.end(), before);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) reports[i] = entries[i].record;
  }

  Register& reg_;
  unsigned threads_;
  // Those that have an order of their own; duties and reports are put in theirs by hand.
  record::KindSet sorted_ = record::kinds({Kind::duty, Kind::report});
};

}  // namespace

std::strong_ordering compare_ids(std::string_view a, std::string_view b) {
  return text::compare_natural(a, b);
}

void put_in_order(Register& reg, unsigned threads) {
  Sorter(reg, threads).sort();
}

void put_duties_in_order(Register& reg, Date day) {
  const CategoryOrder categories(reg.policy_on(day));
  std::vector<Record*>& duties = reg.by_kind[Kind::duty];
  struct Entry {
    CategoryOrder::Rank category;
    Record* record;
  };
  std::vector<Entry> entries;
  entries.reserve(duties.size());
  for (Record* duty : duties) entries.push_back({categories.of(*record::as<Duty>(duty)), duty});
  const Sorter ids(reg, 1);
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (const auto order = a.category <=> b.category; order != 0) return order < 0;
    return ids.id_before(*a.record, *b.record);
  });
  for (std::size_t i = 0; i < entries.size(); ++i) duties[i] = entries[i].record;
}

SubjectOrder::SubjectOrder(const Register& reg) {
  for (const Kind kind : {Kind::leader, Kind::org}) {
    for (const Record* record : reg.of_kind(kind)) ranks_.emplace(record, ranks_.size());
  }
}

std::size_t SubjectOrder::rank(const Record* subject) const {
  const auto at = ranks_.find(subject);
  return at == ranks_.end() ? ranks_.size() : at->second;
}

CategoryOrder::CategoryOrder(const record::Policy* policy) {
  std::uint32_t place = 0;
  for (const record::EnumRow& row : record::vocabulary<record::DutyCategory>().rows) {
    places_.emplace(row.id, place++);
  }
  if (policy == nullptr || !policy->catalogues) return;
  for (const auto* catalogue : {&policy->catalogues->principal, &policy->catalogues->member}) {
    for (const record::CatalogueItem& item : *catalogue) {
      if (item.id) places_.emplace(item.id->text, place++);
    }
  }
}

CategoryOrder::Rank CategoryOrder::of(const Duty& duty) const {
  const auto at = places_.find(duty.category.or_empty().text);
  if (at != places_.end()) return {at->second, {}};
  return {std::numeric_limits<std::uint32_t>::max(), duty.category.or_empty().text};
}

std::strong_ordering operator<=>(const CategoryOrder::Rank& a, const CategoryOrder::Rank& b) {
  if (const auto order = a.place <=> b.place; order != 0) return order;
  return text::compare_natural(a.own, b.own);
}

std::vector<const Duty*> duties_in(const Register& reg, Period period) {
  struct Entry {
    CategoryOrder::Rank category;
    std::int64_t due;
    std::size_t at;  // among all duties: within a category by id
    const Duty* duty;
  };
  const CategoryOrder categories(reg.policy_on(period.last_day()));
  std::vector<Entry> entries;
  std::size_t at = 0;
  for (const Duty& duty : reg.all<Duty>()) {
    ++at;
    const std::vector<Date> ends = period_ends(duty, period.first_day(), period.last_day());
    if (ends.empty()) continue;
    const auto due = reg.work_days.due(ends.front(), *duty.due);
    entries.push_back({categories.of(duty), due ? due->days : last, at, &duty});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (const auto order = a.category <=> b.category; order != 0) return order < 0;
    return std::pair(a.due, a.at) < std::pair(b.due, b.at);
  });
  std::vector<const Duty*> list;
  list.reserve(entries.size());
  for (const Entry& entry : entries) list.push_back(entry.duty);
  return list;
}

}  // namespace zsup::reg
