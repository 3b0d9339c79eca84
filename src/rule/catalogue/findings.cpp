// ZS4xx: findings.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::step_missing,
     .name = "step-missing",
     .severity = Severity::error,
     .summary = {"整改缺少必经的步骤", "a needed step is missing"},
     .rationale =
         {"认领、上报、审核、销号，哪一步都不能跳。跳过的那一步就是没人负责的那一步。",
          "Claimed, submitted, approved, closed: no step may be skipped, for the one that is "
          "skipped is the one nobody answers for."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
  - {日期: 2018-06-25, 进展: 审核通过}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
  - {date: 2018-06-25, what: approved}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-25, 进展: 审核通过}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-25, what: approved}
)y"}},
    {.code = code::step_backwards,
     .name = "step-backwards",
     .severity = Severity::error,
     .summary = {"整改步骤的日期倒退", "steps whose dates run backwards"},
     .rationale =
         {"整改一步接一步。后一步的日期反而更早，说明有日期记错了，逾期天数也就算错了。",
          "Steps follow one another. When a later one has the earlier date, one of them is "
          "wrong, and so is every day counted as overdue."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-15, 进展: 审核通过}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-15, what: approved}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-25, 进展: 审核通过}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-25, what: approved}
)y"}},
    {.code = code::unit_before_leader,
     .name = "unit-before-leader",
     .severity = Severity::warning,
     .summary = {"先向单位、后向分管领导反馈", "the unit briefed before its leader"},
     .rationale =
         {"“1+1”反馈要分管领导先知情、先认领，再督促单位整改。先告诉单位，分管领导就成了旁观"
          "者。",
          "In the '1+1' briefing the leader in charge hears first, claims, and sees to it that "
          "the unit acts. If the unit hears first, the leader looks on."},
     .bad = {R"y(种类: 巡察
编号: 第二轮巡察
名称: 区委第二轮巡察
轮次: 2
组织机构: 区委
被巡察单位: [交通局]
起始日期: 2018-05-07
反馈:
  - {单位: 交通局, 分管领导: 陆鸣岐, 向领导反馈日期: 2018-06-25, 向单位反馈日期: 2018-06-21}
)y",
             R"y(kind: inspection
id: round-2
name: Second round of inspection
round: 2
by: committee
units: [transport-bureau]
from: 2018-05-07
briefings:
  - {unit: transport-bureau, leader: lu-mingqi, leader_date: 2018-06-25, unit_date: 2018-06-21}
)y"},
     .good = {R"y(种类: 巡察
编号: 第二轮巡察
名称: 区委第二轮巡察
轮次: 2
组织机构: 区委
被巡察单位: [交通局]
起始日期: 2018-05-07
反馈:
  - {单位: 交通局, 分管领导: 陆鸣岐, 向领导反馈日期: 2018-06-21, 向单位反馈日期: 2018-06-25}
)y",
              R"y(kind: inspection
id: round-2
name: Second round of inspection
round: 2
by: committee
units: [transport-bureau]
from: 2018-05-07
briefings:
  - {unit: transport-bureau, leader: lu-mingqi, leader_date: 2018-06-21, unit_date: 2018-06-25}
)y"}},
    {.code = code::closed_without_approval,
     .name = "closed-without-approval",
     .severity = Severity::error,
     .summary = {"未经审核通过就销号，或由当事单位、责任领导自己审核、销号",
                 "closed without approval, or approved or closed by those whose matter it is"},
     .rationale =
         {"没有审核就销号，等于自己给自己结案；由存在问题的单位、它的下级或负责整改的领导来审核、"
          "销号，也是一样。",
          "Closed without approval, a finding is closed by those it was found at; and so it "
          "is where the unit, those below it or the leader who answers for it approve or "
          "close it."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-28, 进展: 销号}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-28, what: closed}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-25, 进展: 审核通过}
  - {日期: 2018-06-28, 进展: 销号}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-25, what: approved}
  - {date: 2018-06-28, what: closed}
)y"}},
    {.code = code::recovered_more,
     .name = "recovered-more",
     .severity = Severity::error,
     .summary = {"追缴金额大于涉及金额", "more recovered than was involved"},
     .rationale =
         {"追缴的不会比涉及的多。两个数必有一个错，汇总的追缴额也跟着错。",
          "No more can be recovered than was involved. One of the two figures is wrong, and "
          "the total with it."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
涉及金额: 1.8万元
追缴金额: 2万元
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
amount: 18000
recovered: 20000
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
涉及金额: 1.8万元
追缴金额: 1.8万元
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
amount: 18000
recovered: 18000
)y"}},
    {.code = code::leader_does_not_cover,
     .name = "leader-does-not-cover",
     .severity = Severity::error,
     .summary = {"领导的分管范围不包括该单位", "a leader whose portfolio does not cover the unit"},
     .rationale =
         {"让不分管的人负责，他管不了，该管的人又不知道。单位自己的负责人可以是责任领导。",
          "A leader who is not in charge of the unit cannot act, and the one who is does not "
          "know. Whoever holds a post in the unit itself may answer for it."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
分管领导: 韦知远
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
leader: wei-zhiyuan
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
分管领导: 陆鸣岐
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
leader: lu-mingqi
)y"}},
    {.code = code::nobody_answers,
     .name = "nobody-answers",
     .severity = Severity::error,
     .summary = {"问题没有分管领导", "a finding that nobody answers for"},
     .rationale =
         {"问题要有人负责，才会进到某个人的函告书里。没有人分管，它就不会出现在任何一份函件中。",
          "A finding stands in someone's letter of notice because someone answers for it. With "
          "nobody in charge it stands in none."},
     .bad = {R"y(种类: 组织
编号: 供销社
名称: 云栎区供销合作社
类型: 部门
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 供销社
发现日期: 2018-06-08
)y",
             R"y(kind: org
id: cooperative
name: Supply cooperative of Yunli district
type: department
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: cooperative
found: 2018-06-08
)y"},
     .good = {R"y(种类: 组织
编号: 供销社
名称: 云栎区供销合作社
类型: 部门
上级: 区委
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 供销社
发现日期: 2018-06-08
)y",
              R"y(kind: org
id: cooperative
name: Supply cooperative of Yunli district
type: department
parent: committee
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: cooperative
found: 2018-06-08
)y"}},
    {.code = code::several_answer,
     .name = "several-answer",
     .severity = Severity::error,
     .summary = {"问题有几位分管领导", "a finding that several leaders answer for"},
     .rationale =
         {"两个人都分管，就会互相以为对方在管。一个问题只能进一份函告书。",
          "With two in charge, each believes that the other acts. A finding stands in exactly "
          "one letter of notice."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 班子成员
分管: [交通局]
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: member
portfolio: [transport-bureau]
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 班子成员
分管: [交通局]
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
分管领导: 陆鸣岐
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: member
portfolio: [transport-bureau]
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
leader: lu-mingqi
)y"}},
    {.code = code::inspection_mismatch,
     .name = "inspection-mismatch",
     .severity = Severity::error,
     .summary = {"问题的来源与巡察不符", "source and inspection do not match"},
     .rationale =
         {"巡察发现的问题要对得上哪一轮，反馈日期和统计才找得到它。",
          "A finding of an inspection must name its round, or neither its briefing nor the "
          "figures will find it."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"}},
    {.code = code::unit_not_inspected,
     .name = "unit-not-inspected",
     .severity = Severity::error,
     .summary = {"单位不在被巡察之列", "a unit that was not inspected"},
     .rationale =
         {"没有巡察过的单位，不会有这一轮的问题。单位或轮次填错，函件就发错了地方。",
          "A unit that was not inspected has no finding of that round. With the wrong unit or "
          "round, letters go to the wrong place."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 区委
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: committee
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"}},
    {.code = code::event_before_found,
     .name = "event-before-found",
     .severity = Severity::error,
     .summary = {"整改进展早于发现日期", "an event before the finding was found"},
     .rationale =
         {"问题还没发现就交办、整改，不合情理，必有一个日期记错。",
          "Nothing can be assigned or put right before it is found: one of the dates is wrong."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-05, 进展: 交办}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-05, what: assigned}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned}
)y"}},
    {.code = code::briefing_kept_twice,
     .name = "briefing-kept-twice",
     .severity = Severity::error,
     .summary = {"反馈日期记了两处", "a briefing kept in two places"},
     .rationale =
         {"同一个日期记两处，迟早一处改了另一处没改。“1+1”反馈只记在巡察记录里。",
          "A date kept in two places will one day be changed in one of them. Briefings are "
          "kept in the inspection only."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-03, 进展: 向分管领导反馈}
  - {日期: 2018-05-04, 进展: 认领}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-03, what: leader-briefed}
  - {date: 2018-05-04, what: claimed}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"}},
    {.code = code::spot_check_target,
     .name = "spot-check-target",
     .severity = Severity::error,
     .summary = {"抽查对象缺失或不符", "a spot check without its target"},
     .rationale =
         {"抽查是对某份报告某一项的核实。不写查了哪一项、结论如何，就不知道该记在谁头上。",
          "A spot check tests one item of one report. Without the item and the verdict, nobody "
          "knows whom it concerns."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 抽查
类别: [采购]
单位: 交通局
发现日期: 2018-07-10
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: spot-check
categories: [procurement]
org: transport-bureau
found: 2018-07-10
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
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 抽查
类别: [采购]
单位: 交通局
发现日期: 2018-07-10
抽查对象: {报告: 陆鸣岐-2018-q2, 任务: 廉政教育, 抽查结论: 属实}
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
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: spot-check
categories: [procurement]
org: transport-bureau
found: 2018-07-10
target: {report: lu-mingqi-2018-q2, duty: education, verdict: genuine}
)y"}},
    {.code = code::step_after_close,
     .name = "step-after-close",
     .severity = Severity::error,
     .summary = {"销号之后又有进展", "a step after the finding was closed"},
     .rationale =
         {"销号就是了结。了结之后还在整改，要么没有真的了结，要么该记“回头看重启”。",
          "Closed means done. If work goes on, it was not done, or the finding was reopened "
          "and that is missing."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-25, 进展: 审核通过}
  - {日期: 2018-06-28, 进展: 销号}
  - {日期: 2018-07-05, 进展: 整改中}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-25, what: approved}
  - {date: 2018-06-28, what: closed}
  - {date: 2018-07-05, what: in-progress}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办}
  - {日期: 2018-06-20, 进展: 已上报}
  - {日期: 2018-06-25, 进展: 审核通过}
  - {日期: 2018-06-28, 进展: 销号}
  - {日期: 2018-07-03, 进展: 回头看重启}
  - {日期: 2018-07-05, 进展: 整改中}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned}
  - {date: 2018-06-20, what: submitted}
  - {date: 2018-06-25, what: approved}
  - {date: 2018-06-28, what: closed}
  - {date: 2018-07-03, what: reopened}
  - {date: 2018-07-05, what: in-progress}
)y"}},
    {.code = code::post_vacant,
     .name = "post-vacant",
     .severity = Severity::warning,
     .summary = {"分管岗位空缺，问题暂时没有人负责", "a finding whose post is vacant"},
     .rationale = {"岗位空缺是事实，不是记录的错，考核和统计照常进行；但空缺期间这个问题不在任何人"
                   "的函告书里，须有人代管。",
                   "A vacancy is a fact, and scores and statistics go on. But as long as it lasts "
                   "the finding stands in nobody's letter of notice, so someone has to stand in."},
     .bad = {R"y(种类: 组织
编号: 供销社
名称: 云栎区供销合作社
类型: 部门
---
种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 其他
分管: [供销社]
离任日期: 2018-06-30
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 供销社
发现日期: 2018-06-08
)y",
             R"y(kind: org
id: cooperative
name: Supply cooperative of Yunli district
type: department
---
kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: other
portfolio: [cooperative]
until: 2018-06-30
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: cooperative
found: 2018-06-08
)y"},
     .good = {R"y(种类: 组织
编号: 供销社
名称: 云栎区供销合作社
类型: 部门
---
种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 其他
分管: [供销社]
离任日期: 2018-07-31
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 供销社
发现日期: 2018-06-08
)y",
              R"y(kind: org
id: cooperative
name: Supply cooperative of Yunli district
type: department
---
kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: other
portfolio: [cooperative]
until: 2018-07-31
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: cooperative
found: 2018-06-08
)y"}},
    {.code = code::claimed_late,
     .name = "claimed-late",
     .severity = Severity::warning,
     .summary = {"向单位反馈之后才认领", "claimed after the unit was briefed"},
     .rationale =
         {"“1+"
          "1”反馈先向分管领导、后向单位：领导先认领，单位才知道整改由谁牵头。先反馈后认领，认领就走"
          "了过场。",
          "The leader in charge is briefed first and claims the finding, so that the unit learns "
          "who leads the rectification. A claim behind the briefing is a formality."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-10, 进展: 认领, 经办: 陆鸣岐}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-10, what: claimed, by: lu-mingqi}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-08, 进展: 认领, 经办: 陆鸣岐}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-08, what: claimed, by: lu-mingqi}
)y"}},
    {.code = code::finding_left_open,
     .name = "finding-left-open",
     .severity = Severity::warning,
     .summary = {"问题的分管领导已不在任", "an open finding whose leader is not in office"},
     .rationale = {"人走了，事还在：没有销号的问题由现在分管的人接着负责，函告书、台账都跟着走；已"
                   "经扣的分不跟着走。移交不写进记录，接手的人可能还不知道。",
                   "People leave, work stays: an open finding passes to whoever is in charge now, "
                   "and letters and lists follow. Points already taken off do not. Until the "
                   "hand-over stands in the record, the successor may not know of it."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 其他
分管: [交通局]
离任日期: 2018-06-30
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
分管领导: 闻人澈
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: other
portfolio: [transport-bureau]
until: 2018-06-30
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
leader: wenren-che
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 区委
职务: 区委常委
身份: 其他
分管: [交通局]
离任日期: 2018-06-30
---
种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
分管领导: 陆鸣岐
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: committee
post: Member of the committee
role: other
portfolio: [transport-bureau]
until: 2018-06-30
---
kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
leader: lu-mingqi
)y"}},
    {.code = code::unclaimed,
     .name = "unclaimed",
     .severity = Severity::info,
     .summary = {"尚未认领", "not claimed yet"},
     .rationale =
         {"这是事实：分管领导已听取反馈，还没有认领。加 --info 才显示。",
          "A fact: the leader in charge has been briefed, and has not claimed it yet. It is "
          "shown with --info."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 巡察
巡察: 第一轮巡察
类别: [采购]
单位: 交通局
发现日期: 2018-04-10
进展:
  - {日期: 2018-05-04, 进展: 认领}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: inspection
inspection: round-1
categories: [procurement]
org: transport-bureau
found: 2018-04-10
events:
  - {date: 2018-05-04, what: claimed}
)y"}},
    {.code = code::overdue_finding,
     .name = "overdue-finding",
     .severity = Severity::info,
     .summary = {"整改逾期", "past its deadline"},
     .rationale =
         {"这是事实：期限过了还没有销号，每过一天多一天。加 --info 才显示。",
          "A fact: the deadline has passed and it is not closed, one day more every day. It is "
          "shown with --info."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
整改期限: 2018-07-10
进展:
  - {日期: 2018-06-12, 进展: 交办}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
deadline: 2018-07-10
events:
  - {date: 2018-06-12, what: assigned}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
整改期限: 2018-07-31
进展:
  - {日期: 2018-06-12, 进展: 交办}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
deadline: 2018-07-31
events:
  - {date: 2018-06-12, what: assigned}
)y"}},
    {.code = code::unpublished,
     .name = "unpublished",
     .severity = Severity::info,
     .summary = {"尚未公开", "not published yet"},
     .rationale =
         {"这是事实：巡察已经结束，情况还没有公开。加 --info 才显示。",
          "A fact: the inspection is over and its results are not published yet. It is shown "
          "with --info."},
     .bad = {R"y(种类: 巡察
编号: 第二轮巡察
名称: 区委第二轮巡察
轮次: 2
组织机构: 区委
被巡察单位: [交通局]
起始日期: 2018-05-07
终止日期: 2018-06-15
反馈:
  - {单位: 交通局, 分管领导: 陆鸣岐, 向领导反馈日期: 2018-06-21, 向单位反馈日期: 2018-06-25}
)y",
             R"y(kind: inspection
id: round-2
name: Second round of inspection
round: 2
by: committee
units: [transport-bureau]
from: 2018-05-07
until: 2018-06-15
briefings:
  - {unit: transport-bureau, leader: lu-mingqi, leader_date: 2018-06-21, unit_date: 2018-06-25}
)y"},
     .good = {R"y(种类: 巡察
编号: 第二轮巡察
名称: 区委第二轮巡察
轮次: 2
组织机构: 区委
被巡察单位: [交通局]
起始日期: 2018-05-07
终止日期: 2018-06-15
反馈:
  - {单位: 交通局, 分管领导: 陆鸣岐, 向领导反馈日期: 2018-06-21, 向单位反馈日期: 2018-06-25}
公开日期: 2018-07-10
)y",
              R"y(kind: inspection
id: round-2
name: Second round of inspection
round: 2
by: committee
units: [transport-bureau]
from: 2018-05-07
until: 2018-06-15
briefings:
  - {unit: transport-bureau, leader: lu-mingqi, leader_date: 2018-06-21, unit_date: 2018-06-25}
published: 2018-07-10
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> findings_rules() {
  return rows;
}

}  // namespace zsup::rule
