// ZS8xx: secrecy.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::secrecy_mark,
     .name = "secrecy-mark",
     .severity = Severity::error,
     .summary = {"国家秘密标志", "a mark of state secrecy"},
     .rationale = {},
     .bad = {},
     .good = {}},
    {.code = code::identity_number,
     .name = "identity-number",
     .severity = Severity::error,
     .summary = {"居民身份证号码", "a resident identity number"},
     .rationale = {},
     .bad = {},
     .good = {}},
    {.code = code::phone_number,
     .name = "phone-number",
     .severity = Severity::error,
     .summary = {"电话号码", "a telephone number"},
     .rationale = {},
     .bad = {},
     .good = {}},
});

}  // namespace

std::span<const diag::RuleInfo> secrecy_rules() {
  return rows;
}

}  // namespace zsup::rule
