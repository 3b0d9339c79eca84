// ZS4xx: findings, the order of their steps, and who answers for them.
#include "register/findings.h"

#include <algorithm>
#include <bitset>
#include <span>

#include "diag/brief.h"
#include "diag/counted.h"
#include "record/kinds/case.h"
#include "rule/families.h"
#include "rule/own.h"

namespace zsup::rule {

using diag::say;
using record::Finding;
using record::FindingEvent;
using record::FindingSource;
using record::Inspection;
using record::Leader;
using record::Org;
using record::Record;
using value::Date;
namespace code = diag::code;

namespace {

using Steps = std::bitset<16>;

std::size_t bit(FindingEvent what) {
  return static_cast<std::size_t>(what);
}

diag::Words name_of(FindingEvent what) {
  return record::row_of(what).label;
}

// What must have happened before a step, in the order of the procedure.
std::vector<FindingEvent> needed_before(FindingEvent what, bool inspection) {
  using enum FindingEvent;
  const std::vector<FindingEvent> order =
      inspection ? std::vector<FindingEvent>{leader_briefed, claimed,  unit_briefed,
                                             submitted,      approved, closed}
                 : std::vector<FindingEvent>{assigned, submitted, approved, closed};
  switch (what) {
    case assigned:
    case leader_briefed:
    case published:
      return {};
    // That the unit was briefed too early is a breach of procedure, told of the inspection itself;
    // and a finding that is not claimed yet is a fact.
    case unit_briefed:
      return {};
    case claimed:
      return inspection ? std::vector<FindingEvent>{leader_briefed}
                        : std::vector<FindingEvent>{assigned};
    case in_progress:
      return inspection ? std::vector<FindingEvent>{leader_briefed, claimed, unit_briefed}
                        : std::vector<FindingEvent>{assigned};
    case returned: {
      auto before = needed_before(submitted, inspection);
      before.push_back(submitted);
      return before;
    }
    case reopened: {
      auto before = order;
      return before;
    }
    case submitted:
    case approved:
    case closed:
      break;
  }
  return {order.begin(), std::find(order.begin(), order.end(), what)};
}

// Whether the dates of the steps can be relied upon.
bool check_dates(Context& context, const Finding& finding) {
  bool sound = true;
  const record::Event* before = nullptr;
  for (const record::Event& event : finding.events) {
    if (!event.date || !event.what || *event.date > context.now()) sound = false;
    // A date that lies ahead has been told, and is no measure for those behind it.
    if (!event.date || *event.date > context.now()) continue;
    if (finding.found && *event.date < *finding.found) {
      sound = false;
      context.sink
          .add(code::event_before_found, finding.place(event.date.span),
               say("这一步的日期 {} 早于发现日期 {}", "{} is before the finding was found, {}",
                   event.date->iso(), finding.found->iso()),
               say("核对两个日期", "compare the two dates with the papers"))
          .related.push_back(
              {finding.place(finding.found.span), say("发现日期在这里", "found here")});
    }
    if (before != nullptr && *event.date < *before->date) {
      sound = false;
      context.sink
          .add(code::step_backwards, finding.place(event.date.span),
               say("这一步的日期 {} 早于前一步的 {}", "{} is before the step above it, {}",
                   event.date->iso(), before->date->iso()),
               say("进展按日期先后填写；核对日期",
                   "events stand in order of date; compare the dates"))
          .related.push_back({finding.place(before->date.span), say("前一步", "the step above")});
    }
    before = &event;
  }
  return sound;
}

// Walks the steps and says which needed ones are missing; what is said once counts as done, so that
// one gap is told once.
void check_steps(Context& context, const Finding& finding) {
  using enum FindingEvent;
  const bool inspection = reg::is_from_inspection(finding);
  Steps done;
  for (const reg::Step& step : context.today.of(finding).steps) {
    if (step.what == published) continue;
    const text::Place place =
        step.event != nullptr ? finding.place(step.event->what.span) : step.place;
    if (inspection && step.event != nullptr &&
        (step.what == leader_briefed || step.what == unit_briefed)) {
      context.sink.add(
          code::briefing_kept_twice, place,
          say("巡察问题的“{}”记在巡察记录的“反馈”中，这里不再记",
              "'{1}' of an inspection finding is kept in the inspection's briefings, not here",
              name_of(step.what).zh, record::row_of(step.what).id),
          say("删去这一步，在巡察记录的“反馈”中填写日期",
              "remove the step, and give the date in 'briefings' of the inspection"));
      continue;
    }
    if (done[bit(closed)] && step.what != reopened) {
      context.sink.add(code::step_after_close, place,
                       say("销号之后又有“{}”", "'{1}' comes after the finding was closed",
                           name_of(step.what).zh, record::row_of(step.what).id),
                       say("先记“回头看重启”，或改正销号日期",
                           "reopen it first, or mend the day on which it was closed"));
    }
    for (const FindingEvent need : needed_before(step.what, inspection)) {
      if (done[bit(need)]) continue;
      done.set(bit(need));
      const bool unapproved = step.what == closed && need == approved;
      diag::Diagnostic& found = context.sink.add(
          unapproved ? code::closed_without_approval : code::step_missing, place,
          say("“{0}”之前缺“{1}”", "'{2}' without '{3}' before it", name_of(step.what).zh,
              name_of(need).zh, record::row_of(step.what).id, record::row_of(need).id));
      if (inspection && (need == leader_briefed || need == unit_briefed)) {
        found.help = say("在巡察记录的“反馈”中填写该单位的日期",
                         "give the date in 'briefings' of the inspection, in the row of the unit");
      } else {
        found.help = say("补上“{0}”这一步及其日期", "add the step '{1}' with its date",
                         name_of(need).zh, record::row_of(need).id);
      }
    }
    done.set(bit(step.what));
    if (step.what == returned) {
      for (const FindingEvent undone : {in_progress, submitted, approved}) done.reset(bit(undone));
    } else if (step.what == reopened) {
      for (const FindingEvent undone : {in_progress, submitted, approved, closed}) {
        done.reset(bit(undone));
      }
    }
  }
}

// Who approves what was put right, and who closes the finding, is not who has to put it right.
void check_judges(Context& context, const Finding& finding) {
  for (const record::Event& event : finding.events) {
    if (!event.what ||
        (*event.what != FindingEvent::approved && *event.what != FindingEvent::closed)) {
      continue;
    }
    const Record* by = event.by.target();
    if (by == nullptr || context.reg.partial) continue;
    const diag::Words name = name_of(*event.what);
    const bool own = judges_own(context, by, finding.org.target());
    const bool answers =
        event.date && by == reg::answering(context.reg, finding, *event.date).leader;
    if (!own && !answers) continue;
    diag::Diagnostic& found = context.sink.add(
        code::closed_without_approval, finding.place(event.by.span),
        answers ? say("“{0}”由“{1}”经办，而这个问题正由其负责",
                      "'{2}' is by '{1}', who answers for the finding", name.zh, slug(*by),
                      record::row_of(*event.what).id)
                : say("“{0}”由“{1}”经办，而问题出在“{2}”",
                      "'{3}' is by '{1}', and the finding is one of '{2}'", name.zh, slug(*by),
                      slug(*finding.org.target()), record::row_of(*event.what).id),
        say("由监督机构或上级组织审核、销号；经办有误就改正",
            "let the body that oversees the unit, or an org above, approve and close it; mend 'by' "
            "if it is wrong"));
    const bool named = answers && finding.leader;
    found.related.push_back({finding.place(named ? finding.leader.span : finding.org.span),
                             named ? say("分管领导在这里", "who answers for it")
                                   : say("存在问题的单位", "the unit that has the problem")});
  }
}

// "1+1": the leader in charge is briefed first and claims the finding, then the unit is briefed.
void check_claim(Context& context, const Finding& finding) {
  if (!reg::is_from_inspection(finding)) return;
  const auto claim =
      std::find_if(finding.events.begin(), finding.events.end(), [](const record::Event& event) {
        return event.date && event.what && *event.what == FindingEvent::claimed;
      });
  if (claim == finding.events.end()) return;
  const record::Briefing* row = reg::briefing_of(context.reg, finding, *claim->date);
  if (row == nullptr || !row->unit_date || *claim->date <= *row->unit_date) return;
  // That the unit was briefed before its leader is told of the inspection, once.
  if (!row->leader_date || *row->unit_date < *row->leader_date) return;
  context.sink
      .add(code::claimed_late, finding.place(claim->date.span),
           say("{1} 已向单位反馈，分管领导 {0} 才认领",
               "claimed on {0}, after the unit was briefed on {1}", claim->date->iso(),
               row->unit_date->iso()),
           say("“1+1”反馈应先由分管领导认领、再向单位反馈；日期有误就改正，确实如此就照实保留",
               "the leader in charge claims it before the unit is briefed; mend the dates if they "
               "are wrong, keep them if they are what happened"))
      .related.push_back({finding.inspection.target()->place(row->unit_date.span),
                          say("向单位反馈", "the unit briefed here")});
}

// Where nobody in office is in charge: who was last, or who will be first. Null when nobody ever
// is.
const Leader* in_charge_at_another_time(const Context& context, const Finding& finding) {
  const Leader* last = nullptr;
  const Leader* next = nullptr;
  const auto look = [&](std::span<const Leader* const> leaders) {
    const reg::OrgTree::Others others = context.reg.tree.out_of_office(leaders, context.as_of);
    if (others.last != nullptr && (last == nullptr || *last->until < *others.last->until)) {
      last = others.last;
    }
    if (others.next != nullptr && (next == nullptr || *others.next->from < *next->from)) {
      next = others.next;
    }
  };
  if (const Leader* named = record::as<Leader>(finding.leader.target())) {
    if (named->until && *named->until < context.as_of) return named;
    if (named->from && context.as_of < *named->from) return named;
  }
  if (finding.line) look(context.reg.tree.in_charge_of(*finding.line));
  reg::upward(record::as<Org>(finding.org.target()), [&](const Org& org) {
    look(context.reg.tree.in_charge_of(&org));
    return last != nullptr || next != nullptr;
  });
  return last != nullptr ? last : next;
}

// The leader whom the finding names is not in office: whoever is in charge answers meanwhile, and
// the record should say so.
void tell_of_hand_over(Context& context, const Finding& finding, const reg::Answering& who) {
  const Leader& named = *record::as<Leader>(finding.leader.target());
  const bool left = named.until && *named.until < context.as_of;
  // Looked at from a day before, a record that names who answers now is no less right.
  if (!left && named.in_office(context.now())) return;
  diag::Text message = left ? say("“{0}”已于 {1} 离任，这个问题还没有销号",
                                  "'{0}' left office on {1}, and this finding is still open",
                                  slug(named), named.until->iso())
                            : say("“{0}” {1} 才任职，这个问题已经在办",
                                  "'{0}' takes office on {1}, and this finding is open already",
                                  slug(named), named.from->iso());
  if (who.leader != nullptr) {
    message += say("，现由“{}”负责", "; '{}' answers for it now", slug(*who.leader));
  } else if (who.candidates.size() > 1) {
    message += say("，由谁接手不明确", "; it is not clear who has taken over");
  }
  diag::Diagnostic& found = context.sink.add(
      code::finding_left_open, finding.place(finding.leader.span), std::move(message),
      left ? say("办理移交，把“分管领导”改为接手的人；按分管范围就能确定的，删去这一行",
                 "hand it over: name who takes it over, or remove 'leader' where portfolios tell")
           : say("任职前另有人负责的，写那个人；按分管范围就能确定的，删去这一行",
                 "name who answers until then, or remove 'leader' where portfolios tell"));
  found.related.push_back({named.place(left ? named.until.span : named.from.span),
                           left ? say("离任日期在这里", "the last day in office")
                                : say("任职日期在这里", "the first day in office")});
}

// One who leaves and one who comes on the same day are both in office on it.
bool overlap_on(std::span<const Leader* const> leaders, Date day) {
  const auto any = [&](auto given) { return std::any_of(leaders.begin(), leaders.end(), given); };
  return any([&](const Leader* one) { return one->until && *one->until == day; }) &&
         any([&](const Leader* one) { return one->from && *one->from == day; });
}

// Whether the leader holds a post in the unit itself, as ledgers name the unit's own head: on the
// day it was found, or now.
bool heads_itself(const Context& context, const Leader& leader, const Finding& finding) {
  return leader.org.target() != nullptr && leader.org.target() == finding.org.target() &&
         (leader.in_office(context.as_of) || !finding.found || leader.in_office(*finding.found));
}

void check_answering(Context& context, const Finding& finding, const reg::FindingState& state) {
  if (finding.leader) {
    const Leader* leader = record::as<Leader>(finding.leader.target());
    if (leader != nullptr && finding.org.target() != nullptr && !context.reg.partial &&
        !leader->portfolio.unreadable() && !reg::covers(context.reg, *leader, finding) &&
        !heads_itself(context, *leader, finding)) {
      diag::Diagnostic& found = context.sink.add(
          code::leader_does_not_cover, finding.place(finding.leader.span),
          say("“{}”的分管范围不包括“{}”", "the portfolio of '{}' does not cover '{}'",
              slug(*leader), slug(*finding.org.target())),
          say("核对分管领导，或在其“分管”中补上该单位或条线",
              "compare the leader, or add the org or line to the leader's portfolio"));
      found.related.push_back(
          {leader->portfolio ? leader->place(leader->portfolio.span) : leader->id_place(),
           say("分管范围在这里", "the portfolio")});
    }
    if (leader == nullptr || leader->in_office(context.as_of)) return;
  }
  if (finding.org.target() == nullptr || state.closed() || !context.at.has(finding)) return;
  const reg::Answering& who = context.at.of(finding).who;
  if (finding.leader) tell_of_hand_over(context, finding, who);
  const text::Place place = finding.place(finding.line ? finding.line.span : finding.org.span);
  if (who.candidates.empty()) {
    if (context.reg.partial || context.reg.tree.portfolio_unread()) return;
  }
  if (const Leader* other =
          who.candidates.empty() ? in_charge_at_another_time(context, finding) : nullptr) {
    const bool left = other->until && *other->until < context.as_of;
    diag::Diagnostic& found = context.sink.add(
        code::post_vacant, place,
        left ? say("分管“{0}”的“{1}”已于 {2} 离任，目前没有人接任",
                   "'{1}', in charge of '{0}', left office on {2}, and nobody has taken over",
                   slug(*finding.org.target()), slug(*other), other->until->iso())
             : say("分管“{0}”的“{1}” {2} 才任职，此前没有人分管",
                   "'{1}', in charge of '{0}', takes office on {2}, and nobody is in charge before",
                   slug(*finding.org.target()), slug(*other), other->from->iso()),
        say("岗位空缺属实的，照实保留；已明确代管的，在其“分管”中列入，或在问题中指定分管领导",
            "keep it if the post is vacant; whoever stands in has it in the portfolio, or is named "
            "here"));
    found.related.push_back({other->place(left ? other->until.span : other->from.span),
                             left ? say("离任日期在这里", "the last day in office")
                                  : say("任职日期在这里", "the first day in office")});
  } else if (who.candidates.empty()) {
    context.sink.add(code::nobody_answers, place,
                     say("没有领导干部分管“{}”，这个问题无人负责",
                         "no leader is in charge of '{}', so nobody answers for this finding",
                         slug(*finding.org.target())),
                     say("在某位在任领导的“分管”中列入该单位或其上级，或在问题中指定分管领导",
                         "add the org, or one above it, to a portfolio, or name the leader here"));
  } else if (who.candidates.size() > 1) {
    if (context.sink.only_counts(code::several_answer, place)) return;
    // So many as a person would go through.
    constexpr std::size_t most_named = 10;
    const auto named = std::span(who.candidates).first(std::min(who.candidates.size(), most_named));
    diag::Text names;
    for (const Leader* leader : named) append_to_list(names, slug(*leader));
    if (named.size() < who.candidates.size()) names += say("……", ", …");
    diag::Diagnostic& found = context.sink.add(
        code::several_answer, place,
        say("有 {} 位领导干部分管：{}，应由谁负责不明确",
            "{} leaders are in charge: {}; it is not clear who answers", who.candidates.size(),
            names),
        overlap_on(who.candidates, context.as_of)
            ? say("离任和到任写在同一天，这一天两人都在任：把离任的一方写到前一天",
                  "one leaves and one comes on this very day, and both are in office on it: end "
                  "the first the day before")
            : say("在问题中填写“分管领导”，或调整分管",
                  "name the leader here, or change a portfolio"));
    for (const Leader* leader : named) {
      found.related.push_back(
          {leader->place(leader->portfolio.span), say("分管范围在这里", "in charge here")});
    }
  }
}

// Whether it is known which steps the finding has to go through, and where its briefings are kept.
bool check_origin(Context& context, const Finding& finding) {
  if (!finding.source_of) return false;
  const bool from_inspection = *finding.source_of == FindingSource::inspection;
  const bool spot_check = *finding.source_of == FindingSource::spot_check;
  if (from_inspection != static_cast<bool>(finding.inspection) &&
      !finding.inspection.unreadable()) {
    context.sink.add(
        code::inspection_mismatch,
        finding.place(from_inspection ? finding.source_of.span : finding.inspection.span),
        from_inspection
            ? say("来源是巡察，却没有写明是哪一轮",
                  "it comes from an inspection, and does not say which")
            : say("填写了巡察，来源却是“{}”", "an inspection is named, and the source is '{}'",
                  record::row_of(*finding.source_of).written()),
        from_inspection ? say("加上“巡察: 编号”", "add 'inspection: ID'")
                        : say("改正来源，或删去“巡察”", "mend the source, or remove 'inspection'"));
  }
  if (spot_check != static_cast<bool>(finding.target) && !finding.target.unreadable()) {
    context.sink.add(
        code::spot_check_target,
        finding.place(spot_check ? finding.source_of.span : finding.target.span),
        spot_check ? say("来源是抽查，却没有写明抽查对象和结论",
                         "it comes from a spot check, and does not say what was tested")
                   : say("填写了抽查对象，来源却是“{}”",
                         "a spot check's target is given, and the source is '{}'",
                         record::row_of(*finding.source_of).written()),
        spot_check ? say("加上“抽查对象”，写明报告、任务和抽查结论",
                         "add 'target' with the report, the duty and the verdict")
                   : say("改正来源，或删去“抽查对象”", "mend the source, or remove 'target'"));
  }
  if (finding.target) {
    const auto* report = record::as<record::Report>(finding.target->report.target());
    const Record* duty = finding.target->duty.target();
    // An item whose duty is not known may be the one that is meant.
    if (report != nullptr && duty != nullptr && report->items &&
        context.reg.tested.of(*report, duty).empty() &&
        context.reg.tested.of(*report, nullptr).empty()) {
      context.sink
          .add(code::spot_check_target, finding.place(finding.target->duty.span),
               say("报告“{}”没有“{}”这一事项", "the report '{}' has no item for '{}'",
                   slug(*report), slug(*duty)),
               say("核对抽查的是哪份报告、哪项任务",
                   "compare which report and which duty were tested"))
          .related.push_back({report->place(report->items.span), say("报告的事项", "its items")});
    }
  }
  const auto* inspection = record::as<Inspection>(finding.inspection.target());
  const Org* org = record::as<Org>(finding.org.target());
  if (!from_inspection) return !finding.inspection;
  if (inspection == nullptr || org == nullptr) return false;
  // A unit that is not known may be the one that is meant, or one above it.
  if (context.reg.partial || !inspection->units ||  // told already
      inspection->briefings.unreadable() || context.reg.inspections.names_unknown(*inspection)) {
    return false;
  }
  const bool inspected = reg::upward(
      org, [&](const Org& at) { return context.reg.inspections.inspects(*inspection, at); });
  if (!inspected) {
    context.sink
        .add(code::unit_not_inspected, finding.place(finding.org.span),
             say("“{}”不在“{}”的被巡察单位之列", "'{}' is not among the units of '{}'", slug(*org),
                 slug(*inspection)),
             say("核对单位，或在巡察记录中补上", "compare the org, or add it to the inspection"))
        .related.push_back(
            {inspection->place(inspection->units.span), say("被巡察单位", "the units")});
  }
  return inspected;
}

void check_facts(Context& context, const Finding& finding, const reg::FindingState& state) {
  if (state.overdue) {
    context.sink.add(
        code::overdue_finding, finding.place(finding.deadline.span),
        say("整改期限 {} 已过 {} 天", "the deadline {0} passed {2} ago", finding.deadline->iso(),
            state.days_overdue, diag::counted(state.days_overdue, "day", "days")));
  }
  if (!reg::is_from_inspection(finding) || state.claimed || state.closed()) return;
  const record::Briefing* row = context.at.of(finding).briefing;
  if (row == nullptr || !context.at.has_happened(row->leader_date)) return;
  context.sink.add(
      code::unclaimed, finding.id_place(),
      say("分管领导 {} 已听取反馈，尚未认领",
          "the leader was briefed on {}, and has not claimed it", row->leader_date->iso()));
}

}  // namespace

void check_finding(Context& context, const Finding& finding) {
  // One slip is told once: which steps are missing is only asked where it is known which are needed
  // and when they were.
  const bool dates_sound = check_dates(context, finding);
  const bool origin_sound = check_origin(context, finding);
  if (dates_sound && origin_sound) check_steps(context, finding);
  if (dates_sound && origin_sound) check_claim(context, finding);
  check_judges(context, finding);
  const reg::FindingState& state = context.at.of(finding).state;
  check_answering(context, finding, state);
  check_facts(context, finding, state);
}

void check_inspection(Context& context, const Inspection& inspection) {
  for (const record::Briefing& row : inspection.briefings) {
    if (row.unit_date && !row.leader_date.unreadable() &&
        (!row.leader_date || *row.unit_date < *row.leader_date)) {
      diag::Diagnostic& found = context.sink.add(
          code::unit_before_leader, inspection.place(row.unit_date.span),
          row.leader_date ? say("先向单位反馈（{}），后向分管领导反馈（{}）",
                                "the unit was briefed on {}, before the leader in charge on {}",
                                row.unit_date->iso(), row.leader_date->iso())
                          : say("已向单位反馈，却没有向分管领导反馈",
                                "the unit was briefed, and the leader in charge was not"),
          say("“1+1”反馈应先分管领导、后单位；日期有误就改正，确实如此就照实保留",
              "the leader is briefed first; mend the dates if they are wrong, keep them if they "
              "are "
              "what happened"));
      if (row.leader_date) {
        found.related.push_back({inspection.place(row.leader_date.span),
                                 say("向分管领导反馈", "the leader briefed here")});
      }
    }
    const Record* unit = row.unit.target();
    if (unit != nullptr && inspection.units &&
        !context.reg.inspections.inspects(inspection, *unit)) {
      context.sink
          .add(code::unit_not_inspected, inspection.place(row.unit.span),
               say("“{}”不在被巡察单位之列", "'{}' is not among the units inspected", slug(*unit)),
               say("核对单位，或在“被巡察单位”中补上", "compare the org, or add it to 'units'"))
          .related.push_back(
              {inspection.place(inspection.units.span), say("被巡察单位", "the units")});
    }
    const Leader* leader = record::as<Leader>(row.leader.target());
    const Org* org = record::as<Org>(unit);
    if (leader != nullptr && org != nullptr && !context.reg.partial &&
        !leader->portfolio.unreadable()) {
      const bool in_charge =
          context.reg.tree.has_line(*leader) ||
          reg::upward(org, [&](const Org& at) { return context.reg.tree.is_charged(*leader, at); });
      if (!in_charge) {
        context.sink
            .add(code::leader_does_not_cover, inspection.place(row.leader.span),
                 say("“{}”的分管范围不包括“{}”", "the portfolio of '{}' does not cover '{}'",
                     slug(*leader), slug(*org)),
                 say("核对分管领导，或在其“分管”中补上该单位",
                     "compare the leader, or add the org to the leader's portfolio"))
            .related.push_back(
                {leader->portfolio ? leader->place(leader->portfolio.span) : leader->id_place(),
                 say("分管范围在这里", "the portfolio")});
      }
    }
  }
  if (inspection.until && *inspection.until <= context.as_of &&
      !inspection.published.unreadable() && !context.at.has_happened(inspection.published)) {
    context.sink.add(code::unpublished, inspection.id_place(),
                     say("巡察情况尚未公开", "the results are not published yet"));
  }
}

}  // namespace zsup::rule
