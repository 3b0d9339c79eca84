// ZS5xx: cases, and what must be reported to the superior body at once.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "diag/brief.h"
#include "diag/counted.h"
#include "record/kinds/action.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "record/kinds/letter.h"
#include "register/persons.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Case;
using record::CasePerson;
using record::Finding;
using record::Leader;
using record::Measure;
using record::Org;
using record::OrgType;
using record::Policy;
using record::Record;
using value::Date;
namespace code = diag::code;

namespace {

// What a report to the superior body says of a record: when it was made, and where that stands.
struct Reported {
  Date on;
  text::Place place;
};

// The first report upward of every finding and case, whichever record tells of it: the case itself,
// a case that came of the finding, a letter to the superior body, or an oral report.
class ReportsUpward {
 public:
  explicit ReportsUpward(const Context& context) : as_of_(context.as_of) {
    for (const Case& one : context.reg.all<Case>()) {
      if (!one.escalated->date) continue;
      const text::Place place = one.place(one.escalated->date.span);
      add(&one, *one.escalated->date, place);
      add(one.clue->source.target(), *one.escalated->date, place);
    }
    for (const record::Letter& letter : context.reg.all<record::Letter>()) {
      if (!letter.date || !letter.type || *letter.type != record::LetterType::upward) continue;
      if (letter.is_void(context.as_of)) continue;
      for (const record::LetterItem& item : letter.items) {
        add(item.record.target(), *letter.date, letter.place(letter.date.span));
      }
    }
    for (const record::Action& action : context.reg.all<record::Action>()) {
      if (!action.date || !action.type || *action.type != record::ActionType::oral_report) continue;
      for (const auto& about : action.about) {
        add(about.target(), *action.date, action.place(action.date.span));
      }
    }
  }

  const Reported* of(const Record& record) const {
    const auto at = first_.find(&record);
    return at == first_.end() ? nullptr : &at->second;
  }

 private:
  void add(const Record* record, Date on, text::Place place) {
    if (record == nullptr || as_of_ < on) return;
    const auto [at, is_new] = first_.try_emplace(record, Reported{on, place});
    if (!is_new && on < at->second.on) at->second = {on, place};
  }

  Date as_of_;
  std::unordered_map<const Record*, Reported> first_;
};

template <class T>
void escalation(Context& context, const ReportsUpward& reports, const T& record,
                const record::Given<Date>& known, diag::Text help) {
  if (!known || context.as_of < *known) return;
  const Policy* policy = context.reg.policy_on(*known);
  if (policy == nullptr || !policy->immediate->within) return;
  const auto* category = urgent_category(*policy, record.categories);
  if (category == nullptr) return;
  const auto limit = context.reg.work_days.due(*known, *policy->immediate->within);
  if (!limit) return;  // told as a calendar that is missing
  const Reported* report = reports.of(record);
  const Date on = report != nullptr ? report->on : context.as_of;
  if (on <= *limit) return;
  const diag::Words name = record::row_of(**category).label;
  diag::Diagnostic& found = context.sink.add(
      code::escalated_late, report != nullptr ? report->place : record.place(category->span),
      report != nullptr
          ? say("“{}”须即时上报，期限 {}，{} 才上报，迟了 {} 天",
                "'{0}' had to be reported to the superior body by {1}; it was on {2}, {4} late",
                name, limit->iso(), on.iso(), on.days - limit->days,
                diag::counted(on.days - limit->days, "day", "days"))
          : say("“{}”须即时上报，期限 {} 已过 {} 天，没有上报",
                "'{0}' had to be reported to the superior body by {1}, {3} ago, and was not", name,
                limit->iso(), on.days - limit->days,
                diag::counted(on.days - limit->days, "day", "days")),
      report != nullptr ? say("日期有误就改正，确实如此就照实保留",
                              "mend the date if it is wrong, keep it if that is what happened")
                        : std::move(help));
  found.related.push_back({policy->place(policy->immediate.span),
                           say("考核办法的即时报告规定", "the policy wants it reported at once")});
}

bool is_party_sanction(Measure measure) {
  return Measure::party_warning <= measure && measure <= Measure::party_expulsion;
}

void check_measure(Context& context, const Case& one, const CasePerson& person) {
  // What is there and could not be read has been told; it is not missing.
  if (context.unread.within(one.place(person.span))) return;
  if (!person.measure) {
    if (!person.date && !person.by) return;
    context.sink.add(
        code::measure_incomplete, one.place(person.date ? person.date.span : person.by.span),
        person.date ? say("有处理日期，没有写明是什么处理", "a day is given, and no measure")
                    : say("有处理机关，没有写明是什么处理", "a body is given, and no measure"),
        say("加上“处理: …”；尚未处理的，日期和机关也先不填",
            "add 'measure: …'; as long as there is none, leave the day and the body out"));
    return;
  }
  const diag::Words name = record::row_of(*person.measure).label;
  if (!person.date || !person.by) {
    const diag::Words missing = person.date ? diag::Words{"处理机关", "who took it"}
                                : person.by
                                    ? diag::Words{"日期", "a day"}
                                    : diag::Words{"日期和处理机关", "a day and who took it"};
    context.sink.add(code::measure_incomplete, one.place(person.measure.span),
                     say("“{}”没有{}", "'{}' without {}", name, missing),
                     say("按处分（处理）决定填写“日期”和“处理机关”",
                         "give 'date' and 'by' as they stand in the decision"));
  }
  if (const Org* by = record::as<Org>(person.by.target());
      by != nullptr && by->type && is_party_sanction(*person.measure) &&
      (*by->type == OrgType::government || *by->type == OrgType::supervisory_commission)) {
    const diag::Words type = record::row_of(*by->type).label;
    context.sink
        .add(code::measure_of_another_body, one.place(person.by.span),
             say("“{}”是党纪处分，“{}”是{}，不能作出",
                 "'{0}' is a sanction of the party, which a {2} such as '{1}' cannot impose", name,
                 slug(*by), type),
             say("填写作出处分的党组织；如果是政务处分，改用“政务…”",
                 "name the party body that decided; a sanction of the state is a 'gov-…' one"))
        .related.push_back({by->place(by->type.span), say("组织的类型", "the type of the org")});
  }
  if (record::is_sanction(*person.measure) && !one.filed) {
    context.sink.add(code::sanction_without_case, one.place(person.measure.span),
                     say("没有立案，却给予了“{}”", "'{}' without a case having been filed", name),
                     say("补上“立案日期”；依法直接给予处分、确未立案的，照实保留",
                         "add 'filed'; where the law lets a sanction follow without a case, keep "
                         "it as it is"));
  }
}

// "“王平”是“交通局”领导干部“wang-ping”的姓名": where the id was left out.
void named_leader(Context& context, const Record& record, text::Span name, const Leader& leader,
                  std::string_view written) {
  context.sink
      .add(code::leader_by_name, record.place(name),
           say("“{0}”是领导干部“{1}”的姓名", "'{0}' is the name of the leader '{1}'",
               brief(written), brief(slug(leader))),
           say("是同一人的，改成“领导干部: {0}”；确是另一人的，用一条豁免写明",
               "if it is the same person, write 'leader: {0}'; if another, say so in a waiver",
               slug(leader)))
      .related.push_back({leader.place(leader.name.span), say("名册里的姓名", "in the register")});
}

void check_persons(Context& context, const reg::Persons& persons, const Case& one) {
  std::map<std::string, text::Span> seen;
  for (const CasePerson& person : one.persons) {
    const Leader* leader = persons.leader_of(one, person);
    if (person.leader && leader == nullptr) continue;  // told as a reference that leads nowhere
    const text::Span span = person.leader ? person.leader.span : person.name.span;
    if (!span.given()) continue;
    const auto [at, is_new] = seen.emplace(persons.identity(one, person), span);
    if (!is_new) {
      context.sink
          .add(code::person_twice, one.place(span),
               say("“{}”在本案中写了两次", "'{}' stands in this case twice",
                   brief(leader != nullptr && person.leader ? leader->name.or_empty()
                                                            : person.name.or_empty())),
               say("一人只写一条；确是同名的两人，写明各自的单位",
                   "one row a person; two people of one name differ by their 'org'"))
          .related.push_back({one.place(at->second), say("第一次写在这里", "first given here")});
    }
    if (!person.leader && leader != nullptr) {
      named_leader(context, one, person.name.span, *leader, person.name.or_empty());
    }
  }
}

void check_clue(Context& context, const Case& one) {
  if (one.filed && one.disposition->decision &&
      *one.disposition->decision == record::ClueDisposition::closed) {
    context.sink
        .add(code::closed_clue_filed, one.place(one.filed.span),
             say("线索已经予以了结，却又立案", "the clue was closed, and yet a case was filed"),
             say("改正处置方式；了结之后另有新线索的，另建一条案件记录",
                 "mend the disposition; a new clue after the closing is a record of its own"))
        .related.push_back(
            {one.place(one.disposition->decision.span), say("处置方式在这里", "closed here")});
  }
  const Finding* source = record::as<Finding>(one.clue->source.target());
  if (source != nullptr && source->found && one.clue->date && *one.clue->date < *source->found) {
    context.sink
        .add(code::clue_before_finding, one.place(one.clue->date.span),
             say("线索 {} 受理，来源问题 {} 才发现",
                 "the clue came in on {}, before the finding that it comes from was found on {}",
                 one.clue->date->iso(), source->found->iso()),
             say("核对两个日期，或改正来源", "compare the two dates, or mend the source"))
        .related.push_back(
            {source->place(source->found.span), say("发现日期在这里", "found here")});
  }
  const Org* to = record::as<Org>(one.escalated->to.target());
  const Org* org = record::as<Org>(one.org.target());
  if (to != nullptr && org != nullptr && context.reg.tree.is_within(to, org)) {
    context.sink
        .add(code::escalated_not_upward, one.place(one.escalated->to.span),
             to == org ? say("“{}”就是案件所在单位，不是上级",
                             "'{}' is the very org of the case, and not above it", slug(*to))
                       : say("“{}”是案件所在单位“{}”的下级，不是上级",
                             "'{}' lies below '{}', the org of the case", slug(*to), slug(*org)),
             say("填写报送的上级组织", "name the superior body that it was reported to"))
        .related.push_back({one.place(one.org.span), say("案件所在单位", "the org of the case")});
  }
}

}  // namespace

void check_escalations(Context& context) {
  const ReportsUpward reports(context);
  for (const Finding* filed : context.reg.as_filed<Finding>()) {
    const Finding& finding = *filed;
    // What comes from above need not be reported there.
    if (finding.source_of && *finding.source_of == record::FindingSource::superior) continue;
    escalation(context, reports, finding, finding.found,
               say("尽快上报；以类型为“报告”的函件、口头汇报，或由此立案的案件的“上报”记录",
                   "report it; a letter of type upward, an oral report, or 'escalated' of the "
                   "case that comes of it tells that it was"));
  }
  for (const Case* filed : context.reg.as_filed<Case>()) {
    const Case& one = *filed;
    escalation(context, reports, one, one.clue->date,
               say("尽快上报，并填写“上报”的单位和日期",
                   "report it, and give the body and the day under 'escalated'"));
  }
}

void check_people(Context& context) {
  const auto cases = context.reg.all<Case>();
  const auto campaigns = context.reg.all<record::Campaign>();
  if (cases.begin() == cases.end() && campaigns.begin() == campaigns.end()) return;
  const reg::Persons persons(context.reg);
  for (const Case& one : cases) check_persons(context, persons, one);
  for (const record::Campaign& campaign : campaigns) {
    for (const record::CampaignItem& item : campaign.items) {
      if (item.leader || !item.name) continue;
      const Leader* leader = persons.bears(item.name.or_empty(), item.org.target());
      if (leader != nullptr) {
        named_leader(context, campaign, item.name.span, *leader, item.name.or_empty());
      }
    }
  }
}

void check_case(Context& context, const Case& one) {
  for (const CasePerson& person : one.persons) check_measure(context, one, person);
  check_clue(context, one);
}

}  // namespace zsup::rule
