#include "record/kinds/filing.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using FilingPapersFields = Fields<FilingPapers>;
constexpr auto filing_papers_rows = std::to_array<FieldSpec>({
    FilingPapersFields::optional<&FilingPapers::notice>(
        "notice", "通知", {"活动通知", "the notice of the event"}, "[files/expo/notice.pdf]"),
    FilingPapersFields::optional<&FilingPapers::plan>("plan", "方案", {"活动方案", "the plan"},
                                                      "[files/expo/plan.pdf]"),
    FilingPapersFields::optional<&FilingPapers::contracts>(
        "contracts", "合同", {"合同", "contracts"}, "[files/expo/contract.pdf]"),
    FilingPapersFields::optional<&FilingPapers::participants>(
        "participants", "参会人员名单", {"参会人员名单", "list of participants"},
        "[files/expo/participants.xlsx]"),
    FilingPapersFields::optional<&FilingPapers::exhibitors>("exhibitors", "参展单位名单",
                                                            {"参展单位名单", "list of exhibitors"},
                                                            "[files/expo/exhibitors.xlsx]"),
});

using FilingFields = Fields<Filing>;
constexpr auto filing_rows = std::to_array<FieldSpec>({
    FilingFields::id("filing-2018-expo"),
    FilingFields::required<&Filing::org>("org", "单位", {"支出单位", "the organisation that spent"},
                                         "commerce-bureau")
        .to({Kind::org})
        .whose(),
    FilingFields::optional<&Filing::organiser>(
        "organiser", "承办", {"主办、承办单位", "who organised it"}, "市商务局、市会展中心"),
    FilingFields::required<&Filing::event>("event", "活动", {"活动名称", "name of the event"},
                                           "2018年海产品展销会"),
    FilingFields::required<&Filing::date>("date", "日期", {"活动日期", "day of the event"},
                                          "2018-04-12")
        .has_happened(),
    FilingFields::optional<&Filing::place_of>("place", "地点", {"活动地点", "place"}, "市会展中心"),
    FilingFields::required<&Filing::amount>("amount", "金额", {"支出金额", "money spent"},
                                            "10万元"),
    FilingFields::optional<&Filing::basis>("basis", "依据", {"举办依据", "what it rests on"},
                                           "市政府办公室通知"),
    FilingFields::optional<&Filing::purpose>("purpose", "目的", {"目的", "purpose"},
                                             "推介本市海产品"),
    FilingFields::optional<&Filing::enterprises>(
        "enterprises", "参与企业", {"参与企业", "enterprises that took part"}, "[东湾渔业有限公司]")
        .distinct(),
    FilingFields::optional<&Filing::procurement>("procurement", "采购方式",
                                                 {"采购方式", "how it was procured"}, "公开招标"),
    FilingFields::optional<&Filing::spending>(
        "spending", "支出明细", {"支出明细", "what the money went to"}, "场地6万元，布展4万元"),
    FilingFields::optional<&Filing::effect>("effect", "成效", {"成效", "effect"}, "签约3项"),
    FilingFields::optional<&Filing::attachments>("attachments", "附件",
                                                 {"报备材料，按类列出", "the papers, by class"},
                                                 "{通知: [files/expo/notice.pdf]}"),
    FilingFields::optional<&Filing::filed>(
        "filed", "报备日期",
        {"报备日期；尚未报备则不填", "day of filing; left out until it is filed"}, "2018-05-02")
        .has_happened()
        .not_before<&Filing::date>({"活动日期", "the day of the event"},
                                   {"报备日期", "the day of filing"}),
    FilingFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<FilingPapers>() {
  static constexpr ObjectSpec spec{.name = "papers",
                                   .title = {"报备材料", "the classes of attachment"},
                                   .fields = filing_papers_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Filing>() {
  static constexpr ObjectSpec spec{
      .name = "filing", .title = {"报备", "filing"}, .fields = filing_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Filing*) {
  return {.type = type_of_kind<Filing>(),
          .doc = {{"一项活动支出的事后报备", "a post-event filing of spending"}},
          .begins = since<&Filing::date>(),
          .matter = told_by<&Filing::event>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Filing>();

}  // namespace zsup::record
