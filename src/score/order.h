// Who and what stands before whom in what scores print.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "register/register.h"

namespace zsup::score {

inline std::strong_ordering compare_ids(std::string_view a, std::string_view b) {
  return a <=> b;
}

// Leaders before orgs: by protocol order, those who have none last, then by name and id.
class SubjectOrder {
 public:
  explicit SubjectOrder(const reg::Register&) {}

  bool operator()(const record::Record* a, const record::Record* b) const {
    return key(a) < key(b);
  }

 private:
  using Key = std::tuple<bool, std::int64_t, std::string_view, std::string_view>;

  static Key key(const record::Record* subject) {
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    if (const auto* leader = record::as<record::Leader>(subject)) {
      return {false, leader->order ? *leader->order : last, *leader->name, subject->name()};
    }
    const auto* org = record::as<record::Org>(subject);
    return {true, last, org == nullptr ? std::string_view() : *org->name, subject->name()};
  }
};

}  // namespace zsup::score
