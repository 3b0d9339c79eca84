// What every record has in common.
#pragma once

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

  std::string_view name() const { return id.value.text; }
  text::Place place(text::Span at) const { return {source, at}; }
  text::Place id_place() const { return {source, id ? id.span : kind_span}; }
};

// The id of a record; also where a kind has a `name` of its own that hides Record::name.
inline std::string_view slug(const Record& record) {
  return record.id.value.text;
}

// One row a kind.
struct KindSpec {
  Kind kind;
  const ObjectSpec& (*object)();
  Record* (*make)(text::Arena&);
  void* (*whole)(Record*);  // the object that the table describes
  diag::Words doc;
};

std::span<const KindSpec> kind_specs();  // in the order of Kind
const KindSpec& kind_spec(Kind kind);

void visit(const Visitor& visitor, Record& record);

// The record as its own type; the caller has looked at `kind`, or it is null.
template <class T>
const T* as(const Record* record) {
  return record != nullptr && record->kind == T::its_kind ? static_cast<const T*>(record) : nullptr;
}

}  // namespace zsup::record
