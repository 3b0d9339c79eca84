// zsup remind: a paragraph for everyone who has something to make good.
#include <algorithm>

#include "command/common.h"
#include "command/rows.h"
#include "score/scorecard.h"
#include "view/reminders.h"

namespace zsup::command {

using diag::say;

namespace {

constexpr Option<std::vector<std::string>> leader_option{
    {.name = "--leader",
     .takes = Takes::leader,
     .value = {"编号", "ID"},
     .help = {"只提醒这位领导干部", "this leader only"},
     .repeated = true}};
constexpr Option<std::vector<std::string>> org_option{
    {.name = "--org",
     .takes = Takes::org,
     .value = {"编号", "ID"},
     .help = {"只提醒这个组织", "this organisation only"},
     .repeated = true}};
constexpr Flag all_option{
    {.name = "--all",
     .help = {"连同没有逾期和退回事项的对象", "those with nothing overdue or returned as well"}}};
constexpr auto reminder_formats = write::names_for<write::Part::prose, write::Part::data>();
constexpr auto reminder_format_option = format_option_of(reminder_formats);

int run_remind(Session& session, const Arguments& arguments) {
  const reg::Register& reg = session.reg();
  const bool draft = session.draft_or_stop();
  const value::Period period = session.period(first_word(arguments));
  view::RemindersWanted wanted;
  wanted.lang = session.lang();
  wanted.draft = draft;
  wanted.all = arguments.has(all_option);
  wanted.only = named_subjects(session, leader_option, org_option);
  const score::Scoring scoring = score::score(session.at(), period, wanted.only);
  const std::span<const reg::Obligation> owed = session.at().owed(period);
  if (const diag::Text why = reg::not_remindable(owed, session.as_of(), wanted.only);
      !why.empty()) {
    throw Stop{findings, why, say("添加那一年的工作日历", "add a record of kind calendar for it")};
  }
  const std::string text = written(session, view::reminders_page(reg, scoring, owed, wanted));
  if (text.empty()) {
    session.note(say("{}没有需要提醒的对象（截至 {}）",
                     "nobody need be reminded for {2} (as of {1})", period.chinese(),
                     session.as_of().iso(), period.english()));
  }
  session.deliver(text);
  for (const value::Period quarter : scoring.without_policy) {
    session.note(score::no_policy_message(reg, quarter));
  }
  const bool undated = wanted.only.empty() ||
                       std::any_of(wanted.only.begin(), wanted.only.end(), [&](const auto* who) {
                         return scoring.find(who)->missing_year != 0;
                       });
  for (const auto& [quarter, year] : scoring.without_calendar) {
    if (undated) session.note(score::no_calendar_message(period, quarter, year));
  }
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({period_word});
constexpr auto options =
    std::to_array<OptionRow>({leader_option, org_option, all_option, reminder_format_option,
                              allow_errors_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup remind q2", {"第二季度的提醒用语", "the reminders of the second quarter"}},
    {"zsup remind q2 --org 云栎区文旅局", {"只要一个单位的", "of one organisation"}},
});

}  // namespace

const CommandRow remind_row{
    .name = "remind",
    .summary = {"提醒用语，每个对象一段",
                "one reminder paragraph for each who has something to make good"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_remind,
};

}  // namespace zsup::command
