// One document → one record.
#pragma once

#include "diag/diagnostic.h"
#include "record/record.h"
#include "text/arena.h"
#include "yaml/document.h"

namespace zsup::record {

class Slips;

// A document that says what it is called, but cannot be had under that name: its kind or its id is
// wrong, or it cannot be read. References to it should not be reported as leading nowhere.
struct Ghost {
  Given<Id> id;
};

// The field `kind`, which stands in no table since it decides which table holds.
const FieldSpec& kind_field();

// The record, in the arena; null after saying why the document holds none. `ghost` has the id of a
// document that gives no record of that name. A record with mistakes in it is given all the same,
// with those fields not given. `slips` is for the records of one file; null for a single one.
Record* decode(const yaml::Document& document, text::SourceId source, text::Arena& arena,
               diag::Sink& sink, Ghost& ghost, Slips* slips = nullptr);

}  // namespace zsup::record
