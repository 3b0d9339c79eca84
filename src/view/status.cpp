#include "view/status.h"

#include <algorithm>
#include <cstdlib>

#include "diag/counted.h"
#include "record/kinds/finding.h"
#include "record/kinds/letter.h"
#include "view/common.h"

namespace zsup::view {

using diag::Lang;
using record::Record;
using reg::Obligation;
using reg::State;
using status::AwaitedReply;
using status::Owed;
using status::Problem;
using status::Status;

namespace {

// Nothing where an error of the register left it without a type.
std::string type_of(const record::Letter& letter, diag::Lang lang) {
  return letter.type ? std::string(record::row_of(*letter.type).label.in(lang)) : std::string();
}

// -- JSON ---------------------------------------------------------------------------------------

std::optional<value::Date> given(const record::Given<value::Date>& day) {
  return day ? std::optional(*day) : std::nullopt;
}

constexpr auto owed_members = std::to_array<Member<Owed>>({
    member("duty", {"任务的编号", "the duty's id"},
           [](const Owed& o) { return Id<Named>{slug(*o.obligation.duty)}; }),
    member("title", {"任务的名称", "the duty's title"},
           [](const Owed& o) { return Named(o.obligation.duty->title.or_empty()); }),
    member("period", {"任务所属的期间", "the duty's own period"},
           [](const Owed& o) { return o.obligation.period; }),
    member("due",
           {"期限；工作日历缺当年的为 null", "the due date; null without a calendar of the year"},
           [](const Owed& o) { return o.obligation.due; }),
    member("state", {"状态", "how it stands"}, [](const Owed& o) { return o.obligation.state; }),
    member("light", {"灯", "its light"},
           [](const Owed& o) { return reg::light_of(o.obligation.state); }),
    member("days_left", {"离期限还有几天，过期为负", "days until the due date, below 0 past it"},
           [](const Owed& o) { return o.days_left; }),
    member("warning",
           {"已到考核办法规定的第几天预警", "the policy's warning that it is within, in days"},
           [](const Owed& o) { return o.warning; }),
    member("late", {"首次报送晚于期限", "whether it was first reported late"},
           [](const Owed& o) { return o.obligation.late; }),
    member("submitted", {"最近一次报送的日期", "the day of the last submission"},
           [](const Owed& o) {
             return o.obligation.last == nullptr ? std::nullopt
                                                 : given(o.obligation.last->submitted);
           }),
    member("reason", {"退回的原因", "why it was returned"},
           [](const Owed& o) {
             return o.obligation.state == State::returned
                        ? std::optional(Named(o.obligation.last->review->reason.or_empty()))
                        : std::nullopt;
           }),
    member("record", {"报告的编号，没有报告的为任务的编号", "the report's id, else the duty's"},
           [](const Owed& o) {
             return Id<Named>{o.obligation.last == nullptr ? slug(*o.obligation.duty)
                                                           : slug(*o.obligation.answer.report)};
           }),
    member("file", {"所在文件", "its file"},
           [](const Owed& o, In& in) { return in.places.file(place_of(o.obligation)); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const Owed& o, In& in) { return in.places.line(place_of(o.obligation)); }),
});

// What one leader or org owes.
struct OfSubject {
  const Record* subject;
  std::span<const Owed> owed;
};
constexpr auto subject_members = std::to_array<Member<OfSubject>>({
    kind_member<OfSubject>,
    id_member<OfSubject>,
    name_member<OfSubject>,
    each<owed_members>(
        "obligations",
        {"任务，最需要注意的在前", "its obligations, what needs attention most first"},
        [](const OfSubject& one, In& in, const TakeEach<Owed>& take) {
          for (const Owed& owed : one.owed) {
            in.spend_at(*owed.obligation.duty);
            take(owed);
          }
        }),
});

std::vector<Id<Named>> candidates_of(const Problem& problem) {
  std::vector<Id<Named>> list;
  if (problem.answers.candidates.empty() && problem.answers.leader != nullptr) {
    list.push_back({slug(*problem.answers.leader)});
  }
  for (const record::Leader* leader : problem.answers.candidates) list.push_back({slug(*leader)});
  return list;
}

constexpr auto problem_members = std::to_array<Member<Problem>>({
    member("id", {"问题的编号", "the finding's id"},
           [](const Problem& p) { return Id<Named>{slug(*p.finding)}; }),
    member("text", {"问题的内容", "what was found"},
           [](const Problem& p) { return Named(p.finding->text.or_empty()); }),
    member("org", {"存在问题的单位", "the unit that has it"},
           [](const Problem& p) { return Id<Named>{p.finding->org.or_empty().id}; }),
    member("answers",
           {"负责人；没有或不止一人的为 null",
            "the leader who answers for it; null when nobody or several do"},
           [](const Problem& p) {
             return p.answers.leader == nullptr ? std::nullopt
                                                : std::optional(Id<Named>{slug(*p.answers.leader)});
           }),
    member("candidates", {"可能负责的人", "those who may answer for it"},
           [](const Problem& p) { return Plain<Id<Named>>{candidates_of(p)}; }),
    member("state", {"整改到哪一步，open 为尚未交办", "the last step, or open"},
           [](const Problem& p) {
             return Word{reg::id_of(p.state), {}};
           }),
    member("published", {"是否已公开通报", "whether it was published"},
           [](const Problem& p) { return p.state.published; }),
    member("found", {"发现日期", "when it was found"},
           [](const Problem& p) { return given(p.finding->found); }),
    member("deadline", {"整改期限", "by when it must be put right"},
           [](const Problem& p) { return given(p.finding->deadline); }),
    member("overdue", {"是否逾期", "whether it is overdue"},
           [](const Problem& p) { return p.state.overdue; }),
    member("days_overdue", {"逾期几天，未逾期为 0", "days overdue, 0 when it is not"},
           [](const Problem& p) { return p.state.days_overdue; }),
    member("file", {"所在文件", "its file"},
           [](const Problem& p, In& in) { return in.places.file(p.finding->id_place()); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const Problem& p, In& in) { return in.places.line(p.finding->id_place()); }),
});

template <class When>
void take_problems(const Status& status, In& in, const TakeEach<Problem>& take, When when) {
  for (const Problem& problem : status.problems) {
    if (!when(problem)) continue;
    in.spend_at(*problem.finding);
    take(problem);
  }
}

constexpr auto finding_members = std::to_array<Member<Status>>({
    member("total", {"截至该日的问题数", "findings that exist at the as-of date"},
           [](const Status& s) { return s.findings; }),
    counts("by_state", {"各状态的问题数", "how many of them are in each state"},
           [](const Status& s) {
             std::vector<std::pair<std::string_view, std::int64_t>> list;
             for (const Status::Group& group : s.finding_states) {
               list.emplace_back(group.id, group.findings);
             }
             return list;
           }),
    each<problem_members>(
        "overdue", {"逾期的，逾期最久的在前", "those past their deadline, the longest first"},
        [](const Status& s, In& in, const TakeEach<Problem>& take) {
          take_problems(s, in, take, [](const Problem& p) { return p.state.overdue; });
        }),
    left_out_unless(
        each<problem_members>(
            "others", {"未逾期的；用 --all-states 时才有", "those that are not; with --all-states"},
            [](const Status& s, In& in, const TakeEach<Problem>& take) {
              take_problems(s, in, take, [](const Problem& p) { return !p.state.overdue; });
            }),
        [](const Status& s) { return s.request.all_states; }),
});

struct Recipient {
  const Record* record;
  std::string_view id;
};
constexpr auto recipient_members = std::to_array<Member<Recipient>>({
    member("kind",
           {"leader 或 org；登记册里没有的为 null",
            "leader or org; null when the register has none of the id"},
           [](const Recipient& one) {
             return one.record == nullptr ? std::nullopt : std::optional(one.record->kind);
           }),
    member("id", {"编号", "its id"},
           [](const Recipient& one) {
             return Id<Named>{one.record == nullptr ? one.id : one.record->name()};
           }),
    member("name", {"名称", "its name"},
           [](const Recipient& one) {
             return one.record == nullptr ? std::nullopt
                                          : std::optional(Named(subject_name(*one.record)));
           }),
});

constexpr auto reply_members = std::to_array<Member<AwaitedReply>>({
    member("letter", {"函件记录的编号", "the letter's id"},
           [](const AwaitedReply& r) { return Id<Named>{slug(*r.letter)}; }),
    member("type", {"文种", "its type"},
           [](const AwaitedReply& r) {
             return r.letter->type ? std::optional(*r.letter->type) : std::nullopt;
           }),
    member("number", {"文号", "its number"},
           [](const AwaitedReply& r) { return Named(r.letter->number.or_empty()); }),
    inner<recipient_members>("to", {"主送", "whom it went to"},
                             [](const AwaitedReply& r) {
                               return Recipient{r.letter->to.target(), r.letter->to.or_empty().id};
                             }),
    member("reply_by", {"回复期限", "by when a reply is due"},
           [](const AwaitedReply& r) { return given(r.letter->reply_by); }),
    member("days_left", {"离期限还有几天，过期为负", "days until then, below 0 past it"},
           [](const AwaitedReply& r) { return r.days_left; }),
    member("file", {"所在文件", "its file"},
           [](const AwaitedReply& r, In& in) {
             return in.places.file(r.letter->place(r.letter->reply_by.span));
           }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const AwaitedReply& r, In& in) {
             return in.places.line(r.letter->place(r.letter->reply_by.span));
           }),
});

constexpr auto obligation_members = std::to_array<Member<Status>>({
    counts("by_state",
           {"各状态的任务数，列出的和没有列出的",
            "how many obligations are in each state, shown or not"},
           [](const Status& s) {
             std::vector<std::pair<std::string_view, std::int64_t>> list;
             for (const State state : text::every<State>) {
               list.emplace_back(reg::id_of(state), s.of(state));
             }
             return list;
           }),
});

constexpr auto members = std::to_array<Member<Status>>({
    version_member<Status>,
    member("period", {"期间", "the period"}, [](const Status& s) { return s.request.period; }),
    member("with_previous",
           {"是否连同上期未办结的", "whether what the period before left undone is shown too"},
           [](const Status& s) { return s.request.with_previous; }),
    member("as_of", {"截至哪一天", "the as-of date"}, [](const Status& s) { return s.as_of; }),
    draft_member<Status>,
    inner<obligation_members>("obligations", {"任务", "obligations"},
                              [](const Status& s) { return &s; }),
    each<subject_members>("subjects", {"领导干部，然后是组织", "leaders, then organisations"},
                          [](const Status& s, In&, const TakeEach<OfSubject>& take) {
                            const std::span<const Owed> all = s.owed;
                            for (std::size_t from = 0; from < all.size();) {
                              const Record* subject = all[from].obligation.owner;
                              std::size_t past = from + 1;
                              while (past < all.size() && all[past].obligation.owner == subject)
                                ++past;
                              take({subject, all.subspan(from, past - from)});
                              from = past;
                            }
                          }),
    inner<finding_members>("findings", {"问题", "findings"}, [](const Status& s) { return &s; }),
    each<reply_members>("replies",
                        {"未收到回复的函件，等得最久的在前",
                         "letters whose reply has not come, the longest awaited first"},
                        [](const Status& s, In& in, const TakeEach<AwaitedReply>& take) {
                          for (const AwaitedReply& reply : s.replies) {
                            in.spend_at(*reply.letter);
                            take(reply);
                          }
                        }),
});

// -- For people and spreadsheets ----------------------------------------------------------------

Named name_or_id(const Record* record, std::string_view id) {
  return record == nullptr ? id : subject_name(*record);
}

class Tables {
 public:
  Tables(const Status& status, In& in) : status_(status), in_(in) {}

  Named heading() const {
    const status::StatusRequest& request = status_.request;
    const diag::Words more = request.with_previous
                                 ? diag::Words{"和上期未办结事项", " and left undone before it"}
                                 : diag::Words{"", ""};
    return in_.say("{}{}办理情况（截至 {}）", "What is owed for {}{} (as of {})",
                   in_words(request.period), more, status_.as_of.iso());
  }

  void sections(const std::function<void(const Section<Named>&)>& take) {
    take(obligations());
    take(findings());
    if (!status_.replies.empty()) take(replies());
  }

  // One table of everything, so that a spreadsheet can sort and filter it.
  Section<Named> sheet() {
    Section<Named> section;
    section.columns = {{"", {"类别", "what"}},
                       {"", {"对象", "subject"}},
                       {"", {"对象编号", "subject id"}},
                       {"light", {"灯", "light"}},
                       {"state", {"状态", "state"}},
                       {"", {"期限", "due"}},
                       {"days_left", {"剩余天数", "days left"}, Align::right},
                       {"", {"编号", "id"}},
                       {"", {"内容", "matter"}},
                       {"period", {"所属期", "own period"}},
                       {"", {"说明", "note"}},
                       {"file", {"文件", "file"}},
                       {"line", {"行", "line"}, Align::right},
                       {"as_of", {"截至", "as of"}},
                       draft_column};
    section.rows = [this](const TakeRow<Named>& take) {
      const auto add = [&](Row<Named> row, text::Place place) {
        row.cells.push_back(or_nothing(in_.places.file(place)));
        row.cells.push_back(or_nothing(in_.places.line(place)));
        row.cells.push_back(status_.as_of);
        row.cells.push_back(draft_cell(in_));
        in_.spend_at(place);
        take(in_.paid(std::move(row)));
      };
      for (const Owed& owed : status_.owed) {
        const Obligation& one = owed.obligation;
        add({{Named(in_.say("任务", "duty")), Named(subject_name(*one.owner)),
              Id<Named>{one.owner->name()}, light(one), state(one), due(one),
              or_nothing(owed.days_left), Id<Named>{slug(*one.duty)},
              Named(one.duty->title.or_empty()), one.period, Named(note(owed))}},
            place_of(one));
      }
      for (const Problem& problem : status_.problems) {
        const record::Finding& finding = *problem.finding;
        const auto* leader = problem.answers.leader;
        add({{Named(in_.say("问题", "finding")), Named(who(problem)),
              Id<Named>{leader == nullptr ? std::string_view() : slug(*leader)}, Cell<Named>(),
              Word{reg::id_of(problem.state), reg::words_of(problem.state)},
              or_nothing(given(finding.deadline)), days_left(finding), Id<Named>{slug(finding)},
              Named(finding.text.or_empty()), Cell<Named>(),
              name_or_id(finding.org.target(), finding.org.or_empty().id)}},
            finding.id_place());
      }
      for (const AwaitedReply& reply : status_.replies) {
        const record::Letter& letter = *reply.letter;
        add({{Named(in_.say("回复", "reply")),
              name_or_id(letter.to.target(), letter.to.or_empty().id),
              Id<Named>{letter.to.or_empty().id}, Cell<Named>(),
              Named(in_.say("未回复", "not replied")), *letter.reply_by,
              std::int64_t{reply.days_left}, Id<Named>{slug(letter)},
              Named(letter.number.or_empty()),
              letter.period ? Cell<Named>(*letter.period) : Cell<Named>(),
              Named(type_of(letter, in_.lang))}},
            letter.place(letter.reply_by.span));
      }
    };
    return section;
  }

 private:
  std::string obligations_title() const {
    std::int64_t total = 0;
    for (const std::int64_t count : status_.by_state.all) total += count;
    std::string out = in_.say("任务 {0} 项", "{1}", total, diag::counted(total, "duty", "duties"));
    std::string states;
    for (const State state : {State::overdue, State::returned, State::due_soon, State::under_review,
                              State::not_due, State::approved, State::approved_late}) {
      if (status_.of(state) == 0) continue;
      if (!states.empty()) states += in_.say("，", ", ");
      states += fmt::format("{} {}", reg::words_of(state).in(in_.lang), status_.of(state));
    }
    if (!states.empty()) out += in_.say("：", ": ") + states;
    return out;
  }

  Section<Named> obligations() {
    Section<Named> section;
    section.title = obligations_title();
    section.columns = {{"", {"对象", "subject"}, Align::left, Seen::by_all, true},
                       {"light", {"灯", "light"}},
                       {"state", {"状态", "state"}},
                       {"", {"期限", "due"}},
                       {"", {"说明", "note"}},
                       {"title", {"任务", "duty"}},
                       {"duty", {"编号", "id"}},
                       {"period", {"所属期", "own period"}}};
    section.rows = [this](const TakeRow<Named>& take) {
      const Record* last = nullptr;
      for (const Owed& owed : status_.owed) {
        const Obligation& one = owed.obligation;
        in_.spend_at(*one.duty);
        take(in_.paid(
            {{Named(subject_name(*one.owner)), light(one), state(one), due(one), Named(note(owed)),
              Named(one.duty->title.or_empty()), Id<Named>{slug(*one.duty)}, one.period},
             last == one.owner}));
        last = one.owner;
      }
    };
    return section;
  }

  static Cell<Named> light(const Obligation& owed) { return Light{reg::light_of(owed.state)}; }
  static Cell<Named> state(const Obligation& owed) {
    return Word{reg::id_of(owed.state), reg::words_of(owed.state)};
  }
  // Where the calendar of the year is missing, what the duty says.
  Cell<Named> due(const Obligation& owed) const {
    if (owed.due) return *owed.due;
    return Named(diag::Text{owed.duty->due->chinese(), owed.duty->due->english()}.in(in_.lang));
  }

  std::string note(const Owed& owed) const {
    const Obligation& one = owed.obligation;
    switch (one.state) {
      case State::returned:
        return std::string(one.last->review->reason.or_empty());
      case State::under_review:
      case State::approved:
        return in_.say("{} 报送", "reported {}", one.last->submitted->iso());
      case State::approved_late: {
        const std::int32_t days = one.first->submitted->days - one.due->days;
        return in_.say("迟报 {0} 天", "{1} late", days, diag::counted(days, "day", "days"));
      }
      case State::due_soon:
        if (!owed.warning) break;
        return in_.say("剩 {0} 天（{1} 日预警）", "{2} left (warning at {1})", *owed.days_left,
                       *owed.warning, diag::counted(*owed.days_left, "day", "days"));
      case State::overdue:
      case State::not_due:
        break;
    }
    return owed.days_left ? days_in_words(*owed.days_left, in_.lang) : "";
  }

  std::string findings_title() const {
    std::string out = in_.say("问题 {0} 个", "{1}", status_.findings,
                              diag::counted(status_.findings, "finding", "findings"));
    std::string states;
    for (const Status::Group& group : status_.finding_states) {
      if (group.findings == 0) continue;
      if (!states.empty()) states += in_.say("，", ", ");
      states += fmt::format("{} {}", group.words.in(in_.lang), group.findings);
    }
    if (!states.empty()) out += in_.say("：", ": ") + states;
    if (status_.findings > 0) {
      out += in_.say("；逾期 {}", "; {} overdue", status_.overdue_findings());
    }
    return out;
  }

  Section<Named> findings() {
    Section<Named> section;
    section.title = findings_title();
    section.columns = {{"id", {"问题", "finding"}},
                       {"", {"负责人", "answers"}},
                       {"", {"单位", "unit"}},
                       {"state", {"状态", "state"}},
                       {"deadline", {"整改期限", "deadline"}},
                       {"", {"说明", "note"}},
                       {"text", {"内容", "text"}}};
    section.rows = [this](const TakeRow<Named>& take) {
      for (const Problem& problem : status_.problems) {
        const record::Finding& finding = *problem.finding;
        in_.spend_at(finding);
        take(in_.paid(
            {{Id<Named>{slug(finding)}, Named(who(problem)),
              name_or_id(finding.org.target(), finding.org.or_empty().id),
              Word{reg::id_of(problem.state), reg::words_of(problem.state)},
              finding.deadline ? Cell<Named>(*finding.deadline) : Cell<Named>(Named()),
              Named(problem.state.overdue ? days_in_words(-problem.state.days_overdue, in_.lang)
                                          : std::string()),
              Named(finding.text.or_empty())}}));
      }
    };
    return section;
  }

  Cell<Named> days_left(const record::Finding& finding) const {
    if (!finding.deadline) return {};
    return std::int64_t{finding.deadline->days - status_.as_of.days};
  }

  // The leader who answers; none or several is for check to tell.
  std::string who(const Problem& problem) const {
    if (problem.answers.leader != nullptr)
      return std::string(subject_name(*problem.answers.leader));
    // So many as a person would go through.
    constexpr std::size_t most_named = 10;
    const auto all = problem.answers.candidates;
    std::string names;
    for (const record::Leader* leader : all.first(std::min(all.size(), most_named))) {
      if (!names.empty()) names += in_.say("、", ", ");
      names += subject_name(*leader);
    }
    if (names.empty()) return in_.say("无人分管", "nobody");
    if (all.size() > most_named) names += in_.say("……", ", …");
    return names + in_.say("（不止一人）", " (several)");
  }

  std::string replies_title() const {
    return in_.say("未收到回复的函件 {0} 份", "{1} not replied to", status_.replies.size(),
                   diag::counted(status_.replies.size(), "letter", "letters"));
  }

  Section<Named> replies() {
    Section<Named> section;
    section.title = replies_title();
    section.columns = {{"type", {"函件", "letter"}},
                       {"number", {"文号", "number"}},
                       {"to", {"主送", "to"}},
                       {"reply_by", {"回复期限", "reply by"}},
                       {"", {"说明", "note"}}};
    section.rows = [this](const TakeRow<Named>& take) {
      for (const AwaitedReply& reply : status_.replies) {
        const record::Letter& letter = *reply.letter;
        in_.spend_at(letter);
        take(in_.paid({{Named(type_of(letter, in_.lang)), Named(letter.number.or_empty()),
                        name_or_id(letter.to.target(), letter.to.or_empty().id), *letter.reply_by,
                        Named(days_in_words(reply.days_left, in_.lang))}}));
      }
    };
    return section;
  }

  const Status& status_;
  In& in_;
};

struct Kept {
  Kept(const reg::Register& reg, const Status& status, Wanted wanted)
      : in(reg, wanted), tables(status, in) {}
  In in;
  Tables tables;
};

}  // namespace

std::string days_in_words(std::int32_t days_left, diag::Lang lang) {
  const std::int32_t count = std::abs(days_left);
  const std::string days = diag::counted(count, "day", "days");
  return days_left < 0 ? diag::say(lang, "逾期 {0} 天", "{1} overdue", count, days)
                       : diag::say(lang, "剩 {0} 天", "{1} left", count, days);
}

text::Place place_of(const Obligation& owed) {
  if (owed.last != nullptr) return owed.answer.report->place(owed.answer.item->duty.span);
  return owed.duty->id_place();
}

Page<Named> status_page(const reg::Register& reg, const Status& status, Wanted wanted) {
  const auto kept = std::make_shared<Kept>(reg, status, wanted);
  Page<Named> page;
  page.draft = wanted.draft;
  page.kept = kept;
  page.data = object(Members<Status>(members), status, kept->in);
  Tables& tables = kept->tables;
  page.heading = tables.heading();
  page.sections = [&tables](const auto& take) { tables.sections(take); };
  page.sheet = [&tables] { return tables.sheet(); };
  return page;
}

std::vector<Described> status_keys() {
  return described<Status>(members);
}

}  // namespace zsup::view
