// The checks of all families, one file each; rule.cpp lists them in order.
#pragma once

#include "record/kinds/finding.h"
#include "rule/fields.h"
#include "rule/rule.h"

namespace zsup::rule {

// Nothing but spaces and line breaks: no content.
inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The category of a record that the policy wants reported upward at once; null when there is none.
template <class Categories>
const record::Given<record::FindingCategory>* urgent_category(const record::Policy& policy,
                                                              const Categories& categories) {
  std::uint64_t urgent = 0;  // a bit for each that the policy lists
  const auto bit = [](record::FindingCategory one) {
    return std::uint64_t{1} << static_cast<unsigned>(one);
  };
  for (const auto& listed : policy.immediate->categories) {
    if (listed) urgent |= bit(*listed);
  }
  for (const auto& category : categories) {
    if (category && (urgent & bit(*category)) != 0) return &category;
  }
  return nullptr;
}

// actions.cpp
void check_oral_report(Context& context, const record::Action& action);

// dates.cpp
void check_case_dates(Context& context, const record::Case& one);

// references.cpp
void check_org_cycles(Context& context);
void check_calendars(Context& context);
void check_work_days_known(Context& context);
void check_lines(Context& context);
void check_settings(Context& context);
void check_names(Context& context);
void check_readings(Context& context);
void check_conditions(Context& context);

// office.cpp
void check_reporter_in_office(Context& context, const record::Report& report);
void check_pool_in_office(Context& context, const record::Draw& draw);

// policies.cpp
void check_policies(Context& context);
void check_policy(Context& context, const record::Policy& policy);

// duties.cpp
void check_duty(Context& context, const record::Duty& duty);
void check_categories(Context& context);
void check_duties_of_leaders(Context& context);
void check_not_reported(Context& context);

// reports.cpp
void check_report(Context& context, const record::Report& report);
void check_answered_twice(Context& context);
void check_catalogue(Context& context, const record::Report& report);

// measures.cpp
void check_measures(Context& context);

// findings.cpp
void check_finding(Context& context, const record::Finding& finding);
void check_inspection(Context& context, const record::Inspection& inspection);

// authenticity.cpp
void check_copies(Context& context);
void check_spot_check(Context& context, const record::Finding& finding);

// draws.cpp
void check_draw(Context& context, const record::Draw& draw);
// cases.cpp
void check_case(Context& context, const record::Case& one);
void check_escalations(Context& context);
void check_people(Context& context);

// money.cpp
void check_matters(Context& context);

// filings.cpp
void check_filing(Context& context, const record::Filing& filing);

// waivers.cpp
void check_waiver(Context& context, const record::Waiver& waiver);
// Marks what is set aside, and adds which waivers set nothing aside.
void apply_waivers(const reg::Register& reg, value::Date as_of, std::vector<diag::Diagnostic>& all);
void tell_unknown_rule(diag::Sink& sink, text::Place place, std::string_view name);

// letters_issued.cpp
void check_letter_numbers(Context& context);
void check_same_letters(Context& context);

// secrecy.cpp
void check_secrecy(Context& context, text::SourceId source);

}  // namespace zsup::rule
