#include "render/letter_json.h"

#include <algorithm>
#include <array>
#include <functional>
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

Json json_of(const Letter& letter, record::Mask mask) {
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
            {"draft", letter.draft},
            {"mask", record::row_of(mask).id}};
  if (!letter.digest.empty()) json["digest"] = letter.digest;
  if (letter.figures) json["figures"] = json_of(*letter.figures);
  Json items = Json::array();
  for (const Item& item : letter.items) items.push_back(json_of(item));
  json["items"] = std::move(items);
  return json;
}

// What is told by a word of zsup's own, a date or a number; everything else passes the veil.
bool is_plain(std::string_view key) {
  constexpr auto plain = std::to_array<std::string_view>(
      {"type", "kind", "mask", "section", "period", "as_of", "number", "digest", "date", "reply_by",
       "deadline", "due", "score", "full"});
  return std::find(plain.begin(), plain.end(), key) != plain.end();
}

bool is_id(std::string_view key) {
  return key == "id" || key == "record" || key == "issuer";
}

void visit(Json& json, std::string_view key, const std::function<void(Json&, bool is_id)>& act) {
  if (json.is_string()) {
    if (!is_plain(key)) act(json, is_id(key));
    return;
  }
  if (json.is_object()) {
    for (auto& [inner, value] : json.items()) visit(value, inner, act);
  } else if (json.is_array()) {
    for (Json& value : json) visit(value, key, act);
  }
}

}  // namespace

void show_all(const Letter& letter, letter::Veil& veil) {
  if (!veil.hides()) return;
  Json json = json_of(letter, record::Mask::none);
  visit(json, "", [&](Json& text, bool is_id) {
    if (!is_id) veil.see(text.get_ref<const std::string&>());
  });
}

std::string render_letters_json(std::span<const Letter> letters, letter::Masker& masker) {
  Json list = Json::array();
  std::size_t total = 0;
  for (const Letter& letter : letters) {
    total += letter.items.size();
    Json json = json_of(letter, masker.mask());
    if (masker.hides()) {
      letter::Veil veil(masker, letter);
      show_all(letter, veil);
      visit(json, "", [&](Json& text, bool is_id) {
        const auto& plain = text.get_ref<const std::string&>();
        text = is_id ? veil.over_id(plain) : veil.over(plain);
      });
    }
    list.push_back(std::move(json));
  }
  const Json json{{"letters", std::move(list)}, {"items_total", total}};
  return dump(json) + "\n";
}

std::string render_letters_json(std::span<const Letter> letters) {
  letter::Masker nobody;
  return render_letters_json(letters, nobody);
}

}  // namespace zsup::render
