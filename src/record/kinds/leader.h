// A person in a post.
#pragma once

#include "record/owner.h"
#include "record/record.h"

namespace zsup::record {

struct Leader : Record {
  static constexpr Kind its_kind = Kinds::kind_of<Leader, Kind::leader>();
  Given<Text> name;
  Given<Text> reading;
  Given<Ref> org;
  Given<Text> post;
  Given<Role> role;
  Given<Rank> rank;
  Given<std::int64_t> order;
  List<Given<Charge>> portfolio;
  Given<value::Date> from;
  Given<value::Date> until;

  bool in_office(value::Date day) const {
    return (!from || *from <= day) && (!until || day <= *until);
  }
};

template <>
const ObjectSpec& spec_of<Leader>();

}  // namespace zsup::record
