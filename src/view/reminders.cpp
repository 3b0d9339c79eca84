#include "view/reminders.h"

#include <algorithm>
#include <unordered_map>

#include "diag/counted.h"
#include "register/order.h"
#include "text/sentence.h"
#include "view/common.h"
#include "view/letter_words.h"
#include "view/status.h"

namespace zsup::view {

using reg::Obligation;
using reg::State;
using score::Scorecard;
using score::Scoring;

letter::ReminderFigures figures_of(const score::Scorecard& card) {
  letter::ReminderFigures figures{.indicators = card.indicators,
                                  .reported = card.reported,
                                  .unreported = card.unreported,
                                  .overdue = card.overdue,
                                  .approved = card.approved,
                                  .returned = card.returned,
                                  .under_review = card.under_review,
                                  .late = card.late,
                                  .score = std::nullopt,
                                  .full = card.full.text()};
  if (card.score) figures.score = card.score->text();
  return figures;
}

namespace {

class Reminders {
 public:
  Reminders(const reg::Register& reg, const Scoring& scoring, std::span<const Obligation> owed,
            const RemindersWanted& wanted)
      : in(reg, wanted), scoring_(scoring) {
    for (const Obligation& one : owed) owed_[one.owner].push_back(&one);
    choose(wanted);
  }

  In in;

  const Scoring& scoring() const { return scoring_; }
  // Who is reminded, in their common order.
  const std::vector<const Scorecard*>& cards() const { return cards_; }

  std::vector<const Obligation*> of(const Scorecard& card, State state) const {
    std::vector<const Obligation*> list;
    const auto at = owed_.find(card.subject);
    if (at == owed_.end()) return list;
    for (const Obligation* owed : at->second) {
      if (owed->state == state) list.push_back(owed);
    }
    return list;
  }

  std::string paragraph(const Scorecard& card) const {
    const auto overdue = of(card, State::overdue);
    const auto returned = of(card, State::returned);
    std::string out = diag::Text{summary(card), english_summary(card)}.in(in.lang);
    if (!overdue.empty()) {
      out += in.say("。逾期未报送：", ". Overdue: ");
      out += list(overdue, [&](const Obligation& owed) {
        if (!owed.due) return std::string();
        return in.say("{0}到期", "due {1}", chinese_date(*owed.due), owed.due->iso());
      });
    }
    if (!returned.empty()) {
      out += in.say("。审核未通过：", ". Returned: ");
      out += list(returned, [](const Obligation& owed) {
        return std::string(bare(owed.last->review->reason.or_empty()));
      });
    }
    if (overdue.empty() && returned.empty()) return out + in.say("。", ".");
    return out + in.say("。请抓紧补报、整改。", ". Please make them good without delay.");
  }

  // “…”（2018-07-06到期）、“…”
  template <class Remark>
  std::string list(const std::vector<const Obligation*>& owed, Remark remark) const {
    std::string out;
    for (const Obligation* one : owed) {
      if (!out.empty()) out += in.say("；", "; ");
      out += bare(one->duty->title.or_empty());
      std::string in_brackets;
      // A duty of another period than the reminder's says which.
      if (one->period != scoring_.period && *one->duty->cadence != record::Cadence::once) {
        in_brackets = in.say("{0}", "{1}", one->period.chinese(), one->period.id());
      }
      const std::string more = remark(*one);
      if (!in_brackets.empty() && !more.empty()) in_brackets += in.say("，", ", ");
      in_brackets += more;
      if (in_brackets.empty()) continue;
      out += in.say("（{}）", " ({})", in_brackets);
    }
    return out;
  }

  std::string summary(const Scorecard& card) const {
    letter::Letter letter;
    letter.period = scoring_.period;
    letter.as_of = scoring_.as_of;
    letter.to.name = subject_name(*card.subject);
    letter.figures = figures_of(card);
    return summary_of(letter);
  }

  std::string english_summary(const Scorecard& card) const {
    std::string out = fmt::format(
        "As of {}, {} owes {} for {}: {} made, {} not made ({} overdue); {} approved, {} "
        "returned",
        scoring_.as_of.iso(), subject_name(*card.subject),
        diag::counted(card.indicators, "report", "reports"), scoring_.period.english(),
        card.reported, card.unreported, card.overdue, card.approved, card.returned);
    if (card.under_review > 0) out += fmt::format(", {} under review", card.under_review);
    if (card.late > 0) out += fmt::format(", {} late", card.late);
    if (card.score) out += fmt::format("; score {} of {}", card.score->text(), card.full.text());
    return out;
  }

 private:
  void choose(const RemindersWanted& wanted) {
    for (const Scorecard& card : scoring_.cards) {
      const bool named =
          std::find(wanted.only.begin(), wanted.only.end(), card.subject) != wanted.only.end();
      if (!wanted.only.empty() && !named) continue;
      if (card.indicators == 0) continue;
      // Whoever was asked for by name is shown, whatever there is to say.
      if (named || wanted.all || card.overdue > 0 || card.returned > 0) cards_.push_back(&card);
    }
    const reg::SubjectOrder before(in.reg);
    std::stable_sort(cards_.begin(), cards_.end(), [&](const Scorecard* a, const Scorecard* b) {
      return before(a->subject, b->subject);
    });
  }

  const Scoring& scoring_;
  std::unordered_map<const record::Record*, std::vector<const Obligation*>> owed_;
  std::vector<const Scorecard*> cards_;
};

constexpr auto item_members = std::to_array<Member<Obligation>>({
    member("duty", {"任务的编号", "the duty's id"},
           [](const Obligation& o) { return Id<Named>{slug(*o.duty)}; }),
    member("title", {"任务的名称", "the duty's title"},
           [](const Obligation& o) { return Named(o.duty->title.or_empty()); }),
    member("period", {"任务所属的期间", "the duty's own period"},
           [](const Obligation& o) { return o.period; }),
    member("due",
           {"期限；工作日历缺当年的为 null", "the due date; null without a calendar of the year"},
           [](const Obligation& o) { return o.due; }),
    member("reason", {"退回的原因", "why it was returned"},
           [](const Obligation& o) {
             return o.state == State::returned
                        ? std::optional(Named(o.last->review->reason.or_empty()))
                        : std::nullopt;
           }),
    member("file", {"所在文件", "its file"},
           [](const Obligation& o, In& in) { return in.places.file(place_of(o)); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const Obligation& o, In& in) { return in.places.line(place_of(o)); }),
});

struct Reminder {
  const Reminders* all;
  const Scorecard* card;
  const record::Record* subject;
};

void take_items(const Reminder& one, State state, const TakeEach<Obligation>& take) {
  for (const Obligation* owed : one.all->of(*one.card, state)) take(*owed);
}

constexpr auto reminder_members = std::to_array<Member<Reminder>>({
    kind_member<Reminder>,
    id_member<Reminder>,
    name_member<Reminder>,
    member("indicators", {"应报送的任务数", "how many reports are owed"},
           [](const Reminder& one) { return one.card->indicators; }),
    member("reported", {"已报送", "reported"},
           [](const Reminder& one) { return one.card->reported; }),
    member("unreported", {"未报送，逾期与否", "not reported, due or not"},
           [](const Reminder& one) { return one.card->unreported; }),
    member("approved", {"审核通过", "approved"},
           [](const Reminder& one) { return one.card->approved; }),
    member("returned", {"审核未通过", "returned"},
           [](const Reminder& one) { return one.card->returned; }),
    member("under_review", {"待审核", "not reviewed yet"},
           [](const Reminder& one) { return one.card->under_review; }),
    member("late", {"迟报", "first reported late"},
           [](const Reminder& one) { return one.card->late; }),
    member("overdue", {"未报送中已逾期的", "of those not reported, overdue"},
           [](const Reminder& one) { return one.card->overdue; }),
    member("score",
           {"得分；没有可计分的事项时为 null", "the score; null when there is nothing to score"},
           [](const Reminder& one) { return one.card->score; }),
    member("full", {"满分；没有考核办法时为 null", "full marks; null without a policy"},
           [](const Reminder& one) {
             return one.all->scoring().policy == nullptr ? std::nullopt
                                                         : std::optional(one.card->full);
           }),
    each<item_members>("overdue_items", {"逾期的任务", "what is overdue"},
                       [](const Reminder& one, In&, const TakeEach<Obligation>& take) {
                         take_items(one, State::overdue, take);
                       }),
    each<item_members>("returned_items", {"退回的任务", "what was returned"},
                       [](const Reminder& one, In&, const TakeEach<Obligation>& take) {
                         take_items(one, State::returned, take);
                       }),
    member("text", {"提醒用语", "the paragraph"},
           [](const Reminder& one) { return Named(one.all->paragraph(*one.card)); }),
});

constexpr auto members = std::to_array<Member<Reminders>>({
    version_member<Reminders>,
    member("period", {"期间", "the period"}, [](const Reminders& r) { return r.scoring().period; }),
    member("as_of", {"截至哪一天", "the as-of date"},
           [](const Reminders& r) { return r.scoring().as_of; }),
    draft_member<Reminders>,
    each<reminder_members>("reminders", {"领导干部，然后是组织", "leaders, then organisations"},
                           [](const Reminders& r, In& in, const TakeEach<Reminder>& take) {
                             for (const Scorecard* card : r.cards()) {
                               in.spend_at(*card->subject);
                               take({&r, card, card->subject});
                             }
                           }),
});

}  // namespace

Page<Named> reminders_page(const reg::Register& reg, const Scoring& scoring,
                           std::span<const Obligation> obligations, RemindersWanted wanted) {
  const auto all = std::make_shared<Reminders>(reg, scoring, obligations, wanted);
  Page<Named> page;
  page.draft = wanted.draft;
  page.kept = all;
  page.data = object(Members<Reminders>(members), *all, all->in);
  page.paragraphs = [&all = *all](const std::function<void(Named)>& take) {
    for (const Scorecard* card : all.cards()) {
      std::string text = text::with_single_stops(all.paragraph(*card));
      all.in.spend_at(*card->subject);
      all.in.spend(text.size());
      take(std::move(text));
    }
  };
  return page;
}

std::vector<Described> reminders_keys() {
  return described<Reminders>(members);
}

}  // namespace zsup::view
