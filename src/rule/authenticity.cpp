// ZS70x: reports that go through the motions.
#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "rule/copies.h"
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
using reg::Answer;
using reg::attempts_of;
namespace code = diag::code;

namespace {

bool is_decided(const Attempt& attempt, ReviewDecision decision, value::Date as_of) {
  return reg::reviewed_by(attempt, as_of) && *attempt.review->decision == decision;
}

// "87.5%", and 100% for nothing but the whole.
std::string share_text(text::InCommon share) {
  const value::Rational percent(static_cast<std::int64_t>(200 * share.common),
                                static_cast<std::int64_t>(share.all));
  const std::string text = percent.text();
  return (text == "100" && 2 * share.common != share.all ? "99.99" : text) + "%";
}

}  // namespace

void check_copies(Context& context) {
  const Copies copies = find_copies(context.reg, context.as_of, context.threads);
  if (copies.given_up) {
    const Record& report = *context.reg.of_kind(record::Kind::report).front();
    context.sink.add(code::too_large, report.id_place(),
                     say("报告的内容两两近似的太多，没有全部比对",
                         "so many texts of reports are nearly copies of each other that not all of "
                         "them were compared"),
                     say("先处理已列出的雷同报告；仍有此提示时，按级次分设登记册",
                         "settle the copies that are told of first; if this stays, give each level "
                         "a register of its own"));
  }
  for (const Copy& copy : copies.list) {
    const Answer& later = copy.later;
    const Answer& earlier = copy.earlier;
    const Attempt& repeats = *attempts_of(later, context.as_of).last;
    const Attempt& repeated = *attempts_of(earlier, context.as_of).last;
    // What was returned has been noticed.
    if (is_decided(repeats, ReviewDecision::returned, context.as_of)) continue;
    const bool own = later.report->by.target() == earlier.report->by.target();
    const diag::Code found = own ? code::repeats_own_report : code::repeats_other_report;
    if (context.sink.only_counts(found, later.report->place(repeats.content.span))) continue;
    const std::string share = share_text(text::in_common(compared(repeats.content.or_empty()),
                                                         compared(repeated.content.or_empty())));
    const std::string period = earlier.report->period->id();
    context.sink
        .add(found, later.report->place(repeats.content.span),
             own ? say("内容与 {} 的报告雷同，相同文字占 {}",
                       "the content repeats the report of {}: {} in common", period, share)
                 : say("内容与“{}”{} 的报告雷同，相同文字占 {}",
                       "the content repeats what '{}' reported for {}: {} in common",
                       slug(*earlier.report->by.target()), period, share),
             say("核实本期实际做了什么；照抄的退回重报",
                 "find out what was really done this time; return what was only copied"))
        .related.push_back({earlier.report->place(repeated.content.span),
                            say("在先的内容在这里", "the earlier text")});
  }
}

void check_spot_check(Context& context, const Finding& finding) {
  if (!finding.target || !finding.target->verdict || !finding.found || !context.at.has(finding) ||
      *finding.target->verdict == record::SpotCheckVerdict::genuine) {
    return;
  }
  const Report* report = record::as<Report>(finding.target->report.target());
  const Record* duty = finding.target->duty.target();
  if (report == nullptr || duty == nullptr) return;
  for (const reg::TestedItems::Item& tested : context.reg.tested.of(*report, duty)) {
    const ReportItem& item = report->items[tested.number];
    const Attempt* attempt = attempts_of({report, &item}, context.as_of).last;
    // What was handed in after the check is another text.
    if (attempt == nullptr || *finding.found < *attempt->submitted ||
        !is_decided(*attempt, ReviewDecision::approved, context.as_of)) {
      continue;
    }
    context.sink
        .add(code::spot_check_contradicts, finding.place(finding.target->verdict.span),
             say("抽查结论是“{}”，所抽查的事项却已审核通过",
                 "the spot check says '{}', and the item that it tested is approved",
                 record::row_of(*finding.target->verdict).label),
             say("重新审核该事项，不属实的退回；抽查有误就改正结论",
                 "review the item again and return it, or mend the verdict"))
        .related.push_back({report->place(attempt->review->decision.span),
                            say("审核通过在这里", "approved here")});
  }
}

}  // namespace zsup::rule
