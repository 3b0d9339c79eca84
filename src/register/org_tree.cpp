#include "register/org_tree.h"

#include <algorithm>

namespace zsup::reg {

using record::Leader;
using record::Org;
using record::Record;

OrgTree::OrgTree(std::span<Record* const> orgs, std::span<Record* const> leaders) {
  std::unordered_map<const Record*, std::vector<const Record*>> below;
  std::vector<const Record*> open;
  for (const Record* record : orgs) {
    const Org* org = static_cast<const Org*>(record);
    if (const Org* parent = parent_of(*org)) {
      below[parent].push_back(org);
    } else {
      open.push_back(org);
    }
  }
  std::reverse(open.begin(), open.end());
  // A walk without recursion: a record seen for the second time closes its range.
  ranges_.reserve(orgs.size());
  while (!open.empty()) {
    const Record* org = open.back();
    const auto [range, is_new] = ranges_.try_emplace(org);
    if (!is_new) {
      range->second.past = static_cast<std::uint32_t>(walk_.size());
      open.pop_back();
      continue;
    }
    range->second.first = static_cast<std::uint32_t>(walk_.size());
    walk_.push_back(org);
    if (const auto found = below.find(org); found != below.end()) {
      open.insert(open.end(), found->second.rbegin(), found->second.rend());
    }
  }
  for (const Record* record : orgs) {
    if (!ranges_.contains(record)) cyclic_.push_back(static_cast<const Org*>(record));
  }

  leaders_.reserve(leaders.size());
  for (const Record* record : leaders) {
    const Leader* leader = static_cast<const Leader*>(record);
    leaders_.push_back(leader);
    portfolio_unread_ = portfolio_unread_ || leader->portfolio.unreadable();
    if (const Record* org = leader->org.target()) staff_[org].push_back(leader);
    // What a portfolio names twice is one charge all the same.
    const auto put = [&](std::vector<const Leader*>& list) {
      if (list.empty() || list.back() != leader) list.push_back(leader);
    };
    for (const auto& charge : leader->portfolio) {
      if (const Record* org = charge.or_empty().org) {
        put(charge_of_org_[org]);
        charged_orgs_.emplace_back(leader, org);
      } else if (charge) {
        put(charge_of_line_[charge->text]);
        charged_lines_.emplace_back(leader, charge->text);
      }
    }
  }

  std::sort(charged_orgs_.begin(), charged_orgs_.end());
  std::sort(charged_lines_.begin(), charged_lines_.end());

  // Counted, summed up and put in their places, in the order of leaders.
  staff_before_.resize(walk_.size() + 1);
  const auto place_of = [&](const Leader* leader) {
    const auto range = ranges_.find(leader->org.target());
    return range == ranges_.end() ? walk_.size() : std::size_t{range->second.first};
  };
  std::vector<std::uint32_t> places;
  places.reserve(leaders_.size());
  for (const Leader* leader : leaders_) {
    places.push_back(static_cast<std::uint32_t>(place_of(leader)));
    if (places.back() < walk_.size()) ++staff_before_[places.back() + 1];
  }
  for (std::size_t i = 1; i < staff_before_.size(); ++i) staff_before_[i] += staff_before_[i - 1];
  staff_in_walk_.resize(staff_before_.back());
  std::vector<std::uint32_t> next(staff_before_.begin(), staff_before_.end() - 1);
  for (std::size_t i = 0; i < leaders_.size(); ++i) {
    if (places[i] < walk_.size()) staff_in_walk_[next[places[i]]++] = static_cast<std::uint32_t>(i);
  }
}

std::size_t OrgTree::place_of(const Record* org) const {
  const auto range = ranges_.find(org);
  return range == ranges_.end() ? walk_.size() : range->second.first;
}

bool OrgTree::is_within(const Record* org, const Record* above) const {
  if (org == above) return org != nullptr;
  const auto inner = ranges_.find(org);
  const auto outer = ranges_.find(above);
  if (inner == ranges_.end() || outer == ranges_.end()) return false;
  return outer->second.first <= inner->second.first && inner->second.first < outer->second.past;
}

std::size_t OrgTree::count_within(const Record* above) const {
  const auto range = ranges_.find(above);
  if (range == ranges_.end()) return leaders_of(above).size();
  return staff_before_[range->second.past] - staff_before_[range->second.first];
}

std::vector<const Leader*> OrgTree::leaders_within(const Record* above) const {
  std::vector<const Leader*> list;
  const auto range = ranges_.find(above);
  if (range == ranges_.end()) {
    const auto own = leaders_of(above);
    list.assign(own.begin(), own.end());
    return list;
  }
  const auto run =
      std::span(staff_in_walk_)
          .subspan(staff_before_[range->second.first],
                   staff_before_[range->second.past] - staff_before_[range->second.first]);
  list.reserve(run.size());
  if (std::is_sorted(run.begin(), run.end())) {
    for (const std::uint32_t number : run) list.push_back(leaders_[number]);
    return list;
  }
  std::vector<std::uint32_t> sorted(run.begin(), run.end());
  std::sort(sorted.begin(), sorted.end());
  for (const std::uint32_t number : sorted) list.push_back(leaders_[number]);
  return list;
}

namespace {
template <class Map, class Key>
std::span<const Leader* const> look_up(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::span<const Leader* const>{} : std::span(found->second);
}
}  // namespace

std::span<const Leader* const> OrgTree::leaders_of(const Record* org) const {
  return look_up(staff_, org);
}
std::span<const Leader* const> OrgTree::in_charge_of(const Record* org) const {
  return look_up(charge_of_org_, org);
}
std::span<const Leader* const> OrgTree::in_charge_of(std::string_view line) const {
  return look_up(charge_of_line_, line);
}

bool OrgTree::is_charged(const Leader& leader, const Record& org) const {
  return std::binary_search(charged_orgs_.begin(), charged_orgs_.end(), std::pair(&leader, &org));
}
bool OrgTree::is_charged(const Leader& leader, std::string_view line) const {
  return std::binary_search(charged_lines_.begin(), charged_lines_.end(), std::pair(&leader, line));
}

bool OrgTree::has_line(const Leader& leader) const {
  const auto at = std::lower_bound(charged_lines_.begin(), charged_lines_.end(),
                                   std::pair(&leader, std::string_view()));
  return at != charged_lines_.end() && at->first == &leader;
}

std::span<const Leader* const> OrgTree::in_office(std::span<const Leader* const> list,
                                                  value::Date day) const {
  const std::scoped_lock lock(asked_->mutex);
  return asked_->in_office_of(list, day);
}

OrgTree::Leaders OrgTree::Asked::in_office_of(Leaders list, value::Date day) {
  const auto now = [day](const Leader* leader) { return leader->in_office(day); };
  if (list.empty()) return {};
  if (list.size() == 1) return now(list.front()) ? list : Leaders{};
  // From one day on which anyone comes or goes to the next the same are in office.
  const auto [times, is_new_list] = turns.try_emplace(list.data());
  if (is_new_list) {
    for (const Leader* leader : list) {
      if (leader->from) times->second.push_back(*leader->from);
      if (leader->until) times->second.push_back(leader->until->plus_days(1));
    }
    std::sort(times->second.begin(), times->second.end());
  }
  const auto stretch =
      std::upper_bound(times->second.begin(), times->second.end(), day) - times->second.begin();
  const auto [at, is_new] = in_office.try_emplace({list.data(), stretch});
  if (is_new) {
    for (const Leader* leader : list) {
      if (at->second.size() == most_in_charge) break;
      if (now(leader)) at->second.push_back(leader);
    }
  }
  return at->second;
}

std::span<const Leader* const> OrgTree::in_office_above(const Org* org, value::Date day) const {
  const std::scoped_lock lock(asked_->mutex);
  const auto [at, is_new] = asked_->above.try_emplace({org, day});
  if (!is_new) return at->second;
  upward(org, [&](const Org& one) {
    at->second = asked_->in_office_of(in_charge_of(&one), day);
    return !at->second.empty();
  });
  return at->second;
}

OrgTree::Others OrgTree::out_of_office(Leaders list, value::Date day) const {
  if (list.empty()) return {};
  const std::scoped_lock lock(asked_->mutex);
  const auto [at, is_new] = asked_->others.try_emplace({list.data(), day});
  Others& found = at->second;
  if (!is_new) return found;
  for (const Leader* leader : list) {
    if (leader->until && *leader->until < day) {
      if (found.last == nullptr || *found.last->until < *leader->until) found.last = leader;
    } else if (leader->from && day < *leader->from) {
      if (found.next == nullptr || *leader->from < *found.next->from) found.next = leader;
    }
  }
  return found;
}

const Org* supervisor_of(const Org* org) {
  const Org* found = nullptr;
  upward(org, [&](const Org& at) {
    found = record::as<Org>(at.supervisor.target());
    return found != nullptr;
  });
  return found;
}

}  // namespace zsup::reg
