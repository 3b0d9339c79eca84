#include "record/edit.h"

#include <algorithm>
#include <map>
#include <optional>

#include "diag/brief.h"
#include "diag/edits.h"
#include "record/decode.h"
#include "record/respell.h"
#include "record/splice.h"
#include "text/arena.h"
#include "yaml/reader.h"

namespace zsup::record {

using diag::Refused;
using diag::say;
using yaml::NodeId;
using yaml::NodeKind;

namespace {

bool same(const YamlValue& a, const YamlValue& b) {
  return a.form == b.form && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const YamlValue::Entry& one, const YamlValue::Entry& other) {
                      return one.key == other.key && same(one.value, other.value);
                    });
}

// How often each thing is told.
using Told = std::map<std::pair<diag::Code, std::string>, std::size_t>;

Told counted(diag::Sink& sink) {
  Told told;
  for (const diag::Diagnostic& one : sink.list()) {
    told[{one.code, one.message.en}] += std::max<std::size_t>(one.more, 1);
  }
  return told;
}

// The first that is told more often than before.
const diag::Diagnostic* first_new(diag::Sink& sink, Told left) {
  for (const diag::Diagnostic& one : sink.list()) {
    std::size_t& known = left[{one.code, one.message.en}];
    const std::size_t now = std::max<std::size_t>(one.more, 1);
    if (known < now) return &one;
    known -= now;
  }
  return nullptr;
}

// A file as it is read: what each document says, and the record of one of them. It views the bytes.
struct File {
  text::Arena arena;
  diag::Sink of_yaml;
  diag::Sink of_record;
  std::vector<YamlValue> said;
  yaml::Document document;  // of the record
  const Record* record = nullptr;

  // The document of the record is that of this number, or that of this span.
  File(std::string_view bytes, std::optional<std::size_t> number, text::Span span) {
    yaml::Document scratch;
    yaml::read(bytes, 0, {}, yaml::Reader::automatic, arena, of_yaml, scratch,
               [&](const yaml::Document& found) {
                 if (found.empty()) return;
                 const bool is_it = number ? said.size() == *number : found[0].span == span;
                 said.push_back(as_written(found, 0));
                 if (!is_it) return;
                 document = found;
                 at = said.size() - 1;
                 Ghost ghost;
                 record = decode(found, 0, arena, of_record, ghost);
               });
  }
  std::size_t at = 0;
};

// Where a change goes, in the document and in what it says.
class Target {
 public:
  Target(const File& file, const Record& record)
      : document_(file.document),
        splice_(document_),
        said_(file.said[file.at]),
        spec_(&kind_row(record.kind).object()) {}

  // The edits, after which the document says `expected`; or why there are none.
  std::variant<Splice::Edits, Refused> edits(const Change& change, YamlValue& expected) {
    expected = said_;
    YamlValue* said = &expected;
    NodeId node = 0;
    const FieldSpec* field = &root_;
    const ObjectSpec* spec = spec_;
    spelling_ = spelling_in(0, *spec);
    YamlValue value = change.value;
    for (std::size_t i = 0; i < change.where.size(); ++i) {
      if (const auto* item = std::get_if<std::size_t>(&change.where[i])) {
        if (document_[node].kind != NodeKind::sequence || *item >= document_[node].children) {
          return Refused{
              say("“{}”没有第 {} 项", "'{0}' has no item {1}", field->written(), *item + 1), {}};
        }
        node = child(node, *item);
        said = &said->items[*item];
        continue;
      }
      const std::string_view key = std::get<std::string_view>(change.where[i]);
      if (document_[node].kind != NodeKind::mapping) {
        return Refused{say("“{}”里没有字段", "there are no fields in '{}'", field->written()), {}};
      }
      const FieldSpec* found = spec != nullptr         ? spec->find(key)
                               : names_are_own(*field) ? field
                                                       : nullptr;
      if (found == nullptr) {
        return Refused{say("没有“{}”这个字段", "there is no field '{}'", diag::brief(key)), {}};
      }
      if (document_[node].children > 0)
        spelling_ = spec != nullptr ? spelling_in(node, *spec) : spelling_;
      const std::string name(spec != nullptr ? spelled(*found, spelling_) : key);
      const Entries entries = entries_of(node, spec, key);
      const ObjectSpec* inner =
          spec != nullptr && found->type.object != nullptr ? &found->type.object() : nullptr;
      if (entries.count > 1) {
        return Refused{say("“{}”写了两次", "'{}' is given twice", diag::brief(key)), {}};
      }
      const bool last = i + 1 == change.where.size();
      if (entries.count == 1 && (last || document_[entries.value].kind != NodeKind::null)) {
        node = entries.value;
        said = &said->entries[entries.at].value;
        field = found;
        spec = inner;
        continue;
      }
      // What is not there yet is made, with all that leads to the value.
      if (std::optional<Refused> refused = wrap(change, i + 1, *found, inner, value))
        return *refused;
      value = respelled(*found, std::move(value), spelling_);
      if (entries.count == 1) {
        said->entries[entries.at].value = value;
        return replaced(entries.value, value);
      }
      const auto [behind, index] = spec != nullptr ? place_of(node, *spec, *found) : end_of(node);
      said->entries.insert(said->entries.begin() + static_cast<std::ptrdiff_t>(index),
                           {name, value});
      return splice_.insert(node, behind, name, value);
    }
    if (change.how == Change::How::append) return appended(node, *field, change, *said);
    if (change.where.empty()) {
      return Refused{say("没有说要改哪个字段", "no field is named"), {}};
    }
    if (document_[node].kind == NodeKind::scalar) {
      spelling_ = spelling_of_word(*field, document_[node].value).value_or(spelling_);
    }
    value = respelled(*field, std::move(value), spelling_);
    if (same(*said, value)) return Splice::Edits{};
    *said = value;
    return replaced(node, value);
  }

 private:
  struct Entries {
    std::size_t count = 0;
    NodeId value = 0;
    std::size_t at = 0;
  };

  // Of what is counted by names, such as measures, the keys are the record's own.
  static bool names_are_own(const FieldSpec& field) {
    return field.type.shape == Shape::counts || field.type.shape == Shape::settings;
  }

  NodeId child(NodeId node, std::size_t number) const {
    NodeId at = document_.first_child(node);
    while (number-- > 0) at = document_[at].next;
    return at;
  }

  template <class Take>
  void each_entry(NodeId mapping, const Take& take) const {
    for (NodeId key = document_.first_child(mapping); key != 0;) {
      const NodeId value = document_[key].next;
      take(key, value);
      key = document_[value].next;
    }
  }

  Entries entries_of(NodeId mapping, const ObjectSpec* spec, std::string_view key) const {
    Entries found;
    std::size_t at = 0;
    each_entry(mapping, [&](NodeId name, NodeId value) {
      const std::string_view written = document_[name].value;
      if (spec != nullptr ? spec->find(written) == spec->find(key) && spec->find(key) != nullptr
                          : written == key) {
        ++found.count;
        found.value = value;
        found.at = at;
      }
      ++at;
    });
    return found;
  }

  // The spelling of most keys of an object; where none tells, the one that was found before.
  Spelling spelling_in(NodeId mapping, const ObjectSpec& spec) const {
    std::size_t english = 0;
    std::size_t chinese = 0;
    each_entry(mapping, [&](NodeId key, NodeId) {
      const FieldSpec* field =
          document_[key].value == kind_field().key || document_[key].value == kind_field().word
              ? &kind_field()
              : spec.find(document_[key].value);
      if (field == nullptr) return;
      ++(document_[key].value == field->key ? english : chinese);
    });
    if (english == chinese) return spelling_;
    return english > chinese ? Spelling::english : Spelling::chinese;
  }

  // Behind which value a field goes, and the how manieth entry it is: behind the last one that the
  // table has before it, and behind the kind.
  std::pair<NodeId, std::size_t> place_of(NodeId mapping, const ObjectSpec& spec,
                                          const FieldSpec& field) const {
    NodeId behind = 0;
    std::size_t index = 0;
    const FieldSpec* best = nullptr;
    std::size_t at = 0;
    each_entry(mapping, [&](NodeId key, NodeId value) {
      ++at;
      const std::string_view name = document_[key].value;
      const FieldSpec* one = spec.find(name);
      const bool is_kind = mapping == 0 && (name == kind_field().key || name == kind_field().word);
      if ((one != nullptr && one < &field && (best == nullptr || best <= one)) ||
          (is_kind && best == nullptr)) {
        behind = value;
        index = at;
        best = one;
      }
    });
    return {behind, index};
  }
  std::pair<NodeId, std::size_t> end_of(NodeId mapping) const {
    NodeId last = 0;
    std::size_t count = 0;
    each_entry(mapping, [&](NodeId, NodeId value) {
      last = value;
      ++count;
    });
    return {last, count};
  }

  // The value as that of a field from which further steps lead to it.
  std::optional<Refused> wrap(const Change& change, std::size_t from, const FieldSpec& holder,
                              const ObjectSpec* spec, YamlValue& value) const {
    const FieldSpec* field = &holder;
    std::vector<std::string> names;
    for (std::size_t i = from; i < change.where.size(); ++i) {
      const auto* key = std::get_if<std::string_view>(&change.where[i]);
      if (key == nullptr || field->type.list) {
        return Refused{say("“{}”还是空的", "'{}' is empty so far", field->written()), {}};
      }
      const FieldSpec* found = spec != nullptr         ? spec->find(*key)
                               : names_are_own(*field) ? field
                                                       : nullptr;
      if (found == nullptr) {
        return Refused{say("没有“{}”这个字段", "there is no field '{}'", diag::brief(*key)), {}};
      }
      names.emplace_back(spec != nullptr ? found->key : *key);
      spec = spec != nullptr && found->type.object != nullptr ? &found->type.object() : nullptr;
      field = found;
    }
    if (change.how == Change::How::append) {
      if (!field->type.list) return no_list(*field);
      YamlValue list;
      list.form = YamlValue::Form::list;
      list.items.push_back(std::move(value));
      value = std::move(list);
    }
    for (; !names.empty(); names.pop_back()) {
      YamlValue mapping;
      mapping.form = YamlValue::Form::mapping;
      mapping.entries.push_back({names.back(), std::move(value)});
      value = std::move(mapping);
    }
    return std::nullopt;
  }

  static Refused no_list(const FieldSpec& field) {
    return {say("“{}”不是列表", "'{}' is no list", field.written()), {}};
  }

  std::variant<Splice::Edits, Refused> appended(NodeId list, const FieldSpec& field,
                                                const Change& change, YamlValue& said) const {
    if (!field.type.list || document_[list].kind == NodeKind::scalar ||
        document_[list].kind == NodeKind::mapping) {
      return no_list(field);
    }
    YamlValue item = respelled(field, change.value, spelling_in_items(list, field));
    said.form = YamlValue::Form::list;
    said.items.push_back(item);
    if (document_[list].kind == NodeKind::sequence) return splice_.append(list, item);
    return replaced(list, said);
  }

  // Of the last item that tells one.
  Spelling spelling_in_items(NodeId list, const FieldSpec& field) const {
    Spelling found = spelling_;
    for (NodeId item = document_.first_child(list); item != 0; item = document_[item].next) {
      if (document_[item].kind == NodeKind::mapping && field.type.object != nullptr) {
        found = spelling_in(item, field.type.object());
      } else {
        found = spelling_of_word(field, document_[item].value).value_or(found);
      }
    }
    return found;
  }

  std::variant<Splice::Edits, Refused> replaced(NodeId node, const YamlValue& value) const {
    if (auto edits = splice_.replace(node, value)) return std::move(*edits);
    return Refused{say("要替换的内容里有注释，自动改会把注释删掉",
                       "there are comments in what would be replaced, which would be lost"),
                   by_hand(value)};
  }

  static diag::Text by_hand(const YamlValue& value) {
    const std::string line = value.line();
    return say("请手工改为：{}", "change it by hand to: {}", diag::brief(line));
  }

  const yaml::Document& document_;
  Splice splice_;
  const YamlValue& said_;
  const FieldSpec root_{};  // what the record itself has in place of a field
  const ObjectSpec* spec_;
  Spelling spelling_ = Spelling::chinese;
};

// What a record with these contents would say, read from a file of its own; nothing where it cannot
// be read.
std::optional<YamlValue> meant(const YamlValue& contents) {
  const std::string text = contents.lines(Layout::block);
  const File file(text, 0, {});
  if (file.record == nullptr) return std::nullopt;
  return encode(*file.record, Spelling::english);
}

std::variant<std::string, Refused> edit_once(std::string_view bytes, File& before,
                                             const Change& change) {
  YamlValue expected;
  auto result = Target(before, *before.record).edits(change, expected);
  if (auto* refused = std::get_if<Refused>(&result)) return std::move(*refused);
  std::string after = diag::with_edits(bytes, std::move(std::get<Splice::Edits>(result)));

  File again(after, before.at, {});
  const auto not_certain = [] {
    return Refused{say("这处改动不能确保只改这一项，没有改",
                       "this change could not be made without changing more"),
                   say("请手工修改", "change it by hand")};
  };
  for (auto [now, told] : {std::pair{&again.of_record, counted(before.of_record)},
                           std::pair{&again.of_yaml, counted(before.of_yaml)}}) {
    if (const diag::Diagnostic* wrong = first_new(*now, told)) {
      return now == &again.of_yaml ? not_certain() : Refused{wrong->message, wrong->help};
    }
  }
  if (again.record == nullptr || again.said.size() != before.said.size()) return not_certain();
  for (std::size_t i = 0; i < again.said.size(); ++i) {
    if (!same(again.said[i], i == before.at ? expected : before.said[i])) return not_certain();
  }
  const std::optional<YamlValue> wanted = meant(expected);
  if (!wanted || !same(encode(*again.record, Spelling::english), *wanted)) return not_certain();
  return after;
}

}  // namespace

std::variant<std::string, Refused> edit(std::string_view bytes, const Record& record,
                                        std::span<const Change> changes) {
  std::string now(bytes);
  std::optional<std::size_t> number;
  for (const Change& change : changes) {
    File before(now, number, record.span);
    if (before.record == nullptr || before.record->kind != record.kind ||
        (!number && slug(*before.record) != slug(record))) {
      return Refused{say("文件已不是读取时的样子，没有改",
                         "the file is not what it was when it was read, and was left alone"),
                     say("请重新运行", "run again")};
    }
    number = before.at;
    auto result = edit_once(now, before, change);
    if (std::holds_alternative<Refused>(result)) return result;
    now = std::move(std::get<std::string>(result));
  }
  return now;
}

}  // namespace zsup::record
