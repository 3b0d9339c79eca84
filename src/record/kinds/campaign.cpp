#include "record/kinds/campaign.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using CampaignItemFields = Fields<CampaignItem>;
constexpr auto campaign_item_rows = std::to_array<FieldSpec>({
    CampaignItemFields::optional<&CampaignItem::leader>(
        "leader", "领导干部", {"领导干部（在名册的人员）", "the leader, when in the register"},
        "chen-yuanhang")
        .to({Kind::leader}),
    CampaignItemFields::optional<&CampaignItem::name>(
        "name", "姓名", {"姓名（不在名册的人员）", "name, of a person who is not in the register"},
        "周启明"),
    CampaignItemFields::optional<&CampaignItem::org>("org", "单位", {"所在单位", "organisation"},
                                                     "transport-bureau")
        .to({Kind::org}),
    CampaignItemFields::required<&CampaignItem::text>(
        "text", "内容", {"申报的情况", "what was declared"}, "离任后兼任市港航投资有限公司监事"),
    CampaignItemFields::optional<&CampaignItem::declared>(
        "declared", "申报日期", {"申报日期", "day of the declaration"}, "2018-03-05")
        .has_happened()
        .begins_it(),
    CampaignItemFields::optional<&CampaignItem::corrected>(
        "corrected", "整改日期",
        {"整改到位的日期；尚未整改则不填", "day on which it was put right; left out until then"},
        "2018-04-01")
        .has_happened()
        .not_before<&CampaignItem::declared>({"申报日期", "the day of the declaration"},
                                             {"整改日期", "the day it was put right"}),
});
constexpr auto campaign_item_choice = std::to_array<std::string_view>({"leader", "name"});
constexpr auto campaign_item_choices = std::to_array<OneOf>({{campaign_item_choice}});

using CampaignFields = Fields<Campaign>;
constexpr auto campaign_rows = std::to_array<FieldSpec>({
    CampaignFields::id("post-retirement-posts"),
    CampaignFields::required<&Campaign::title>("title", "标题", {"名称", "title"},
                                               "领导干部离任后企业任职专项清理"),
    CampaignFields::optional<&Campaign::trigger>(
        "trigger", "起因",
        {"引起本次行动的问题或行动（举一反三）", "the finding or campaign that led to it"},
        "r2-transport-017")
        .to({Kind::finding, Kind::campaign, Kind::case_}),
    CampaignFields::required<&Campaign::type>("type", "类型", {"类型", "type"}, "自查自纠"),
    CampaignFields::required<&Campaign::scope>("scope", "范围", {"对象范围", "whom it covers"},
                                               "全市科级以上领导干部"),
    CampaignFields::required<&Campaign::items>(
        "items", "对象", {"逐人申报和整改情况", "who declared what, and when it was put right"},
        "[{姓名: 周启明, 内容: 兼任监事, 整改日期: 2018-04-01}]"),
    CampaignFields::required<&Campaign::from>("from", "起始日期", {"起始日期", "first day"},
                                              "2018-03-01"),
    CampaignFields::optional<&Campaign::until>("until", "终止日期", {"终止日期", "last day"},
                                               "2018-06-30")
        .not_before<&Campaign::from>({"起始日期", "the first day"}, {"终止日期", "the last day"}),
    CampaignFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<CampaignItem>() {
  static constexpr ObjectSpec spec{.name = "item",
                                   .title = {"对象", "item"},
                                   .fields = campaign_item_rows,
                                   .one_of = campaign_item_choices};
  return spec;
}

template <>
const ObjectSpec& spec_of<Campaign>() {
  static constexpr ObjectSpec spec{.name = "campaign",
                                   .title = {"专项行动", "campaign"},
                                   .fields = campaign_rows,
                                   .extensible = true};
  return spec;
}

constexpr KindRow describe(const Campaign*) {
  return {.type = type_of_kind<Campaign>(),
          .doc = {{"一项专项整治或自查，及其举一反三",
                   "a special rectification, and what it spread to"}},
          .begins = since<&Campaign::from>(),
          .matter = told_by<&Campaign::title>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Campaign>();

}  // namespace zsup::record
