// Every item's text is sketched once (text/likeness.h). For each band of the sketches, for texts of
// the same substance, and for what one subject reports on one duty, the items that agree stand in
// one group, in the order of their dates. An item is compared with the first few of its groups and
// with those right before it, never with all. What counts is the exact share in common; the
// outlines of two texts rule out most pairs before that is worked out.
//
// A register may hold millions of items, so what is kept of each stands in flat arrays, one a
// purpose: a pass over all items touches nothing but what it needs.
#include "rule/copies.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>

#include "io/in_parallel.h"
#include "record/kinds/policy.h"
#include "text/likeness.h"
#include "text/utf8.h"

namespace zsup::rule {

using record::Attempt;
using record::Report;
using record::ReportItem;
using reg::Answer;
using text::Outline;
using text::Sketch;

namespace {

constexpr std::int64_t default_threshold = 80;
constexpr std::int64_t default_least_length = 20;

using Place = std::uint32_t;  // of an item, in the order of files
constexpr Place nobody = ~Place{0};

// So many characters may be compared in vain, and half of all that there are: texts that are nearly
// copies, each of them of many, are written on purpose.
constexpr std::uint64_t most_in_vain = 8'000'000;

// Nobody who copies writes his own on the first fifty pages.
constexpr std::size_t most_compared = 150'000;  // bytes

// With how many of a group an item is compared.
struct Reach {
  std::size_t firsts;
  std::size_t lasts;
};
constexpr Reach reach_in_bands{4, 4};
constexpr Reach reach_in_own{1, 1};  // of what one subject reports on one duty

// What a policy says of copies.
struct Limits {
  std::uint8_t threshold;  // percent
  std::size_t least_length;
};

Limits limits_of(const record::Policy* policy) {
  std::int64_t threshold = default_threshold;
  std::int64_t least = default_least_length;
  if (policy != nullptr && policy->authenticity) {
    const record::Authenticity& given = *policy->authenticity;
    if (given.threshold) threshold = *given.threshold;
    if (given.least_length) least = *given.least_length;
  }
  // Less than one run of three has nothing in common with anything.
  return {static_cast<std::uint8_t>(threshold),
          static_cast<std::size_t>(std::max<std::int64_t>(least, 3))};
}

// An own text of another duty is no copy, nor is the same text of the same period: that is an
// obligation answered twice.
bool would_be_copy(const Answer& later, const Answer& earlier) {
  if (later.report->by.target() != earlier.report->by.target()) return true;
  return later.item->duty.target() == earlier.item->duty.target() &&
         earlier.report->period->last_day() < later.report->period->last_day();
}

// Keys in the upper half, numbers in the lower; by keys, what has one key in the order it had.
void sort_by_key(std::vector<std::uint64_t>& list, std::vector<std::uint64_t>& room) {
  constexpr unsigned bits = 11;
  room.resize(list.size());
  for (unsigned shift = 32; shift < 64; shift += bits) {
    std::array<std::uint32_t, 1U << bits> starts{};
    constexpr std::uint64_t mask = (1U << bits) - 1;
    for (const std::uint64_t one : list) ++starts[one >> shift & mask];
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts) sum += std::exchange(start, sum);
    for (const std::uint64_t one : list) room[starts[one >> shift & mask]++] = one;
    list.swap(room);
  }
}

// Which keys may occur more than once: most occur once, and need no looking at.
class Occurrences {
 public:
  explicit Occurrences(std::size_t count) {
    while (std::size_t{1} << bits_ < count * 8) ++bits_;
    once_.resize(std::size_t{1} << (bits_ - 6));
    again_.resize(once_.size());
  }

  void clear() {
    std::fill(once_.begin(), once_.end(), 0);
    std::fill(again_.begin(), again_.end(), 0);
  }
  void add(std::uint32_t key) {
    const std::size_t at = place(key);
    const std::uint64_t bit = std::uint64_t{1} << (at & 63U);
    again_[at >> 6U] |= once_[at >> 6U] & bit;
    once_[at >> 6U] |= bit;
  }
  bool repeated(std::uint32_t key) const {
    const std::size_t at = place(key);
    return (again_[at >> 6U] >> (at & 63U) & 1U) != 0;
  }

 private:
  std::size_t place(std::uint32_t key) const {
    return std::uint64_t{key} * 0x9E3779B97F4A7C15u >> (64U - bits_);
  }

  unsigned bits_ = 6;
  std::vector<std::uint64_t> once_;
  std::vector<std::uint64_t> again_;
};

class Search {
 public:
  Search(const reg::Register& reg, value::Date as_of, unsigned threads)
      : reg_(reg), as_of_(as_of), threads_(std::max(1u, threads)) {}

  Copies run() {
    gather();
    std::uint64_t all = 0;
    for (Place place = 0; place < count_; ++place) {
      if (takes_part(place)) all += outlines_[place].runs;
    }
    room_ = most_in_vain + all / 2;
    std::atomic<std::size_t> next{0};
    io::in_parallel(threads_, [&](unsigned) {
      Occurrences occurrences(count_);
      std::vector<std::uint64_t> list;
      std::vector<std::uint64_t> room;
      for (std::size_t grouping = next++; grouping < groupings; grouping = next++) {
        group(keys_[grouping].get(), occurrences, list);
        sort_by_key(list, room);
        compare(list, grouping == own_duty ? reach_in_own : reach_in_bands);
      }
    });
    std::vector<std::uint64_t> later;
    for (Place place = 0; place < count_; ++place) {
      if (takes_part(place) && found_[place] != nobody) later.push_back(dated_place(place));
    }
    std::sort(later.begin(), later.end());
    Copies copies;
    copies.given_up = in_vain_ > room_;
    for (const std::uint64_t one : later) {
      const auto place = static_cast<Place>(one);
      copies.list.push_back({items_[place], items_[found_[place]]});
    }
    return copies;
  }

 private:
  // The bands come first.
  static constexpr std::size_t same_substance = Sketch::band_count;
  static constexpr std::size_t own_duty = Sketch::band_count + 1;
  static constexpr std::size_t groupings = Sketch::band_count + 2;

  // Places are given to all items of all reports; what would be kept of those that take no part
  // stays untouched.
  void gather() {
    std::vector<const Report*> reports;
    std::vector<Place> places;
    for (const Report* filed : reg_.as_filed<Report>()) {
      const Report& report = *filed;
      if (!report.period || report.by.target() == nullptr) continue;
      reports.push_back(&report);
      places.push_back(static_cast<Place>(count_));
      count_ += report.items.size();
    }
    items_ = std::make_unique_for_overwrite<Answer[]>(count_);
    outlines_ = std::make_unique_for_overwrite<Outline[]>(count_);
    days_ = std::make_unique_for_overwrite<std::uint32_t[]>(count_);
    found_ = std::make_unique_for_overwrite<std::atomic<Place>[]>(count_);
    for (auto& keys : keys_) keys = std::make_unique_for_overwrite<std::uint32_t[]>(count_);
    thresholds_.resize(count_);
    io::in_parallel_runs(threads_, reports.size(),
                         [&](unsigned, std::size_t first, std::size_t past) {
                           for (std::size_t i = first; i < past; ++i) {
                             sketch_items(*reports[i], places[i]);
                           }
                         });
  }

  void sketch_items(const Report& report, Place place) {
    const Limits limits = limits_of(reg_.policy_on(report.period->last_day()));
    const std::uint64_t by =
        std::hash<std::string_view>{}(report.by.or_empty().id) * 0x9E3779B97F4A7C15u;
    for (const ReportItem& item : report.items) {
      const Place own = place++;
      if (item.duty.target() == nullptr) continue;
      const Attempt* attempt = reg::attempts_of({&report, &item}, as_of_).last;
      if (attempt == nullptr || !attempt->content) continue;
      const std::u32string substance = compared(attempt->content.or_empty());
      if (substance.size() < limits.least_length) continue;
      const Sketch sketch = text::sketch(substance);
      items_[own] = {&report, &item};
      outlines_[own] = sketch.outline;
      days_[own] = static_cast<std::uint32_t>(attempt->submitted->days) ^ 0x80000000u;
      found_[own].store(nobody, std::memory_order_relaxed);
      for (std::size_t i = 0; i < Sketch::band_count; ++i) keys_[i][own] = sketch.bands[i];
      keys_[same_substance][own] = sketch.whole;
      const std::uint64_t both = by ^ std::hash<std::string_view>{}(item.duty.or_empty().id);
      keys_[own_duty][own] = static_cast<std::uint32_t>(both * 0xD6E8FEB86659FD93u >> 32U);
      thresholds_[own] = limits.threshold;
    }
  }

  bool takes_part(Place place) const { return thresholds_[place] != 0; }

  // By this items are in the order of their dates, and on one day in that of files.
  std::uint64_t dated_place(Place place) const {
    return std::uint64_t{days_[place]} << 32U | place;
  }

  // The keys that more than one item has, each with the item's place.
  void group(const std::uint32_t* keys, Occurrences& occurrences,
             std::vector<std::uint64_t>& list) const {
    occurrences.clear();
    for (Place place = 0; place < count_; ++place) {
      if (takes_part(place)) occurrences.add(keys[place]);
    }
    list.clear();
    for (Place place = 0; place < count_; ++place) {
      if (takes_part(place) && occurrences.repeated(keys[place])) {
        list.push_back(std::uint64_t{keys[place]} << 32U | place);
      }
    }
  }

  void compare(std::vector<std::uint64_t>& list, Reach reach) {
    constexpr std::size_t ahead = 16;
    for (std::size_t first = 0; first < list.size();) {
      std::size_t past = first + 1;
      for (; past < list.size() && list[past] >> 32U == list[first] >> 32U; ++past) {
        if (past + ahead < list.size()) {
          __builtin_prefetch(&outlines_[static_cast<Place>(list[past + ahead])]);
        }
      }
      compare_group(std::span(list).subspan(first, past - first), reach);
      first = past;
    }
  }

  void compare_group(std::span<std::uint64_t> group, Reach reach) {
    if (group.size() < 2) return;
    for (std::uint64_t& one : group) one = dated_place(static_cast<Place>(one));
    std::sort(group.begin(), group.end());
    for (std::size_t at = 1; at < group.size(); ++at) {
      const auto later = static_cast<Place>(group[at]);
      const auto look = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          if (is_copy(later, static_cast<Place>(group[i]))) return true;
        }
        return false;
      };
      const std::size_t middle = std::min(reach.firsts, at);
      if (!look(0, middle)) look(std::max(middle, at - std::min(at, reach.lasts)), at);
    }
  }

  // The earliest wins, whoever finds it first: what several threads find does not depend on their
  // turns.
  bool is_copy(Place later, Place earlier) {
    if (!outlines_[later].may_reach(outlines_[earlier], thresholds_[later])) return false;
    if (!would_be_copy(items_[later], items_[earlier])) return false;
    Place known = found_[later].load(std::memory_order_relaxed);
    const std::uint64_t own = dated_place(earlier);
    if (known != nobody && dated_place(known) <= own) return known == earlier;
    if (in_vain_.load(std::memory_order_relaxed) > room_) return false;
    const text::InCommon share = text::in_common(substance_at(later), substance_at(earlier));
    if (!share.reaches(thresholds_[later])) {
      in_vain_ += share.all;
      return false;
    }
    while ((known == nobody || own < dated_place(known)) &&
           !found_[later].compare_exchange_weak(known, earlier)) {
    }
    return true;
  }

  const Attempt& attempt_at(Place place) const {
    return *reg::attempts_of(items_[place], as_of_).last;
  }
  std::u32string substance_at(Place place) const { return compared(*attempt_at(place).content); }

  const reg::Register& reg_;
  value::Date as_of_;
  unsigned threads_;
  std::size_t count_ = 0;
  std::uint64_t room_ = 0;                 // characters that may be compared in vain
  std::atomic<std::uint64_t> in_vain_{0};  // and were
  // By place.
  std::unique_ptr<Answer[]> items_;
  std::unique_ptr<Outline[]> outlines_;
  std::unique_ptr<std::uint32_t[]> days_;  // of submission, from the first that there can be
  std::vector<std::uint8_t> thresholds_;   // percent; 0 of what takes no part
  std::array<std::unique_ptr<std::uint32_t[]>, groupings> keys_;
  std::unique_ptr<std::atomic<Place>[]> found_;  // the earlier text, or nobody
};

}  // namespace

std::u32string compared(std::string_view content) {
  std::size_t size = std::min(content.size(), most_compared);
  while (size < content.size() && size > 0 && text::is_continuation(content[size])) --size;
  return text::substance(content.substr(0, size));
}

Copies find_copies(const reg::Register& reg, value::Date as_of, unsigned threads) {
  return Search(reg, as_of, threads).run();
}

}  // namespace zsup::rule
