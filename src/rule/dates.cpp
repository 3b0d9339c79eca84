// The dates of a case, whose order depends on what was decided.
#include "record/kinds/case.h"
#include "rule/families.h"

namespace zsup::rule {

using record::Given;
using value::Date;

void check_case_dates(Context& context, const record::Case& one) {
  constexpr diag::Words clue_date{"线索受理日期", "the day of the clue"};
  constexpr diag::Words filed_on{"立案日期", "the day the case was filed"};
  check_date_order(context, one, {one.clue->date, clue_date},
                   {one.disposition->date, {"处置日期", "the day of the disposition"}});
  check_date_order(context, one, {one.clue->date, clue_date}, {one.filed, filed_on});
  // What came before the clue has been told, and nothing more is said of it.
  const auto sound = [&](const Given<Date>& date) {
    return date && (!one.clue->date || *one.clue->date <= *date);
  };
  if (sound(one.disposition->date) && sound(one.filed)) {
    check_date_order(context, one,
                     {one.disposition->date, {"处置日期", "the day of the disposition"}},
                     {one.filed, filed_on});
  }
  check_date_order(
      context, one, {one.clue->date, clue_date},
      {one.escalated->date, {"上报日期", "the day of the report to the superior body"}});
  for (const record::CasePerson& person : one.persons) {
    constexpr diag::Words measure_on{"处理日期", "the day of the measure"};
    // Talks and the like may come before a case is filed; a sanction comes of it.
    if (person.measure && record::is_sanction(*person.measure) && sound(one.filed)) {
      check_date_order(context, one, {one.filed, filed_on}, {person.date, measure_on});
    } else {
      check_date_order(context, one, {one.clue->date, clue_date}, {person.date, measure_on});
    }
  }
}

}  // namespace zsup::rule
