// 通报材料: for one leader, what inspections found in the units and lines that the leader is in
// charge of, how far the feedback "1+1" has come, and the cases there.
#include <algorithm>
#include <map>
#include <set>

#include "letter/compose.h"
#include "letter/items.h"
#include "record/kinds/inspection.h"

namespace zsup::letter {

using record::Finding;
using record::FindingEvent;
using record::Inspection;
using record::Org;
using value::Date;

namespace {

// An inspection all of whose problems were closed before the period is told no more.
std::vector<const Problem*> told(const Composer& composer, const Letter& letter) {
  std::vector<const Problem*> list;
  std::set<const record::Record*> alive;
  for (const Problem* problem : composer.book().problems_under(letter.to.record)) {
    if (!reg::is_from_inspection(*problem->finding)) continue;
    if (problem->finding->found && composer.known_until() < *problem->finding->found) continue;
    list.push_back(problem);
    if (!problem->now->state.closed_on ||
        *problem->now->state.closed_on >= letter.period.first_day()) {
      alive.insert(problem->finding->inspection.target());
    }
  }
  std::erase_if(list, [&](const Problem* problem) {
    return !alive.contains(problem->finding->inspection.target());
  });
  return list;
}

const Org* briefed_unit(const Problem& problem) {
  const record::Briefing* row = problem.now->briefing;
  return record::as<Org>(row == nullptr ? problem.finding->org.target() : row->unit.target());
}

void count(Chain& chain, const Problem& problem) {
  ++chain.findings;
  if (problem.now->state.closed()) ++chain.closed;
  bool claimed = false;
  bool submitted = false;
  for (const reg::Step& step : problem.now->steps) {
    if (step.what == FindingEvent::leader_briefed) chain.leader_briefed = step.date;
    if (step.what == FindingEvent::unit_briefed) chain.unit_briefed = step.date;
    if (step.what == FindingEvent::submitted) submitted = true;
    if (step.what != FindingEvent::claimed) continue;
    claimed = true;
    if (!chain.claimed || *chain.claimed < step.date) chain.claimed = step.date;
  }
  if (!claimed) ++chain.unclaimed;
  if (submitted) ++chain.submitted;
}

void add_chains(const Composer& composer, Letter& letter,
                const std::vector<const Problem*>& problems) {
  // By the round and the unit, the number of the item.
  std::map<std::pair<const record::Record*, const Org*>, std::size_t> known;
  for (const Problem* problem : by_unit(composer.reg(), problems)) {
    const record::Record* round = problem->finding->inspection.target();
    const Org* unit = briefed_unit(*problem);
    const auto [at, is_new] = known.try_emplace({round, unit}, letter.items.size());
    if (is_new) {
      Item& item = letter.items.emplace_back();
      item.section = Section::chain;
      item.chain.emplace();
      if (unit != nullptr) item.unit = unit->name.or_empty();
      item.record = problem->finding;
      item.place = problem->finding->id_place();
      if (const auto* inspection = record::as<Inspection>(round)) {
        item.text = inspection->name.or_empty();
        item.record = inspection;
        item.place = inspection->id_place();
      }
      item.chain->published = problem->now->published;
      spend(letter, item);
    }
    count(*letter.items[at->second].chain, *problem);
  }
  for (const auto& [key, number] : known) {
    Chain& chain = *letter.items[number].chain;
    if (chain.unclaimed > 0) chain.claimed.reset();
  }
}

}  // namespace

void add_briefing(const Composer& composer, Letter& letter) {
  const std::vector<const Problem*> problems = told(composer, letter);
  add_chains(composer, letter, problems);
  for (const Problem* problem : problems) {
    Item& item = add_problem(letter, Section::finding, *problem);
    if (problem->now->state.closed()) item.suggestion.clear();
  }
  for (const record::Case* one : composer.book().cases_of(letter.to.record)) {
    if (is_of_period(*one, letter.period, letter.as_of)) add_case(composer, letter, *one);
  }
}

}  // namespace zsup::letter
