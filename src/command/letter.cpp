// zsup letter: letters derived from the records.
#include <algorithm>
#include <map>

#include "command/common.h"
#include "command/issue.h"
#include "command/rows.h"
#include "diag/brief.h"
#include "diag/counted.h"
#include "letter/compose.h"
#include "letter/sections.h"
#include "mask/letters.h"
#include "score/scorecard.h"
#include "view/reminders.h"
#include "write/letter_markdown.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using record::Kind;
using record::LetterType;

namespace {

constexpr Flag issue_option{{.name = "--issue",
                             .help = {"印发：编下一个文号，并写入函件记录",
                                      "issue: take the next number, and record the letter"}}};
constexpr text::Table<record::Mask, diag::Words> mask_names{{
    {record::Mask::none, {"不隐去", "none"}},
    {record::Mask::surname, {"只留姓氏", "surname"}},
    {record::Mask::full, {"全部隐去", "full"}},
}};
constexpr auto mask_option =
    one_of<mask_names, record::Mask::none, record::Mask::surname, record::Mask::full>(
        {.name = "--mask",
         .value = {"方式", "HOW"},
         .help = {"隐去姓名：不隐去、只留姓氏、全部隐去", "how much of names to hide"}});
constexpr Option<std::string> leader_option{
    {.name = "--leader",
     .takes = Takes::leader,
     .value = {"编号", "ID"},
     .help = {"发给这位领导干部；向上级的报告由这位领导干部署名",
              "to this leader; a report upward is from this leader"}}};
constexpr Option<std::string> org_option{{.name = "--org",
                                          .takes = Takes::org,
                                          .value = {"编号", "ID"},
                                          .help = {"发给这个组织", "to this organisation"}}};
constexpr Option<std::string> type_option{
    {.name = "--type",
     .short_name = "-t",
     .takes = Takes::letter_type,
     .value = {"类型", "TYPE"},
     .help = {"函件类型：notice（函告书，默认）、advice（纪律检查建议书）、"
              "supervision-advice（监察建议书）、reminder（提醒函）、urge（督办函）、"
              "interview（约谈通知）、briefing（通报材料）、bulletin（情况通报）、"
              "upward（向上级的报告）",
              "type of letter: notice (by default), advice, supervision-advice, reminder, urge, "
              "interview, briefing, bulletin, upward"}}};
constexpr auto letter_formats = std::to_array<std::string_view>({"md", "json", "table", "csv"});
constexpr Option<std::string> letter_format_option{
    {.name = "--format",
     .short_name = "-f",
     .takes = Takes::choice,
     .value = {"格式", "FORMAT"},
     .help = {"md 为函件正文；table、csv 为函件一览，每份一行",
              "md is the letters themselves; table and csv list them, a row each"},
     .choices = letter_formats}};
constexpr Option<std::string> letters_output_option{
    {.name = "--output",
     .short_name = "-o",
     .takes = Takes::file,
     .value = {"路径", "PATH"},
     .help = {"写入文件；与 --all 一起时写入文件夹，每份一个文件",
              "write to a file; with --all to a folder, a file each"}}};

std::vector<std::string_view> type_names() {
  std::vector<std::string_view> names;
  for (const record::LetterTypeRow& row : record::letter_types()) {
    names.push_back(row.id);
  }
  return names;
}

LetterType type_named(const std::string& name) {
  for (const record::LetterTypeRow& row : record::letter_types()) {
    if (row.id == name || row.label.zh == name) return row.type;
  }
  std::string all;
  for (const std::string_view known : type_names())
    all += (all.empty() ? "" : ", ") + std::string(known);
  throw Stop{usage, say("--type 没有“{}”这种函件", "--type knows no letter '{}'", brief(name)),
             say("可用：{}", "it is one of: {}", all)};
}

letter::FiguresOf figures_of(const score::Scoring& scoring) {
  letter::FiguresOf figures;
  for (const score::Scorecard& card : scoring.cards) {
    figures.emplace(card.subject, view::figures_of(card));
  }
  return figures;
}

// The register's own template where it has one, otherwise the built-in one.
write::LetterTemplate template_for(Session& session, LetterType type, mask::Masker& masker) {
  const std::string path = write::template_path(type);
  if (session.files().presence(path) == io::Presence::nothing) {
    return write::LetterTemplate(write::built_in_template(type), masker);
  }
  const auto text = session.files().read(path, write::largest_template + 1);
  if (!text) {
    const bool too_large = text.error().reason == io::Reason::too_large;
    throw Stop{failure, reg::describe(text.error()),
               too_large ? say("函件模板不超过 {} KB", "a template has at most {} KB",
                               write::largest_template / 1024)
                         : diag::Text{}};
  }
  write::LetterTemplate own(*text, masker);
  if (own.errors().empty()) return own;
  for (const write::TemplateError& error : own.errors()) {
    session.complain(
        say("{}:{}:{}：{}", "{}:{}:{}: {}", path, error.line, error.column, error.message));
    if (!error.help.empty()) session.complain(say("  帮助：{}", "  help: {}", error.help));
  }
  throw Stop{usage, say("函件模板 {} 有误", "the template {} is wrong", path), {}};
}

// Writes the letters, together with the files that are given; all of them or none.
void write_letters(Session& session, const std::vector<letter::Letter>& letters,
                   const std::vector<std::string>& texts, mask::Masker& masker,
                   std::span<const io::Output> with) {
  const auto target = session.arguments().value(letters_output_option);
  const bool folder = target && *target != "-" && session.arguments().has(all_option);
  if (!folder) {
    std::string whole;
    for (const std::string& text : texts) {
      if (!whole.empty()) whole += write::letter_separator;
      whole += text;
    }
    session.deliver(whole, with);
    return;
  }
  if (target->empty()) throw Stop{usage, say("-o 后面没有文件夹", "-o names no folder"), {}};
  const std::string base = session.path_from_here(*target);
  std::vector<std::string> names = mask::letter_file_names(letters, masker);
  for (std::string& name : names) name.insert(0, base + "/");
  std::vector<io::Output> outputs(with.begin(), with.end());
  for (std::size_t i = 0; i < texts.size(); ++i) outputs.push_back({names[i], texts[i]});
  session.write_together(outputs, session.overwrite());
  session.note(say("已写入 {} 份函件到 {}", "{2} written to {1}", letters.size(), brief(*target),
                   diag::counted(letters.size(), "letter", "letters")));
}

// What goes out, in the format that was asked for.
void put_out(Session& session, const std::vector<letter::Letter>& letters,
             const std::vector<std::string>& texts, mask::Masker& masker,
             std::span<const io::Output> with = {}) {
  const std::string format = session.arguments().value_or(letter_format_option, "md");
  if (format != "md") {
    const write::Look look{.lang = session.lang(),
                           .width = table_width(session),
                           .excel = session.arguments().has(excel_option)};
    const auto page = mask::letters_page(session.reg(), letters, masker);
    session.deliver(write::writer_named(format)->write(page, look), with);
  } else {
    write_letters(session, letters, texts, masker, with);
  }
}

// Items that the register's own template never prints would be on record and on no paper.
void tell_unprinted(Session& session, const std::vector<letter::Letter>& letters, LetterType type,
                    const write::LetterTemplate& form) {
  const std::string path = write::template_path(type);
  if (session.files().presence(path) == io::Presence::nothing) return;
  std::map<letter::Section, std::size_t> left_out;
  for (const letter::Letter& letter : letters) {
    const std::vector<write::Printed> printed = form.printed(letter);
    for (std::size_t at = 0; at < printed.size(); ++at) {
      if (!printed[at].item) ++left_out[letter.items[at].section];
    }
  }
  const bool issuing = session.arguments().has(issue_option);
  for (const auto& [section, count] : left_out) {
    const diag::Words title = letter::about(section).column;
    const diag::Text text =
        say("函件模板 {} 不印“{}”（{}），其中有 {} 项",
            "the template {0} does not print the section '{2}' ({1}): {4}", path, title,
            letter::id_of(section), count, diag::counted(count, "item", "items"));
    const diag::Text help = say(
        "在模板里加上 {{{{#{0}}}}}…{{{{#items}}}}…{{{{text}}}}…{{{{/items}}}}…{{{{/{0}}}}}，再印发",
        "add {{{{#{0}}}}}…{{{{#items}}}}…{{{{text}}}}…{{{{/items}}}}…{{{{/{0}}}}} to the "
        "template, and issue then",
        letter::id_of(section));
    if (issuing) throw Stop{findings, text, help};
    session.complain(text);
  }
}

// Numbers, records and puts out, or none of it.
void issue_letters(Session& session, std::vector<letter::Letter>& letters, LetterType type,
                   mask::Masker& masker, const write::LetterTemplate& form) {
  tell_unprinted(session, letters, type, form);
  Issue issue(session, masker, form);
  issue.number(letters);
  std::vector<std::string> texts;
  for (const letter::Letter& letter : letters) texts.push_back(form.render(letter, masker));
  issue.record(letters, texts);
  try {
    put_out(session, letters, texts, masker, issue.outputs());
  } catch (const Stop& stop) {
    issue.stop(stop);
  }
  issue.tell(letters);
}

void draft_letters(Session& session, std::vector<letter::Letter>& letters, LetterType type,
                   mask::Masker& masker, const write::LetterTemplate& form) {
  tell_unprinted(session, letters, type, form);
  Issue(session, masker, form).recall(letters);
  std::vector<std::string> texts;
  if (session.arguments().value_or(letter_format_option, "md") == "md") {
    for (const letter::Letter& letter : letters) texts.push_back(form.render(letter, masker));
  }
  put_out(session, letters, texts, masker);
}

// As the command line says, otherwise as the policy does, otherwise as is usual for the type.
record::Mask mask_of(Session& session, record::Mask usual) {
  return session.arguments().value_or(mask_option, usual);
}

int run_letter(Session& session, const Arguments& arguments) {
  const LetterType type = type_named(arguments.value_or(type_option, "notice"));
  const bool all = arguments.has(all_option);
  const auto leader = arguments.value(leader_option);
  const auto org = arguments.value(org_option);
  if (static_cast<int>(all) + static_cast<int>(leader.has_value()) +
          static_cast<int>(org.has_value()) !=
      1) {
    throw Stop{usage,
               say("用 --leader 编号、--org 编号或 --all 说明发给谁（只用一个）",
                   "say to whom with one of --leader ID, --org ID and --all"),
               {}};
  }
  const bool issuing = arguments.has(issue_option);
  if (issuing) {
    if (arguments.has(allow_errors_option)) {
      throw Stop{usage,
                 say("草稿不能印发：--issue 与 --allow-errors 不能一起用",
                     "a draft cannot be issued: --issue and --allow-errors do not go together"),
                 {}};
    }
    // Before the register is read: what is read must be what is numbered on.
    if (const auto failed = session.files().hold()) {
      throw Stop{failure, reg::describe(*failed),
                 say("有人正在印发函件，稍后再运行一次",
                     "someone is issuing letters just now: try again later")};
    }
    session.files_to_write();
  }
  const reg::Register& reg = session.reg();
  const value::Period period = session.period(first_word(arguments));
  const record::Mask usual = mask::mask_for(reg, type, period);
  // What is said on standard error from now on hides the same names as the letters do.
  const auto said = std::make_shared<mask::Masker>(reg, mask_of(session, usual));
  mask::Masker& masker = *said;
  if (masker.hides()) {
    session.cover([said](std::string_view line) { return mask::Veil(*said).over_said(line); });
  }
  const record::Record* to = nullptr;
  if (leader) to = &session.record_named(*leader, record::kinds({Kind::leader}));
  if (org) to = &session.record_named(*org, record::kinds({Kind::org}));
  const bool draft = session.draft_or_stop();

  letter::FiguresOf figures;
  if (record::about(type).quotes_figures) {
    std::vector<const record::Record*> also;
    if (to != nullptr) also.push_back(to);
    const diag::Text why = reg::not_remindable(session.at().owed(period), session.as_of(), also);
    if (!why.empty()) {
      throw Stop{findings, why,
                 say("添加那一年的工作日历", "add a record of kind calendar for it")};
    }
    const score::Scoring scoring = score::score(session.at(), period, also);
    figures = figures_of(scoring);
  }
  // A template that is wrong is told whatever there is to write.
  const write::LetterTemplate form = template_for(session, type, masker);
  const letter::Composer composer(
      session.at(), {.type = type, .period = period, .draft = draft, .figures = &figures});
  letter::Batch batch = all ? composer.to_all() : composer.to(*to);
  if (batch.refused) throw Stop{findings, batch.refused->message, batch.refused->help};
  if (!all && batch.letters.empty()) {
    throw Stop{findings,
               say("“{}”没有事项，没有函件可发", "'{}' has no items, so that there is no letter",
                   to->name()),
               say("数字本身不是事项；换一个期间或类型",
                   "figures alone are no item: choose another period or type")};
  }
  if (reg.policy_on(period.last_day()) == nullptr) {
    const diag::Text why = reg.policy_error(period.last_day());
    session.note({fmt::format("{}：函件没有依据和回复期限", why.zh),
                  fmt::format("{}: the letters name no basis and no day to reply by", why.en)});
  }
  if (usual != record::Mask::none && !masker.hides()) {
    session.note(say("{}一般隐去姓名，这次没有", "a {} usually masks names; this one does not",
                     record::row_of(type).label));
  }
  for (letter::Letter& letter : batch.letters) mask::tell_measures_apart(letter, masker);
  mask::Veil veil(masker);  // over what is said beside the letters
  for (const record::Record* left : batch.left_out) {
    session.note(say("“{}”没有事项，不发函", "'{}' has no items and gets no letter",
                     veil.over_id(left->name())));
  }
  if (batch.letters.empty() && batch.left_out.empty()) {
    session.note(say("没有事项，没有函件可发", "nobody has items, so that there is no letter"));
  }
  for (const letter::Unreached& one : batch.unreached) {
    session.note(say("“{0}”（{1}）没有送达任何人：“{2}”在成文日期不在任",
                     "'{0}' ({1}) reaches nobody: '{2}' is not in office on the letter's date",
                     brief(one.text), one.period.id(), one.whose->name()));
  }
  for (const record::Finding* finding : batch.unaddressed) {
    session.note(say("问题“{}”没有列入任何函件", "the finding '{}' stands in none of the letters",
                     veil.over_id(slug(*finding))));
  }
  if (issuing) {
    issue_letters(session, batch.letters, type, masker, form);
  } else {
    draft_letters(session, batch.letters, type, masker, form);
  }
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({period_word});
constexpr auto options = std::to_array<OptionRow>(
    {leader_option, org_option, all_option, type_option, letter_format_option, excel_option,
     letters_output_option, issue_option, mask_option, force_option, allow_errors_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup letter --leader 晏知衡",
     {"起草一位领导的函告书", "draft one leader's letter of notice"}},
    {"zsup letter --all -o 函告书",
     {"每位领导一份，写入文件夹", "one for each leader, into a folder"}},
    {"zsup letter q2 --type reminder --org 云栎区文旅局",
     {"起草提醒函", "draft a letter of reminder"}},
    {"zsup letter --all --issue -o 函告书",
     {"编号印发，逐份登记", "number them, and keep a record of each"}},
    {"zsup letter --type advice --org 云栎区文旅局",
     {"对照风险点和以往问题起草纪律检查建议书", "recommend, by risk points and past problems"}},
    {"zsup letter --type briefing --all -o 通报材料",
     {"每位班子成员一份通报材料", "a briefing paper for each member"}},
    {"zsup letter h2 --type upward --leader 晏知衡",
     {"汇编一位领导向上级的报告", "compile one leader's report upward"}},
});

}  // namespace

const CommandRow letter_row{
    .name = "letter",
    .summary = {"起草函件，每一项都有记录为据", "draft letters, with a record behind every item"},
    .detail = {"情况通报和通报材料默认只留姓氏（王某），其他函件默认不隐去；考核办法可另行规定，"
               "--mask 优先。只留姓氏时收件人不隐去，情况通报除外；full 不出现任何人的姓名。",
               "Bulletins and briefing papers show surnames only, other letters hide nothing, "
               "unless the policy says otherwise; --mask goes before both. With 'surname' the "
               "addressee is named all the same, but not in a bulletin; with 'full' nobody is."},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_letter,
};

}  // namespace zsup::command
