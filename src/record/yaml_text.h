// Values back to YAML, for what zsup itself writes into records and shows as examples.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::record {

// The words that YAML reads as nothing where they stand without quotes: ~, null, Null, NULL.
bool is_null_word(std::string_view text);

// Whether other YAML readers, which go by the core schema, take the text without quotes for a
// number or a truth value.
bool looks_typed(std::string_view text);

enum class Where : std::uint8_t {
  block,  // behind `key: ` or `- ` on a line of its own
  flow,   // within [] or {}
};

// One scalar that reads back to exactly this text, which is valid UTF-8 (what is invisible is
// escaped, though the reader refuses it in any record): plain where that is
// certain, otherwise in double quotes. With `as_text`, whatever looks like a number or a truth
// value is quoted too, so that editors and other tools take it for text as well.
std::string yaml_scalar(std::string_view text, Where where, bool as_text);

}  // namespace zsup::record
