#include <algorithm>
#include <vector>

#include "rule/catalogue/families.h"
#include "rule/rule.h"

namespace zsup::rule {

std::span<const diag::RuleInfo> catalogue() {
  static const std::vector<diag::RuleInfo> all = [] {
    std::vector<diag::RuleInfo> list;
    for (const auto family :
         {reading_rules(), shape_rules(), references_rules(), reports_rules(), findings_rules(),
          cases_rules(), filings_rules(), authenticity_rules(), secrecy_rules(), waivers_rules(),
          letters_issued_rules(), draws_rules(), letters_sent_rules()}) {
      list.insert(list.end(), family.begin(), family.end());
    }
    // A family may have codes behind those of another.
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    return list;
  }();
  return all;
}

const diag::RuleInfo* info(diag::Code code) {
  const auto all = catalogue();
  const auto at = std::lower_bound(
      all.begin(), all.end(), code,
      [](const diag::RuleInfo& rule, diag::Code wanted) { return rule.code < wanted; });
  return at != all.end() && at->code == code ? &*at : nullptr;
}

const diag::RuleInfo* info(std::string_view code_name) {
  for (const diag::RuleInfo& rule : catalogue()) {
    if (rule.code.name() == code_name) return &rule;
  }
  return nullptr;
}

}  // namespace zsup::rule
