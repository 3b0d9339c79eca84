// Which organisation lies below which, and who works where.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "record/owner.h"
#include "record/record.h"

namespace zsup::reg {

// Orgs are numbered in the order of a walk from the roots down, so that an org and all below it are
// one run of numbers. Orgs on a cycle of parents are roots of nothing: they are below no one.
class OrgTree {
 public:
  OrgTree() = default;
  OrgTree(std::span<record::Record* const> orgs, std::span<record::Record* const> leaders);

  // Whether `org` is `above` or lies below it.
  bool is_within(const record::Record* org, const record::Record* above) const;

  // Where the org stands in that walk; behind all others when it lies on a cycle.
  std::size_t place_of(const record::Record* org) const;

  // The leaders whose org is `above` or lies below it, in their order (register/order.h), whatever
  // their time in office.
  std::vector<const record::Leader*> leaders_within(const record::Record* above) const;
  std::size_t count_within(const record::Record* above) const;  // how many they are
  std::span<const record::Leader* const> leaders_of(const record::Record* org) const;

  // The leaders whose portfolio names that org, or that line of work.
  std::span<const record::Leader* const> in_charge_of(const record::Record* org) const;
  std::span<const record::Leader* const> in_charge_of(std::string_view line) const;
  // Whether it is named in that leader's portfolio.
  bool is_charged(const record::Leader& leader, const record::Record& org) const;
  bool is_charged(const record::Leader& leader, std::string_view line) const;
  bool has_line(const record::Leader& leader) const;  // of work, whichever

  // Those of a list of leaders in charge who are in office on a day; and those who are so of the
  // org, or else of the nearest org above it of which anyone is. What has been asked once is kept,
  // since thousands of findings ask the same of long lists. Several threads may ask. Of more than
  // a thousand in charge of one thing, the first are named.
  static constexpr std::size_t most_in_charge = 1000;
  std::span<const record::Leader* const> in_office(std::span<const record::Leader* const> list,
                                                   value::Date day) const;
  std::span<const record::Leader* const> in_office_above(const record::Org* org,
                                                         value::Date day) const;
  // Of those of a list who are not in office: who was so last, and who will be so first. The same
  // holds for them.
  struct Others {
    const record::Leader* last = nullptr;
    const record::Leader* next = nullptr;
  };
  Others out_of_office(std::span<const record::Leader* const> list, value::Date day) const;

  // Whether a portfolio could not be read: whoever seems to be in charge of nothing may be so.
  bool portfolio_unread() const { return portfolio_unread_; }

  // Orgs that lie on a cycle of parents, in the order in which they were given.
  const std::vector<const record::Org*>& cyclic() const { return cyclic_; }

 private:
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t past = 0;
  };
  std::unordered_map<const record::Record*, Range> ranges_;
  std::vector<const record::Record*> walk_;
  std::unordered_map<const record::Record*, std::vector<const record::Leader*>> staff_;
  std::unordered_map<const record::Record*, std::vector<const record::Leader*>> charge_of_org_;
  std::map<std::string_view, std::vector<const record::Leader*>> charge_of_line_;
  // Sorted, so that a long portfolio is not gone through for each finding.
  std::vector<std::pair<const record::Leader*, const record::Record*>> charged_orgs_;
  std::vector<std::pair<const record::Leader*, std::string_view>> charged_lines_;
  // The leaders of each org in the order of the walk, as numbers in the order of leaders: those
  // within an org are one run. `staff_before_[i]` is where the run of walk_[i] begins.
  std::vector<std::uint32_t> staff_in_walk_;
  std::vector<std::uint32_t> staff_before_;
  std::vector<const record::Leader*> leaders_;
  std::vector<const record::Org*> cyclic_;
  bool portfolio_unread_ = false;

  using Leaders = std::span<const record::Leader* const>;
  struct Asked {
    Leaders in_office_of(Leaders list, value::Date day);  // under the lock

    std::mutex mutex;
    std::map<const void*, std::vector<value::Date>> turns;
    std::map<std::pair<const void*, std::ptrdiff_t>, std::vector<const record::Leader*>> in_office;
    std::map<std::pair<const record::Org*, value::Date>, Leaders> above;
    std::map<std::pair<const void*, value::Date>, Others> others;
  };
  std::unique_ptr<Asked> asked_ = std::make_unique<Asked>();
};

// The org above, or null.
inline const record::Org* parent_of(const record::Org& org) {
  return record::as<record::Org>(org.parent.target());
}

// Calls for the org and each above it, from below, until `use` returns true. The limit, far beyond
// any tree of organisations, ends a cycle of parents and keeps a hostile chain from costing its
// length for each of its members.
template <class Use>
bool upward(const record::Org* org, Use use) {
  for (int steps = 0; org != nullptr && steps < 256; ++steps) {
    if (use(*org)) return true;
    org = parent_of(*org);
  }
  return false;
}

// The discipline body that oversees an org: its own, else that of the nearest org above that has
// one.
const record::Org* supervisor_of(const record::Org* org);

}  // namespace zsup::reg
