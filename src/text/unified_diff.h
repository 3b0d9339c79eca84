// The difference between two texts, in the form that `git apply` and `patch -p1` take.
#pragma once

#include <string>
#include <string_view>

namespace zsup::text {

// Empty for equal texts. `path` is '/' separated and relative; it is quoted where it must be. Lines
// end with LF; all other bytes, CR among them, are part of them. Linear in the size of the texts:
// where these differ over a long stretch, the difference is right but may not be the shortest.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace zsup::text
