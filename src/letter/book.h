// What letters tell of problems and cases at an as-of date: by the unit that has them, all that lie
// above it included, and by the leader who answers for them. Worked out once for a whole run.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "record/kinds/case.h"
#include "record/kinds/finding.h"
#include "register/as_of.h"

namespace zsup::letter {

struct Problem {
  const record::Finding* finding = nullptr;
  const reg::FindingNow* now = nullptr;
};

class Book {
 public:
  // Of what was found by that day. The register of the day must outlive the book.
  explicit Book(const reg::AsOf& at);
  Book(const Book&) = delete;  // its lists point into each other
  Book& operator=(const Book&) = delete;

  // In the order of findings (register/order.h).
  std::span<const Problem* const> problems_of(const record::Record* leader) const;
  std::span<const Problem* const> problems_in(const record::Record* org) const;
  // In the units and lines that the leader is in charge of now, though someone who has left the
  // post answered for them.
  std::span<const Problem* const> problems_under(const record::Record* leader) const;

  // Cases that have been filed, in the order of cases: of the units that a leader is in charge of;
  // of an org and what lies below, or of people who work there.
  std::span<const record::Case* const> cases_of(const record::Record* leader) const;
  std::span<const record::Case* const> cases_in(const record::Record* org) const;

 private:
  void add_problems();
  void add_cases();
  void spend(const record::Record& record, std::size_t entries);

  const reg::AsOf& at_;
  const reg::Register& reg_;
  std::deque<Problem> problems_;
  std::unordered_map<const record::Record*, std::vector<const Problem*>> problems_of_;
  std::unordered_map<const record::Record*, std::vector<const Problem*>> problems_in_;
  std::unordered_map<const record::Record*, std::vector<const Problem*>> problems_under_;
  std::unordered_map<const record::Record*, std::vector<const record::Case*>> cases_of_;
  std::unordered_map<const record::Record*, std::vector<const record::Case*>> cases_in_;
};

// Problems in their order, but of one source and one inspection those of a unit together, units as
// the tree has them: for letters that have a heading or an item for each unit.
std::vector<const Problem*> by_unit(const reg::Register& reg,
                                    std::span<const Problem* const> problems);

// The org whose affairs a party body leads, or the government of a township: the township itself.
// Any other org is its own.
const record::Org* led_by(const record::Org& org);

}  // namespace zsup::letter
