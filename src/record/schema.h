// JSON Schema (draft-07) for editors and other tools, generated from the field tables. A schema and
// the decoder accept and refuse the same values, as far as JSON can tell them apart: to an editor
// `010` and `10` are the same number before a schema sees them.
#pragma once

#include <string>

#include "record/vocabulary.h"

namespace zsup::record {

// For records of a kind; pretty-printed, with a line break at its end.
std::string json_schema(Kind kind);
// For zsup.yaml.
std::string json_schema_of_config();

// The file in schemas/ that holds it: "duty.schema.json".
std::string schema_file(Kind kind);
std::string schema_file_of_config();

}  // namespace zsup::record
