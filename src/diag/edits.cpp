#include "diag/edits.h"

#include <algorithm>
#include <cassert>

namespace zsup::diag {

std::string with_edits(std::string_view bytes, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.place.span < b.place.span; });
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    const text::Span span = edit.place.span;
    assert(at <= span.begin && span.begin <= span.end && span.end <= bytes.size());
    out += bytes.substr(at, span.begin - at);
    out += edit.replacement;
    at = span.end;
  }
  out += bytes.substr(at);
  return out;
}

}  // namespace zsup::diag
