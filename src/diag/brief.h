// A value as it may stand within a message.
#pragma once

#include <string>
#include <string_view>

namespace zsup::diag {

// Made visible (text/visible.h), line breaks as ⏎, and cut to 40 display cells with an ellipsis: a
// message is one line that people read, whatever stands in the file. Reads no more of a long value
// than it shows.
std::string brief(std::string_view value);

}  // namespace zsup::diag
