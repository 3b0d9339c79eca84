// The types of letter that can be written: one row a type, one file a function.
#pragma once

#include <span>

#include "letter/letter.h"
#include "record/field.h"

namespace zsup::letter {

class Composer;

struct TypeRow {
  record::LetterType type;
  record::KindSet to;           // kinds that it may be addressed to
  record::KindSet all;          // kinds that --all addresses where the policy picks no one
  bool needs_findings = false;  // it lists findings, so that these must be judged
  bool needs_figures = false;   // it quotes the counts and the score of its addressee
  bool needs_items = true;      // without an item there is no letter
  // Adds the items; everything else of the letter is there already.
  void (*fill)(const Composer& composer, Letter& letter) = nullptr;
};

std::span<const TypeRow> type_rows();

// Null for a type that cannot be written yet.
const TypeRow* row_of(record::LetterType type);

// notice.cpp, reminder.cpp
void fill_notice(const Composer& composer, Letter& letter);
void fill_reminder(const Composer& composer, Letter& letter);

}  // namespace zsup::letter
