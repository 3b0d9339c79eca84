#include "record/kinds/leader.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using LeaderFields = Fields<Leader>;
constexpr auto leader_rows = std::to_array<FieldSpec>({
    LeaderFields::id("chen-yuanhang"),
    LeaderFields::required<&Leader::name>("name", "姓名", {"姓名", "name"}, "陈远航"),
    LeaderFields::optional<&Leader::reading>(
        "reading", "拼音", {"姓名的拼音，用于排序和索引", "the name in pinyin, for sorting"},
        "chen yuanhang"),
    LeaderFields::required<&Leader::org>("org", "单位",
                                         {"任职的组织", "the organisation in which the post is"},
                                         "district-committee")
        .to({Kind::org}),
    LeaderFields::required<&Leader::post>("post", "职务", {"职务全称", "full title of the post"},
                                          "区委常委、副区长"),
    LeaderFields::required<&Leader::role>(
        "role", "身份", {"在班子中的身份：主要负责人、班子成员或其他", "place in the leadership"},
        "班子成员"),
    LeaderFields::optional<&Leader::rank>("rank", "职务层次", {"领导职务层次", "level of the post"},
                                          "县处级副职"),
    LeaderFields::optional<&Leader::order>("order", "排名",
                                           {"班子排名，从 1 起；名单和函件按此排列",
                                            "protocol order, from 1; lists and letters follow it"},
                                           "3")
        .between(1, 9999),
    LeaderFields::optional<&Leader::portfolio>(
        "portfolio", "分管",
        {"分管的组织（填编号）和工作条线（填名称）；问题据此找到分管领导",
         "the organisations (by id) and lines of work (by name) that the leader is in charge of; "
         "findings find their leader by it"},
        "[transport-bureau, 安全生产]")
        .distinct(),
    LeaderFields::optional<&Leader::from>("from", "任职日期", {"任职之日", "first day in the post"},
                                          "2016-12-20"),
    LeaderFields::optional<&Leader::until>(
        "until", "离任日期", {"离任之日（当日仍在任）", "last day in the post"}, "2018-05-31")
        .not_before<&Leader::from>({"任职日期", "the first day in office"},
                                   {"离任日期", "the last day in office"}),
    LeaderFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Leader>() {
  static constexpr ObjectSpec spec{
      .name = "leader", .title = {"领导干部", "leader"}, .fields = leader_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Leader*) {
  return {.type = type_of_kind<Leader>(),
          .doc = {{"担任某一职务的人", "a person in a post"}},
          .begins = always,
          .matter = told_by<&Leader::name>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Leader>();

}  // namespace zsup::record
