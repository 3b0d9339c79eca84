// ZS20x, ZS21x: records that must fit together as a register.
#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "diag/brief.h"
#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/letter.h"
#include "register/filings.h"
#include "register/findings.h"
#include "rule/families.h"
#include "text/edit_distance.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Given;
using record::Leader;
using record::Org;
using record::Policy;
using record::Record;
using value::Date;
namespace code = diag::code;

void check_org_cycles(Context& context) {
  // An org below a cycle is not on it: only those that meet themselves on the way up are. Every org
  // is walked over once: a walk that runs into an earlier one has nothing new to tell.
  const auto& list = context.reg.tree.cyclic();
  std::unordered_map<const Org*, std::size_t> rank;  // in the order of files
  for (const Org* org : list) rank.emplace(org, rank.size());
  std::unordered_map<const Org*, const Org*> walked_from;
  for (const Org* start : list) {
    const Org* at = start;
    while (at != nullptr && walked_from.emplace(at, start).second) at = reg::parent_of(*at);
    if (at == nullptr || walked_from.at(at) != start) continue;
    std::vector<const Org*> cycle;
    for (const Org* next = at; cycle.empty() || next != at; next = reg::parent_of(*next)) {
      cycle.push_back(next);
    }
    // Told once, at the org of the cycle that comes first in the register.
    const Org* head =
        *std::min_element(cycle.begin(), cycle.end(),
                          [&](const Org* a, const Org* b) { return rank.at(a) < rank.at(b); });
    if (cycle.size() == 1) {
      context.sink.add(code::org_cycle, head->place(head->parent.span),
                       say("组织“{}”以自己为上级", "the org '{}' is its own parent", slug(*head)),
                       say("填写它真正的上级；没有上级就删去这一行",
                           "give the org above it, or remove the line"));
      continue;
    }
    diag::Diagnostic& found = context.sink.add(
        code::org_cycle, head->place(head->parent.span),
        say("{} 个组织的上级关系成环", "the parents of {} orgs run in a circle", cycle.size()),
        say("改正其中一个组织的上级", "mend the parent of one of them"));
    const auto from = std::find(cycle.begin(), cycle.end(), head);
    constexpr std::size_t most = 5;
    for (std::size_t i = 1; i < cycle.size() && i <= most; ++i) {
      const Org* org = cycle[(static_cast<std::size_t>(from - cycle.begin()) + i) % cycle.size()];
      found.related.push_back(
          {org->place(org->parent.span), say("“{}”的上级", "the parent of '{}'", slug(*org))});
    }
  }
}

void check_lines(Context& context) {
  std::vector<std::string_view> lines;
  const Policy* source = nullptr;
  for (const Policy& policy : context.reg.all<Policy>()) {
    for (const auto& line : policy.lines) {
      lines.push_back(*line);
      source = &policy;
    }
  }
  if (lines.empty() || context.reg.partial) return;
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  const text::Suggester suggester(lines);
  // Records of which not even the kind could be read: that much has been told.
  std::set<std::string_view> ghosts;
  for (const record::Ghost& ghost : context.reg.ghosts) ghosts.insert(ghost.id->text);
  const auto check = [&](const Record& record, text::Span span, std::string_view line) {
    if (std::binary_search(lines.begin(), lines.end(), line)) return;
    if (context.sink.only_counts(code::unknown_line, record.place(span))) return;
    diag::Diagnostic& found = context.sink.add(
        code::unknown_line, record.place(span),
        say("没有“{}”这个组织或工作条线", "there is no org and no line of work '{}'", brief(line)));
    if (const auto near = suggester.nearest(line)) {
      found.help = say("是不是“{}”？", "did you mean '{}'?", *near);
    } else {
      found.help =
          say("工作条线列在考核办法“{}”的“工作条线”中",
              "the lines of work are listed under 'lines' of the policy '{}'", slug(*source));
    }
  };
  for (const Leader* filed : context.reg.as_filed<Leader>()) {
    const Leader& leader = *filed;
    for (const auto& charge : leader.portfolio) {
      const bool ascii = std::all_of(charge->text.begin(), charge->text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0x80) == 0;
      });
      // What looks like an id has been reported as a reference that leads nowhere.
      if (charge && charge->org == nullptr && !ascii && !ghosts.contains(charge->text) &&
          context.reg.find(charge->text) == nullptr) {
        check(leader, charge.span, charge->text);
      }
    }
  }
  for (const record::Finding* finding : context.reg.as_filed<record::Finding>()) {
    if (finding->line) check(*finding, finding->line.span, *finding->line);
  }
}

void check_settings(Context& context) {
  for (const record::Setting& setting : context.reg.config.severity) {
    if (!setting.code) continue;
    const diag::RuleInfo* rule = info(*setting.code);
    if (rule == nullptr) {
      tell_unknown_rule(context.sink, {0, setting.code.span}, *setting.code);
    } else if (rule->firm && setting.level &&
               static_cast<diag::Severity>(*setting.level) < rule->severity) {
      context.sink.add(code::firm_rule, {0, setting.level.span},
                       say("{}（{}）的级别不能降低", "{0} ({2}) cannot be lowered",
                           rule->code.name(), rule->summary.zh, rule->summary.en),
                       say("删去这一项；读不出来的内容不能当作没有",
                           "remove it: what cannot be read must not pass for what is not there"));
    }
  }
}

void check_names(Context& context) {
  // Two records may be one person's posts of different years; at one time they are two people, or a
  // mistake.
  std::map<std::pair<const Record*, std::string_view>, std::vector<const Leader*>> known;
  for (const Leader& leader : context.reg.all<Leader>()) {
    const Record* org = leader.org.value.target;
    if (org == nullptr || !leader.name || leader.from.unreadable() || leader.until.unreadable()) {
      continue;
    }
    std::vector<const Leader*>& same = known[{org, *leader.name}];
    const auto at_once = std::find_if(same.begin(), same.end(), [&](const Leader* other) {
      return (!other->until || !leader.from || *leader.from <= *other->until) &&
             (!leader.until || !other->from || *other->from <= *leader.until);
    });
    if (at_once != same.end() &&
        !context.sink.only_counts(code::name_twice, leader.place(leader.name.span))) {
      context.sink
          .add(
              code::name_twice, leader.place(leader.name.span),
              say("“{0}”在“{1}”已有一条记录“{2}”", "'{1}' has a record of '{0}' already: '{2}'",
                  brief(*leader.name), slug(*org), slug(**at_once)),
              say("是同一人就只留一条，先后任职的写明任职和离任日期；确是同名的两人，照实保留",
                  "keep one record a person, with dates where the posts follow each other; if they "
                  "are two people of one name, keep both"))
          .related.push_back(
              {(*at_once)->place((*at_once)->name.span), say("另一条在这里", "the other one")});
    }
    if (same.size() < 16) same.push_back(&leader);
  }
}

void check_conditions(Context& context) {
  for (const Policy& policy : context.reg.all<Policy>()) {
    const auto look = [&](const Given<record::Condition>& when) {
      if (!when || !when->kind) return;
      using record::ConditionKind;
      const ConditionKind kind = *when->kind;
      const auto never = [&](text::Span span, diag::Text message) {
        context.sink.add(
            code::condition_never_met, policy.place(span), std::move(message),
            say("案件可以写类别和处理，线索可以写类别，问题可以写类别和状态，监督措施可以写方式",
                "a case takes category and measure, a clue category, a finding category and "
                "state, an action type"));
      };
      const bool is_case = kind == ConditionKind::case_;
      const bool is_clue = kind == ConditionKind::clue;
      const bool is_finding = kind == ConditionKind::finding;
      const bool is_action = kind == ConditionKind::action;
      const diag::Words name = record::row_of(kind).label;
      if (!is_case && !is_clue && !is_finding && !is_action) {
        never(when->kind.span, say("“{0}”不会使任何人加分、减分或被否决",
                                   "a {1} never earns or costs anyone points", name.zh, name.en));
        return;
      }
      const auto has_none = [&](text::Span span, bool fits, diag::Words what) {
        if (!span.given() || fits) return;
        never(span, say("“{0}”没有“{1}”，这个条件永远不会满足",
                        "a {2} has no '{3}', so this condition is never met", name.zh, what.zh,
                        name.en, what.en));
      };
      has_none(when->category.span, is_case || is_clue || is_finding, {"类别", "category"});
      has_none(when->measure.span, is_case, {"处理", "measure"});
      has_none(when->state.span, is_finding, {"状态", "state"});
      has_none(when->type.span, is_action, {"方式", "type"});
    };
    for (const auto& row : policy.incidents) look(row.when);
    for (const auto& row : policy.bonuses) look(row.when);
    for (const auto& row : policy.vetoes) look(row.when);
  }
}

}  // namespace zsup::rule
