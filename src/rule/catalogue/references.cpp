// ZS2xx: references.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::dangling_reference,
     .name = "dangling-reference",
     .severity = Severity::error,
     .firm = true,
     .summary = {"引用的记录不存在", "a reference to a record that does not exist"},
     .rationale =
         {"引用落空，责任就断了线：问题找不到单位，任务找不到人。",
          "A reference that leads nowhere breaks the line of responsibility: a finding without "
          "its unit, a duty without its owner."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 区政府
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: government
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 区委
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: committee
)y"}},
    {.code = code::duplicate_id,
     .name = "duplicate-id",
     .severity = Severity::error,
     .firm = true,
     .summary = {"编号重复", "an id that two records have"},
     .rationale =
         {"一个编号指着两条记录，别处引用它时就不知道说的是谁。",
          "When two records share an id, nobody can tell which of them a reference means."},
     .bad = {R"y(种类: 组织
编号: 交通局
名称: 云栎区水务局
类型: 部门
)y",
             R"y(kind: org
id: transport-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
    {.code = code::wrong_kind,
     .name = "wrong-kind",
     .severity = Severity::error,
     .firm = true,
     .summary = {"引用的记录种类不对", "a reference to a record of the wrong kind"},
     .rationale = {"上级应是组织，责任人应是人或组织。指错了种类，汇总和函件就落到不相干的地方。",
                   "A parent is an org, an owner a person or an org. A reference to the wrong kind "
                   "sends figures and letters astray."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 沈砚秋
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: shen-yanqiu
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 区委
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: committee
)y"}},
    {.code = code::org_cycle,
     .name = "org-cycle",
     .severity = Severity::error,
     .firm = true,
     .summary = {"组织的上级关系成环", "parents of orgs that run in a circle"},
     .rationale =
         {"甲归乙管、乙归甲管，就没有一个上级能负责，监督关系也无从算起。",
          "If each of two orgs is above the other, no one is in charge, and who oversees whom "
          "cannot be told."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 水库管理处
---
种类: 组织
编号: 水库管理处
名称: 云栎水库管理处
类型: 部门
上级: 水务局
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: reservoir
---
kind: org
id: reservoir
name: Reservoir office
type: department
parent: water-bureau
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级: 区委
---
种类: 组织
编号: 水库管理处
名称: 云栎水库管理处
类型: 部门
上级: 水务局
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent: committee
---
kind: org
id: reservoir
name: Reservoir office
type: department
parent: water-bureau
)y"}},
    {.code = code::attachment_missing,
     .name = "attachment-missing",
     .severity = Severity::error,
     .summary = {"附件不存在", "an attachment that does not exist"},
     .rationale = {"说有佐证而拿不出来，这一条就立不住。",
                   "Evidence that cannot be produced is none."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [附件/签到簿.txt]}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [files/signin.txt]}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [附件/签到表.txt]}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [files/sign-in.txt]}
)y"}},
    {.code = code::attachment_outside,
     .name = "attachment-outside",
     .severity = Severity::error,
     .summary = {"附件在登记册之外", "an attachment outside the register"},
     .rationale =
         {"放在册外的文件会被移动、改名或改写，登记册管不着；换一台电脑也打不开。",
          "A file outside the register can be moved or rewritten without its knowledge, and is "
          "missing on every other machine."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [../桌面/签到表.txt]}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [../desktop/sign-in.txt]}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [附件/签到表.txt]}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [files/sign-in.txt]}
)y"}},
    {.code = code::attachment_unusable,
     .name = "attachment-unusable",
     .severity = Severity::error,
     .summary = {"附件是空文件或不是普通文件", "an attachment that is empty or no regular file"},
     .rationale = {"空文件和文件夹不能证明任何事。要列的是具体的、有内容的文件。",
                   "An empty file or a folder proves nothing. Name a file with something in it."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [附件]}
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [files]}
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
进展:
  - {日期: 2018-06-12, 进展: 交办, 附件: [附件/签到表.txt]}
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
events:
  - {date: 2018-06-12, what: assigned, attachments: [files/sign-in.txt]}
)y"}},
    {.code = code::out_of_office,
     .name = "out-of-office",
     .severity = Severity::error,
     .summary = {"人员当时不在任", "a leader who was not in office"},
     .rationale =
         {"不在任的人不能审核、认领、听取反馈。日期和人对不上，必有一个是错的，追责时就会找错人"
          "。",
          "Whoever is not in office cannot review, claim or be briefed. One of the two, the "
          "person or the date, is wrong, and the wrong one would be held to account."},
     .bad = {R"y(种类: 监督措施
编号: 谈话2018-05
方式: 提醒谈话
日期: 2016-12-01
实施人: 区纪委
对象: [陆鸣岐]
)y",
             R"y(kind: action
id: talk-2018-05
type: reminder-talk
date: 2016-12-01
by: commission
to: [lu-mingqi]
)y"},
     .good = {R"y(种类: 监督措施
编号: 谈话2018-05
方式: 提醒谈话
日期: 2018-05-10
实施人: 区纪委
对象: [陆鸣岐]
)y",
              R"y(kind: action
id: talk-2018-05
type: reminder-talk
date: 2018-05-10
by: commission
to: [lu-mingqi]
)y"}},
    {.code = code::policy_in_force,
     .name = "policy-in-force",
     .severity = Severity::warning,
     .summary = {"没有施行中的考核办法", "no policy in force"},
     .rationale =
         {"没有办法的季度不计分，也不进半年和全年的平均；其他一切照常。旧办法到期、新办法还没有"
          "写进来，是常有的事，但不能没有人知道。",
          "A quarter without a policy has no score, and no mean counts it; all else goes on. "
          "That an old one has run out and the new one is not entered yet is common, but "
          "someone must know."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐2019-q1
报告人: 陆鸣岐
期间: 2019-q1
事项:
  - {任务: 廉政教育, 报送日期: 2018-07-02, 内容: 组织了一次警示教育}
)y",
             R"y(kind: report
id: lu-mingqi-2019-q1
by: lu-mingqi
period: 2019-q1
items:
  - {duty: education, submitted: 2018-07-02, content: One session was held}
)y"},
     .good = {R"y(种类: 报告
编号: 陆鸣岐2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - {任务: 廉政教育, 报送日期: 2018-07-02, 内容: 组织了一次警示教育}
)y",
              R"y(kind: report
id: lu-mingqi-2018-q2
by: lu-mingqi
period: 2018-q2
items:
  - {duty: education, submitted: 2018-07-02, content: One session was held}
)y"}},
    {.code = code::calendar_missing,
     .name = "calendar-missing",
     .severity = Severity::warning,
     .summary = {"缺少工作日历", "a calendar that is needed is missing"},
     .rationale =
         {"“5个工作日”要知道哪天放假、哪天调休。没有日历就算不出期限，而期限差一天就是迟报与"
          "不迟报的差别，所以用到它的期间不计分、不提醒；别的期间照常。新年度的日历在用到它的第一天"
          "之前一个月开始提示，写在 zsup.yaml 的“年份”处。",
          "'Five working days' depends on holidays and on weekends that are worked. Without "
          "the calendar no due date can be told, and a day makes the difference between late "
          "and in time: periods that need it have no score and no reminders, and all others go "
          "on. It is told from a month before the first day that needs it, at the year in "
          "zsup.yaml."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +15wd
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +15wd
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +15wd
---
种类: 工作日历
编号: 工作日历2018
年份: 2018
放假日: [2018-10-01, 2018-10-02]
上班日: [2018-09-29]
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +15wd
---
kind: calendar
id: calendar-2018
year: 2018
holidays: [2018-10-01, 2018-10-02]
workdays: [2018-09-29]
)y"}},
    {.code = code::unknown_line,
     .name = "unknown-line",
     .severity = Severity::error,
     .summary = {"没有这个工作条线", "an unknown line of work"},
     .rationale =
         {"问题按条线找分管领导。条线写错一个字，就会落到别人头上，或者没人认领。",
          "Findings find their leader by line of work. One character wrong, and they land on "
          "someone else, or on no one."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
条线: 安全产生
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
line: saftey
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
条线: 安全生产
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
line: safety
)y"}},
    {.code = code::calendar_repeated,
     .name = "calendar-repeated",
     .severity = Severity::error,
     .summary = {"同一年有两份工作日历", "two calendars for one year"},
     .rationale = {"同一年两份日历各写各的，期限就有两个算法。",
                   "Two calendars for one year give two answers for every due date."},
     .bad = {R"y(种类: 工作日历
编号: 工作日历2018
年份: 2018
放假日: [2018-10-01, 2018-10-02]
上班日: [2018-09-29]
---
种类: 工作日历
编号: 工作日历2018续
年份: 2018
放假日: [2018-10-03]
上班日: []
)y",
             R"y(kind: calendar
id: calendar-2018
year: 2018
holidays: [2018-10-01, 2018-10-02]
workdays: [2018-09-29]
---
kind: calendar
id: calendar-2018-more
year: 2018
holidays: [2018-10-03]
workdays: []
)y"},
     .good = {R"y(种类: 工作日历
编号: 工作日历2018
年份: 2018
放假日: [2018-10-01, 2018-10-02]
上班日: [2018-09-29]
---
种类: 工作日历
编号: 工作日历2019
年份: 2019
放假日: [2019-01-01]
上班日: [2019-02-02]
)y",
              R"y(kind: calendar
id: calendar-2018
year: 2018
holidays: [2018-10-01, 2018-10-02]
workdays: [2018-09-29]
---
kind: calendar
id: calendar-2019
year: 2019
holidays: [2019-01-01]
workdays: [2019-02-02]
)y"}},
    {.code = code::calendar_contradicts,
     .name = "calendar-contradicts",
     .severity = Severity::error,
     .summary = {"工作日历自相矛盾", "a calendar that contradicts itself"},
     .rationale =
         {"一天既放假又上班、调休写在工作日、日期不在这一年，都说明抄通知时抄错了，期限会跟着差"
          "一天。",
          "A day that is both off and worked, a weekday 'worked in exchange', a date of "
          "another year: the notice was copied wrongly, and due dates shift with it."},
     .bad = {R"y(种类: 工作日历
编号: 工作日历2018
年份: 2018
放假日: [2018-10-01]
上班日: [2018-09-28]
)y",
             R"y(kind: calendar
id: calendar-2018
year: 2018
holidays: [2018-10-01]
workdays: [2018-09-28]
)y"},
     .good = {R"y(种类: 工作日历
编号: 工作日历2018
年份: 2018
放假日: [2018-10-01]
上班日: [2018-09-29]
)y",
              R"y(kind: calendar
id: calendar-2018
year: 2018
holidays: [2018-10-01]
workdays: [2018-09-29]
)y"}},
    {.code = code::unknown_rule,
     .name = "unknown-rule",
     .severity = Severity::error,
     .firm = true,
     .summary = {"规则代码不存在", "the code of a rule that does not exist"},
     .rationale =
         {"代码写错，想调的规则没有调到，还以为已经调了。",
          "With the code mistyped the rule keeps its severity, while everyone believes that it "
          "was changed."},
     .bad = {R"y(名称: 云栎区纪委监督登记册
截至日期: 2018-07-15
规则级别: {ZS430: 错误}
)y",
             R"y(name: Register of the Yunli district commission
as_of: 2018-07-15
severity: {ZS430: error}
)y"},
     .good = {R"y(名称: 云栎区纪委监督登记册
截至日期: 2018-07-15
规则级别: {ZS403: 错误}
)y",
              R"y(name: Register of the Yunli district commission
as_of: 2018-07-15
severity: {ZS403: error}
)y"},
     .example_file = "zsup.yaml"},
    {.code = code::firm_rule,
     .name = "firm-rule",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不能降低级别或豁免的规则", "a rule that cannot be lowered or waived"},
     .rationale = {"读不出来的内容、不存在的引用，不会因为关掉一条规则就变得可以计算。关掉它，分数"
                   "和统计就会少了这些内容而没有人知道。",
                   "What cannot be read, and what leads nowhere, cannot be computed with, whatever "
                   "a setting says. Were the rule off, scores and statistics would lack it and "
                   "nobody would know."},
     .bad = {R"y(名称: 云栎区纪委监督登记册
截至日期: 2018-07-15
规则级别: {ZS105: 关闭}
)y",
             R"y(name: Register of the Yunli district commission
lang: en
as_of: 2018-07-15
severity: {ZS105: off}
)y"},
     .good = {R"y(名称: 云栎区纪委监督登记册
截至日期: 2018-07-15
规则级别: {ZS105: 错误}
)y",
              R"y(name: Register of the Yunli district commission
lang: en
as_of: 2018-07-15
severity: {ZS105: error}
)y"},
     .example_file = "zsup.yaml"},
    {.code = code::condition_never_met,
     .name = "condition-never-met",
     .severity = Severity::error,
     .summary = {"考核办法中永远不会满足的条件", "a condition of a policy that is never met"},
     .rationale = {"问题没有处分，案件没有监督方式。条件写错了种类，该扣的分永远扣不到，而成绩单上"
                   "看不出来。",
                   "A finding has no sanction, a case no type of action. With the wrong kind in "
                   "its condition a row never takes a point off, and no scorecard shows it."},
     .bad = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2}
减分情形:
  - {条件: {种类: 问题, 处理: 党内警告}, 分值: 2}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
             R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.2}
incidents:
  - {when: {kind: finding, measure: party-warning}, points: 2}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"},
     .good = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2}
减分情形:
  - {条件: {种类: 案件, 处理: 党内警告}, 分值: 2}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
              R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.2}
incidents:
  - {when: {kind: case, measure: party-warning}, points: 2}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"}},
    {.code = code::ignored_nothing,
     .name = "ignored-nothing",
     .severity = Severity::warning,
     .summary = {"忽略的一项不符合任何文件", "something ignored that is not there"},
     .rationale =
         {"写错一个字，本该不读的草稿就当作记录读进来了；文件夹改名以后，这一项也不再起作用。",
          "With one letter wrong, the drafts that were to be left out are read as records; and "
          "once a folder has another name, its line here does nothing."},
     .bad = {R"y(名称: 云栎区纪委监督登记册
语言: 中文
期间: 2018-q2
截至日期: 2018-07-15
忽略: [草搞/]
)y",
             R"y(name: Register of the Yunli district commission
lang: en
period: 2018-q2
as_of: 2018-07-15
ignore: [draft/]
)y"},
     .good = {R"y(名称: 云栎区纪委监督登记册
语言: 中文
期间: 2018-q2
截至日期: 2018-07-15
忽略: [附件]
)y",
              R"y(name: Register of the Yunli district commission
lang: en
period: 2018-q2
as_of: 2018-07-15
ignore: [files]
)y"},
     .example_file = "zsup.yaml"},
    {.code = code::name_twice,
     .name = "name-twice",
     .severity = Severity::warning,
     .summary = {"一个单位里有两人同名", "two people of one name in one organisation"},
     .rationale =
         {"同一个人录了两遍，任务、问题和分数就各归各的；确是两人同名的，函件和名单里也要分得清。",
          "One person with two records has duties, findings and points in two places; and two "
          "people of one name must be told apart in letters and lists."},
     .bad = {R"y(种类: 领导干部
编号: 陆鸣岐2
姓名: 陆鸣岐
单位: 区委
职务: 副区长
身份: 其他
)y",
             R"y(kind: leader
id: lu-mingqi-2
name: Lu Mingqi
org: committee
post: Deputy head of the district
role: other
)y"},
     .good = {R"y(种类: 领导干部
编号: 陆鸣岐2
姓名: 陆鸣岐
单位: 区委
职务: 区委办公室主任
身份: 其他
离任日期: 2017-01-09
)y",
              R"y(kind: leader
id: lu-mingqi-2
name: Lu Mingqi
org: committee
post: Head of the office
role: other
until: 2017-01-09
)y"}},
    {.code = code::reading_does_not_fit,
     .name = "reading-does-not-fit",
     .severity = Severity::warning,
     .summary = {"拼音与姓名不符", "a reading that does not fit the name"},
     .rationale =
         {"写了“拼音”的，名单只按它排列。音节数与字数不等，或者姓氏没有这个读音，人就排到找不到的"
          "地方去。声调、大小写、连字符不计；ü 也可写成 v、u: 或 yu（lyu）。",
          "Where a reading is given, lists go by it alone. With another number of syllables than "
          "the name has characters, or one that the surname cannot have, a person stands where "
          "nobody looks. Tones, case and hyphens do not count; ü may be v, u: or yu (lyu) as "
          "well."},
     .bad = {R"y(种类: 领导干部
编号: 单长风
姓名: 单长风
拼音: dan chang
单位: 区委
职务: 副区长
身份: 其他
)y",
             R"y(kind: leader
id: shan-changfeng
name: 单长风
reading: dan chang
org: committee
post: Deputy head of the district
role: other
)y"},
     .good = {R"y(种类: 领导干部
编号: 单长风
姓名: 单长风
拼音: shan chang feng
单位: 区委
职务: 副区长
身份: 其他
)y",
              R"y(kind: leader
id: shan-changfeng
name: 单长风
reading: Shàn Chángfēng
org: committee
post: Deputy head of the district
role: other
)y"}},
    {.code = code::line_of_nobody,
     .name = "line-of-nobody",
     .severity = Severity::warning,
     .summary = {"没有人分管的条线", "a line of work in nobody's portfolio"},
     .rationale = {"问题按条线找分管领导。写明的条线没有人分管，考核办法也没有列出，多半是错了一个"
                   "字：问题会落到"
                   "别人头上，却没有人知道。",
                   "Findings find their leader by line of work. One that is in no portfolio and in "
                   "no policy "
                   "is most likely a slip: the finding falls to somebody else, and nobody knows."},
     .bad = {R"y(种类: 组织
编号: 交通局
名称: 云栎区交通运输局
类型: 部门
---
种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 交通局
职务: 局长
身份: 主要负责人
分管: [交通局]
---
种类: 问题
编号: 码头检查
内容: 码头安全检查流于形式
来源: 日常监督
类别: [工作纪律]
单位: 交通局
条线: 水上运输
发现日期: 2018-06-08
)y",
             R"y(kind: org
id: transport-bureau
name: Transport Bureau of Yunli
type: department
---
kind: leader
id: he-lanzhou
name: He Lanzhou
org: transport-bureau
post: Director
role: principal
portfolio: [transport-bureau]
---
kind: finding
id: wharf-inspections
text: Safety inspections of the wharf were a formality
source: daily
categories: [work]
org: transport-bureau
line: 水上运输
found: 2018-06-08
)y"},
     .good = {R"y(种类: 组织
编号: 交通局
名称: 云栎区交通运输局
类型: 部门
---
种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 交通局
职务: 局长
身份: 主要负责人
分管: [交通局]
---
种类: 问题
编号: 码头检查
内容: 码头安全检查流于形式
来源: 日常监督
类别: [工作纪律]
单位: 交通局
发现日期: 2018-06-08
)y",
              R"y(kind: org
id: transport-bureau
name: Transport Bureau of Yunli
type: department
---
kind: leader
id: he-lanzhou
name: He Lanzhou
org: transport-bureau
post: Director
role: principal
portfolio: [transport-bureau]
---
kind: finding
id: wharf-inspections
text: Safety inspections of the wharf were a formality
source: daily
categories: [work]
org: transport-bureau
found: 2018-06-08
)y"},
     .example_form = diag::ExampleForm::whole},
    {.code = code::line_named_nowhere,
     .name = "line-named-nowhere",
     .severity = Severity::warning,
     .summary = {"分管的条线没有用处", "a line of work in a portfolio that nothing names"},
     .rationale =
         {"分管写的是组织的编号，或者工作条线的名称。既不是哪个组织的编号，又没有一个问题写明这个条"
          "线，"
          "考核办法也没有列出，多半是单位的名称或写错的字：问题会落到别人头上，却没有人知道。",
          "A portfolio holds ids of orgs and names of lines of work. What is the id of no org, the "
          "line of no finding and in no policy is most likely a unit's name or a slip: findings "
          "fall to somebody else, and nobody knows."},
     .bad = {R"y(种类: 组织
编号: 交通局
名称: 云栎区交通运输局
类型: 部门
---
种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 交通局
职务: 局长
身份: 主要负责人
分管: [水上运输]
)y",
             R"y(kind: org
id: transport-bureau
name: Transport Bureau of Yunli
type: department
---
kind: leader
id: he-lanzhou
name: He Lanzhou
org: transport-bureau
post: Director
role: principal
portfolio: [水上运输]
)y"},
     .good = {R"y(种类: 组织
编号: 交通局
名称: 云栎区交通运输局
类型: 部门
---
种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 交通局
职务: 局长
身份: 主要负责人
分管: [交通局]
)y",
              R"y(kind: org
id: transport-bureau
name: Transport Bureau of Yunli
type: department
---
kind: leader
id: he-lanzhou
name: He Lanzhou
org: transport-bureau
post: Director
role: principal
portfolio: [transport-bureau]
)y"},
     .example_form = diag::ExampleForm::whole},
    {.code = code::bands_do_not_fit,
     .name = "bands-do-not-fit",
     .severity = Severity::error,
     .summary = {"等次自相矛盾", "bands that contradict each other"},
     .rationale = {"一票否决写了没有的等次、两个等次从同一分起、等次高于满分、最低的等次不从 0 "
                   "起：到评等次时才发现，已经来不及改办法了。",
                   "A veto to a band that does not exist, two bands that begin at one score, a "
                   "band above full marks, none that takes 0: found when grades are given, it is "
                   "too late to mend the policy."},
     .bad = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2}
一票否决:
  - {条件: {种类: 案件, 处理: 开除党籍}, 等次: 不称职}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
             R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.2}
vetoes:
  - {when: {kind: case, measure: party-expulsion}, band: unfit}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"},
     .good = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2}
一票否决:
  - {条件: {种类: 案件, 处理: 开除党籍}, 等次: 不合格}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
              R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.2}
vetoes:
  - {when: {kind: case, measure: party-expulsion}, band: fail}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"}},
    {.code = code::row_makes_no_sense,
     .name = "row-makes-no-sense",
     .severity = Severity::error,
     .summary = {"考核办法的扣分不合理", "a deduction that defeats its purpose"},
     .rationale =
         {"迟报比不报扣得多，补报就会让得分下降，没有人会补报。",
          "Where late costs more than never, making good lowers the score, and nobody will."},
     .bad = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.8}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
             R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.8}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"},
     .good = {R"y(种类: 考核办法
编号: 考核办法2019
标题: 云栎区2019年考核办法
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.5}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
              R"y(kind: policy
id: policy-2019
title: Policy of Yunli district for 2019
from: 2019-01-01
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.5}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"}},
    {.code = code::several_policies,
     .name = "several-policies",
     .severity = Severity::error,
     .firm = true,
     .summary = {"几个考核办法同时施行", "several policies in force at once"},
     .rationale = {"同一天有两个办法，一份报告就有两个分数。任何一期都要说得清按哪个办法考核。",
                   "With two policies on one day a report has two scores. For every period it must "
                   "be clear which one applies."},
     .bad = {R"y(种类: 考核办法
编号: 新考核办法
标题: 云栎区考核办法（修订）
起始日期: 2018-07-01
满分: 100
扣分: {未报送: 1, 退回: 0.5, 迟报: 0.2}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
             R"y(kind: policy
id: policy-new
title: Policy of Yunli district, revised
from: 2018-07-01
full: 100
deductions: {unreported: 1, returned: 0.5, late: 0.2}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"},
     .good = {R"y(种类: 考核办法
编号: 新考核办法
标题: 云栎区考核办法（修订）
起始日期: 2019-01-01
满分: 100
扣分: {未报送: 1, 退回: 0.5, 迟报: 0.2}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
)y",
              R"y(kind: policy
id: policy-new
title: Policy of Yunli district, revised
from: 2019-01-01
full: 100
deductions: {unreported: 1, returned: 0.5, late: 0.2}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> references_rules() {
  return rows;
}

}  // namespace zsup::rule
