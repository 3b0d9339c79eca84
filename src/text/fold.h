// Names that differ in no more than people can tell.
#pragma once

#include <string>
#include <string_view>

namespace zsup::text {

// The name in composed form and without case: the same for names that look alike. Bytes that are no
// UTF-8 stay as they are.
std::string folded_name(std::string_view name);

}  // namespace zsup::text
