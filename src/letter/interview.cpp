// 约谈通知: why the addressee is asked to come: reports that a spot check found not genuine,
// problems past their deadline, reports past theirs; and cases where the addressee is in charge,
// which for a leader add to the reasons but are none by themselves.
#include "letter/compose.h"
#include "letter/items.h"
#include "record/kinds/report.h"

namespace zsup::letter {

using record::Org;

namespace {

// Not put right yet; a report that was tested is answered for by whoever made it.
bool is_failed_check(const Problem& problem, const record::Record* by) {
  const record::Finding& finding = *problem.finding;
  if (!finding.target || problem.now->state.closed()) return false;
  if (!finding.target->verdict || *finding.target->verdict == record::SpotCheckVerdict::genuine) {
    return false;
  }
  const auto* report = record::as<record::Report>(finding.target->report.target());
  return report != nullptr && report->by.target() == by;
}

}  // namespace

void add_failed_checks(const Composer& composer, Letter& letter) {
  const record::Record* to = letter.to.record;
  const Book& book = composer.book();
  const Org* org = record::as<Org>(to);
  const auto problems = org == nullptr ? book.problems_of(to) : book.problems_in(led_by(*org));
  for (const Problem* problem : problems) {
    if (is_failed_check(*problem, to)) add_problem(letter, Section::finding, *problem);
  }
}

void add_reasons_in_cases(const Composer& composer, Letter& letter) {
  const record::Record* to = letter.to.record;
  const Book& book = composer.book();
  const Org* org = record::as<Org>(to);
  if (org == nullptr && letter.items.empty()) return;
  for (const record::Case* one : org == nullptr ? book.cases_of(to) : book.cases_in(led_by(*org))) {
    if (is_of_period(*one, letter.period, letter.as_of)) add_case(composer, letter, *one);
  }
}

}  // namespace zsup::letter
