// SHA-256, for what anybody is to be able to recompute with sha256sum.
#pragma once

#include <string>
#include <string_view>

namespace zsup::value {

// Of exactly these bytes, as sha256sum prints it: 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace zsup::value
