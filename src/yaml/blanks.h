// Blanks that people take for spaces, where YAML takes them for text.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "yaml/document.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// Tells of those at the ends of unquoted values and keys, and takes them off, so that each is one
// mistake and no second one of the value. Where one stands as indentation or behind the dash of an
// item, the document is not what was meant, and that is the failure.
std::optional<Failure> check_blanks(std::string_view bytes, text::SourceId source,
                                    Document& document, diag::Sink& sink);

}  // namespace zsup::yaml
