// Who owes a duty: a leader, an org, or everyone whom a selector picks.
#pragma once

#include "record/values.h"
#include "record/vocabulary.h"

namespace zsup::record {

// All leaders of a role (any role when it is not given) whose org is `under` or lies below it.
struct Selector {
  Given<Role> role;
  Given<Ref> under;
};

struct Owner {
  Given<Ref> who;
  Given<Selector> selector;
};

}  // namespace zsup::record
