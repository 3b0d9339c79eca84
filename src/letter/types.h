// The types of letter: one row a type, one file a function.
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
  bool needs_book = false;      // it tells of problems and cases, closed ones too
  bool public_to_all = false;   // --all writes one, to everyone in the issuer's area
  // Whether --all writes a letter that has items; null means that it does.
  bool (*worth_sending)(const Letter& letter) = nullptr;
  // Adds the items; everything else of the letter is there already.
  void (*fill)(const Composer& composer, Letter& letter) = nullptr;
};

std::span<const TypeRow> type_rows();

// Every type of the vocabulary has a row.
const TypeRow& row_of(record::LetterType type);

// Each in the file of its type.
void fill_notice(const Composer& composer, Letter& letter);
void fill_advice(const Composer& composer, Letter& letter);
void fill_supervision_advice(const Composer& composer, Letter& letter);
void fill_reminder(const Composer& composer, Letter& letter);
void fill_urge(const Composer& composer, Letter& letter);
void fill_interview(const Composer& composer, Letter& letter);
void fill_briefing(const Composer& composer, Letter& letter);
void fill_bulletin(const Composer& composer, Letter& letter);
void fill_upward(const Composer& composer, Letter& letter);

// advice.cpp: whether there is something left to be put right.
bool has_open_problem(const Letter& letter);
// supervision_advice.cpp: whether a case happened in that very unit, not in one below it.
bool has_case_of_its_own(const Letter& letter);

}  // namespace zsup::letter
