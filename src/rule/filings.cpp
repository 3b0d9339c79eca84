// ZS6xx: post-event filings.
#include "register/filings.h"

#include <array>

#include "diag/counted.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::say;
using record::Filing;
using record::FilingPart;
using record::Record;
namespace code = diag::code;

namespace {

bool has(const Filing& filing, FilingPart part) {
  const record::FilingPapers& papers = filing.attachments.or_empty();
  switch (part) {
    case FilingPart::organiser:
      return static_cast<bool>(filing.organiser);
    case FilingPart::place:
      return static_cast<bool>(filing.place_of);
    case FilingPart::basis:
      return static_cast<bool>(filing.basis);
    case FilingPart::purpose:
      return static_cast<bool>(filing.purpose);
    case FilingPart::enterprises:
      return !filing.enterprises.empty();
    case FilingPart::procurement:
      return static_cast<bool>(filing.procurement);
    case FilingPart::spending:
      return static_cast<bool>(filing.spending);
    case FilingPart::effect:
      return static_cast<bool>(filing.effect);
    case FilingPart::notice:
      return !papers.notice.empty();
    case FilingPart::plan:
      return !papers.plan.empty();
    case FilingPart::contracts:
      return !papers.contracts.empty();
    case FilingPart::participants:
      return !papers.participants.empty();
    case FilingPart::exhibitors:
      return !papers.exhibitors.empty();
  }
  return true;
}

void check_complete(Context& context, const Filing& filing, const record::FilingDuty& duty,
                    const Record& policy) {
  // What is there and could not be read has been told; it is not missing.
  if (context.unread.within(filing.place(filing.span))) return;
  diag::Text missing;
  std::size_t count = 0;
  const auto need = [&](FilingPart part) {
    if (has(filing, part)) return;
    append_to_list(missing, record::row_of(part).written());
    ++count;
  };
  if (duty.requires_) {
    for (const auto& part : duty.requires_) {
      if (part) need(*part);
    }
  } else {
    const auto& all = record::vocabulary<FilingPart>().rows;
    for (std::size_t i = 0; i < all.size(); ++i) need(static_cast<FilingPart>(i));
  }
  if (count == 0) return;
  const text::Span asked = duty.requires_ ? duty.requires_.span : duty.threshold.span;
  context.sink
      .add(code::filing_incomplete, filing.place(filing.filed.span),
           say("已经报备，缺 {} 项内容：{}", "filed without {1}, which the policy asks for", count,
               missing),
           say("补齐所缺的内容和材料；本地不要求的，在考核办法“报备标准”的“须报内容”中列出要求的各"
               "项",
               "add what is missing; where less is asked for, list what is under 'requires' of "
               "the policy's 'filing'"))
      .related.push_back({policy.place(asked), say("报备的标准在这里", "what is to be filed")});
}

}  // namespace

void check_filing(Context& context, const Filing& filing) {
  const reg::FilingStatus now = reg::status_of(context.reg, filing, context.now());
  if (now.required() && now.policy != nullptr && filing.filed) {
    check_complete(context, filing, now.policy->filing.or_empty(), *now.policy);
  }
  const reg::FilingStatus then = reg::status_of(context.reg, filing, context.as_of);
  if (!then.limit || context.as_of < *filing.date) return;
  if (then.state == reg::FilingState::missing) {
    context.sink.add(code::not_filed, filing.place(filing.amount.span),
                     say("{0} 元已达到起报金额，报备期限 {1} 已过 {2} 天",
                         "{0} yuan had to be filed by {1}, {3} ago", filing.amount->grouped(),
                         then.limit->iso(), context.as_of.days - then.limit->days,
                         diag::counted(context.as_of.days - then.limit->days, "day", "days")));
  } else if (then.state == reg::FilingState::supplementary) {
    context.sink.add(code::filed_late, filing.place(filing.filed.span),
                     say("补报：期限 {}，迟了 {} 天", "filed after the limit of {0}, {2} late",
                         then.limit->iso(), filing.filed->days - then.limit->days,
                         diag::counted(filing.filed->days - then.limit->days, "day", "days")));
  }
}

}  // namespace zsup::rule
