#include "record/kinds/report.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using ReviewFields = Fields<Review>;
constexpr auto review_rows = std::to_array<FieldSpec>({
    ReviewFields::required<&Review::decision>("decision", "结论", {"审核结论", "decision"},
                                              "审核未通过"),
    ReviewFields::required<&Review::by>("by", "审核人", {"审核的人员或机构", "who reviewed it"},
                                        "li-heng")
        .to({Kind::leader, Kind::org})
        .in_office_on<&Review::date>({"在审核当日", "at the review"}),
    ReviewFields::required<&Review::date>("date", "日期", {"审核日期", "day of the review"},
                                          "2018-07-06")
        .has_happened()
        .begins_it(),
    ReviewFields::optional<&Review::reason>(
        "reason", "理由", {"理由；退回时必填", "reason; needed when it is returned"},
        "未能提供具体实施内容"),
});

using AttemptFields = Fields<Attempt>;
constexpr auto attempt_rows = std::to_array<FieldSpec>({
    AttemptFields::required<&Attempt::submitted>("submitted", "报送日期",
                                                 {"报送日期", "day of submission"}, "2018-07-03")
        .has_happened(),
    AttemptFields::optional<&Attempt::content>(
        "content", "内容",
        {"做了什么；没有可写的填 \"\"", "what was done; \"\" when there is nothing to tell"},
        "组织全镇干部观看警示教育片2场")
        .empty_is_fine(),
    AttemptFields::optional<&Attempt::measures>(
        "measures", "指标", {"各项指标的完成数", "measures and what was done of each"},
        "{活动次数: 2}"),
    AttemptFields::optional<&Attempt::attachments>(
        "attachments", "附件",
        {"佐证材料，相对登记册根目录的路径", "evidence, as paths from the register's root"},
        "[files/q2/education.pdf]")
        .distinct(),
    AttemptFields::optional<&Attempt::review>(
        "review", "审核", {"审核情况；尚未审核则不填", "its review; left out until there is one"},
        "{结论: 审核通过, 审核人: li-heng, 日期: 2018-07-06}"),
});

using ReportItemFields = Fields<ReportItem>;
constexpr auto report_item_rows = std::to_array<FieldSpec>({
    ReportItemFields::required<&ReportItem::duty>(
        "duty", "任务", {"所答复的任务", "the duty that it answers"}, "township-risk-reminders")
        .to({Kind::duty}),
    ReportItemFields::required<&ReportItem::submitted>(
        "submitted", "报送日期", {"报送日期", "day of submission"}, "2018-07-03")
        .has_happened(),
    ReportItemFields::optional<&ReportItem::content>(
        "content", "内容",
        {"做了什么；没有可写的填 \"\"", "what was done; \"\" when there is nothing to tell"},
        "组织全镇干部观看警示教育片2场")
        .empty_is_fine(),
    ReportItemFields::optional<&ReportItem::measures>(
        "measures", "指标", {"各项指标的完成数", "measures and what was done of each"},
        "{活动次数: 2}"),
    ReportItemFields::optional<&ReportItem::attachments>(
        "attachments", "附件",
        {"佐证材料，相对登记册根目录的路径", "evidence, as paths from the register's root"},
        "[files/q2/education.pdf]")
        .distinct(),
    ReportItemFields::optional<&ReportItem::review>(
        "review", "审核", {"审核情况；尚未审核则不填", "its review; left out until there is one"},
        "{结论: 审核通过, 审核人: li-heng, 日期: 2018-07-06}"),
    ReportItemFields::optional<&ReportItem::earlier>(
        "earlier", "此前报送",
        {"同一事项此前的各次报送，按日期先后",
         "earlier submissions of the same item, in order of date"},
        "[{报送日期: 2018-07-02, 内容: 已开展, 审核: {结论: 审核未通过, 审核人: li-heng, 日期: "
        "2018-07-03, 理由: 内容空泛}}]"),
});

using ReportFields = Fields<Report>;
constexpr auto report_rows = std::to_array<FieldSpec>({
    ReportFields::id("青塘党委-2018-q2"),
    ReportFields::required<&Report::by>(
        "by", "报告人", {"报送的领导干部或组织", "the leader or organisation that reports"},
        "qingtang-committee")
        .to({Kind::leader, Kind::org})
        .whose(),
    ReportFields::required<&Report::period>(
        "period", "期间",
        {"报告所属期间：2026、2026-h1、2026-q2 或 2026-06", "the period reported on"}, "2018-q2"),
    ReportFields::optional<&Report::to>(
        "to", "报送单位",
        {"向上级报告时，报送的上级组织", "the superior body, when it goes to one"}, "city-cdi")
        .to({Kind::org}),
    ReportFields::required<&Report::items>(
        "items", "事项", {"逐项报送情况", "what was submitted, item by item"},
        "[{任务: township-risk-reminders, 报送日期: 2018-07-03, 内容: 观看警示教育片2场}]"),
    ReportFields::optional<&Report::oral>(
        "oral", "口头汇报日期",
        {"在会上口头汇报的日期（被抽中者）", "day of the oral report, for those drawn to give one"},
        "2018-07-12")
        .has_happened(),
    ReportFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Review>() {
  static constexpr ObjectSpec spec{
      .name = "review", .title = {"审核", "review"}, .fields = review_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Attempt>() {
  static constexpr ObjectSpec spec{
      .name = "attempt", .title = {"一次报送", "an earlier submission"}, .fields = attempt_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<ReportItem>() {
  static constexpr ObjectSpec spec{
      .name = "item", .title = {"报送事项", "report item"}, .fields = report_item_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Report>() {
  static constexpr ObjectSpec spec{
      .name = "report", .title = {"报告", "report"}, .fields = report_rows, .extensible = true};
  return spec;
}

namespace {

std::optional<value::Date> first_submission(const Record& record) {
  std::optional<value::Date> first;
  const auto consider = [&](const Attempt& attempt) {
    if (attempt.submitted && (!first || *attempt.submitted < *first)) first = *attempt.submitted;
  };
  for (const ReportItem& item : static_cast<const Report&>(record).items) {
    consider(item);
    for (const Attempt& attempt : item.earlier) consider(attempt);
  }
  return first;
}

}  // namespace

constexpr KindRow describe(const Report*) {
  return {.type = type_of_kind<Report>(),
          .doc = {{"责任人就某一期间报送的履职情况", "what an owner submitted for one period"}},
          .begins = Beginning{first_submission},
          .matter = told_by_nothing,
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Report>();

}  // namespace zsup::record
