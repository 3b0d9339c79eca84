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

Answering answering(const Register& reg, const Finding& finding, Date day) {
  Answering result;
  if (finding.leader) {
    const Leader* named = record::as<Leader>(finding.leader.target());
    if (named == nullptr) return result;
    if (named->in_office(day)) {
      result.leader = named;
      return result;
    }
  }
  if (finding.line) {
    result.candidates = reg.tree.in_office(reg.tree.in_charge_of(finding.line.or_empty()), day);
  }
  if (result.candidates.empty()) {
    result.candidates = reg.tree.in_office_above(record::as<Org>(finding.org.target()), day);
  }
  if (result.candidates.size() == 1) result.leader = result.candidates.front();
  return result;
}

bool covers(const Register& reg, const Leader& leader, const Finding& finding) {
  if (leader.portfolio.empty()) return false;
  if (finding.line && reg.tree.is_charged(leader, *finding.line)) return true;
  return upward(record::as<Org>(finding.org.target()),
                [&](const Org& org) { return reg.tree.is_charged(leader, org); });
}

const Briefing* briefing_of(const Register& reg, const Finding& finding, Date as_of) {
  const Inspection* inspection = record::as<Inspection>(finding.inspection.target());
  if (inspection == nullptr || (inspection->from && as_of < *inspection->from)) return nullptr;
  std::span<const Inspections::Row> rows;
  upward(record::as<Org>(finding.org.target()), [&](const Org& org) {
    rows = reg.inspections.briefings(*inspection, org);
    return !rows.empty();
  });
  if (rows.empty()) return nullptr;
  // A unit with several leaders in charge has a row for each of them.
  for (const Inspections::Row& row : rows) {
    if (row.leader == nullptr) continue;
    const record::Given<Date>& told = row.briefing->leader_date;
    const Answering who = answering(reg, finding, told && *told <= as_of ? *told : as_of);
    if (row.leader == who.leader) return row.briefing;
  }
  for (const Inspections::Row& row : rows) {
    if (row.leader != nullptr && row.leader == finding.leader.target()) return row.briefing;
  }
  return rows.front().briefing;
}

std::vector<Step> steps(const Register& reg, const Finding& finding, Date as_of) {
  return steps(finding, briefing_of(reg, finding, as_of), as_of);
}

std::vector<Step> steps(const Finding& finding, const Briefing* row, Date as_of) {
  std::vector<Step> list;
  for (const Event& event : finding.events) {
    if (!event.date || !event.what || *event.date > as_of) continue;
    list.push_back({*event.date, *event.what, finding.place(event.date.span), &event});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Step& a, const Step& b) { return a.date < b.date; });
  if (row == nullptr || !is_from_inspection(finding)) return list;
  // Within a day a briefing takes its place in the procedure; what the finding itself lists keeps
  // the order in which it is written.
  const auto add = [&](const record::Given<Date>& date, FindingEvent what) {
    if (!date || *date > as_of) return;
    const auto at = std::find_if(list.begin(), list.end(), [&](const Step& step) {
      return *date < step.date || (*date == step.date && what < step.what);
    });
    list.insert(at, {*date, what, finding.inspection.target()->place(date.span), nullptr});
  };
  add(row->leader_date, FindingEvent::leader_briefed);
  add(row->unit_date, FindingEvent::unit_briefed);
  return list;
}

FindingState state_after(const Finding& finding, std::span<const Step> steps, Date as_of) {
  FindingState state;
  for (const Step& step : steps) {
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
