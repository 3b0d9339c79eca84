// A source: the bytes of one file under the name by which people know it.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace zsup::text {

struct Source {
  // Both are owned by whoever found and read the file, for as long as the source is used.
  std::string_view path;  // relative to the register root, '/' separated, as the file system has it
  std::string_view bytes;
};

// All sources of a run; a SourceId is an index into it.
using Sources = std::vector<Source>;

}  // namespace zsup::text
