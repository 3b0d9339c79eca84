// The order in which leaders and organisations stand in lists.
#pragma once

#include <tuple>
#include <unordered_map>

#include "record/kinds/leader.h"
#include "register/register.h"

namespace zsup::stats {

// Leaders by their org's place in the files, protocol order and own place, then orgs by their
// place: as the scorecards have them.
class SubjectOrder {
 public:
  explicit SubjectOrder(const reg::Register& reg) {
    std::size_t place = 0;
    for (const record::Record* record : reg.records) places_.emplace(record, place++);
  }

  bool operator()(const record::Record* a, const record::Record* b) const {
    return key(a) < key(b);
  }

 private:
  using Key = std::tuple<bool, std::size_t, std::int64_t, std::size_t>;

  Key key(const record::Record* subject) const {
    const auto* leader = record::as<record::Leader>(subject);
    if (leader == nullptr) return {true, place(subject), 0, 0};
    constexpr std::int64_t last = 1'000'000;
    return {false, place(leader->org.value.target), leader->order ? *leader->order : last,
            place(subject)};
  }
  std::size_t place(const record::Record* record) const {
    const auto at = places_.find(record);
    return at == places_.end() ? places_.size() : at->second;
  }

  std::unordered_map<const record::Record*, std::size_t> places_;
};

}  // namespace zsup::stats
