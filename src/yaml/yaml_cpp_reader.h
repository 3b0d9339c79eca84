// One document through yaml-cpp. The only file of zsup that includes yaml-cpp is the .cpp beside.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/arena.h"
#include "yaml/document.h"
#include "yaml/failure.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace zsup::yaml {

// Fills `document` with the raw tree that strict.h takes, or says why it cannot: several failures
// for what is merely not allowed, else one. An empty list means success. The bytes of the slice
// have passed the preflight. Throws nothing.
std::vector<Failure> read_with_yaml_cpp(std::string_view bytes, const Slice& slice,
                                        const Limits& limits, text::Arena& arena,
                                        Document& document);

}  // namespace zsup::yaml
