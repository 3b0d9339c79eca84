// The examples of the field tables, in either spelling of the records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/field.h"
#include "record/yaml_text.h"

namespace zsup::record {

// Which of their two spellings keys and the words of vocabularies have.
enum class Spelling : std::uint8_t { english, chinese };

constexpr std::string_view spelled(const FieldSpec& field, Spelling spelling) {
  return spelling == Spelling::english ? field.key : field.word;
}
constexpr std::string_view spelled(const EnumRow& row, Spelling spelling) {
  return spelling == Spelling::english ? row.id : row.label.zh;
}

// A value as it would stand in a record.
struct Sample {
  struct Entry;
  enum class Form : std::uint8_t { none, scalar, list, mapping };

  Form form = Form::none;
  Shape shape = Shape::text;  // of a scalar
  std::string text;           // of a scalar
  std::vector<Sample> items;
  std::vector<Entry> entries;

  // On one line: {a: b, c: [d]}. A scalar as it stands behind `key: `.
  std::string line(Where where = Where::block) const;
};

struct Sample::Entry {
  std::string key;
  Sample value;
};

// The field's own example, its keys and words in that spelling; of form `none` where it has none.
Sample example_of(const FieldSpec& field, Spelling spelling);

// One record of the kind with every field that has an example (of fields of which only one may be
// given, the first), laid out as records should be: one line a field, lists of objects one item a
// line.
std::string example_record(const ObjectSpec& spec, const EnumRow* kind, Spelling spelling);

}  // namespace zsup::record
