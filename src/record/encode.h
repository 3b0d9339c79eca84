// Values → YAML: the way back of the decoder, for whatever zsup writes into a register. An edit of
// a file that is there already is another matter: it keeps what people wrote around it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "record/field.h"
#include "record/owner.h"
#include "record/record.h"
#include "record/yaml_text.h"

namespace zsup::record {

// A value of a record that stands in no file yet. It stays valid as long as what it views.
template <class T>
Given<T> given(T value) {
  return {std::move(value), {0, 1}};
}
template <class T>
List<T> given_list(std::span<T> items) {
  return {items, {0, 1}};
}

// Whether a value of that shape is text, and quoted where other readers would take it for a number.
constexpr bool is_text(Shape shape) {
  return shape == Shape::text || shape == Shape::id || shape == Shape::ref ||
         shape == Shape::charge || shape == Shape::word || shape == Shape::path ||
         shape == Shape::owner;
}
constexpr std::string_view spelled_boolean(bool value, Spelling spelling) {
  if (spelling == Spelling::english) return value ? "true" : "false";
  return value ? "是" : "否";
}
// A word of the vocabulary in that spelling; any other as it is.
std::string_view spelled_word(const Vocabulary& words, std::string_view text, Spelling spelling);

struct Encoding {
  Encoding(Spelling keys_and_words) : spelling(keys_and_words) {}  // NOLINT: meant

  Spelling spelling;
  // Not to be written, but to be shown: line breaks in texts are kept (text/one_line.h), and what
  // could not be read is there, without a value but with its place.
  bool for_show = false;
};

// An object by its table: what is given, in the order of the table.
YamlValue encode(const ObjectSpec& spec, const void* object, Encoding how);
// A record, its kind first.
YamlValue encode(const Record& record, Encoding how);

struct FileStyle {
  Spelling spelling = Spelling::chinese;
  std::string schema;  // what `$schema=` names, as seen from the file; or empty
  Layout layout = Layout::usual;
  // Keys in the order in which they come; any other before them, as the table has it.
  std::span<const std::string_view> last = {};
};
// A file of one record. It reads back as exactly what is given in the record.
std::string whole_file(const Record& record, const FileStyle& style);

YamlValue encode_value(const FieldSpec&, const Given<Text>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Id>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Ref>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Charge>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Path>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Word>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<value::Date>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<value::Period>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<value::Due>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<value::Money>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<value::Decimal>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<std::int64_t>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<bool>& value, Encoding);
YamlValue encode_value(const FieldSpec&, const Given<Owner>& value, Encoding);
template <class E>
requires std::is_enum_v<E> YamlValue encode_value(const FieldSpec&, const Given<E>& value,
                                                  Encoding how) {
  return YamlValue::scalar(spelled(row_of(*value), how.spelling), false);
}
template <class T>
requires std::is_class_v<T> YamlValue encode_value(const FieldSpec& field, const Given<T>& value,
                                                   Encoding how) {
  return encode(field.type.object(), &*value, how);
}
template <class T>
YamlValue encode_value(const FieldSpec& field, const T& object, Encoding how) {
  return encode(field.type.object(), &object, how);
}

// What a member of an object says, with its place; of form `none` where it is not given.
template <class M>
YamlValue encode_member(const FieldSpec& field, const M& member, Encoding how) {
  YamlValue value;
  if (member) value = encode_value(field, member, how);
  value.span = member.span;
  return value;
}
YamlValue encode_member(const FieldSpec&, const List<Count>& member, Encoding);
YamlValue encode_member(const FieldSpec&, const List<Setting>& member, Encoding);
template <class T>
YamlValue encode_member(const FieldSpec& field, const List<T>& member, Encoding how) {
  YamlValue list;
  list.span = member.span;
  if (!member) return list;
  list.form = YamlValue::Form::list;
  for (const T& item : member) {
    // Objects that were not read but made need no place.
    const bool made = MemberTraits<List<T>>::type.shape == Shape::object && !how.for_show;
    if (item.span.given() || (made && !item.span.unreadable())) {
      list.items.push_back(encode_value(field, item, how));
    } else if (how.for_show) {
      list.items.emplace_back();
    } else {
      continue;
    }
    list.items.back().span = item.span;
  }
  return list;
}

}  // namespace zsup::record
