// ZS3xx: duties and reports.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::approved_without_content,
     .name = "approved-without-content",
     .severity = Severity::error,
     .summary = {"没有具体内容却审核通过", "approved without the content asked for"},
     .rationale =
         {"没有具体内容却通过，就是走过场。任务要求写内容的，没写就只能退回。",
          "To approve what says nothing is going through the motions. Where a duty asks for "
          "content, an item without any can only be returned."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: ""
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: ""
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::approved_without_attachment,
     .name = "approved-without-attachment",
     .severity = Severity::error,
     .summary = {"附件不足却审核通过", "approved without the attachments asked for"},
     .rationale =
         {"说做了而没有佐证，通过了也经不起抽查。",
          "What was done without evidence will not stand up to a spot check, approved or not."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::approved_without_measure,
     .name = "approved-without-measure",
     .severity = Severity::error,
     .summary = {"指标不足却审核通过", "approved without the measures asked for"},
     .rationale = {"任务规定了最低数量，没有达到就不能算完成。",
                   "Where a duty sets a least number, falling short of it is not doing it."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 0}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 0}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::answered_twice,
     .name = "answered-twice",
     .severity = Severity::error,
     .firm = true,
     .summary = {"同一期同一任务报送了两次", "two items for one obligation"},
     .rationale =
         {"同一期同一项任务报两次，不知以哪一次为准，计数也会多出一项。退回后再报的，前一次写进"
          "“此前报送”。",
          "With two items for one obligation nobody knows which one counts, and the count is "
          "one too many. What was returned goes under 'earlier'."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
  - {任务: 廉政教育, 报送日期: 2018-07-09, 内容: 又开展1场}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
  - {duty: education, submitted: 2018-07-09, content: one more session}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
    此前报送:
      - 报送日期: 2018-07-02
        内容: 已开展
        审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-02, 理由: 没有具体内容}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
    earlier:
      - submitted: 2018-07-02
        content: done
        review: {decision: returned, by: wei-zhiyuan, date: 2018-07-02, reason: nothing specific}
)y"}},
    {.code = code::returned_without_reason,
     .name = "returned-without-reason",
     .severity = Severity::error,
     .summary = {"退回没有理由", "returned without a reason"},
     .rationale =
         {"退回不说理由，报送人不知道缺什么，事后也说不清为什么扣分。",
          "Returned without a reason, the owner cannot tell what is wanted, and nobody can "
          "explain the points taken off."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: returned, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-06, 理由: 未能提供具体实施内容}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: returned, by: wei-zhiyuan, date: 2018-07-06, reason: it does not say what was done}
)y"}},
    {.code = code::reviewed_by_reporter,
     .name = "reviewed-by-reporter",
     .severity = Severity::error,
     .summary = {"报告由报告人自己或其主持的单位审核",
                 "reviewed by the reporter, or by the body that the reporter heads"},
     .rationale =
         {"自己审自己，等于没有审；由自己主持的单位、自己的下属来审，也是一样。监督机构和上级"
          "总可以审。",
          "A review of one's own report is no review, and no more is one by the body that "
          "one heads or by those below. Who oversees, and an org above, always may."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 陆鸣岐, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: lu-mingqi, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::reviewer_without_jurisdiction,
     .name = "reviewer-without-jurisdiction",
     .severity = Severity::error,
     .summary = {"审核人没有权限", "a reviewer without jurisdiction"},
     .rationale =
         {"审核要由有监督职责的机构作出。下级或不相干的单位签字，不算监督。",
          "A review is for the body that oversees the reporter. A signature from below or from "
          "the side is no oversight."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 交通局, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: transport-bureau, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::reviewed_before_submitted,
     .name = "reviewed-before-submitted",
     .severity = Severity::error,
     .summary = {"审核早于报送", "reviewed before it was submitted"},
     .rationale = {"没有报送就先审核，说明有一个日期是补记的或记错的。",
                   "A review before the submission means that one of the dates was filled in "
                   "afterwards, or wrongly."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-02}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-02}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::not_the_owner,
     .name = "not-the-owner",
     .severity = Severity::error,
     .summary = {"报送了不由其承担的任务", "an item for a duty that the reporter does not owe"},
     .rationale =
         {"替别人报或报错了任务，真正该报的人仍是空白，而这里看着却像报过了。",
          "An item for another's duty leaves the one who owes it blank, while it looks as if "
          "it had been done."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-h1
报告人: 陆鸣岐
期间: 2018-h1
事项:
  - {任务: 述责, 报送日期: 2018-07-03, 内容: 召开领导小组会2次}
)y",
             R"y(kind: report
id: lu-mingqi-2018-h1
by: lu-mingqi
period: 2018-h1
items:
  - {duty: lead-the-work, submitted: 2018-07-03, content: two meetings held}
)y"},
     .good = {R"y(种类: 报告
编号: 沈砚秋-2018-h1
报告人: 沈砚秋
期间: 2018-h1
事项:
  - {任务: 述责, 报送日期: 2018-07-03, 内容: 召开领导小组会2次}
)y",
              R"y(kind: report
id: shen-yanqiu-2018-h1
by: shen-yanqiu
period: 2018-h1
items:
  - {duty: lead-the-work, submitted: 2018-07-03, content: two meetings held}
)y"}},
    {.code = code::no_such_obligation,
     .name = "no-such-obligation",
     .severity = Severity::error,
     .summary = {"该期间不承担这项任务", "an item for a period in which the duty is not owed"},
     .rationale =
         {"任务还没起算，或者人已经不在任，这一期就没有应报的事，报了也不知算在哪里。",
          "When the duty is not yet in force, or the person no longer in office, nothing is "
          "owed for the period, and the item counts nowhere."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q1
报告人: 陆鸣岐
期间: 2018-q1
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q1
by: lu-mingqi
period: 2018-q1
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"}},
    {.code = code::leader_without_duties,
     .name = "leader-without-duties",
     .severity = Severity::warning,
     .summary = {"领导干部在该期间没有任务", "a leader without any duty in the period"},
     .rationale =
         {"同一班子里有人有任务、有人没有，多半是派任务时漏了人。漏掉的人就没有人监督。",
          "When some of a leadership have duties and one has none, that one was most likely "
          "forgotten, and goes unsupervised."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区纪委
职务: 区纪委副书记
身份: 班子成员
---
种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 韦知远
频次: 每季度
报送期限: +1m
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: commission
post: Deputy secretary
role: member
---
kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: wei-zhiyuan
cadence: quarterly
due: +1m
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区纪委
职务: 区纪委副书记
身份: 班子成员
---
种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: {范围: 区纪委}
频次: 每季度
报送期限: +1m
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: commission
post: Deputy secretary
role: member
---
kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: {under: commission}
cadence: quarterly
due: +1m
)y"}},
    {.code = code::catalogue_incomplete,
     .name = "catalogue-incomplete",
     .severity = Severity::error,
     .summary = {"向上级的报告缺少条目", "a report to the superior body with items missing"},
     .rationale =
         {"向上级报告的条目是规定好的，一条都不能少。缺哪一条，上级问起来就答不上。",
          "What is reported upward is laid down item by item, and none may be missing: the "
          "superior body will ask for it."},
     .bad = {R"y(种类: 报告
编号: 沈砚秋-2018-h1
报告人: 沈砚秋
期间: 2018-h1
报送单位: 市纪委
事项:
  - {任务: 述责, 报送日期: 2018-07-03, 内容: 召开领导小组会2次}
)y",
             R"y(kind: report
id: shen-yanqiu-2018-h1
by: shen-yanqiu
period: 2018-h1
to: city-commission
items:
  - {duty: lead-the-work, submitted: 2018-07-03, content: two meetings held}
)y"},
     .good = {R"y(种类: 报告
编号: 沈砚秋-2018-h1
报告人: 沈砚秋
期间: 2018-h1
报送单位: 市纪委
事项:
  - {任务: 述责, 报送日期: 2018-07-03, 内容: 召开领导小组会2次}
  - {任务: 严格监督, 报送日期: 2018-07-03, 内容: 专项检查3次}
)y",
              R"y(kind: report
id: shen-yanqiu-2018-h1
by: shen-yanqiu
period: 2018-h1
to: city-commission
items:
  - {duty: lead-the-work, submitted: 2018-07-03, content: two meetings held}
  - {duty: oversee, submitted: 2018-07-03, content: three special checks}
)y"}},
    {.code = code::due_does_not_fit,
     .name = "due-does-not-fit",
     .severity = Severity::error,
     .firm = true,
     .summary = {"报送期限与频次不符", "a due date that does not fit the cadence"},
     .rationale =
         {"按季度报的任务写一个固定日期，从第二个季度起就永远逾期；一次性任务写“期末后”，又没"
          "有期末可算。",
          "A quarterly duty with a fixed date is overdue for ever from the second quarter on; "
          "a duty due once has no period's end to count from."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: 2018-07-31
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: 2018-07-31
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +1m
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +1m
)y"}},
    {.code = code::owner_matches_nobody,
     .name = "owner-matches-nobody",
     .severity = Severity::warning,
     .summary = {"责任人范围内没有人", "a selector that matches nobody"},
     .rationale =
         {"没有人承担的任务，谁也不会报，也不会显示为逾期，就这样悄悄没有了。",
          "A duty that nobody owes is never reported and never overdue: it quietly disappears."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: {身份: 其他, 范围: 区委}
频次: 每季度
报送期限: +1m
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: {role: other, under: committee}
cadence: quarterly
due: +1m
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: {身份: 班子成员, 范围: 区委}
频次: 每季度
报送期限: +1m
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: {role: member, under: committee}
cadence: quarterly
due: +1m
)y"}},
    {.code = code::attempts_out_of_order,
     .name = "attempts-out-of-order",
     .severity = Severity::error,
     .summary = {"各次报送的先后不对", "submissions in the wrong order"},
     .rationale =
         {"是否迟报看第一次，现在的状态看最后一次。次序乱了，两样都会判错。",
          "Lateness comes from the first submission and the state from the last. Out of order, "
          "both come out wrong."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
    此前报送:
      - 报送日期: 2018-07-05
        内容: 已开展
        审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-05, 理由: 没有具体内容}
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
    earlier:
      - submitted: 2018-07-05
        content: done
        review: {decision: returned, by: wei-zhiyuan, date: 2018-07-05, reason: nothing specific}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-06}
    此前报送:
      - 报送日期: 2018-07-02
        内容: 已开展
        审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-02, 理由: 没有具体内容}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
    earlier:
      - submitted: 2018-07-02
        content: done
        review: {decision: returned, by: wei-zhiyuan, date: 2018-07-02, reason: nothing specific}
)y"}},
    {.code = code::unknown_category,
     .name = "unknown-category",
     .severity = Severity::error,
     .summary = {"没有这个任务类别", "an unknown duty category"},
     .rationale = {"任务按类别汇总，向上级报告也按条目核对。类别写得各不相同，就汇总不到一起。",
                   "Duties are summed up by category, and reports upward are checked by item. "
                   "Categories of one's own fall through."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 督查
责任人: 陆鸣岐
频次: 每季度
报送期限: +1m
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: visiting
owner: lu-mingqi
cadence: quarterly
due: +1m
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +1m
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +1m
)y"}},
    {.code = code::measure_not_asked,
     .name = "measure-not-asked",
     .severity = Severity::warning,
     .summary = {"没有任务要求的指标", "a measure that no duty asks for"},
     .rationale =
         {"指标按名称核对、相加。报上来的名称与任务所列的差一个字，任务要求的数量就算没有报，这个数"
          "也不"
          "知算在哪里。",
          "Measures are held against what is asked, and added up, by name. One letter off, and the "
          "number asked for counts as not reported, and the one reported counts nowhere."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动场数: 2}
    附件: [附件/签到表.txt]
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {evens: 2}
    attachments: [files/sign-in.txt]
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held, three people spoken to
    measures: {events: 2}
    attachments: [files/sign-in.txt]
)y"}},
    {.code = code::measure_names_alike,
     .name = "measure-names-alike",
     .severity = Severity::warning,
     .summary = {"只差一个字的指标名称", "two names of measures that one letter parts"},
     .rationale =
         {"同一个指标写成两个名称，数就分作两处。只用过一次、与另一个只差一个字的，多半是写错了。写"
          "在一起"
          "的两个指标不在此列。",
          "One measure under two names is counted in two places. A name that occurs once and is "
          "one "
          "letter off another is most likely a slip. Two that stand side by side are two."},
     .bad = {R"y(种类: 任务
编号: 谈心
标题: 开展谈心谈话
类别: 廉政教育
责任人: 陆鸣岐
频次: 每季度
起始日期: 2018-07-01
报送期限: +5wd
要求: {指标: {活动次教: 1}}
)y",
             R"y(kind: duty
id: talks
title: Talk with those in charge
category: education
owner: lu-mingqi
cadence: quarterly
from: 2018-07-01
due: +5wd
requires: {measures: {evens: 1}}
)y"},
     .good = {R"y(种类: 任务
编号: 谈心
标题: 开展谈心谈话
类别: 廉政教育
责任人: 陆鸣岐
频次: 每季度
起始日期: 2018-07-01
报送期限: +5wd
要求: {指标: {活动次数: 1}}
)y",
              R"y(kind: duty
id: talks
title: Talk with those in charge
category: education
owner: lu-mingqi
cadence: quarterly
from: 2018-07-01
due: +5wd
requires: {measures: {events: 1}}
)y"}},
    {.code = code::reported_to_oneself,
     .name = "reported-to-oneself",
     .severity = Severity::error,
     .summary = {"向自己口头汇报", "an oral report to oneself"},
     .rationale = {"口头汇报是向上级或监督机构报告。汇报人和听取汇报的是同一人，等于没有汇报，却可"
                   "能因此加分。",
                   "An oral report goes to an org above or to the discipline body. Given to "
                   "oneself it is none, and yet may earn points."},
     .bad = {R"y(种类: 监督措施
编号: 口头汇报-1
方式: 口头汇报
日期: 2018-06-20
实施人: 沈砚秋
对象: [沈砚秋]
)y",
             R"y(kind: action
id: oral-1
type: oral-report
date: 2018-06-20
by: shen-yanqiu
to: [shen-yanqiu]
)y"},
     .good = {R"y(种类: 监督措施
编号: 口头汇报-1
方式: 口头汇报
日期: 2018-06-20
实施人: 沈砚秋
对象: [市纪委]
)y",
              R"y(kind: action
id: oral-1
type: oral-report
date: 2018-06-20
by: shen-yanqiu
to: [city-commission]
)y"}},
    {.code = code::not_reported,
     .name = "not-reported",
     .severity = Severity::info,
     .summary = {"逾期未报送", "not reported, and overdue"},
     .rationale =
         {"这是事实，不是记录的错：到期没有报。平时不显示，加 --info 才列出，供催报之用。",
          "This is a fact and no fault of the records: it was due, and nothing came. It is "
          "shown with --info, for those who send reminders."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 现场督导, 报送日期: 2018-07-04, 内容: 督导3次}
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: visits, submitted: 2018-07-04, content: three visits}
)y"}},
    {.code = code::reported_late,
     .name = "reported-late",
     .severity = Severity::info,
     .summary = {"迟报", "reported late"},
     .rationale = {"迟报照实记载，补报了也仍是迟报，不能显示成按时。",
                   "Late stays late, even when it was made good: it is never shown as on time."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 现场督导, 报送日期: 2018-07-08, 内容: 督导3次}
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: visits, submitted: 2018-07-08, content: three visits}
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 现场督导, 报送日期: 2018-07-05, 内容: 督导3次}
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: visits, submitted: 2018-07-05, content: three visits}
)y"}},
    {.code = code::empty_content,
     .name = "empty-content",
     .severity = Severity::info,
     .summary = {"报送内容是空的", "a report without content"},
     .rationale =
         {"报送了却没有写做了什么。算作已报，但不能审核通过，应当退回。",
          "It was submitted and says nothing. It counts as reported, but can only be returned."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
要求: {内容: true}
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 现场督导, 报送日期: 2018-07-04, 内容: ""}
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
requires: {content: true}
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: visits, submitted: 2018-07-04, content: ""}
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +5d
要求: {内容: true}
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 现场督导, 报送日期: 2018-07-04, 内容: 督导3次}
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +5d
requires: {content: true}
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: visits, submitted: 2018-07-04, content: three visits}
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> reports_rules() {
  return rows;
}

}  // namespace zsup::rule
