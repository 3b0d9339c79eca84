// What a computation gives where it refuses.
#pragma once

#include "diag/say.h"

namespace zsup::diag {

struct Refused {
  Text message;  // why
  Text help;     // what to do; may be empty
};

}  // namespace zsup::diag
