// Keys that stand twice in one mapping, as far as their text is the same to the byte. Two spellings
// of one key are the decoder's matter.
#pragma once

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/document.h"

namespace zsup::yaml {

void report_duplicate_keys(const Document& document, text::SourceId source, diag::Sink& sink);

}  // namespace zsup::yaml
