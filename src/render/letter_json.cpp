#include "render/letter_json.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/letter_words.h"
#include "render/written.h"

namespace zsup::render {

using Json = nlohmann::ordered_json;
using letter::Item;
using letter::Letter;

namespace {

constexpr std::string_view measures_key = "measures";

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json date_or_null(const std::optional<value::Date>& date) {
  return date ? Json(date->iso()) : Json();
}

Json json_of(const letter::Person& person) {
  Json json{{"name", person.name}};
  if (!person.org.empty()) json["org"] = person.org;
  if (person.responsibility) json["responsibility"] = record::row_of(*person.responsibility).id;
  if (person.measure) json["measure"] = record::row_of(*person.measure).id;
  if (person.date) json["date"] = person.date->iso();
  return json;
}

Json json_of(const letter::Chain& chain) {
  return {{"leader_briefed", date_or_null(chain.leader_briefed)},
          {"claimed", date_or_null(chain.claimed)},
          {"unit_briefed", date_or_null(chain.unit_briefed)},
          {"published", date_or_null(chain.published)},
          {"findings", chain.findings},
          {"unclaimed", chain.unclaimed},
          {"submitted", chain.submitted},
          {"closed", chain.closed}};
}

Json json_of(const letter::Addressee& one) {
  Json json{{"kind", record::row_of(one.kind).id}, {"id", one.id}, {"name", one.name}};
  if (one.attention != nullptr) {
    json["attention"] = {{"id", one.attention->id.or_empty().text}, {"name", one.attention_name}};
  }
  return json;
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
  if (letter::about(item.section).shows_group && !item.group.empty()) json["group"] = item.group;
  if (item.state) json["state"] = reg::id_of(*item.state);
  if (item.found) json["found"] = item.found->iso();
  if (!item.earlier.empty()) json["earlier"] = item.earlier;
  if (item.filed) json["filed"] = item.filed->iso();
  if (!item.persons.empty()) {
    Json persons = Json::array();
    for (const letter::Person& person : item.persons) persons.push_back(json_of(person));
    json["persons"] = std::move(persons);
  }
  if (item.amount) json["amount"] = item.amount->text();
  if (item.recovered) json["recovered"] = item.recovered->text();
  if (item.chain) json["chain"] = json_of(*item.chain);
  if (!item.measures.empty()) {
    // An ordered object looks through all its keys for each new one; those of a record differ.
    json["measures"] = Json::object();
    auto& entries = json["measures"].get_ref<Json::object_t&>();
    for (const auto& [name, number] : item.measures) entries.emplace_back(name, number);
  }
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
  Json json{{"type", record::row_of(letter.type).id},
            {"to", letter.to.record == nullptr ? Json() : json_of(letter.to)},
            {"period", letter.period.id()},
            {"as_of", letter.as_of.iso()},
            {"number", letter.number ? Json(*letter.number) : Json()},
            {"date", letter.date.iso()},
            {"issuer",
             letter.issuer == nullptr ? Json() : Json(letter.issuer->id.or_empty().text)},
            {"basis", text_or_null(letter.basis)},
            {"reply_by", date_or_null(letter.reply_by)},
            {"draft", letter.draft},
            {"mask", record::row_of(mask).id}};
  if (!letter.digest.empty()) json["digest"] = letter.digest;
  if (letter.from) json["from"] = json_of(*letter.from);
  if (!letter.copies.empty()) json["copies"] = letter.copies;
  if (letter.elsewhere > 0) json["inspection_findings_elsewhere"] = letter.elsewhere;
  if (letter.figures) json["figures"] = json_of(*letter.figures);
  Json items = Json::array();
  for (const Item& item : letter.items) items.push_back(json_of(item));
  json["items"] = std::move(items);
  return json;
}

// What is told by a word of zsup's own, a date or a number; everything else passes the veil.
bool is_plain(std::string_view key) {
  constexpr auto plain = std::to_array<std::string_view>(
      {"type",           "kind",    "mask",           "section",  "period",       "as_of",
       "digest",         "date",    "reply_by",       "deadline", "due",          "score",
       "full",           "state",   "found",          "filed",    "amount",       "recovered",
       "responsibility", "measure", "leader_briefed", "claimed",  "unit_briefed", "published"});
  return std::find(plain.begin(), plain.end(), key) != plain.end();
}

bool is_id(std::string_view key) {
  return key == "id" || key == "record" || key == "issuer";
}

// Of what a report counts, the names are the keys.
void visit_keys(Json& json, const std::function<void(Json&, bool is_id)>& act) {
  Json renamed = Json::object();
  for (auto& [name, value] : json.items()) {
    Json text(name);
    act(text, false);
    renamed[text.get<std::string>()] = std::move(value);
  }
  json = std::move(renamed);
}

void visit(Json& json, std::string_view key, const std::function<void(Json&, bool is_id)>& act) {
  if (json.is_string()) {
    if (!is_plain(key)) act(json, is_id(key));
    return;
  }
  if (key == measures_key && json.is_object()) {
    visit_keys(json, act);
    return;
  }
  if (json.is_object()) {
    for (auto& [inner, value] : json.items()) visit(value, inner, act);
  } else if (json.is_array()) {
    for (Json& value : json) visit(value, key, act);
  }
}

}  // namespace

void tell_measures_apart(Letter& letter, letter::Masker& masker) {
  // Few letters count anything, and a letter is gone through as a whole again when it is written.
  const auto counts_several = [](const Item& item) { return item.measures.size() >= 2; };
  if (!masker.hides() || std::ranges::none_of(letter.items, counts_several)) return;
  letter::Veil veil(masker, letter);
  show_all(letter, veil);
  for (Item& item : letter.items) {
    if (!counts_several(item)) continue;
    // Once, but where a name and the sign behind it make another name.
    for (bool again = true; again;) {
      again = false;
      std::vector<std::string> names;
      for (const auto& [name, number] : item.measures) names.push_back(veil.over(name));
      const std::vector<std::string> before = names;
      letter::tell_apart(names);
      for (std::size_t at = 0; at < names.size(); ++at) {
        if (names[at] == before[at]) continue;
        item.measures[at].first += names[at].substr(before[at].size());
        again = true;
      }
    }
  }
}

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
    if (letter.budget != nullptr && letter.to.record != nullptr) {
      letter.budget->hold(*letter.to.record, written, 2 * letter::size_of(letter));
    }
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
