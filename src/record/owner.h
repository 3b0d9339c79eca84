// Who owes a duty: a leader, an org, or everyone whom a selector picks.
#pragma once

#include "record/field.h"
#include "record/values.h"
#include "record/vocabulary.h"

namespace zsup::record {

// All leaders of a role (any role when it is not given) whose org is `under` or lies below it.
struct Selector {
  Given<Role> role;
  Given<Ref> under;
};

template <>
const ObjectSpec& spec_of<Selector>();

struct Owner {
  Given<Ref> who;
  Given<Selector> selector;
};

// The table of the selector, the only part of an owner that has one.
template <>
inline const ObjectSpec& spec_of<Owner>() {
  return spec_of<Selector>();
}

}  // namespace zsup::record
