// One document through a reader of our own, made for the YAML that records are written in. It reads
// straight into the strict tree of document.h, and declines whatever it is not certain of; what it
// declines goes to yaml-cpp, which also finds the words for every error. So which of the two ran is
// never seen from outside.
#pragma once

#include <string_view>

#include "text/arena.h"
#include "yaml/document.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace zsup::yaml {

// True: `document` holds the tree. False: declined, and `document` holds nothing of use. The bytes
// of the slice have passed the preflight: valid UTF-8, no control characters but tab and line ends,
// carriage returns only before line feeds. Duplicate keys are looked for afterwards, by the caller.
bool read_fast(std::string_view bytes, const Slice& slice, const Limits& limits, text::Arena& arena,
               Document& document);

}  // namespace zsup::yaml
