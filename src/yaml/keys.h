// Keys that stand twice in one mapping, as far as their text is the same to the byte; and keys that
// certainly are a slip. Two spellings of one key are the decoder's matter.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/document.h"
#include "yaml/failure.h"

namespace zsup::yaml {

// Fails at a key that is text to YAML, but certainly not what was meant: the merge key `<<`, a key
// that begins with the full-width spaces of its indentation, a key in `{}` that runs on over
// full-width punctuation; or at a whole document of entries with full-width colons, which is one
// text to YAML. Otherwise reports the keys that stand twice: of many in one document the first
// twenty, and how many more there are. Allocates only for a mapping of very many keys.
std::optional<Failure> check_keys(const Document& document, text::SourceId source,
                                  diag::Sink& sink);

}  // namespace zsup::yaml
