// The kinds of record, in their order everywhere: the one list of them. What there is to know of a
// kind stands in its own file, `kinds/<kind>.cpp`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

#include "text/enum_table.h"

namespace zsup::record {

enum class Kind : std::uint8_t {
  org,
  leader,
  duty,
  report,
  inspection,
  finding,
  policy,
  calendar,
  case_,
  action,
  filing,
  campaign,
  letter,
  draw,
  waiver,
};

template <class... T>
struct KindList {
  static constexpr std::size_t size = sizeof...(T);

  // The kind of a type, which must be the one at its place in the list.
  template <class One, Kind kind>
  static consteval Kind kind_of() {
    constexpr bool is_it[] = {std::is_same_v<One, T>...};
    static_assert((std::is_same_v<One, T> || ...), "the type stands in no list of kinds");
    static_assert(is_it[static_cast<std::size_t>(kind)],
                  "Kind and Kinds list the kinds in one order");
    return kind;
  }
};

using Kinds = KindList<struct Org, struct Leader, struct Duty, struct Report, struct Inspection,
                       struct Finding, struct Policy, struct Calendar, struct Case, struct Action,
                       struct Filing, struct Campaign, struct Letter, struct Draw, struct Waiver>;

inline constexpr std::size_t kind_count = Kinds::size;
static_assert(kind_count == text::count_of<Kind>(), "every kind has its type");

// A set of kinds, such as those that a reference may lead to.
using KindSet = std::uint32_t;
static_assert(kind_count <= 32, "a KindSet has a bit for each kind");

constexpr KindSet kinds(std::initializer_list<Kind> list) {
  KindSet set = 0;
  for (const Kind kind : list) set |= KindSet{1} << static_cast<unsigned>(kind);
  return set;
}
constexpr KindSet all_kinds_but(std::initializer_list<Kind> list) {
  return ((KindSet{1} << kind_count) - 1) & ~kinds(list);
}
constexpr bool holds(KindSet set, Kind kind) {
  return (set >> static_cast<unsigned>(kind) & 1u) != 0;
}

}  // namespace zsup::record
