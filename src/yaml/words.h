// What each cause is called, and what helps against it.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// Whether a `#` at this place of unquoted text was meant as part of it: a space stands before it
// and none behind.
bool cuts_text(std::string_view bytes, std::size_t at);

// A text as a value in quotes, of the kind that needs no escapes.
std::string in_quotes(std::string_view text);

// The place's span is not empty and lies within the bytes.
diag::Diagnostic in_words(Cause cause, std::string_view bytes, text::Place place);

}  // namespace zsup::yaml
