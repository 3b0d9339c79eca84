#include "record/example.h"

#include <algorithm>

#include "record/decode.h"
#include "record/encode.h"
#include "text/arena.h"
#include "yaml/reader.h"

namespace zsup::record {

namespace {

YamlValue sample_of(const yaml::Document& document, yaml::NodeId node, const FieldSpec& field,
                    Spelling spelling) {
  const yaml::Node& found = document[node];
  YamlValue sample;
  switch (found.kind) {
    case yaml::NodeKind::null:
      break;
    case yaml::NodeKind::scalar:
      sample.form = YamlValue::Form::scalar;
      sample.text = found.value;
      sample.is_text = is_text(field.type.shape);
      if (field.type.shape == Shape::boolean) {
        sample.text = spelled_boolean(found.value == "true", spelling);
      }
      if (field.type.words != nullptr) {
        sample.text = spelled_word(field.type.words(), found.value, spelling);
      }
      break;
    case yaml::NodeKind::sequence:
      sample.form = YamlValue::Form::list;
      for (yaml::NodeId child = document.first_child(node); child != 0;
           child = document[child].next) {
        sample.items.push_back(sample_of(document, child, field, spelling));
      }
      break;
    case yaml::NodeKind::mapping:
      sample.form = YamlValue::Form::mapping;
      for (yaml::NodeId key = document.first_child(node); key != 0;) {
        const yaml::NodeId value = document[key].next;
        const FieldSpec* inner =
            field.type.object != nullptr ? field.type.object().find(document[key].value) : nullptr;
        const std::string_view name =
            inner != nullptr ? spelled(*inner, spelling) : document[key].value;
        sample.entries.push_back(
            {std::string(name),
             sample_of(document, value, inner != nullptr ? *inner : field, spelling)});
        key = document[value].next;
      }
      break;
  }
  return sample;
}

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
               sample = sample_of(document, value, field, spelling);
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
