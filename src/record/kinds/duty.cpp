#include "record/kinds/duty.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using SelectorFields = Fields<Selector>;
constexpr auto selector_rows = std::to_array<FieldSpec>({
    SelectorFields::optional<&Selector::role>(
        "role", "身份",
        {"只取这一身份的领导干部；不填则不限", "only leaders of this role; any when left out"},
        "班子成员"),
    SelectorFields::required<&Selector::under>(
        "under", "范围",
        {"在该组织及其下级组织任职的领导干部",
         "leaders whose organisation is this one or lies below it"},
        "district-committee")
        .to({Kind::org}),
});

using RequirementFields = Fields<Requirement>;
constexpr auto requirement_rows = std::to_array<FieldSpec>({
    RequirementFields::optional<&Requirement::content>(
        "content", "内容", {"是否必须填写具体内容", "whether it must say what was done"}, "true"),
    RequirementFields::optional<&Requirement::attachments>(
        "attachments", "附件", {"至少几份附件", "the least number of attachments"}, "1")
        .between(0, 1000),
    RequirementFields::optional<&Requirement::measures>(
        "measures", "指标", {"各项指标的最低数量", "measures and their minimums"},
        "{专题学习次数: 1}")
        .with_at_most(1000),
});

using DutyFields = Fields<Duty>;
constexpr auto duty_rows = std::to_array<FieldSpec>({
    DutyFields::id("township-risk-reminders"),
    DutyFields::required<&Duty::title>(
        "title", "标题",
        {"任务的完整表述，用于函告书和提醒函", "the task in full, as it stands in letters"},
        "开展岗位廉政风险提醒教育活动"),
    DutyFields::required<&Duty::category>(
        "category", "类别",
        {"任务类别：词表中的类别，或考核办法清单中的条目编号",
         "category: a word of the vocabulary, or an item of the policy's catalogues"},
        "廉政教育")
        .known_words(&vocabulary<DutyCategory>),
    DutyFields::required<&Duty::owner>(
        "owner", "责任人",
        {"承担任务的领导干部、组织，或按身份和范围选取",
         "the leader or organisation that owes it, or a selector of leaders"},
        "{身份: 班子成员, 范围: district-committee}")
        .to({Kind::leader, Kind::org})
        .whose(),
    DutyFields::required<&Duty::cadence>("cadence", "频次",
                                         {"报送频次", "how often it is reported on"}, "每季度"),
    DutyFields::optional<&Duty::from>("from", "起始日期",
                                      {"任务自何日起有效；期末不早于此日的各期才计",
                                       "periods count whose last day is not before this day"},
                                      "2018-01-01"),
    DutyFields::optional<&Duty::until>("until", "终止日期",
                                       {"任务至何日止有效；期末不晚于此日的各期才计",
                                        "periods count whose last day is not after this day"},
                                       "2018-12-31")
        .not_before<&Duty::from>({"起始日期", "the first day"}, {"终止日期", "the last day"}),
    DutyFields::required<&Duty::due>(
        "due", "报送期限",
        {"期末后多久报送：+10d（日）、+5wd（工作日）、+1m（月）；一次性任务填日期",
         "how long after the period's end it is due: +10d (days), +5wd (working days), +1m "
         "(months); a date for a duty that is due once"},
        "+5wd"),
    DutyFields::optional<&Duty::requires_>(
        "requires", "要求",
        {"报送时必须具备的内容、附件和指标", "what a report must hold to be approved"},
        "{内容: true, 附件: 1, 指标: {活动次数: 1}}"),
    DutyFields::optional<&Duty::weight>(
        "weight", "权重",
        {"权重，默认 1；扣分按权重放大或缩小",
         "weight, 1 when left out; it multiplies the points taken off"},
        "1.5")
        .between(0, 1000),
    DutyFields::optional<&Duty::basis>(
        "basis", "依据",
        {"任务的依据文件和条款", "the document and article that the duty rests on"},
        "《2018年党风廉政建设责任书》第六条"),
    DutyFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Selector>() {
  static constexpr ObjectSpec spec{
      .name = "selector", .title = {"责任人范围", "selector of owners"}, .fields = selector_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Requirement>() {
  static constexpr ObjectSpec spec{.name = "requirement",
                                   .title = {"报送要求", "what a report must hold"},
                                   .fields = requirement_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Duty>() {
  static constexpr ObjectSpec spec{
      .name = "duty", .title = {"任务", "duty"}, .fields = duty_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Duty*) {
  return {.type = type_of_kind<Duty>(),
          .doc = {{"一项任务或指标：谁、做什么、何时报、做到什么程度",
                   "a task or indicator: who does what, by when, how well"}},
          .begins = always,
          .matter = told_by<&Duty::title>(),
          .ids = IdsMayName::no};
}
template const KindRow& kind_row<Duty>();

}  // namespace zsup::record
