// ZS8xx: secrecy.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::secrecy_mark,
     .name = "secrecy-mark",
     .severity = Severity::error,
     .summary = {"国家秘密标志", "a mark of state secrecy"},
     .rationale =
         {"普通仓库人人可以克隆，历史删不干净。带密级的内容一旦进来就是失泄密，要按保密规定处理"
          "。",
          "An ordinary repository can be cloned by anyone who sees it, and its history keeps "
          "everything. Secret matter in it is a leak, and a case for the secrecy rules."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 机密★10年
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: 机密★10年
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 详见纸质档案
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: see the paper file
)y"}},
    {.code = code::identity_number,
     .name = "identity-number",
     .severity = Severity::error,
     .summary = {"居民身份证号码", "a resident identity number"},
     .rationale =
         {"身份证号能办很多事，漏出去收不回来。区分同名的人，用单位和职务就够了。全角的、分组写的、"
          "十五位的"
          "也算。",
          "An identity number opens many doors and cannot be called back. Organisation and "
          "post are enough to tell people apart. In full-width digits, in groups or of 15 digits "
          "it "
          "is one as well."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 经办人身份证号 999999190001010015
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: the clerk's number is 999999190001010015
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 经办人为养护科科长
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: handled by the head of the road office
)y"}},
    {.code = code::phone_number,
     .name = "phone-number",
     .severity = Severity::error,
     .summary = {"电话号码", "a telephone number"},
     .rationale =
         {"登记册会被很多人看到，个人电话不该放在里面；分组写的、全角的、前面连着字母的也"
          "算。单位的办公电话可以写在该组织的备注中。",
          "Many people read a register, and no one's telephone number belongs in it. In groups, "
          "full-width digits or behind letters it is one as well; an office's landline may "
          "stand in the note of its org."},
     .bad = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 联系电话 13000000000
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: call 13000000000
)y"},
     .good = {R"y(种类: 问题
编号: 招标拆分
内容: 公路养护零星工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-06-08
备注: 经交通局办公室联系
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-06-08
note: reached through the bureau's office
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> secrecy_rules() {
  return rows;
}

}  // namespace zsup::rule
