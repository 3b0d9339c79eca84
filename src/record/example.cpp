#include "record/example.h"

#include <algorithm>

#include "record/decode.h"
#include "record/respell.h"
#include "text/arena.h"
#include "yaml/reader.h"

namespace zsup::record {

namespace {

// Whether another field of the same choice comes first.
bool gives_way(const ObjectSpec& spec, const FieldSpec& field) {
  for (const OneOf& choice : spec.one_of) {
    const auto named = [&](const FieldSpec& one) {
      return std::find(choice.keys.begin(), choice.keys.end(), one.key) != choice.keys.end();
    };
    if (named(field) && &*std::find_if(spec.fields.begin(), spec.fields.end(), named) != &field) {
      return true;
    }
  }
  return false;
}

}  // namespace

YamlValue example_of(const FieldSpec& field, Spelling spelling) {
  YamlValue sample;
  if (field.example.empty()) return sample;
  text::Arena arena;
  diag::Sink sink;
  yaml::Document scratch;
  // As it would stand in a record: some texts are read otherwise on a line of their own.
  const std::string entry = "x: " + std::string(field.example);
  yaml::read(entry, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
             [&](const yaml::Document& document) {
               const yaml::NodeId value = document[document.first_child(0)].next;
               sample = respelled(field, as_written(document, value), spelling);
             });
  return sample;
}

std::string example_record(const ObjectSpec& spec, const EnumRow* kind, Spelling spelling) {
  std::string out;
  const auto add = [&](std::string_view key, const YamlValue& value) {
    out += std::string(key) + ":";
    const bool one_a_line = value.form == YamlValue::Form::list && !value.items.empty() &&
                            value.items.front().form == YamlValue::Form::mapping;
    if (!one_a_line) {
      out += " " + value.line() + "\n";
      return;
    }
    out += "\n";
    for (const YamlValue& item : value.items) out += "  - " + item.line() + "\n";
  };
  if (kind != nullptr) {
    out += std::string(spelled(kind_field(), spelling)) + ": " +
           std::string(spelled(*kind, spelling)) + "\n";
  }
  for (const FieldSpec& field : spec.fields) {
    const YamlValue value = example_of(field, spelling);
    if (value.form != YamlValue::Form::none && !gives_way(spec, field)) {
      add(spelled(field, spelling), value);
    }
  }
  return out;
}

}  // namespace zsup::record
