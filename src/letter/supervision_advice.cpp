// 监察建议书: to a unit where cases were dealt with in the period. What they were and what came of
// them; what oversight found besides, or what set them off; the risk points where they happened.
#include <algorithm>
#include <set>

#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

using record::Case;
using record::Org;

namespace {

// The supervisory commission beside the issuer, with which it shares one office; else the issuer.
const Org* commission_beside(const reg::Register& reg, const Org* issuer) {
  const Org* found = nullptr;
  for (const Org& org : reg.all<Org>()) {
    if (!org.type || *org.type != record::OrgType::supervisory_commission) continue;
    if (issuer == nullptr || reg::parent_of(org) != reg::parent_of(*issuer)) continue;
    if (found != nullptr) return issuer;
    found = &org;
  }
  return found == nullptr ? issuer : found;
}

}  // namespace

void add_unit_cases(const Composer& composer, Letter& letter) {
  const Org& org = *record::as<Org>(letter.to.record);
  letter.issuer = commission_beside(composer.reg(), letter.issuer);
  std::set<const record::Record*> set_off;  // the findings from which the cases came
  std::vector<const Org*> places{&org};
  std::set<const Org*> known{&org};
  for (const Case* one : composer.book().cases_in(led_by(org))) {
    if (!is_of_period(*one, letter.period, letter.as_of)) continue;
    add_case(composer, letter, *one);
    if (one->clue) set_off.insert(one->clue->source.target());
    const Org* place = record::as<Org>(one->org.target());
    if (place != nullptr && known.insert(place).second) places.push_back(place);
  }
  if (letter.items.empty()) return;
  for (const Problem* problem : composer.book().problems_in(led_by(org))) {
    const bool source = set_off.contains(problem->finding);
    const bool open = !problem->now->state.closed() && !reg::is_from_inspection(*problem->finding);
    if (!source && !open) continue;
    Item& item = add_problem(letter, Section::finding, *problem);
    item.group.clear();
    if (problem->now->state.closed()) item.suggestion.clear();
  }
  for (const Org* place : places) add_risks(letter, *place);
}

bool has_own_case(const Letter& letter) {
  return std::any_of(letter.items.begin(), letter.items.end(), [&](const Item& item) {
    const auto* one = record::as<Case>(item.record);
    return one != nullptr && one->org.target() == letter.to.record;
  });
}

}  // namespace zsup::letter
