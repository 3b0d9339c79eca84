// What edits make of the bytes of one file. Whatever changes a file that people wrote changes it by
// these: corrections (register/mend.h, command/lower_ids.h) and changed records (record/edit.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace zsup::diag {

// The bytes with each edit in its place, and all others as they were. The edits lie within them and
// do not overlap; of several insertions at one place the first given comes first.
std::string with_edits(std::string_view bytes, std::vector<Edit> edits);

}  // namespace zsup::diag
