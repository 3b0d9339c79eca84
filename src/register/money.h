// The money of a matter: a finding and the filed cases that came from it are one sum a field, so
// that every yuan counts once.
#pragma once

#include <string_view>
#include <vector>

#include "record/kinds/case.h"
#include "record/kinds/finding.h"
#include "register/register.h"

namespace zsup::reg {

enum class Sum : std::uint8_t { involved, recovered };

// One figure, where it stands.
struct Figure {
  const record::Record* record = nullptr;
  const record::Given<value::Money>* money = nullptr;
};

struct Matter {
  const record::Finding* finding = nullptr;  // null: a case that came from none
  std::vector<const record::Case*> cases;    // filed by the day

  // The day by which its money counts: on which the finding was found, else the case was filed.
  const record::Given<value::Date>& counted_on() const;
  // Of one case what it states stands for the finding's; several are the parts of the finding's
  // figure, where it has one, and otherwise add up.
  std::vector<Figure> figures(Sum sum) const;
  // What several cases state, where the finding has a figure for the whole; else nothing.
  std::vector<Figure> parts(Sum sum) const;
};

// All of them, findings first: what was found and what was filed by that day. Clues that were not
// filed have no money.
std::vector<Matter> matters(const Register& reg, value::Date day);

}  // namespace zsup::reg
