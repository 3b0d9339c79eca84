#include "record/kinds/inspection.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using BriefingFields = Fields<Briefing>;
constexpr auto briefing_rows = std::to_array<FieldSpec>({
    BriefingFields::required<&Briefing::unit>("unit", "单位", {"被巡察单位", "the unit inspected"},
                                              "transport-bureau")
        .to({Kind::org}),
    BriefingFields::required<&Briefing::leader>(
        "leader", "分管领导",
        {"先听取反馈的分管领导", "the leader in charge, who is briefed first"}, "chen-yuanhang")
        .to({Kind::leader})
        .in_office_on<&Briefing::leader_date>({"在反馈当日", "at the briefing"}),
    BriefingFields::optional<&Briefing::leader_date>(
        "leader_date", "向领导反馈日期",
        {"向分管领导反馈的日期", "day on which the leader was briefed"}, "2018-05-02")
        .has_happened()
        .not_before<&Inspection::from>({"进驻日期", "the first day"},
                                       {"反馈日期", "the day of the briefing"}),
    BriefingFields::optional<&Briefing::unit_date>(
        "unit_date", "向单位反馈日期",
        {"向被巡察单位反馈的日期，不得早于向领导反馈",
         "day on which the unit was briefed, after the leader"},
        "2018-05-08")
        .has_happened()
        .not_before<&Inspection::from>({"进驻日期", "the first day"},
                                       {"反馈日期", "the day of the briefing"}),
});

using InspectionFields = Fields<Inspection>;
constexpr auto inspection_rows = std::to_array<FieldSpec>({
    InspectionFields::id("district-round-2"),
    InspectionFields::required<&Inspection::name>(
        "name", "名称", {"本轮巡察的名称", "name of the round"}, "区委第二轮巡察"),
    InspectionFields::required<&Inspection::round>("round", "轮次",
                                                   {"第几轮", "number of the round"}, "2")
        .between(1, 999),
    InspectionFields::required<&Inspection::by>(
        "by", "组织机构", {"组织巡察的机构", "the body that inspects"}, "inspection-office")
        .to({Kind::org}),
    InspectionFields::required<&Inspection::units>("units", "被巡察单位",
                                                   {"被巡察的单位", "the units inspected"},
                                                   "[transport-bureau, housing-bureau]")
        .to({Kind::org})
        .distinct(),
    InspectionFields::required<&Inspection::from>("from", "起始日期", {"进驻日期", "first day"},
                                                  "2018-03-01")
        .has_happened(),
    InspectionFields::optional<&Inspection::until>("until", "终止日期", {"结束日期", "last day"},
                                                   "2018-04-20")
        .not_before<&Inspection::from>({"起始日期", "the first day"}, {"终止日期", "the last day"}),
    InspectionFields::optional<&Inspection::briefings>(
        "briefings", "反馈",
        {"\"1+1\"反馈：先分管领导，后被巡察单位",
         "the \"1+1\" briefings: the leader in charge first, then the unit"},
        "[{单位: transport-bureau, 分管领导: chen-yuanhang, 向领导反馈日期: 2018-05-02, "
        "向单位反馈日期: 2018-05-08}]")
        .distinct<&Briefing::unit, &Briefing::leader>(),
    InspectionFields::optional<&Inspection::published>(
        "published", "公开日期", {"巡察情况公开的日期", "day on which the results were published"},
        "2018-06-01")
        .has_happened()
        .not_before<&Inspection::from>({"进驻日期", "the first day"},
                                       {"公开日期", "the day of publication"}),
    InspectionFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Briefing>() {
  static constexpr ObjectSpec spec{
      .name = "briefing", .title = {"反馈", "briefing"}, .fields = briefing_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Inspection>() {
  static constexpr ObjectSpec spec{.name = "inspection",
                                   .title = {"巡察", "inspection"},
                                   .fields = inspection_rows,
                                   .extensible = true};
  return spec;
}

constexpr KindRow describe(const Inspection*) {
  return {.type = type_of_kind<Inspection>(),
          .doc = {{"一轮巡察", "one round of inspection over one or more units"}},
          .begins = since<&Inspection::from>(),
          .matter = told_by_nothing,
          .ids = IdsMayName::no};
}
template const KindRow& kind_row<Inspection>();

}  // namespace zsup::record
