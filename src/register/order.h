// Who and what stands before whom, for every list there is: one comparison a kind, and never the
// name of a file. Linking puts the records of each kind in this order; whatever walks through them
// has it without asking. Only diagnostics stand by path, line and column.
//
// Ties, and whatever an order does not name, go by id, in which runs of digits and Chinese numerals
// count by their value (text/natural.h); what then is the same, as in a register with errors, by
// the text of the record.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/kinds/duty.h"
#include "record/kinds/policy.h"
#include "register/register.h"
#include "register/text_hash.h"
#include "value/date.h"

namespace zsup::reg {

// Puts the records of each kind in order:
//   leaders      protocol order, those who have none last; pinyin, name, id
//   orgs         down the tree; siblings by pinyin, name, id
//   duties       category, id: see DutyOrder
//   findings     source, inspection, the day found, id
//   inspections  first day, round, id
//   cases        the day of the clue, id
//   reports      who reports, period, id
//   letters      date, code, year and number, id
//   waivers      rule, record, id
//   others       their day, else the first of their days, id
// The references must be known already. Duties are in order for the register's own day.
void put_in_order(Register& reg, unsigned threads);
void put_duties_in_order(Register& reg, value::Date day);

// The order of ids.
std::strong_ordering compare_ids(std::string_view a, std::string_view b);

// Leaders before orgs, both in their order; what is neither comes last.
class SubjectOrder {
 public:
  explicit SubjectOrder(const Register& reg);

  bool operator()(const record::Record* a, const record::Record* b) const {
    return rank(a) < rank(b);
  }
  std::size_t rank(const record::Record* subject) const;

 private:
  std::unordered_map<const record::Record*, std::size_t> ranks_;
};

// Categories as the vocabulary has them, then those of a policy's catalogues as listed, principals'
// first, then the register's own words.
class CategoryOrder {
 public:
  // The policy may be null. It must outlive the order.
  explicit CategoryOrder(const record::Policy* policy);

  struct Rank {
    std::uint32_t place = 0;
    std::string_view own;  // a word of the register's own

    friend std::strong_ordering operator<=>(const Rank& a, const Rank& b);
    friend bool operator==(const Rank& a, const Rank& b) = default;
  };
  Rank of(const record::Duty& duty) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t, TextHash> places_;
};

// The duties that have a period of their own ending in `period`, by category as the policy in force
// on its last day has them, then by the first of their due dates in it (none: last), then by id.
std::vector<const record::Duty*> duties_in(const Register& reg, value::Period period);

}  // namespace zsup::reg
