#include "record/vocabulary.h"

#include <array>

namespace zsup::record {

namespace {
constexpr auto role_rows = std::to_array<EnumRow>({
    {"principal", {"主要负责人", "principal"}},
    {"member", {"班子成员", "leadership member"}},
    {"other", {"其他", "other"}},
});
constexpr Vocabulary role_words{"role", {"班子中的身份", "place in the leadership"}, role_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Role>() {
  return role_words;
}

namespace {
constexpr auto rank_rows = std::to_array<EnumRow>({
    {"national-chief", {"国家级正职", "national level, chief"}},
    {"national-deputy", {"国家级副职", "national level, deputy"}},
    {"provincial-chief", {"省部级正职", "provincial and ministerial level, chief"}},
    {"provincial-deputy", {"省部级副职", "provincial and ministerial level, deputy"}},
    {"bureau-chief", {"厅局级正职", "bureau level, chief"}},
    {"bureau-deputy", {"厅局级副职", "bureau level, deputy"}},
    {"county-chief", {"县处级正职", "county level, chief"}},
    {"county-deputy", {"县处级副职", "county level, deputy"}},
    {"township-chief", {"乡科级正职", "township level, chief"}},
    {"township-deputy", {"乡科级副职", "township level, deputy"}},
    {"general", {"一般干部", "general cadre"}},
    {"other", {"农村、企业等其他人员", "other personnel"}},
});
constexpr Vocabulary rank_words{"rank", {"领导职务层次", "level of post"}, rank_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Rank>() {
  return rank_words;
}

namespace {
constexpr auto org_type_rows = std::to_array<EnumRow>({
    {"party-committee", {"党委", "party committee"}},
    {"party-group", {"党组", "leading party members group"}},
    {"working-committee", {"党工委", "party working committee"}},
    {"government", {"政府", "government"}},
    {"department", {"部门", "department"}},
    {"discipline-commission", {"纪委", "commission for discipline inspection"}},
    {"supervisory-commission", {"监委", "supervisory commission"}},
    {"resident-group", {"派驻纪检监察组", "resident discipline inspection and supervision group"}},
    {"inspection-team", {"巡察组", "inspection team"}},
    {"leading-group", {"领导小组", "leading group"}},
    {"enterprise", {"国有企业", "state-owned enterprise"}},
    {"township", {"乡镇", "township"}},
    {"subdistrict", {"街道", "subdistrict"}},
    {"village", {"村（社区）", "village or community"}},
});
constexpr Vocabulary org_type_words{
    "org_type", {"组织类型", "type of organisation"}, org_type_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<OrgType>() {
  return org_type_words;
}

namespace {
constexpr auto duty_category_rows = std::to_array<EnumRow>({
    {"deployment", {"安排部署", "planning and deployment"}},
    {"education", {"廉政教育", "integrity education"}},
    {"institutions", {"制度建设", "rules and institutions"}},
    {"power-constraint", {"权力制约", "constraint of power"}},
    {"supervision", {"监督检查", "oversight and inspection"}},
    {"personnel", {"选人用人", "selection and appointment"}},
    {"conduct", {"作风建设", "conduct"}},
    {"enforcement-support", {"支持执纪执法", "support for enforcement"}},
});
constexpr Vocabulary duty_category_words{
    "duty_category", {"任务类别", "category of duty"}, duty_category_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<DutyCategory>() {
  return duty_category_words;
}

namespace {
constexpr auto cadence_rows = std::to_array<EnumRow>({
    {"once", {"一次性", "once"}},
    {"monthly", {"每月", "monthly"}},
    {"quarterly", {"每季度", "quarterly"}},
    {"half-yearly", {"每半年", "half-yearly"}},
    {"yearly", {"每年", "yearly"}},
});
constexpr Vocabulary cadence_words{
    "cadence", {"报送频次", "how often a duty is reported on"}, cadence_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Cadence>() {
  return cadence_words;
}

namespace {
constexpr auto finding_source_rows = std::to_array<EnumRow>({
    {"inspection", {"巡察", "inspection"}},
    {"daily", {"日常监督", "day-to-day oversight"}},
    {"enforcement", {"执纪监督", "discipline enforcement"}},
    {"special-check", {"专项检查", "special check"}},
    {"petition", {"信访", "letters and visits"}},
    {"audit", {"审计", "audit"}},
    {"spot-check", {"抽查", "spot check"}},
    {"self-check", {"自查", "self-check"}},
    {"superior", {"上级交办", "assigned from above"}},
});
constexpr Vocabulary finding_source_words{
    "finding_source", {"问题来源", "source of a finding"}, finding_source_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingSource>() {
  return finding_source_words;
}

namespace {
constexpr auto finding_category_rows = std::to_array<EnumRow>({
    {"party-leadership", {"党的领导", "party leadership"}},
    {"party-building", {"党的建设", "party building"}},
    {"strict-governance", {"全面从严治党", "full and rigorous self-governance"}},
    {"political", {"政治纪律和政治规矩", "political discipline and rules"}},
    {"organizational", {"组织纪律", "organisational discipline"}},
    {"integrity", {"廉洁纪律", "integrity discipline"}},
    {"masses", {"群众纪律", "discipline regarding the people"}},
    {"work", {"工作纪律", "work discipline"}},
    {"life", {"生活纪律", "life discipline"}},
    {"eight-rules", {"违反中央八项规定精神", "breach of the eight-point decision"}},
    {"formalism", {"形式主义", "formalism"}},
    {"bureaucratism", {"官僚主义", "bureaucratism"}},
    {"hedonism", {"享乐主义", "hedonism"}},
    {"extravagance", {"奢靡之风", "extravagance"}},
    {"personnel-selection", {"选人用人", "selection and appointment"}},
    {"organizational-life", {"组织生活", "party organisational life"}},
    {"funds", {"资金使用", "use of funds"}},
    {"procurement", {"采购", "procurement"}},
    {"soe-management", {"国有企业管理", "management of state-owned enterprises"}},
    {"project-approval", {"项目立项评审", "project approval and review"}},
    {"concurrent-posts", {"兼职取酬", "paid concurrent posts"}},
});
constexpr Vocabulary finding_category_words{
    "finding_category", {"问题类别", "category of a finding"}, finding_category_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingCategory>() {
  return finding_category_words;
}

namespace {
constexpr auto finding_event_rows = std::to_array<EnumRow>({
    {"assigned", {"交办", "assigned"}},
    {"leader-briefed", {"向分管领导反馈", "leader in charge briefed"}},
    {"claimed", {"认领", "claimed"}},
    {"unit-briefed", {"向被巡察单位反馈", "unit briefed"}},
    {"in-progress", {"整改中", "in progress"}},
    {"submitted", {"已上报", "submitted"}},
    {"returned", {"退回", "returned"}},
    {"approved", {"审核通过", "approved"}},
    {"closed", {"销号", "closed"}},
    {"reopened", {"回头看重启", "reopened"}},
    {"published", {"公开通报", "published"}},
});
constexpr Vocabulary finding_event_words{
    "finding_event", {"整改进展", "step in the life of a finding"}, finding_event_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingEvent>() {
  return finding_event_words;
}

namespace {
constexpr auto spot_check_verdict_rows = std::to_array<EnumRow>({
    {"genuine", {"属实", "genuine"}},
    {"perfunctory", {"走过场", "perfunctory"}},
    {"formalistic", {"搞形式", "formalistic"}},
    {"false", {"弄虚作假", "falsified"}},
});
constexpr Vocabulary spot_check_verdict_words{
    "spot_check_verdict", {"抽查结论", "verdict of a spot check"}, spot_check_verdict_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<SpotCheckVerdict>() {
  return spot_check_verdict_words;
}

namespace {
constexpr auto review_decision_rows = std::to_array<EnumRow>({
    {"approved", {"审核通过", "approved"}},
    {"returned", {"审核未通过", "returned"}},
});
constexpr Vocabulary review_decision_words{
    "review_decision", {"审核结论", "decision of a review"}, review_decision_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<ReviewDecision>() {
  return review_decision_words;
}

namespace {
constexpr auto clue_disposition_rows = std::to_array<EnumRow>({
    {"inquiry", {"谈话函询", "talk or written inquiry"}},
    {"preliminary", {"初步核实", "preliminary verification"}},
    {"held", {"暂存待查", "held"}},
    {"closed", {"予以了结", "closed"}},
});
constexpr Vocabulary clue_disposition_words{
    "clue_disposition", {"线索处置方式", "disposition of a clue"}, clue_disposition_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<ClueDisposition>() {
  return clue_disposition_words;
}

namespace {
constexpr auto responsibility_rows = std::to_array<EnumRow>({
    {"direct", {"直接责任", "direct"}},
    {"main-leadership", {"主要领导责任", "main leadership"}},
    {"important-leadership", {"重要领导责任", "important leadership"}},
    {"leadership", {"领导责任", "leadership, degree not stated"}},
});
constexpr Vocabulary responsibility_words{
    "responsibility", {"责任类型", "kind of responsibility"}, responsibility_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Responsibility>() {
  return responsibility_words;
}

namespace {
constexpr auto measure_rows = std::to_array<EnumRow>({
    {"reminder-talk", {"谈话提醒", "reminder talk"}},
    {"criticism", {"批评教育", "criticism and education"}},
    {"self-criticism", {"责令检查", "ordered self-criticism"}},
    {"admonition", {"诫勉", "admonition"}},
    {"party-warning", {"党内警告", "party warning"}},
    {"party-serious-warning", {"党内严重警告", "serious party warning"}},
    {"party-removal", {"撤销党内职务", "removal from party posts"}},
    {"party-probation", {"留党察看", "probation within the party"}},
    {"party-expulsion", {"开除党籍", "expulsion from the party"}},
    {"gov-warning", {"政务警告", "administrative warning"}},
    {"gov-demerit", {"政务记过", "demerit"}},
    {"gov-major-demerit", {"政务记大过", "major demerit"}},
    {"gov-demotion", {"政务降级", "demotion"}},
    {"gov-removal", {"政务撤职", "removal from post"}},
    {"gov-dismissal", {"政务开除", "dismissal"}},
    {"suspended", {"停职检查", "suspended for inspection"}},
    {"post-adjusted", {"调整职务", "post adjusted"}},
    {"ordered-resignation", {"责令辞职", "ordered to resign"}},
    {"removed", {"免职", "removed"}},
    {"demoted", {"降职", "demoted"}},
    {"transferred", {"移送司法机关", "transferred to judicial organs"}},
});
constexpr Vocabulary measure_words{
    "measure", {"处理处分", "measure taken against a person"}, measure_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Measure>() {
  return measure_words;
}

namespace {
constexpr auto action_type_rows = std::to_array<EnumRow>({
    {"briefing", {"通报", "briefing"}},
    {"reminder-talk", {"提醒谈话", "reminder talk"}},
    {"criticism", {"批评教育", "criticism and education"}},
    {"interview", {"约谈", "interview"}},
    {"admonition", {"诫勉", "admonition"}},
    {"special-check", {"专项监督检查", "special check"}},
    {"oral-report", {"口头汇报", "oral report"}},
});
constexpr Vocabulary action_type_words{
    "action_type", {"监督方式", "kind of supervisory act"}, action_type_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<ActionType>() {
  return action_type_words;
}

template <>
const Vocabulary& vocabulary<LetterType>() {
  static constexpr auto rows = [] {
    std::array<EnumRow, letter_type_count> list;
    for (std::size_t i = 0; i < list.size(); ++i) {
      list[i] = {letter_types()[i].id, letter_types()[i].label};
    }
    return list;
  }();
  static constexpr Vocabulary vocabulary{"letter_type", {"函件类型", "type of letter"}, rows};
  return vocabulary;
}

namespace {
constexpr auto filing_part_rows = std::to_array<EnumRow>({
    {"organiser", {"承办", "who organised it"}},
    {"place", {"地点", "place"}},
    {"basis", {"依据", "what it rests on"}},
    {"purpose", {"目的", "purpose"}},
    {"enterprises", {"参与企业", "enterprises that took part"}},
    {"procurement", {"采购方式", "how it was procured"}},
    {"spending", {"支出明细", "what the money went to"}},
    {"effect", {"成效", "effect"}},
    {"notice", {"通知", "the notice of the event"}},
    {"plan", {"方案", "the plan"}},
    {"contracts", {"合同", "contracts"}},
    {"participants", {"参会人员名单", "list of participants"}},
    {"exhibitors", {"参展单位名单", "list of exhibitors"}},
});
constexpr Vocabulary filing_part_words{
    "filing_part", {"报备的内容和材料", "content and papers of a filing"}, filing_part_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<FilingPart>() {
  return filing_part_words;
}

namespace {
constexpr auto campaign_type_rows = std::to_array<EnumRow>({
    {"rectification", {"专项整治", "rectification"}},
    {"self-check", {"自查自纠", "self-check"}},
});
constexpr Vocabulary campaign_type_words{
    "campaign_type", {"专项行动类型", "type of campaign"}, campaign_type_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<CampaignType>() {
  return campaign_type_words;
}

namespace {
constexpr auto score_method_rows = std::to_array<EnumRow>({
    {"deduction", {"扣分制", "deduction from full marks"}},
    {"weighted", {"加权得分制", "weighted share of full marks"}},
});
constexpr Vocabulary score_method_words{
    "score_method", {"计分方法", "method of scoring"}, score_method_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<ScoreMethod>() {
  return score_method_words;
}

namespace {
constexpr auto mask_rows = std::to_array<EnumRow>({
    {"none", {"不隐去", "none"}},
    {"surname", {"只留姓氏", "surname only"}},
    {"full", {"全部隐去", "full"}},
});
constexpr Vocabulary mask_words{"mask", {"隐名方式", "masking of names"}, mask_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Mask>() {
  return mask_words;
}

namespace {
constexpr auto language_rows = std::to_array<EnumRow>({
    {"zh", {"中文", "Chinese"}},
    {"en", {"英文", "English"}},
});
constexpr Vocabulary language_words{"language", {"语言", "language"}, language_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Language>() {
  return language_words;
}

namespace {
constexpr auto severity_rows = std::to_array<EnumRow>({
    {"off", {"关闭", "off"}},
    {"info", {"提示", "info"}},
    {"warning", {"警告", "warning"}},
    {"error", {"错误", "error"}},
});
constexpr Vocabulary severity_words{"severity", {"严重程度", "severity"}, severity_rows};
}  // namespace

template <>
const Vocabulary& vocabulary<Severity>() {
  return severity_words;
}

std::span<const Vocabulary* const> vocabularies() {
  static const auto all = std::to_array<const Vocabulary*>({
      &vocabulary<Kind>(),
      &role_words,
      &rank_words,
      &org_type_words,
      &duty_category_words,
      &cadence_words,
      &finding_source_words,
      &finding_category_words,
      &finding_event_words,
      &spot_check_verdict_words,
      &review_decision_words,
      &clue_disposition_words,
      &responsibility_words,
      &measure_words,
      &action_type_words,
      &vocabulary<LetterType>(),
      &filing_part_words,
      &campaign_type_words,
      &score_method_words,
      &vocabulary<ConditionKind>(),
      &mask_words,
      &language_words,
      &severity_words,
  });
  return all;
}

}  // namespace zsup::record
