// Findings of the period, and what has become of them.
#include "record/kinds/finding.h"
#include "register/findings.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Finding;
using record::FindingEvent;

void count_findings(Sheet& sheet) {
  sheet.count("findings.total", say("发现问题", "findings"));
  for (const record::EnumRow& row : record::vocabulary<record::FindingSource>().rows) {
    sheet.count("findings.by_source." + std::string(row.id),
                say("问题来源：{}", "findings by source: {}", row.label), true);
  }
  const auto state = [&](std::string_view id, diag::Words words) {
    sheet
        .count("findings.by_state." + std::string(id),
               say("问题状态：{}", "findings by state: {}", words), true)
        .as(Nature::state);
  };
  state(reg::id_of(reg::FindingState{}), reg::words_of(reg::FindingState{}));
  for (const record::EnumRow& row : record::vocabulary<FindingEvent>().rows) {
    // Being published is a fact beside the state.
    if (row.id != record::row_of(FindingEvent::published).id) state(row.id, row.label);
  }
  for (const Finding& finding : sheet.reg().all<Finding>()) {
    if (!sheet.counts(finding.found)) continue;
    sheet.add("findings.total", finding, finding.found.span);
    if (finding.source_of) {
      sheet.add("findings.by_source." + std::string(record::row_of(*finding.source_of).id), finding,
                finding.source_of.span);
    }
    const reg::FindingNow& now = sheet.at().of(finding);
    // The step that makes the state, unless an inspection's briefings have it.
    text::Span span = finding.found.span;
    for (const reg::Step& step : now.steps) {
      if (step.what == now.state.last && step.event != nullptr) span = step.event->date.span;
    }
    sheet.add("findings.by_state." + std::string(reg::id_of(now.state)), finding, span);
  }
  sheet.percent("findings.closed_rate", say("问题销号率（%）", "findings closed (%)"),
                sheet.at("findings.by_state.closed"), sheet.at("findings.total"));
}

}  // namespace zsup::stats
