#include "record/scaffold.h"

#include <algorithm>

#include "record/decode.h"
#include "record/encode.h"
#include "record/record.h"
#include "record/words.h"
#include "text/arena.h"
#include "yaml/reader.h"

namespace zsup::record {

using diag::Lang;

namespace {

// Whether the text is a list or mapping in YAML, as the field's own shape is.
bool is_yaml_for(const FieldSpec& field, std::string_view text) {
  const TypeSpec& type = field.type;
  const bool mapping = !type.list && (type.object != nullptr || type.shape == Shape::counts ||
                                      type.shape == Shape::settings);
  const char opening = type.list ? '[' : '{';
  if ((!type.list && !mapping) || !text.starts_with(opening) ||
      text.find('\n') != std::string_view::npos) {
    return false;
  }
  text::Arena arena;
  diag::Sink sink;
  yaml::Document scratch;
  bool collection = false;
  const std::string entry = "x: " + std::string(text) + "\n";
  yaml::read(entry, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
             [&](const yaml::Document& document) {
               const yaml::Node& root = document[0];
               if (root.kind != yaml::NodeKind::mapping || root.children != 2) return;
               const yaml::Node& value = document[document[document.first_child(0)].next];
               collection =
                   value.kind == (type.list ? yaml::NodeKind::sequence : yaml::NodeKind::mapping);
             });
  return collection && sink.list().empty();
}

// The items of a list that is given as text. Texts and paths may hold the commas and enumeration
// marks of Chinese; ids, words and numbers do not.
std::vector<std::string> items_of(const FieldSpec& field, std::string_view text) {
  std::vector<std::string_view> marks{","};
  if (field.type.shape != Shape::text && field.type.shape != Shape::path) {
    marks.insert(marks.end(), {"，", "、"});
  }
  std::vector<std::string> items(1);
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](std::string_view one) {
      return text.substr(at).starts_with(one);
    });
    if (mark == marks.end()) {
      items.back() += text[at++];
    } else {
      at += mark->size();
      items.emplace_back();
    }
  }
  for (std::string& item : items) {
    item.erase(0, std::min(item.find_first_not_of(' '), item.size()));
    item.erase(item.find_last_not_of(' ') + 1);
  }
  items.erase(std::remove(items.begin(), items.end(), std::string()), items.end());
  return items;
}

// The value as it stands behind `key:`, a space in front.
std::string given(const FieldSpec& field, std::string_view text) {
  if (is_yaml_for(field, text)) return " " + std::string(text);
  const bool as_text = is_text(field.type.shape);
  if (!field.type.list) return " " + YamlValue::scalar(text, as_text).line();
  YamlValue value;
  value.form = YamlValue::Form::list;
  for (const std::string& item : items_of(field, text)) {
    value.items.push_back(YamlValue::scalar(item, as_text));
  }
  return " " + value.line();
}

class Sheet {
 public:
  Sheet(const ScaffoldOptions& options, const KindRow& spec) : options_(options), spec_(spec) {}

  std::string write() {
    const ObjectSpec& object = spec_.object();
    const EnumRow& row = row_of(spec_.kind());
    if (!options_.schema.empty())
      out_ += "# yaml-language-server: $schema=" + options_.schema + "\n";
    comment("", zh() ? fmt::format("{}：{}", row.label.zh, spec_.doc->zh)
                     : fmt::format("{}: {}", row.id, spec_.doc->en));
    out_ += fmt::format("{}: {}\n", spelled(kind_field(), options_.spelling),
                        spelled(row, options_.spelling));
    for (const FieldSpec& field : object.fields) {
      if (field.required) top(field);
    }
    out_ += '\n';
    comment("",
            diag::say(options_.lang, "以下各项没有的可以不填；要填的，删去行首的“# ”。",
                      "What follows may be left out. To fill in one, remove the '# ' before it."));
    for (const FieldSpec& field : object.fields) {
      if (!field.required) top(field);
    }
    return std::move(out_);
  }

 private:
  bool zh() const { return options_.lang == Lang::zh; }
  std::string_view key(const FieldSpec& field) const { return spelled(field, options_.spelling); }

  void comment(std::string_view indent, std::string_view text) {
    out_ += fmt::format("{}# {}\n", indent, text);
  }

  const std::string* value_of(const FieldSpec& field) const {
    for (const auto& value : options_.values) {
      if (field.key == value.first || field.word == value.first) return &value.second;
    }
    return nullptr;
  }

  // A field of the record itself.
  void top(const FieldSpec& field) {
    out_ += '\n';
    explain("", field);
    if (const std::string* value = value_of(field)) {
      out_ += fmt::format("{}:{}\n", key(field), given(field, *value));
    } else {
      blank("", field, "");
    }
  }

  void explain(const std::string& indent, const FieldSpec& field) {
    std::string text(field.doc.in(options_.lang));
    if (field.required) text += diag::say(options_.lang, "（必填）", " (required)");
    comment(indent, text);
    if (field.type.words != nullptr && field.type.shape != Shape::settings) {
      std::string words;
      for (const EnumRow& row : field.type.words().rows) {
        words += (words.empty() ? "" : diag::say(options_.lang, "、", ", ")) +
                 std::string(spelled(row, options_.spelling));
      }
      comment(indent, zh() ? fmt::format("可填：{}", words) : fmt::format("one of: {}", words));
    }
  }

  // A field without a value: a required one is left open, with an example above it; any other is
  // commented out and holds its example. `lead` begins the line of its key.
  void blank(const std::string& indent, const FieldSpec& field, const std::string& lead) {
    const YamlValue example = example_of(field, options_.spelling);
    if (!field.required) {
      comment(indent, example.form == YamlValue::Form::none
                          ? fmt::format("{}:", key(field))
                          : fmt::format("{}: {}", key(field), example.line()));
      return;
    }
    if (field.type.shape != Shape::object && example.form != YamlValue::Form::none) {
      comment(indent, fmt::format("{}{}: {}", diag::say(options_.lang, "例如 ", "such as "),
                                  key(field), example.line()));
    }
    out_ += fmt::format("{}{}:\n", lead, key(field));
    if (field.type.shape == Shape::object) inner(std::string(lead.size() + 2, ' '), field);
  }

  // The fields of an object, or of the first object of a list.
  void inner(const std::string& indent, const FieldSpec& holder) {
    std::string deeper = indent;
    std::string lead = indent;
    if (holder.type.list) {
      deeper += "  ";
      lead += "- ";
    }
    for (const bool required : {true, false}) {
      for (const FieldSpec& field : holder.type.object().fields) {
        if (field.required != required) continue;
        const std::string& at = lead == deeper ? deeper : indent;
        explain(at, field);
        blank(at, field, lead);
        if (required) lead = deeper;
      }
    }
  }

  const ScaffoldOptions& options_;
  const KindRow& spec_;
  std::string out_;
};

}  // namespace

std::string scaffold(Kind kind, const ScaffoldOptions& options) {
  return Sheet(options, kind_row(kind)).write();
}

}  // namespace zsup::record
