#include "view/listing.h"

#include <set>

#include "diag/counted.h"
#include "text/utf8.h"
#include "view/common.h"

namespace zsup::view {

using diag::Lang;
using record::FieldSpec;
using record::Shape;
using record::YamlValue;

namespace {

bool is_id(const FieldSpec& field) {
  const Shape shape = field.type.shape;
  return shape == Shape::ref || shape == Shape::owner || shape == Shape::charge;
}

Node<Named> node_of(const YamlValue& value) {
  using Form = YamlValue::Form;
  switch (value.form) {
    case Form::none:
      return {};
    case Form::scalar:
      return {Cell<Named>(Named(value.text))};
    case Form::list: {
      List<Named> list;
      for (const YamlValue& item : value.items) list.push_back(node_of(item));
      return {std::move(list)};
    }
    case Form::mapping: {
      Object<Named> object;
      std::set<std::string> known;
      for (const auto& [key, inner] : value.entries) {
        if (!known.insert(text::to_valid(key)).second) continue;
        object.push_back({Named(key), node_of(inner)});
      }
      return {std::move(object)};
    }
  }
  return {};
}

// A word of a vocabulary as it reads, and any other text as it is.
std::string word_in_words(const FieldSpec& field, const std::string& text, Lang lang) {
  if (field.type.shape == Shape::boolean) {
    if (text == "true") return std::string(diag::Words{"是", "yes"}.in(lang));
    if (text == "false") return std::string(diag::Words{"否", "no"}.in(lang));
  } else if (field.type.words != nullptr) {
    for (const record::EnumRow& row : field.type.words().rows) {
      if (row.id == text) return std::string(row.label.in(lang));
    }
  }
  return text;
}

struct Listing {
  const reg::Register& reg;
  record::Kind kind;
  const std::vector<stats::Row>& rows;
  ListingWanted wanted;
  In in{reg, wanted};
};

struct OfListing {
  const Listing* all;
  const stats::Row* row;
};

Node<Named> fields_of(const OfListing& one) {
  Object<Named> fields;
  if (one.all->wanted.all_fields) {
    for (const auto& [field, value] : one.row->fields) {
      if (field->key != "id") fields.push_back({field->key, node_of(value)});
    }
    return {std::move(fields)};
  }
  // A column that is asked for twice stands in an object once.
  std::set<std::string_view> known;
  for (const FieldSpec* field : one.all->wanted.columns) {
    if (!known.insert(field->key).second) continue;
    const YamlValue* value = one.row->find(*field);
    fields.push_back({field->key, value == nullptr ? Node<Named>{} : node_of(*value)});
  }
  return {std::move(fields)};
}

constexpr auto record_members = std::to_array<Member<OfListing>>({
    member("id", {"编号", "its id"},
           [](const OfListing& one) { return Id<Named>{one.row->record->name()}; }),
    member(
        "file", {"所在文件", "its file"},
        [](const OfListing& one, In& in) { return in.places.file(one.row->record->id_place()); }),
    member(
        "line", {"行号，从 1 起", "its line, counted from 1"},
        [](const OfListing& one, In& in) { return in.places.line(one.row->record->id_place()); }),
    fields_member(
        "fields",
        {"写了的字段，或要看的字段；词用英文写法，列表和映射照原样，其余为文字",
         "the fields that are given, or were asked for: words of a vocabulary by their ids, "
         "lists and mappings as such, everything else as text"},
        [](const OfListing& one) { return fields_of(one); }),
});

constexpr auto members = std::to_array<Member<Listing>>({
    version_member<Listing>,
    member("kind", {"记录的种类", "the kind of the records"},
           [](const Listing& all) { return all.kind; }),
    member("total", {"有多少条", "how many there are"},
           [](const Listing& all) { return all.rows.size(); }),
    each<record_members>("records",
                         {"各条记录，按本种类的次序", "the records, in the order of their kind"},
                         [](const Listing& all, In& in, const TakeEach<OfListing>& take) {
                           for (const stats::Row& row : all.rows) {
                             in.spend_at(*row.record);
                             take({&all, &row});
                           }
                         }),
});

Align alignment(const FieldSpec& field) {
  const Shape shape = field.type.shape;
  const bool number = shape == Shape::money || shape == Shape::decimal || shape == Shape::count;
  return number && !field.type.list ? Align::right : Align::left;
}

Section<Named> section_of(Listing& all) {
  Section<Named> section;
  section.columns = {{"id", {"编号", "id"}}};
  for (const FieldSpec* field : all.wanted.columns) {
    section.columns.push_back({field->key, {field->word, field->key}, alignment(*field)});
  }
  section.columns.push_back({"file", {"文件", "file"}, Align::left, Seen::by_scripts});
  section.columns.push_back({"line", {"行", "line"}, Align::right, Seen::by_scripts});
  if (all.wanted.with_place) {
    section.columns.push_back({"", {"出处", "source"}, Align::left, Seen::by_people});
  }
  section.rows = [&all](const TakeRow<Named>& take) {
    for (const stats::Row& one : all.rows) {
      const text::Place place = one.record->id_place();
      Row<Named> row{{Id<Named>{one.record->name()}}};
      for (const FieldSpec* field : all.wanted.columns) {
        const YamlValue* value = one.find(*field);
        Named text(value == nullptr
                       ? std::string()
                       : in_words(*field, *value, all.in.lang, !all.wanted.all_fields));
        row.cells.push_back(is_id(*field) ? Cell<Named>(Id<Named>{std::move(text)})
                                          : Cell<Named>(std::move(text)));
      }
      row.cells.push_back(or_nothing(all.in.places.file(place)));
      row.cells.push_back(or_nothing(all.in.places.line(place)));
      if (all.wanted.with_place) row.cells.push_back(all.in.places.link(place));
      take(row);
    }
  };
  return section;
}

}  // namespace

Page<Named> listing_page(const reg::Register& reg, record::Kind kind,
                         const std::vector<stats::Row>& rows, ListingWanted wanted) {
  const auto all = std::make_shared<Listing>(Listing{reg, kind, rows, std::move(wanted)});
  Page<Named> page;
  page.data = object(Members<Listing>(members), *all, all->in);
  page.sections = [&all = *all](const auto& take) { take(section_of(all)); };
  page.kept = all;
  return page;
}

std::vector<Described> listing_keys() {
  return described<Listing>(members);
}

std::string in_words(const FieldSpec& field, const YamlValue& value, Lang lang, bool whole) {
  switch (value.form) {
    case YamlValue::Form::none:
      return {};
    case YamlValue::Form::scalar:
      return word_in_words(field, value.text, lang);
    case YamlValue::Form::list: {
      // Of a list of objects a table tells the number, unless that field was asked for.
      const bool simple =
          value.items.empty() || value.items.front().form == YamlValue::Form::scalar;
      if (!simple && !whole) {
        return diag::say(lang, "{0} 项", "{1}", value.items.size(),
                         diag::counted(value.items.size(), "item", "items"));
      }
      std::string out;
      for (const YamlValue& item : value.items) {
        if (!out.empty()) out += simple ? diag::say(lang, "、", ", ") : diag::say(lang, "；", "; ");
        out += in_words(field, item, lang, whole);
      }
      return out;
    }
    case YamlValue::Form::mapping: {
      std::string out;
      for (const auto& [key, inner] : value.entries) {
        const FieldSpec& of = stats::inner_field(field, key);
        if (!out.empty()) out += diag::say(lang, "，", ", ");
        out += &of == &field ? key : std::string(of.written().in(lang));
        const std::string words = in_words(of, inner, lang, whole);
        const bool nested = inner.form == YamlValue::Form::mapping ||
                            (whole && inner.form == YamlValue::Form::list);
        out += nested ? diag::say(lang, "（{}）", " ({})", words) : "=" + words;
      }
      return out;
    }
  }
  return {};
}

}  // namespace zsup::view
