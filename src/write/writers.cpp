#include "write/writers.h"

#include <algorithm>

namespace zsup::write {

const Writer* writer_named(std::string_view name) {
  const auto* found = std::find_if(writers.begin(), writers.end(),
                                   [&](const Writer& writer) { return writer.name == name; });
  return found == writers.end() ? nullptr : found;
}

}  // namespace zsup::write
