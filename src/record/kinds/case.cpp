#include "record/kinds/case.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using ClueFields = Fields<Clue>;
constexpr auto clue_rows = std::to_array<FieldSpec>({
    ClueFields::required<&Clue::date>("date", "日期", {"受理日期", "day on which it came in"},
                                      "2018-01-15")
        .has_happened(),
    ClueFields::optional<&Clue::source>("source", "来源",
                                        {"来源的问题", "the finding that it comes from"}, "v-017")
        .to({Kind::finding}),
    ClueFields::optional<&Clue::text>("text", "内容", {"线索概述", "what it says"},
                                      "群众反映村干部离任后仍领取补贴"),
});

using DispositionFields = Fields<Disposition>;
constexpr auto disposition_rows = std::to_array<FieldSpec>({
    DispositionFields::required<&Disposition::decision>(
        "decision", "方式", {"处置方式", "what was decided"}, "初步核实"),
    DispositionFields::optional<&Disposition::date>(
        "date", "日期", {"处置日期", "day of the decision"}, "2018-01-22")
        .has_happened()
        .begins_it(),
});

using EscalationFields = Fields<Escalation>;
constexpr auto escalation_rows = std::to_array<FieldSpec>({
    EscalationFields::required<&Escalation::to>("to", "报送单位",
                                                {"报送的上级组织", "the superior body"}, "city-cdi")
        .to({Kind::org}),
    EscalationFields::required<&Escalation::date>("date", "日期", {"上报日期", "day of the report"},
                                                  "2018-02-02")
        .has_happened()
        .begins_it(),
});

using CasePersonFields = Fields<CasePerson>;
constexpr auto case_person_rows = std::to_array<FieldSpec>({
    CasePersonFields::optional<&CasePerson::name>(
        "name", "姓名",
        {"姓名（不在领导干部名册的人员）", "name, of a person who is not in the register"},
        "乐明甫"),
    CasePersonFields::optional<&CasePerson::leader>(
        "leader", "领导干部", {"领导干部（在名册的人员）", "the leader, when in the register"},
        "le-mingfu")
        .to({Kind::leader})
        .whose(),
    CasePersonFields::optional<&CasePerson::org>("org", "单位", {"所在单位", "organisation"},
                                                 "lanting-village")
        .to({Kind::org}),
    CasePersonFields::required<&CasePerson::rank>("rank", "职务层次", {"职务层次", "level of post"},
                                                  "乡科级副职"),
    CasePersonFields::optional<&CasePerson::responsibility>(
        "responsibility", "责任类型", {"责任类型", "kind of responsibility"}, "领导责任"),
    CasePersonFields::optional<&CasePerson::measure>("measure", "处理",
                                                     {"处理处分", "measure taken"}, "党内警告"),
    CasePersonFields::optional<&CasePerson::date>("date", "日期",
                                                  {"处理日期", "day of the measure"}, "2018-03-20")
        .has_happened(),
    CasePersonFields::optional<&CasePerson::by>(
        "by", "处理机关", {"作出处理的机关", "the body that took it"}, "county-cdi")
        .to({Kind::org}),
});
constexpr auto case_person_choice = std::to_array<std::string_view>({"name", "leader"});
constexpr auto case_person_choices = std::to_array<OneOf>({{case_person_choice}});

using CaseFields = Fields<Case>;
constexpr auto case_rows = std::to_array<FieldSpec>({
    CaseFields::id("case-2018-003"),
    CaseFields::required<&Case::title>("title", "标题", {"案由", "what the case is about"},
                                       "某村违规发放离任干部补贴"),
    CaseFields::optional<&Case::org>("org", "单位", {"案件所在单位", "the organisation concerned"},
                                     "lanting-village")
        .to({Kind::org})
        .whose(),
    CaseFields::optional<&Case::categories>("categories", "类别", {"问题类别", "categories"},
                                            "[违反中央八项规定精神]")
        .distinct(),
    CaseFields::required<&Case::clue>("clue", "线索", {"线索", "the clue"},
                                      "{日期: 2018-01-15, 来源: v-017}"),
    CaseFields::optional<&Case::disposition>("disposition", "处置",
                                             {"线索处置", "disposition of the clue"},
                                             "{方式: 初步核实, 日期: 2018-01-22}"),
    CaseFields::optional<&Case::filed>(
        "filed", "立案日期", {"立案日期", "day on which the case was filed"}, "2018-02-01")
        .has_happened(),
    CaseFields::optional<&Case::escalated>("escalated", "上报",
                                           {"向上级报告的情况", "report to the superior body"},
                                           "{报送单位: city-cdi, 日期: 2018-02-02}"),
    CaseFields::optional<&Case::persons>(
        "persons", "涉案人员", {"涉案人员及处理", "the persons, and what was done"},
        "[{姓名: 乐明甫, 职务层次: 乡科级副职, 责任类型: 领导责任, 处理: 党内警告, 日期: "
        "2018-03-20, 处理机关: county-cdi}]"),
    CaseFields::optional<&Case::amount>("amount", "涉及金额", {"涉及金额", "money involved"},
                                        "1.8万元"),
    CaseFields::optional<&Case::recovered>("recovered", "追缴金额",
                                           {"已追缴金额", "money recovered"}, "1.8万元"),
    CaseFields::optional<&Case::grounds>("grounds", "事由", {"事实和依据", "facts and grounds"},
                                         "2015年至2017年向已离任村干部发放补贴18000元"),
    CaseFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Clue>() {
  static constexpr ObjectSpec spec{.name = "clue", .title = {"线索", "clue"}, .fields = clue_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Disposition>() {
  static constexpr ObjectSpec spec{
      .name = "disposition", .title = {"处置", "disposition"}, .fields = disposition_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Escalation>() {
  static constexpr ObjectSpec spec{.name = "escalation",
                                   .title = {"上报", "report to the superior body"},
                                   .fields = escalation_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<CasePerson>() {
  static constexpr ObjectSpec spec{.name = "person",
                                   .title = {"涉案人员", "person"},
                                   .fields = case_person_rows,
                                   .one_of = case_person_choices};
  return spec;
}

template <>
const ObjectSpec& spec_of<Case>() {
  static constexpr ObjectSpec spec{
      .name = "case", .title = {"案件", "case"}, .fields = case_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Case*) {
  return {.type = type_of_kind<Case>(),
          .doc = {{"线索、处置、立案和处理结果", "clue, disposition, case and result"}},
          .begins = since<&Case::clue, &Clue::date>(),
          .matter = told_by<&Case::title>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Case>();

}  // namespace zsup::record
