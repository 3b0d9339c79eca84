// Kinds and fields as the command line names them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/session.h"
#include "record/record.h"

namespace zsup::command {

// The kind of that name, in either spelling; stops with what was probably meant.
record::Kind kind_named(const std::string& word);

// The field of that name, in either spelling; stops with what was probably meant.
const record::FieldSpec& field_named(record::Kind kind, const std::string& word);

// "key=value" at its first '='.
std::pair<std::string, std::string> key_and_value(const std::string& word);

}  // namespace zsup::command
