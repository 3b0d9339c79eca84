#include "record/kinds/org.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using RiskPointFields = Fields<RiskPoint>;
constexpr auto risk_point_rows = std::to_array<FieldSpec>({
    RiskPointFields::required<&RiskPoint::text>(
        "text", "内容", {"风险点的具体表现", "what the risk is"}, "大额资金拨付缺少集体决策"),
    RiskPointFields::required<&RiskPoint::category>(
        "category", "类别", {"风险所属的问题类别", "the category of finding that it belongs to"},
        "资金使用"),
});

using OrgFields = Fields<Org>;
constexpr auto org_rows = std::to_array<FieldSpec>({
    OrgFields::id("transport-bureau"),
    OrgFields::required<&Org::name>(
        "name", "名称",
        {"组织全称，用于函件抬头和统计表", "full name, as it stands in letters and tables"},
        "青塘镇党委"),
    OrgFields::required<&Org::type>("type", "类型", {"组织类型", "type of organisation"}, "党委"),
    OrgFields::optional<&Org::parent>(
        "parent", "上级", {"直接上级组织", "the organisation directly above"}, "dongting-district")
        .to({Kind::org}),
    OrgFields::optional<&Org::supervisor>(
        "supervisor", "监督机构",
        {"负责监督本组织的纪检监察机构；未填时随上级",
         "the discipline body or resident group that oversees it; the parent's when left out"},
        "district-cdi")
        .to({Kind::org}),
    OrgFields::optional<&Org::risk_points>("risk_points", "廉政风险点",
                                           {"本组织的廉政风险点", "its integrity risk points"},
                                           "[{内容: 零星工程拆分发包, 类别: 采购}]")
        .with_at_most(1000),
    OrgFields::optional<&Org::note>(
        "note", "备注",
        {"备注；可写办公电话（座机）", "a remark; the office's landline may stand here"})
        .may_hold_office_number(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<RiskPoint>() {
  static constexpr ObjectSpec spec{.name = "risk-point",
                                   .title = {"廉政风险点", "integrity risk point"},
                                   .fields = risk_point_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Org>() {
  static constexpr ObjectSpec spec{
      .name = "org", .title = {"组织", "organisation"}, .fields = org_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Org*) {
  return {.type = type_of_kind<Org>(),
          .doc = {{"一个组织：党组织、部门、派驻机构、乡镇等", "an organisation or a party body"}},
          .begins = always,
          .matter = told_by<&Org::name>(),
          .ids = IdsMayName::no};
}
template const KindRow& kind_row<Org>();

}  // namespace zsup::record
