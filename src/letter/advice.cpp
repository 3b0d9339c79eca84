// 纪律检查建议书: to a unit, its risk points and what oversight found there, closed or not, both by
// category. What an inspection found is put right by a procedure of its own and is only counted.
#include <algorithm>
#include <map>

#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

using record::Finding;
using record::Org;

namespace {

// The place of each category's first risk point in the unit's list.
using Places = std::map<record::FindingCategory, std::size_t>;

Places places_of(const Org& org) {
  Places places;
  for (std::size_t at = 0; at < org.risk_points.size(); ++at) {
    const record::RiskPoint& point = org.risk_points[at];
    if (point.category) places.try_emplace(*point.category, at);
  }
  return places;
}

// The category under which a problem stands: of several, the first that is a risk of the unit.
std::optional<record::FindingCategory> category_for(const Finding& finding, const Places& places) {
  std::optional<record::FindingCategory> first;
  for (const auto& category : finding.categories) {
    if (category && places.contains(*category)) return *category;
    if (category && !first) first = *category;
  }
  return first;
}

// Categories stand as the risk points have them, others after these as the vocabulary has them.
std::size_t rank_of(record::FindingCategory category, const Places& places, const Org& org) {
  const auto at = places.find(category);
  return at != places.end() ? at->second
                            : org.risk_points.size() + static_cast<std::size_t>(category);
}

struct Ranked {
  std::size_t rank = 0;
  std::string group;
  const Problem* problem = nullptr;
};

}  // namespace

void add_unit_problems(const Composer& composer, Letter& letter) {
  const Org& org = *record::as<Org>(letter.to.record);
  add_risks(letter, org);
  const Places places = places_of(org);
  std::vector<Ranked> found;
  for (const Problem* problem : composer.book().problems_in(&org)) {
    if (problem->finding->found && composer.known_until() < *problem->finding->found) continue;
    if (reg::is_from_inspection(*problem->finding)) {
      if (!problem->now->state.closed()) ++letter.elsewhere;
      continue;
    }
    Ranked& one = found.emplace_back();
    one.problem = problem;
    one.rank = org.risk_points.size() + 1000;
    const auto category = category_for(*problem->finding, places);
    if (!category) continue;
    one.rank = rank_of(*category, places, org);
    one.group = record::row_of(*category).label.zh;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  for (const Ranked& one : found) {
    Item& item = add_problem(letter, Section::finding, *one.problem);
    item.group = one.group;
    item.earlier = composer.number_of_earlier(&org, *one.problem->finding);
    // What has been put right needs no suggestion any more.
    if (one.problem->now->state.closed()) item.suggestion.clear();
  }
  const Org* supervisor = reg::supervisor_of(&org);
  if (supervisor != nullptr && supervisor != letter.issuer && supervisor->type &&
      *supervisor->type == record::OrgType::resident_group) {
    letter.copies.emplace_back(supervisor->name.or_empty());
  }
}

bool has_open_problem(const Letter& letter) {
  return std::any_of(letter.items.begin(), letter.items.end(), [&](const Item& item) {
    const auto* finding = record::as<Finding>(item.record);
    return finding != nullptr && finding->org.target() == letter.to.record && !item.state->closed();
  });
}

}  // namespace zsup::letter
