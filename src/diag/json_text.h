// Strings on their way into the JSON formats. For the renderers.
#pragma once

#include <string>
#include <string_view>

namespace zsup::diag {

// Written JSON with every invisible character of its strings as \uXXXX: the same values to whoever
// reads it, and nothing that acts on a terminal or hides in an editor.
std::string escape_invisible(std::string_view json);

}  // namespace zsup::diag
