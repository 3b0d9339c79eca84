// What letters list: one function for each Gather of record/letter_types.h.
#pragma once

#include "letter/letter.h"
#include "record/letter_types.h"

namespace zsup::letter {

class Composer;

// What a letter must have looked at before it can gather something.
struct Needs {
  bool findings = false;  // those that are open, by who answers for them
  bool book = false;      // problems and cases, closed ones too
};
Needs needs_of(const record::LetterTypeRow& type);

// Adds the items of a type; everything else of the letter is there already.
void gather(const record::LetterTypeRow& type, const Composer& composer, Letter& letter);

// Whether the letter holds what makes it worth sending to everyone whom --all picks.
bool is_worth_sending(const record::LetterTypeRow& type, const Letter& letter);

// Each in the file of the letter that lists it; items.cpp has what several list.
void add_duties(const Composer& composer, Letter& letter);
void add_findings(const Composer& composer, Letter& letter);
void add_unit_problems(const Composer& composer, Letter& letter);
void add_unit_cases(const Composer& composer, Letter& letter);
void add_failed_checks(const Composer& composer, Letter& letter);
void add_reasons_in_cases(const Composer& composer, Letter& letter);
void add_briefing(const Composer& composer, Letter& letter);
void add_published(const Composer& composer, Letter& letter);
void add_reported_upward(const Composer& composer, Letter& letter);

// advice.cpp: whether there is something left to be put right.
bool has_open_problem(const Letter& letter);
// supervision_advice.cpp: whether a case happened in that very unit, not in one below it.
bool has_own_case(const Letter& letter);

}  // namespace zsup::letter
