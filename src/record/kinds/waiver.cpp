#include "record/kinds/waiver.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using WaiverFields = Fields<Waiver>;
constexpr auto waiver_rows = std::to_array<FieldSpec>({
    WaiverFields::id("waiver-2018-01"),
    WaiverFields::required<&Waiver::rule>("rule", "规则", {"规则代码", "code of the rule"},
                                          "ZS403"),
    WaiverFields::required<&Waiver::record>("record", "记录", {"所豁免的记录", "the record"},
                                            "district-round-2")
        .to(all_kinds_but({Kind::waiver})),
    WaiverFields::required<&Waiver::reason>("reason", "理由", {"理由", "reason"},
                                            "分管领导出国学习，经书记批准先向单位反馈"),
    WaiverFields::required<&Waiver::by>("by", "批准人", {"批准人", "who approved it"}, "li-heng")
        .to({Kind::leader, Kind::org}),
    WaiverFields::required<&Waiver::until>(
        "until", "有效期至", {"有效期的最后一日", "last day on which it holds"}, "2018-12-31"),
    WaiverFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Waiver>() {
  static constexpr ObjectSpec spec{
      .name = "waiver", .title = {"豁免", "waiver"}, .fields = waiver_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Waiver*) {
  return {.type = type_of_kind<Waiver>(),
          .doc = {{"对一条记录不适用某条规则，须说明理由",
                   "a rule set aside for one record, with a reason"}},
          .begins = always,
          .matter = told_by_nothing,
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Waiver>();

}  // namespace zsup::record
