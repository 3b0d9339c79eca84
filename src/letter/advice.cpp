// 纪律检查建议书: to a unit, its risk points and what oversight found there, closed or not, both by
// category. What an inspection found is put right by a procedure of its own and is only counted.
#include <algorithm>

#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

using record::Finding;
using record::Org;

namespace {

// The category under which a problem stands: of several, the first that is a risk of the unit.
record::FindingCategory category_for(const Finding& finding, const Org& org) {
  for (const auto& category : finding.categories) {
    for (const record::RiskPoint& point : org.risk_points) {
      if (point.category && *point.category == *category) return *category;
    }
  }
  return *finding.categories[0];
}

// Categories stand as the risk points have them, others after these as the vocabulary has them.
std::size_t rank_of(record::FindingCategory category, const Org& org) {
  for (std::size_t at = 0; at < org.risk_points.size(); ++at) {
    const record::RiskPoint& point = org.risk_points[at];
    if (point.category && *point.category == category) return at;
  }
  return org.risk_points.size() + static_cast<std::size_t>(category);
}

struct Ranked {
  std::size_t rank = 0;
  std::string group;
  const Problem* problem = nullptr;
};

}  // namespace

void fill_advice(const Composer& composer, Letter& letter) {
  const Org& org = *record::as<Org>(letter.to.record);
  add_risks(letter, org);
  std::vector<Ranked> found;
  for (const Problem* problem : composer.book().problems_in(&org)) {
    if (problem->finding->found && composer.known_until() < *problem->finding->found) continue;
    if (reg::is_from_inspection(*problem->finding)) {
      if (!problem->state.closed()) ++letter.elsewhere;
      continue;
    }
    Ranked& one = found.emplace_back();
    one.problem = problem;
    one.rank = org.risk_points.size() + 1000;
    if (problem->finding->categories.empty()) continue;
    const record::FindingCategory category = category_for(*problem->finding, org);
    one.rank = rank_of(category, org);
    one.group = record::row_of(category).label.zh;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  for (const Ranked& one : found) {
    Item& item = add_problem(letter, Section::finding, *one.problem);
    item.group = one.group;
    item.earlier = composer.number_of_earlier(&org, *one.problem->finding);
    // What has been put right needs no suggestion any more.
    if (one.problem->state.closed()) item.suggestion.clear();
  }
  const Org* supervisor = reg::supervisor_of(&org);
  if (supervisor != nullptr && supervisor != letter.issuer && supervisor->type &&
      *supervisor->type == record::OrgType::resident_group) {
    letter.copies.emplace_back(*supervisor->name);
  }
}

bool has_open_problem(const Letter& letter) {
  return std::any_of(letter.items.begin(), letter.items.end(), [&](const Item& item) {
    const auto* finding = record::as<Finding>(item.record);
    return finding != nullptr && finding->org.value.target == letter.to.record &&
           !item.state->closed();
  });
}

}  // namespace zsup::letter
