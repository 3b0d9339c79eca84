// Letters that were issued before, and whether one of them says already what another would.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "letter/letter.h"
#include "record/kinds/letter.h"
#include "register/register.h"

namespace zsup::letter {

class Issued {
 public:
  // As they stand on a day: what is void by then counts no more.
  Issued(const reg::Register& reg, value::Date as_of);

  // Those of a letter's type, to its addressee, about its period.
  std::vector<const record::Letter*> like(const Letter& letter) const;
  // The latest of them that says the same, so that the letter may not be issued again; null where
  // there is none, or the matter may be urged once more.
  const record::Letter* in_the_way(
      const Letter& letter,
      const std::function<bool(const record::Letter& issued)>& says_the_same) const;

 private:
  const reg::Register& reg_;
  value::Date as_of_;
  std::unordered_multimap<const record::Record*, const record::Letter*> by_addressee_;
};

}  // namespace zsup::letter
