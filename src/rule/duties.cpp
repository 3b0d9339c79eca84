// ZS31x, ZS39x: duties, and who owes them.
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "diag/brief.h"
#include "record/kinds/duty.h"
#include "rule/families.h"
#include "text/edit_distance.h"

namespace zsup::rule {

using diag::say;
using record::Duty;
using record::Leader;
using record::Record;
namespace code = diag::code;

namespace {

void check_due(Context& context, const Duty& duty) {
  if (!duty.cadence || !duty.due) return;
  const bool once = *duty.cadence == record::Cadence::once;
  const bool date = duty.due->unit == value::Due::Unit::date;
  if (once == date) return;
  diag::Diagnostic& found = context.sink.add(
      code::due_does_not_fit, duty.place(duty.due.span),
      once ? say("一次性任务的报送期限应为日期，“{}”是期末后的时限",
                 "a duty that is due once has a date, and '{}' counts from the end of a period",
                 duty.due->text())
           : say("{1}报送的任务，报送期限应从期末起算，“{0}”是固定日期",
                 "a {1} duty is due some time after each period, and '{0}' is a date",
                 duty.due->text(), record::row_of(*duty.cadence).written()),
      once ? say("写成日期，例如 2026-06-30；或改频次",
                 "write a date such as 2026-06-30, or change the cadence")
           : say("写成 +10d、+5wd 或 +1m；或把频次改为一次性",
                 "write +10d, +5wd or +1m, or change the cadence to once"));
  found.related.push_back(
      {duty.place(duty.cadence.span), say("频次在这里", "the cadence is here")});
}

}  // namespace

void check_duty(Context& context, const Duty& duty) {
  check_due(context, duty);
  // Who owes it is asked for the day on which it is asked of people: a single due date, or the end
  // of the present period.
  const bool once = duty.due && duty.due->unit == value::Due::Unit::date;
  const value::Date day = once ? duty.due->date : context.period().last_day();
  const bool in_force = (!duty.from || *duty.from <= day) && (!duty.until || day <= *duty.until);
  if (!context.reg.partial && context.unowned.contains(&duty)) {
    context.sink.add(
        code::owner_matches_nobody, duty.place(duty.owner.span),
        say("{} 没有符合这一范围的在任领导干部，这项任务没有人承担",
            "the selector matches nobody in office on {}, so nobody owes this duty", day.iso()),
        say("核对身份和范围；范围包括该组织及其下级组织的领导干部",
            "compare role and org; it takes the leaders of that org and of those below it"));
  }
  const Leader* owner = record::as<Leader>(duty.owner->who.target());
  if (in_force && owner != nullptr && !owner->in_office(day)) {
    context.sink
        .add(code::owner_matches_nobody, duty.place(duty.owner.span),
             say("责任人“{}”在 {} 不在任，这项任务没有人承担",
                 "the owner '{}' is not in office on {}, so nobody owes this duty", slug(*owner),
                 day.iso()),
             say("改由接任者承担，或给任务填写终止日期",
                 "give it to whoever took over, or give the duty a last day"))
        .related.push_back(
            {owner->id_place(), say("责任人的任职情况", "the owner's time in office")});
  }
}

void check_categories(Context& context) {
  if (context.reg.partial) return;
  std::vector<std::string_view> words;  // to suggest
  std::set<std::string_view> known;     // as they are read
  for (const record::EnumRow& row : record::vocabulary<record::DutyCategory>().rows) {
    words.push_back(row.id);
    words.push_back(row.label.zh);
    known.insert(row.id);
  }
  for (const record::Policy& policy : context.reg.all<record::Policy>()) {
    for (const auto* list : {&policy.catalogues->principal, &policy.catalogues->member}) {
      for (const record::CatalogueItem& item : *list) {
        words.push_back(item.id.or_empty().text);
        known.insert(item.id.or_empty().text);
      }
    }
  }
  std::optional<text::Suggester> suggester;
  for (const Duty& duty : context.reg.all<Duty>()) {
    if (!duty.category || known.contains(duty.category.or_empty().text)) continue;
    const text::Place place = duty.place(duty.category.span);
    if (context.sink.only_counts(code::unknown_category, place)) continue;
    if (!suggester) suggester.emplace(words);
    diag::Diagnostic& found =
        context.sink.add(code::unknown_category, place,
                         say("没有“{}”这个任务类别", "there is no duty category '{}'",
                             diag::brief(duty.category.or_empty().text)));
    if (const auto near = suggester->nearest(duty.category.or_empty().text)) {
      found.help = say("是不是“{}”？", "did you mean '{}'?", *near);
    } else {
      found.help =
          say("填写词表中的类别，或先在考核办法的报告清单中列出该条目",
              "use a category of the vocabulary, or list the item in the policy's catalogues");
    }
  }
}

void check_duties_of_leaders(Context& context) {
  if (context.reg.partial) return;  // the duties may be what cannot be read
  const value::Period period = context.period();
  const value::Date day = period.last_day();
  std::unordered_set<const Record*> owing;
  std::unordered_set<const Record*> orgs;
  for (const reg::Obligation& owed : context.owed) {
    owing.insert(owed.owner);
    // What one of them is to do once is no reason for the others to have something to do.
    const Duty& duty = *owed.duty;
    const bool once = duty.cadence && *duty.cadence == record::Cadence::once;
    if (once && !duty.owner->selector) continue;
    if (const Leader* leader = record::as<Leader>(owed.owner)) {
      orgs.insert(leader->org.target());
    }
  }
  for (const Leader* filed : context.reg.as_filed<Leader>()) {
    const Leader& leader = *filed;
    if (!leader.role || *leader.role == record::Role::other || !leader.in_office(day)) continue;
    if (owing.contains(&leader) || !orgs.contains(leader.org.target())) continue;
    context.sink.add(
        code::leader_without_duties, leader.id_place(),
        say("“{0}”在{1}没有任何任务，而同一班子的其他领导干部有",
            "'{0}' has no duty in {2}, though others of the same leadership have", slug(leader),
            period.chinese(), period.english()),
        say("补上任务，或核对任务的责任人范围和任职日期",
            "give a duty, or compare the selectors of duties and the dates in office"));
  }
}

void check_not_reported(Context& context) {
  for (const reg::Obligation& owed : context.owed) {
    if (owed.state == reg::State::overdue && !context.reg.partial) {
      const text::Place place = owed.duty->id_place();
      if (context.sink.only_counts(code::not_reported, place)) continue;
      context.sink.add(code::not_reported, place,
                       say("“{0}”未报送 {1}，期限 {2}", "'{0}' has not reported for {1}, due {2}",
                           slug(*owed.owner), owed.period.id(), owed.due->iso()));
    }
    if (!owed.reported()) continue;
    const text::Place submitted = owed.answer.report->place(owed.first->submitted.span);
    if (owed.late && !context.sink.only_counts(code::reported_late, submitted)) {
      context.sink.add(code::reported_late, submitted,
                       say("报送晚于期限 {}", "reported after it was due, {}", owed.due->iso()));
    }
    if (owed.duty->requires_->content.value_or(false) && is_blank(owed.last->content.or_empty()) &&
        owed.state != reg::State::approved && owed.state != reg::State::approved_late) {
      context.sink.add(
          code::empty_content,
          owed.answer.report->place(owed.last->content ? owed.last->content.span
                                                       : owed.last->submitted.span),
          say("任务要求填写具体内容，这里没有", "the duty asks for content, and there is none"));
    }
  }
}

}  // namespace zsup::rule
