#include "render/letter_json.h"

#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/letter_words.h"

namespace zsup::render {

using Json = nlohmann::ordered_json;
using letter::Item;
using letter::Letter;

namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json date_or_null(const std::optional<value::Date>& date) {
  return date ? Json(date->iso()) : Json();
}

Json json_of(const Item& item) {
  Json json{{"n", item.n},
            {"section", letter::id_of(item.section)},
            {"text", statement_of(item)},
            {"record", item.record == nullptr ? Json() : Json(item.record->name())}};
  if (!item.unit.empty()) json["unit"] = item.unit;
  if (!item.suggestion.empty()) json["suggestion"] = item.suggestion;
  if (!item.reason.empty()) json["reason"] = item.reason;
  if (item.deadline) json["deadline"] = item.deadline->iso();
  if (!item.due.empty()) {
    Json due = Json::array();
    for (const value::Date date : item.due) due.push_back(date.iso());
    json["due"] = std::move(due);
  }
  if (item.days_overdue > 0) json["days_overdue"] = item.days_overdue;
  return json;
}

Json json_of(const letter::ReminderFigures& f) {
  return {{"indicators", f.indicators},
          {"reported", f.reported},
          {"unreported", f.unreported},
          {"overdue", f.overdue},
          {"approved", f.approved},
          {"returned", f.returned},
          {"under_review", f.under_review},
          {"late", f.late},
          {"score", f.score ? Json(*f.score) : Json()},
          {"full", text_or_null(f.full)}};
}

Json json_of(const Letter& letter) {
  Json to{
      {"kind", record::row_of(letter.to.kind).id}, {"id", letter.to.id}, {"name", letter.to.name}};
  if (letter.to.attention != nullptr) {
    to["attention"] = {{"id", letter.to.attention->id->text}, {"name", letter.to.attention_name}};
  }
  Json json{{"type", record::row_of(letter.type).id},
            {"to", std::move(to)},
            {"period", letter.period.id()},
            {"as_of", letter.as_of.iso()},
            {"number", letter.number ? Json(*letter.number) : Json()},
            {"date", letter.date.iso()},
            {"issuer", letter.issuer == nullptr ? Json() : Json(letter.issuer->id->text)},
            {"basis", text_or_null(letter.basis)},
            {"reply_by", date_or_null(letter.reply_by)},
            {"draft", letter.draft}};
  if (letter.figures) json["figures"] = json_of(*letter.figures);
  Json items = Json::array();
  for (const Item& item : letter.items) items.push_back(json_of(item));
  json["items"] = std::move(items);
  return json;
}

}  // namespace

std::string render_letters_json(std::span<const Letter> letters) {
  Json list = Json::array();
  std::size_t total = 0;
  for (const Letter& letter : letters) {
    total += letter.items.size();
    list.push_back(json_of(letter));
  }
  const Json json{{"letters", std::move(list)}, {"items_total", total}};
  return dump(json) + "\n";
}

}  // namespace zsup::render
