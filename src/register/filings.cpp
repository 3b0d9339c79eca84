#include "register/filings.h"

namespace zsup::reg {

using record::Filing;
using record::Policy;
using value::Date;

FilingStatus status_of(const Register& reg, const Filing& filing, Date as_of) {
  FilingStatus status;
  if (!filing.date || !filing.amount) return status;
  status.policy = reg.policy_on(*filing.date);
  if (status.policy == nullptr) {
    status.several_policies = reg.any_policy_on(*filing.date);
    if (status.several_policies) status.state = FilingState::unknown;
    return status;
  }
  const record::FilingDuty& duty = status.policy->filing.or_empty();
  if (!duty.threshold || *filing.amount < *duty.threshold) return status;
  status.state = FilingState::unknown;
  if (!duty.within) return status;
  status.limit = reg.work_days.due(*filing.date, *duty.within, &status.missing_year);
  if (!status.limit) return status;
  if (filing.filed && *filing.filed <= as_of) {
    status.state =
        *filing.filed <= *status.limit ? FilingState::on_time : FilingState::supplementary;
  } else {
    status.state = *status.limit < as_of ? FilingState::missing : FilingState::pending;
  }
  return status;
}

}  // namespace zsup::reg
