#include "record/kinds/action.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using ActionFields = Fields<Action>;
constexpr auto action_rows = std::to_array<FieldSpec>({
    ActionFields::id("criticism-2018-05-10"),
    ActionFields::required<&Action::type>("type", "方式", {"监督方式", "what was done"},
                                          "批评教育"),
    ActionFields::required<&Action::date>("date", "日期", {"日期", "day"}, "2018-05-10")
        .has_happened(),
    ActionFields::required<&Action::by>("by", "实施人", {"实施的人员或机构", "who did it"},
                                        "li-heng")
        .to({Kind::leader, Kind::org})
        .whose()
        .in_office_on<&Action::date>({"在当日", "on that day"}),
    ActionFields::required<&Action::to>("to", "对象", {"监督对象", "on whom"}, "[wang-jian]")
        .to({Kind::leader, Kind::org})
        .distinct()
        .in_office_on<&Action::date>({"在当日", "on that day"}),
    ActionFields::optional<&Action::phase>("phase", "阶段",
                                           {"专项检查的第几阶段", "phase of a special check"}, "1")
        .between(1, 99),
    ActionFields::optional<&Action::about>(
        "about", "事项",
        {"所涉及的问题、任务、报告、案件或函件",
         "the findings, duties, reports, cases or letters that it was about"},
        "[r2-transport-017]")
        .to(all_kinds_but({Kind::org, Kind::leader, Kind::policy, Kind::calendar, Kind::action,
                           Kind::filing, Kind::draw, Kind::waiver}))
        .distinct(),
    ActionFields::optional<&Action::content>(
        "content", "内容", {"内容", "what was said or checked"}, "指出拆迁工作推进不力"),
    ActionFields::optional<&Action::result>("result", "结果", {"结果", "what came of it"},
                                            "三日内完成签约"),
    ActionFields::optional<&Action::rectified>(
        "rectified", "整改日期", {"整改到位的日期", "day on which it was put right"}, "2018-05-20")
        .has_happened()
        .not_before<&Action::date>({"实施日期", "the day of the act"},
                                   {"整改日期", "the day it was put right"}),
    ActionFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Action>() {
  static constexpr ObjectSpec spec{
      .name = "action", .title = {"监督措施", "action"}, .fields = action_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Action*) {
  return {.type = type_of_kind<Action>(),
          .doc = {{"对领导干部或单位采取的一次监督", "a supervisory act on a leader or unit"}},
          .begins = since<&Action::date>(),
          .matter = told_by<&Action::content>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Action>();

}  // namespace zsup::record
