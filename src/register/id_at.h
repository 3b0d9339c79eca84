// Which record a place stands in.
#pragma once

#include <string_view>

#include "register/register.h"
#include "text/span.h"

namespace zsup::reg {

// The id of the record that a place stands in; empty where it stands in none that has one.
std::string_view id_at(const Register& reg, text::Place place);

}  // namespace zsup::reg
