// ZS92x: what was issued and sent.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::addressee_not_in_office,
     .name = "addressee-not-in-office",
     .severity = Severity::warning,
     .summary = {"收件人在成文当日不在任", "the addressee was not in office on the letter's date"},
     .rationale =
         {"发给已经离任或者还没有任职的人的函件，等于没有送达，所列事项没有人接。发出去的收不回来，"
          "所以"
          "只是警告：核对主送和日期，必要时另发给现在负责的人。",
          "A letter to somebody who had left, or had not come yet, reached nobody, and nobody took "
          "up what it lists. What went out cannot be undone, so this is a warning: compare "
          "addressee and date, and write to whoever is in charge now."},
     .bad = {R"y(种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 区委
职务: 副区长
身份: 其他
离任日期: 2018-05-31
---
种类: 函件
编号: 函-1
类型: 函告书
文号: 云纪函〔2018〕1号
日期: 2018-06-20
主送: 贺兰舟
期间: 2018-q2
事项: [{依据记录: 廉政教育, 内容: 组织分管单位开展廉政教育}]
)y",
             R"y(kind: leader
id: he-lanzhou
name: He Lanzhou
org: committee
post: Deputy head of the district
role: other
until: 2018-05-31
---
kind: letter
id: letter-1
type: notice
number: 云纪函〔2018〕1号
date: 2018-06-20
to: he-lanzhou
period: 2018-q2
items: [{record: education, text: Hold a session on integrity}]
)y"},
     .good = {R"y(种类: 领导干部
编号: 贺兰舟
姓名: 贺兰舟
单位: 区委
职务: 副区长
身份: 其他
离任日期: 2018-06-30
---
种类: 函件
编号: 函-1
类型: 函告书
文号: 云纪函〔2018〕1号
日期: 2018-06-20
主送: 贺兰舟
期间: 2018-q2
事项: [{依据记录: 廉政教育, 内容: 组织分管单位开展廉政教育}]
)y",
              R"y(kind: leader
id: he-lanzhou
name: He Lanzhou
org: committee
post: Deputy head of the district
role: other
until: 2018-06-30
---
kind: letter
id: letter-1
type: notice
number: 云纪函〔2018〕1号
date: 2018-06-20
to: he-lanzhou
period: 2018-q2
items: [{record: education, text: Hold a session on integrity}]
)y"}},
    {.code = code::same_letter,
     .name = "same-letter",
     .severity = Severity::warning,
     .summary = {"同样的函件印发了两次", "the same letter issued twice"},
     .rationale =
         {"两人在各自的分支印发了同一份函件，合并之后登记册里就有两份。发出去的函件不能当没有：两份"
          "都保留，"
          "其中一份作废，作废的文号不再他用，催办、统计都不再计入。回复逾期、迟回复或事项又被退回之"
          "后的再次督办，不在此列。",
          "Two people issued one letter, each on a branch, and after the merge there are two. What "
          "went out cannot be undone: both stay, and one is void: its number stays taken, and it "
          "is neither awaited nor counted. A second urging, after a reply that is late or missing "
          "or after the matter came back, is another letter."},
     .bad = {R"y(种类: 问题
编号: 拆分发包
内容: 公路养护工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-05-08
整改期限: 2018-07-31
---
种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
期间: 2018-q2
事项: [{依据记录: 拆分发包, 内容: 公路养护工程拆分发包}]
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-11
主送: 陆鸣岐
期间: 2018-q2
事项: [{依据记录: 拆分发包, 内容: 公路养护工程拆分发包}]
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-05-08
deadline: 2018-07-31
---
kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
period: 2018-q2
items: [{record: split-tender, text: Road maintenance was split to avoid a tender}]
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-11
to: lu-mingqi
period: 2018-q2
items: [{record: split-tender, text: Road maintenance was split to avoid a tender}]
)y"},
     .good = {R"y(种类: 问题
编号: 拆分发包
内容: 公路养护工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-05-08
整改期限: 2018-07-31
---
种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
期间: 2018-q2
事项: [{依据记录: 拆分发包, 内容: 公路养护工程拆分发包}]
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-11
主送: 陆鸣岐
期间: 2018-q2
事项: [{依据记录: 拆分发包, 内容: 公路养护工程拆分发包}]
进展: [{日期: 2018-06-12, 进展: 作废, 经办: 区纪委, 备注: 与5号重复印发}]
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-05-08
deadline: 2018-07-31
---
kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
period: 2018-q2
items: [{record: split-tender, text: Road maintenance was split to avoid a tender}]
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-11
to: lu-mingqi
period: 2018-q2
items: [{record: split-tender, text: Road maintenance was split to avoid a tender}]
events: [{date: 2018-06-12, what: void, by: commission, note: issued twice}]
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> letters_sent_rules() {
  return rows;
}

}  // namespace zsup::rule
