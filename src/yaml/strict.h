// The strictness pass. yaml-cpp accepts more than YAML does, and tells only where a node begins.
// This walks the tree and the bytes side by side: it sets every span, and sees to it that between
// one node and the next there is nothing but blank space, comments and exactly the structural
// characters that belong there.
#pragma once

#include <optional>
#include <string_view>

#include "text/arena.h"
#include "yaml/document.h"
#include "yaml/failure.h"
#include "yaml/slice.h"

namespace zsup::yaml {

// Takes a tree whose nodes carry the offset in the whole file at which yaml-cpp saw them begin; for
// a null that was left out, that of whatever followed. Leaves the tree as document.h describes it.
std::optional<Failure> make_strict(std::string_view bytes, const Slice& slice, text::Arena& arena,
                                   Document& document);

}  // namespace zsup::yaml
