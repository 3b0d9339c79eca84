#include "register/findings.h"

#include <algorithm>

namespace zsup::reg {

using record::Briefing;
using record::Event;
using record::Finding;
using record::FindingEvent;
using record::Inspection;
using record::Leader;
using record::Org;
using value::Date;

namespace {

std::vector<const Leader*> in_office(std::span<const Leader* const> leaders, Date day) {
  std::vector<const Leader*> list;
  for (const Leader* leader : leaders) {
    if (leader->in_office(day)) list.push_back(leader);
  }
  return list;
}

}  // namespace

Answering answering(const Register& reg, const Finding& finding, Date day) {
  Answering result;
  if (finding.leader) {
    const Leader* named = record::as<Leader>(finding.leader.value.target);
    if (named == nullptr) return result;
    if (named->in_office(day)) {
      result.leader = named;
      result.candidates.push_back(named);
      return result;
    }
  }
  if (finding.line) result.candidates = in_office(reg.tree.in_charge_of(*finding.line), day);
  if (result.candidates.empty()) {
    upward(record::as<Org>(finding.org.value.target), [&](const Org& org) {
      result.candidates = in_office(reg.tree.in_charge_of(&org), day);
      return !result.candidates.empty();
    });
  }
  if (result.candidates.size() == 1) result.leader = result.candidates.front();
  return result;
}

bool covers(const Leader& leader, const Finding& finding) {
  for (const auto& charge : leader.portfolio) {
    if (charge->org == nullptr) {
      if (finding.line && charge->text == *finding.line) return true;
      continue;
    }
    if (upward(record::as<Org>(finding.org.value.target),
               [&](const Org& org) { return &org == charge->org; })) {
      return true;
    }
  }
  return false;
}

const Briefing* briefing_of(const Register& reg, const Finding& finding, Date as_of) {
  const Inspection* inspection = record::as<Inspection>(finding.inspection.value.target);
  if (inspection == nullptr || (inspection->from && as_of < *inspection->from)) return nullptr;
  const Briefing* of_unit = nullptr;
  upward(record::as<Org>(finding.org.value.target), [&](const Org& org) {
    for (const Briefing& row : inspection->briefings) {
      if (row.unit.value.target != &org) continue;
      if (of_unit == nullptr) of_unit = &row;
    }
    return of_unit != nullptr;
  });
  if (of_unit == nullptr) return nullptr;
  // A unit with several leaders in charge has a row for each of them.
  const auto of_the_unit = [&](const Briefing& row) {
    return row.unit.value.target == of_unit->unit.value.target &&
           row.leader.value.target != nullptr;
  };
  for (const Briefing& row : inspection->briefings) {
    if (!of_the_unit(row)) continue;
    const bool briefed = row.leader_date && *row.leader_date <= as_of;
    const Answering who = answering(reg, finding, briefed ? *row.leader_date : as_of);
    if (row.leader.value.target == who.leader) return &row;
  }
  for (const Briefing& row : inspection->briefings) {
    if (of_the_unit(row) && row.leader.value.target == finding.leader.value.target) return &row;
  }
  return of_unit;
}

std::vector<Step> steps(const Register& reg, const Finding& finding, Date as_of) {
  std::vector<Step> list;
  for (const Event& event : finding.events) {
    if (!event.date || !event.what || *event.date > as_of) continue;
    list.push_back({*event.date, *event.what, finding.place(event.date.span), &event});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Step& a, const Step& b) { return a.date < b.date; });
  const Briefing* row = is_from_inspection(finding) ? briefing_of(reg, finding, as_of) : nullptr;
  if (row == nullptr) return list;
  // Within a day a briefing takes its place in the procedure; what the finding itself lists keeps
  // the order in which it is written.
  const auto add = [&](const record::Given<Date>& date, FindingEvent what) {
    if (!date || *date > as_of) return;
    const auto at = std::find_if(list.begin(), list.end(), [&](const Step& step) {
      return *date < step.date || (*date == step.date && what < step.what);
    });
    list.insert(at, {*date, what, finding.inspection.value.target->place(date.span), nullptr});
  };
  add(row->leader_date, FindingEvent::leader_briefed);
  add(row->unit_date, FindingEvent::unit_briefed);
  return list;
}

FindingState state_of(const Register& reg, const Finding& finding, Date as_of) {
  FindingState state;
  for (const Step& step : steps(reg, finding, as_of)) {
    if (step.what == FindingEvent::published) {
      state.published = true;
      continue;
    }
    if (step.what == FindingEvent::claimed) state.claimed = true;
    state.last = step.what;
    if (step.what == FindingEvent::closed) {
      state.closed_on = step.date;
    } else {
      state.closed_on.reset();
    }
  }
  if (finding.deadline && *finding.deadline < as_of && !state.closed()) {
    state.overdue = true;
    state.days_overdue = as_of.days - finding.deadline->days;
  }
  return state;
}

std::string_view id_of(const FindingState& state) {
  return state.last ? record::row_of(*state.last).id : "open";
}

diag::Words words_of(const FindingState& state) {
  return state.last ? record::row_of(*state.last).label : diag::Words{"未交办", "open"};
}

}  // namespace zsup::reg
