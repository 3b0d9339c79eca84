// How records are called beside their ids.
#pragma once

#include <string_view>

#include "record/record.h"

namespace zsup::view {

// The name of a leader or org, its id where it has none.
std::string_view subject_name(const record::Record& subject);

}  // namespace zsup::view
