#include "letter/items.h"

#include <algorithm>

#include "letter/compose.h"
#include "record/kinds/inspection.h"

namespace zsup::letter {

using record::Case;
using record::CasePerson;
using record::Finding;
using record::Org;
using value::Date;

namespace {

bool has_measure(const CasePerson& person, Date as_of) {
  return person.measure && person.date && *person.date <= as_of;
}

constexpr reg::Product letters_by_items{
    {"函件乘以所列事项（连同事项的文字）", "letters times what they list, with its texts"},
    {"缩小函件的对象（--leader、--org），缩短标题和单位名称，或按级次分设登记册",
     "write to fewer at once (--leader, --org), shorten titles and names, or give each level a "
     "register of its own"}};
bool is_above(const Org* org, const Org* below) {
  bool above = false;
  reg::upward(below, [&](const Org& one) { return above = &one == org && org != below; });
  return above;
}

// Whether a leader, or an org for all below it, answers for what happens in a unit.
bool answers_for(const Composer& composer, const Letter& letter, const Org* unit) {
  const reg::Register& reg = composer.reg();
  if (const Org* org = record::as<Org>(letter.to.record)) {
    return reg.tree.is_within(unit, led_by(*org));
  }
  bool answers = false;
  reg::upward(unit, [&](const Org& org) {
    bool any = false;
    for (const record::Leader* leader : reg.tree.in_charge_of(&org)) {
      if (!leader->in_office(letter.as_of)) continue;
      any = true;
      answers = answers || leader == letter.to.record;
    }
    return any;
  });
  return answers;
}

bool concerns(const Composer& composer, const Letter& letter, const Case& one,
              const CasePerson& person) {
  const auto* leader = composer.leader_of(one, person);
  if (leader != nullptr && (leader == letter.to.record || leader == letter.to.attention)) {
    return true;
  }
  const record::Record* place = person.org.target();
  if (place == nullptr && leader != nullptr) place = leader->org.target();
  if (place == nullptr) place = one.org.target();
  const Org* unit = record::as<Org>(place);
  if (unit == nullptr || !answers_for(composer, letter, unit)) return false;
  const auto* to = record::as<record::Leader>(letter.to.record);
  const auto* org = record::as<Org>(letter.to.record);
  const Org* own = to != nullptr ? record::as<Org>(to->org.target()) : led_by(*org);
  const Org* works = leader != nullptr ? record::as<Org>(leader->org.target()) : unit;
  if (is_above(unit, own) || is_above(works, own)) return false;
  if (to == nullptr) return true;
  const bool heads = leader != nullptr && leader->role && *leader->role == record::Role::principal;
  if (heads && works == own) return false;
  const auto rank = person.rank ? person.rank : leader != nullptr ? leader->rank : person.rank;
  return !rank || !to->rank || *rank >= *to->rank;
}

}  // namespace

std::size_t size_of(const Item& item) {
  std::size_t bytes = sizeof(Item) + item.text.size() + item.group.size() + item.unit.size() +
                      item.suggestion.size() + item.reason.size() + item.earlier.size() +
                      item.due.size() * sizeof(Date);
  for (const Person& person : item.persons) {
    bytes += sizeof(Person) + person.name.size() + person.org.size();
  }
  for (const auto& [name, number] : item.measures) bytes += 64 + name.size();
  return bytes;
}

std::size_t size_of(const Letter& letter) {
  std::size_t bytes = sizeof(Letter);
  for (const Item& item : letter.items) bytes += size_of(item);
  return bytes;
}

void spend(const Letter& letter, const Item& item) {
  if (letter.budget != nullptr) letter.budget->hold(item.place, letters_by_items, size_of(item));
}

Item& add_obligation(Letter& letter, Section section, const reg::Obligation& owed) {
  Item& item = letter.items.emplace_back();
  item.section = section;
  item.text = owed.duty->title ? *owed.duty->title : owed.duty->name();
  item.record = owed.duty;
  item.place = owed.duty->id_place();
  // Of a task that is due every month, the month tells which of them is meant.
  if (owed.duty->cadence && *owed.duty->cadence != record::Cadence::once &&
      owed.period != letter.period) {
    item.period = owed.period;
  }
  if (owed.due) item.due.push_back(*owed.due);
  spend(letter, item);
  return item;
}

Item& add_finding(Letter& letter, Section section, const Finding& finding) {
  Item& item = letter.items.emplace_back();
  item.section = section;
  item.text = finding.text ? *finding.text : finding.name();
  item.suggestion = finding.suggestion.or_empty();
  if (const Org* unit = record::as<Org>(finding.org.target())) item.unit = unit->name.or_empty();
  if (finding.source_of) item.source = *finding.source_of;
  if (const auto* round = record::as<record::Inspection>(finding.inspection.target())) {
    item.group = round->name.or_empty();
  }
  if (finding.found) item.found = *finding.found;
  if (finding.deadline) {
    item.deadline = *finding.deadline;
    item.days_overdue = std::max(0, letter.as_of.days - finding.deadline->days);
  }
  item.record = &finding;
  item.place = finding.id_place();
  spend(letter, item);
  return item;
}

Item& add_problem(Letter& letter, Section section, const Problem& problem) {
  Item& item = add_finding(letter, section, *problem.finding);
  item.state = problem.now->state;
  item.days_overdue = problem.now->state.days_overdue;
  if (problem.finding->amount) item.amount = *problem.finding->amount;
  if (problem.finding->recovered) item.recovered = *problem.finding->recovered;
  return item;
}

Item& add_case(const Composer& composer, Letter& letter, const Case& record) {
  Item& item = letter.items.emplace_back();
  item.section = Section::case_;
  item.text = record.title ? *record.title : record.name();
  item.reason = record.grounds.or_empty();
  if (const Org* unit = record::as<Org>(record.org.target())) item.unit = unit->name.or_empty();
  const bool masked = *record::about(letter.type).mask != record::Mask::none;
  for (const CasePerson& person : record.persons) {
    if (!has_measure(person, letter.as_of)) continue;
    if (masked || concerns(composer, letter, record, person)) {
      item.persons.push_back(person_of(person));
    } else {
      item.reason.clear();  // what happened may tell of who is left out
    }
  }
  if (record.filed) item.filed = *record.filed;
  if (record.amount) item.amount = *record.amount;
  if (record.recovered) item.recovered = *record.recovered;
  item.record = &record;
  item.place = record.id_place();
  spend(letter, item);
  return item;
}

bool has_result_in(const Case& item, value::Period period, Date as_of) {
  return std::any_of(item.persons.begin(), item.persons.end(), [&](const CasePerson& person) {
    return has_measure(person, as_of) && period.holds(*person.date);
  });
}

bool is_of_period(const Case& item, value::Period period, Date as_of) {
  const bool has_result =
      std::any_of(item.persons.begin(), item.persons.end(),
                  [&](const CasePerson& person) { return has_measure(person, as_of); });
  return has_result &&
         ((item.filed && period.holds(*item.filed)) || has_result_in(item, period, as_of));
}

void add_overdue(const Composer& composer, Letter& letter) {
  for (const reg::Obligation* owed : composer.owed_by(letter.to.record)) {
    if (owed->state != reg::State::overdue) continue;
    Item& item = add_obligation(letter, Section::overdue, *owed);
    if (owed->due) item.days_overdue = letter.as_of.days - owed->due->days;
  }
}

void add_returned(const Composer& composer, Letter& letter) {
  for (const reg::Obligation* owed : composer.owed_by(letter.to.record)) {
    if (owed->state != reg::State::returned) continue;
    Item& item = add_obligation(letter, Section::returned, *owed);
    item.reason = owed->last->review->reason.or_empty();
    item.place = owed->answer.report->place(owed->last->span);
  }
}

void add_overdue_problems(const Composer& composer, Letter& letter) {
  const Org* org = record::as<Org>(letter.to.record);
  const auto problems = org == nullptr ? composer.book().problems_of(letter.to.record)
                                       : composer.book().problems_in(led_by(*org));
  for (const Problem* problem : problems) {
    if (problem->now->state.overdue) add_problem(letter, Section::rectification, *problem);
  }
}

void add_risks(Letter& letter, const Org& org) {
  const auto first = static_cast<std::ptrdiff_t>(letter.items.size());
  std::vector<std::string> order;
  for (const record::RiskPoint& point : org.risk_points) {
    Item& item = letter.items.emplace_back();
    item.section = Section::risk;
    item.text = point.text.or_empty();
    item.unit = org.name.or_empty();
    if (point.category) item.group = record::row_of(*point.category).label.zh;
    item.record = &org;
    item.place = org.place(point.span);
    spend(letter, item);
    if (std::find(order.begin(), order.end(), item.group) == order.end()) {
      order.push_back(item.group);
    }
  }
  // Those of one category together, in the order in which the unit lists the categories.
  std::stable_sort(letter.items.begin() + first, letter.items.end(),
                   [&](const Item& a, const Item& b) {
                     return std::find(order.begin(), order.end(), a.group) <
                            std::find(order.begin(), order.end(), b.group);
                   });
}

}  // namespace zsup::letter
