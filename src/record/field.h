// The field tables: one row a field. A row drives decoding, JSON Schema, the record reference,
// scaffolds and the "did you mean" of an unknown key; nothing about a field is said twice.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

#include "diag/say.h"
#include "record/values.h"
#include "record/vocabulary.h"
#include "yaml/document.h"

namespace zsup::record {

class Decoder;
struct ObjectSpec;
struct FieldSpec;

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

// The kinds that a reference may lead to, as a set of bits.
using KindSet = std::uint32_t;
constexpr KindSet kinds(std::initializer_list<Kind> list) {
  KindSet set = 0;
  for (const Kind kind : list) set |= KindSet{1} << static_cast<unsigned>(kind);
  return set;
}
constexpr bool holds(KindSet set, Kind kind) {
  return (set >> static_cast<unsigned>(kind) & 1u) != 0;
}

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

// Calls for every value of one shape in an object, however deep; unset ones are skipped.
struct Visitor {
  void* context = nullptr;
  void (*on_ref)(void*, Given<Ref>&, const FieldSpec&) = nullptr;
  void (*on_charge)(void*, Given<Charge>&, const FieldSpec&) = nullptr;
  void (*on_text)(void*, Given<Text>&, const FieldSpec&) = nullptr;
  void (*on_path)(void*, Given<Path>&, const FieldSpec&) = nullptr;
  void (*on_date)(void*, Given<value::Date>&, const FieldSpec&) = nullptr;
};

struct FieldSpec {
  std::string_view key;   // canonical, ASCII
  std::string_view word;  // the Chinese spelling
  bool required = false;
  TypeSpec type;
  diag::Words doc;
  std::string_view example;  // a value in YAML, in the Chinese that an office would write
  void (*decode)(Decoder&, yaml::NodeId, const FieldSpec&, void* object) = nullptr;
  void (*visit)(const Visitor&, const FieldSpec&, void* object) = nullptr;

  // Refinements of a row, so that a table reads as a list of sentences.
  constexpr FieldSpec to(std::initializer_list<Kind> list) const {
    FieldSpec row = *this;
    row.type.refers = kinds(list);
    return row;
  }
  constexpr FieldSpec between(std::int64_t least, std::int64_t most) const {
    FieldSpec row = *this;
    row.type.least = least;
    row.type.most = most;
    return row;
  }
  // For lists that are held against every record of a kind: both may be long, their product not.
  constexpr FieldSpec with_at_most(std::uint32_t entries) const {
    FieldSpec row = *this;
    row.type.longest = entries;
    return row;
  }
  constexpr FieldSpec empty_is_fine() const {
    FieldSpec row = *this;
    row.type.may_be_empty = true;
    return row;
  }
  constexpr FieldSpec names_a_document() const {
    FieldSpec row = *this;
    row.type.document_number = true;
    return row;
  }
  constexpr FieldSpec may_hold_office_number() const {
    FieldSpec row = *this;
    row.type.office_number = true;
    return row;
  }
  constexpr FieldSpec has_happened() const {
    FieldSpec row = *this;
    row.type.happened = true;
    return row;
  }
  constexpr FieldSpec known_words(const Vocabulary& (*words)()) const {
    FieldSpec row = *this;
    row.type.words = words;
    return row;
  }
};

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

template <class M>
void decode_member(Decoder& decoder, yaml::NodeId node, const FieldSpec& field, M& member);
template <class M>
void visit_member(const Visitor& visitor, const FieldSpec& field, M& member);

// Rows for the members of `Object`, those of its bases included.
template <class Object>
struct Fields {
  template <auto Member>
  static constexpr FieldSpec required(std::string_view key, std::string_view word, diag::Words doc,
                                      std::string_view example = {}) {
    return row<Member>(key, word, true, doc, example);
  }
  template <auto Member>
  static constexpr FieldSpec optional(std::string_view key, std::string_view word, diag::Words doc,
                                      std::string_view example = {}) {
    return row<Member>(key, word, false, doc, example);
  }

 private:
  template <auto Member>
  static constexpr FieldSpec row(std::string_view key, std::string_view word, bool required,
                                 diag::Words doc, std::string_view example) {
    using M = std::remove_reference_t<decltype(std::declval<Object&>().*Member)>;
    return {key,
            word,
            required,
            MemberTraits<M>::type,
            doc,
            example,
            [](Decoder& decoder, yaml::NodeId node, const FieldSpec& field, void* object) {
              decode_member(decoder, node, field, static_cast<Object*>(object)->*Member);
            },
            [](const Visitor& visitor, const FieldSpec& field, void* object) {
              visit_member(visitor, field, static_cast<Object*>(object)->*Member);
            }};
  }
};

void visit(const Visitor& visitor, const ObjectSpec& spec, void* object);

}  // namespace zsup::record
