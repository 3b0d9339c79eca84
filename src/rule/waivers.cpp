// ZS215, ZS216, ZS901, ZS902: rules set aside for one record.
#include <algorithm>
#include <map>
#include <set>

#include "diag/brief.h"
#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/report.h"
#include "record/kinds/waiver.h"
#include "rule/families.h"
#include "rule/own.h"
#include "text/edit_distance.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Record;
using record::Waiver;
namespace code = diag::code;

namespace {

bool expired(const Waiver& waiver, value::Date as_of) {
  return waiver.until && *waiver.until < as_of;
}

// The rule that a waiver may set aside; null when it names none, or one that holds for all.
const diag::RuleInfo* waivable(const Waiver& waiver) {
  const diag::RuleInfo* rule = waiver.rule ? info(*waiver.rule) : nullptr;
  return rule != nullptr && !rule->firm ? rule : nullptr;
}

// The record that a place lies in; null outside of all.
const Record* record_at(const reg::Register& reg, text::Place place) {
  if (place.source >= reg.files.size() || !place.span.given()) return nullptr;
  const auto& records = reg.files[place.source].records;
  const auto after = std::upper_bound(
      records.begin(), records.end(), place.span.begin,
      [](std::uint32_t at, const Record* record) { return at < record->span.begin; });
  if (after == records.begin()) return nullptr;
  const Record* record = *(after - 1);
  return place.span.begin < record->span.end ? record : nullptr;
}

}  // namespace

void tell_unknown_rule(diag::Sink& sink, text::Place place, std::string_view name) {
  std::vector<std::string> names;
  for (const diag::RuleInfo& rule : catalogue()) names.push_back(rule.code.name());
  std::vector<std::string_view> known(names.begin(), names.end());
  for (const diag::RuleInfo& rule : catalogue()) known.push_back(rule.name);
  diag::Diagnostic& found =
      sink.add(code::unknown_rule, place,
               say("没有代码为“{}”的规则", "there is no rule with the code '{}'", brief(name)));
  const diag::RuleInfo* meant = nullptr;
  if (const auto near = text::nearest(name, known)) {
    for (const diag::RuleInfo& rule : catalogue()) {
      if (rule.code.name() == *near || rule.name == *near) meant = &rule;
    }
  }
  for (const diag::RuleInfo& rule : catalogue()) {
    if (rule.name == name) meant = &rule;
  }
  found.help = meant != nullptr ? say("是不是 {}（{}）？", "did you mean {} ({})?",
                                      meant->code.name(), meant->summary)
                                : say("代码形如 ZS403；zsup explain 列出全部规则",
                                      "codes look like ZS403; 'zsup explain' lists them all");
}

namespace {

// Whose matter a record is.
std::vector<const Record*> subjects_of(const Record& record) {
  std::vector<const Record*> list;
  if (record.kind == record::Kind::org || record.kind == record::Kind::leader) {
    list.push_back(&record);
  }
  const record::Visitor visitor{
      .context = &list,
      .on_ref =
          [](void* self, const record::Given<record::Ref>& ref, const record::FieldSpec& field) {
            if (field.subject) {
              static_cast<std::vector<const Record*>*>(self)->push_back(ref->target);
            }
          },
  };
  record::visit(visitor, record);
  return list;
}

void check_approver(Context& context, const Waiver& waiver) {
  const Record* record = waiver.record.target();
  const Record* by = waiver.by.target();
  if (record == nullptr || by == nullptr) return;
  for (const Record* subject : subjects_of(*record)) {
    if (!judges_own(context, by, subject)) continue;
    context.sink
        .add(code::waived_by_oneself, waiver.place(waiver.by.span),
             by == subject
                 ? say("“{0}”批准了对自己的豁免", "'{0}' approved a waiver of their own", slug(*by))
                 : say("豁免由“{0}”批准，而事项是“{1}”自己的",
                       "the waiver is approved by '{0}', and the matter is that of '{1}'",
                       slug(*by), slug(*subject)),
             say("由监督机构或上级组织批准",
                 "let the body that oversees them, or an org above, approve it"))
        .related.push_back({record->id_place(), say("所豁免的记录", "the record")});
    return;
  }
}

}  // namespace

void check_waiver(Context& context, const Waiver& waiver) {
  check_approver(context, waiver);
  if (!waiver.rule) return;
  const diag::RuleInfo* rule = info(waiver.rule.or_empty());
  const text::Place place = waiver.place(waiver.rule.span);
  if (rule == nullptr) {
    tell_unknown_rule(context.sink, place, waiver.rule.or_empty());
  } else if (rule->firm) {
    context.sink.add(
        code::firm_rule, place,
        say("{}（{}）不能豁免", "{} ({}) cannot be set aside", rule->code.name(), rule->summary),
        say("改正记录本身，并删去这条豁免", "mend the record, and remove the waiver"));
  } else if (expired(waiver, context.as_of)) {
    context.sink.add(
        code::waiver_expired, waiver.place(waiver.until.span),
        say("对 {0} 的豁免已于 {1} 到期，不再起作用",
            "the waiver of {0} ended on {1}, and has no effect any more", rule->code.name(),
            waiver.until->iso()),
        say("情况已经改正的，删去这条豁免；确需延长的，经批准后改有效期",
            "remove it once the matter is put right; if it must go on, have it approved and give "
            "the new day"));
  }
}

void apply_waivers(const reg::Register& reg, value::Date as_of,
                   std::vector<diag::Diagnostic>& all) {
  // Of several waivers of one rule for one record, each counts as used.
  struct Row {
    const Waiver* waiver;
    bool used = false;
  };
  std::map<std::pair<const Record*, diag::Code>, std::vector<Row>> rows;
  for (const Waiver& waiver : reg.all<Waiver>()) {
    const diag::RuleInfo* rule = waivable(waiver);
    const Record* record = waiver.record.target();
    // Without a last day that can be read, a waiver has no effect.
    if (rule == nullptr || record == nullptr || !waiver.until || expired(waiver, as_of)) continue;
    rows[{record, rule->code}].push_back({&waiver});
  }
  if (rows.empty()) return;
  // In these files some are only counted, and any waiver may be needed for one of them.
  std::set<std::pair<text::SourceId, diag::Code>> counted;
  for (diag::Diagnostic& found : all) {
    if (found.more > 0) {
      counted.emplace(found.place.source, found.code);
      continue;
    }
    const Record* record = record_at(reg, found.place);
    const auto at = record == nullptr ? rows.end() : rows.find({record, found.code});
    if (at == rows.end()) continue;
    for (Row& row : at->second) row.used = true;
    const Waiver& waiver = *at->second.front().waiver;
    found.waived = true;
    found.related.push_back(
        {waiver.id_place(),
         say("由“{0}”豁免至 {1}：{2}", "waived by '{0}' until {1}: {2}", slug(waiver),
             waiver.until->iso(), brief(waiver.reason.or_empty()))});
  }
  // Looking back, a waiver may not be needed yet; and of what cannot be read, nothing is known.
  if (as_of < reg.now || reg.partial || reg.unsettled) return;
  diag::Sink sink;
  for (const auto& [key, list] : rows) {
    if (counted.contains({key.first->source, key.second})) continue;
    for (const Row& row : list) {
      if (row.used) continue;
      const Waiver& waiver = *row.waiver;
      sink.add(code::waiver_unused, waiver.place(waiver.rule.span),
               say("“{1}”没有触犯 {0}，这条豁免没有用处",
                   "'{1}' does not break {0}, so this waiver is for nothing",
                   waiver.rule.or_empty(), slug(*key.first)),
               say("删去这条豁免，或核对规则和记录",
                   "remove it, or compare the rule and the record that it names"));
    }
  }
  for (diag::Diagnostic& found : sink.list()) all.push_back(std::move(found));
}

}  // namespace zsup::rule
