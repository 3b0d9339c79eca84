#include "record/encode.h"

#include <algorithm>

#include "record/decode.h"
#include "text/one_line.h"

namespace zsup::record {

std::string_view spelled_word(const Vocabulary& words, std::string_view text, Spelling spelling) {
  for (const EnumRow& row : words.rows) {
    if (row.id == text || row.label.zh == text) return spelled(row, spelling);
  }
  return text;
}

YamlValue encode(const ObjectSpec& spec, const void* object, Encoding how) {
  YamlValue mapping;
  mapping.form = YamlValue::Form::mapping;
  for (const FieldSpec& field : spec.fields) {
    YamlValue value = field.encode(field, object, how);
    if (value.form != YamlValue::Form::none || (how.for_show && value.span.unreadable())) {
      mapping.entries.push_back({std::string(spelled(field, how.spelling)), std::move(value)});
    }
  }
  return mapping;
}

YamlValue encode(const Record& record, Encoding how) {
  const KindRow& row = kind_row(record.kind);
  YamlValue mapping = encode(row.object(), row.type->whole(record), how);
  mapping.entries.insert(mapping.entries.begin(),
                         {std::string(spelled(kind_field(), how.spelling)),
                          YamlValue::scalar(spelled(row_of(record.kind), how.spelling), false)});
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

YamlValue encode_value(const FieldSpec&, const Given<Text>& value, Encoding how) {
  return YamlValue::scalar(how.for_show ? *value : text::as_read(*value), true);
}
YamlValue encode_value(const FieldSpec&, const Given<Id>& value, Encoding) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Ref>& value, Encoding) {
  return YamlValue::scalar(value->id, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Charge>& value, Encoding) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec&, const Given<Path>& value, Encoding) {
  return YamlValue::scalar(value->text, true);
}
YamlValue encode_value(const FieldSpec& field, const Given<Word>& value, Encoding how) {
  return YamlValue::scalar(field.type.words == nullptr
                               ? value->text
                               : spelled_word(field.type.words(), value->text, how.spelling),
                           true);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Date>& value, Encoding) {
  return YamlValue::scalar(value->iso(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Period>& value, Encoding) {
  return YamlValue::scalar(value->id(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Due>& value, Encoding) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Money>& value, Encoding) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<value::Decimal>& value, Encoding) {
  return YamlValue::scalar(value->text(), false);
}
YamlValue encode_value(const FieldSpec&, const Given<std::int64_t>& value, Encoding) {
  return YamlValue::scalar(std::to_string(*value), false);
}
YamlValue encode_value(const FieldSpec&, const Given<bool>& value, Encoding how) {
  return YamlValue::scalar(spelled_boolean(*value, how.spelling), false);
}
YamlValue encode_value(const FieldSpec& field, const Given<Owner>& value, Encoding how) {
  return value->selector ? encode(field.type.object(), &*value->selector, how)
                         : encode_value(field, value->who, how);
}

namespace {

// Names, and what the record has under each.
template <class T, class Take>
YamlValue encode_named(const List<T>& member, Encoding how, const Take& take) {
  YamlValue mapping;
  mapping.span = member.span;
  if (!member) return mapping;
  mapping.form = YamlValue::Form::mapping;
  for (const T& one : member) {
    const auto& [name, value] = one;
    if (!name || (!value && !(how.for_show && value.unreadable()))) continue;
    mapping.entries.push_back({std::string(*name), value ? take(*value) : YamlValue()});
    mapping.entries.back().value.span = value.span;
  }
  return mapping;
}

}  // namespace

YamlValue encode_member(const FieldSpec&, const List<Count>& member, Encoding how) {
  return encode_named(member, how, [](std::int64_t number) {
    return YamlValue::scalar(std::to_string(number), false);
  });
}
YamlValue encode_member(const FieldSpec&, const List<Setting>& member, Encoding how) {
  return encode_named(member, how, [&](Severity level) {
    return YamlValue::scalar(spelled(row_of(level), how.spelling), false);
  });
}

}  // namespace zsup::record
