// The field tables: one row a field. A row drives decoding, JSON Schema, the record reference,
// scaffolds, the "did you mean" of an unknown key, and the checks that a field can ask for; nothing
// about a field is said twice. Rows are written with record/table.h.
#pragma once

#include <cassert>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "diag/say.h"
#include "record/kind.h"
#include "record/values.h"
#include "record/vocabulary.h"
#include "yaml/document.h"

namespace zsup::record {

class Decoder;
class SaidItems;
struct Cut;
struct ObjectSpec;
struct FieldSpec;
struct YamlValue;
struct Encoding;

enum class Shape : std::uint8_t {
  text,         // Given<Text>
  id,           // Given<Id>
  ref,          // Given<Ref>
  charge,       // Given<Charge>
  date,         // Given<value::Date>
  period,       // Given<value::Period>
  due,          // Given<value::Due>
  money,        // Given<value::Money>
  decimal,      // Given<value::Decimal>
  count,        // Given<std::int64_t>
  boolean,      // Given<bool>
  enumeration,  // Given<E> for an enumeration of vocabulary.h
  word,         // Given<Word>: a vocabulary that the register may extend
  path,         // Given<Path>
  counts,       // List<Count>: a mapping from names to whole numbers
  settings,     // List<Setting>: a mapping from rule codes to severities
  object,       // Given<T> for a struct with a table of its own
  owner,        // Given<Owner>: a reference, or a selector
};

struct TypeSpec {
  Shape shape = Shape::text;
  bool list = false;                                              // a list of that shape
  const Vocabulary& (*words)() = nullptr;                         // enumeration, word
  const ObjectSpec& (*object)() = nullptr;                        // object, owner
  KindSet refers = 0;                                             // ref, owner
  std::int64_t least = std::numeric_limits<std::int64_t>::min();  // count, decimal (whole)
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::uint32_t longest = 0;     // list, counts: with how many entries at most; 0: any number
  bool may_be_empty = false;     // text: "" is a statement; list: [] is one
  bool document_number = false;  // text: names a paper or its contents by figures
  bool office_number = false;    // text: an office's telephone number may stand there
  bool happened = false;         // date: tells of something that has happened, so never lies ahead
};

// The numbers that a field of shape `count`, `counts` or `decimal` takes: its bounds, within what
// such a number can be at all (value/number.h).
struct Range {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
Range range_of(const TypeSpec& type);

// Calls for the values of some shapes in an object, however deep; unset ones are skipped.
struct Visitor {
  void* context = nullptr;
  void (*on_ref)(void*, const Given<Ref>&, const FieldSpec&) = nullptr;
  void (*on_charge)(void*, const Given<Charge>&, const FieldSpec&) = nullptr;
  void (*on_text)(void*, const Given<Text>&, const FieldSpec&) = nullptr;
  void (*on_path)(void*, const Given<Path>&, const FieldSpec&) = nullptr;
  // In place of looking into an object itself.
  void (*on_object)(void*, const ObjectSpec&, const void* object) = nullptr;
};

// Calls for what leads to other records and to files, to fill in where it leads.
struct Linking {
  void* context = nullptr;
  void (*on_ref)(void*, Given<Ref>&, const FieldSpec&) = nullptr;
  void (*on_charge)(void*, Given<Charge>&, const FieldSpec&) = nullptr;
  void (*on_path)(void*, Given<Path>&, const FieldSpec&) = nullptr;
};

// A date never lies before another one, of the same object or of the record that the object is in.
struct DateOrder {
  const Given<value::Date>& (*earlier)(const void* object) = nullptr;
  std::optional<Kind> of_record;  // then `earlier` takes the record, of this kind
  diag::Words earlier_name;
  diag::Words name;  // of the date itself
};

// Whoever a reference names must have been in office on a date of the same object.
struct InOffice {
  const Given<value::Date>& (*on)(const void* object) = nullptr;
  diag::Words when;   // "at the review"
  diag::Words help;   // what to do; empty: compare person and date with the papers
  bool sent = false;  // what went out so cannot be undone: it is told by a code of its own
};

struct FieldSpec {
  std::string_view key;   // canonical, ASCII
  std::string_view word;  // the Chinese spelling
  bool required = false;
  TypeSpec type;
  diag::Words doc;
  std::string_view example;  // a value in YAML, in the Chinese that an office would write
  void (*decode)(Decoder&, yaml::NodeId, const FieldSpec&, void* object) = nullptr;
  void (*visit)(const Visitor&, const FieldSpec&, const void* object) = nullptr;
  YamlValue (*encode)(const FieldSpec&, const void* object, const Encoding&) = nullptr;
  void (*link)(const Linking&, const FieldSpec&, void* object) = nullptr;
  void (*cut)(Cut&, const FieldSpec&, void* object) = nullptr;
  const void* (*member)(const void* object) = nullptr;
  void (*distinct)(const void* object, SaidItems&) = nullptr;  // where no item may come twice
  DateOrder order = {};
  InOffice in_office = {};
  bool begins = false;   // the date since which an object within a record is there
  bool subject = false;  // names whose matter the record is

  // The key as people know it who read of it in either language.
  constexpr diag::Words written() const { return {word, key}; }

  // The date in an object; only of a row of that shape which is no list.
  const Given<value::Date>& date_in(const void* object) const {
    assert(type.shape == Shape::date && !type.list);
    return *static_cast<const Given<value::Date>*>(member(object));
  }
  // The reference, or those of a list.
  std::span<const Given<Ref>> refs_in(const void* object) const {
    assert(type.shape == Shape::ref);
    if (!type.list) return {static_cast<const Given<Ref>*>(member(object)), 1};
    return static_cast<const List<Given<Ref>>*>(member(object))->items;
  }
};

constexpr std::string_view spelled(const FieldSpec& field, Spelling spelling) {
  return spelling == Spelling::english ? field.key : field.word;
}

// A group of fields of which exactly one must be given.
struct OneOf {
  std::span<const std::string_view> keys;
};

struct ObjectSpec {
  std::string_view name;  // for schemas: "review"
  diag::Words title;
  std::span<const FieldSpec> fields;
  std::span<const OneOf> one_of = {};
  bool extensible = false;  // takes x-… keys

  // The field of that name, or null; `from` is where it is looked for first.
  const FieldSpec* find(std::string_view key_or_word, std::size_t from = 0) const;
  // The date since which such an object is there; null: as long as what it stands in.
  const FieldSpec* begins() const;
};

// The table of an object type; specialised beside the type.
template <class T>
const ObjectSpec& spec_of();

struct Owner;

// The one mapping from C++ types to shapes.
template <class T>
constexpr TypeSpec type_of_value() {
  using I = std::int64_t;
  if constexpr (std::is_same_v<T, Text>)
    return {.shape = Shape::text};
  else if constexpr (std::is_same_v<T, Id>)
    return {.shape = Shape::id};
  else if constexpr (std::is_same_v<T, Ref>)
    return {.shape = Shape::ref};
  else if constexpr (std::is_same_v<T, Charge>)
    return {.shape = Shape::charge};
  else if constexpr (std::is_same_v<T, value::Date>)
    return {.shape = Shape::date};
  else if constexpr (std::is_same_v<T, value::Period>)
    return {.shape = Shape::period};
  else if constexpr (std::is_same_v<T, value::Due>)
    return {.shape = Shape::due};
  else if constexpr (std::is_same_v<T, value::Money>)
    return {.shape = Shape::money};
  else if constexpr (std::is_same_v<T, value::Decimal>)
    return {.shape = Shape::decimal, .least = 0};
  else if constexpr (std::is_same_v<T, I>)
    return {.shape = Shape::count, .least = 0};
  else if constexpr (std::is_same_v<T, bool>)
    return {.shape = Shape::boolean};
  else if constexpr (std::is_same_v<T, Word>)
    return {.shape = Shape::word};
  else if constexpr (std::is_same_v<T, Path>)
    return {.shape = Shape::path};
  else if constexpr (std::is_enum_v<T>)
    return {.shape = Shape::enumeration, .words = &vocabulary<T>};
  else if constexpr (std::is_same_v<T, Owner>)
    return {.shape = Shape::owner, .object = &spec_of<T>};
  else
    return {.shape = Shape::object, .object = &spec_of<T>};
}

template <class M>
struct MemberTraits;
template <class T>
struct MemberTraits<Given<T>> {
  static constexpr TypeSpec type = type_of_value<T>();
};
// A list of objects holds them bare, any other list holds Given values.
template <class T>
struct MemberTraits<List<T>> {
  static constexpr TypeSpec type = [] {
    TypeSpec spec = type_of_value<T>();
    spec.list = true;
    return spec;
  }();
};
template <class T>
struct MemberTraits<List<Given<T>>> {
  static constexpr TypeSpec type = [] {
    TypeSpec spec = type_of_value<T>();
    spec.list = true;
    if (spec.shape == Shape::enumeration)
      spec.longest = 2000;  // no vocabulary has nearly so many words
    return spec;
  }();
};
template <>
struct MemberTraits<List<Count>> {
  static constexpr TypeSpec type{.shape = Shape::counts};
};

template <>
struct MemberTraits<List<Setting>> {
  static constexpr TypeSpec type{.shape = Shape::settings, .words = &vocabulary<Severity>};
};

void visit(const Visitor& visitor, const ObjectSpec& spec, const void* object);
void link(const Linking& linking, const ObjectSpec& spec, void* object);
void cut(Cut& cut, const ObjectSpec& spec, void* object);

}  // namespace zsup::record
