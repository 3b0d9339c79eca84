// zsup trend: scores, places and lights over the quarters.
#include "view/trend.h"

#include "command/common.h"
#include "command/rows.h"
#include "score/trend.h"

namespace zsup::command {

using diag::say;

namespace {

constexpr Option<std::vector<std::string>> leader_option{
    {.name = "--leader",
     .takes = Takes::leader,
     .value = {"编号", "ID"},
     .help = {"只看这位领导干部", "this leader only"},
     .repeated = true}};
constexpr Option<std::vector<std::string>> org_option{
    {.name = "--org",
     .takes = Takes::org,
     .value = {"编号", "ID"},
     .help = {"只看这个组织", "this organisation only"},
     .repeated = true}};

int run_trend(Session& session, const Arguments&) {
  const reg::Register& reg = session.reg();
  const bool draft = session.draft_or_stop();
  const std::vector<const record::Record*> only =
      named_subjects(session, leader_option, org_option);
  const score::Trend trend = score::trend(session.at(), only);
  session.deliver(
      written(session, view::trend_page(reg, trend, {.lang = session.lang(), .draft = draft})));
  for (const value::Period period : trend.without_policy) {
    session.note(score::no_policy_message(reg, period));
  }
  for (const auto& [period, year] : trend.without_calendar) {
    session.note(score::no_calendar_message(period, period, year));
  }
  if (trend.lines.empty()) {
    session.note(say("到 {} 为止没有可以计分的季度", "there is no quarter to score up to {}",
                     session.as_of().iso()));
  }
  return session.outcome(draft);
}

constexpr auto options =
    std::to_array<OptionRow>({leader_option, org_option, format_option, excel_option,
                              allow_errors_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup trend", {"最近八个季度", "the last eight quarters"}},
    {"zsup trend --org 云栎区文旅局", {"一个单位的", "those of one organisation"}},
});

}  // namespace

const CommandRow trend_row{
    .name = "trend",
    .summary = {"各季度的得分、名次和灯", "scores, places and lights over the quarters"},
    .detail = {"列出截至日期为止有任务或有加减分的季度，最多八个；每一季度都按截至日期时的情况计算"
               "。灯取该季度各项"
               "任务中最需要"
               "注意的一种：红、黄、蓝、绿、灰。",
               "Shows the quarters in which something was owed or hit up to the as-of date, eight "
               "at most, each as it "
               "stands at that date. The light is that of whatever needs attention most: red, "
               "yellow, blue, green, grey."},
    .words = {},
    .options = options,
    .examples = examples,
    .run = run_trend,
};

}  // namespace zsup::command
