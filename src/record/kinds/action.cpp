#include "record/kinds/action.h"

#include <array>

#include "record/decoder.h"

namespace zsup::record {

namespace {

using ActionFields = Fields<Action>;
constexpr auto action_rows = std::to_array<FieldSpec>({
    ActionFields::required<&Action::id>(
        "id", "编号",
        {"本记录的编号，全册唯一：小写字母、数字和连字符，或不含空格的中文",
         "the record's identifier, unique in the register: lower-case letters, digits and hyphens, "
         "or Chinese words without spaces"},
        "criticism-2018-05-10"),
    ActionFields::required<&Action::type>("type", "方式", {"监督方式", "what was done"},
                                          "批评教育"),
    ActionFields::required<&Action::date>("date", "日期", {"日期", "day"}, "2018-05-10")
        .has_happened(),
    ActionFields::required<&Action::by>("by", "实施人", {"实施的人员或机构", "who did it"},
                                        "li-heng")
        .to({Kind::leader, Kind::org}),
    ActionFields::required<&Action::to>("to", "对象", {"监督对象", "on whom"}, "[wang-jian]")
        .to({Kind::leader, Kind::org}),
    ActionFields::optional<&Action::phase>("phase", "阶段",
                                           {"专项检查的第几阶段", "phase of a special check"}, "1")
        .between(1, 99),
    ActionFields::optional<&Action::about>(
        "about", "事项",
        {"所涉及的问题、任务、报告、案件或函件",
         "the findings, duties, reports, cases or letters that it was about"},
        "[r2-transport-017]")
        .to({Kind::finding, Kind::duty, Kind::report, Kind::case_, Kind::letter, Kind::inspection,
             Kind::campaign}),
    ActionFields::optional<&Action::content>(
        "content", "内容", {"内容", "what was said or checked"}, "指出拆迁工作推进不力"),
    ActionFields::optional<&Action::result>("result", "结果", {"结果", "what came of it"},
                                            "三日内完成签约"),
    ActionFields::optional<&Action::rectified>(
        "rectified", "整改日期", {"整改到位的日期", "day on which it was put right"}, "2018-05-20")
        .has_happened(),
    ActionFields::optional<&Action::note>("note", "备注", {"备注", "a remark"}),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Action>() {
  static constexpr ObjectSpec spec{
      .name = "action", .title = {"监督措施", "action"}, .fields = action_rows, .extensible = true};
  return spec;
}

}  // namespace zsup::record
