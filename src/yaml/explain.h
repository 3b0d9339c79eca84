// Why a document cannot be read, in words that help the people who wrote it. A parser stops where
// it can go no further, which is often far from the mistake; so the lines of a document that failed
// are looked through once more for the mistakes that people really make: full-width punctuation,
// tabs, a space that is missing, a quote or bracket that does not close.
#pragma once

#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/failure.h"
#include "yaml/slice.h"

namespace zsup::yaml {

// Adds at least one diagnostic if there is at least one failure.
void explain(std::string_view bytes, const Slice& slice, text::SourceId source,
             const std::vector<Failure>& failures, diag::Sink& sink);

}  // namespace zsup::yaml
