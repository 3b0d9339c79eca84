// Keys that stand twice in one mapping, as far as their text is the same to the byte. Two spellings
// of one key are the decoder's matter.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/document.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// A key that is text to YAML, but certainly not what was meant: the merge key `<<`, a key that
// begins with the full-width spaces of its indentation, a key in `{}` that runs on over full-width
// punctuation; or a whole document of entries with full-width colons, which is one text to YAML.
std::optional<Failure> find_unmeant_key(const Document& document);

// Keys that stand twice in one mapping, as far as their text is the same to the byte. Two spellings
// of one key are the decoder's matter.
// Of many in one document, the first twenty are told.
void report_duplicate_keys(const Document& document, text::SourceId source, diag::Sink& sink);

}  // namespace zsup::yaml
