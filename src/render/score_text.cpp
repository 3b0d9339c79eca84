#include "render/score_text.h"

#include "render/written.h"
#include "text/line_index.h"
#include "text/width.h"

namespace zsup::render {

using diag::Lang;
using record::Record;
using score::LedgerLine;
using score::Raise;
using score::Scorecard;
using score::Scoring;
using value::Rational;

namespace {

std::string with_sign(Rational points) {
  return points > Rational(0) ? "+" + points.text() : points.text();
}

// What a step is about: the duty where there is one.
const Record* matter_of(const LedgerLine& line) {
  return line.duty != nullptr ? line.duty : line.record;
}

class Pages {
 public:
  Pages(const reg::Register& reg, const Scoring& scoring, const ScoreView& view)
      : reg_(reg), scoring_(scoring), view_(view), lines_(reg.sources) {}

  std::string terminal() {
    std::string out = plain(heading(scoring_, view_)) + "\n";
    for (const Scorecard* card : shown_cards(scoring_, view_)) {
      append(out, *card, "\n" + terminal(*card));
    }
    return out;
  }

  std::string markdown() {
    std::string out = "# " + markdown_text(heading(scoring_, view_)) + "\n";
    for (const Scorecard* card : shown_cards(scoring_, view_)) {
      append(out, *card, "\n" + markdown(*card));
    }
    return out;
  }

  std::string csv() {
    Table table{{{{"类型", "kind"}},
                 {{"编号", "id"}, Align::left, true},
                 {{"对象", "subject"}},
                 {{"分值", "points"}, Align::right},
                 {{"累计", "running total"}, Align::right},
                 {{"事由", "reason"}},
                 {{"任务", "duty"}},
                 {{"记录", "record"}, Align::left, true},
                 {{"事项", "matter"}},
                 {{"说明", "note"}},
                 {{"文件", "file"}},
                 {{"行", "line"}, Align::right},
                 {{"条款文件", "rule file"}},
                 {{"条款行", "rule line"}, Align::right},
                 {{"所属期", "own period"}},
                 {{"期间", "period"}},
                 {{"截至", "as of"}},
                 {{"考核办法", "policy"}},
                 {{"草稿", "draft"}}},
                {}};
    for (const Scorecard* card : shown_cards(scoring_, view_)) {
      for (const Step& step : steps(*card)) {
        const LedgerLine& line = step.line;
        const Record* matter = matter_of(line);
        table.rows.push_back(
            {std::string(record::row_of(card->subject->kind).label.in(view_.lang)),
             std::string(card->subject->name()), std::string(subject_name(*card->subject)),
             line.points.text(), step.total, std::string(step.reason),
             line.duty == nullptr ? "" : std::string(line.duty->name()),
             line.record == nullptr ? "" : std::string(line.record->name()),
             matter == nullptr ? "" : std::string(record::matter_of(*matter)),
             line.note.in(view_.lang), file_of(line.place), line_number(line.place),
             file_of(line.rule), line_number(line.rule), line.period ? line.period->id() : "",
             scoring_.period.id(), scoring_.as_of.iso(), policy_id(scoring_),
             std::string(draft_mark())});
        reg_.budget().hold(line.place, written, size_of(table.rows.back()));
      }
    }
    return to_csv(table, view_.lang, view_.excel);
  }

  // The period, the as-of date and the policy, which every output names.
  static std::string heading(const Scoring& scoring, const ScoreView& view) {
    const record::Policy* policy = scoring.policy;
    const std::string mark =
        view.draft ? pick(view, "【草稿：登记册有错误】", "[draft: the register has errors] ") : "";
    const std::string named = policy == nullptr
                                  ? pick(view, "无", "none")
                                  : fmt::format("{}{}{}", policy->title.or_empty(),
                                                pick(view, "，", ", "), policy->name());
    if (view.lang == Lang::zh) {
      return fmt::format("{}{}得分（截至 {}；考核办法：{}）", mark, scoring.period.chinese(),
                         scoring.as_of.iso(), named);
    }
    return fmt::format("{}Scores for {} (as of {}; policy: {})", mark, scoring.period.english(),
                       scoring.as_of.iso(), named);
  }

  static std::string policy_id(const Scoring& scoring) {
    return scoring.policy == nullptr ? "" : std::string(scoring.policy->name());
  }

  static std::string pick(const ScoreView& view, std::string_view zh, std::string_view en) {
    return std::string(view.lang == Lang::zh ? zh : en);
  }

 private:
  void append(std::string& out, const Scorecard& card, const std::string& text) const {
    reg_.budget().hold(*card.subject, written, text.size());
    out += text;
  }

  std::string plain(std::string_view text) const { return terminal_text(text); }
  bool zh() const { return view_.lang == Lang::zh; }

  // One step of a ledger, full marks included.
  struct Step {
    LedgerLine line;
    std::string_view reason;
    std::string points;
    std::string total;
  };

  // None without a score.
  std::vector<Step> steps(const Scorecard& card) const {
    std::vector<Step> list;
    if (!card.score) return list;
    const record::Policy& policy = *scoring_.policy;
    LedgerLine full;
    full.points = card.full;
    full.record = &policy;
    full.place = policy.place(policy.full.span);
    full.rule = full.place;
    const diag::Words words{"满分", "full marks"};
    list.push_back({full, words.in(view_.lang), card.full.text(), card.full.text()});
    Rational total = card.full;
    for (const LedgerLine& line : card.ledger) {
      total += line.points;
      list.push_back({line, score::words_of(line.reason).in(view_.lang), with_sign(line.points),
                      total.text()});
    }
    return list;
  }

  std::string_view draft_mark() const {
    if (!view_.draft) return {};
    return zh() ? "草稿" : "draft";
  }

  // “开展…活动”（township-risk-reminders，2018-q2）
  std::string matter(const LedgerLine& line) const {
    const Record* record = matter_of(line);
    if (record == nullptr) return line.period ? line.period->id() : "";
    std::string in_brackets(record->name());
    if (line.period) in_brackets += (zh() ? "，" : ", ") + line.period->id();
    const std::string_view title = record::matter_of(*record);
    if (title.empty()) return in_brackets;
    return zh() ? fmt::format("{}（{}）", title, in_brackets)
                : fmt::format("{} ({})", title, in_brackets);
  }

  // Where it stands: the record where it is another than the matter, its place, and the clause.
  std::string source(const LedgerLine& line) {
    std::string out;
    const auto add = [&](const std::string& part) {
      if (part.empty()) return;
      if (!out.empty()) out += zh() ? "；" : "; ";
      out += part;
    };
    if (line.duty != nullptr && line.record != line.duty) add(std::string(line.record->name()));
    add(where(line.place));
    if (line.rule != line.place) {
      const std::string clause = where(line.rule);
      if (!clause.empty()) add((zh() ? "依据 " : "rule ") + clause);
    }
    return out;
  }

  std::string file_of(text::Place place) const {
    return place.source < reg_.sources.size() ? std::string(reg_.sources[place.source].path) : "";
  }
  std::string line_number(text::Place place) {
    if (place.source >= reg_.sources.size() || !place.span.given()) return {};
    return std::to_string(lines_.of(place.source).line_of(place.span.begin));
  }
  std::string where(text::Place place) {
    const std::string line = line_number(place);
    return line.empty() ? file_of(place) : file_of(place) + ":" + line;
  }

  std::string title(const Scorecard& card) const {
    return zh() ? fmt::format("{}（{}）", subject_name(*card.subject), card.subject->name())
                : fmt::format("{} ({})", subject_name(*card.subject), card.subject->name());
  }

  std::string counts(const Scorecard& card) const {
    if (zh()) {
      return fmt::format(
          "指标 {} 项：已报送 {}，未报送 {}（逾期 {}）；审核通过 {}，审核未通过 {}，待审核 "
          "{}；迟报 {}",
          card.indicators, card.reported, card.unreported, card.overdue, card.approved,
          card.returned, card.under_review, card.late);
    }
    return fmt::format(
        "{} {}: {} reported, {} unreported ({} overdue); {} approved, {} returned, {} "
        "under review; {} late",
        card.indicators, card.indicators == 1 ? "indicator" : "indicators", card.reported,
        card.unreported, card.overdue, card.approved, card.returned, card.under_review, card.late);
  }

  std::string verdict(const Scorecard& card) const {
    std::string out;
    if (card.score) {
      out = zh() ? fmt::format("得分 {}（满分 {}）", card.score->text(), card.full.text())
                 : fmt::format("score {} of {}", card.score->text(), card.full.text());
    } else if (!scoring_.without_policy.empty() && scoring_.policy == nullptr) {
      out = pick(view_, "没有施行中的考核办法，不计分", "no score: no policy is in force");
    } else if (card.missing_year != 0) {
      const diag::Text why = reg::no_calendar(card.missing_year);
      out = zh() ? fmt::format("{}，不计分", why.zh) : fmt::format("no score: {}", why.en);
    } else if (card.indicators == 0) {
      out = pick(view_, "本期没有任务，不计分", "no score: nothing is owed in the period");
    } else {
      out = pick(view_, "尚无可计分的事项，不计分", "no score: there is nothing to score yet");
    }
    if (!card.band.empty()) out += (zh() ? "，等次 " : ", band ") + std::string(card.band);
    if (card.place) {
      out += zh() ? fmt::format("，第 {} 名", *card.place) : fmt::format(", place {}", *card.place);
    }
    return out;
  }

  std::string veto(const score::Veto& veto) {
    const std::string clause = where(veto.rule);
    const std::string when = veto.period == scoring_.period ? ""
                             : zh() ? fmt::format("（{}）", veto.period.id())
                                    : fmt::format(" ({})", veto.period.id());
    return zh() ? fmt::format("一票否决{}：{}，{}（{}；依据 {}），不排名次", when, veto.note.zh,
                              veto.record->name(), where(veto.place), clause)
                : fmt::format("veto{}: {}, {} ({}; rule {}), no place", when, veto.note.en,
                              veto.record->name(), where(veto.place), clause);
  }

  std::string raises_title() const {
    return pick(view_, "怎样提高得分：", "What would raise the score:");
  }

  // Points and running totals stand in columns; what else there is to say follows each step on a
  // line of its own, so that nothing need be cut.
  std::string terminal(const Scorecard& card) {
    const std::vector<Step> list = steps(card);
    std::size_t points_width = 0;
    std::size_t total_width = 0;
    for (const Step& step : list) {
      points_width = std::max(points_width, step.points.size());
      total_width = std::max(total_width, step.total.size());
    }
    const std::string indent(points_width + total_width + 6, ' ');
    std::string out = plain(title(card)) + "\n  " + counts(card) + "\n";
    for (const Step& step : list) {
      out += "  " + text::pad_left(step.points, points_width) + "  " +
             text::pad_left(step.total, total_width) + "  " + std::string(step.reason);
      const std::string about = plain(matter(step.line));
      if (!about.empty()) out += (zh() ? "：" : ": ") + about;
      out += "\n";
      const std::string note = plain(step.line.note.in(view_.lang));
      if (!note.empty()) out += indent + note + "\n";
      const std::string from = plain(source(step.line));
      if (!from.empty()) out += indent + from + "\n";
    }
    out += "  " + plain(verdict(card)) + "\n";
    if (card.veto) out += "  " + plain(veto(*card.veto)) + "\n";
    if (card.raises.empty()) return out;
    out += "  " + raises_title() + "\n";
    std::size_t width = 0;
    for (const Raise& raise : card.raises) {
      width = std::max(width, with_sign(raise.points).size());
    }
    for (const Raise& raise : card.raises) {
      out += "    " + text::pad_left(with_sign(raise.points), width) + "  " +
             plain(raise.what.in(view_.lang)) + "  " + plain(where(raise.place)) + "\n";
    }
    return out;
  }

  std::string markdown(const Scorecard& card) {
    std::string out = "## " + markdown_text(title(card)) + "\n\n" + counts(card) + "\n\n";
    Table table{{{{"分值", "points"}, Align::right},
                 {{"累计", "running total"}, Align::right},
                 {{"事由", "reason"}},
                 {{"事项", "matter"}},
                 {{"说明", "note"}},
                 {{"出处", "source"}}},
                {}};
    for (const Step& step : steps(card)) {
      table.rows.push_back({step.points, step.total, std::string(step.reason), matter(step.line),
                            step.line.note.in(view_.lang), source(step.line)});
    }
    if (!table.rows.empty()) out += to_markdown(table, view_.lang) + "\n";
    out += "**" + markdown_text(verdict(card)) + "**\n";
    if (card.veto) out += "\n" + markdown_text(veto(*card.veto)) + "\n";
    if (card.raises.empty()) return out;
    out += "\n" + raises_title() + "\n\n";
    for (const Raise& raise : card.raises) {
      const std::string points = with_sign(raise.points) + (zh() ? " 分：" : ": ");
      out += "- " + points + markdown_text(raise.what.in(view_.lang)) + (zh() ? "（" : " (") +
             markdown_text(where(raise.place)) + (zh() ? "）" : ")") + "\n";
    }
    return out;
  }

  const reg::Register& reg_;
  const Scoring& scoring_;
  const ScoreView& view_;
  text::LineIndexes lines_;
};

Table table_of(const Scoring& scoring, const ScoreView& view) {
  const bool csv = view.format == Format::csv;
  Table table{{{{"名次", "place"}, Align::right},
               {{"类型", "kind"}},
               {{"对象", "subject"}},
               {{"编号", "id"}, Align::left, true},
               {{"指标", "indicators"}, Align::right},
               {{"已报", "reported"}, Align::right},
               {{"未报", "unreported"}, Align::right},
               {{"逾期", "overdue"}, Align::right},
               {{"通过", "approved"}, Align::right},
               {{"退回", "returned"}, Align::right},
               {{"待审", "under review"}, Align::right},
               {{"迟报", "late"}, Align::right},
               {{"得分", "score"}, Align::right},
               {{"等次", "band"}}},
              {}};
  if (csv) {
    for (const diag::Words title : {diag::Words{"满分", "full marks"},
                                    {"一票否决", "veto"},
                                    {"期间", "period"},
                                    {"截至", "as of"},
                                    {"考核办法", "policy"},
                                    {"草稿", "draft"}}) {
      table.columns.push_back({title, Align::left});
    }
  }
  const std::string nothing = csv ? "" : "—";
  for (const Scorecard* card : shown_cards(scoring, view)) {
    std::vector<std::string> row{
        card->place ? std::to_string(*card->place) : nothing,
        std::string(record::row_of(card->subject->kind).label.in(view.lang)),
        std::string(subject_name(*card->subject)), std::string(card->subject->name())};
    for (const std::int64_t count :
         {card->indicators, card->reported, card->unreported, card->overdue, card->approved,
          card->returned, card->under_review, card->late}) {
      row.push_back(std::to_string(count));
    }
    row.push_back(card->score ? card->score->text() : nothing);
    std::string band = card->band.empty() ? nothing : std::string(card->band);
    if (csv) {
      row.push_back(band);
      row.push_back(scoring.policy == nullptr ? "" : card->full.text());
      row.push_back(card->veto ? std::string(card->veto->record->name()) : "");
      row.push_back(scoring.period.id());
      row.push_back(scoring.as_of.iso());
      row.push_back(Pages::policy_id(scoring));
      row.push_back(view.draft ? Pages::pick(view, "草稿", "draft") : "");
    } else {
      if (card->veto) band += Pages::pick(view, "（一票否决）", " (veto)");
      row.push_back(std::move(band));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::string score_table(const Scoring& scoring, const ScoreView& view) {
  const Table table = table_of(scoring, view);
  if (view.format == Format::csv) return to_csv(table, view.lang, view.excel);
  const std::string heading = Pages::heading(scoring, view);
  if (view.format == Format::markdown) {
    return "# " + markdown_text(heading) + "\n\n" + to_markdown(table, view.lang);
  }
  return terminal_text(heading) + "\n\n" + to_terminal(table, view.lang, view.width);
}

std::string score_ledgers(const reg::Register& reg, const Scoring& scoring, const ScoreView& view) {
  Pages pages(reg, scoring, view);
  switch (view.format) {
    case Format::csv:
      return pages.csv();
    case Format::markdown:
      return pages.markdown();
    case Format::table:
    case Format::json:
      return pages.terminal();
  }
  return {};
}

}  // namespace zsup::render
