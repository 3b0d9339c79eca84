#include "render/status.h"

#include <algorithm>
#include <cstdlib>

#include "diag/counted.h"
#include "render/places.h"
#include "render/scores.h"
#include "render/written.h"

namespace zsup::render {

using diag::Lang;
using record::Record;
using reg::Obligation;
using reg::State;
using stats::AwaitedReply;
using stats::Owed;
using stats::Problem;
using stats::Status;

namespace {

// Nothing where an error of the register left it without a type.
std::string type_of(const record::Letter& letter, diag::Lang lang) {
  return letter.type ? std::string(record::row_of(*letter.type).label.in(lang)) : std::string();
}

std::string name_or_id(const Record* record, std::string_view id) {
  return std::string(record == nullptr ? id : subject_name(*record));
}

class Writer {
 public:
  Writer(const reg::Register& reg, const Status& status, const StatusView& view)
      : reg_(reg), status_(status), view_(view), places_(reg) {}

  std::string sections() {
    std::string out;
    const bool markdown = view_.format == Format::markdown;
    out += markdown ? "# " + markdown_text(heading()) + "\n" : terminal_text(heading()) + "\n";
    section(out, obligations_title(), obligations());
    section(out, findings_title(), findings());
    if (!status_.replies.empty()) section(out, replies_title(), replies());
    return out;
  }

  // One table of everything, so that a spreadsheet can sort and filter it.
  std::string csv() {
    Table table{{{{"类别", "what"}},
                 {{"对象", "subject"}},
                 {{"对象编号", "subject id"}, Align::left, true},
                 {{"灯", "light"}},
                 {{"状态", "state"}},
                 {{"期限", "due"}},
                 {{"剩余天数", "days left"}, Align::right},
                 {{"编号", "id"}, Align::left, true},
                 {{"内容", "matter"}},
                 {{"所属期", "own period"}},
                 {{"说明", "note"}},
                 {{"文件", "file"}},
                 {{"行", "line"}, Align::right},
                 {{"截至", "as of"}},
                 {{"草稿", "draft"}}},
                {}};
    const auto add = [&](std::vector<std::string> row, text::Place place) {
      row.push_back(places_.file(place));
      row.push_back(places_.line(place));
      row.push_back(status_.as_of.iso());
      row.emplace_back(!view_.draft ? "" : zh() ? "草稿" : "draft");
      reg_.budget().hold(place, written, size_of(row));
      table.rows.push_back(std::move(row));
    };
    for (const Owed& owed : status_.owed) {
      const Obligation& one = owed.obligation;
      add({pick("任务", "duty"), std::string(subject_name(*one.owner)),
           std::string(one.owner->name()), light(one), state(one), due(one),
           owed.days_left ? std::to_string(*owed.days_left) : "", std::string(slug(*one.duty)),
           std::string(one.duty->title.or_empty()), one.period.id(), note(owed)},
          place_of(one));
    }
    for (const Problem& problem : status_.problems) {
      const record::Finding& finding = *problem.finding;
      add({pick("问题", "finding"), who(problem),
           problem.answers.leader == nullptr ? "" : std::string(slug(*problem.answers.leader)), "",
           std::string(reg::words_of(problem.state).in(view_.lang)),
           finding.deadline ? finding.deadline->iso() : "", days_left(finding),
           std::string(slug(finding)), std::string(finding.text.or_empty()), "",
           name_or_id(finding.org.target(), finding.org.or_empty().id)},
          finding.id_place());
    }
    for (const AwaitedReply& reply : status_.replies) {
      const record::Letter& letter = *reply.letter;
      add({pick("回复", "reply"), name_or_id(letter.to.target(), letter.to.or_empty().id),
           std::string(letter.to.or_empty().id), "", pick("未回复", "not replied"),
           letter.reply_by->iso(), std::to_string(reply.days_left), std::string(slug(letter)),
           std::string(letter.number.or_empty()), letter.period ? letter.period->id() : "",
           type_of(letter, view_.lang)},
          letter.place(letter.reply_by.span));
    }
    return to_csv(table, view_.lang, view_.excel);
  }

 private:
  bool zh() const { return view_.lang == Lang::zh; }
  std::string pick(std::string_view chinese, std::string_view english) const {
    return std::string(zh() ? chinese : english);
  }

  void put(Table& table, std::vector<std::string> row, text::Place place) const {
    reg_.budget().hold(place, written, size_of(row));
    table.rows.push_back(std::move(row));
  }

  void section(std::string& out, const std::string& title, const Table& table) const {
    const bool markdown = view_.format == Format::markdown;
    out += markdown ? "\n## " + markdown_text(title) + "\n" : "\n" + terminal_text(title) + "\n";
    if (table.rows.empty()) return;
    out += markdown ? "\n" + to_markdown(table, view_.lang)
                    : to_terminal(table, view_.lang, view_.width);
  }

  std::string heading() const {
    const stats::StatusRequest& request = status_.request;
    const std::string mark =
        view_.draft ? pick("【草稿：登记册有错误】", "[draft: the register has errors] ") : "";
    if (zh()) {
      return fmt::format("{}{}{}办理情况（截至 {}）", mark, request.period.chinese(),
                         request.with_previous ? "和上期未办结事项" : "", status_.as_of.iso());
    }
    return fmt::format("{}What is owed for {}{} (as of {})", mark, request.period.english(),
                       request.with_previous ? " and left undone before it" : "",
                       status_.as_of.iso());
  }

  std::string obligations_title() const {
    std::int64_t total = 0;
    for (const std::int64_t count : status_.by_state.all) total += count;
    std::string out =
        zh() ? fmt::format("任务 {} 项", total) : diag::counted(total, "duty", "duties");
    std::string states;
    for (const State state : {State::overdue, State::returned, State::due_soon, State::under_review,
                              State::not_due, State::approved, State::approved_late}) {
      if (status_.of(state) == 0) continue;
      if (!states.empty()) states += zh() ? "，" : ", ";
      states += fmt::format("{} {}", reg::words_of(state).in(view_.lang), status_.of(state));
    }
    if (!states.empty()) out += (zh() ? "：" : ": ") + states;
    return out;
  }

  Table obligations() {
    Table table{{{{"对象", "subject"}},
                 {{"灯", "light"}},
                 {{"状态", "state"}},
                 {{"期限", "due"}},
                 {{"说明", "note"}},
                 {{"任务", "duty"}},
                 {{"编号", "id"}, Align::left, true},
                 {{"所属期", "own period"}}},
                {}};
    const Record* last = nullptr;
    for (const Owed& owed : status_.owed) {
      const Obligation& one = owed.obligation;
      // A subject is named once, on the first of its lines.
      const bool again = last == one.owner && view_.format == Format::table;
      put(table,
          {again ? "" : std::string(subject_name(*one.owner)), light(one), state(one), due(one),
           note(owed), std::string(one.duty->title.or_empty()), std::string(slug(*one.duty)),
           one.period.id()},
          one.duty->id_place());
      last = one.owner;
    }
    return table;
  }

  std::string light(const Obligation& owed) const {
    return std::string(reg::words_of(reg::light_of(owed.state)).in(view_.lang));
  }
  std::string state(const Obligation& owed) const {
    return std::string(reg::words_of(owed.state).in(view_.lang));
  }
  // Where the calendar of the year is missing, what the duty says.
  std::string due(const Obligation& owed) const {
    if (owed.due) return owed.due->iso();
    return zh() ? owed.duty->due->chinese() : owed.duty->due->english();
  }

  std::string note(const Owed& owed) const {
    const Obligation& one = owed.obligation;
    switch (one.state) {
      case State::returned:
        return std::string(one.last->review->reason.or_empty());
      case State::under_review:
      case State::approved:
        return zh() ? fmt::format("{} 报送", one.last->submitted->iso())
                    : fmt::format("reported {}", one.last->submitted->iso());
      case State::approved_late: {
        const std::int32_t days = one.first->submitted->days - one.due->days;
        return zh() ? fmt::format("迟报 {} 天", days)
                    : diag::counted(days, "day", "days") + " late";
      }
      case State::due_soon:
        if (!owed.warning) break;
        return zh() ? fmt::format("剩 {} 天（{} 日预警）", *owed.days_left, *owed.warning)
                    : fmt::format("{} left (warning at {})",
                                  diag::counted(*owed.days_left, "day", "days"), *owed.warning);
      case State::overdue:
      case State::not_due:
        break;
    }
    return owed.days_left ? days_in_words(*owed.days_left, view_.lang) : "";
  }

  std::string findings_title() const {
    std::string out = zh() ? fmt::format("问题 {} 个", status_.findings)
                           : diag::counted(status_.findings, "finding", "findings");
    std::string states;
    for (const Status::Group& group : status_.finding_states) {
      if (group.findings == 0) continue;
      if (!states.empty()) states += zh() ? "，" : ", ";
      states += fmt::format("{} {}", group.words.in(view_.lang), group.findings);
    }
    if (!states.empty()) out += (zh() ? "：" : ": ") + states;
    if (status_.findings > 0) {
      out += zh() ? fmt::format("；逾期 {}", status_.overdue_findings())
                  : fmt::format("; {} overdue", status_.overdue_findings());
    }
    return out;
  }

  Table findings() const {
    Table table{{{{"问题", "finding"}},
                 {{"负责人", "answers"}},
                 {{"单位", "unit"}},
                 {{"状态", "state"}},
                 {{"整改期限", "deadline"}},
                 {{"说明", "note"}},
                 {{"内容", "text"}}},
                {}};
    for (const Problem& problem : status_.problems) {
      const record::Finding& finding = *problem.finding;
      put(table,
          {std::string(slug(finding)), who(problem),
           name_or_id(finding.org.target(), finding.org.or_empty().id),
           std::string(reg::words_of(problem.state).in(view_.lang)),
           finding.deadline ? finding.deadline->iso() : "",
           problem.state.overdue ? days_in_words(-problem.state.days_overdue, view_.lang) : "",
           std::string(finding.text.or_empty())},
          finding.id_place());
    }
    return table;
  }

  std::string days_left(const record::Finding& finding) const {
    if (!finding.deadline) return {};
    return std::to_string(finding.deadline->days - status_.as_of.days);
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
      if (!names.empty()) names += zh() ? "、" : ", ";
      names += subject_name(*leader);
    }
    if (names.empty()) return pick("无人分管", "nobody");
    if (all.size() > most_named) names += zh() ? "……" : ", …";
    return names + pick("（不止一人）", " (several)");
  }

  std::string replies_title() const {
    return zh() ? fmt::format("未收到回复的函件 {} 份", status_.replies.size())
                : diag::counted(status_.replies.size(), "letter", "letters") + " not replied to";
  }

  Table replies() const {
    Table table{{{{"函件", "letter"}},
                 {{"文号", "number"}},
                 {{"主送", "to"}},
                 {{"回复期限", "reply by"}},
                 {{"说明", "note"}}},
                {}};
    for (const AwaitedReply& reply : status_.replies) {
      const record::Letter& letter = *reply.letter;
      put(table,
          {type_of(letter, view_.lang), std::string(letter.number.or_empty()),
           name_or_id(letter.to.target(), letter.to.or_empty().id), letter.reply_by->iso(),
           days_in_words(reply.days_left, view_.lang)},
          letter.id_place());
    }
    return table;
  }

  const reg::Register& reg_;
  const Status& status_;
  const StatusView& view_;
  Places places_;
};

}  // namespace

std::string days_in_words(std::int32_t days_left, Lang lang) {
  if (lang == Lang::zh) {
    return days_left < 0 ? fmt::format("逾期 {} 天", -days_left)
                         : fmt::format("剩 {} 天", days_left);
  }
  const std::int32_t days = std::abs(days_left);
  return diag::counted(days, "day", "days") + (days_left < 0 ? " overdue" : " left");
}

text::Place place_of(const Obligation& owed) {
  if (owed.last != nullptr) return owed.answer.report->place(owed.answer.item->duty.span);
  return owed.duty->id_place();
}

std::string render_status(const reg::Register& reg, const Status& status, const StatusView& view) {
  if (view.format == Format::json) return status_json(reg, status, view);
  Writer writer(reg, status, view);
  return view.format == Format::csv ? writer.csv() : writer.sections();
}

}  // namespace zsup::render
