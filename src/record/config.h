// zsup.yaml: what holds for a register as a whole.
#pragma once

#include "record/field.h"
#include "record/values.h"

namespace zsup::record {

// Whose day it is where zsup.yaml does not say.
inline constexpr std::string_view default_time_zone = "Asia/Shanghai";

struct Config {
  Given<Text> name;
  Given<Language> lang;
  Given<std::int64_t> year;
  Given<value::Period> period;
  Given<value::Date> as_of;
  Given<Text> time_zone;
  Given<Ref> issuer;
  List<Given<Text>> ignore;
  List<Setting> severity;
};
template <>
const ObjectSpec& spec_of<Config>();

}  // namespace zsup::record
