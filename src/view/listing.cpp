#include "view/listing.h"

#include <set>

#include "diag/counted.h"
#include "text/utf8.h"
#include "view/common.h"

namespace zsup::view {

using diag::Lang;
using record::FieldSpec;
using record::Shape;

namespace {

bool is_id(const FieldSpec& field) {
  const Shape shape = field.type.shape;
  return shape == Shape::ref || shape == Shape::owner || shape == Shape::charge;
}

Node<Named> node_of(const stats::Shown& shown) {
  using Form = stats::Shown::Form;
  switch (shown.form) {
    case Form::none:
      return {};
    case Form::scalar:
      return {Cell<Named>(Named(shown.text))};
    case Form::list: {
      List<Named> list;
      for (const stats::Shown& item : shown.items) list.push_back(node_of(item));
      return {std::move(list)};
    }
    case Form::mapping: {
      Object<Named> object;
      std::set<std::string> known;
      for (std::size_t at = 0; at < shown.items.size(); ++at) {
        const std::string& key = shown.names[at].key;
        if (!known.insert(text::to_valid(key)).second) continue;
        object.push_back({Named(key), node_of(shown.items[at])});
      }
      return {std::move(object)};
    }
  }
  return {};
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
    for (const auto& [field, shown] : one.row->fields) {
      if (field->key != "id") fields.push_back({field->key, node_of(shown)});
    }
    return {std::move(fields)};
  }
  // A column that is asked for twice stands in an object once.
  std::set<std::string_view> known;
  for (const FieldSpec* field : one.all->wanted.columns) {
    if (!known.insert(field->key).second) continue;
    const stats::Shown* shown = one.row->find(*field);
    fields.push_back({field->key, shown == nullptr ? Node<Named>{} : node_of(*shown)});
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
        const stats::Shown* shown = one.find(*field);
        Named text(shown == nullptr ? std::string()
                                    : in_words(*shown, all.in.lang, !all.wanted.all_fields));
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

std::string in_words(const stats::Shown& shown, Lang lang, bool whole) {
  switch (shown.form) {
    case stats::Shown::Form::none:
      return {};
    case stats::Shown::Form::scalar:
      return shown.words ? std::string(shown.words->in(lang)) : shown.text;
    case stats::Shown::Form::list: {
      // Of a list of objects a table tells the number, unless that field was asked for.
      const bool simple =
          shown.items.empty() || shown.items.front().form == stats::Shown::Form::scalar;
      if (!simple && !whole) {
        return diag::say(lang, "{0} 项", "{1}", shown.items.size(),
                         diag::counted(shown.items.size(), "item", "items"));
      }
      std::string out;
      for (const stats::Shown& item : shown.items) {
        if (!out.empty()) out += simple ? diag::say(lang, "、", ", ") : diag::say(lang, "；", "; ");
        out += in_words(item, lang, whole);
      }
      return out;
    }
    case stats::Shown::Form::mapping: {
      std::string out;
      for (std::size_t i = 0; i < shown.items.size(); ++i) {
        const stats::Shown::Name& name = shown.names[i];
        const stats::Shown& value = shown.items[i];
        if (!out.empty()) out += diag::say(lang, "，", ", ");
        out += name.own ? name.key : std::string(name.words.in(lang));
        const std::string inner = in_words(value, lang, whole);
        const bool nested = value.form == stats::Shown::Form::mapping ||
                            (whole && value.form == stats::Shown::Form::list);
        out += nested ? diag::say(lang, "（{}）", " ({})", inner) : "=" + inner;
      }
      return out;
    }
  }
  return {};
}

}  // namespace zsup::view
