#include "record/kinds/draw.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using DrawFields = Fields<Draw>;
constexpr auto draw_rows = std::to_array<FieldSpec>({
    DrawFields::id("draw-2018-q2"),
    DrawFields::required<&Draw::period>("period", "期间", {"所属期间", "the period"}, "2018-q2"),
    DrawFields::required<&Draw::pool>("pool", "范围",
                                      {"抽取范围，抽取前固定", "the pool, fixed before the draw"},
                                      "[chen-yuanhang, wang-jian, li-heng]")
        .to({Kind::leader, Kind::org, Kind::report})
        .distinct(),
    DrawFields::required<&Draw::count>("count", "人数", {"抽取数量", "how many are drawn"}, "2")
        .between(1, 100000),
    DrawFields::required<&Draw::seed>("seed", "种子",
                                      {"事先公布的种子", "the seed, published beforehand"},
                                      "2018-07-10 上证综指收盘 2827.63"),
    DrawFields::required<&Draw::drawn>("drawn", "抽中",
                                       {"抽中的对象，按抽取顺序", "who was drawn, in order"},
                                       "[wang-jian, chen-yuanhang]")
        .to({Kind::leader, Kind::org, Kind::report})
        .distinct(),
    DrawFields::required<&Draw::held>("held", "抽取日期", {"抽取日期", "day of the draw"},
                                      "2018-07-11")
        .has_happened(),
    DrawFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Draw>() {
  static constexpr ObjectSpec spec{
      .name = "draw", .title = {"抽取", "draw"}, .fields = draw_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Draw*) {
  return {.type = type_of_kind<Draw>(),
          .doc = {{"一次可由任何人复核的随机抽取", "a random draw that anyone can repeat"}},
          .begins = since<&Draw::held>(),
          .matter = told_by_nothing,
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Draw>();

}  // namespace zsup::record
