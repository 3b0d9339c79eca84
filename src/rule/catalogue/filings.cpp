// ZS6xx: filings.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::filing_incomplete,
     .name = "filing-incomplete",
     .severity = Severity::error,
     .summary = {"已经报备但内容或材料不全", "a filing that is not complete"},
     .rationale =
         {"报备是为了让人看得出钱花在哪里、凭什么花。缺了支出明细或合同，报备就只是一张登记表。须报"
          "哪些内容，由考核办法的“报备标准”规定。",
          "A filing is there to show where the money went and on what grounds. Without the "
          "spending or the contract it is only a form. What is needed is said by the policy."},
     .bad = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 123600
目的: 扩大农产品销售
附件: {通知: [附件/签到表.txt]}
报备日期: 2018-05-30
)y",
             R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 123600
purpose: To sell more of what farms grow
attachments: {notice: [files/sign-in.txt]}
filed: 2018-05-30
)y"},
     .good = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 123600
目的: 扩大农产品销售
支出明细: 场地和展台
附件: {通知: [附件/签到表.txt], 合同: [附件/签到表.txt]}
报备日期: 2018-05-30
)y",
              R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 123600
purpose: To sell more of what farms grow
spending: The place and the stands
attachments: {notice: [files/sign-in.txt], contracts: [files/sign-in.txt]}
filed: 2018-05-30
)y"}},
    {.code = code::not_filed,
     .name = "not-filed",
     .severity = Severity::info,
     .summary = {"达到起报金额，逾期没有报备", "an event that had to be filed and was not"},
     .rationale = {"这是事实，不是记录的错：列出来，是为了督促补报。达到起报金额（含）的都要报备。",
                   "A fact and no fault of the records: it is listed so that it can be made good. "
                   "The threshold itself is included."},
     .bad = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 100000.00
)y",
             R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 100000.00
)y"},
     .good = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 99999.99
)y",
              R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 99999.99
)y"}},
    {.code = code::filed_late,
     .name = "filed-late",
     .severity = Severity::info,
     .summary = {"超过期限才报备（补报）", "filed after the limit"},
     .rationale = {"补报也是报备，不再算漏报，但迟了就是迟了，统计单列。",
                   "Late is better than never, and is counted apart: what was filed late is not "
                   "shown as in time."},
     .bad = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 123600
目的: 扩大农产品销售
支出明细: 场地和展台
附件: {通知: [附件/签到表.txt], 合同: [附件/签到表.txt]}
报备日期: 2018-06-09
)y",
             R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 123600
purpose: To sell more of what farms grow
spending: The place and the stands
attachments: {notice: [files/sign-in.txt], contracts: [files/sign-in.txt]}
filed: 2018-06-09
)y"},
     .good = {R"y(种类: 报备
编号: 年货展销
单位: 交通局
活动: 年货展销会
日期: 2018-05-09
金额: 123600
目的: 扩大农产品销售
支出明细: 场地和展台
附件: {通知: [附件/签到表.txt], 合同: [附件/签到表.txt]}
报备日期: 2018-06-08
)y",
              R"y(kind: filing
id: goods-fair
org: transport-bureau
event: Fair of goods for the new year
date: 2018-05-09
amount: 123600
purpose: To sell more of what farms grow
spending: The place and the stands
attachments: {notice: [files/sign-in.txt], contracts: [files/sign-in.txt]}
filed: 2018-06-08
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> filings_rules() {
  return rows;
}

}  // namespace zsup::rule
