// ZS5xx: cases.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::escalated_late,
     .name = "escalated-late",
     .severity = Severity::warning,
     .summary = {"须即时上报的未按时上报", "reported upward too late, or not at all"},
     .rationale =
         {"即时报告的意义在于上级能及时介入。迟报、不报是程序问题：记录如实反映，由人处理。",
          "What must be reported at once is so that the superior body can act in time. Late or not "
          "at all is a breach of procedure that the records honestly show."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [政治纪律和政治规矩]
线索: {日期: 2018-05-02}
上报: {报送单位: 市纪委, 日期: 2018-05-07}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [political]
clue: {date: 2018-05-02}
escalated: {to: city-commission, date: 2018-05-07}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [政治纪律和政治规矩]
线索: {日期: 2018-05-02}
上报: {报送单位: 市纪委, 日期: 2018-05-03}
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [political]
clue: {date: 2018-05-02}
escalated: {to: city-commission, date: 2018-05-03}
)y"}},
    {.code = code::measure_incomplete,
     .name = "measure-incomplete",
     .severity = Severity::error,
     .summary = {"处理没有写明日期、机关或种类", "a measure without its day or body"},
     .rationale =
         {"处分从何时起、由谁作出，决定影响期和申诉。缺了这些，处理无法核对，也无法计入当期。",
          "When a measure began and who took it decides how long it lasts and where to appeal. "
          "Without them it can be neither compared with the papers nor counted."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
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
)y"}},
    {.code = code::person_twice,
     .name = "person-twice",
     .severity = Severity::error,
     .summary = {"同一人在一案中写了两次", "one person twice in a case"},
     .rationale = {"统计按人计数，一人两条，既像两个人，又说不清哪一条算数。",
                   "People are counted. One person in two rows looks like two, and nobody can tell "
                   "which row holds."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 单位: 交通局, 职务层次: 一般干部, 责任类型: 直接责任}
  - {姓名: 乐明甫, 单位: 交通局, 职务层次: 一般干部, 责任类型: 领导责任}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, org: transport-bureau, rank: general, responsibility: direct}
  - {name: Le Mingfu, org: transport-bureau, rank: general, responsibility: leadership}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 单位: 交通局, 职务层次: 一般干部, 责任类型: 直接责任}
  - {姓名: 郁南星, 单位: 交通局, 职务层次: 一般干部, 责任类型: 领导责任}
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, org: transport-bureau, rank: general, responsibility: direct}
  - {name: Yu Nanxing, org: transport-bureau, rank: general, responsibility: leadership}
)y"}},
    {.code = code::measure_of_another_body,
     .name = "measure-of-another-body",
     .severity = Severity::warning,
     .summary = {"党纪处分不是由党组织作出", "a party sanction imposed by a body of the state"},
     .rationale = {"党纪处分由党组织决定，政务处分由监察机关或任免机关决定，两者都有“警告”，容易记"
                   "混。机关和种类对不上，统计就归错了类。",
                   "Sanctions of the party are decided by party bodies, those of the state by "
                   "supervisory commissions or employers, and both know a warning. Where body and "
                   "sanction do not match, figures land in the wrong column."},
     .bad = {R"y(种类: 组织
编号: 区政府
名称: 云栎区人民政府
类型: 政府
---
种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区政府}
)y",
             R"y(kind: org
id: government
name: Government of Yunli district
type: government
---
kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: government}
)y"},
     .good = {R"y(种类: 组织
编号: 区政府
名称: 云栎区人民政府
类型: 政府
---
种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 政务警告, 日期: 2018-06-20, 处理机关: 区政府}
)y",
              R"y(kind: org
id: government
name: Government of Yunli district
type: government
---
kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Le Mingfu, rank: general, measure: gov-warning, date: 2018-06-20, by: government}
)y"}},
    {.code = code::sanction_without_case,
     .name = "sanction-without-case",
     .severity = Severity::warning,
     .summary = {"没有立案就给予处分", "a sanction without a case"},
     .rationale = {"处分要经立案、审查、审理。没有立案日期，这起案件和人员也不会计入立案统计。",
                   "A sanction follows from a case that was filed, investigated and heard. Without "
                   "the day of filing, neither case nor person is counted."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
persons:
  - {name: Le Mingfu, rank: general, measure: party-warning, date: 2018-06-20, by: commission}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 乐明甫, 职务层次: 一般干部, 处理: 党内警告, 日期: 2018-06-20, 处理机关: 区纪委}
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
)y"}},
    {.code = code::closed_clue_filed,
     .name = "closed-clue-filed",
     .severity = Severity::error,
     .summary = {"线索已经了结却又立案", "a case filed on a clue that was closed"},
     .rationale = {"予以了结是线索的终点，立案是案件的起点，同一条线索不能两样都是。",
                   "Closing ends a clue, filing begins a case. One clue cannot be both."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
处置: {方式: 予以了结, 日期: 2018-05-10}
立案日期: 2018-05-20
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
disposition: {decision: closed, date: 2018-05-10}
filed: 2018-05-20
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
处置: {方式: 初步核实, 日期: 2018-05-10}
立案日期: 2018-05-20
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
disposition: {decision: preliminary, date: 2018-05-10}
filed: 2018-05-20
)y"}},
    {.code = code::clue_before_finding,
     .name = "clue-before-finding",
     .severity = Severity::error,
     .summary = {"线索早于它所来源的问题", "a clue older than the finding it comes from"},
     .rationale = {"线索来自问题，就不会比问题先有。日期或来源有一处记错了。",
                   "A clue that comes from a finding cannot be older than the finding. Either a "
                   "date or the source is wrong."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-04-28, 来源: 补贴问题}
---
种类: 问题
编号: 补贴问题
内容: 向离任人员发放补贴
来源: 日常监督
类别: [廉洁纪律]
单位: 交通局
发现日期: 2018-05-02
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-04-28, source: allowance-finding}
---
kind: finding
id: allowance-finding
text: Allowances went to people who had left
source: daily
categories: [integrity]
org: transport-bureau
found: 2018-05-02
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02, 来源: 补贴问题}
---
种类: 问题
编号: 补贴问题
内容: 向离任人员发放补贴
来源: 日常监督
类别: [廉洁纪律]
单位: 交通局
发现日期: 2018-05-02
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02, source: allowance-finding}
---
kind: finding
id: allowance-finding
text: Allowances went to people who had left
source: daily
categories: [integrity]
org: transport-bureau
found: 2018-05-02
)y"}},
    {.code = code::escalated_not_upward,
     .name = "escalated-not-upward",
     .severity = Severity::error,
     .summary = {"上报的不是上级", "reported upward to a body that is not above"},
     .rationale = {"上报是向上级报告。报给本单位或下级，等于没有上报。",
                   "A report upward goes to a body above. One to the very org, or to one below it, "
                   "is none."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
上报: {报送单位: 交通局, 日期: 2018-05-03}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
escalated: {to: transport-bureau, date: 2018-05-03}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
上报: {报送单位: 市纪委, 日期: 2018-05-03}
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
escalated: {to: city-commission, date: 2018-05-03}
)y"}},
    {.code = code::leader_by_name,
     .name = "leader-by-name",
     .severity = Severity::warning,
     .summary = {"在册的领导干部只写了姓名", "a leader of the register given by name"},
     .rationale =
         {"写姓名的人，按姓名和单位认；该单位名册里恰有一位同名的领导干部，多半就是同一人。统计按这"
          "位领导干部计一人，"
          "但考核只认编号：不写编号，问责扣分算不到本人。",
          "Who is given by name is known by name and org. Where one leader of that org bears the "
          "name, it is most likely the same person, and statistics count it so; scores go by id "
          "alone, so that without it points reach nobody."},
     .bad = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {姓名: 陆鸣岐, 单位: 区委, 职务层次: 县处级副职, 责任类型: 领导责任}
)y",
             R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {name: Lu Mingqi, org: committee, rank: county-deputy, responsibility: leadership}
)y"},
     .good = {R"y(种类: 案件
编号: 补贴案
标题: 违规发放补贴
单位: 交通局
类别: [廉洁纪律]
线索: {日期: 2018-05-02}
立案日期: 2018-05-20
涉案人员:
  - {领导干部: 陆鸣岐, 职务层次: 县处级副职, 责任类型: 领导责任}
)y",
              R"y(kind: case
id: allowance-case
title: Allowances paid against the rules
org: transport-bureau
categories: [integrity]
clue: {date: 2018-05-02}
filed: 2018-05-20
persons:
  - {leader: lu-mingqi, rank: county-deputy, responsibility: leadership}
)y"}},
    {.code = code::parts_and_whole,
     .name = "parts-and-whole",
     .severity = Severity::info,
     .summary = {"几件案件的金额合计与问题不符", "cases that do not add up to their finding"},
     .rationale =
         {"一个问题立了几件案，案件是问题的各部分，统计只取问题的金额，免得同一笔钱算两遍。合计对不"
          "上的，"
          "要么另有款项，要么有一处写错。",
          "Several cases of one finding are its parts, and the finding's figure alone counts, or "
          "money would count twice. Where they do not add up there was other money, or one of them "
          "is wrong."},
     .bad = {R"y(种类: 问题
编号: 拆分发包
内容: 公路养护工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-04-08
涉及金额: 30000
---
种类: 案件
编号: 甲标段案
标题: 甲标段拆分发包
单位: 交通局
类别: [采购]
线索: {日期: 2018-05-02, 来源: 拆分发包}
立案日期: 2018-05-20
涉及金额: 10000
---
种类: 案件
编号: 乙标段案
标题: 乙标段拆分发包
单位: 交通局
类别: [采购]
线索: {日期: 2018-05-02, 来源: 拆分发包}
立案日期: 2018-05-20
涉及金额: 15000
)y",
             R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-04-08
amount: 30000
---
kind: case
id: case-a
title: The first lot was split
org: transport-bureau
categories: [procurement]
clue: {date: 2018-05-02, source: split-tender}
filed: 2018-05-20
amount: 10000
---
kind: case
id: case-b
title: The second lot was split
org: transport-bureau
categories: [procurement]
clue: {date: 2018-05-02, source: split-tender}
filed: 2018-05-20
amount: 15000
)y"},
     .good = {R"y(种类: 问题
编号: 拆分发包
内容: 公路养护工程拆分发包
来源: 日常监督
类别: [采购]
单位: 交通局
发现日期: 2018-04-08
涉及金额: 30000
---
种类: 案件
编号: 甲标段案
标题: 甲标段拆分发包
单位: 交通局
类别: [采购]
线索: {日期: 2018-05-02, 来源: 拆分发包}
立案日期: 2018-05-20
涉及金额: 15000
---
种类: 案件
编号: 乙标段案
标题: 乙标段拆分发包
单位: 交通局
类别: [采购]
线索: {日期: 2018-05-02, 来源: 拆分发包}
立案日期: 2018-05-20
涉及金额: 15000
)y",
              R"y(kind: finding
id: split-tender
text: Road maintenance was split to avoid a tender
source: daily
categories: [procurement]
org: transport-bureau
found: 2018-04-08
amount: 30000
---
kind: case
id: case-a
title: The first lot was split
org: transport-bureau
categories: [procurement]
clue: {date: 2018-05-02, source: split-tender}
filed: 2018-05-20
amount: 15000
---
kind: case
id: case-b
title: The second lot was split
org: transport-bureau
categories: [procurement]
clue: {date: 2018-05-02, source: split-tender}
filed: 2018-05-20
amount: 15000
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> cases_rules() {
  return rows;
}

}  // namespace zsup::rule
