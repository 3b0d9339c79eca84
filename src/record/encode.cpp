#include "record/encode.h"

#include <algorithm>

#include "record/decode.h"

namespace zsup::record {

std::string_view spelled_word(const Vocabulary& words, std::string_view text, Spelling spelling) {
  for (const EnumRow& row : words.rows) {
    if (row.id == text || row.label.zh == text) return spelled(row, spelling);
  }
  return text;
}

YamlValue encode(const ObjectSpec& spec, const void* object, Spelling spelling) {
  YamlValue mapping;
  mapping.form = YamlValue::Form::mapping;
  for (const FieldSpec& field : spec.fields) {
    YamlValue value = field.encode(field, object, spelling);
    if (value.form != YamlValue::Form::none) {
      mapping.entries.push_back({std::string(spelled(field, spelling)), std::move(value)});
    }
  }
  return mapping;
}

YamlValue encode(const Record& record, Spelling spelling) {
  const KindRow& row = kind_row(record.kind);
  YamlValue mapping = encode(row.object(), row.type->whole(record), spelling);
  mapping.entries.insert(mapping.entries.begin(),
                         {std::string(spelled(kind_field(), spelling)),
                          YamlValue::scalar(spelled(row_of(record.kind), spelling), false)});
  return mapping;
}

std::string whole_file(const Record& record, const FileStyle& style) {
  YamlValue value = encode(record, style.spelling);
  const ObjectSpec& spec = kind_row(record.kind).object();
  const auto place = [&](const YamlValue::Entry& entry) {
    const FieldSpec* field = spec.find(entry.key);
    const auto at = std::find(style.last.begin(), style.last.end(),
                              field == nullptr ? std::string_view() : field->key);
    return at == style.last.end() ? 0 : 1 + (at - style.last.begin());
  };
  std::stable_sort(value.entries.begin(), value.entries.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::string out;
  if (!style.schema.empty()) out = "# yaml-language-server: $schema=" + style.schema + "\n";
  return out + value.lines(style.layout);
}

YamlValue encode_value(const FieldSpec&, const Given<Text>& value, Spelling) {
  return YamlValue::scalar(*value, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Id>& value, Spelling) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Ref>& value, Spelling) {
  return YamlValue::scalar(value->id, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Charge>& value, Spelling) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Path>& value, Spelling) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec& field, const Given<Word>& value, Spelling spelling) {
  return YamlValue::scalar(field.type.words == nullptr
                               ? value->text
                               : spelled_word(field.type.words(), value->text, spelling),
                           true);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Date>& value, Spelling) {
  return YamlValue::scalar(value->iso(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Period>& value, Spelling) {
  return YamlValue::scalar(value->id(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Due>& value, Spelling) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Money>& value, Spelling) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Decimal>& value, Spelling) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<std::int64_t>& value, Spelling) {
  return YamlValue::scalar(std::to_string(*value), false);
}
YamlValue encode_value(const FieldSpec&, const Given<bool>& value, Spelling spelling) {
  return YamlValue::scalar(spelled_boolean(*value, spelling), false);
}
YamlValue encode_value(const FieldSpec& field, const Given<Owner>& value, Spelling spelling) {
  return value->selector ? encode(field.type.object(), &*value->selector, spelling)
                         : encode_value(field, value->who, spelling);
}

YamlValue encode_member(const FieldSpec&, const List<Count>& member, Spelling) {
  YamlValue mapping;
  if (!member) return mapping;
  mapping.form = YamlValue::Form::mapping;
  for (const Count& count : member) {
    if (!count.name || !count.number) continue;
    mapping.entries.push_back(
        {std::string(*count.name), YamlValue::scalar(std::to_string(*count.number), false)});
  }
  return mapping;
}
YamlValue encode_member(const FieldSpec&, const List<Setting>& member, Spelling spelling) {
  YamlValue mapping;
  if (!member) return mapping;
  mapping.form = YamlValue::Form::mapping;
  for (const Setting& setting : member) {
    if (!setting.code || !setting.level) continue;
    mapping.entries.push_back(
        {std::string(*setting.code),
         YamlValue::scalar(spelled(row_of(*setting.level), spelling), false)});
  }
  return mapping;
}

}  // namespace zsup::record
