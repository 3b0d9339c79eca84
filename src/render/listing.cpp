#include "render/listing.h"

#include <nlohmann/json.hpp>
#include <set>

#include "diag/counted.h"
#include "render/json.h"
#include "render/places.h"

namespace zsup::render {

using diag::Lang;
using Json = nlohmann::ordered_json;
using record::FieldSpec;
using stats::Row;
using stats::Shown;

namespace {

Json to_json(const Shown& shown) {
  switch (shown.form) {
    case Shown::Form::none:
      return {};
    case Shown::Form::scalar:
      return json_text(shown.text);
    case Shown::Form::list: {
      Json list = Json::array();
      for (const Shown& item : shown.items) list.push_back(to_json(item));
      return list;
    }
    case Shown::Form::mapping: {
      Json object = Json::object();
      // An ordered object looks through all its keys for each new one.
      auto& entries = object.get_ref<Json::object_t&>();
      std::set<std::string> known;
      for (std::size_t i = 0; i < shown.items.size(); ++i) {
        std::string key = json_text(shown.names[i].key).get<std::string>();
        if (!known.insert(key).second) continue;
        entries.emplace_back(std::move(key), to_json(shown.items[i]));
      }
      return object;
    }
  }
  return {};
}

std::string json(const reg::Register& reg, record::Kind kind, const std::vector<Row>& rows,
                 const ListingView& view) {
  Places places(reg);
  Json out;
  out["kind"] = record::row_of(kind).id;
  out["total"] = rows.size();
  out["records"] = Json::array();
  for (const Row& row : rows) {
    Json one;
    one["id"] = json_text(row.record->name());
    places.put(one, row.record->id_place());
    one["fields"] = Json::object();
    if (view.all_fields) {
      for (const auto& [field, shown] : row.fields) {
        if (field->key != "id") one["fields"][std::string(field->key)] = to_json(shown);
      }
    } else {
      for (const FieldSpec* field : view.columns) {
        const Shown* shown = row.find(*field);
        one["fields"][std::string(field->key)] = shown == nullptr ? Json() : to_json(*shown);
      }
    }
    out["records"].push_back(std::move(one));
  }
  return dump(out) + "\n";
}

Align alignment(const FieldSpec& field) {
  using record::Shape;
  const Shape shape = field.type.shape;
  const bool number = shape == Shape::money || shape == Shape::decimal || shape == Shape::count;
  return number && !field.type.list ? Align::right : Align::left;
}

}  // namespace

std::string in_words(const Shown& shown, Lang lang, bool whole) {
  const bool zh = lang == Lang::zh;
  switch (shown.form) {
    case Shown::Form::none:
      return {};
    case Shown::Form::scalar:
      return shown.words ? std::string(shown.words->in(lang)) : shown.text;
    case Shown::Form::list: {
      // Of a list of objects a table tells the number, unless that field was asked for.
      const bool simple = shown.items.empty() || shown.items.front().form == Shown::Form::scalar;
      if (!simple && !whole) {
        return zh ? fmt::format("{} 项", shown.items.size())
                  : diag::counted(shown.items.size(), "item", "items");
      }
      std::string out;
      for (const Shown& item : shown.items) {
        if (!out.empty()) out += simple ? (zh ? "、" : ", ") : (zh ? "；" : "; ");
        out += in_words(item, lang, whole);
      }
      return out;
    }
    case Shown::Form::mapping: {
      std::string out;
      for (std::size_t i = 0; i < shown.items.size(); ++i) {
        const Shown::Name& name = shown.names[i];
        const Shown& value = shown.items[i];
        if (!out.empty()) out += zh ? "，" : ", ";
        out += name.own ? name.key : std::string(name.words.in(lang));
        const std::string inner = in_words(value, lang, whole);
        const bool nested =
            value.form == Shown::Form::mapping || (whole && value.form == Shown::Form::list);
        out += nested ? (zh ? "（" + inner + "）" : " (" + inner + ")") : "=" + inner;
      }
      return out;
    }
  }
  return {};
}

std::string render_listing(const reg::Register& reg, record::Kind kind,
                           const std::vector<Row>& rows, const ListingView& view) {
  if (view.format == Format::json) return json(reg, kind, rows, view);
  const bool csv = view.format == Format::csv;
  Table table{{{{"编号", "id"}, Align::left, true}}, {}};
  for (const FieldSpec* field : view.columns) {
    using record::Shape;
    const bool id = field->type.shape == Shape::ref || field->type.shape == Shape::owner ||
                    field->type.shape == Shape::charge;
    table.columns.push_back({{field->word, field->key}, alignment(*field), id});
  }
  if (csv) {
    table.columns.push_back({{"文件", "file"}});
    table.columns.push_back({{"行", "line"}, Align::right});
  } else if (view.with_place) {
    table.columns.push_back({{"出处", "source"}});
  }
  Places places(reg);
  for (const Row& row : rows) {
    std::vector<std::string> cells{std::string(row.record->name())};
    for (const FieldSpec* field : view.columns) {
      const Shown* shown = row.find(*field);
      cells.push_back(shown == nullptr ? "" : in_words(*shown, view.lang, !view.all_fields));
    }
    if (csv) {
      cells.push_back(places.file(row.record->id_place()));
      cells.push_back(places.line(row.record->id_place()));
    } else if (view.with_place) {
      cells.push_back(places.where(row.record->id_place()));
    }
    table.rows.push_back(std::move(cells));
  }
  if (csv) return to_csv(table, view.lang, view.excel);
  return view.format == Format::markdown ? to_markdown(table, view.lang)
                                         : to_terminal(table, view.lang, view.width);
}

}  // namespace zsup::render
