// The mistakes that can be told from the lines of a document, without a parser.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/slice.h"

namespace zsup::yaml {

// Looks through the lines of a document that a parser refused, and reports what is most probably
// wrong with it, roughly in the order in which it stands there; no more than `most` of it.
std::vector<diag::Diagnostic> find_mistakes(std::string_view bytes, const Slice& slice,
                                            text::SourceId source, std::size_t most);

}  // namespace zsup::yaml
