// ZS70x: reports that go through the motions.
//
// Every item's text is sketched once (text/likeness.h). Items are put in the order of their dates;
// for each band of the sketches, for texts of the same substance, and for what one subject reports
// on one duty, the items that agree stand in one group. An item is compared with the first few of
// its groups and with the one right before it, never with all: the work grows with the number of
// items, whatever they hold. What counts is the exact share in common; the earliest text that
// reaches the threshold is named.
#include <algorithm>
#include <atomic>
#include <map>

#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "register/in_parallel.h"
#include "rule/families.h"
#include "text/likeness.h"
#include "value/number.h"

namespace zsup::rule {

using diag::say;
using record::Attempt;
using record::Finding;
using record::Record;
using record::Report;
using record::ReportItem;
using record::ReviewDecision;
using text::Sketch;
namespace code = diag::code;

namespace {

constexpr std::int64_t default_threshold = 80;
constexpr std::int64_t default_least_length = 20;
constexpr std::size_t firsts = 4;  // of a group, with which an item is compared
constexpr std::uint32_t nobody = ~std::uint32_t{0};

// The last attempt that exists at the as-of date; null when there is none.
const Attempt* standing(const ReportItem& item, value::Date as_of) {
  const Attempt* last = nullptr;
  const auto consider = [&](const Attempt& attempt) {
    if (!attempt.submitted || *attempt.submitted > as_of) return;
    if (last == nullptr || *attempt.submitted >= *last->submitted) last = &attempt;
  };
  for (const Attempt& earlier : item.earlier) consider(earlier);
  consider(item);
  return last;
}

bool is_decided(const Attempt& attempt, ReviewDecision decision, value::Date as_of) {
  return reg::reviewed_by(attempt, as_of) && *attempt.review->decision == decision;
}

struct Item {
  const Report* report;
  const ReportItem* item;
  const Attempt* attempt;
  std::uint8_t threshold;  // percent
  Sketch sketch;
};

// An own text of another duty is no copy, nor is the same text of the same period: that is an
// obligation answered twice.
bool would_be_copy(const Item& later, const Item& earlier) {
  if (later.report->by.value.target != earlier.report->by.value.target) return true;
  return later.item->duty.value.target == earlier.item->duty.value.target &&
         earlier.report->period->last_day() < later.report->period->last_day();
}

bool is_copy(const Item& later, const Item& earlier) {
  return would_be_copy(later, earlier) && later.sketch.may_reach(earlier.sketch, later.threshold) &&
         text::in_common(text::substance(*later.attempt->content),
                         text::substance(*earlier.attempt->content))
             .reaches(later.threshold);
}

// Keys in the upper half, places in the lower; by keys, places of one key in their order.
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

class Copies {
 public:
  explicit Copies(const Context& context) : context_(context) {}

  // For each item the place of the text that it repeats, or nobody.
  std::vector<std::uint32_t> find() {
    constexpr std::size_t groupings = Sketch::band_count + 2;
    const unsigned threads = std::max(1u, context_.threads);
    std::vector<std::vector<std::uint32_t>> found(threads);
    std::atomic<std::size_t> next{0};
    reg::in_parallel(threads, [&](unsigned thread) {
      found[thread].assign(items_.size(), nobody);
      std::vector<std::uint64_t> list;
      std::vector<std::uint64_t> room;
      for (std::size_t grouping = next++; grouping < groupings; grouping = next++) {
        list.resize(items_.size());
        for (std::size_t i = 0; i < items_.size(); ++i) {
          list[i] = std::uint64_t{key(items_[i], grouping)} << 32U | i;
        }
        sort_by_key(list, room);
        compare(list, found[thread]);
      }
    });
    for (unsigned i = 1; i < threads; ++i) {
      for (std::size_t k = 0; k < items_.size(); ++k) {
        found[0][k] = std::min(found[0][k], found[i][k]);
      }
    }
    return std::move(found[0]);
  }

  void gather() {
    std::vector<const Report*> reports;
    for (const Report& report : context_.reg.all<Report>()) {
      if (report.period && report.by.value.target != nullptr) reports.push_back(&report);
    }
    const unsigned threads = std::max(1u, context_.threads);
    std::vector<std::vector<Item>> parts(threads);
    reg::in_parallel(threads, [&](unsigned thread) {
      const std::size_t first = reports.size() * thread / threads;
      const std::size_t past = reports.size() * (thread + 1) / threads;
      for (std::size_t i = first; i < past; ++i) gather_report(*reports[i], parts[thread]);
    });
    std::vector<std::uint64_t> order;
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    order.reserve(count);
    std::vector<const Item*> all;
    all.reserve(count);
    for (const auto& part : parts) {
      for (const Item& item : part) {
        order.push_back(
            std::uint64_t{static_cast<std::uint32_t>(item.attempt->submitted->days) ^ 0x80000000u}
                << 32U |
            all.size());
        all.push_back(&item);
      }
    }
    std::vector<std::uint64_t> room;
    sort_by_key(order, room);
    items_.reserve(count);
    for (const std::uint64_t one : order) items_.push_back(*all[one & 0xFFFFFFFFu]);
  }

  const Item& at(std::size_t place) const { return items_[place]; }

 private:
  void gather_report(const Report& report, std::vector<Item>& to) const {
    const record::Policy* policy = context_.reg.policy_on(report.period->last_day());
    std::int64_t threshold = default_threshold;
    std::int64_t least = default_least_length;
    if (policy != nullptr && policy->authenticity) {
      const record::Authenticity& given = *policy->authenticity;
      if (given.threshold) threshold = *given.threshold;
      if (given.least_length) least = *given.least_length;
    }
    for (const ReportItem& item : report.items) {
      if (item.duty.value.target == nullptr) continue;
      const Attempt* attempt = standing(item, context_.as_of);
      if (attempt == nullptr || !attempt->content) continue;
      const std::u32string substance = text::substance(*attempt->content);
      if (static_cast<std::int64_t>(substance.size()) < std::max<std::int64_t>(least, 3)) continue;
      to.push_back(
          {&report, &item, attempt, static_cast<std::uint8_t>(threshold), text::sketch(substance)});
    }
  }

  static std::uint32_t key(const Item& item, std::size_t grouping) {
    if (grouping < Sketch::band_count) return item.sketch.bands[grouping];
    if (grouping == Sketch::band_count) return item.sketch.whole;
    // One subject's reports on one duty.
    const std::hash<std::string_view> hash;
    const std::uint64_t both =
        hash(item.report->by->id) * 0x9E3779B97F4A7C15u ^ hash(item.item->duty->id);
    return static_cast<std::uint32_t>(both * 0xD6E8FEB86659FD93u >> 32U);
  }

  void compare(const std::vector<std::uint64_t>& list, std::vector<std::uint32_t>& found) const {
    for (std::size_t first = 0; first < list.size();) {
      std::size_t past = first + 1;
      while (past < list.size() && list[past] >> 32U == list[first] >> 32U) {
        const auto later = static_cast<std::uint32_t>(list[past]);
        const auto look = [&](std::size_t at) {
          const auto earlier = static_cast<std::uint32_t>(list[at]);
          if (earlier >= found[later] || !is_copy(items_[later], items_[earlier])) return false;
          found[later] = earlier;
          return true;
        };
        bool done = false;
        const std::size_t last = std::min(first + firsts, past);
        for (std::size_t at = first; at < last && !done; ++at) done = look(at);
        if (!done && last < past) look(past - 1);
        ++past;
      }
      first = past;
    }
  }

  const Context& context_;
  std::vector<Item> items_;
};

// "87.5%", and 100% for nothing but the whole.
std::string share_text(text::InCommon share) {
  const value::Rational percent(static_cast<std::int64_t>(200 * share.common),
                                static_cast<std::int64_t>(share.all));
  const std::string text = percent.text();
  return (text == "100" && 2 * share.common != share.all ? "99.99" : text) + "%";
}

}  // namespace

void check_copies(Context& context) {
  Copies copies(context);
  copies.gather();
  const std::vector<std::uint32_t> found = copies.find();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] == nobody) continue;
    const Item& later = copies.at(i);
    const Item& earlier = copies.at(found[i]);
    // What was returned has been noticed.
    if (is_decided(*later.attempt, ReviewDecision::returned, context.as_of)) continue;
    const std::string share = share_text(text::in_common(
        text::substance(*later.attempt->content), text::substance(*earlier.attempt->content)));
    const std::string period = earlier.report->period->id();
    const bool own = later.report->by.value.target == earlier.report->by.value.target;
    context.sink
        .add(own ? code::repeats_own_report : code::repeats_other_report,
             later.report->place(later.attempt->content.span),
             own ? say("内容与 {} 的报告雷同，相同文字占 {}",
                       "the content repeats the report of {}: {} in common", period, share)
                 : say("内容与“{}”{} 的报告雷同，相同文字占 {}",
                       "the content repeats what '{}' reported for {}: {} in common",
                       slug(*earlier.report->by.value.target), period, share),
             say("核实本期实际做了什么；照抄的退回重报",
                 "find out what was really done this time; return what was only copied"))
        .related.push_back({earlier.report->place(earlier.attempt->content.span),
                            say("在先的内容在这里", "the earlier text")});
  }
}

void check_spot_check(Context& context, const Record& record) {
  const auto& finding = static_cast<const Finding&>(record);
  if (!finding.target || !finding.target->verdict || !finding.found ||
      !exists(finding, context.as_of) ||
      *finding.target->verdict == record::SpotCheckVerdict::genuine) {
    return;
  }
  const Report* report = record::as<Report>(finding.target->report.value.target);
  const Record* duty = finding.target->duty.value.target;
  if (report == nullptr || duty == nullptr) return;
  for (const ReportItem& item : report->items) {
    if (item.duty.value.target != duty) continue;
    const Attempt* attempt = standing(item, context.as_of);
    // What was handed in after the check is another text.
    if (attempt == nullptr || *finding.found < *attempt->submitted ||
        !is_decided(*attempt, ReviewDecision::approved, context.as_of)) {
      continue;
    }
    context.sink
        .add(code::spot_check_contradicts, finding.place(finding.target->verdict.span),
             say("抽查结论是“{0}”，所抽查的事项却已审核通过",
                 "the spot check says '{1}', and the item that it tested is approved",
                 record::row_of(*finding.target->verdict).label.zh,
                 record::row_of(*finding.target->verdict).label.en),
             say("重新审核该事项，不属实的退回；抽查有误就改正结论",
                 "review the item again and return it, or mend the verdict"))
        .related.push_back({report->place(attempt->review->decision.span),
                            say("审核通过在这里", "approved here")});
  }
}

}  // namespace zsup::rule
