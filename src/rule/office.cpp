// Who had not yet, or no longer, the office in which they acted for a period.
#include "record/kinds/draw.h"
#include "record/kinds/leader.h"
#include "record/kinds/report.h"
#include "rule/families.h"

namespace zsup::rule {

using record::Leader;
using value::Date;

void check_reporter_in_office(Context& context, const record::Report& report) {
  const Leader* by = record::as<Leader>(report.by.target());
  if (by == nullptr || !report.period) return;
  const Date last = report.period->last_day();
  const Date first = report.period->first_day();
  if (by->until && *by->until < first) {
    check_in_office(context, report, report.by, first, {"在期间的第一天", "when the period began"});
  } else if (by->from && last < *by->from) {
    check_in_office(context, report, report.by, last,
                    {"在期间的最后一天", "when the period ended"});
  }
}

void check_pool_in_office(Context& context, const record::Draw& draw) {
  if (!draw.period) return;
  for (const auto& who : draw.pool) {
    check_in_office(context, draw, who, draw.period->last_day(),
                    {"在期间的最后一天", "when the period ended"});
  }
}

}  // namespace zsup::rule
