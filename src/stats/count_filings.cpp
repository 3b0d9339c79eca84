// Filings after events, by the day of the event. An event that need not be filed counts nowhere.
#include "diag/brief.h"
#include "register/filings.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Filing;
using reg::FilingState;

namespace {

diag::Text reason(const Filing& filing, const reg::FilingStatus& status) {
  const std::string id = diag::brief(slug(filing));
  if (status.several_policies) {
    return say("报备“{0}”的活动日期 {1} 有几个考核办法同时施行，无从判断是否应当报备",
               "several policies are in force on {1}, the day of the event of the filing '{0}', so "
               "it cannot be told whether it had to be filed",
               id, filing.date->iso());
  }
  return say("报备“{0}”的时限要按工作日推算，但没有{1}年的工作日历",
             "the limit of the filing '{0}' is in working days, and there is no calendar of {1}",
             id, status.missing_year);
}

}  // namespace

void count_filings(Sheet& sheet) {
  sheet.count("filings.required", say("应报备活动", "events to be filed"));
  sheet.count("filings.on_time", say("按期报备", "filed on time"), true);
  sheet.count("filings.supplementary", say("补报", "filed after the limit"), true);
  sheet.count("filings.missing", say("逾期未报备", "not filed, limit passed"), true);
  for (const Filing& filing : sheet.reg().all<Filing>()) {
    if (!sheet.counts(filing.date)) continue;
    const reg::FilingStatus status = reg::status_of(sheet.reg(), filing, sheet.at().day());
    switch (status.state) {
      case FilingState::not_required:
        continue;
      case FilingState::unknown:
        if (sheet.so_far().ok()) sheet.fail(reason(filing, status));
        continue;
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
