// ZS91x: draws.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::draw_does_not_recompute,
     .name = "draw-does-not-recompute",
     .severity = Severity::error,
     .summary = {"抽取结果与复算不一致", "a draw that does not recompute"},
     .rationale =
         {"随机抽取要经得起任何人复算。抽中的人与种子、范围算出来的不一样，要么记错了，要么有人换了"
          "人。",
          "A random draw has to stand up to anybody who repeats it. When those drawn are not those "
          "whom the seed and the pool give, somebody has made a slip, or has exchanged a name."},
     .bad = {R"y(种类: 抽取
编号: 抽取-2018-q2
期间: 2018-q2
范围: [沈砚秋, 陆鸣岐, 韦知远]
人数: 2
种子: 2018-07-10 上证综指收盘 2827.63
抽中: [陆鸣岐, 沈砚秋]
抽取日期: 2018-07-11
)y",
             R"y(kind: draw
id: draw-2018-q2
period: 2018-q2
pool: [shen-yanqiu, lu-mingqi, wei-zhiyuan]
count: 2
seed: 2018-07-10 closing index 2827.63
drawn: [wei-zhiyuan, lu-mingqi]
held: 2018-07-11
)y"},
     .good = {R"y(种类: 抽取
编号: 抽取-2018-q2
期间: 2018-q2
范围: [沈砚秋, 陆鸣岐, 韦知远]
人数: 2
种子: 2018-07-10 上证综指收盘 2827.63
抽中: [陆鸣岐, 韦知远]
抽取日期: 2018-07-11
)y",
              R"y(kind: draw
id: draw-2018-q2
period: 2018-q2
pool: [shen-yanqiu, lu-mingqi, wei-zhiyuan]
count: 2
seed: 2018-07-10 closing index 2827.63
drawn: [wei-zhiyuan, shen-yanqiu]
held: 2018-07-11
)y"}},
    {.code = code::draw_pool,
     .name = "draw-pool",
     .severity = Severity::error,
     .summary = {"抽取范围不合要求", "a pool that does not fit its draw"},
     .rationale =
         {"范围在抽取前就固定下来，并且不能小于要抽取的数量；别的期间的报告不在其中。范围一错，抽取"
          "就不作数。",
          "The pool is fixed before the draw and is no smaller than what is drawn from it; reports "
          "of other periods are not part of it. A draw from the wrong pool is void."},
     .bad = {R"y(种类: 抽取
编号: 抽取-2018-q2
期间: 2018-q2
范围: [陆鸣岐, 韦知远]
人数: 3
种子: 2018-07-10 上证综指收盘 2827.63
抽中: [陆鸣岐, 韦知远]
抽取日期: 2018-07-11
)y",
             R"y(kind: draw
id: draw-2018-q2
period: 2018-q2
pool: [lu-mingqi, wei-zhiyuan]
count: 3
seed: 2018-07-10 closing index 2827.63
drawn: [wei-zhiyuan, lu-mingqi]
held: 2018-07-11
)y"},
     .good = {R"y(种类: 抽取
编号: 抽取-2018-q2
期间: 2018-q2
范围: [沈砚秋, 陆鸣岐, 韦知远]
人数: 3
种子: 2018-07-10 上证综指收盘 2827.63
抽中: [陆鸣岐, 韦知远, 沈砚秋]
抽取日期: 2018-07-11
)y",
              R"y(kind: draw
id: draw-2018-q2
period: 2018-q2
pool: [shen-yanqiu, lu-mingqi, wei-zhiyuan]
count: 3
seed: 2018-07-10 closing index 2827.63
drawn: [wei-zhiyuan, shen-yanqiu, lu-mingqi]
held: 2018-07-11
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> draws_rules() {
  return rows;
}

}  // namespace zsup::rule
