#include "stats/listing.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "diag/brief.h"
#include "record/kinds/report.h"
#include "record/lenient.h"
#include "text/arena.h"
#include "text/edit_distance.h"
#include "text/one_line.h"
#include "yaml/folds.h"
#include "yaml/reader.h"

namespace zsup::stats {

using diag::brief;
using diag::say;
using record::EnumRow;
using record::FieldSpec;
using record::ObjectSpec;
using record::Record;
using record::Shape;
using record::TypeSpec;
using yaml::Document;
using yaml::NodeId;
using yaml::NodeKind;

namespace {

const EnumRow* word_row(const TypeSpec& type, std::string_view text) {
  if (type.words == nullptr) return nullptr;
  for (const EnumRow& row : type.words().rows) {
    if (row.id == text || row.label.zh == text) return &row;
  }
  return nullptr;
}

// The one spelling of a scalar, and the words for it; as it stands where it cannot be read.
Shown canonical(const TypeSpec& type, std::string_view text) {
  Shown shown;
  shown.form = Shown::Form::scalar;
  shown.type = &type;
  shown.text = text;
  value::NumberError why{};
  switch (type.shape) {
    case Shape::enumeration:
    case Shape::word:
    case Shape::settings:
      if (const EnumRow* row = word_row(type, text)) {
        shown.text = row->id;
        shown.words = row->label;
      }
      break;
    case Shape::boolean:
      if (text == "true" || text == "是") {
        shown.text = "true";
        shown.words = diag::Words{"是", "yes"};
      } else if (text == "false" || text == "否") {
        shown.text = "false";
        shown.words = diag::Words{"否", "no"};
      }
      break;
    case Shape::money:
      if (const auto money = value::Money::parse(text, why)) shown.text = money->text();
      break;
    case Shape::decimal:
      if (const auto decimal = value::Decimal::parse(text, why)) shown.text = decimal->text();
      break;
    case Shape::text:
    case Shape::id:
    case Shape::ref:
    case Shape::charge:
    case Shape::date:
    case Shape::period:
    case Shape::due:
    case Shape::count:
    case Shape::path:
    case Shape::counts:
    case Shape::object:
    case Shape::owner:
      break;
  }
  return shown;
}

class Reader {
 public:
  Reader(const Document& document, const reg::Hidden::InSource* hidden, text::Arena& arena)
      : document_(document), hidden_(hidden), arena_(arena) {}

  void fields_of(const record::ObjectSpec& spec, NodeId node, Row& row) const {
    for (NodeId key = document_.first_child(node); key != 0;) {
      const NodeId value = document_[key].next;
      const FieldSpec* field = spec.find(document_[key].value);
      if (!is_hidden(value) && field != nullptr && row.find(*field) == nullptr) {
        row.fields.emplace_back(field, read(field->type, value));
      }
      key = document_[value].next;
    }
  }

 private:
  Shown read(const TypeSpec& type, NodeId node, NodeId left_out = 0) const {
    Shown shown;
    switch (document_[node].kind) {
      case NodeKind::null:
        break;
      case NodeKind::scalar:
        if (type.shape == Shape::text) {
          return canonical(type, yaml::with_folds(document_, document_[node], arena_));
        }
        return canonical(type, document_[node].value);
      case NodeKind::sequence:
        shown.form = Shown::Form::list;
        for (NodeId child = document_.first_child(node); child != 0;
             child = document_[child].next) {
          if (child != left_out && !is_hidden(child)) shown.items.push_back(read(type, child));
        }
        break;
      case NodeKind::mapping:
        shown.form = Shown::Form::mapping;
        add_entries(shown, type, node);
        break;
    }
    return shown;
  }

  bool is_hidden(NodeId node) const {
    return hidden_ != nullptr && hidden_->values.contains(reg::Hidden::key(document_[node].span));
  }

  // Of a report item whose own submission is not there yet, the earlier one that stands for it: its
  // fields in place of those of the item's own that a submission has.
  void add_entries(Shown& shown, const TypeSpec& type, NodeId node) const {
    NodeId instead = 0;
    if (hidden_ != nullptr && type.object != nullptr) {
      const auto at = hidden_->stands_for.find(reg::Hidden::key(document_[node].span));
      if (at != hidden_->stands_for.end()) instead = mapping_at(node, at->second);
    }
    const ObjectSpec* submission = nullptr;
    if (instead != 0) submission = &record::spec_of<record::Attempt>();
    bool put_in = false;
    for (NodeId key = document_.first_child(node); key != 0;) {
      const NodeId value = document_[key].next;
      if (submission != nullptr && submission->find(document_[key].value) != nullptr) {
        if (!put_in) add_fields(shown, type, instead);
        put_in = true;
      } else if (!is_hidden(value)) {
        add_entry(shown, type, document_[key].value, value, instead);
      }
      key = document_[value].next;
    }
  }
  void add_fields(Shown& shown, const TypeSpec& type, NodeId mapping) const {
    for (NodeId key = document_.first_child(mapping); key != 0;) {
      const NodeId value = document_[key].next;
      if (!is_hidden(value)) add_entry(shown, type, document_[key].value, value, 0);
      key = document_[value].next;
    }
  }
  // The mapping below a node whose place is known.
  NodeId mapping_at(NodeId node, reg::Hidden::Key key) const {
    for (NodeId child = document_.first_child(node); child != 0; child = document_[child].next) {
      if (document_[child].kind == NodeKind::mapping &&
          reg::Hidden::key(document_[child].span) == key) {
        return child;
      }
      if (document_[child].kind == NodeKind::sequence) {
        if (const NodeId found = mapping_at(child, key)) return found;
      }
    }
    return 0;
  }

  void add_entry(Shown& mapping, const TypeSpec& type, std::string_view key, NodeId value,
                 NodeId left_out) const {
    const FieldSpec* field = type.object == nullptr ? nullptr : type.object().find(key);
    if (field != nullptr) {
      mapping.names.push_back({std::string(field->key), {field->word, field->key}, false});
      mapping.items.push_back(read(field->type, value, left_out));
      if (mapping.items.back().form == Shown::Form::list && left_out != 0 &&
          mapping.items.back().items.empty()) {
        mapping.items.pop_back();
        mapping.names.pop_back();
      }
      return;
    }
    // The names of measures and of rules are the record's own.
    mapping.names.push_back({std::string(key), {}, true});
    mapping.items.push_back(read(type, value));
  }

  const Document& document_;
  const reg::Hidden::InSource* hidden_;  // null when all is there
  text::Arena& arena_;
};

}  // namespace

const Shown* Row::find(const FieldSpec& field) const {
  for (const auto& [known, shown] : fields) {
    if (known == &field) return &shown;
  }
  return nullptr;
}

std::vector<Row> rows(const reg::Register& reg, record::Kind kind) {
  std::vector<Row> list;
  const record::ObjectSpec& spec = record::kind_row(kind).object();
  // A file is read once, whatever number of records it holds; they come in the order of the file.
  std::vector<const Record*> records(reg.of_kind(kind).begin(), reg.of_kind(kind).end());
  std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    return std::pair(a->source, a->span.begin) < std::pair(b->source, b->span.begin);
  });
  std::size_t at = 0;
  yaml::Document scratch;
  while (at < records.size()) {
    const text::SourceId source = records[at]->source;
    text::Arena arena;
    diag::Sink sink;
    yaml::read(reg.sources[source].bytes, source, {}, yaml::Reader::automatic, arena, sink, scratch,
               [&](const Document& document) {
                 if (at == records.size() || records[at]->source != source || document.empty() ||
                     document[0].span != records[at]->span) {
                   return;
                 }
                 Row row;
                 row.record = records[at++];
                 Reader(document, reg.hidden.in(source), arena).fields_of(spec, 0, row);
                 list.push_back(std::move(row));
               });
    // A record whose document did not come again is passed over; there should be none.
    while (at < records.size() && records[at]->source == source) ++at;
  }
  std::unordered_map<const Record*, std::size_t> places;
  for (const Record* record : reg.of_kind(kind)) places.emplace(record, places.size());
  std::sort(list.begin(), list.end(),
            [&](const Row& a, const Row& b) { return places.at(a.record) < places.at(b.record); });
  return list;
}

std::vector<const FieldSpec*> main_fields(record::Kind kind) {
  constexpr std::size_t most = 6;
  std::vector<const FieldSpec*> list;
  const auto fields = record::kind_row(kind).object().fields;
  for (const FieldSpec& field : fields) {
    if (field.required && field.key != "id" && list.size() < most) list.push_back(&field);
  }
  // Days and words of a vocabulary tell more at a glance than what else there is.
  const auto add_others = [&](std::initializer_list<Shape> shapes) {
    for (const FieldSpec& field : fields) {
      const bool fits = std::find(shapes.begin(), shapes.end(), field.type.shape) != shapes.end();
      if (!field.required && fits && list.size() < most) list.push_back(&field);
    }
  };
  add_others({Shape::date, Shape::period, Shape::enumeration, Shape::charge, Shape::count});
  add_others({Shape::ref, Shape::money});
  return list;
}

std::optional<Filter> read_filter(const FieldSpec& field, std::string_view text, int year,
                                  FilterError& error) {
  Filter filter{&field, std::string(text), std::string(text), record::read_period(text, year)};
  if (text.empty()) return filter;
  const auto refuse = [&](std::string_view zh, std::string_view en) -> std::optional<Filter> {
    error.message = say("“{}”应为{}，“{}”不是", "'{0}' takes {3}, and '{2}' is none",
                        field.written(), zh, brief(text), en);
    return std::nullopt;
  };
  value::NumberError why{};
  switch (field.type.shape) {
    case Shape::enumeration:
    case Shape::word: {
      if (const EnumRow* row = word_row(field.type, text)) {
        filter.text = row->id;
        return filter;
      }
      if (field.type.shape == Shape::word) return filter;  // the register's own word
      std::vector<std::string_view> words;
      for (const EnumRow& row : field.type.words().rows) {
        words.push_back(row.label.zh);
        words.push_back(row.id);
      }
      error.message =
          say("“{}”没有“{}”这个值", "'{}' has no value '{}'", field.written(), brief(text));
      if (const auto near = text::nearest(text, words)) {
        error.help = say("是不是“{}”？", "did you mean '{}'?", *near);
      } else {
        diag::Text all;
        for (const EnumRow& row : field.type.words().rows) append_to_list(all, row.written());
        error.help = say("可用：{}", "it is one of: {}", all);
      }
      return std::nullopt;
    }
    case Shape::boolean:
      filter.text = canonical(field.type, text).text;
      if (filter.text != "true" && filter.text != "false") return refuse("是或否", "true or false");
      return filter;
    case Shape::date:
      if (!filter.period && !record::read_date(text)) {
        return refuse("日期或期间（2026-07-15、2026-q2）",
                      "a date or a period (2026-07-15, 2026-q2)");
      }
      return filter;
    case Shape::period:
      if (!filter.period) return refuse("期间", "a period");
      filter.text = filter.period->id();
      return filter;
    case Shape::money:
      if (!value::Money::parse(text, why)) return refuse("金额", "an amount of money");
      break;
    case Shape::decimal:
      if (!value::Decimal::parse(text, why)) return refuse("数字", "a number");
      break;
    case Shape::count:
      if (!value::parse_count(text, why)) return refuse("整数", "a whole number");
      break;
    case Shape::text:
    case Shape::id:
    case Shape::ref:
    case Shape::charge:
    case Shape::due:
    case Shape::path:
    case Shape::counts:
    case Shape::settings:
    case Shape::object:
    case Shape::owner:
      break;
  }
  filter.text = canonical(field.type, text).text;
  return filter;
}

namespace {

bool says(const Shown& shown, const Filter& filter) {
  switch (shown.form) {
    case Shown::Form::none:
      return false;
    case Shown::Form::scalar:
      if (shown.type->shape == Shape::date) {
        const auto date = value::Date::parse(shown.text);
        if (filter.period) return date && filter.period->holds(*date);
        return date && date == record::read_date(filter.written);
      }
      if (shown.type->shape == Shape::period) {
        return filter.period && shown.text == filter.period->id();
      }
      if (shown.type->shape == Shape::text) {
        // However its lines are broken.
        return shown.text.find(filter.written) != std::string::npos ||
               text::as_read(shown.text).find(filter.written) != std::string::npos ||
               text::on_one_line(shown.text).find(filter.written) != std::string::npos;
      }
      return shown.text == canonical(*shown.type, filter.written).text;
    case Shown::Form::list:
      return std::any_of(shown.items.begin(), shown.items.end(),
                         [&](const Shown& item) { return says(item, filter); });
    case Shown::Form::mapping:
      for (std::size_t i = 0; i < shown.items.size(); ++i) {
        const Shown::Name& name = shown.names[i];
        if (name.key == filter.written || (!name.own && name.words.zh == filter.written))
          return true;
        if (says(shown.items[i], filter)) return true;
      }
      return false;
  }
  return false;
}

}  // namespace

bool matches(const Row& row, const Filter& filter) {
  const Shown* shown = row.find(*filter.field);
  const bool given = shown != nullptr && shown->form != Shown::Form::none;
  if (filter.text.empty()) return !given;
  return given && says(*shown, filter);
}

}  // namespace zsup::stats
