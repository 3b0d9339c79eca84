// Whether two words are the same, for long runs of comparisons with short words.
#pragma once

#include <cstring>
#include <string_view>

namespace zsup::text {

// Words of one length often begin alike, in UTF-8 always when both are Chinese; they seldom end
// alike. So the last byte is looked at before memcmp is called.
inline bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         (a.empty() || (a.back() == b.back() && std::memcmp(a.data(), b.data(), a.size()) == 0));
}

}  // namespace zsup::text
