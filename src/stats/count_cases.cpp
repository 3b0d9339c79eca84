// Clues and cases, and the persons of cases: a person is counted once however many cases there are,
// and is known as register/persons has it: by the leader's id, else by name and org.
#include <set>

#include "record/kinds/case.h"
#include "record/kinds/leader.h"
#include "register/persons.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Case;
using record::CasePerson;
using record::Rank;

namespace {

std::string_view name_of(const CasePerson& person) {
  const auto* leader = record::as<record::Leader>(person.leader.target());
  if (leader != nullptr && leader->name) return *leader->name;
  return person.leader ? person.leader->id : person.name.or_empty();
}

bool is_county(Rank rank) {
  return rank == Rank::county_chief || rank == Rank::county_deputy;
}

constexpr std::string_view by_rank = "cases.by_rank.";

void rank_cells(Sheet& sheet, std::string_view id, diag::Words words) {
  const std::string key = std::string(by_rank) + std::string(id);
  sheet.count(key + ".cases", say("立案：{}", "cases by rank: {}", words), true);
  sheet.count(key + ".persons", say("涉案人员：{}", "persons in cases by rank: {}", words), true)
      .as(Nature::distinct);
}

}  // namespace

void count_cases(Sheet& sheet) {
  sheet.count("clues", say("问题线索", "clues"));
  sheet.count("cases.total", say("立案", "cases filed"));
  sheet.count("cases.persons", say("涉案人员", "persons in cases")).as(Nature::distinct);
  rank_cells(sheet, "county", {"县处级", "county level"});
  for (const record::EnumRow& row : record::vocabulary<Rank>().rows) {
    rank_cells(sheet, row.id, row.label);
  }
  const reg::Persons persons(sheet.reg());
  std::set<std::string> known;  // persons, alone and under each rank
  for (const Case& item : sheet.reg().all<Case>()) {
    if (sheet.counts(item.clue->date)) sheet.add("clues", item, item.clue->date.span);
    if (!sheet.counts(item.filed)) continue;
    sheet.add("cases.total", item, item.filed.span);
    std::set<std::string> ranks;  // of this case
    for (const CasePerson& person : item.persons) {
      if (!person.leader && !person.name) continue;
      const text::Span span = person.leader ? person.leader.span : person.name.span;
      const std::string who = persons.identity(item, person);
      if (known.insert(who).second) sheet.add("cases.persons", item, span, name_of(person));
      if (!person.rank) continue;
      const auto under = [&](std::string_view id) {
        const std::string key = std::string(by_rank) + std::string(id);
        if (ranks.insert(key).second) sheet.add(key + ".cases", item, span);
        if (known.insert(key + "\n" + who).second) {
          sheet.add(key + ".persons", item, span, name_of(person));
        }
      };
      if (is_county(*person.rank)) under("county");
      under(record::row_of(*person.rank).id);
    }
  }
}

}  // namespace zsup::stats
