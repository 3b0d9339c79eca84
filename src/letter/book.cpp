#include "letter/book.h"

#include <algorithm>

namespace zsup::letter {

using record::Case;
using record::CasePerson;
using record::Finding;
using record::Inspection;
using record::Leader;
using record::Org;
using record::Record;
using value::Date;

namespace {

template <class Map>
auto look_up(const Map& map, const Record* key) {
  using Item = typename Map::mapped_type::value_type;
  const auto found = map.find(key);
  return found == map.end() ? std::span<const Item>{} : std::span<const Item>(found->second);
}

bool leads(const Org& org, const Org& above) {
  using record::OrgType;
  if (!org.type) return false;
  switch (*org.type) {
    case OrgType::party_committee:
    case OrgType::party_group:
    case OrgType::working_committee:
      return true;
    case OrgType::government:
      // Of a city, a county or a province the record stands for the whole area.
      return above.type &&
             (*above.type == OrgType::township || *above.type == OrgType::subdistrict);
    case OrgType::department:
    case OrgType::discipline_commission:
    case OrgType::supervisory_commission:
    case OrgType::resident_group:
    case OrgType::inspection_team:
    case OrgType::leading_group:
    case OrgType::enterprise:
    case OrgType::township:
    case OrgType::subdistrict:
    case OrgType::village:
      return false;
  }
  return false;
}

std::span<const Leader* const> in_charge(const Problem& problem) {
  const reg::Answering& who = problem.now->who;
  if (who.leader != nullptr) return {&who.leader, 1};
  return who.candidates;
}

// Once under each org, however many of its units or people a case touches, and though the orgs of a
// register with errors may lie above each other.
template <class List>
void add_once(List& list, const typename List::value_type& item) {
  if (list.empty() || list.back() != item) list.push_back(item);
}

}  // namespace

const Org* led_by(const Org& org) {
  const Org* above = reg::parent_of(org);
  return above != nullptr && leads(org, *above) ? above : &org;
}

std::vector<const Problem*> by_unit(const reg::Register& reg,
                                    std::span<const Problem* const> problems) {
  std::vector<const Problem*> list(problems.begin(), problems.end());
  const auto key = [&](const Problem* problem) {
    const Finding& finding = *problem->finding;
    return std::tuple(bool(finding.source_of), finding.source_of.value_or({}),
                      finding.inspection.target());
  };
  for (auto run = list.begin(); run != list.end();) {
    const auto past = std::find_if(
        run, list.end(), [&](const Problem* problem) { return key(problem) != key(*run); });
    std::stable_sort(run, past, [&](const Problem* a, const Problem* b) {
      return reg.tree.place_of(a->finding->org.target()) <
             reg.tree.place_of(b->finding->org.target());
    });
    run = past;
  }
  return list;
}

Book::Book(const reg::AsOf& at) : at_(at), reg_(at.reg()) {
  add_problems();
  add_cases();
}

void Book::add_problems() {
  for (const Finding* finding : at_.all<Finding>()) {
    problems_.push_back({finding, &at_.of(*finding)});
  }
  for (const Problem& one : problems_) {
    const Problem* const problem = &one;
    if (const Leader* leader = problem->now->who.leader) problems_of_[leader].push_back(problem);
    const auto leaders = in_charge(*problem);
    spend(*problem->finding, leaders.size());
    for (const Leader* leader : leaders) {
      problems_under_[leader].push_back(problem);
    }
    reg::upward(record::as<Org>(problem->finding->org.target()), [&](const Org& org) {
      spend(*problem->finding, 1);
      add_once(problems_in_[&org], problem);
      return false;
    });
  }
}

void Book::spend(const Record& record, std::size_t entries) {
  constexpr reg::Product records_by_units{
      {"问题、案件乘以其上级单位和分管领导",
       "findings and cases times the units above them and the leaders in charge"},
      {"每个单位只由一位领导分管，减少单位的层级，或按级次分设登记册",
       "let one leader be in charge of a unit, have fewer levels of units, or give each level a "
       "register of its own"}};
  reg_.budget().work(record, records_by_units, 4 * entries);
  reg_.budget().hold(record, records_by_units, 16 * entries);
}

void Book::add_cases() {
  for (const Case& item : reg_.all<Case>()) {
    if (!at_.has_happened(item.filed)) continue;
    const auto add_upward = [&](const Record* unit) {
      reg::upward(record::as<Org>(unit), [&](const Org& org) {
        spend(item, 1);
        add_once(cases_in_[&org], &item);
        return false;
      });
    };
    add_upward(item.org.target());
    for (const CasePerson& person : item.persons) {
      const auto* leader = record::as<Leader>(person.leader.target());
      const bool by_post = !person.org && leader != nullptr;
      add_upward(by_post ? leader->org.target() : person.org.target());
    }
    // As with findings: whoever is in charge of the unit, else of the nearest above it.
    reg::upward(record::as<Org>(item.org.target()), [&](const Org& org) {
      bool any = false;
      const auto leaders = reg_.tree.in_charge_of(&org);
      spend(item, leaders.size());
      for (const Leader* leader : leaders) {
        if (!leader->in_office(at_.day())) continue;
        add_once(cases_of_[leader], &item);
        any = true;
      }
      return any;
    });
  }
}

std::span<const Problem* const> Book::problems_of(const Record* leader) const {
  return look_up(problems_of_, leader);
}
std::span<const Problem* const> Book::problems_in(const Record* org) const {
  return look_up(problems_in_, org);
}
std::span<const Problem* const> Book::problems_under(const Record* leader) const {
  return look_up(problems_under_, leader);
}
std::span<const Case* const> Book::cases_of(const Record* leader) const {
  return look_up(cases_of_, leader);
}
std::span<const Case* const> Book::cases_in(const Record* org) const {
  return look_up(cases_in_, org);
}

}  // namespace zsup::letter
