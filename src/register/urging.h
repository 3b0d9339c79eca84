// When the same matter may be urged a second time in the same words.
#pragma once

#include "record/kinds/letter.h"
#include "register/register.h"

namespace zsup::reg {

// Whether what a letter urged may be urged again on a day: no reply had come in time by then, or
// something that it lists was returned since.
bool may_urge_again(const Register& reg, const record::Letter& earlier, value::Date on);

}  // namespace zsup::reg
