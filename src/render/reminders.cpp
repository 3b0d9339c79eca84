#include "render/reminders.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "diag/counted.h"
#include "letter/letter.h"
#include "register/order.h"
#include "render/json.h"
#include "render/letter_words.h"
#include "render/places.h"
#include "render/scores.h"
#include "render/status.h"
#include "render/table.h"
#include "render/written.h"
#include "text/sentence.h"

namespace zsup::render {

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

using diag::Lang;
using Json = nlohmann::ordered_json;
using reg::Obligation;
using reg::State;
using score::Scorecard;
using score::Scoring;

namespace {

class Writer {
 public:
  Writer(const reg::Register& reg, const Scoring& scoring, std::span<const Obligation> owed,
         const ReminderView& view)
      : reg_(reg), scoring_(scoring), view_(view), places_(reg), before_(reg) {
    for (const Obligation& one : owed) owed_[one.owner].push_back(&one);
  }

  std::string text() {
    std::string out;
    for (const Scorecard* card : cards()) {
      if (!out.empty()) out += "\n";
      if (view_.draft) out += zh() ? "【草稿】" : "[draft] ";
      const std::string text = terminal_text(text::with_single_stops(paragraph(*card)));
      reg_.budget().hold(*card->subject, written, text.size());
      out += text + "\n";
    }
    return out;
  }

  std::string json() {
    Json out;
    out["period"] = scoring_.period.id();
    out["as_of"] = scoring_.as_of.iso();
    out["draft"] = view_.draft;
    out["reminders"] = Json::array();
    for (const Scorecard* card : cards()) {
      Json one = reminder(*card);
      reg_.budget().hold(*card->subject, written, 8 * dump(one).size());
      out["reminders"].push_back(std::move(one));
    }
    return dump(out) + "\n";
  }

 private:
  bool zh() const { return view_.lang == Lang::zh; }

  std::vector<const Scorecard*> cards() const {
    std::vector<const Scorecard*> list;
    for (const Scorecard& card : scoring_.cards) {
      const bool named =
          std::find(view_.only.begin(), view_.only.end(), card.subject) != view_.only.end();
      if (!view_.only.empty() && !named) continue;
      if (card.indicators == 0) continue;
      // Whoever was asked for by name is shown, whatever there is to say.
      if (named || view_.all || card.overdue > 0 || card.returned > 0) list.push_back(&card);
    }
    std::stable_sort(list.begin(), list.end(), [&](const Scorecard* a, const Scorecard* b) {
      return before_(a->subject, b->subject);
    });
    return list;
  }

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
    std::string out = zh() ? summary(card) : english_summary(card);
    if (!overdue.empty()) {
      out += zh() ? "。逾期未报送：" : ". Overdue: ";
      out += list(overdue, [&](const Obligation& owed) {
        if (!owed.due) return std::string();
        return zh() ? chinese_date(*owed.due) + "到期" : "due " + owed.due->iso();
      });
    }
    if (!returned.empty()) {
      out += zh() ? "。审核未通过：" : ". Returned: ";
      out += list(returned, [](const Obligation& owed) {
        return std::string(bare(owed.last->review->reason.or_empty()));
      });
    }
    if (overdue.empty() && returned.empty()) return out + (zh() ? "。" : ".");
    return out + (zh() ? "。请抓紧补报、整改。" : ". Please make them good without delay.");
  }

  // “…”（2018-07-06到期）、“…”
  template <class Remark>
  std::string list(const std::vector<const Obligation*>& owed, Remark remark) const {
    std::string out;
    for (const Obligation* one : owed) {
      if (!out.empty()) out += zh() ? "；" : "; ";
      out += bare(one->duty->title.or_empty());
      std::string in_brackets;
      // A duty of another period than the reminder's says which.
      if (one->period != scoring_.period && *one->duty->cadence != record::Cadence::once) {
        in_brackets = zh() ? one->period.chinese() : one->period.id();
      }
      const std::string more = remark(*one);
      if (!in_brackets.empty() && !more.empty()) in_brackets += zh() ? "，" : ", ";
      in_brackets += more;
      if (in_brackets.empty()) continue;
      out += zh() ? "（" + in_brackets + "）" : " (" + in_brackets + ")";
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

  Json reminder(const Scorecard& card) {
    Json out;
    out["kind"] = record::row_of(card.subject->kind).id;
    out["id"] = json_text(card.subject->name());
    out["name"] = json_text(subject_name(*card.subject));
    out["indicators"] = card.indicators;
    out["reported"] = card.reported;
    out["unreported"] = card.unreported;
    out["approved"] = card.approved;
    out["returned"] = card.returned;
    out["under_review"] = card.under_review;
    out["late"] = card.late;
    out["overdue"] = card.overdue;
    out["score"] = card.score ? Json(card.score->text()) : Json();
    out["full"] = scoring_.policy == nullptr ? Json() : Json(card.full.text());
    out["overdue_items"] = items(of(card, State::overdue));
    out["returned_items"] = items(of(card, State::returned));
    out["text"] = json_text(paragraph(card));
    return out;
  }

  Json items(const std::vector<const Obligation*>& owed) {
    Json list = Json::array();
    for (const Obligation* one : owed) {
      Json item;
      item["duty"] = json_text(slug(*one->duty));
      item["title"] = json_text(one->duty->title.or_empty());
      item["period"] = one->period.id();
      item["due"] = one->due ? Json(one->due->iso()) : Json();
      item["reason"] =
          one->state == State::returned ? json_text(one->last->review->reason.or_empty()) : Json();
      places_.put(item, place_of(*one));
      list.push_back(std::move(item));
    }
    return list;
  }

  const reg::Register& reg_;
  const Scoring& scoring_;
  std::unordered_map<const record::Record*, std::vector<const Obligation*>> owed_;
  const ReminderView& view_;
  Places places_;
  reg::SubjectOrder before_;
};

}  // namespace

std::string render_reminders(const reg::Register& reg, const Scoring& scoring,
                             std::span<const Obligation> obligations, const ReminderView& view) {
  Writer writer(reg, scoring, obligations, view);
  return view.json ? writer.json() : writer.text();
}

}  // namespace zsup::render
