// ZS210, ZS222, ZS223, ZS225: whether there is one policy to score by, and whether it contradicts
// itself.
#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "diag/brief.h"
#include "record/kinds/duty.h"
#include "rule/families.h"
#include "text/edit_distance.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Policy;
using record::Record;
using value::Date;
using value::Period;
namespace code = diag::code;

namespace {

diag::Text term_of(const Policy& policy) {
  if (!policy.until) return say("{} 起", "from {}", policy.from->iso());
  return say("{} 至 {}", "{} to {}", policy.from->iso(), policy.until->iso());
}

// The policies whose terms could be read, by their first days.
std::vector<const Policy*> by_first_day(const reg::Register& reg) {
  std::vector<const Policy*> list;
  for (const Policy& policy : reg.all<Policy>()) {
    if (policy.from && !policy.until.unreadable()) list.push_back(&policy);
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Policy* a, const Policy* b) { return *a->from < *b->from; });
  return list;
}

void check_overlaps(Context& context) {
  const Policy* longest = nullptr;  // of those before: whoever overlaps with one does with this
  for (const Policy* policy : by_first_day(context.reg)) {
    if (longest != nullptr && (!longest->until || *policy->from <= *longest->until)) {
      const diag::Text term = term_of(*longest);
      context.sink
          .add(code::several_policies, policy->place(policy->from.span),
               say("施行期间与考核办法“{}”（{}）重叠",
                   "it is in force together with the policy '{}' ({})", slug(*longest), term),
               say("给前一个办法填写终止日期，使任何一天只有一个办法",
                   "end the other one first: on any day exactly one policy is in force"))
          .related.push_back(
              {longest->place(longest->from.span), say("另一个办法", "the other policy")});
    }
    const bool longer = longest == nullptr ||
                        (longest->until && (!policy->until || *longest->until < *policy->until));
    if (longer) longest = policy;
  }
}

// Something is owed in a quarter, and no policy is in force on its last day.
class Gaps {
 public:
  explicit Gaps(Context& context) : context_(context) {
    for (const Policy& policy : context.reg.all<Policy>()) {
      policies_.push_back(&policy);
      if (policy.from) continue;
      const Date last = policy.until ? *policy.until : Date{std::numeric_limits<int>::max()};
      without_first_ = without_first_ ? std::max(*without_first_, last) : last;
    }
  }

  void tell() {
    find();
    std::map<const Policy*, std::vector<Period>> by_policy;  // the one before, or none
    for (const Period quarter : quarters_) by_policy[before(quarter)].push_back(quarter);
    for (const auto& [policy, quarters] : by_policy) {
      if (policy != nullptr) {
        tell(policy->place(policy->until.span), quarters);
        continue;
      }
      // One quarter is enough to say that the first policy came too late.
      constexpr std::size_t most_looked_at = 8;
      for (std::size_t at = 0; at < std::min(quarters.size(), most_looked_at); ++at) {
        const record::Duty* duty = first_owed(quarters[at]);
        if (duty == nullptr) continue;
        tell(duty->id_place(),
             {quarters.begin() + static_cast<std::ptrdiff_t>(at), quarters.end()});
        break;
      }
    }
  }

 private:
  bool covered(Date day) const {
    return context_.reg.any_policy_on(day) || (without_first_ && day <= *without_first_);
  }

  void find() {
    std::optional<Period> last;  // most reports are of one period with the one before
    const auto look = [&](Date end) {
      const Period quarter = Period::quarter_of(end);
      if (last == quarter) return;
      last = quarter;
      if (!covered(quarter.last_day())) quarters_.insert(quarter);
    };
    for (const record::Report& report : context_.reg.all<record::Report>()) {
      if (report.period) look(report.period->last_day());
    }
    for (const reg::Obligation& owed : context_.owed) look(owed.period.last_day());
    if (context_.owed_too_many) look(context_.period().last_day());
  }

  const Policy* before(Period quarter) const {
    const Policy* latest = nullptr;
    for (const Policy* policy : policies_) {
      if (!policy->until || quarter.last_day() <= *policy->until) continue;
      if (latest == nullptr || *latest->until < *policy->until) latest = policy;
    }
    return latest;
  }

  const record::Duty* first_owed(Period quarter) const {
    for (const record::Duty& duty : context_.reg.all<record::Duty>()) {
      if (context_.unowned.contains(&duty)) continue;
      for (const Date end : reg::period_ends(duty, quarter.first_day(), quarter.last_day())) {
        if (!reg::owners_unspent(context_.reg, duty, end).empty()) return &duty;
      }
    }
    return nullptr;
  }

  void tell(text::Place place, const std::vector<Period>& quarters) {
    const Period first = quarters.front();
    diag::Text message =
        say("{0}（截至 {1}）没有施行中的考核办法，不计分",
            "no policy is in force at the end of {2}, {1}, so that it has no score",
            first.chinese(), first.last_day().iso(), first.english());
    if (quarters.size() > 1) {
      message += say("；这样的季度共 {} 个", "; there are {} such quarters", quarters.size());
    }
    context_.sink.add(code::policy_in_force, place, std::move(message),
                      say("添加一条考核办法的记录，或改动现有办法的施行期间",
                          "add a record of kind policy, or change the term of one"));
  }

  Context& context_;
  std::vector<const Policy*> policies_;
  // The last day of those whose first day could not be read, which has been told already.
  std::optional<Date> without_first_;
  std::set<Period> quarters_;
};

void check_bands(Context& context, const Policy& policy) {
  std::map<value::Decimal, const record::Band*> seen;
  const record::Band* lowest = nullptr;
  bool all_read = policy.bands && !policy.bands.unreadable();
  for (const record::Band& band : policy.bands) {
    if (!band.from) {
      all_read = false;
      continue;
    }
    if (lowest == nullptr || *band.from < *lowest->from) lowest = &band;
    if (policy.full && *policy.full < *band.from) {
      context.sink
          .add(code::bands_do_not_fit, policy.place(band.from.span),
               say("下限 {} 高于满分 {}，谁也达不到",
                   "{} is above full marks, {}: nobody gets there", band.from->text(),
                   policy.full->text()),
               say("核对满分和这个等次的下限", "compare full marks and this band"))
          .related.push_back({policy.place(policy.full.span), say("满分", "full marks")});
    }
    const auto [at, is_new] = seen.emplace(*band.from, &band);
    if (is_new) continue;
    context.sink
        .add(code::bands_do_not_fit, policy.place(band.from.span),
             say("两个等次的下限都是 {}，得分够了也不知道是哪一等",
                 "two bands begin at {}: which one it is cannot be told", band.from->text()),
             say("每个等次写不同的下限", "give each band a first score of its own"))
        .related.push_back(
            {policy.place(at->second->from.span), say("另一个等次", "the other one")});
  }
  if (all_read && lowest != nullptr && lowest->from->units > 0) {
    context.sink.add(
        code::bands_do_not_fit, policy.place(lowest->from.span),
        say("最低的等次从 {} 分起，再低的得分没有等次",
            "the lowest band begins at {}: what is below has none", lowest->from->text()),
        say("加一个下限为 0 的等次", "add a band from 0"));
  }
}

void check_vetoes(Context& context, const Policy& policy) {
  std::vector<std::string_view> names;
  for (const record::Band& band : policy.bands) {
    if (!band.name) return;  // it may be the one that is meant
    names.push_back(band.name.or_empty());
  }
  if (names.empty()) return;
  for (const record::VetoRow& row : policy.vetoes) {
    if (!row.band || std::find(names.begin(), names.end(), row.band.or_empty()) != names.end())
      continue;
    const auto near = text::nearest(row.band.or_empty(), names);
    std::string all;
    for (const std::string_view name : names) all += (all.empty() ? "" : "、") + std::string(name);
    context.sink.add(code::bands_do_not_fit, policy.place(row.band.span),
                     say("等次中没有“{}”", "there is no band '{}'", brief(row.band.or_empty())),
                     near ? say("是不是“{}”？", "did you mean '{}'?", *near)
                          : say("等次有：{}", "the bands are: {}", brief(all)));
  }
}

}  // namespace

void check_policies(Context& context) {
  check_overlaps(context);
  // What seems to be missing may stand in what could not be read.
  if (!context.reg.partial) Gaps(context).tell();
}

void check_policy(Context& context, const Policy& policy) {
  check_bands(context, policy);
  check_vetoes(context, policy);
  const record::Deductions& off = policy.deductions.or_empty();
  // By the method weighted silence costs a share of full marks, whatever stands there.
  const bool weighted = policy.method && *policy.method == record::ScoreMethod::weighted;
  if (weighted || policy.method.unreadable() || !off.late || !off.unreported ||
      *off.late <= *off.unreported) {
    return;
  }
  context.sink
      .add(code::row_makes_no_sense, policy.place(off.late.span),
           say("迟报扣 {}，不报只扣 {}：补报反而多扣",
               "late costs {}, and nothing at all only {}: whoever makes it good pays more",
               off.late->text(), off.unreported->text()),
           say("迟报的扣分不高于未报送的", "let late cost no more than unreported"))
      .related.push_back({policy.place(off.unreported.span), say("未报送", "unreported")});
}

}  // namespace zsup::rule
