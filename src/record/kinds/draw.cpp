#include "record/kinds/draw.h"

#include <array>

#include "record/decoder.h"

namespace zsup::record {

namespace {

using DrawFields = Fields<Draw>;
constexpr auto draw_rows = std::to_array<FieldSpec>({
    DrawFields::required<&Draw::id>(
        "id", "编号",
        {"本记录的编号，全册唯一：小写字母、数字和连字符，或不含空格的中文",
         "the record's identifier, unique in the register: lower-case letters, digits and hyphens, "
         "or Chinese words without spaces"},
        "draw-2018-q2"),
    DrawFields::required<&Draw::period>("period", "期间", {"所属期间", "the period"}, "2018-q2"),
    DrawFields::required<&Draw::pool>("pool", "范围",
                                      {"抽取范围，抽取前固定", "the pool, fixed before the draw"},
                                      "[chen-yuanhang, wang-jian, li-heng]")
        .to({Kind::leader, Kind::org, Kind::report}),
    DrawFields::required<&Draw::count>("count", "人数", {"抽取数量", "how many are drawn"}, "2")
        .between(1, 100000),
    DrawFields::required<&Draw::seed>("seed", "种子",
                                      {"事先公布的种子", "the seed, published beforehand"},
                                      "2018-07-10 上证综指收盘 2827.63"),
    DrawFields::required<&Draw::drawn>("drawn", "抽中",
                                       {"抽中的对象，按抽取顺序", "who was drawn, in order"},
                                       "[wang-jian, chen-yuanhang]")
        .to({Kind::leader, Kind::org, Kind::report}),
    DrawFields::required<&Draw::held>("held", "抽取日期", {"抽取日期", "day of the draw"},
                                      "2018-07-11")
        .has_happened(),
    DrawFields::optional<&Draw::note>("note", "备注", {"备注", "a remark"}),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Draw>() {
  static constexpr ObjectSpec spec{
      .name = "draw", .title = {"抽取", "draw"}, .fields = draw_rows, .extensible = true};
  return spec;
}

}  // namespace zsup::record
