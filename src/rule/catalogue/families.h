// What is known of every code, one table a family. The tables feed check, explain, the catalogue in
// docs/, SARIF and the tests.
#pragma once

#include <span>

#include "diag/rule_info.h"

namespace zsup::rule {

std::span<const diag::RuleInfo> reading_rules();
std::span<const diag::RuleInfo> shape_rules();
std::span<const diag::RuleInfo> references_rules();
std::span<const diag::RuleInfo> reports_rules();
std::span<const diag::RuleInfo> findings_rules();
std::span<const diag::RuleInfo> cases_rules();
std::span<const diag::RuleInfo> filings_rules();
std::span<const diag::RuleInfo> authenticity_rules();
std::span<const diag::RuleInfo> secrecy_rules();
std::span<const diag::RuleInfo> waivers_rules();
std::span<const diag::RuleInfo> letters_issued_rules();
std::span<const diag::RuleInfo> draws_rules();
std::span<const diag::RuleInfo> letters_sent_rules();

}  // namespace zsup::rule
