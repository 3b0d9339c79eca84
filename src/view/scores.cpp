#include "view/scores.h"

#include <algorithm>

#include "diag/counted.h"
#include "record/kinds/policy.h"
#include "score/ledger.h"
#include "view/common.h"

namespace zsup::view {

using record::Record;
using score::LedgerLine;
using score::Raise;
using score::Scorecard;
using score::Scoring;
using value::Rational;

template <>
struct Ids<score::Reason> : IdsUpTo<score::Reason, score::Reason::quarter> {};

namespace {

std::optional<Id<Named>> id_of_record(const Record* record) {
  return record == nullptr ? std::nullopt : std::optional(Id<Named>{record->name()});
}

std::optional<Named> sentence(const diag::Text& text, const In& in) {
  return some(text.in(in.lang));
}

// -- JSON ---------------------------------------------------------------------------------------

constexpr auto place_members = std::to_array<Member<text::Place>>({
    member("file", {"所在文件", "the file"},
           [](const text::Place& place, In& in) { return in.places.file(place); }),
    member("line", {"行号，从 1 起", "the line, counted from 1"},
           [](const text::Place& place, In& in) { return in.places.line(place); }),
});

constexpr auto ledger_members = std::to_array<Member<LedgerLine>>({
    member(
        "points",
        {"分值，扣分为负；各行与满分之和就是得分",
         "the points, below 0 where they are taken off; with full marks they add up to the score"},
        [](const LedgerLine& line) { return line.points; }),
    member("reason", {"事由", "what for"}, [](const LedgerLine& line) { return line.reason; }),
    member("duty", {"任务", "the duty"},
           [](const LedgerLine& line) { return id_of_record(line.duty); }),
    member("record", {"所依据的记录", "the record that it rests on"},
           [](const LedgerLine& line) { return id_of_record(line.record); }),
    member("file", {"该记录所在文件", "the file of that record"},
           [](const LedgerLine& line, In& in) { return in.places.file(line.place); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const LedgerLine& line, In& in) { return in.places.line(line.place); }),
    member("period", {"任务所属的期间，或季度", "the duty's own period, or the quarter"},
           [](const LedgerLine& line) { return line.period; }),
    member("note", {"说明，用所选的语言", "particulars, in the language that is asked for"},
           [](const LedgerLine& line, In& in) { return sentence(line.note, in); }),
    inner<place_members>("rule", {"考核办法中的条款", "the clause of the policy"},
                         [](const LedgerLine& line) { return line.rule; }),
});

constexpr auto raise_members = std::to_array<Member<Raise>>({
    member("points", {"得分会高多少", "by how much the score would rise by it alone"},
           [](const Raise& raise) { return raise.points; }),
    member("what",
           {"要做什么，用所选的语言", "what is to be done, in the language that is asked for"},
           [](const Raise& raise, In& in) { return sentence(raise.what, in); }),
    member("duty", {"任务", "the duty"},
           [](const Raise& raise) { return id_of_record(raise.duty); }),
    member("record", {"所在的记录", "the record in question"},
           [](const Raise& raise) { return id_of_record(raise.record); }),
    member("file", {"该记录所在文件", "the file of that record"},
           [](const Raise& raise, In& in) { return in.places.file(raise.place); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const Raise& raise, In& in) { return in.places.line(raise.place); }),
    member("period", {"任务所属的期间", "the duty's own period"},
           [](const Raise& raise) { return raise.period; }),
});

constexpr auto veto_members = std::to_array<Member<score::Veto>>({
    member("band", {"定为哪一等次", "the band that it sets"},
           [](const score::Veto& veto) { return Named(veto.row->band.or_empty()); }),
    member("record", {"所依据的记录", "the record that it rests on"},
           [](const score::Veto& veto) { return id_of_record(veto.record); }),
    member("file", {"该记录所在文件", "the file of that record"},
           [](const score::Veto& veto, In& in) { return in.places.file(veto.place); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const score::Veto& veto, In& in) { return in.places.line(veto.place); }),
    member("note", {"说明，用所选的语言", "particulars, in the language that is asked for"},
           [](const score::Veto& veto, In& in) { return sentence(veto.note, in); }),
    inner<place_members>("rule", {"考核办法中的条款", "the clause of the policy"},
                         [](const score::Veto& veto) { return veto.rule; }),
    member("period", {"发生在哪一季度或月份", "the quarter or month in which it came about"},
           [](const score::Veto& veto) { return veto.period; }),
});

struct OfScoring {
  const Scorecard* card;
  const Scoring* scoring;
  const Record* subject;
};

constexpr auto card_members = std::to_array<Member<OfScoring>>({
    kind_member<OfScoring>,
    id_member<OfScoring>,
    name_member<OfScoring>,
    member("indicators", {"应报送的任务数", "how many reports are owed"},
           [](const OfScoring& one) { return one.card->indicators; }),
    member("reported", {"已报送", "reported"},
           [](const OfScoring& one) { return one.card->reported; }),
    member("unreported", {"未报送，逾期与否", "not reported, due or not"},
           [](const OfScoring& one) { return one.card->unreported; }),
    member("approved", {"审核通过", "approved"},
           [](const OfScoring& one) { return one.card->approved; }),
    member("returned", {"审核未通过", "returned"},
           [](const OfScoring& one) { return one.card->returned; }),
    member("under_review", {"待审核", "not reviewed yet"},
           [](const OfScoring& one) { return one.card->under_review; }),
    member("late", {"迟报", "first reported late"},
           [](const OfScoring& one) { return one.card->late; }),
    member("overdue", {"未报送中已逾期的", "of those not reported, overdue"},
           [](const OfScoring& one) { return one.card->overdue; }),
    member("score",
           {"得分；没有可计分的事项时为 null", "the score; null when there is nothing to score"},
           [](const OfScoring& one) { return one.card->score; }),
    member("full", {"满分；没有考核办法时为 null", "full marks; null without a policy"},
           [](const OfScoring& one) {
             return one.scoring->policy == nullptr ? std::nullopt : std::optional(one.card->full);
           }),
    member("band", {"等次", "the band"}, [](const OfScoring& one) { return some(one.card->band); }),
    member("place",
           {"名次；不计分或被一票否决的为 null", "the place; null without a score or with a veto"},
           [](const OfScoring& one) { return one.card->place; }),
    inner<veto_members>(
        "veto", {"一票否决；几条都适用时为最重的", "the veto that applies, the gravest of several"},
        [](const OfScoring& one) { return one.card->veto ? &*one.card->veto : nullptr; }),
    each<ledger_members>("ledger", {"每一分的来由", "where every point comes from"},
                         [](const OfScoring& one, In& in, const TakeEach<LedgerLine>& take) {
                           in.spend_at(*one.subject);
                           for (const LedgerLine& line : one.card->ledger) take(line);
                         }),
    each<raise_members>(
        "raises",
        {"怎样提高得分，分值多的在前", "what would raise the score, the most points first"},
        [](const OfScoring& one, In&, const TakeEach<Raise>& take) {
          for (const Raise& raise : one.card->raises) take(raise);
        }),
});

// The scoring and which of its cards are shown.
struct Shared {
  Shared(const reg::Register& reg, const Scoring& the_scoring, ScoresWanted the_wanted)
      : scoring(the_scoring), wanted(std::move(the_wanted)), in(reg, wanted) {}

  const Scoring& scoring;
  ScoresWanted wanted;
  In in;

  template <class Take>
  void each_card(const Take& take) const {
    const auto& only = wanted.only;
    for (const Scorecard& card : scoring.cards) {
      if (!only.empty() && std::find(only.begin(), only.end(), card.subject) == only.end())
        continue;
      take(card);
    }
  }
};

constexpr auto members = std::to_array<Member<Shared>>({
    version_member<Shared>,
    member("period", {"期间", "the period"}, [](const Shared& s) { return s.scoring.period; }),
    member("as_of", {"截至哪一天", "the as-of date"},
           [](const Shared& s) { return s.scoring.as_of; }),
    member("policy", {"所依据的考核办法", "the policy whose bands and full marks count"},
           [](const Shared& s) { return id_of_record(s.scoring.policy); }),
    draft_member<Shared>,
    // A subject a line, so that memory does not grow with the number of ledgers.
    each<card_members, true>(
        "subjects",
        {"领导干部，然后是组织，各按名次", "leaders, then organisations, each by place"},
        [](const Shared& s, In& in, const TakeEach<OfScoring>& take) {
          s.each_card([&](const Scorecard& card) {
            in.spend_at(*card.subject);
            take({&card, &s.scoring, card.subject});
          });
        }),
    member("without_policy",
           {"有任务而没有考核办法可依的季度或月份",
            "the quarters, or the month, in which something is owed and no policy, or several, is "
            "in force"},
           [](const Shared& s) { return Plain<value::Period>{s.scoring.without_policy}; }),
    member("without_calendar",
           {"有期限算不出的季度：缺那一年的工作日历",
            "those in which a due date cannot be told, since the calendar of a year is missing"},
           [](const Shared& s) { return periods_of(s.scoring.without_calendar); }),
});

// -- For people and spreadsheets ----------------------------------------------------------------

// What a step is about: the duty where there is one.
const Record* matter_of(const LedgerLine& line) {
  return line.duty != nullptr ? line.duty : line.record;
}

Cell<Named> id_cell(const Record* record) {
  return Id<Named>{record == nullptr ? std::string_view() : record->name()};
}

class Tables {
 public:
  explicit Tables(Shared& shared) : shared_(shared), scoring_(shared.scoring), in_(shared.in) {}

  // The period, the as-of date and the policy, which every output names.
  Named heading() const {
    const record::Policy* policy = scoring_.policy;
    const std::string named = policy == nullptr ? in_.say("无", "none")
                                                : fmt::format("{}{}{}", policy->title.or_empty(),
                                                              in_.say("，", ", "), policy->name());
    return in_.say("{}得分（截至 {}；考核办法：{}）", "Scores for {} (as of {}; policy: {})",
                   in_words(scoring_.period), scoring_.as_of.iso(), named);
  }

  Section<Named> table() const {
    Section<Named> section;
    section.columns = {{"place", {"名次", "place"}, Align::right},
                       {"kind", {"类型", "kind"}},
                       {"name", {"对象", "subject"}},
                       {"id", {"编号", "id"}},
                       {"indicators", {"指标", "indicators"}, Align::right},
                       {"reported", {"已报", "reported"}, Align::right},
                       {"unreported", {"未报", "unreported"}, Align::right},
                       {"overdue", {"逾期", "overdue"}, Align::right},
                       {"approved", {"通过", "approved"}, Align::right},
                       {"returned", {"退回", "returned"}, Align::right},
                       {"under_review", {"待审", "under review"}, Align::right},
                       {"late", {"迟报", "late"}, Align::right},
                       {"score", {"得分", "score"}, Align::right},
                       {"", {"等次", "band"}, Align::left, Seen::by_people},
                       {"band", {"等次", "band"}, Align::left, Seen::by_scripts},
                       {"full", {"满分", "full marks"}, Align::left, Seen::by_scripts},
                       {"", {"一票否决", "veto"}, Align::left, Seen::by_scripts},
                       {"period", {"期间", "period"}, Align::left, Seen::by_scripts},
                       {"as_of", {"截至", "as of"}, Align::left, Seen::by_scripts},
                       {"policy", {"考核办法", "policy"}, Align::left, Seen::by_scripts},
                       draft_column};
    section.rows = [this](const TakeRow<Named>& take) {
      shared_.each_card([&](const Scorecard& card) {
        take({{or_nothing(card.place),
               kind_cell(card),
               Named(subject_name(*card.subject)),
               Id<Named>{card.subject->name()},
               card.indicators,
               card.reported,
               card.unreported,
               card.overdue,
               card.approved,
               card.returned,
               card.under_review,
               card.late,
               or_nothing(card.score),
               band_cell(card.band, card.veto.has_value(), in_),
               or_nothing(some(card.band)),
               scoring_.policy == nullptr ? Cell<Named>() : Cell<Named>(card.full),
               Named(card.veto ? card.veto->record->name() : std::string_view()),
               scoring_.period,
               scoring_.as_of,
               policy_cell(),
               draft_cell(in_)}});
      });
    };
    return section;
  }

  // The ledger of each.
  void explain(const std::function<void(const Section<Named>&)>& take) {
    shared_.each_card([&](const Scorecard& card) {
      in_.spend_at(*card.subject);
      take(ledger(card));
      if (!card.raises.empty()) take(raises(card));
    });
  }

  Section<Named> sheet() {
    Section<Named> section;
    section.columns = {{"kind", {"类型", "kind"}},
                       {"id", {"编号", "id"}},
                       {"name", {"对象", "subject"}},
                       {"points", {"分值", "points"}, Align::right},
                       {"", {"累计", "running total"}, Align::right},
                       {"reason", {"事由", "reason"}},
                       {"duty", {"任务", "duty"}},
                       {"record", {"记录", "record"}},
                       {"", {"事项", "matter"}},
                       {"note", {"说明", "note"}},
                       {"file", {"文件", "file"}},
                       {"line", {"行", "line"}, Align::right},
                       {"", {"条款文件", "rule file"}},
                       {"", {"条款行", "rule line"}, Align::right},
                       {"", {"所属期", "own period"}},
                       {"period", {"期间", "period"}},
                       {"as_of", {"截至", "as of"}},
                       {"policy", {"考核办法", "policy"}},
                       draft_column};
    section.rows = [this](const TakeRow<Named>& take) {
      shared_.each_card([&](const Scorecard& card) {
        for_each_step(card, [&](const Step& step) {
          const LedgerLine& line = step.line;
          const Record* matter = matter_of(line);
          in_.spend_at(line.place);
          take(in_.paid(
              {{kind_cell(card), Id<Named>{card.subject->name()},
                Named(subject_name(*card.subject)), line.points, step.total, step.reason,
                Named(line.duty == nullptr ? std::string_view() : line.duty->name()),
                id_cell(line.record),
                Named(matter == nullptr ? std::string_view() : record::matter_of(*matter)),
                Named(line.note.in(in_.lang)), or_nothing(in_.places.file(line.place)),
                or_nothing(in_.places.line(line.place)), or_nothing(in_.places.file(line.rule)),
                or_nothing(in_.places.line(line.rule)), or_nothing(line.period), scoring_.period,
                scoring_.as_of, policy_cell(), draft_cell(in_)}}));
        });
      });
    };
    return section;
  }

 private:
  // One step of a ledger, full marks included.
  struct Step {
    LedgerLine line;
    Word reason;
    bool first = false;
    Rational total;
  };

  // None without a score.
  template <class Take>
  void for_each_step(const Scorecard& card, const Take& take) const {
    if (!card.score) return;
    const record::Policy& policy = *scoring_.policy;
    LedgerLine full;
    full.points = card.full;
    full.record = &policy;
    full.place = policy.place(policy.full.span);
    full.rule = full.place;
    take(Step{full, {"full", {"满分", "full marks"}}, true, card.full});
    Rational total = card.full;
    for (const LedgerLine& line : card.ledger) {
      total += line.points;
      take(Step{line, {score::id_of(line.reason), score::words_of(line.reason)}, false, total});
    }
  }

  Section<Named> ledger(const Scorecard& card) {
    Section<Named> section;
    section.layout = Layout::steps;
    section.title = title(card);
    section.lead = {Named(counts(card))};
    section.columns = {{"points", {"分值", "points"}, Align::right},
                       {"", {"累计", "running total"}, Align::right},
                       {"reason", {"事由", "reason"}},
                       {"", {"事项", "matter"}},
                       {"note", {"说明", "note"}},
                       {"", {"出处", "source"}}};
    section.rows = [this, &card](const TakeRow<Named>& take) {
      for_each_step(card, [&](const Step& step) {
        const Cell<Named> points =
            step.first ? Cell<Named>(step.line.points) : Cell<Named>(Change{step.line.points});
        take(in_.paid({{points, step.total, step.reason, Named(matter(step.line)),
                        Named(step.line.note.in(in_.lang)), Named(source(step.line))}}));
      });
    };
    section.strong = {Named(verdict(card))};
    if (card.veto) section.strong.push_back(Named(veto(*card.veto)));
    return section;
  }

  Section<Named> raises(const Scorecard& card) {
    Section<Named> section;
    section.layout = Layout::offers;
    section.lead = {Named(in_.say("怎样提高得分：", "What would raise the score:"))};
    section.columns = {{"points", {"分值", "points"}, Align::right},
                       {"what", {"事项", "what"}},
                       {"", {"出处", "source"}}};
    section.rows = [this, &card](const TakeRow<Named>& take) {
      for (const Raise& raise : card.raises) {
        take(in_.paid({{Change{raise.points}, Named(raise.what.in(in_.lang)),
                        in_.places.link(raise.place)}}));
      }
    };
    return section;
  }

  static Cell<Named> kind_cell(const Scorecard& card) {
    const record::EnumRow& row = record::row_of(card.subject->kind);
    return Word{row.id, row.label};
  }
  Cell<Named> policy_cell() const {
    return Named(scoring_.policy == nullptr ? std::string_view() : scoring_.policy->name());
  }

  // “开展…活动”（township-risk-reminders，2018-q2）
  std::string matter(const LedgerLine& line) const {
    const Record* record = matter_of(line);
    if (record == nullptr) return line.period ? line.period->id() : "";
    std::string in_brackets(record->name());
    if (line.period) in_brackets += in_.say("，", ", ") + line.period->id();
    const std::string_view title = record::matter_of(*record);
    if (title.empty()) return in_brackets;
    return in_.say("{}（{}）", "{} ({})", title, in_brackets);
  }

  // Where it stands: the record where it is another than the matter, its place, and the clause.
  std::string source(const LedgerLine& line) {
    std::string out;
    const auto add = [&](const std::string& part) {
      if (part.empty()) return;
      if (!out.empty()) out += in_.say("；", "; ");
      out += part;
    };
    if (line.duty != nullptr && line.record != line.duty) add(std::string(line.record->name()));
    add(in_.places.where(line.place));
    if (line.rule != line.place) {
      const std::string clause = in_.places.where(line.rule);
      if (!clause.empty()) add(in_.say("依据 ", "rule ") + clause);
    }
    return out;
  }

  std::string title(const Scorecard& card) const {
    return in_.say("{}（{}）", "{} ({})", subject_name(*card.subject), card.subject->name());
  }

  std::string counts(const Scorecard& card) const {
    return in_.say(
        "指标 {0} 项：已报送 {1}，未报送 {2}（逾期 {3}）；审核通过 {4}，审核未通过 {5}，待审核 "
        "{6}；"
        "迟报 {7}",
        "{8}: {1} reported, {2} unreported ({3} overdue); {4} approved, {5} returned, {6} under "
        "review; {7} late",
        card.indicators, card.reported, card.unreported, card.overdue, card.approved, card.returned,
        card.under_review, card.late, diag::counted(card.indicators, "indicator", "indicators"));
  }

  std::string verdict(const Scorecard& card) const {
    std::string out;
    if (card.score) {
      out = in_.say("得分 {}（满分 {}）", "score {} of {}", card.score->text(), card.full.text());
    } else if (!scoring_.without_policy.empty() && scoring_.policy == nullptr) {
      out = in_.say("没有施行中的考核办法，不计分", "no score: no policy is in force");
    } else if (card.missing_year != 0) {
      out = in_.say("{}，不计分", "no score: {}", reg::no_calendar(card.missing_year));
    } else if (card.indicators == 0) {
      out = in_.say("本期没有任务，不计分", "no score: nothing is owed in the period");
    } else {
      out = in_.say("尚无可计分的事项，不计分", "no score: there is nothing to score yet");
    }
    if (!card.band.empty()) out += in_.say("，等次 ", ", band ") + std::string(card.band);
    if (card.place) {
      out += in_.say("，第 {} 名", ", place {}", *card.place);
    }
    return out;
  }

  std::string veto(const score::Veto& veto) {
    const std::string clause = in_.places.where(veto.rule);
    const std::string when =
        veto.period == scoring_.period ? "" : in_.say("（{}）", " ({})", veto.period.id());
    return in_.say("一票否决{}：{}，{}（{}；依据 {}），不排名次",
                   "veto{}: {}, {} ({}; rule {}), no place", when, veto.note, veto.record->name(),
                   in_.places.where(veto.place), clause);
  }

  Shared& shared_;
  const Scoring& scoring_;
  In& in_;
};

struct Kept {
  Kept(const reg::Register& reg, const Scoring& scoring, ScoresWanted wanted)
      : shared(reg, scoring, std::move(wanted)), tables(shared) {}
  Shared shared;
  Tables tables;
};

}  // namespace

Page<Named> scores_page(const reg::Register& reg, const Scoring& scoring, ScoresWanted wanted) {
  const bool explain = wanted.explain;
  const auto kept = std::make_shared<Kept>(reg, scoring, std::move(wanted));
  Page<Named> page;
  page.draft = kept->shared.in.draft;
  page.kept = kept;
  page.data = object(Members<Shared>(members), kept->shared, kept->shared.in);
  Tables& tables = kept->tables;
  page.heading = tables.heading();
  page.sections = [&tables, explain](const auto& take) {
    explain ? tables.explain(take) : take(tables.table());
  };
  page.sheet = [&tables, explain] { return explain ? tables.sheet() : tables.table(); };
  return page;
}

std::vector<Described> scores_keys() {
  return described<Shared>(members);
}

}  // namespace zsup::view
