// Where an unquoted or folded text goes on in the next line: to YAML each such break is a blank,
// and to Chinese it is nothing.
#pragma once

#include "text/arena.h"
#include "yaml/document.h"

namespace zsup::yaml {

// The scalar's text, with text::fold in place of the blank where a line was broken between two
// Chinese characters; the text itself where it has none. Whoever shows a text joins or parts it
// there (text/one_line.h).
std::string_view with_folds(const Document& document, const Node& node, text::Arena& arena);

}  // namespace zsup::yaml
