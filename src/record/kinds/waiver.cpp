#include "record/kinds/waiver.h"

#include <array>

#include "record/decoder.h"

namespace zsup::record {

namespace {

using WaiverFields = Fields<Waiver>;
constexpr auto waiver_rows = std::to_array<FieldSpec>({
    WaiverFields::required<&Waiver::id>(
        "id", "编号",
        {"本记录的编号，全册唯一：小写字母、数字和连字符，或不含空格的中文",
         "the record's identifier, unique in the register: lower-case letters, digits and hyphens, "
         "or Chinese words without spaces"},
        "waiver-2018-01"),
    WaiverFields::required<&Waiver::rule>("rule", "规则", {"规则代码", "code of the rule"},
                                          "ZS403"),
    WaiverFields::required<&Waiver::record>("record", "记录", {"所豁免的记录", "the record"},
                                            "district-round-2")
        .to({Kind::org, Kind::leader, Kind::duty, Kind::report, Kind::inspection, Kind::finding,
             Kind::policy, Kind::calendar, Kind::case_, Kind::action, Kind::filing, Kind::campaign,
             Kind::letter, Kind::draw}),
    WaiverFields::required<&Waiver::reason>("reason", "理由", {"理由", "reason"},
                                            "分管领导出国学习，经书记批准先向单位反馈"),
    WaiverFields::required<&Waiver::by>("by", "批准人", {"批准人", "who approved it"}, "li-heng")
        .to({Kind::leader, Kind::org}),
    WaiverFields::required<&Waiver::until>(
        "until", "有效期至", {"有效期的最后一日", "last day on which it holds"}, "2018-12-31"),
    WaiverFields::optional<&Waiver::note>("note", "备注", {"备注", "a remark"}),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Waiver>() {
  static constexpr ObjectSpec spec{
      .name = "waiver", .title = {"豁免", "waiver"}, .fields = waiver_rows, .extensible = true};
  return spec;
}

}  // namespace zsup::record
