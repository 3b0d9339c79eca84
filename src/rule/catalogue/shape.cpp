// ZS1xx: shape.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::unknown_kind,
     .name = "unknown-kind",
     .severity = Severity::error,
     .firm = true,
     .summary = {"没有写明记录种类，或没有这个种类", "the kind of record is missing or unknown"},
     .rationale = {"种类决定一条记录算作什么。没有种类，它就不进任何统计，也没有人会发现少了它。",
                   "The kind decides what a record counts as. Without one it enters no figure, and "
                   "nobody would miss it."},
     .bad = {R"y(种类: 单位
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
             R"y(kind: unit
id: water-bureau
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
    {.code = code::missing_field,
     .name = "missing-field",
     .severity = Severity::error,
     .firm = true,
     .summary = {"缺少必填字段", "a required field is missing"},
     .rationale =
         {"必填的都是以后要用的：缺了日期排不了先后，缺了单位找不到责任人。",
          "What is required is needed later: without a date there is no order, without an org "
          "no one answers."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
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
    {.code = code::unknown_field,
     .name = "unknown-field",
     .severity = Severity::error,
     .firm = true,
     .summary = {"没有这个字段", "a field that does not exist"},
     .rationale =
         {"写错一个字的字段不会被读到，填的内容等于没填。确实要自己加字段的，以 x- 开头。",
          "A misspelt field is never read, and its value might as well be missing. Fields of "
          "your own begin with x-."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级单位: 区委
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
superior: committee
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
    {.code = code::wrong_type,
     .name = "wrong-type",
     .severity = Severity::error,
     .firm = true,
     .summary = {"值的形式不对", "a value of the wrong form"},
     .rationale = {"该是列表的写成一句话，里面有几项就数不出来。",
                   "Where a list is written as one sentence, nobody can count its items."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
廉政风险点: 零星采购不比价
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
risk_points: small purchases without offers
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
廉政风险点: [{内容: 零星采购不比价, 类别: 采购}]
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
risk_points: [{text: small purchases without offers, category: procurement}]
)y"}},
    {.code = code::bad_date,
     .name = "bad-date",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是日期，或没有这一天", "not a date, or no such day"},
     .rationale =
         {"期限、先后和是否逾期都从日期算起。日期只有一种写法，才不会有人读成六月一日，有人读成"
          "一月六日。",
          "Limits, order and lateness are all counted from dates. With one way to write them, "
          "no one reads June where January is meant."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
任职日期: 2018-02-30
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
from: 2018-02-30
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
任职日期: 2018-02-28
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
from: 2018-02-28
)y"}},
    {.code = code::bad_period,
     .name = "bad-period",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是期间", "not a period"},
     .rationale =
         {"期间写法统一，同一季度的报告才归得到一起，才看得出谁没报。",
          "Only when periods are written alike do a quarter's reports come together, and who "
          "is missing shows."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018年2季
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
period: Q2 of 2018
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
    {.code = code::bad_number,
     .name = "bad-number",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是数字", "not a number"},
     .rationale =
         {"数字要能直接相加。“三”“03”“约3”各有各的读法，加总时就对不上。",
          "Numbers are there to be added. 'three', '03' and 'about 3' each read differently, "
          "and sums go wrong."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
排名: 三
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
order: three
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
排名: 3
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
order: 3
)y"}},
    {.code = code::bad_money,
     .name = "bad-money",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是金额", "not an amount of money"},
     .rationale =
         {"金额要精确到分，追缴多少、涉及多少才能对账。写不准的数放进备注。",
          "Money is exact to the fen, so that what was recovered can be held against what was "
          "involved. An estimate belongs in a note."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
涉及金额: 约2万元
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
amount: about 20000
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
涉及金额: 2万元
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
amount: 20000
)y"}},
    {.code = code::unknown_value,
     .name = "unknown-value",
     .severity = Severity::error,
     .firm = true,
     .summary = {"词表中没有这个值", "not a value of the vocabulary"},
     .rationale =
         {"按类别统计，就要人人用同样的词。一个新词就是一个没人统计的类别。",
          "Figures by category need everyone to use the same words. A new word is a category "
          "that nobody counts."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 机关
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: bureau
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
    {.code = code::bad_id,
     .name = "bad-id",
     .severity = Severity::error,
     .firm = true,
     .summary = {"编号不合格式", "an ill-formed id"},
     .rationale =
         {"编号要用来互相引用，也写进文件名和命令，空格和大小写都不能含糊，否则各写各的。",
          "An id goes into references, file names and commands, so case and spaces must leave "
          "no doubt."},
     .bad = {R"y(种类: 组织
编号: 水务局（本级）
名称: 云栎区水务局
类型: 部门
)y",
             R"y(kind: org
id: Water_Bureau
name: Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局本级
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
    {.code = code::bad_boolean,
     .name = "bad-boolean",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是“是”或“否”", "neither true nor false"},
     .rationale = {"“要”“可以”“Y”都可能被读成是或否。只认是、否两种写法，要求才不会有歧义。",
                   "'yes', 'on' and 'Y' are read one way here and another way there. Only true and "
                   "false leave no doubt."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +1m
要求: {内容: 要}
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +1m
requires: {content: yes}
)y"},
     .good = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: +1m
要求: {内容: 是}
)y",
              R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: +1m
requires: {content: true}
)y"}},
    {.code = code::bad_due,
     .name = "bad-due",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是期限", "not a time limit"},
     .rationale = {"期限写成“尽快”，就没有哪一天算逾期，也就没有人算迟报。",
                   "If it is due 'soon', no day is late, and no one ever is."},
     .bad = {R"y(种类: 任务
编号: 现场督导
标题: 到分管单位现场督导
类别: 监督检查
责任人: 陆鸣岐
频次: 每季度
报送期限: 尽快
)y",
             R"y(kind: duty
id: visits
title: Visit the units in one's charge
category: supervision
owner: lu-mingqi
cadence: quarterly
due: soon
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
    {.code = code::empty_value,
     .name = "empty-value",
     .severity = Severity::error,
     .firm = true,
     .summary = {"值是空的", "an empty value"},
     .rationale =
         {"写了字段不写内容，看的人分不清是没有、忘了，还是以后再填。没有就删去这一行。",
          "A field without a value may mean none, forgotten or later. If there is none, leave "
          "the line out."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
上级:
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
parent:
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
    {.code = code::out_of_range,
     .name = "out-of-range",
     .severity = Severity::error,
     .firm = true,
     .summary = {"数字超出范围", "a number out of range"},
     .rationale =
         {"超出范围的数多半是多打或少打了一位，放过去，名单的排序和分数就跟着错。",
          "A number out of range is mostly a digit too many or too few, and lists and scores "
          "go wrong with it."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
排名: 0
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
order: 0
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
排名: 1
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
order: 1
)y"}},
    {.code = code::one_of_fields,
     .name = "one-of-fields",
     .severity = Severity::error,
     .firm = true,
     .summary = {"几个字段中须填且只填一个", "exactly one of several fields is needed"},
     .rationale =
         {"一个人只能用一种方式写明：在名册的填编号，不在的填姓名。都不写不知是谁，都写了可能是"
          "两个人。",
          "A person is named in one way: by id if in the register, by name if not. With "
          "neither nobody knows who it is, and with both it may be two people."},
     .bad = {R"y(种类: 案件
编号: 案件2018-3
标题: 违规发放离任干部补贴
线索: {日期: 2018-03-02}
涉案人员: [{职务层次: 乡科级副职}]
)y",
             R"y(kind: case
id: case-2018-3
title: Subsidies paid to a cadre who had left
clue: {date: 2018-03-02}
persons: [{rank: township-deputy}]
)y"},
     .good = {R"y(种类: 案件
编号: 案件2018-3
标题: 违规发放离任干部补贴
线索: {日期: 2018-03-02}
涉案人员: [{姓名: 乐明甫, 职务层次: 乡科级副职}]
)y",
              R"y(kind: case
id: case-2018-3
title: Subsidies paid to a cadre who had left
clue: {date: 2018-03-02}
persons: [{name: Le Mingfu, rank: township-deputy}]
)y"}},
    {.code = code::repeated_item,
     .name = "repeated-item",
     .severity = Severity::error,
     .summary = {"列表中同一项写了两次", "an item that a list holds twice"},
     .rationale = {"重复的一项会被数两次：同一份签到表列两遍，就成了两份佐证。",
                   "What stands in a list twice is counted twice: one sign-in sheet, listed again, "
                   "would pass for two papers."},
     .bad = {R"y(种类: 报告
编号: 陆鸣岐-2018-q2
报告人: 陆鸣岐
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt, 附件/签到表.txt]
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
    attachments: [files/sign-in.txt, files/sign-in.txt]
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
    {.code = code::dates_backwards,
     .name = "dates-backwards",
     .severity = Severity::error,
     .summary = {"日期先后颠倒", "dates in the wrong order"},
     .rationale =
         {"离任早于任职、立案早于线索受理，说明至少有一个日期记错了，据此算出的期限和责任人也不可靠"
          "。",
          "A last day before the first means that one of the dates is wrong, and so is "
          "everything counted from them."},
     .bad = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
任职日期: 2018-03-01
离任日期: 2017-12-31
)y",
             R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
from: 2018-03-01
until: 2017-12-31
)y"},
     .good = {R"y(种类: 领导干部
编号: 闻人澈
姓名: 闻人澈
单位: 交通局
职务: 局长
身份: 主要负责人
任职日期: 2018-03-01
离任日期: 2018-12-31
)y",
              R"y(kind: leader
id: wenren-che
name: Wenren Che
org: transport-bureau
post: Director
role: principal
from: 2018-03-01
until: 2018-12-31
)y"}},
    {.code = code::future_date,
     .name = "future-date",
     .severity = Severity::error,
     .summary = {"已发生的事日期在将来", "a date in the future for something that has happened"},
     .rationale = {"还没到的日子不会有已经发生的事。不是写错了年份，就是提前填了“已完成”。",
                   "Nothing has happened on a day that is yet to come: the year is mistyped, or "
                   "something was marked as done beforehand."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-08-06
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-08-06
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> shape_rules() {
  return rows;
}

}  // namespace zsup::rule
