// Values back to YAML, for what zsup itself writes into records and shows as examples.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

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

// The same in single quotes where they can hold the text, otherwise in double ones; and in double
// ones.
std::string in_single_quotes(std::string_view text);
std::string in_double_quotes(std::string_view text);

// The text as it stands behind `key:`, with ` |` or ` |-` in front and its lines so far indented;
// nothing where a reader might not read it so.
std::optional<std::string> yaml_literal(std::string_view text, std::size_t indent);

// How a value is laid out over lines.
enum class Layout : std::uint8_t {
  usual,  // as people write records: short lists and objects on one line, in [] and {}
  block,  // every item and every field on a line of its own
};

// By how many columns what is within something stands further in.
struct Indents {
  std::size_t deeper =
      2;                 // the entries of a mapping, and a text of several lines, behind their key
  std::size_t dash = 2;  // the dashes of a list, behind the key of the list
  std::size_t item = 2;  // an item, behind its dash
};

// A value as it would stand in a record.
struct YamlValue {
  struct Entry;
  enum class Form : std::uint8_t { none, scalar, list, mapping };

  Form form = Form::none;
  bool is_text = false;  // of a scalar: text, even where it looks like a number
  text::Span span;       // where it was read; not given where it was not
  std::string text;      // of a scalar
  std::vector<YamlValue> items;
  std::vector<Entry> entries;

  static YamlValue scalar(std::string_view text, bool is_text);

  // On one line: {a: b, c: [d]}. A scalar as it stands behind `key: `.
  std::string line(Where where = Where::block) const;

  // The entries of a mapping, each on a line of its own and those that follow it, with so many
  // spaces in front. A text of several lines stands as it reads, behind `|`.
  std::string lines(Layout layout, std::size_t indent = 0, const Indents& by = {}) const;

  // With what stands in front of the first line of a value: the end of a line `key:` or `-`, which
  // begins at so many spaces.
  std::string behind_key(Layout layout, std::size_t indent = 0, const Indents& by = {}) const;

  // An item of a list as it stands from its dash on, which is indented by so much.
  std::string behind_dash(Layout layout, std::size_t indent, const Indents& by = {}) const;
};

struct YamlValue::Entry {
  std::string key;
  YamlValue value;
};

}  // namespace zsup::record
