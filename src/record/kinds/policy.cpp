#include "record/kinds/policy.h"

#include <array>
#include <string>
#include <utility>

#include "record/table.h"

namespace zsup::record {

namespace {

// Of the lists that every record is held against; no rubric has nearly so many.
constexpr std::uint32_t most_entries = 1000;

using DeductionsFields = Fields<Deductions>;
constexpr auto deductions_rows = std::to_array<FieldSpec>({
    DeductionsFields::required<&Deductions::unreported>(
        "unreported", "未报送",
        {"逾期未报送的，每项扣分", "for each item overdue and not reported"}, "0.5")
        .between(0, 1000),
    DeductionsFields::required<&Deductions::returned>(
        "returned", "退回", {"审核未通过的，每项扣分", "for each item returned"}, "0.5")
        .between(0, 1000),
    DeductionsFields::required<&Deductions::late>(
        "late", "迟报", {"超过期限报送的，每项扣分", "for each item reported late"}, "0.2")
        .between(0, 1000),
    DeductionsFields::optional<&Deductions::spot_check>(
        "spot_check", "抽查不实",
        {"抽查结论不属实的，每项扣分", "for each item that failed a spot check"}, "1")
        .between(0, 1000),
    DeductionsFields::optional<&Deductions::basis>("basis", "依据", {"依据", "basis"},
                                                   "《考核办法》第八条"),
});

using ConditionFields = Fields<Condition>;
constexpr auto condition_rows = std::to_array<FieldSpec>({
    ConditionFields::required<&Condition::kind>(
        "kind", "种类",
        {"看哪种记录：案件从立案算起，线索从受理算起",
         "the records that count: a case counts once it is filed, a clue "
         "once it has come in"},
        "案件"),
    ConditionFields::optional<&Condition::category>(
        "category", "类别", {"问题、案件或线索的类别", "category of a finding, case or clue"},
        "采购"),
    ConditionFields::optional<&Condition::measure>("measure", "处理", {"处理处分", "measure taken"},
                                                   "党内警告"),
    ConditionFields::optional<&Condition::state>("state", "状态",
                                                 {"问题所处的状态", "state of a finding"}, "退回"),
    ConditionFields::optional<&Condition::type>("type", "方式", {"监督方式", "type of action"},
                                                "批评教育"),
});

using PointsRowFields = Fields<PointsRow>;
constexpr auto points_row_rows = std::to_array<FieldSpec>({
    PointsRowFields::required<&PointsRow::when>("when", "条件", {"适用条件", "condition"},
                                                "{种类: 案件, 处理: 党内警告}"),
    PointsRowFields::required<&PointsRow::points>("points", "分值",
                                                  {"每次的分值", "points for each"}, "2")
        .between(0, 1000),
    PointsRowFields::optional<&PointsRow::basis>("basis", "依据", {"依据", "basis"},
                                                 "《考核办法》第九条"),
});

using VetoRowFields = Fields<VetoRow>;
constexpr auto veto_row_rows = std::to_array<FieldSpec>({
    VetoRowFields::required<&VetoRow::when>("when", "条件", {"适用条件", "condition"},
                                            "{种类: 案件, 处理: 撤销党内职务}"),
    VetoRowFields::required<&VetoRow::band>(
        "band", "等次", {"一票否决后的等次", "the band that it sets"}, "不合格"),
    VetoRowFields::optional<&VetoRow::basis>("basis", "依据", {"依据", "basis"},
                                             "《考核办法》第十二条"),
});

using BandFields = Fields<Band>;
constexpr auto band_rows = std::to_array<FieldSpec>({
    BandFields::required<&Band::name>("name", "名称", {"等次名称", "name"}, "优秀"),
    BandFields::required<&Band::from>(
        "from", "下限", {"该等次的最低分（含）", "lowest score of the band, inclusive"}, "90")
        .between(0, 100000),
});

using CatalogueItemFields = Fields<CatalogueItem>;
constexpr auto catalogue_item_rows = std::to_array<FieldSpec>({
    CatalogueItemFields::required<&CatalogueItem::id>(
        "id", "编号", {"条目编号，任务的类别引用它", "id, as the category of duties names it"},
        "up-01"),
    CatalogueItemFields::required<&CatalogueItem::title>("title", "标题", {"条目名称", "title"},
                                                         "加强组织领导"),
});

using CataloguesFields = Fields<Catalogues>;
constexpr auto catalogues_rows = std::to_array<FieldSpec>({
    CataloguesFields::optional<&Catalogues::principal>(
        "principal", "主要负责人", {"主要负责人须报告的条目", "items for principals"},
        "[{编号: up-01, 标题: 加强组织领导}]")
        .with_at_most(most_entries)
        .distinct<&CatalogueItem::id>(),
    CataloguesFields::optional<&Catalogues::member>(
        "member", "班子成员", {"班子成员须报告的条目", "items for members"},
        "[{编号: um-01, 标题: 协助主要负责人落实党风廉政建设工作}]")
        .with_at_most(most_entries)
        .distinct<&CatalogueItem::id>(),
    CataloguesFields::optional<&Catalogues::basis>("basis", "依据", {"依据", "basis"},
                                                   "《报告制度》第三条"),
});

using ImmediateFields = Fields<Immediate>;
constexpr auto immediate_rows = std::to_array<FieldSpec>({
    ImmediateFields::required<&Immediate::categories>(
        "categories", "类别",
        {"须即时向上级报告的问题类别", "categories that are reported at once"},
        "[政治纪律和政治规矩]"),
    ImmediateFields::required<&Immediate::within>("within", "时限", {"发现后多久报告", "how soon"},
                                                  "+1d"),
    ImmediateFields::optional<&Immediate::basis>("basis", "依据", {"依据", "basis"},
                                                 "《报告制度》第五条"),
});

using FilingDutyFields = Fields<FilingDuty>;
constexpr auto filing_duty_rows = std::to_array<FieldSpec>({
    FilingDutyFields::required<&FilingDuty::threshold>(
        "threshold", "起报金额",
        {"达到此金额（含）须报备", "from this amount on, inclusive, an event is filed"}, "10万元"),
    FilingDutyFields::required<&FilingDuty::within>(
        "within", "时限", {"活动后多久报备", "how soon after the event"}, "+30d"),
    FilingDutyFields::optional<&FilingDuty::requires_>(
        "requires", "须报内容",
        {"报备须有的内容和材料，不填为全部",
         "the content and papers that a filing needs; all of them when left out"},
        "[承办, 目的, 支出明细, 通知, 方案, 合同]")
        .empty_is_fine(),
    FilingDutyFields::optional<&FilingDuty::basis>("basis", "依据", {"依据", "basis"},
                                                   "《报备办法》第四条"),
});

using AuthenticityFields = Fields<Authenticity>;
constexpr auto authenticity_rows = std::to_array<FieldSpec>({
    AuthenticityFields::required<&Authenticity::threshold>(
        "threshold", "雷同比例",
        {"相同文字达到百分之几认定为雷同",
         "the share in common, in percent, from which a text counts as repeated"},
        "80")
        .between(1, 100),
    AuthenticityFields::optional<&Authenticity::least_length>(
        "least_length", "最短字数",
        {"少于几个字的内容不比对，默认 20",
         "texts shorter than so many characters are not compared; 20 when left out"},
        "20")
        .between(1, 10000),
    AuthenticityFields::optional<&Authenticity::basis>("basis", "依据", {"依据", "basis"},
                                                       "《考核办法》第十条"),
});

using LetterRuleFields = Fields<LetterRule>;
constexpr auto letter_rule_rows = std::to_array<FieldSpec>({
    LetterRuleFields::optional<&LetterRule::to>(
        "to", "对象", {"--all 时发给哪些领导干部", "whom --all addresses"},
        "{范围: district-committee}"),
    LetterRuleFields::optional<&LetterRule::reply>(
        "reply", "回复期限", {"发出后多久回复", "how soon a reply is due"}, "+10wd"),
    LetterRuleFields::optional<&LetterRule::code>(
        "code", "机关代字", {"文号中的机关代字", "the issuer's code in the number"}, "青纪函"),
    LetterRuleFields::optional<&LetterRule::mask>(
        "mask", "隐名", {"姓名的隐去方式", "how names are masked"}, "只留姓氏"),
    LetterRuleFields::optional<&LetterRule::basis>(
        "basis", "依据", {"函件正文引用的依据", "the basis that the letter cites"},
        "《同级监督实施办法》第六条"),
});

template <std::size_t at>
struct RuleOf {
  constexpr auto& operator()(auto& rules) const { return rules.by_type.all[at]; }
};

// One field a type of letter.
template <std::size_t... at>
auto letter_rules_rows(std::index_sequence<at...>) {
  static const std::array<std::string, sizeof...(at)> docs{
      std::string(letter_types()[at].label.zh) + "的规定" ...};
  return std::array<FieldSpec, sizeof...(at)>{Fields<LetterRules>::optional<RuleOf<at>{}>(
      letter_types()[at].id, letter_types()[at].label.zh, {docs[at], "rules of the type"},
      "{回复期限: +10wd}")...};
}

using PolicyFields = Fields<Policy>;
constexpr auto policy_rows = std::to_array<FieldSpec>({
    PolicyFields::id("scoring-2018"),
    PolicyFields::required<&Policy::title>("title", "标题", {"办法名称", "title"},
                                           "2018年度落实“两个责任”考核办法"),
    PolicyFields::required<&Policy::from>("from", "起始日期",
                                          {"自何日起施行", "first day in force"}, "2018-01-01"),
    PolicyFields::optional<&Policy::until>("until", "终止日期", {"施行至何日", "last day in force"},
                                           "2018-12-31")
        .not_before<&Policy::from>({"起始日期", "the first day"}, {"终止日期", "the last day"}),
    PolicyFields::optional<&Policy::basis>("basis", "依据", {"制定依据", "what it rests on"},
                                           "《中国共产党党内监督条例》第十条"),
    PolicyFields::optional<&Policy::method>(
        "method", "计分方法",
        {"计分方法，默认扣分制", "method of scoring, deduction when left out"}, "扣分制"),
    PolicyFields::required<&Policy::full>("full", "满分", {"满分", "full marks"}, "100")
        .between(1, 100000),
    PolicyFields::required<&Policy::deductions>("deductions", "扣分",
                                                {"扣分标准", "points taken off"},
                                                "{未报送: 0.5, 退回: 0.5, 迟报: 0.2, 抽查不实: 1}"),
    PolicyFields::optional<&Policy::incidents>(
        "incidents", "减分情形", {"按记录减分的情形", "occurrences that take points off"},
        "[{条件: {种类: 案件, 处理: 党内警告}, 分值: 2}]")
        .with_at_most(most_entries),
    PolicyFields::optional<&Policy::bonuses>("bonuses", "加分情形",
                                             {"按记录加分的情形", "occurrences that add points"},
                                             "[{条件: {种类: 监督措施, 方式: 口头汇报}, 分值: 1}]")
        .with_at_most(most_entries),
    PolicyFields::optional<&Policy::bonus_cap>(
        "bonus_cap", "加分上限", {"加分合计的上限", "the most that bonuses add up to"}, "5")
        .between(0, 100000),
    PolicyFields::optional<&Policy::vetoes>(
        "vetoes", "一票否决", {"一票否决的情形", "vetoes"},
        "[{条件: {种类: 案件, 处理: 撤销党内职务}, 等次: 不合格}]")
        .with_at_most(most_entries),
    PolicyFields::required<&Policy::bands>(
        "bands", "等次", {"等次，从高到低", "grade bands, from the highest"},
        "[{名称: 优秀, 下限: 90}, {名称: 合格, 下限: 60}, {名称: 不合格, 下限: 0}]")
        .with_at_most(most_entries)
        .distinct<&Band::name>(),
    PolicyFields::optional<&Policy::warn>(
        "warn", "预警天数",
        {"到期前几天预警，默认 10 和 5",
         "days before the due date on which to warn; 10 and 5 when left out"},
        "[10, 5]")
        .between(0, 365)
        .with_at_most(most_entries),
    PolicyFields::optional<&Policy::lines>(
        "lines", "工作条线",
        {"工作条线名录；填写后，分管和问题的条线须在其中",
         "the lines of work; once given, portfolios and findings may name no other"},
        "[安全生产, 扶贫开发]")
        .with_at_most(most_entries)
        .distinct(),
    PolicyFields::optional<&Policy::catalogues>(
        "catalogues", "报告清单", {"向上级报告的条目清单", "lists of items reported upward"},
        "{主要负责人: [{编号: up-01, 标题: 加强组织领导}]}"),
    PolicyFields::optional<&Policy::immediate>(
        "immediate", "即时报告",
        {"须即时向上级报告的情形", "what is reported to the superior body at once"},
        "{类别: [政治纪律和政治规矩], 时限: +1d}"),
    PolicyFields::optional<&Policy::filing>("filing", "报备标准",
                                            {"活动支出报备的标准", "filing of spending"},
                                            "{起报金额: 10万元, 时限: +30d}"),
    PolicyFields::optional<&Policy::authenticity>(
        "authenticity", "雷同认定", {"报告雷同的认定标准", "when a report counts as copied"},
        "{雷同比例: 80}"),
    PolicyFields::optional<&Policy::letters>(
        "letters", "函件",
        {"各类函件的对象、期限和依据", "addressees, reply time and basis of each type of letter"},
        "{函告书: {对象: {范围: district-committee}, 回复期限: +10wd}}"),
    PolicyFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Deductions>() {
  static constexpr ObjectSpec spec{
      .name = "deductions", .title = {"扣分标准", "points taken off"}, .fields = deductions_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Condition>() {
  static constexpr ObjectSpec spec{
      .name = "condition", .title = {"适用条件", "condition"}, .fields = condition_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<PointsRow>() {
  static constexpr ObjectSpec spec{.name = "points-row",
                                   .title = {"加减分", "points for an occurrence"},
                                   .fields = points_row_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<VetoRow>() {
  static constexpr ObjectSpec spec{
      .name = "veto-row", .title = {"一票否决", "veto"}, .fields = veto_row_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Band>() {
  static constexpr ObjectSpec spec{
      .name = "band", .title = {"等次", "grade band"}, .fields = band_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<CatalogueItem>() {
  static constexpr ObjectSpec spec{.name = "catalogue-item",
                                   .title = {"清单条目", "catalogue item"},
                                   .fields = catalogue_item_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Catalogues>() {
  static constexpr ObjectSpec spec{.name = "catalogues",
                                   .title = {"向上级报告清单", "lists of items reported upward"},
                                   .fields = catalogues_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Immediate>() {
  static constexpr ObjectSpec spec{.name = "immediate",
                                   .title = {"即时报告", "what is reported at once"},
                                   .fields = immediate_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<FilingDuty>() {
  static constexpr ObjectSpec spec{
      .name = "filing-duty", .title = {"报备标准", "filing duty"}, .fields = filing_duty_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Authenticity>() {
  static constexpr ObjectSpec spec{
      .name = "authenticity", .title = {"雷同认定", "copied reports"}, .fields = authenticity_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<LetterRule>() {
  static constexpr ObjectSpec spec{.name = "letter-rule",
                                   .title = {"函件规定", "rules of a letter type"},
                                   .fields = letter_rule_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<LetterRules>() {
  static const auto rows = letter_rules_rows(std::make_index_sequence<letter_type_count>());
  static const ObjectSpec spec{
      .name = "letter-rules", .title = {"各类函件", "letters by type"}, .fields = rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Policy>() {
  static constexpr ObjectSpec spec{
      .name = "policy", .title = {"考核办法", "policy"}, .fields = policy_rows, .extensible = true};
  return spec;
}

const LetterRule* LetterRules::of(LetterType type) const {
  const Given<LetterRule>& rule = by_type[type];
  return rule ? &*rule : nullptr;
}

constexpr KindRow describe(const Policy*) {
  return {.type = type_of_kind<Policy>(),
          .doc = {{"计分标准、限额、期限和清单", "the rubric and the thresholds"}},
          .begins = always,
          .matter = told_by<&Policy::title>(),
          .ids = IdsMayName::no};
}
template const KindRow& kind_row<Policy>();

}  // namespace zsup::record
