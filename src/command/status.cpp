// zsup status: who owes what.
#include "view/status.h"

#include "command/common.h"
#include "command/rows.h"
#include "status/status.h"

namespace zsup::command {

namespace {

constexpr Option<std::vector<std::string>> leader_option{
    {.name = "--leader",
     .takes = Takes::leader,
     .value = {"编号", "ID"},
     .help = {"只看这位领导干部的任务、负责的问题和收到的函件",
              "this leader only: duties, findings to answer for, letters"},
     .repeated = true}};
constexpr Option<std::vector<std::string>> org_option{
    {.name = "--org",
     .takes = Takes::org,
     .value = {"编号", "ID"},
     .help = {"只看这个组织的任务、它和下级的问题、收到的函件",
              "this organisation only: duties, findings of it and below it, letters"},
     .repeated = true}};
constexpr Flag all_states_option{
    {.name = "--all-states",
     .help = {"连同未到期、已通过的任务和未逾期的问题",
              "show what is not due or approved, and findings that are not overdue, too"}}};

int run_status(Session& session, const Arguments& arguments) {
  const reg::Register& reg = session.reg();
  const bool draft = session.draft_or_stop();
  status::StatusRequest request;
  request.period = session.period(first_word(arguments));
  // Where nobody named a period, the quarter of the as-of date has hardly begun to be owed when the
  // last one falls due.
  request.with_previous = !first_word(arguments) && !reg.config.period;
  request.all_states = arguments.has(all_states_option);
  request.only = named_subjects(session, leader_option, org_option);
  const status::Status status = status::status(session.at(), request);
  session.deliver(
      written(session, view::status_page(reg, status, {.lang = session.lang(), .draft = draft})));
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::period,
     .name = {"期间", "PERIOD"},
     .help =
         {"q2、h1、2026、2026-h1、2026-q2 或 2026-06；不写则取登记册的期间，没有则为本季度和"
          "上季度未办结的",
          "q2, h1, 2026, 2026-h1, 2026-q2 or 2026-06; else the register's own, else this quarter "
          "and what the last one left undone"}},
});
constexpr auto options =
    std::to_array<OptionRow>({leader_option, org_option, all_states_option, format_option,
                              excel_option, allow_errors_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup status", {"谁欠什么", "who owes what"}},
    {"zsup status q2 --leader 晏知衡 --all-states",
     {"一位领导第二季度的全部事项", "everything of one leader in the second quarter"}},
    {"zsup status --as-of 2026-06-30", {"那一天的情况", "how things stood on that day"}},
});

}  // namespace

const CommandRow status_row{
    .name = "status",
    .summary = {"谁欠什么：即将到期、逾期、待审核、退回、问题逾期",
                "who owes what: due soon, overdue, under review, returned; findings overdue"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_status,
};

}  // namespace zsup::command
