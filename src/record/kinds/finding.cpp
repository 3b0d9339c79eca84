#include "record/kinds/finding.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using EventFields = Fields<Event>;
constexpr auto event_rows = std::to_array<FieldSpec>({
    EventFields::required<&Event::date>("date", "日期", {"发生日期", "day on which it happened"},
                                        "2018-05-04")
        .has_happened()
        .begins_it(),
    EventFields::required<&Event::what>("what", "进展", {"进展", "what happened"}, "认领"),
    EventFields::optional<&Event::by>("by", "经办", {"经办的人员或机构", "who did it"},
                                      "chen-yuanhang")
        .to({Kind::leader, Kind::org})
        .in_office_on<&Event::date>({"在当日", "on that day"}),
    EventFields::optional<&Event::note>("note", "备注", {"说明", "a remark"}, "已清查项目14个"),
    EventFields::optional<&Event::attachments>(
        "attachments", "附件",
        {"佐证材料，相对登记册根目录的路径", "evidence, as paths from the register's root"},
        "[files/transport-017.pdf]")
        .distinct(),
});

using SpotCheckFields = Fields<SpotCheck>;
constexpr auto spot_check_rows = std::to_array<FieldSpec>({
    SpotCheckFields::required<&SpotCheck::report>(
        "report", "报告", {"被抽查的报告", "the report tested"}, "青塘党委-2018-q2")
        .to({Kind::report}),
    SpotCheckFields::required<&SpotCheck::duty>(
        "duty", "任务", {"被抽查的事项", "the item tested, by its duty"}, "township-risk-reminders")
        .to({Kind::duty}),
    SpotCheckFields::required<&SpotCheck::verdict>("verdict", "抽查结论", {"抽查结论", "verdict"},
                                                   "走过场"),
});

using FindingFields = Fields<Finding>;
constexpr auto finding_rows = std::to_array<FieldSpec>({
    FindingFields::id("r2-transport-017"),
    FindingFields::required<&Finding::text>("text", "内容",
                                            {"问题的具体表述", "the problem in words"},
                                            "2016年至2017年公路养护零星工程拆分发包，规避公开招标"),
    FindingFields::required<&Finding::source_of>("source", "来源",
                                                 {"问题来源", "where it comes from"}, "巡察"),
    FindingFields::optional<&Finding::inspection>(
        "inspection", "巡察",
        {"来源为巡察时，所属的一轮", "the round, when it comes from an inspection"},
        "district-round-2")
        .to({Kind::inspection}),
    FindingFields::required<&Finding::categories>(
        "categories", "类别", {"问题类别，可多选", "its categories"}, "[采购, 廉洁纪律]")
        .distinct(),
    FindingFields::required<&Finding::org>(
        "org", "单位", {"存在问题的单位", "the unit that has the problem"}, "transport-bureau")
        .to({Kind::org})
        .whose(),
    FindingFields::optional<&Finding::line>(
        "line", "条线",
        {"所属工作条线；有条线时按条线确定分管领导",
         "line of work; the leader in charge is found by it first"},
        "安全生产"),
    FindingFields::optional<&Finding::leader>(
        "leader", "分管领导",
        {"指定的责任领导；不填则按分管关系确定",
         "the leader who answers for it; found by portfolio when left out"},
        "chen-yuanhang")
        .to({Kind::leader})
        .whose(),
    FindingFields::required<&Finding::found>(
        "found", "发现日期", {"发现日期", "day on which it was found"}, "2018-04-18")
        .has_happened(),
    FindingFields::optional<&Finding::deadline>(
        "deadline", "整改期限", {"整改期限", "day by which it must be put right"}, "2018-07-18")
        .not_before<&Finding::found>({"发现日期", "the day it was found"},
                                     {"整改期限", "the deadline"}),
    FindingFields::optional<&Finding::suggestion>(
        "suggestion", "建议",
        {"整改建议，写入函告书", "what should be done, as it goes into the letter"},
        "修订零星工程管理办法，三个月内完成对拆分项目的清查"),
    FindingFields::optional<&Finding::amount>("amount", "涉及金额", {"涉及金额", "money involved"},
                                              "18.5万元"),
    FindingFields::optional<&Finding::recovered>("recovered", "追缴金额",
                                                 {"已追缴金额", "money recovered"}, "18.5万元"),
    FindingFields::optional<&Finding::events>(
        "events", "进展", {"整改进展，按日期先后", "what happened, in order of date"},
        "[{日期: 2018-05-04, 进展: 认领, 经办: chen-yuanhang}]"),
    FindingFields::optional<&Finding::target>(
        "target", "抽查对象",
        {"来源为抽查时，所抽查的报告事项和结论",
         "for a spot check: the report item tested, and the verdict"},
        "{报告: 青塘党委-2018-q2, 任务: township-risk-reminders, 抽查结论: 属实}"),
    FindingFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Event>() {
  static constexpr ObjectSpec spec{
      .name = "event", .title = {"整改进展", "event"}, .fields = event_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<SpotCheck>() {
  static constexpr ObjectSpec spec{.name = "spot-check",
                                   .title = {"抽查对象", "what a spot check tested"},
                                   .fields = spot_check_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Finding>() {
  static constexpr ObjectSpec spec{
      .name = "finding", .title = {"问题", "finding"}, .fields = finding_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Finding*) {
  return {.type = type_of_kind<Finding>(),
          .doc = {{"发现的一个问题及其整改过程", "one problem found, and what became of it"}},
          .begins = since<&Finding::found>(),
          .matter = told_by<&Finding::text>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Finding>();

}  // namespace zsup::record
