// Filings after events, by the day of the event. An event that need not be filed counts nowhere.
#include "diag/brief.h"
#include "register/filings.h"
#include "register/obligations.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Filing;
using reg::FilingState;

namespace {

// What is open then; and why.
void leave_open(Sheet& sheet, const Filing& filing, const reg::FilingStatus& status) {
  const std::string id = diag::brief(slug(filing));
  if (status.several_policies) {
    sheet.leave_open(
        {"filings.required", "filings.on_time", "filings.supplementary", "filings.missing"},
        say("报备“{0}”的活动日期 {1} 有几个考核办法同时施行，无从判断是否应当报备，"
            "报备的数字空着",
            "several policies are in force on {1}, the day of the event of the filing "
            "'{0}': whether it had to be filed cannot be told, and the figures of "
            "filings are left open",
            id, filing.date->iso()));
    return;
  }
  const diag::Text why = status.missing_year == 0
                             ? say("考核办法没有可用的报备时限", "the policy gives no limit")
                             : reg::no_calendar(status.missing_year);
  sheet.leave_open(
      {"filings.on_time", "filings.supplementary", "filings.missing"},
      {fmt::format("{}，报备“{}”的时限推算不出，按期、补报、逾期未报备的数字空着", why.zh, id),
       fmt::format("{}, so that the limit of the filing '{}' cannot be told: the figures of what "
                   "was filed in time, late or not at all are left open",
                   why.en, id)});
}

}  // namespace

void count_filings(Sheet& sheet) {
  sheet.count("filings.required", say("应报备活动", "events to be filed"));
  sheet.count("filings.on_time", say("按期报备", "filed on time"), true);
  sheet.count("filings.supplementary", say("补报", "filed after the limit"), true);
  sheet.count("filings.missing", say("逾期未报备", "not filed, limit passed"), true)
      .as(Nature::state);
  bool told = false;
  for (const Filing& filing : sheet.reg().all<Filing>()) {
    if (!sheet.counts(filing.date)) continue;
    const reg::FilingStatus status = reg::status_of(sheet.reg(), filing, sheet.at().day());
    switch (status.state) {
      case FilingState::not_required:
        continue;
      case FilingState::unknown:
        if (!told) leave_open(sheet, filing, status);
        told = true;
        if (status.several_policies) continue;
        break;
      case FilingState::on_time:
        sheet.add("filings.on_time", filing, filing.filed.span);
        break;
      case FilingState::supplementary:
        sheet.add("filings.supplementary", filing, filing.filed.span);
        break;
      case FilingState::missing:
        sheet.add("filings.missing", filing, filing.date.span);
        break;
      case FilingState::pending:
        break;
    }
    sheet.add("filings.required", filing, filing.amount.span);
  }
}

}  // namespace zsup::stats
