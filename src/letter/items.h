// The items of a letter, as each kind of record gives them: what several types of letter list is
// read here once.
#pragma once

#include <string>

#include "letter/book.h"
#include "letter/letter.h"
#include "record/kinds/case.h"
#include "register/obligations.h"

namespace zsup::letter {

class Composer;

// To be called for each item when its texts are in place: letters times what they list is spent
// from the register's budget.
void spend(const Letter& letter, const Item& item);

// A task, with its due date and, where it is not the letter's, its period.
Item& add_obligation(Letter& letter, Section section, const reg::Obligation& owed);

// A problem, with the unit that has it, its suggestion and its deadline.
Item& add_finding(Letter& letter, Section section, const record::Finding& finding);
// The same, with how it stands.
Item& add_problem(Letter& letter, Section section, const Problem& problem);

// A case as it stands at the as-of date of the letter, with the persons for whom a measure was
// taken by then: what is still being looked into stands in no letter. But for what many read, which
// is masked, only with those whose sanction concerns the addressee: nobody is told of a superior's.
Item& add_case(const Composer& composer, Letter& letter, const record::Case& item);

// Whether a case had led to a measure by the as-of date, and either was filed in the period or led
// to a measure in it.
bool is_of_period(const record::Case& item, value::Period period, value::Date as_of);
// Whether it led to a measure in the period.
bool has_result_in(const record::Case& item, value::Period period, value::Date as_of);

// What an addressee owes and has not reported although its time has passed.
void add_overdue(const Composer& composer, Letter& letter);
// What was reported and returned, with the reason.
void add_returned(const Composer& composer, Letter& letter);
// Problems past their deadline for which a leader answers, or that an org or a unit below it has.
void add_overdue_problems(const Composer& composer, Letter& letter);
// The risk points of an org, under their categories.
void add_risks(Letter& letter, const record::Org& org);

}  // namespace zsup::letter
