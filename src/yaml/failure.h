// Why a document cannot be read: what the readers say to explain.h, which says it to people.
#pragma once

#include <cstdint>

#include "text/span.h"

namespace zsup::yaml {

enum class Cause : std::uint8_t {
  syntax,             // something that cannot stand where it stands
  unclosed_quote,     // at the opening quote
  unclosed_bracket,   // at the opening bracket
  stray_bracket,      // a closing bracket that nothing opened, or that closes another kind
  after_value,        // text behind a value that is complete
  after_document,     // text behind the document's last value
  missing_colon,      // at the text that should be a key
  missing_comma,      // between items in brackets
  empty_item,         // `[,]`, `[a,,b]`
  indentation,        // a line that is indented like none of its neighbours
  tab,                // at the tab
  value_on_key_line,  // `a: b: c`, `a: - b`
  bad_escape,         // in double quotes
  escaped_control,    // `\"\0\"`: not in a record, however it is written
  escaped_invisible,  // `\"\u200B\"`
  question_key,       // `? `
  property,           // an anchor, an alias or a tag
  merge_key,          // `<<`
  directive,          // `%YAML`
  reserved_start,     // a value that begins with a character that YAML reserves
  behind_brackets,    // text behind a list or mapping in brackets
  behind_block_sign,  // text behind the `|` or `>` that announces lines
  key_is_collection,
  key_is_empty,
  long_key,
  full_width_colon,
  full_width_comma,
  full_width_bracket,
  full_width_dash,
  blank_indentation,  // U+00A0, U+3000 and the like where spaces should indent
  blank_for_space,    // the same behind a dash or a colon
  blank_at_end,       // the same at an end of an unquoted value
  no_space_after_colon,
  no_space_after_dash,
  colon_in_value,
  text_cut_off,        // at a `#` that was meant as part of a text
  stray_item,          // `- ` beside the entries of a mapping
  key_on_dashes_line,  // `--- a: 1`
  too_deep,
  too_many_nodes,
  scalar_too_large,
};

struct Failure {
  Cause cause = Cause::syntax;
  text::Span span;
};

}  // namespace zsup::yaml
