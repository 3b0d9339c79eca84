// "1 file", "2 files": English sentences that count. A verb may go along: "1 file is", "2 files
// are".
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace zsup::diag {

template <class Number>
std::string counted(Number number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

// Where the verb stands further behind.
template <class Number>
std::string_view are(Number number) {
  return number == 1 ? "is" : "are";
}

}  // namespace zsup::diag
