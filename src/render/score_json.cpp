#include "render/score_json.h"

#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/written.h"
#include "text/line_index.h"

namespace zsup::render {

using Json = nlohmann::ordered_json;

namespace {

// A subject a line, so that memory does not grow with the number of ledgers.
class Writer {
 public:
  Writer(const reg::Register& reg, const score::Scoring& scoring, const ScoreView& view)
      : reg_(reg), scoring_(scoring), view_(view), lines_(reg.sources) {}

  std::string write() {
    Json head;
    head["period"] = scoring_.period.id();
    head["as_of"] = scoring_.as_of.iso();
    head["policy"] = id(scoring_.policy);
    head["draft"] = view_.draft;
    std::string out = dump(head);
    out.back() = ',';
    out += "\"subjects\":[";
    bool first = true;
    for (const score::Scorecard* card : shown_cards(scoring_, view_)) {
      out += first ? "\n" : ",\n";
      const std::string text = dump(subject(*card));
      reg_.budget().hold(*card->subject, written, text.size());
      out += text;
      first = false;
    }
    Json tail = Json::array();
    for (const value::Period quarter : scoring_.without_policy) tail.push_back(quarter.id());
    out += "],\"without_policy\":" + dump(tail);
    tail = Json::array();
    for (const auto& [quarter, year] : scoring_.without_calendar) tail.push_back(quarter.id());
    out += ",\"without_calendar\":" + dump(tail) + "}\n";
    return out;
  }

 private:
  Json subject(const score::Scorecard& card) {
    Json out;
    out["kind"] = record::row_of(card.subject->kind).id;
    out["id"] = id(card.subject);
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
    out["band"] = card.band.empty() ? Json() : json_text(card.band);
    out["place"] = card.place ? Json(*card.place) : Json();
    out["veto"] = card.veto ? veto(*card.veto) : Json();
    out["ledger"] = Json::array();
    for (const score::LedgerLine& line : card.ledger) out["ledger"].push_back(step(line));
    out["raises"] = Json::array();
    for (const score::Raise& raise : card.raises) out["raises"].push_back(offer(raise));
    return out;
  }

  Json step(const score::LedgerLine& line) {
    Json out;
    out["points"] = line.points.text();
    out["reason"] = score::id_of(line.reason);
    out["duty"] = id(line.duty);
    out["record"] = id(line.record);
    put_place(out, line.place);
    out["period"] = line.period ? Json(line.period->id()) : Json();
    out["note"] = sentence(line.note);
    put_place(out["rule"], line.rule);
    return out;
  }

  Json offer(const score::Raise& raise) {
    Json out;
    out["points"] = raise.points.text();
    out["what"] = sentence(raise.what);
    out["duty"] = id(raise.duty);
    out["record"] = id(raise.record);
    put_place(out, raise.place);
    out["period"] = raise.period ? Json(raise.period->id()) : Json();
    return out;
  }

  Json veto(const score::Veto& veto) {
    Json out;
    out["band"] = json_text(veto.row->band.or_empty());
    out["record"] = id(veto.record);
    put_place(out, veto.place);
    out["note"] = sentence(veto.note);
    put_place(out["rule"], veto.rule);
    out["period"] = veto.period.id();
    return out;
  }

  void put_place(Json& out, text::Place place) {
    const bool in_file = place.source < reg_.sources.size();
    out["file"] = in_file ? json_text(reg_.sources[place.source].path) : Json();
    out["line"] = in_file && place.span.given()
                      ? Json(lines_.of(place.source).line_of(place.span.begin))
                      : Json();
  }

  Json sentence(const diag::Text& text) const {
    return text.empty() ? Json() : json_text(text.in(view_.lang));
  }

  static Json id(const record::Record* record) {
    return record == nullptr ? Json() : json_text(record->name());
  }

  const reg::Register& reg_;
  const score::Scoring& scoring_;
  const ScoreView& view_;
  text::LineIndexes lines_;
};

}  // namespace

std::string score_json(const reg::Register& reg, const score::Scoring& scoring,
                       const ScoreView& view) {
  return Writer(reg, scoring, view).write();
}

}  // namespace zsup::render
