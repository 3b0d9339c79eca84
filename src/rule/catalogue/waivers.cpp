// ZS901, ZS902: waivers.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::waiver_expired,
     .name = "waiver-expired",
     .severity = Severity::warning,
     .summary = {"豁免已经到期", "a waiver that has ended"},
     .rationale =
         {"豁免是对一条记录、一段时间的例外，要有人批准、有期限。到期的豁免不再起作用，留着只会让人"
          "误以为还有例外。",
          "A waiver is an exception for one record and a time, and someone approved it. Once it "
          "has ended it has no effect, and only makes people believe that it has."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS505
记录: 补贴案
理由: 依据生效判决直接给予处分
批准人: 韦知远
有效期至: 2018-06-30
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: commission}
---
kind: waiver
id: waiver-2018-01
rule: ZS505
record: allowance-case
reason: The sanction follows from a judgment
by: wei-zhiyuan
until: 2018-06-30
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS505
记录: 补贴案
理由: 依据生效判决直接给予处分
批准人: 韦知远
有效期至: 2018-12-31
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: commission}
---
kind: waiver
id: waiver-2018-01
rule: ZS505
record: allowance-case
reason: The sanction follows from a judgment
by: wei-zhiyuan
until: 2018-12-31
)y"}},
    {.code = code::waiver_unused,
     .name = "waiver-unused",
     .severity = Severity::warning,
     .summary = {"没有用处的豁免", "a waiver that nothing needs"},
     .rationale = {"记录已经不触犯这条规则，豁免就该删去，否则下次真的触犯时没有人会看到。",
                   "Once the record keeps the rule, its waiver should go: otherwise nobody will "
                   "see it when the rule is broken again."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS505
记录: 补贴案
理由: 依据生效判决直接给予处分
批准人: 韦知远
有效期至: 2018-12-31
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: commission}
---
kind: waiver
id: waiver-2018-01
rule: ZS505
record: allowance-case
reason: The sanction follows from a judgment
by: wei-zhiyuan
until: 2018-12-31
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS505
记录: 补贴案
理由: 依据生效判决直接给予处分
批准人: 韦知远
有效期至: 2018-12-31
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: commission}
---
kind: waiver
id: waiver-2018-01
rule: ZS505
record: allowance-case
reason: The sanction follows from a judgment
by: wei-zhiyuan
until: 2018-12-31
)y"}},
    {.code = code::waived_by_oneself,
     .name = "waived-by-oneself",
     .severity = Severity::error,
     .summary = {"豁免由当事人或其下属批准", "a waiver approved by whom it favours"},
     .rationale =
         {"豁免是对规则的例外，要由管得着的人批准。当事人和他的下属批准，等于自己放过自己。",
          "A waiver is an exception, for those to approve who oversee. Approved by whom it "
          "favours, or by their subordinates, it is none."},
     .bad = {R"y(种类: 报告
编号: 沈砚秋-2018-q2
报告人: 沈砚秋
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-02}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS308
记录: 沈砚秋-2018-q2
理由: 电子版先报先审，纸质版后补
批准人: 陆鸣岐
有效期至: 2018-12-31
)y",
             R"y(kind: report
id: shen-yanqiu-2018-q2
by: shen-yanqiu
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: Two film shows, and talks with three people
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-02}
---
kind: waiver
id: waiver-2018-01
rule: ZS308
record: shen-yanqiu-2018-q2
reason: Reviewed as a file first, the paper came later
by: lu-mingqi
until: 2018-12-31
)y"},
     .good = {R"y(种类: 报告
编号: 沈砚秋-2018-q2
报告人: 沈砚秋
期间: 2018-q2
事项:
  - 任务: 廉政教育
    报送日期: 2018-07-03
    内容: 组织警示教育2场，约谈3人
    指标: {活动次数: 2}
    附件: [附件/签到表.txt]
    审核: {结论: 审核通过, 审核人: 韦知远, 日期: 2018-07-02}
---
种类: 豁免
编号: 豁免2018-01
规则: ZS308
记录: 沈砚秋-2018-q2
理由: 电子版先报先审，纸质版后补
批准人: 韦知远
有效期至: 2018-12-31
)y",
              R"y(kind: report
id: shen-yanqiu-2018-q2
by: shen-yanqiu
period: 2018-q2
items:
  - duty: education
    submitted: 2018-07-03
    content: Two film shows, and talks with three people
    measures: {events: 2}
    attachments: [files/sign-in.txt]
    review: {decision: approved, by: wei-zhiyuan, date: 2018-07-02}
---
kind: waiver
id: waiver-2018-01
rule: ZS308
record: shen-yanqiu-2018-q2
reason: Reviewed as a file first, the paper came later
by: wei-zhiyuan
until: 2018-12-31
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> waivers_rules() {
  return rows;
}

}  // namespace zsup::rule
