// zsup.yaml: what holds for a register as a whole.
#pragma once

#include "record/field.h"
#include "record/values.h"

namespace zsup::record {

struct Config {
  Given<Text> name;
  Given<Language> lang;
  Given<std::int64_t> year;
  Given<value::Period> period;
  Given<value::Date> as_of;
  Given<Ref> issuer;
  List<Given<Text>> ignore;
  List<Setting> severity;
};
template <>
const ObjectSpec& spec_of<Config>();

}  // namespace zsup::record
