// What a scalar says: escapes and folding resolved as the YAML specification has it (yaml-cpp goes
// astray in corners of both). Shared by the readers, so that they cannot differ.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"
#include "yaml/extent.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// The text of a quoted scalar whose span, quotes included, is known to be well formed. Fails at an
// escape that does not exist, or that stands for a character which may not stand in a record.
std::optional<Failure> quoted_text(std::string_view bytes, text::Span span, std::string& out);

// The text of a block scalar. A last line without a line end counts as if it had one.
void block_text(std::string_view bytes, const BlockExtent& extent, std::string& out);

}  // namespace zsup::yaml
