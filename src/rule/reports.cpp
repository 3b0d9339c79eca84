// ZS30x: reports, their items and their reviews.
#include <algorithm>

#include "diag/brief.h"
#include "diag/counted.h"
#include "record/kinds/duty.h"
#include "rule/families.h"
#include "rule/own.h"

namespace zsup::rule {

using diag::say;
using record::Attempt;
using record::Duty;
using record::Leader;
using record::Org;
using record::Record;
using record::Report;
using record::ReportItem;
using record::ReviewDecision;
namespace code = diag::code;

namespace {

// A reviewer has jurisdiction when the reviewer's org oversees the subject's org or one above it,
// or lies above it; a leader's report may also be reviewed by the principal of the leader's org.
bool has_jurisdiction(const Context& context, const Record* reviewer, const Record* subject) {
  const Org* own = org_of(reviewer);
  const Org* org = org_of(subject);
  // Reported as a reference that leads nowhere; or it, or one above it, cannot be read.
  if (own == nullptr || org == nullptr || context.reg.partial) return true;
  if (own == org) {
    if (record::as<Org>(subject) != nullptr) return false;  // an org does not review itself
    const Leader* leader = record::as<Leader>(reviewer);
    return leader == nullptr || (leader->role && *leader->role == record::Role::principal);
  }
  return reg::upward(org, [&](const Org& at) {
    const Org* body = record::as<Org>(at.supervisor.target());
    return &at == own || (body != nullptr && context.reg.tree.is_within(body, own));
  });
}

void check_review(Context& context, const Report& report, const Attempt& attempt) {
  const record::Review& review = attempt.review.or_empty();
  if (review.by && report.by && review.by.target() != nullptr && report.by.target() != nullptr) {
    const Record* reviewer = review.by.target();
    if (reviewer == report.by.target()) {
      context.sink
          .add(code::reviewed_by_reporter, report.place(review.by.span),
               say("审核人就是报告人“{}”", "'{}' reviews their own report", slug(*reviewer)),
               say("由监督机构的人员审核", "let someone of the body that oversees them review it"))
          .related.push_back({report.place(report.by.span), say("报告人在这里", "the reporter")});
    } else if (record::as<Leader>(report.by.target()) != nullptr &&
               judges_own(context, reviewer, report.by.target())) {
      const Org* headed = org_of(report.by.target());
      context.sink
          .add(code::reviewed_by_reporter, report.place(review.by.span),
               say("“{0}”的报告由“{1}”审核，而“{2}”由其主持",
                   "the report of '{0}' is reviewed by '{1}', and '{2}' is headed by the reporter",
                   slug(*report.by.target()), slug(*reviewer), slug(*headed)),
               say("由监督机构或上级组织审核",
                   "let the body that oversees it, or an org above, review it"))
          .related.push_back({report.place(report.by.span), say("报告人在这里", "the reporter")});
    } else if (!has_jurisdiction(context, reviewer, report.by.target())) {
      const Org* org = org_of(report.by.target());
      const Org* body = reg::supervisor_of(org);
      context.sink.add(
          code::reviewer_without_jurisdiction, report.place(review.by.span),
          say("“{0}”对“{1}”没有审核权限", "'{0}' has no jurisdiction over '{1}'", slug(*reviewer),
              slug(*report.by.target())),
          body == nullptr
              ? say("在组织“{0}”的记录中填写监督机构，或由上级组织审核",
                    "name the supervisor of the org '{0}', or let an org above it review",
                    slug(*org))
              : say("由“{0}”或上级组织的人员审核",
                    "let someone of '{0}' or of an org above review it", slug(*body)));
    }
  }
  if (review.date && attempt.submitted && *review.date < *attempt.submitted) {
    context.sink
        .add(code::reviewed_before_submitted, report.place(review.date.span),
             say("审核日期 {} 早于报送日期 {}", "reviewed on {}, before it was submitted on {}",
                 review.date->iso(), attempt.submitted->iso()),
             say("核对两个日期", "compare the two dates with the papers"))
        .related.push_back(
            {report.place(attempt.submitted.span), say("报送日期在这里", "submitted here")});
  }
  if (review.decision && *review.decision == ReviewDecision::returned && !review.reason &&
      !review.reason.unreadable()) {
    context.sink.add(code::returned_without_reason, report.place(review.decision.span),
                     say("审核未通过，却没有写明理由", "returned, and no reason is given"),
                     say("加上“理由: …”，说明要补什么", "add 'reason: …' to say what is wanted"));
  }
}

// What the duty asks for must be there before an item can be approved.
void check_approval(Context& context, const Report& report, const Attempt& attempt,
                    const Duty& duty) {
  if (!duty.requires_ || !attempt.review || !attempt.review->decision ||
      *attempt.review->decision != ReviewDecision::approved) {
    return;
  }
  const record::Requirement& needs = duty.requires_.or_empty();
  const text::Place verdict = report.place(attempt.review->decision.span);
  const auto asked = [&] {
    return diag::Related{duty.place(duty.requires_.span),
                         say("任务的要求在这里", "the duty asks for it")};
  };
  if (needs.content.value_or(false) && !attempt.content.unreadable() &&
      is_blank(attempt.content.or_empty())) {
    context.sink
        .add(code::approved_without_content, verdict,
             say("审核通过，但没有任务要求的具体内容",
                 "approved, without the content that the duty asks for"),
             say("补写内容，或改为审核未通过", "add the content, or return the item"))
        .related.push_back(asked());
  }
  if (needs.attachments && !attempt.attachments.unreadable() &&
      static_cast<std::int64_t>(attempt.attachments.size()) < *needs.attachments) {
    context.sink
        .add(code::approved_without_attachment, verdict,
             attempt.attachments.empty()
                 ? say("审核通过，但任务要求 {} 份附件，一份也没有",
                       "approved, and the duty asks for {1}; there is none", *needs.attachments,
                       diag::counted(*needs.attachments, "attachment", "attachments"))
                 : say("审核通过，但任务要求 {} 份附件，只有 {} 份",
                       "approved, and the duty asks for {2}; there {3} {1}", *needs.attachments,
                       attempt.attachments.size(),
                       diag::counted(*needs.attachments, "attachment", "attachments"),
                       diag::are(attempt.attachments.size())),
             say("补上附件，或改为审核未通过", "add the attachments, or return the item"))
        .related.push_back(asked());
  }
  if (needs.measures.empty() || attempt.measures.unreadable()) return;
  const auto by_name = [](const record::Count* a, const record::Count* b) {
    return a->name.or_empty() < b->name.or_empty();
  };
  std::vector<const record::Count*> counted;
  counted.reserve(attempt.measures.size());
  for (const record::Count& count : attempt.measures) counted.push_back(&count);
  // Nearly all give one, for which stable_sort would ask for memory.
  if (counted.size() > 1) std::stable_sort(counted.begin(), counted.end(), by_name);
  for (const record::Count& wanted : needs.measures) {
    if (!wanted.number) continue;
    const auto at = std::lower_bound(counted.begin(), counted.end(), &wanted, by_name);
    const record::Count* done = at == counted.end() || by_name(&wanted, *at) ? nullptr : *at;
    if (done != nullptr && (!done->number || *done->number >= *wanted.number)) continue;
    const text::Place place = done == nullptr ? verdict : report.place(done->number.span);
    if (context.sink.only_counts(code::approved_without_measure, place)) continue;
    diag::Diagnostic& found =
        done == nullptr
            ? context.sink.add(code::approved_without_measure, place,
                               say("审核通过，但没有填写指标“{}”（至少 {}）",
                                   "approved, without the measure '{}' (at least {})",
                                   diag::brief(wanted.name.or_empty()), *wanted.number))
            : context.sink.add(
                  code::approved_without_measure, place,
                  say("审核通过，但指标“{}”要求至少 {}，只有 {}",
                      "approved, and the measure '{}' asks for at least {}; here is {}",
                      diag::brief(wanted.name.or_empty()), *wanted.number, *done->number));
    found.help = say("核对指标数，或改为审核未通过", "compare the number, or return the item");
    found.related.push_back(
        {duty.place(wanted.number.span), say("任务的要求在这里", "the duty asks for it")});
  }
}

void check_attempts(Context& context, const Report& report, const ReportItem& item) {
  const Attempt* before = nullptr;
  const auto follow = [&](const Attempt& attempt) {
    if (before != nullptr && before->submitted && attempt.submitted) {
      if (*attempt.submitted < *before->submitted) {
        context.sink
            .add(code::attempts_out_of_order, report.place(attempt.submitted.span),
                 say("报送日期 {} 早于前一次的 {}",
                     "submitted on {}, before the earlier submission of {}",
                     attempt.submitted->iso(), before->submitted->iso()),
                 say("“此前报送”按日期先后排列，最后一次写在事项本身",
                     "earlier submissions stand in order of date; the last one is the item itself"))
            .related.push_back(
                {report.place(before->submitted.span), say("前一次", "the earlier one")});
      } else if (before->review && before->review->decision &&
                 *before->review->decision == ReviewDecision::approved) {
        context.sink
            .add(code::attempts_out_of_order, report.place(attempt.submitted.span),
                 say("前一次报送已经审核通过，不应再有这一次",
                     "the earlier submission was approved, so there is no call for this one"),
                 say("只保留通过的一次，或改正前一次的结论",
                     "keep the one that was approved, or mend the earlier decision"))
            .related.push_back(
                {report.place(before->review->decision.span), say("已经通过", "approved here")});
      }
    }
    before = &attempt;
  };
  for (const Attempt& earlier : item.earlier) follow(earlier);
  follow(item);
}

void check_owner(Context& context, const Report& report, const ReportItem& item, const Duty& duty) {
  const Record* by = report.by.target();
  if (by == nullptr || !report.period || !duty.owner || context.reg.partial) return;
  // An owner that could not be resolved has been reported already.
  if (!duty.owner->selector && duty.owner->who.target() == nullptr) return;
  if (duty.owner->selector && duty.owner->selector->under.target() == nullptr) return;
  const auto end = reg::answered_period_end(duty, *report.period);
  if (!end || reg::owes(context.reg, duty, by, *end)) return;
  const bool outside = (duty.from && *end < *duty.from) || (duty.until && *duty.until < *end);
  const Leader* leader = record::as<Leader>(by);
  const bool absent = leader != nullptr && !leader->in_office(*end);
  // Who was out of office for the whole of the report's period has been told, at the reporter.
  if (leader != nullptr && ((leader->until && *leader->until < report.period->first_day()) ||
                            (leader->from && report.period->last_day() < *leader->from))) {
    return;
  }
  if (outside || absent) {
    context.sink
        .add(code::no_such_obligation, report.place(item.duty.span),
             outside ? say("任务“{}”在 {} 不在有效期内", "the duty '{}' is not in force on {}",
                           slug(duty), end->iso())
                     : say("“{1}”在 {2} 不在任，不承担任务“{0}”",
                           "'{1}' was not in office on {2}, and does not owe the duty '{0}'",
                           slug(duty), slug(*by), end->iso()),
             say("核对报告的期间和任务的起止日期",
                 "compare the report's period with the duty's term"))
        .related.push_back({outside ? duty.place((duty.from && *end < *duty.from) ? duty.from.span
                                                                                  : duty.until.span)
                                    : leader->id_place(),
                            outside ? say("任务的有效期", "the duty's term")
                                    : say("报告人的任职情况", "the reporter's time in office")});
    return;
  }
  context.sink
      .add(code::not_the_owner, report.place(item.duty.span),
           say("任务“{}”不由“{}”承担", "the duty '{}' is not owed by '{}'", slug(duty), slug(*by)),
           say("核对任务编号；要由其承担，就改任务的责任人",
               "compare the duty's id; or change the owner of the duty"))
      .related.push_back({duty.place(duty.owner.span), say("责任人在这里", "its owner")});
}

}  // namespace

void check_report(Context& context, const Report& report) {
  for (const ReportItem& item : report.items) {
    for (const Attempt& earlier : item.earlier) {
      if (earlier.review) check_review(context, report, earlier);
    }
    if (item.review) check_review(context, report, item);
    check_attempts(context, report, item);
    const Duty* duty = record::as<Duty>(item.duty.target());
    if (duty == nullptr) continue;
    check_owner(context, report, item, *duty);
    for (const Attempt& earlier : item.earlier) check_approval(context, report, earlier, *duty);
    check_approval(context, report, item, *duty);
  }
}

void check_answered_twice(Context& context) {
  std::vector<reg::Answers::Repeated> list = context.reg.answers.repeated();
  const auto at = [](const reg::Answers::Repeated& twice) {
    return std::pair(twice.again.report->source, twice.again.item->duty.span.begin);
  };
  std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return at(a) < at(b); });
  for (const reg::Answers::Repeated& twice : list) {
    context.sink
        .add(
            code::answered_twice, twice.again.report->place(twice.again.item->duty.span),
            say("同一期的任务“{}”已有另一条报送事项",
                "the duty '{}' is answered for this period already",
                twice.again.item->duty.or_empty().id),
            say("退回后再报的，写在原事项的“此前报送”中；重复的删去一条",
                "what was returned before goes under 'earlier' of the item; remove what is double"))
        .related.push_back({twice.first.report->place(twice.first.item->duty.span),
                            say("已在这里报送", "answered here")});
  }
}

void check_catalogue(Context& context, const Report& report) {
  const Leader* by = record::as<Leader>(report.by.target());
  if (!report.to || !report.period || by == nullptr || !by->role) return;
  const value::Period::Unit unit = report.period->unit;
  if (unit != value::Period::Unit::half && unit != value::Period::Unit::year) return;
  const record::Policy* policy = context.reg.policy_on(report.period->last_day());
  if (policy == nullptr) return;
  const auto& wanted = *by->role == record::Role::principal ? policy->catalogues->principal
                                                            : policy->catalogues->member;
  if (*by->role == record::Role::other || wanted.empty()) return;
  // An item whose duty could not be found may be the one that is missing.
  if (std::any_of(report.items.begin(), report.items.end(),
                  [](const ReportItem& item) { return item.duty.target() == nullptr; })) {
    return;
  }
  std::vector<std::string_view> there;
  for (const ReportItem& one : report.items) {
    if (const Duty* duty = record::as<Duty>(one.duty.target())) {
      there.push_back(duty->category.or_empty().text);
    }
  }
  std::sort(there.begin(), there.end());
  std::vector<const record::CatalogueItem*> absent;
  for (const record::CatalogueItem& item : wanted) {
    if (!std::binary_search(there.begin(), there.end(), item.id.or_empty().text))
      absent.push_back(&item);
  }
  const std::size_t count = absent.size();
  if (count == 0) return;
  const text::Place place = report.place(report.to.span);
  if (context.sink.only_counts(code::catalogue_incomplete, place)) return;
  // So many as a person would go through.
  constexpr std::size_t most_named = 30;
  diag::Text missing;
  for (std::size_t i = 0; i < std::min(count, most_named); ++i) {
    const record::CatalogueItem& item = *absent[i];
    append_to_list(missing,
                   std::string(item.id.or_empty().text) + " " + diag::brief(item.title.or_empty()));
  }
  if (count > most_named) missing += say("……", ", …");
  context.sink
      .add(code::catalogue_incomplete, place,
           say("向上级的报告应有 {} 项，缺 {} 项：{}",
               "a report to the superior body has {3}, and {1} {4} missing: {2}", wanted.size(),
               count, missing, diag::counted(wanted.size(), "item", "items"), diag::are(count)),
           say("补上所缺条目的事项", "add an item for each of them"))
      .related.push_back({policy->place(wanted.span), say("清单在这里", "the catalogue is here")});
}

}  // namespace zsup::rule
