#include "record/respell.h"

#include "record/encode.h"

namespace zsup::record {

YamlValue as_written(const yaml::Document& document, yaml::NodeId node) {
  const yaml::Node& found = document[node];
  YamlValue value;
  switch (found.kind) {
    case yaml::NodeKind::null:
      break;
    case yaml::NodeKind::scalar:
      value.form = YamlValue::Form::scalar;
      value.text = found.value;
      break;
    case yaml::NodeKind::sequence:
      value.form = YamlValue::Form::list;
      for (yaml::NodeId child = document.first_child(node); child != 0;
           child = document[child].next) {
        value.items.push_back(as_written(document, child));
      }
      break;
    case yaml::NodeKind::mapping:
      value.form = YamlValue::Form::mapping;
      for (yaml::NodeId key = document.first_child(node); key != 0;) {
        const yaml::NodeId child = document[key].next;
        value.entries.push_back({std::string(document[key].value), as_written(document, child)});
        key = document[child].next;
      }
      break;
  }
  return value;
}

YamlValue respelled(const FieldSpec& field, YamlValue value, Spelling spelling) {
  if (value.form == YamlValue::Form::scalar) {
    value.is_text = is_text(field.type.shape);
    if (field.type.shape == Shape::boolean) {
      if (const auto word = spelling_of_word(field, value.text)) {
        value.text = spelled_boolean(value.text == "true" || value.text == "是", spelling);
      }
    } else if (field.type.words != nullptr) {
      value.text = spelled_word(field.type.words(), value.text, spelling);
    }
  }
  for (YamlValue& item : value.items) item = respelled(field, std::move(item), spelling);
  for (YamlValue::Entry& entry : value.entries) {
    const FieldSpec* inner =
        field.type.object != nullptr ? field.type.object().find(entry.key) : nullptr;
    if (inner != nullptr) entry.key = spelled(*inner, spelling);
    entry.value = respelled(inner != nullptr ? *inner : field, std::move(entry.value), spelling);
  }
  return value;
}

std::optional<Spelling> spelling_of_word(const FieldSpec& field, std::string_view text) {
  if (field.type.shape == Shape::boolean) {
    if (text == "true" || text == "false") return Spelling::english;
    if (text == "是" || text == "否") return Spelling::chinese;
  } else if (field.type.words != nullptr) {
    for (const EnumRow& row : field.type.words().rows) {
      if (row.id == text) return Spelling::english;
      if (row.label.zh == text) return Spelling::chinese;
    }
  }
  return std::nullopt;
}

}  // namespace zsup::record
