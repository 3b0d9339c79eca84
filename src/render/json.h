// Values on their way into JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace zsup::render {

// A string of bytes that may be anything, as a JSON string: invalid bytes become U+FFFD.
nlohmann::ordered_json json_text(std::string_view bytes);

// On one line, keys in the order in which they were put in, the same bytes for the same value.
// Invisible characters are written as \uXXXX, so that nothing acts on a terminal.
std::string dump(const nlohmann::ordered_json& json);

}  // namespace zsup::render
