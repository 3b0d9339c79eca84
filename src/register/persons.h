// Who the persons of cases and campaigns are: a leader's id, else a name and an org.
#pragma once

#include <string>
#include <string_view>

#include "record/kinds/case.h"
#include "record/kinds/leader.h"
#include "register/register.h"
#include "register/text_hash.h"

namespace zsup::reg {

class Persons {
 public:
  explicit Persons(const Register& reg);

  // The one leader of the org who bears that name; null where there is none, or several do.
  const record::Leader* bears(std::string_view name, const record::Record* org) const;
  // The leader whom a person's row names by id, or by a name that one leader of that org bears. An
  // org that the row leaves out is the case's.
  const record::Leader* leader_of(const record::Case& one, const record::CasePerson& person) const;
  // Equal for rows of one person; empty for a row that names nobody.
  std::string identity(const record::Case& one, const record::CasePerson& person) const;

 private:
  // Null: several.
  TextMap<const record::Leader*> leaders_;
};

}  // namespace zsup::reg
