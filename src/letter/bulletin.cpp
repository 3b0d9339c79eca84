// 情况通报: what was published in the period: what inspections found and what came of it, by unit,
// and the cases that led to a measure.
#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

using record::Org;

namespace {

// Somewhere that has units of its own, rather than a unit.
bool is_area(const Org& org) {
  using record::OrgType;
  return org.type && (*org.type == OrgType::government || *org.type == OrgType::township ||
                      *org.type == OrgType::subdistrict);
}

}  // namespace

void add_published(const Composer& composer, Letter& letter) {
  const Org& to = *record::as<Org>(letter.to.record);
  const Org& org = *led_by(to);
  letter.to.salutation = letter.to.name;
  if (is_area(to)) letter.to.salutation += "所属各有关单位";
  for (const Problem* problem : by_unit(composer.reg(), composer.book().problems_in(&org))) {
    if (!problem->now->published || !letter.period.holds(*problem->now->published)) continue;
    Item& item = add_problem(letter, Section::finding, *problem);
    // Those of one unit and one inspection together.
    if (item.group.empty()) {
      item.group = item.unit;
    } else {
      item.group = item.unit + "（" + item.group + "）";
    }
    item.suggestion.clear();
    spend(letter, item);
  }
  for (const record::Case* one : composer.book().cases_in(&org)) {
    if (has_result_in(*one, letter.period, letter.as_of)) add_case(composer, letter, *one);
  }
}

}  // namespace zsup::letter
