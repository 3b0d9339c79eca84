// Hash tables whose keys are texts of records. Such a table is only looked up in, never walked
// through: its order differs from run to run.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "io/seed.h"

namespace zsup::reg {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return text::keyed_hash(text, io::hash_key());
  }
};

template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace zsup::reg
