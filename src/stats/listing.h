// The records of a kind as rows of values, for lists, by way of the field table, so that no kind
// needs a list of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diag/refused.h"
#include "record/record.h"
#include "record/yaml_text.h"
#include "register/register.h"

namespace zsup::stats {

struct Row {
  const record::Record* record = nullptr;
  // What it says, in English and canonical form: words of a vocabulary by their ids, money with two
  // places; what could not be read as it stands in the file. As the record orders them.
  std::vector<std::pair<const record::FieldSpec*, record::YamlValue>> fields;

  // Null when it is not given.
  const record::YamlValue* find(const record::FieldSpec& field) const;
};

// The field of an entry of what a field says: that of its object. Where names are the record's own,
// such as those of measures, it is the field itself.
const record::FieldSpec& inner_field(const record::FieldSpec& field, std::string_view key);

// The records of a kind in their order (register/order.h).
std::vector<Row> rows(const reg::Register& reg, record::Kind kind);

// The fields that a list shows when nobody says which: those that are required, then others that
// are short, six at most; never the id, which every list shows.
std::vector<const record::FieldSpec*> main_fields(record::Kind kind);

// What a record must say to be listed.
struct Filter {
  const record::FieldSpec* field = nullptr;
  std::string text;                     // canonical; empty: the field must not be given
  std::string written;                  // as it was given, for what lies within the field
  std::optional<value::Period> period;  // a date that must lie in it
};

// A filter of a text as people write it: either spelling of a word, 1.8万元, a date or a period
// (without a year, of the one given). Or what is wrong with it, and what was probably meant.
std::variant<Filter, diag::Refused> read_filter(const record::FieldSpec& field,
                                                std::string_view text, int year);

// A text matches when it holds the filter's; a list or a mapping when something in it matches,
// however deep; anything else when it says the same, in either spelling.
bool matches(const Row& row, const Filter& filter);

}  // namespace zsup::stats
