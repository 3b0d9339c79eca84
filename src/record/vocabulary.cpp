#include "record/vocabulary.h"

#include <array>

#include "text/enum_table.h"

namespace zsup::record {

namespace {
template <class E>
using Rows = text::Table<E, EnumRow>;

constexpr Rows<Role> role_rows{{
    {Role::principal, {"principal", {"主要负责人", "principal"}}},
    {Role::member, {"member", {"班子成员", "leadership member"}}},
    {Role::other, {"other", {"其他", "other"}}},
}};
constexpr Vocabulary role_words{
    "role", {"班子中的身份", "place in the leadership"}, role_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Role>() {
  return role_words;
}

namespace {
constexpr Rows<Rank> rank_rows{{
    {Rank::national_chief, {"national-chief", {"国家级正职", "national level, chief"}}},
    {Rank::national_deputy, {"national-deputy", {"国家级副职", "national level, deputy"}}},
    {Rank::provincial_chief,
     {"provincial-chief", {"省部级正职", "provincial and ministerial level, chief"}}},
    {Rank::provincial_deputy,
     {"provincial-deputy", {"省部级副职", "provincial and ministerial level, deputy"}}},
    {Rank::bureau_chief, {"bureau-chief", {"厅局级正职", "bureau level, chief"}}},
    {Rank::bureau_deputy, {"bureau-deputy", {"厅局级副职", "bureau level, deputy"}}},
    {Rank::county_chief, {"county-chief", {"县处级正职", "county level, chief"}}},
    {Rank::county_deputy, {"county-deputy", {"县处级副职", "county level, deputy"}}},
    {Rank::township_chief, {"township-chief", {"乡科级正职", "township level, chief"}}},
    {Rank::township_deputy, {"township-deputy", {"乡科级副职", "township level, deputy"}}},
    {Rank::general, {"general", {"一般干部", "general cadre"}}},
    {Rank::other, {"other", {"农村、企业等其他人员", "other personnel"}}},
}};
constexpr Vocabulary rank_words{"rank", {"领导职务层次", "level of post"}, rank_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Rank>() {
  return rank_words;
}

namespace {
constexpr Rows<OrgType> org_type_rows{{
    {OrgType::party_committee, {"party-committee", {"党委", "party committee"}}},
    {OrgType::party_group, {"party-group", {"党组", "leading party members group"}}},
    {OrgType::working_committee, {"working-committee", {"党工委", "party working committee"}}},
    {OrgType::government, {"government", {"政府", "government"}}},
    {OrgType::department, {"department", {"部门", "department"}}},
    {OrgType::discipline_commission,
     {"discipline-commission", {"纪委", "commission for discipline inspection"}}},
    {OrgType::supervisory_commission,
     {"supervisory-commission", {"监委", "supervisory commission"}}},
    {OrgType::resident_group,
     {"resident-group",
      {"派驻纪检监察组", "resident discipline inspection and supervision group"}}},
    {OrgType::inspection_team, {"inspection-team", {"巡察组", "inspection team"}}},
    {OrgType::leading_group, {"leading-group", {"领导小组", "leading group"}}},
    {OrgType::enterprise, {"enterprise", {"国有企业", "state-owned enterprise"}}},
    {OrgType::township, {"township", {"乡镇", "township"}}},
    {OrgType::subdistrict, {"subdistrict", {"街道", "subdistrict"}}},
    {OrgType::village, {"village", {"村（社区）", "village or community"}}},
}};
constexpr Vocabulary org_type_words{
    "org_type", {"组织类型", "type of organisation"}, org_type_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<OrgType>() {
  return org_type_words;
}

namespace {
constexpr Rows<DutyCategory> duty_category_rows{{
    {DutyCategory::deployment, {"deployment", {"安排部署", "planning and deployment"}}},
    {DutyCategory::education, {"education", {"廉政教育", "integrity education"}}},
    {DutyCategory::institutions, {"institutions", {"制度建设", "rules and institutions"}}},
    {DutyCategory::power_constraint, {"power-constraint", {"权力制约", "constraint of power"}}},
    {DutyCategory::supervision, {"supervision", {"监督检查", "oversight and inspection"}}},
    {DutyCategory::personnel, {"personnel", {"选人用人", "selection and appointment"}}},
    {DutyCategory::conduct, {"conduct", {"作风建设", "conduct"}}},
    {DutyCategory::enforcement_support,
     {"enforcement-support", {"支持执纪执法", "support for enforcement"}}},
}};
constexpr Vocabulary duty_category_words{
    "duty_category", {"任务类别", "category of duty"}, duty_category_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<DutyCategory>() {
  return duty_category_words;
}

namespace {
constexpr Rows<Cadence> cadence_rows{{
    {Cadence::once, {"once", {"一次性", "once"}}},
    {Cadence::monthly, {"monthly", {"每月", "monthly"}}},
    {Cadence::quarterly, {"quarterly", {"每季度", "quarterly"}}},
    {Cadence::half_yearly, {"half-yearly", {"每半年", "half-yearly"}}},
    {Cadence::yearly, {"yearly", {"每年", "yearly"}}},
}};
constexpr Vocabulary cadence_words{
    "cadence", {"报送频次", "how often a duty is reported on"}, cadence_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Cadence>() {
  return cadence_words;
}

namespace {
constexpr Rows<FindingSource> finding_source_rows{{
    {FindingSource::inspection, {"inspection", {"巡察", "inspection"}}},
    {FindingSource::daily, {"daily", {"日常监督", "day-to-day oversight"}}},
    {FindingSource::enforcement, {"enforcement", {"执纪监督", "discipline enforcement"}}},
    {FindingSource::special_check, {"special-check", {"专项检查", "special check"}}},
    {FindingSource::petition, {"petition", {"信访", "letters and visits"}}},
    {FindingSource::audit, {"audit", {"审计", "audit"}}},
    {FindingSource::spot_check, {"spot-check", {"抽查", "spot check"}}},
    {FindingSource::self_check, {"self-check", {"自查", "self-check"}}},
    {FindingSource::superior, {"superior", {"上级交办", "assigned from above"}}},
}};
constexpr Vocabulary finding_source_words{
    "finding_source", {"问题来源", "source of a finding"}, finding_source_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingSource>() {
  return finding_source_words;
}

namespace {
constexpr Rows<FindingCategory> finding_category_rows{{
    {FindingCategory::party_leadership, {"party-leadership", {"党的领导", "party leadership"}}},
    {FindingCategory::party_building, {"party-building", {"党的建设", "party building"}}},
    {FindingCategory::strict_governance,
     {"strict-governance", {"全面从严治党", "full and rigorous self-governance"}}},
    {FindingCategory::political,
     {"political", {"政治纪律和政治规矩", "political discipline and rules"}}},
    {FindingCategory::organizational,
     {"organizational", {"组织纪律", "organisational discipline"}}},
    {FindingCategory::integrity, {"integrity", {"廉洁纪律", "integrity discipline"}}},
    {FindingCategory::masses, {"masses", {"群众纪律", "discipline regarding the people"}}},
    {FindingCategory::work, {"work", {"工作纪律", "work discipline"}}},
    {FindingCategory::life, {"life", {"生活纪律", "life discipline"}}},
    {FindingCategory::eight_rules,
     {"eight-rules", {"违反中央八项规定精神", "breach of the eight-point decision"}}},
    {FindingCategory::formalism, {"formalism", {"形式主义", "formalism"}}},
    {FindingCategory::bureaucratism, {"bureaucratism", {"官僚主义", "bureaucratism"}}},
    {FindingCategory::hedonism, {"hedonism", {"享乐主义", "hedonism"}}},
    {FindingCategory::extravagance, {"extravagance", {"奢靡之风", "extravagance"}}},
    {FindingCategory::personnel_selection,
     {"personnel-selection", {"选人用人", "selection and appointment"}}},
    {FindingCategory::organizational_life,
     {"organizational-life", {"组织生活", "party organisational life"}}},
    {FindingCategory::funds, {"funds", {"资金使用", "use of funds"}}},
    {FindingCategory::procurement, {"procurement", {"采购", "procurement"}}},
    {FindingCategory::soe_management,
     {"soe-management", {"国有企业管理", "management of state-owned enterprises"}}},
    {FindingCategory::project_approval,
     {"project-approval", {"项目立项评审", "project approval and review"}}},
    {FindingCategory::concurrent_posts,
     {"concurrent-posts", {"兼职取酬", "paid concurrent posts"}}},
}};
constexpr Vocabulary finding_category_words{
    "finding_category", {"问题类别", "category of a finding"}, finding_category_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingCategory>() {
  return finding_category_words;
}

namespace {
constexpr Rows<FindingEvent> finding_event_rows{{
    {FindingEvent::assigned, {"assigned", {"交办", "assigned"}}},
    {FindingEvent::leader_briefed,
     {"leader-briefed", {"向分管领导反馈", "leader in charge briefed"}}},
    {FindingEvent::claimed, {"claimed", {"认领", "claimed"}}},
    {FindingEvent::unit_briefed, {"unit-briefed", {"向被巡察单位反馈", "unit briefed"}}},
    {FindingEvent::in_progress, {"in-progress", {"整改中", "in progress"}}},
    {FindingEvent::submitted, {"submitted", {"已上报", "submitted"}}},
    {FindingEvent::returned, {"returned", {"退回", "returned"}}},
    {FindingEvent::approved, {"approved", {"审核通过", "approved"}}},
    {FindingEvent::closed, {"closed", {"销号", "closed"}}},
    {FindingEvent::reopened, {"reopened", {"回头看重启", "reopened"}}},
    {FindingEvent::published, {"published", {"公开通报", "published"}}},
}};
constexpr Vocabulary finding_event_words{
    "finding_event", {"整改进展", "step in the life of a finding"}, finding_event_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<FindingEvent>() {
  return finding_event_words;
}

namespace {
constexpr Rows<SpotCheckVerdict> spot_check_verdict_rows{{
    {SpotCheckVerdict::genuine, {"genuine", {"属实", "genuine"}}},
    {SpotCheckVerdict::perfunctory, {"perfunctory", {"走过场", "perfunctory"}}},
    {SpotCheckVerdict::formalistic, {"formalistic", {"搞形式", "formalistic"}}},
    {SpotCheckVerdict::falsified, {"false", {"弄虚作假", "falsified"}}},
}};
constexpr Vocabulary spot_check_verdict_words{
    "spot_check_verdict", {"抽查结论", "verdict of a spot check"}, spot_check_verdict_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<SpotCheckVerdict>() {
  return spot_check_verdict_words;
}

namespace {
constexpr Rows<ReviewDecision> review_decision_rows{{
    {ReviewDecision::approved, {"approved", {"审核通过", "approved"}}},
    {ReviewDecision::returned, {"returned", {"审核未通过", "returned"}}},
}};
constexpr Vocabulary review_decision_words{
    "review_decision", {"审核结论", "decision of a review"}, review_decision_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<ReviewDecision>() {
  return review_decision_words;
}

namespace {
constexpr Rows<ClueDisposition> clue_disposition_rows{{
    {ClueDisposition::inquiry, {"inquiry", {"谈话函询", "talk or written inquiry"}}},
    {ClueDisposition::preliminary, {"preliminary", {"初步核实", "preliminary verification"}}},
    {ClueDisposition::held, {"held", {"暂存待查", "held"}}},
    {ClueDisposition::closed, {"closed", {"予以了结", "closed"}}},
}};
constexpr Vocabulary clue_disposition_words{
    "clue_disposition", {"线索处置方式", "disposition of a clue"}, clue_disposition_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<ClueDisposition>() {
  return clue_disposition_words;
}

namespace {
constexpr Rows<Responsibility> responsibility_rows{{
    {Responsibility::direct, {"direct", {"直接责任", "direct"}}},
    {Responsibility::main_leadership, {"main-leadership", {"主要领导责任", "main leadership"}}},
    {Responsibility::important_leadership,
     {"important-leadership", {"重要领导责任", "important leadership"}}},
    {Responsibility::leadership, {"leadership", {"领导责任", "leadership, degree not stated"}}},
}};
constexpr Vocabulary responsibility_words{
    "responsibility", {"责任类型", "kind of responsibility"}, responsibility_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Responsibility>() {
  return responsibility_words;
}

namespace {
constexpr Rows<Measure> measure_rows{{
    {Measure::reminder_talk, {"reminder-talk", {"谈话提醒", "reminder talk"}}},
    {Measure::criticism, {"criticism", {"批评教育", "criticism and education"}}},
    {Measure::self_criticism, {"self-criticism", {"责令检查", "ordered self-criticism"}}},
    {Measure::admonition, {"admonition", {"诫勉", "admonition"}}},
    {Measure::party_warning, {"party-warning", {"党内警告", "party warning"}}},
    {Measure::party_serious_warning,
     {"party-serious-warning", {"党内严重警告", "serious party warning"}}},
    {Measure::party_removal, {"party-removal", {"撤销党内职务", "removal from party posts"}}},
    {Measure::party_probation, {"party-probation", {"留党察看", "probation within the party"}}},
    {Measure::party_expulsion, {"party-expulsion", {"开除党籍", "expulsion from the party"}}},
    {Measure::gov_warning, {"gov-warning", {"政务警告", "administrative warning"}}},
    {Measure::gov_demerit, {"gov-demerit", {"政务记过", "demerit"}}},
    {Measure::gov_major_demerit, {"gov-major-demerit", {"政务记大过", "major demerit"}}},
    {Measure::gov_demotion, {"gov-demotion", {"政务降级", "demotion"}}},
    {Measure::gov_removal, {"gov-removal", {"政务撤职", "removal from post"}}},
    {Measure::gov_dismissal, {"gov-dismissal", {"政务开除", "dismissal"}}},
    {Measure::suspended, {"suspended", {"停职检查", "suspended for inspection"}}},
    {Measure::post_adjusted, {"post-adjusted", {"调整职务", "post adjusted"}}},
    {Measure::ordered_resignation, {"ordered-resignation", {"责令辞职", "ordered to resign"}}},
    {Measure::removed, {"removed", {"免职", "removed"}}},
    {Measure::demoted, {"demoted", {"降职", "demoted"}}},
    {Measure::transferred, {"transferred", {"移送司法机关", "transferred to judicial organs"}}},
}};
constexpr Vocabulary measure_words{
    "measure", {"处理处分", "measure taken against a person"}, measure_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Measure>() {
  return measure_words;
}

namespace {
constexpr Rows<ActionType> action_type_rows{{
    {ActionType::briefing, {"briefing", {"通报", "briefing"}}},
    {ActionType::reminder_talk, {"reminder-talk", {"提醒谈话", "reminder talk"}}},
    {ActionType::criticism, {"criticism", {"批评教育", "criticism and education"}}},
    {ActionType::interview, {"interview", {"约谈", "interview"}}},
    {ActionType::admonition, {"admonition", {"诫勉", "admonition"}}},
    {ActionType::special_check, {"special-check", {"专项监督检查", "special check"}}},
    {ActionType::oral_report, {"oral-report", {"口头汇报", "oral report"}}},
}};
constexpr Vocabulary action_type_words{
    "action_type", {"监督方式", "kind of supervisory act"}, action_type_rows.rows()};
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
constexpr Rows<FilingPart> filing_part_rows{{
    {FilingPart::organiser, {"organiser", {"承办", "who organised it"}}},
    {FilingPart::place, {"place", {"地点", "place"}}},
    {FilingPart::basis, {"basis", {"依据", "what it rests on"}}},
    {FilingPart::purpose, {"purpose", {"目的", "purpose"}}},
    {FilingPart::enterprises, {"enterprises", {"参与企业", "enterprises that took part"}}},
    {FilingPart::procurement, {"procurement", {"采购方式", "how it was procured"}}},
    {FilingPart::spending, {"spending", {"支出明细", "what the money went to"}}},
    {FilingPart::effect, {"effect", {"成效", "effect"}}},
    {FilingPart::notice, {"notice", {"通知", "the notice of the event"}}},
    {FilingPart::plan, {"plan", {"方案", "the plan"}}},
    {FilingPart::contracts, {"contracts", {"合同", "contracts"}}},
    {FilingPart::participants, {"participants", {"参会人员名单", "list of participants"}}},
    {FilingPart::exhibitors, {"exhibitors", {"参展单位名单", "list of exhibitors"}}},
}};
constexpr Vocabulary filing_part_words{
    "filing_part", {"报备的内容和材料", "content and papers of a filing"}, filing_part_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<FilingPart>() {
  return filing_part_words;
}

namespace {
constexpr Rows<CampaignType> campaign_type_rows{{
    {CampaignType::rectification, {"rectification", {"专项整治", "rectification"}}},
    {CampaignType::self_check, {"self-check", {"自查自纠", "self-check"}}},
}};
constexpr Vocabulary campaign_type_words{
    "campaign_type", {"专项行动类型", "type of campaign"}, campaign_type_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<CampaignType>() {
  return campaign_type_words;
}

namespace {
constexpr Rows<ScoreMethod> score_method_rows{{
    {ScoreMethod::deduction, {"deduction", {"扣分制", "deduction from full marks"}}},
    {ScoreMethod::weighted, {"weighted", {"加权得分制", "weighted share of full marks"}}},
}};
constexpr Vocabulary score_method_words{
    "score_method", {"计分方法", "method of scoring"}, score_method_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<ScoreMethod>() {
  return score_method_words;
}

namespace {
constexpr Rows<Mask> mask_rows{{
    {Mask::none, {"none", {"不隐去", "none"}}},
    {Mask::surname, {"surname", {"只留姓氏", "surname only"}}},
    {Mask::full, {"full", {"全部隐去", "full"}}},
}};
constexpr Vocabulary mask_words{"mask", {"隐名方式", "masking of names"}, mask_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Mask>() {
  return mask_words;
}

namespace {
constexpr Rows<Language> language_rows{{
    {Language::zh, {"zh", {"中文", "Chinese"}}},
    {Language::en, {"en", {"英文", "English"}}},
}};
constexpr Vocabulary language_words{"language", {"语言", "language"}, language_rows.rows()};
}  // namespace

template <>
const Vocabulary& vocabulary<Language>() {
  return language_words;
}

namespace {
constexpr Rows<Severity> severity_rows{{
    {Severity::off, {"off", {"关闭", "off"}}},
    {Severity::info, {"info", {"提示", "info"}}},
    {Severity::warning, {"warning", {"警告", "warning"}}},
    {Severity::error, {"error", {"错误", "error"}}},
}};
constexpr Vocabulary severity_words{"severity", {"严重程度", "severity"}, severity_rows.rows()};
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
