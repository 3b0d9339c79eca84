// What each cause is called, and what helps against it.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// The place's span is not empty and lies within the bytes.
diag::Diagnostic in_words(Cause cause, std::string_view bytes, text::Place place);

}  // namespace zsup::yaml
