// The examples of the field tables, in either spelling of the records.
#pragma once

#include <string>

#include "record/field.h"
#include "record/yaml_text.h"

namespace zsup::record {

// The field's own example, its keys and words in that spelling; of form `none` where it has none.
YamlValue example_of(const FieldSpec& field, Spelling spelling);

// One record of the kind with every field that has an example (of fields of which only one may be
// given, the first), laid out as records should be: one line a field, lists of objects one item a
// line.
std::string example_record(const ObjectSpec& spec, const EnumRow* kind, Spelling spelling);

}  // namespace zsup::record
