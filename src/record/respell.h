// YAML as values, and values in the other spelling.
#pragma once

#include <optional>
#include <string_view>

#include "record/field.h"
#include "record/yaml_text.h"
#include "yaml/document.h"

namespace zsup::record {

// What stands in a document, as it is written there.
YamlValue as_written(const yaml::Document& document, yaml::NodeId node);

// The value of a field in that spelling, however it is spelt: keys and words, all the way down.
// What the field does not know stays as it is.
YamlValue respelled(const FieldSpec& field, YamlValue value, Spelling spelling);

// The spelling of a word that a field knows; nothing where it tells none.
std::optional<Spelling> spelling_of_word(const FieldSpec& field, std::string_view text);

}  // namespace zsup::record
