#include "rule/rule.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

#include "diag/counted.h"
#include "diag/report.h"
#include "io/in_parallel.h"
#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/waiver.h"
#include "rule/families.h"

namespace zsup::rule {

using record::Kind;

namespace {

constexpr auto by_record = std::to_array<RecordCheck>({
    on<check_case_dates>(),
    on<check_reporter_in_office>(),
    on<check_pool_in_office>(),
    on<check_policy>(),
    on<check_duty>(),
    on<check_report>(),
    on<check_catalogue>(),
    on<check_finding>(),
    on<check_inspection>(),
    on<check_spot_check>(),
    on<check_draw>(),
    on<check_case>(),
    on<check_filing>(),
    on<check_waiver>(),
    on<check_oral_report>(),
});

constexpr auto by_register = std::to_array<RegisterCheck>({
    check_org_cycles,
    check_policies,
    check_calendars,
    check_work_days_known,
    check_lines,
    check_measures,
    check_settings,
    check_categories,
    check_names,
    check_readings,
    check_duties_of_leaders,
    check_not_reported,
    check_answered_twice,
    check_escalations,
    check_people,
    check_matters,
    check_conditions,
    check_letter_numbers,
    check_same_letters,
});

// Those that share out their own work among all threads, one after another. They are spared where
// nothing that they tell is wanted.
struct SharedCheck {
  std::array<diag::Code, 2> tells;
  RegisterCheck check;
};
constexpr auto side_by_side = std::to_array<SharedCheck>({
    {{diag::code::repeats_own_report, diag::code::repeats_other_report}, check_copies},
});

constexpr auto by_source = std::to_array<SourceCheck>({check_secrecy});

// The severities of this register: the catalogue's, and over them those of zsup.yaml.
class Severities {
 public:
  explicit Severities(const reg::Register& reg) {
    list_.fill(diag::Severity::error);
    for (const diag::RuleInfo& rule : catalogue()) at(rule.code) = rule.severity;
    for (const record::Setting& setting : reg.config.severity) {
      const diag::RuleInfo* rule = info(setting.code.or_empty());
      if (rule == nullptr || !setting.level) continue;
      const diag::Severity wanted = severity(*setting.level);
      // What a firm rule tells of was not read, and is never hidden.
      if (!rule->firm || rule->severity <= wanted) at(rule->code) = wanted;
    }
  }

  diag::Severity of(diag::Code code) const { return list_[code.number % list_.size()]; }

 private:
  static diag::Severity severity(record::Severity level) {
    return static_cast<diag::Severity>(level);
  }
  diag::Severity& at(diag::Code code) { return list_[code.number % list_.size()]; }

  std::array<diag::Severity, 1000> list_{};
};

std::vector<diag::Diagnostic> settled(const reg::Register& reg, value::Date as_of,
                                      const Severities& severities,
                                      std::vector<diag::Diagnostic> all) {
  apply_waivers(reg, as_of, all);
  for (diag::Diagnostic& found : all) {
    found.severity = severities.of(found.code);
    if (found.waived) found.severity = std::min(found.severity, diag::Severity::info);
    if (found.more > 0) {
      found.message = diag::say("同一文件中还有 {} 处同样的问题，从这里起不再逐一列出",
                                "{0} more of this kind in this file, from here on, {1} not listed",
                                found.more, diag::are(found.more));
    }
  }
  std::erase_if(
      all, [](const diag::Diagnostic& found) { return found.severity == diag::Severity::off; });
  diag::sort(all, reg.sources);
  return all;
}

}  // namespace

Unread::Unread(const std::vector<diag::Diagnostic>& found) {
  for (const diag::Diagnostic& one : found) {
    if (one.code.number >= 200) continue;
    at_.emplace_back(one.place.source, one.place.span.begin);
    if (one.more > 0) rest_.try_emplace(one.place.source, one.place.span.begin);
  }
  std::sort(at_.begin(), at_.end());
}

bool Unread::within(text::Place place) const {
  const auto rest = rest_.find(place.source);
  if (rest != rest_.end() && rest->second < place.span.end) return true;
  const auto at =
      std::lower_bound(at_.begin(), at_.end(), std::pair(place.source, place.span.begin));
  return at != at_.end() && at->first == place.source && at->second < place.span.end;
}

std::vector<diag::Diagnostic> run(const reg::Register& reg, const RunOptions& options) {
  const Severities severities(reg);
  if (reg.unsettled) return settled(reg, options.as_of, severities, reg.found);
  const value::Period period = reg.period_at(options.as_of);
  std::vector<diag::Diagnostic> all = reg.found;
  const unsigned threads = std::max(1u, options.threads);
  auto at = std::make_unique<reg::AsOf>(reg, options.as_of, threads);
  const auto other_day =
      reg.now == options.as_of ? nullptr : std::make_unique<reg::AsOf>(reg, reg.now, threads);
  const reg::AsOf& today = other_day ? *other_day : *at;
  std::span<const reg::Obligation> owed;
  std::set<const record::Duty*> unowned;
  bool too_many = false;
  try {
    unowned = reg::unowned(reg, period);
    owed = at->owed(period);
  } catch (const reg::Spent& spent) {
    diag::Sink sink;
    sink.add(diag::code::too_large, spent.place, spent.message, spent.help);
    all.push_back(std::move(sink.list().front()));
    unowned.clear();
    too_many = true;
  }
  const Unread unread(reg.found);

  text::Each<record::Kind, std::vector<void (*)(Context&, const record::Record&)>> of_kind;
  for (const RecordCheck& row : by_record) {
    of_kind[row.kind].push_back(row.check);
  }
  const FieldChecks fields;
  // One a thread, and one for each check of the register as a whole, so that as many are listed of
  // each file however the work is divided.
  std::vector<diag::Sink> sinks(by_register.size() + threads, diag::Sink(options.keeps));
  // As for reading (register/load.cpp): where thousands of files are all mistakes, the rules go
  // through them in order, up to a bound.
  constexpr std::size_t most_listed = 30'000;
  constexpr std::size_t most_to_mend = 300'000;
  const std::size_t most =
      options.keeps == diag::Sink::Keeps::every_fix ? most_to_mend : most_listed;
  std::atomic<std::size_t> listed{0};
  // The checks of the register as a whole come first, since one of them may take long.
  std::atomic<std::size_t> next_check{0};
  std::atomic<std::size_t> next_file{0};
  const auto check_file = [&](std::size_t i, diag::Sink& sink) {
    Context context{reg, *at, today, owed, too_many, unowned, unread, options.as_of, sink, 1};
    const std::size_t told = sink.list().size();
    for (const record::Record* record : reg.files[i].records) {
      check_fields(context, fields, *record);
      for (const auto check : of_kind[record->kind]) {
        check(context, *record);
      }
    }
    for (const SourceCheck check : by_source) check(context, static_cast<text::SourceId>(i));
    listed += sink.list().size() - told;
  };
  const auto work = [&](diag::Sink& sink) {
    constexpr std::size_t batch = 16;
    for (std::size_t i = next_check++; i < by_register.size(); i = next_check++) {
      Context whole{reg, *at, today, owed, too_many, unowned, unread, options.as_of, sinks[i], 1};
      by_register[i](whole);
    }
    const std::size_t count = reg.files.size();
    for (std::size_t from = next_file.fetch_add(batch); from < count;
         from = next_file.fetch_add(batch)) {
      for (std::size_t i = from; i < std::min(from + batch, count); ++i) {
        if (listed > most) return;
        check_file(i, sink);
      }
    }
  };
  io::in_parallel(threads, [&](unsigned i) { work(sinks[by_register.size() + i]); });
  std::size_t of_register = 0;
  for (std::size_t i = 0; i < by_register.size(); ++i) of_register += sinks[i].list().size();
  if (listed > most || of_register > most) {
    std::fill(sinks.begin(), sinks.end(), diag::Sink(options.keeps));
    listed = 0;
    std::size_t done = 0;
    for (; done < reg.files.size() && listed <= most; ++done) check_file(done, sinks.back());
    sinks.front().add(
        diag::code::too_large, {static_cast<text::SourceId>(done - 1), {}},
        diag::say("触犯规则之处太多（{0} 处以上），只看了前 {1} 个文件，也没有相互对照",
                  "rules are broken in too many places (more than {0}): only the first {1} files "
                  "were looked at, and not held against each other",
                  most, done),
        diag::say("先改正这些，或改正它们共同的原因", "mend these first, or what they come from"));
  }

  // What was worked out takes room, and is not looked at any more.
  at = std::make_unique<reg::AsOf>(reg, options.as_of, threads);
  reg.budget().renew();
  Context whole{reg,    *at,           *at,           {},     too_many, unowned,
                unread, options.as_of, sinks.front(), threads};
  for (const SharedCheck& shared : side_by_side) {
    const auto is_off = [&](diag::Code code) { return severities.of(code) == diag::Severity::off; };
    if (!std::all_of(shared.tells.begin(), shared.tells.end(), is_off)) shared.check(whole);
  }

  for (diag::Sink& sink : sinks) {
    for (diag::Diagnostic& found : sink.list()) all.push_back(std::move(found));
  }
  return settled(reg, options.as_of, severities, std::move(all));
}

}  // namespace zsup::rule
