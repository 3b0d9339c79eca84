// zsup score: how each leader and organisation scores, with every point explained.
#include <algorithm>

#include "command/common.h"
#include "command/rows.h"
#include "score/scorecard.h"
#include "view/scores.h"

namespace zsup::command {

using diag::say;

namespace {

constexpr Flag explain_option{
    {.name = "--explain",
     .help = {"逐条说明每一分的来由，以及怎样提高得分",
              "tell where every point comes from, and what would raise the score"}}};
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

int run_score(Session& session, const Arguments& arguments) {
  const reg::Register& reg = session.reg();
  const bool draft = session.draft_or_stop();
  const value::Period period = session.period(first_word(arguments));
  const std::vector<const record::Record*> only =
      named_subjects(session, leader_option, org_option);
  const score::Scoring scoring = score::score(session.at(), period, only);
  view::ScoresWanted wanted{
      {.lang = session.lang(), .draft = draft}, arguments.has(explain_option), only};
  session.deliver(written(session, view::scores_page(reg, scoring, std::move(wanted))));
  for (const value::Period quarter : scoring.without_policy) {
    session.note(score::no_policy_message(reg, quarter));
  }
  const bool all = only.empty();
  for (const auto& [quarter, year] : scoring.without_calendar) {
    const bool shown = all || std::any_of(only.begin(), only.end(), [&](const record::Record* who) {
                         return scoring.find(who)->missing_year != 0;
                       });
    if (shown) session.note(score::no_calendar_message(period, quarter, year));
  }
  if (scoring.cards.empty()) {
    session.note(say("{0}没有人承担任务，也没有人被加分、减分或否决",
                     "nobody owes anything in {1}, and nobody is hit by a row of a policy",
                     period.chinese(), period.english()));
  }
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({period_word});
constexpr auto options =
    std::to_array<OptionRow>({explain_option, leader_option, org_option, format_option,
                              excel_option, allow_errors_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup score q2", {"给第二季度计分", "score the second quarter"}},
    {"zsup score q2 --org 云栎区文旅局 --explain",
     {"逐条说明一个单位的得分", "explain one organisation's score"}},
    {"zsup score q2 --format csv --excel -o 得分.csv", {"导出给 Excel", "for Excel"}},
});

}  // namespace

const CommandRow score_row{
    .name = "score",
    .summary = {"按考核办法计分，每一分都有出处",
                "score by the policy, with a source for every point"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_score,
};

}  // namespace zsup::command
