#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/places.h"
#include "render/scores.h"
#include "render/status.h"
#include "render/written.h"

namespace zsup::render {

using Json = nlohmann::ordered_json;
using record::Record;
using reg::Obligation;
using reg::State;
using stats::AwaitedReply;
using stats::Owed;
using stats::Problem;
using stats::Status;

namespace {

Json date(const std::optional<value::Date>& day) {
  return day ? Json(day->iso()) : Json();
}
Json date(const record::Given<value::Date>& day) {
  return day ? Json(day->iso()) : Json();
}

Json subject(const Record* record, std::string_view id) {
  Json out;
  out["kind"] = record == nullptr ? Json() : Json(record::row_of(record->kind).id);
  out["id"] = json_text(record == nullptr ? id : record->name());
  out["name"] = record == nullptr ? Json() : json_text(subject_name(*record));
  return out;
}

Json obligation(const Owed& owed, Places& places) {
  const Obligation& one = owed.obligation;
  Json out;
  out["duty"] = json_text(slug(*one.duty));
  out["title"] = json_text(one.duty->title.or_empty());
  out["period"] = one.period.id();
  out["due"] = date(one.due);
  out["state"] = reg::id_of(one.state);
  out["light"] = reg::id_of(reg::light_of(one.state));
  out["days_left"] = owed.days_left ? Json(*owed.days_left) : Json();
  out["warning"] = owed.warning ? Json(*owed.warning) : Json();
  out["late"] = one.late;
  out["submitted"] = one.last == nullptr ? Json() : date(one.last->submitted);
  out["reason"] =
      one.state == State::returned ? json_text(one.last->review->reason.or_empty()) : Json();
  out["record"] = json_text(one.last == nullptr ? slug(*one.duty) : slug(*one.answer.report));
  places.put(out, place_of(one));
  return out;
}

Json problem(const Problem& one, Places& places) {
  const record::Finding& finding = *one.finding;
  Json out;
  out["id"] = json_text(slug(finding));
  out["text"] = json_text(finding.text.or_empty());
  out["org"] = json_text(finding.org.or_empty().id);
  out["answers"] = one.answers.leader == nullptr ? Json() : json_text(slug(*one.answers.leader));
  out["candidates"] = Json::array();
  if (one.answers.candidates.empty() && one.answers.leader != nullptr) {
    out["candidates"].push_back(json_text(slug(*one.answers.leader)));
  }
  for (const record::Leader* leader : one.answers.candidates) {
    out["candidates"].push_back(json_text(slug(*leader)));
  }
  out["state"] = reg::id_of(one.state);
  out["published"] = one.state.published;
  out["found"] = date(finding.found);
  out["deadline"] = date(finding.deadline);
  out["overdue"] = one.state.overdue;
  out["days_overdue"] = one.state.days_overdue;
  places.put(out, finding.id_place());
  return out;
}

Json reply(const AwaitedReply& one, Places& places) {
  const record::Letter& letter = *one.letter;
  Json out;
  out["letter"] = json_text(slug(letter));
  out["type"] = letter.type ? Json(record::row_of(*letter.type).id) : Json();
  out["number"] = json_text(letter.number.or_empty());
  out["to"] = subject(letter.to.target(), letter.to.or_empty().id);
  out["reply_by"] = date(letter.reply_by);
  out["days_left"] = one.days_left;
  places.put(out, letter.place(letter.reply_by.span));
  return out;
}

}  // namespace

std::string status_json(const reg::Register& reg, const Status& status, const StatusView& view) {
  Places places(reg);
  Json out;
  out["period"] = status.request.period.id();
  out["with_previous"] = status.request.with_previous;
  out["as_of"] = status.as_of.iso();
  out["draft"] = view.draft;
  for (const State state : text::every<State>) {
    out["obligations"]["by_state"][std::string(reg::id_of(state))] = status.of(state);
  }
  out["subjects"] = Json::array();
  const Record* last = nullptr;
  // A value of JSON takes many times the room of its text until it is written.
  constexpr std::size_t a_value = 1'200;
  for (const Owed& owed : status.owed) {
    const Obligation& one = owed.obligation;
    reg.budget().hold(*one.duty, written, a_value + 3 * one.duty->title.or_empty().size());
    const Record* owner = owed.obligation.owner;
    if (owner != last) {
      out["subjects"].push_back(subject(owner, {}));
      out["subjects"].back()["obligations"] = Json::array();
      last = owner;
    }
    out["subjects"].back()["obligations"].push_back(obligation(owed, places));
  }
  Json& findings = out["findings"];
  findings["total"] = status.findings;
  for (const Status::Group& group : status.finding_states) {
    findings["by_state"][group.id] = group.findings;
  }
  findings["overdue"] = Json::array();
  if (status.request.all_states) findings["others"] = Json::array();
  for (const Problem& one : status.problems) {
    reg.budget().hold(
        *one.finding, written,
        a_value + 3 * one.finding->text.or_empty().size() + 64 * one.answers.candidates.size());
    findings[one.state.overdue ? "overdue" : "others"].push_back(problem(one, places));
  }
  out["replies"] = Json::array();
  for (const AwaitedReply& one : status.replies) out["replies"].push_back(reply(one, places));
  return dump(out) + "\n";
}

}  // namespace zsup::render
