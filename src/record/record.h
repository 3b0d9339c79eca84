// What every record has in common.
#pragma once

#include <optional>
#include <span>

#include "record/decided.h"
#include "record/field.h"
#include "record/values.h"
#include "text/arena.h"

namespace zsup::record {

struct Record {
  Kind kind{};
  text::SourceId source = text::no_source;
  text::Span span;       // the whole document
  text::Span kind_span;  // the value of `kind`
  Given<Id> id;
  Given<Text> note;

  std::string_view name() const { return id.or_empty().text; }
  text::Place place(text::Span at) const { return {source, at}; }
  text::Place id_place() const { return {source, id ? id.span : kind_span}; }
};

// The id of a record; also where a kind has a `name` of its own that hides Record::name.
inline std::string_view slug(const Record& record) {
  return record.id.or_empty().text;
}

// The day since which a record is there.
struct Beginning {
  // Null: always, as plans, persons and bodies are. Otherwise nothing where the day is missing or
  // cannot be read: it is there on no day.
  std::optional<value::Date> (*day)(const Record&) = nullptr;
};
inline constexpr Beginning always{};

// What a record is about, in its own words.
struct Matter {
  std::string_view (*words)(const Record&) = nullptr;  // null: nothing short tells
};

// Whether the ids of a kind may name a person, and are hidden where names are.
enum class IdsMayName : std::uint8_t { no, yes };

struct KindType {
  Kind kind;
  const ObjectSpec& (*object)();
  Record* (*make)(text::Arena&);
  // The object that the table describes.
  const void* (*whole)(const Record&);
  void* (*whole_to_fill)(Record&);
};

// What there is to know of a kind beyond its fields; `describe` in its file gives it.
struct KindRow {
  Decided<KindType> type;
  Decided<diag::Words> doc;
  Decided<Beginning> begins;
  Decided<Matter> matter;
  Decided<IdsMayName> ids;

  Kind kind() const { return type->kind; }
  const ObjectSpec& object() const { return type->object(); }
};

template <class T>
const KindRow& kind_row();

std::span<const KindRow* const> kind_rows();  // in the order of Kind
const KindRow& kind_row(Kind kind);

inline std::string_view matter_of(const Record& record) {
  const auto words = kind_row(record.kind).matter->words;
  return words == nullptr ? std::string_view() : words(record);
}

inline bool id_may_name(const Record& record) {
  return *kind_row(record.kind).ids == IdsMayName::yes;
}

void visit(const Visitor& visitor, const Record& record);
void link(const Linking& linking, Record& record);
void cut(Cut& cut, Record& record);

// The record as its own type; the caller has looked at `kind`, or it is null.
template <class T>
const T* as(const Record* record) {
  return record != nullptr && record->kind == T::its_kind ? static_cast<const T*>(record) : nullptr;
}

}  // namespace zsup::record
