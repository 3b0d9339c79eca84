#include "stats/listing.h"

#include <algorithm>
#include <utility>

#include "diag/brief.h"
#include "record/encode.h"
#include "record/lenient.h"
#include "record/respell.h"
#include "text/arena.h"
#include "text/edit_distance.h"
#include "text/one_line.h"
#include "yaml/extent.h"
#include "yaml/reader.h"

namespace zsup::stats {

using diag::brief;
using diag::say;
using record::EnumRow;
using record::FieldSpec;
using record::Record;
using record::Shape;
using record::TypeSpec;
using record::YamlValue;

namespace {

const EnumRow* word_row(const TypeSpec& type, std::string_view text) {
  if (type.words == nullptr) return nullptr;
  for (const EnumRow& row : type.words().rows) {
    if (row.id == text || row.label.zh == text) return &row;
  }
  return nullptr;
}

// The one spelling of a scalar; as it stands where it cannot be read.
std::string canonical(const TypeSpec& type, std::string_view text) {
  value::NumberError why{};
  switch (type.shape) {
    case Shape::enumeration:
    case Shape::word:
    case Shape::settings:
      if (const EnumRow* row = word_row(type, text)) return std::string(row->id);
      break;
    case Shape::boolean:
      if (text == "是") return "true";
      if (text == "否") return "false";
      break;
    case Shape::money:
      if (const auto money = value::Money::parse(text, why)) return money->text();
      break;
    case Shape::decimal:
      if (const auto decimal = value::Decimal::parse(text, why)) return decimal->text();
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
  return std::string(text);
}

std::uint32_t beginning(const YamlValue& value) {
  return std::min(value.span.begin, value.span.end);
}

// Completes what records say with what of their files could not be read.
class Completing {
 public:
  // Entries are put in the order of the file, too.
  void complete(std::string_view bytes, const FieldSpec& field, YamlValue& value) {
    if (value.form == YamlValue::Form::none && value.span.unreadable()) {
      const text::Span at = value.span;
      value = respelled(field, as_it_stands(bytes, {at.end, at.begin}), record::Spelling::english);
      value.span = at;
      return;
    }
    for (YamlValue& item : value.items) complete(bytes, field, item);
    for (auto& [key, inner] : value.entries) complete(bytes, inner_field(field, key), inner);
    const auto before = [](const YamlValue::Entry& a, const YamlValue::Entry& b) {
      return beginning(a.value) < beginning(b.value);
    };
    // As the tables have them, mostly, and then there is nothing to do.
    if (std::is_sorted(value.entries.begin(), value.entries.end(), before)) return;
    std::stable_sort(value.entries.begin(), value.entries.end(),
                     [&](const YamlValue::Entry& a, const YamlValue::Entry& b) {
                       return place_of(a, value) < place_of(b, value);
                     });
  }

 private:
  // What stands within another entry, as an earlier submission does that stands for its item on the
  // day, comes right in front of it.
  static std::pair<std::uint32_t, std::uint32_t> place_of(const YamlValue::Entry& entry,
                                                          const YamlValue& mapping) {
    const std::uint32_t at = beginning(entry.value);
    for (const YamlValue::Entry& other : mapping.entries) {
      const text::Span span = other.value.span;
      if (span.begin < at && at < span.end) return {span.begin, at};
    }
    return {at, ~0u};
  }

  // A value by itself, at the column where it stands.
  YamlValue as_it_stands(std::string_view bytes, text::Span span) {
    const std::string_view written = bytes.substr(span.begin, span.size());
    YamlValue value = YamlValue::scalar(written, true);
    if (written.find_first_of("\n'\"[{|>-") == std::string_view::npos) return value;
    const std::string file =
        "x:\n" + std::string(yaml::column_of(bytes, span.begin), ' ') + std::string(written) + "\n";
    yaml::read(file, 0, {}, yaml::Reader::automatic, arena_, sink_, scratch_,
               [&](const yaml::Document& document) {
                 value = record::as_written(document, document[document.first_child(0)].next);
               });
    return value;
  }

  text::Arena arena_;
  diag::Sink sink_;
  yaml::Document scratch_;
};

}  // namespace

const FieldSpec& inner_field(const FieldSpec& field, std::string_view key) {
  const FieldSpec* inner = field.type.object == nullptr ? nullptr : field.type.object().find(key);
  return inner == nullptr ? field : *inner;
}

const YamlValue* Row::find(const FieldSpec& field) const {
  for (const auto& [known, value] : fields) {
    if (known == &field) return &value;
  }
  return nullptr;
}

std::vector<Row> rows(const reg::Register& reg, record::Kind kind) {
  const record::KindRow& row_of_kind = record::kind_row(kind);
  record::Encoding how(record::Spelling::english);
  how.for_show = true;
  Completing completing;
  std::vector<Row> list;
  for (const Record* record : reg.of_kind(kind)) {
    const std::string_view bytes = reg.sources[record->source].bytes;
    Row& row = list.emplace_back(Row{record, {}});
    for (const FieldSpec& field : row_of_kind.object().fields) {
      YamlValue value = field.encode(field, row_of_kind.type->whole(*record), how);
      completing.complete(bytes, field, value);
      if (value.form != YamlValue::Form::none) row.fields.emplace_back(&field, std::move(value));
    }
    std::stable_sort(row.fields.begin(), row.fields.end(), [](const auto& a, const auto& b) {
      return beginning(a.second) < beginning(b.second);
    });
  }
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

std::variant<Filter, diag::Refused> read_filter(const FieldSpec& field, std::string_view text,
                                                int year) {
  Filter filter{&field, std::string(text), std::string(text), record::read_period(text, year)};
  if (text.empty()) return filter;
  const auto refuse = [&](std::string_view zh, std::string_view en) {
    return diag::Refused{say("“{}”应为{}，“{}”不是", "'{0}' takes {3}, and '{2}' is none",
                             field.written(), zh, brief(text), en),
                         {}};
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
      diag::Refused error;
      error.message =
          say("“{}”没有“{}”这个值", "'{}' has no value '{}'", field.written(), brief(text));
      if (const auto near = text::nearest(text, words)) {
        error.help = say("是不是“{}”？", "did you mean '{}'?", *near);
      } else {
        diag::Text all;
        for (const EnumRow& row : field.type.words().rows) append_to_list(all, row.written());
        error.help = say("可用：{}", "it is one of: {}", all);
      }
      return error;
    }
    case Shape::boolean:
      filter.text = canonical(field.type, text);
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
  filter.text = canonical(field.type, text);
  return filter;
}

namespace {

bool says(const FieldSpec& field, const YamlValue& value, const Filter& filter) {
  switch (value.form) {
    case YamlValue::Form::none:
      return false;
    case YamlValue::Form::scalar:
      if (field.type.shape == Shape::date) {
        const auto date = value::Date::parse(value.text);
        if (filter.period) return date && filter.period->holds(*date);
        return date && date == record::read_date(filter.written);
      }
      if (field.type.shape == Shape::period) {
        return filter.period && value.text == filter.period->id();
      }
      if (field.type.shape == Shape::text) {
        // However its lines are broken.
        return value.text.find(filter.written) != std::string::npos ||
               text::as_read(value.text).find(filter.written) != std::string::npos ||
               text::on_one_line(value.text).find(filter.written) != std::string::npos;
      }
      return value.text == canonical(field.type, filter.written);
    case YamlValue::Form::list:
      return std::any_of(value.items.begin(), value.items.end(),
                         [&](const YamlValue& item) { return says(field, item, filter); });
    case YamlValue::Form::mapping:
      return std::any_of(value.entries.begin(), value.entries.end(),
                         [&](const YamlValue::Entry& entry) {
                           const FieldSpec& inner = inner_field(field, entry.key);
                           return entry.key == filter.written ||
                                  (&inner != &field && inner.word == filter.written) ||
                                  says(inner, entry.value, filter);
                         });
  }
  return false;
}

}  // namespace

bool matches(const Row& row, const Filter& filter) {
  const YamlValue* value = row.find(*filter.field);
  if (filter.text.empty()) return value == nullptr;
  return value != nullptr && says(*filter.field, *value, filter);
}

}  // namespace zsup::stats
