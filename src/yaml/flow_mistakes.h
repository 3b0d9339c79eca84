// The same for what stands in brackets.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "text/span.h"

namespace zsup::yaml {

struct FlowMistakes {
  std::uint32_t end = 0;  // past the closing bracket, or where the search for it was given up
  std::vector<diag::Diagnostic> found;
};

// From the opening bracket at `begin`, which belongs to an entry or item at `parent_column`.
FlowMistakes look_through_flow(std::string_view bytes, text::SourceId source, std::uint32_t begin,
                               std::uint32_t limit, int parent_column, std::size_t most);

}  // namespace zsup::yaml
