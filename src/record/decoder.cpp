#include "record/decoder.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "diag/brief.h"
#include "record/did_you_mean.h"
#include "record/id.h"
#include "record/yaml_text.h"
#include "text/blank.h"
#include "text/same_word.h"
#include "yaml/folds.h"
#include "yaml/words.h"

namespace zsup::record {

using diag::brief;
using diag::say;
using yaml::NodeId;
using yaml::NodeKind;
namespace code = diag::code;

const FieldSpec* ObjectSpec::find(std::string_view key_or_word, std::size_t from) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FieldSpec& field = fields[from + i < fields.size() ? from + i : from + i - fields.size()];
    if (text::same_word(field.word, key_or_word) || text::same_word(field.key, key_or_word)) {
      return &field;
    }
  }
  return nullptr;
}

const FieldSpec* ObjectSpec::begins() const {
  const auto at =
      std::find_if(fields.begin(), fields.end(), [](const FieldSpec& row) { return row.begins; });
  return at == fields.end() ? nullptr : &*at;
}

Range range_of(const TypeSpec& type) {
  const std::int64_t largest = type.shape == Shape::decimal ? 99'999'999'999 : 999'999'999'999;
  return {std::max<std::int64_t>(type.least, 0), std::min(type.most, largest)};
}

namespace {

// Nothing but spaces of any width and line breaks.
bool is_blank(std::string_view text) {
  // Nearly every text begins with something else.
  if (!text.empty() &&
      std::string_view(" \t\n\r\xC2\xE2\xE3").find(text[0]) == std::string_view::npos) {
    return false;
  }
  while (!text.empty()) {
    const bool plain = std::string_view(" \t\n\r").find(text[0]) != std::string_view::npos;
    const std::size_t taken = plain ? 1 : text::wide_blank_at(text, 0);
    if (taken == 0) return false;
    text.remove_prefix(taken);
  }
  return true;
}

// An example in Chinese is none to a reader of English, who is told of the field `instead`.
diag::Text in_english(diag::Text help, const FieldSpec& field, diag::Text instead) {
  const bool ascii = std::all_of(field.example.begin(), field.example.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) help.en = std::move(instead.en);
  return help;
}

}  // namespace

void visit(const Visitor& visitor, const ObjectSpec& spec, const void* object) {
  for (const FieldSpec& field : spec.fields) field.visit(visitor, field, object);
}

void link(const Linking& linking, const ObjectSpec& spec, void* object) {
  for (const FieldSpec& field : spec.fields) field.link(linking, field, object);
}

void cut(Cut& cut, const ObjectSpec& spec, void* object) {
  for (const FieldSpec& field : spec.fields) field.cut(cut, field, object);
}

void Decoder::object(const ObjectSpec& spec, NodeId node, void* object,
                     std::string_view ignored_key, std::string_view ignored_word) {
  // Which key gave each field, so that the second spelling of a field is seen as a repetition.
  std::array<NodeId, 32> seen{};
  std::array<NodeId, 32> meant{};  // misspelt keys, by the field that each probably means
  assert(spec.fields.size() <= seen.size());
  std::size_t expected = 0;  // people write fields in the order of the table
  for (NodeId key = document_.first_child(node); key != 0;) {
    const NodeId value = document_[key].next;
    const NodeId next = document_[value].next;
    const std::string_view name = document_[key].value;
    const FieldSpec* field = spec.find(name, expected);
    if (field != nullptr) {
      const auto at = static_cast<std::size_t>(field - spec.fields.data());
      expected = at + 1 < spec.fields.size() ? at + 1 : 0;
      NodeId& first = seen[at];
      if (first == 0) {
        first = key;
        field->decode(*this, value, *field, object);
      } else if (document_[first].value != name) {
        // The same spelling twice has been reported by the reader.
        key_repeated(first, key);
      }
    } else if (!(spec.extensible && name.starts_with("x-")) &&
               (ignored_key.empty() || (name != ignored_key && name != ignored_word))) {
      if (const FieldSpec* near = key_unknown(key, spec)) {
        meant[static_cast<std::size_t>(near - spec.fields.data())] = key;
      }
    }
    key = next;
  }
  // A misspelt key is one mistake: its value counts as that of the field that was meant, so that
  // nothing is said to be missing. What is wrong with the value is told once the key is right.
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    if (seen[i] != 0 || meant[i] == 0) continue;
    seen[i] = meant[i];
    diag::Sink unheard;
    Decoder decoder(document_, source_, arena_, unheard, slips_);
    spec.fields[i].decode(decoder, document_[meant[i]].next, spec.fields[i], object);
  }
  fields_missing(spec, node, std::span(seen.data(), spec.fields.size()));
}

void Decoder::key_repeated(NodeId first, NodeId again) {
  if (only_counts(code::duplicate_key, document_[again].span)) return;
  diag::Diagnostic& found = sink_.add(
      code::duplicate_key, place(document_[again].span),
      say("“{}”与“{}”是同一个字段，写了两次", "'{1}' and '{0}' are one field, given twice",
          document_[again].value, document_[first].value),
      say("只保留一处", "keep one of the two"));
  found.related.push_back(
      {place(document_[first].span), say("第一次写在这里", "first given here")});
}

const FieldSpec* Slips::meant(std::string_view key, const ObjectSpec& spec,
                              std::span<const std::string_view> names) {
  const std::pair slip(&spec, key);
  if (const auto known = known_.find(slip); known != known_.end()) return known->second;
  if (known_.size() >= most) return nullptr;
  const auto near = text::nearest(key, names);
  return known_[slip] = near ? spec.find(*near) : nullptr;
}

const FieldSpec* Decoder::key_unknown(NodeId key, const ObjectSpec& spec) {
  if (const FieldSpec* const meant = colon_meant(key, spec)) return meant;
  const yaml::Node& node = document_[key];
  std::vector<std::string_view> names;
  names.reserve(spec.fields.size() * 2);
  for (const FieldSpec& field : spec.fields) {
    names.push_back(field.key);
    names.push_back(field.word);
  }
  if (only_counts(code::unknown_field, node.span)) {
    Slips own;
    return (slips_ == nullptr ? own : *slips_).meant(node.value, spec, names);
  }
  diag::Diagnostic& found = sink_.add(
      code::unknown_field, place(node.span),
      say("{1}没有“{0}”这个字段", "{1} has no field '{0}'", brief(node.value), spec.title));
  if (const auto near = text::nearest(node.value, names)) {
    const FieldSpec* const meant = spec.find(*near);
    std::erase_if(names, [&](std::string_view one) { return spec.find(one) == meant; });
    suggest(found, place(node.span), node, *near, !text::nearest(node.value, names));
    return meant;
  }
  std::string zh;
  std::string en;
  for (const FieldSpec& field : spec.fields) {
    zh += (zh.empty() ? "" : "、") + std::string(field.word);
    en += (en.empty() ? "" : ", ") + std::string(field.key);
  }
  found.help = spec.extensible
                   ? say("可用的字段：{0}；自定义字段以 x- 开头",
                         "the fields are: {1}; a field of your own begins with x-", zh, en)
                   : say("可用的字段：{0}", "the fields are: {1}", zh, en);
  return nullptr;
}

void Decoder::fields_missing(const ObjectSpec& spec, NodeId node, std::span<const NodeId> seen) {
  const NodeId first = document_.first_child(node);
  const text::Span at = document_[first == 0 ? node : first].span;
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    const FieldSpec& field = spec.fields[i];
    if (!field.required || seen[i] != 0 || only_counts(code::missing_field, at)) continue;
    sink_.add(
        code::missing_field, place(at),
        say("{2}缺少必填字段“{0}”（{1}）", "{2} lacks the required field '{1}' ({0})", field.word,
            field.key, spec.title),
        in_english(
            field.example.empty() ? say("补上：{}", "add it: {}", field.doc)
                                  : say("补上一行，例如“{}: {}”", "add a line such as '{}: {}'",
                                        field.written(), brief(field.example)),
            field,
            say("补上一行“{}: …”，即{}", "add a line '{}: …', {}", field.written(), field.doc)));
  }
  for (const OneOf& choice : spec.one_of) {
    std::size_t given = 0;
    NodeId last = 0;
    diag::Text keys;
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
      const FieldSpec& field = spec.fields[i];
      if (std::find(choice.keys.begin(), choice.keys.end(), field.key) == choice.keys.end()) {
        continue;
      }
      append_to_list(keys, field.written());
      if (seen[i] == 0) continue;
      ++given;
      last = std::max(last, seen[i]);
    }
    if (given == 1) continue;
    const text::Span where = given == 0 ? at : document_[last].span;
    if (only_counts(code::one_of_fields, where)) continue;
    sink_.add(code::one_of_fields, place(where),
              given == 0
                  ? say("{}须填写“{}”中的一项", "{} needs one of: {}", spec.title, keys)
                  : say("{}只能填写“{}”中的一项", "{} takes only one of: {}", spec.title, keys));
  }
}

bool Decoder::expect(NodeId node, const FieldSpec& field, NodeKind kind) {
  const yaml::Node& found = document_[node];
  if (found.kind == kind) return true;
  const bool empty = found.kind == NodeKind::null;
  if (only_counts(empty ? code::empty_value : code::wrong_type, found.span)) return false;
  if (empty) {
    if (kind == NodeKind::scalar && look_behind(node)) return false;
    sink_.add(code::empty_value, place(found.span),
              say("“{}”后面没有内容", "'{}' has no value", field.written()),
              say("填写内容，或删去这一行", "give a value, or remove the line"));
    return false;
  }
  const auto name = [](NodeKind of) -> diag::Words {
    switch (of) {
      case NodeKind::mapping:
        return {"一组“字段: 值”", "a mapping of 'key: value'"};
      case NodeKind::sequence:
        return {"一个列表", "a list"};
      case NodeKind::scalar:
        return {"单个值", "a single value"};
      case NodeKind::null:
        return {"空", "nothing"};
    }
    return {};
  };
  if (brackets_meant(node, kind)) return false;
  if (kind == NodeKind::mapping && space_meant(node)) return false;
  const diag::Words wanted = name(kind);
  const diag::Words got = name(found.kind);
  diag::Diagnostic& wrong = sink_.add(
      code::wrong_type, place(found.span),
      say("“{}”应为{}，这里是{}", "'{}' takes {}, but here is {}", field.written(), wanted, got));
  if (found.kind == NodeKind::scalar && found.value.find("：") != std::string_view::npos) {
    wrong.help = say("冒号是全角的“：”；改成半角的“: ”（后面加一个空格）",
                     "the colon is full-width; write ': ' with a space behind it");
  } else if (!field.example.empty()) {
    wrong.help = in_english(
        say("例如“{}: {}”", "for example '{}: {}'", field.written(), brief(field.example)), field,
        say("“{}”是{}", "'{}' is {}", field.written(), field.doc));
  }
  return false;
}

// Whether a text is a list or a mapping in brackets of a Chinese keyboard, after saying so.
bool Decoder::brackets_meant(NodeId node, NodeKind kind) {
  struct Pair {
    std::string_view open;
    std::string_view close;
  };
  constexpr Pair pairs[] = {{"［", "］"}, {"【", "】"}, {"｛", "｝"},
                            {"（", "）"}, {"[", "]"},   {"{", "}"}};
  const yaml::Node& found = document_[node];
  if (found.kind != NodeKind::scalar || found.style != yaml::Style::plain ||
      (kind != NodeKind::sequence && kind != NodeKind::mapping) ||
      found.span.size() != found.value.size()) {
    return false;
  }
  const std::string_view text = found.value;
  const auto* open = std::find_if(std::begin(pairs), std::end(pairs),
                                  [&](const Pair& pair) { return text.starts_with(pair.open); });
  const auto* close = std::find_if(std::begin(pairs), std::end(pairs),
                                   [&](const Pair& pair) { return text.ends_with(pair.close); });
  if (open == std::end(pairs) || close == std::end(pairs) ||
      text.size() < open->open.size() + close->close.size()) {
    return false;
  }
  if (only_counts(code::full_width_syntax, found.span)) return true;
  const bool list = kind == NodeKind::sequence;
  std::string_view inside = text.substr(open->open.size());
  inside.remove_suffix(close->close.size());
  // Each sign that parts the entries, and what stands between key and value.
  std::string meant(list ? "[" : "{");
  bool certain = true;
  for (std::size_t at = 0; at < inside.size();) {
    const std::string_view rest = inside.substr(at);
    const auto follows = [&](std::initializer_list<std::string_view> signs) -> std::size_t {
      for (const std::string_view sign : signs) {
        if (rest.starts_with(sign)) return sign.size();
      }
      return 0;
    };
    if (const std::size_t comma = follows({"，", "、", ", ", ","}); comma != 0) {
      meant += ", ";
      at += comma;
      while (at < inside.size() && inside[at] == ' ') ++at;
    } else if (const std::size_t colon = follows({"：", ": ", ":"}); !list && colon != 0) {
      meant += ": ";
      at += colon;
      while (at < inside.size() && inside[at] == ' ') ++at;
    } else {
      // What has a meaning of its own in brackets, or may part entries, is left to people.
      certain = certain &&
                std::string_view("[]{}#\"'&*").find(inside[at]) == std::string_view::npos &&
                follows({"：", "；", "［", "］", "【", "】", "｛", "｝", "（", "）"}) == 0;
      meant += inside[at++];
    }
  }
  meant += list ? "]" : "}";
  diag::Diagnostic& wrong =
      sink_.add(code::full_width_syntax, place(found.span),
                say("这里的括号是全角的，整个值只是一段文字",
                    "the brackets here are full-width, so that the whole value is one text"),
                say("改成半角：{}", "use plain ones: {}", brief(meant)));
  if (certain && !is_blank(inside)) wrong.fix.push_back({place(found.span), std::move(meant)});
  return true;
}

// The field that a key begins with where a full-width colon stands behind it and a plain one, which
// made a key of it all, further on; after saying so.
const FieldSpec* Decoder::colon_meant(NodeId key, const ObjectSpec& spec) {
  constexpr std::string_view colon = "：";
  const yaml::Node& node = document_[key];
  const std::size_t at = node.value.find(colon);
  if (at == std::string_view::npos || node.span.size() != node.value.size()) return nullptr;
  const FieldSpec* const meant = spec.find(node.value.substr(0, at));
  if (meant == nullptr) return nullptr;
  const auto begin = node.span.begin + static_cast<std::uint32_t>(at);
  const text::Span sign{begin, begin + static_cast<std::uint32_t>(colon.size())};
  if (only_counts(code::full_width_syntax, sign)) return meant;
  diag::Diagnostic& wrong = sink_.add(
      code::full_width_syntax, place(sign), say("这里的冒号是全角“：”", "this colon is full-width"),
      say("键后面要用半角冒号加一个空格“: ”；后面的文字里又有冒号，整个值加上引号",
          "use ': ', a plain colon and a space; and put the whole value in quotes, since there is "
          "a "
          "colon in it"));
  const yaml::Node& value = document_[node.next];
  const std::string_view bytes = document_.bytes;
  const bool plain = value.kind == NodeKind::scalar && value.style == yaml::Style::plain &&
                     value.span.size() == value.value.size();
  const bool empty = value.kind == NodeKind::null;
  if ((!plain && !empty) || bytes.size() < value.span.end) return meant;
  std::uint32_t text = sign.end;
  while (text < value.span.end && bytes[text] == ' ') ++text;
  const std::string_view whole = bytes.substr(text, value.span.end - text);
  if (whole.find('\n') != std::string_view::npos || whole.empty()) return meant;
  wrong.fix.push_back({place({sign.begin, value.span.end}), ": " + yaml::in_quotes(whole)});
  return meant;
}

// Whether a text would be a mapping if the blank behind its colon were a space, after saying so.
bool Decoder::space_meant(NodeId node) {
  const yaml::Node& found = document_[node];
  if (found.kind != NodeKind::scalar || found.style != yaml::Style::plain) return false;
  const std::string_view text = found.value;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || found.span.size() != text.size()) return false;
  std::size_t end = colon + 1;
  while (const std::size_t length = text::wide_blank_at(text, end)) end += length;
  if (end == colon + 1) return false;
  const text::Span span{found.span.begin + static_cast<std::uint32_t>(colon) + 1,
                        found.span.begin + static_cast<std::uint32_t>(end)};
  sink_
      .add(code::full_width_syntax, place(span),
           say("冒号后面的空白不是半角空格", "what stands behind the colon is no plain space"),
           say("键后面要用半角冒号加一个空格“: ”", "use \": \", a plain colon and a space"))
      .fix.push_back({place(span), " "});
  return true;
}

void Decoder::offer_list(NodeId node, const FieldSpec& field, diag::Diagnostic& wrong) {
  const yaml::Node& found = document_[node];
  const text::Span span = found.span;
  const bool object = field.type.shape == Shape::object;
  if (object ? found.kind != NodeKind::mapping || found.style != yaml::Style::flow
             : found.kind != NodeKind::scalar) {
    return;
  }
  const bool quoted =
      found.style == yaml::Style::single_quoted || found.style == yaml::Style::double_quoted;
  if (!object && !quoted) {
    // In brackets a comma parts, and a bracket closes.
    if (found.style != yaml::Style::plain || found.value.size() != span.size() ||
        is_null_word(found.value) ||
        found.value.find_first_of("[]{},#") != std::string_view::npos) {
      return;
    }
    for (const std::string_view sign : {"、", "，", "；", "［", "］", "【", "】"}) {
      if (found.value.find(sign) != std::string_view::npos) return;
    }
  }
  wrong.help = say("加上方括号，写成只有一项的列表", "put it in brackets: a list of one");
  wrong.fix.push_back({place({span.begin, span.begin}), "["});
  wrong.fix.push_back({place({span.end, span.end}), "]"});
}

bool Decoder::expect_list(NodeId node, const FieldSpec& field) {
  if (document_[node].kind != NodeKind::sequence) {
    const std::size_t told = sink_.list().size();
    if (expect(node, field, NodeKind::sequence)) return true;
    if (sink_.list().size() > told && sink_.list().back().code == code::wrong_type) {
      offer_list(node, field, sink_.list().back());
    }
    return false;
  }
  if (is_too_long(node, field, document_[node].children)) return false;
  if (document_[node].children > 0 || field.type.may_be_empty) return true;
  if (only_counts(code::empty_value, document_[node].span)) return false;
  sink_.add(code::empty_value, place(document_[node].span),
            say("“{}”的列表是空的", "the list '{}' is empty", field.written()),
            say("填写至少一项，或删去这一行", "give at least one item, or remove the line"));
  return false;
}

bool Decoder::is_too_long(NodeId node, const FieldSpec& field, std::size_t entries) {
  const std::uint32_t most = field.type.longest;
  if (most == 0 || entries <= most) return false;
  const text::Span span = document_[node].span;
  if (only_counts(code::too_large, span)) return true;
  sink_.add(code::too_large, place(span),
            say("“{}”有 {} 项，最多 {} 项", "'{}' has {} entries, and takes {} at most",
                field.written(), entries, most),
            say("每一项都要与每一条记录对照；合并同类项，或分成几条记录",
                "each of them is held against every record; put like ones together, or divide "
                "them among several records"));
  return true;
}

bool Decoder::comma_meant(NodeId node) {
  constexpr std::string_view comma = "，";
  const yaml::Node& found = document_[node];
  if (found.kind != NodeKind::scalar || found.style != yaml::Style::plain ||
      found.span.size() != found.value.size()) {
    return false;
  }
  std::size_t at = found.value.find(comma);
  if (at == std::string_view::npos) return false;
  for (; at != std::string_view::npos; at = found.value.find(comma, at + comma.size())) {
    const auto begin = found.span.begin + static_cast<std::uint32_t>(at);
    const auto end = begin + static_cast<std::uint32_t>(comma.size());
    if (only_counts(code::full_width_syntax, {begin, end})) continue;
    const bool space = found.value.substr(at + comma.size()).starts_with(' ');
    sink_
        .add(code::full_width_syntax, place({begin, end}),
             say("这里的逗号是全角“，”", "this comma is full-width"),
             say("括号内各项之间要用半角逗号加一个空格“, ”",
                 "separate items by \", \", a plain comma and a space"))
        .fix.push_back({place({begin, end}), space ? "," : ", "});
  }
  return true;
}

bool Decoder::scalar(NodeId node, const FieldSpec& field, std::string_view& text) {
  if (!expect(node, field, NodeKind::scalar)) return false;
  text = document_[node].value;
  if (document_[node].style == yaml::Style::plain && is_null_word(text)) {
    // To YAML and to every editor that is no text but nothing.
    if (only_counts(code::empty_value, document_[node].span)) return false;
    sink_.add(
        code::empty_value, place(document_[node].span),
        say("“{}”的值 {} 在 YAML 中表示没有内容", "'{}' has no value: to YAML, {} is nothing",
            field.written(), text),
        say("填写内容，或删去这一行；确实是这个词时加上引号：\"{}\"",
            "give a value, or remove the line; if that word is meant, put it in quotes: \"{}\"",
            text));
    return false;
  }
  // What may be empty in a list is the list, not its items.
  if (!is_blank(text) || (field.type.may_be_empty && !field.type.list)) return true;
  if (only_counts(code::empty_value, document_[node].span)) return false;
  sink_.add(code::empty_value, place(document_[node].span),
            say("“{}”是空的", "'{}' is empty", field.written()),
            say("填写内容，或删去这一行", "give a value, or remove the line"));
  return false;
}

// A number sign in a text without quotes makes a comment of the rest: C #3专户 is read as C, and
// #3专户 as nothing. Whether there is one, after saying so.
bool Decoder::look_behind(NodeId node) {
  const yaml::Node& found = document_[node];
  const std::string_view bytes = document_.bytes;
  const bool nothing = found.kind == NodeKind::null;
  if (!nothing && found.style != yaml::Style::plain) return false;
  std::size_t at = found.span.end;
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
  if (!yaml::cuts_text(bytes, at)) return false;
  std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  while (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r') --end;
  const auto sign = static_cast<std::uint32_t>(at);
  if (only_counts(code::text_cut_off, {sign, sign + 1})) return true;
  diag::Diagnostic cut = yaml::in_words(yaml::Cause::text_cut_off, bytes, place({sign, sign + 1}));
  const std::uint32_t begin = nothing ? sign : found.span.begin;
  cut.fix.push_back({place({begin, static_cast<std::uint32_t>(end)}),
                     yaml::in_quotes(bytes.substr(begin, end - begin))});
  sink_.take(std::move(cut));
  return true;
}

// The same of a text that begins below its key, with a number sign beside the key.
void Decoder::look_before(NodeId node) {
  const yaml::Node& found = document_[node];
  const std::string_view bytes = document_.bytes;
  std::size_t line = found.span.begin;
  while (line > 0 && bytes[line - 1] == ' ') --line;
  if (line == 0 || bytes[line - 1] != '\n') return;
  const std::size_t begin = line > 1 ? bytes.rfind('\n', line - 2) + 1 : 0;
  const std::string_view above = bytes.substr(0, line);
  for (std::size_t at = above.find('#', begin); at < line; at = above.find('#', at + 1)) {
    if (!yaml::cuts_text(bytes, at)) continue;
    std::size_t before = at;
    while (before > begin && (bytes[before - 1] == ' ' || bytes[before - 1] == '\t')) --before;
    if (before == begin || (bytes[before - 1] != ':' && bytes[before - 1] != '-')) return;
    const auto sign = static_cast<std::uint32_t>(at);
    if (only_counts(code::text_cut_off, {sign, sign + 1})) return;
    sink_.take(yaml::in_words(yaml::Cause::text_cut_off, bytes, place({sign, sign + 1})));
    return;
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Text>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  out = {yaml::with_folds(document_, document_[node], arena_), document_[node].span};
  look_behind(node);
  look_before(node);
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Path>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  out = {{text}, document_[node].span};
  look_behind(node);
}

bool Decoder::well_formed_id(NodeId node, std::string_view text) {
  const auto flaw = id_flaw(text);
  if (!flaw) return true;
  if (only_counts(code::bad_id, document_[node].span)) return false;
  diag::Diagnostic& found =
      sink_.add(code::bad_id, place(document_[node].span),
                say("编号“{}”{}", "the id '{}' {}", brief(text), flaw->what),
                say("编号只用小写字母、数字和连字符，或不含空格的中文，例如 chen-yuanhang",
                    "an id is lower-case letters, digits and hyphens, or Chinese "
                    "words without spaces, such as chen-yuanhang"));
  if (!flaw->better.empty()) {
    found.help =
        say("改成 {}，引用它的地方一并改", "write {}, and where it is referred to", flaw->better);
  }
  return false;
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Id>& out) {
  std::string_view text;
  if (scalar(node, field, text) && well_formed_id(node, text)) {
    out = {{text}, document_[node].span};
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Ref>& out) {
  std::string_view text;
  if (scalar(node, field, text)) out = {{text, nullptr}, document_[node].span};
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Charge>& out) {
  std::string_view text;
  if (scalar(node, field, text)) out = {{text, nullptr}, document_[node].span};
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Owner>& out) {
  const yaml::Node& found = document_[node];
  if (found.kind == NodeKind::mapping) {
    out.span = found.span;
    Given<Selector>& selector = out.to_fill().selector;
    selector.span = found.span;
    object(field.type.object(), node, &selector.to_fill());
    return;
  }
  if (found.kind == NodeKind::sequence) {
    if (only_counts(code::wrong_type, found.span)) return;
    sink_.add(code::wrong_type, place(found.span),
              say("“{}”应为一个编号或一个范围，这里是一个列表",
                  "'{}' takes one id or a selector, but here is a list", field.written()),
              say("每个责任人写一条任务，或用范围选取，例如“{}: {}”",
                  "write one duty for each owner, or use a selector such as '{}: {}'",
                  field.written(), field.example));
    return;
  }
  Given<Ref>& who = out.to_fill().who;
  value(node, field, who);
  out.span = who.span;
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<Word>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  if (field.type.words != nullptr) {
    for (const EnumRow& row : field.type.words().rows) {
      if (row.label.zh == text) text = row.id;
    }
  }
  out = {{text}, document_[node].span};
}

int Decoder::enumeration(NodeId node, const FieldSpec& field) {
  std::string_view text;
  if (!scalar(node, field, text)) return -1;
  const Vocabulary& words = field.type.words();
  for (std::size_t i = 0; i < words.rows.size(); ++i) {
    const EnumRow& row = words.rows[i];
    if (text::same_word(row.label.zh, text) || text::same_word(row.id, text)) {
      return static_cast<int>(i);
    }
  }
  if (only_counts(code::unknown_value, document_[node].span)) return -1;
  unknown_word(sink_, place(document_[node].span), document_[node], words, field);
  return -1;
}

void Decoder::value(NodeId node, const FieldSpec& field, List<Count>& out) {
  if (!expect(node, field, NodeKind::mapping)) return;
  const yaml::Node& mapping = document_[node];
  if (mapping.children == 0) {
    sink_.add(code::empty_value, place(mapping.span),
              say("“{}”是空的", "'{}' is empty", field.written()),
              say("填写至少一项，或删去这一行", "give at least one entry, or remove the line"));
    return;
  }
  if (is_too_long(node, field, mapping.children / 2)) return;
  out.span = mapping.span;
  out.items = arena_.make_array<Count>(mapping.children / 2);
  std::size_t at = 0;
  for (NodeId key = document_.first_child(node); key != 0;) {
    const NodeId number = document_[key].next;
    if (is_blank(document_[key].value)) {
      if (!only_counts(code::empty_value, document_[key].span))
        sink_.add(code::empty_value, place(document_[key].span),
                  say("“{}”中有一项没有名称", "'{}' has an entry without a name", field.written()));
    } else {
      out.items[at].name = {document_[key].value, document_[key].span};
    }
    Given<std::int64_t>& count = out.items[at++].number;
    value(number, field, count);
    if (!count) count.span = document_[number].span.as_unreadable();
    key = document_[number].next;
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, List<Setting>& out) {
  if (!expect(node, field, NodeKind::mapping)) return;
  const yaml::Node& mapping = document_[node];
  out.span = mapping.span;
  out.items = arena_.make_array<Setting>(mapping.children / 2);
  std::size_t at = 0;
  for (NodeId key = document_.first_child(node); key != 0; ++at) {
    const NodeId level = document_[key].next;
    const std::string_view name = document_[key].value;
    if (name.size() == 5 && name.starts_with("ZS") &&
        name.find_first_not_of("0123456789", 2) == std::string_view::npos) {
      out.items[at].code = {name, document_[key].span};
    } else if (!only_counts(code::unknown_field, document_[key].span)) {
      sink_.add(code::unknown_field, place(document_[key].span),
                say("“{}”中的“{}”不是规则代码", "'{1}' under '{0}' is not the code of a rule",
                    field.written(), brief(name)),
                say("规则代码是 ZS 加三位数字，例如 ZS403",
                    "a rule's code is ZS and three digits, such as ZS403"));
    }
    value(level, field, out.items[at].level);
    key = document_[level].next;
  }
}

}  // namespace zsup::record
