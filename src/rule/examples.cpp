#include "rule/examples.h"

#include <array>

namespace zsup::rule {

namespace {

constexpr auto files = std::to_array<ExampleFile>({
    {.path = {"zsup.yaml", "zsup.yaml"},
     .text = {R"y(名称: 云栎区纪委监督登记册
语言: 中文
期间: 2018-q2
截至日期: 2018-07-15
)y",
              R"y(name: Register of the Yunli district commission
lang: en
period: 2018-q2
as_of: 2018-07-15
)y"}},
    {.path = {"底册.yaml", "base.yaml"},
     .text = {R"y(种类: 组织
编号: 市纪委
名称: 云栎市纪委
类型: 纪委
---
种类: 组织
编号: 区纪委
名称: 云栎区纪委
类型: 纪委
---
种类: 组织
编号: 区委
名称: 中共云栎区委
类型: 党委
监督机构: 区纪委
---
种类: 组织
编号: 交通局
名称: 云栎区交通运输局
类型: 部门
上级: 区委
---
种类: 领导干部
编号: 沈砚秋
姓名: 沈砚秋
单位: 区委
职务: 区委书记
身份: 主要负责人
分管: [区委, 全面从严治党]
任职日期: 2017-01-10
---
种类: 领导干部
编号: 陆鸣岐
姓名: 陆鸣岐
单位: 区委
职务: 区委常委、副区长
身份: 班子成员
分管: [交通局, 安全生产]
任职日期: 2017-01-10
---
种类: 领导干部
编号: 韦知远
姓名: 韦知远
单位: 区纪委
职务: 区委常委、区纪委书记
身份: 主要负责人
分管: [区纪委]
任职日期: 2017-01-10
---
种类: 任务
编号: 廉政教育
标题: 组织分管单位开展廉政教育
类别: 廉政教育
责任人: {范围: 区委}
频次: 每季度
起始日期: 2018-04-01
报送期限: +1m
要求: {内容: true, 附件: 1, 指标: {活动次数: 1}}
---
种类: 任务
编号: 述责
标题: 加强组织领导，向上级述责
类别: 上报-01
责任人: 沈砚秋
频次: 每半年
报送期限: +1m
---
种类: 任务
编号: 严格监督
标题: 严格监督管理，开展专项检查
类别: 上报-02
责任人: 沈砚秋
频次: 每半年
报送期限: +1m
---
种类: 巡察
编号: 第一轮巡察
名称: 区委第一轮巡察
轮次: 1
组织机构: 区委
被巡察单位: [交通局]
起始日期: 2018-03-05
终止日期: 2018-04-13
反馈:
  - {单位: 交通局, 分管领导: 陆鸣岐, 向领导反馈日期: 2018-05-03, 向单位反馈日期: 2018-05-08}
公开日期: 2018-06-01
---
种类: 考核办法
编号: 考核办法2018
标题: 云栎区2018年考核办法
起始日期: 2018-01-01
终止日期: 2018-12-31
满分: 100
扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2}
等次: [{名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]
工作条线: [全面从严治党, 安全生产]
报告清单:
  主要负责人: [{编号: 上报-01, 标题: 加强组织领导}, {编号: 上报-02, 标题: 严格监督管理}]
即时报告: {类别: [政治纪律和政治规矩], 时限: +1d}
报备标准: {起报金额: 10万元, 时限: +30d, 须报内容: [目的, 支出明细, 通知, 合同]}
)y",
              R"y(kind: org
id: city-commission
name: Discipline commission of the city
type: discipline-commission
---
kind: org
id: commission
name: Discipline commission of Yunli district
type: discipline-commission
---
kind: org
id: committee
name: Party committee of Yunli district
type: party-committee
supervisor: commission
---
kind: org
id: transport-bureau
name: Transport bureau of Yunli district
type: department
parent: committee
---
kind: leader
id: shen-yanqiu
name: Shen Yanqiu
org: committee
post: Secretary of the party committee
role: principal
portfolio: [committee, governance]
from: 2017-01-10
---
kind: leader
id: lu-mingqi
name: Lu Mingqi
org: committee
post: Deputy head of the district
role: member
portfolio: [transport-bureau, safety]
from: 2017-01-10
---
kind: leader
id: wei-zhiyuan
name: Wei Zhiyuan
org: commission
post: Secretary of the discipline commission
role: principal
portfolio: [commission]
from: 2017-01-10
---
kind: duty
id: education
title: Hold integrity education in the units in one's charge
category: education
owner: {under: committee}
cadence: quarterly
from: 2018-04-01
due: +1m
requires: {content: true, attachments: 1, measures: {events: 1}}
---
kind: duty
id: lead-the-work
title: Lead the work and report on it
category: up-01
owner: shen-yanqiu
cadence: half-yearly
due: +1m
---
kind: duty
id: oversee
title: Oversee it strictly
category: up-02
owner: shen-yanqiu
cadence: half-yearly
due: +1m
---
kind: inspection
id: round-1
name: First round of inspection
round: 1
by: committee
units: [transport-bureau]
from: 2018-03-05
until: 2018-04-13
briefings:
  - {unit: transport-bureau, leader: lu-mingqi, leader_date: 2018-05-03, unit_date: 2018-05-08}
published: 2018-06-01
---
kind: policy
id: policy-2018
title: Policy of Yunli district for 2018
from: 2018-01-01
until: 2018-12-31
full: 100
deductions: {unreported: 0.5, returned: 0.5, late: 0.2}
bands: [{name: pass, from: 60}, {name: fail, from: 0}]
lines: [governance, safety]
catalogues:
  principal: [{id: up-01, title: Lead the work}, {id: up-02, title: Oversee it strictly}]
immediate: {categories: [political], within: +1d}
filing: {threshold: 100000, within: +30d, requires: [purpose, spending, notice, contracts]}
)y"}},
    {.path = {"附件/签到表.txt", "files/sign-in.txt"},
     .text = {"警示教育签到表：12人\n", "Signed in: twelve people\n"}},
});

static_assert(files.size() == example_file_count);

}  // namespace

std::span<const ExampleFile> example_register() {
  return files;
}

diag::Words why_firm() {
  return {"这条规则不能降低级别，也不能豁免：触犯它的内容没有读出来，或者无法据以计算。",
          "This rule cannot be lowered or waived: what breaks it was not read, or nothing can be "
          "computed with it."};
}

diag::Words how_to_read(const diag::RuleInfo& rule) {
  switch (rule.example_form) {
    case diag::ExampleForm::text:
      return {};
    case diag::ExampleForm::whole:
      return {"示例是登记册的全部记录。", "The examples are all the records of a register."};
    case diag::ExampleForm::escaped:
      return {
          "示例中看不见的内容这样表示：`\\xNN` 是一个字节，`\\uNNNN` 是一个字符，`\\t` 是制表符，"
          "`\\*N{文字}` 是这段文字重复 N 次。",
          "What cannot be seen is written `\\xNN` (a byte), `\\uNNNN` (a character), `\\t` (a "
          "tab) and `\\*N{TEXT}` (the text, N times)."};
    case diag::ExampleForm::listing:
      if (rule.bad.zh.starts_with("S ")) {
        return {"示例是 `git ls-files -t` 所显示的：S 是没有检出的文件，H 是检出了的。",
                "The examples are what `git ls-files -t` shows: S is a file that is not checked "
                "out, H one that is."};
      }
      return {
          "示例是 `ls -l` 所显示的文件权限、名称和链接去向。",
          "The examples are what `ls -l` shows: a file's mode and name, and where a link leads."};
  }
  return {};
}

}  // namespace zsup::rule
