// ZS7xx: authenticity.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::repeats_own_report,
     .name = "repeats-own-report",
     .severity = Severity::warning,
     .summary = {"内容与上期报告雷同", "a report that repeats an earlier one"},
     .rationale = {"换了期间、改了数字，其余照抄，说明这一期没有做事，或者没有如实报告。比对时不计"
                   "空格、标点和数字；较短的内容不比对，审核未通过的不再提示。从多少起算雷同，由考"
                   "核办法的“雷同认定”规定，默认 80%、不少于 20 字。",
                   "Another period, other figures, and the rest copied: nothing was done this "
                   "time, or it was not reported. Spaces, punctuation and figures are left out of "
                   "the comparison; short texts are not compared, and what was returned has been "
                   "noticed. From which share a text counts as repeated is for the policy to say "
                   "(authenticity); 80 % of at least 20 characters when it does not."},
     .bad = {R"y(种类: 任务
编号: 月度调度
标题: 每月调度党风廉政建设工作
类别: 廉政教育
责任人: 沈砚秋
频次: 每月
起始日期: 2018-05-01
报送期限: +10d
---
种类: 报告
编号: 沈砚秋-2018-05
报告人: 沈砚秋
期间: 2018-05
事项:
  - 任务: 月度调度
    报送日期: 2018-06-05
    内容: 召开领导小组会议2次，研究部署党风廉政建设工作，听取班子成员履责情况汇报
---
种类: 报告
编号: 沈砚秋-2018-06
报告人: 沈砚秋
期间: 2018-06
事项:
  - 任务: 月度调度
    报送日期: 2018-07-03
    内容: 召开领导小组会议3次，研究部署党风廉政建设工作，听取班子成员履责情况汇报
)y",
             R"y(kind: duty
id: monthly-review
title: Review integrity work every month
category: education
owner: shen-yanqiu
cadence: monthly
from: 2018-05-01
due: +10d
---
kind: report
id: shen-yanqiu-2018-05
by: shen-yanqiu
period: 2018-05
items:
  - duty: monthly-review
    submitted: 2018-06-05
    content: chaired the leading group twice, heard every member on integrity work and set the tasks of the month
---
kind: report
id: shen-yanqiu-2018-06
by: shen-yanqiu
period: 2018-06
items:
  - duty: monthly-review
    submitted: 2018-07-03
    content: chaired the leading group twice, heard every member on integrity work and set the tasks of the month
)y"},
     .good = {R"y(种类: 任务
编号: 月度调度
标题: 每月调度党风廉政建设工作
类别: 廉政教育
责任人: 沈砚秋
频次: 每月
起始日期: 2018-05-01
报送期限: +10d
---
种类: 报告
编号: 沈砚秋-2018-05
报告人: 沈砚秋
期间: 2018-05
事项:
  - 任务: 月度调度
    报送日期: 2018-06-05
    内容: 召开领导小组会议2次，研究部署党风廉政建设工作，听取班子成员履责情况汇报
---
种类: 报告
编号: 沈砚秋-2018-06
报告人: 沈砚秋
期间: 2018-06
事项:
  - 任务: 月度调度
    报送日期: 2018-07-03
    内容: 召开领导小组会议3次，专题分析两轮巡察反馈问题，对交通局拆分发包逐笔过堂，约谈负责人
)y",
              R"y(kind: duty
id: monthly-review
title: Review integrity work every month
category: education
owner: shen-yanqiu
cadence: monthly
from: 2018-05-01
due: +10d
---
kind: report
id: shen-yanqiu-2018-05
by: shen-yanqiu
period: 2018-05
items:
  - duty: monthly-review
    submitted: 2018-06-05
    content: chaired the leading group twice, heard every member on integrity work and set the tasks of the month
---
kind: report
id: shen-yanqiu-2018-06
by: shen-yanqiu
period: 2018-06
items:
  - duty: monthly-review
    submitted: 2018-07-03
    content: went through the findings of both inspections, case by case, and set a date for each
)y"}},
    {.code = code::repeats_other_report,
     .name = "repeats-other-report",
     .severity = Severity::warning,
     .summary = {"内容与他人报告雷同", "a report that repeats the report of another"},
     .rationale = {"各人分管不同，做的事不会一字不差。雷同的两份，至少有一份是抄的；先报送的一份列"
                   "为出处，究竟谁抄谁要核实。",
                   "Leaders are in charge of different things, and what they did does not agree "
                   "word for word. Of two such reports one at least is copied; the earlier is "
                   "shown as the origin, and who copied is to be found out."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 对交通局等5个分管单位开展廉政教育，组织观看警示教育片，与科室负责人谈话12人次
---
种类: 报告
编号: 沈砚秋-2018-q2
报告人: 沈砚秋
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-04
    内容: 对农业局等5个分管单位开展廉政教育，组织观看警示教育片，与科室负责人谈话12人次
)y",
             R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: held integrity education in the five bureaus in my charge, showed a film on warning cases, and spoke to twelve section heads
---
kind: report
id: shen-yanqiu-2018-q2
by: shen-yanqiu
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-04
    content: held integrity education in the six bureaus in my charge, showed a film on warning cases, and spoke to twelve section heads
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 对交通局等5个分管单位开展廉政教育，组织观看警示教育片，与科室负责人谈话12人次
---
种类: 报告
编号: 沈砚秋-2018-q2
报告人: 沈砚秋
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-04
    内容: 到党校讲廉政党课1次，组织区委办公室干部旁听受贿案庭审，逐一签订家庭助廉承诺书
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: held integrity education in the five bureaus in my charge, showed a film on warning cases, and spoke to twelve section heads
---
kind: report
id: shen-yanqiu-2018-q2
by: shen-yanqiu
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-04
    content: gave a lecture at the party school and took the staff of the office to hear a bribery trial
)y"}},
    {.code = code::spot_check_contradicts,
     .name = "spot-check-contradicts",
     .severity = Severity::warning,
     .summary = {"抽查不属实的事项仍是审核通过", "approved, and a spot check says otherwise"},
     .rationale = {"抽查已经发现走过场，审核结论却没有改，考核就会照通过计算。要么重新审核退回，要"
                   "么说明抽查有误。",
                   "A spot check found that the motions were gone through, and the review still "
                   "says approved. One of the two has to give way: the item is returned, or the "
                   "verdict is mended."},
     .bad = {R"y(种类: 问题
编号: 抽查-01
来源: 抽查
单位: 区委
分管领导: 沈砚秋
类别: [形式主义]
内容: 抽查廉政教育活动，签到表与会议记录对不上
发现日期: 2018-07-10
抽查对象: {报告: 陆鸣岐-2018-q2, 任务: 廉政教育, 抽查结论: 走过场}
---
种类: 报告
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
             R"y(kind: finding
id: spot-01
source: spot-check
org: committee
leader: shen-yanqiu
categories: [formalism]
text: the sign-in sheet of the education session does not match the minutes
found: 2018-07-10
target: {report: lu-mingqi-2018-q2, duty: education, verdict: perfunctory}
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-06}
)y"},
     .good = {R"y(种类: 问题
编号: 抽查-01
来源: 抽查
单位: 区委
分管领导: 沈砚秋
类别: [形式主义]
内容: 抽查廉政教育活动，签到表与会议记录对不上
发现日期: 2018-07-10
抽查对象: {报告: 陆鸣岐-2018-q2, 任务: 廉政教育, 抽查结论: 走过场}
---
种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    审核: {结论: 审核未通过, 审核人: 韦知远, 日期: 2018-07-12, 理由: 抽查没有找到会议记录}
)y",
              R"y(kind: finding
id: spot-01
source: spot-check
org: committee
leader: shen-yanqiu
categories: [formalism]
text: the sign-in sheet of the education session does not match the minutes
found: 2018-07-10
target: {report: lu-mingqi-2018-q2, duty: education, verdict: perfunctory}
---
kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: two sessions held
    review: {decision: returned, by: wei-zhiyuan, date: 2018-07-12, reason: no minutes were found}
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> authenticity_rules() {
  return rows;
}

}  // namespace zsup::rule
