// Document → values, as the field tables say. What does not fit goes to the sink, all of it; the
// rest of a record is decoded all the same.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "diag/diagnostic.h"
#include "record/field.h"
#include "record/owner.h"
#include "text/arena.h"
#include "yaml/document.h"

namespace zsup::record {

// The fields that misspelt keys of one file must have meant. A slip may stand in every record of a
// large file, and finding out what is near takes long; where there are more than `most` different
// ones, the rest are near nothing.
class Slips {
 public:
  // Null where nothing is near. The keys must outlive this.
  const FieldSpec* meant(std::string_view key, const ObjectSpec& spec,
                         std::span<const std::string_view> names);
  void clear() { known_.clear(); }
  // The year that a period without one means, where zsup.yaml says so.
  std::optional<int> year;

 private:
  static constexpr std::size_t most = 1000;
  std::map<std::pair<const ObjectSpec*, std::string_view>, const FieldSpec*> known_;
};

class Decoder {
 public:
  Decoder(const yaml::Document& document, text::SourceId source, text::Arena& arena,
          diag::Sink& sink, Slips* slips = nullptr)
      : document_(document), source_(source), arena_(arena), sink_(sink), slips_(slips) {}

  // Decodes a mapping into an object of that table. Keys in `ignored` are the caller's.
  void object(const ObjectSpec& spec, yaml::NodeId node, void* object,
              std::string_view ignored_key = {}, std::string_view ignored_word = {});

  // Says that a field has been given under both of its spellings.
  void key_repeated(yaml::NodeId first, yaml::NodeId again);

  void value(yaml::NodeId node, const FieldSpec& field, Given<Text>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Id>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Ref>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Charge>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<value::Date>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<value::Period>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<value::Due>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<value::Money>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<value::Decimal>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<std::int64_t>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<bool>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Word>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Path>& out);
  void value(yaml::NodeId node, const FieldSpec& field, Given<Owner>& out);
  void value(yaml::NodeId node, const FieldSpec& field, List<Count>& out);
  void value(yaml::NodeId node, const FieldSpec& field, List<Setting>& out);

  template <class E>
  requires std::is_enum_v<E>
  void value(yaml::NodeId node, const FieldSpec& field, Given<E>& out) {
    if (const int row = enumeration(node, field); row >= 0) {
      out = {static_cast<E>(row), document_[node].span};
    }
  }

  template <class T>
  requires std::is_class_v<T>
  void value(yaml::NodeId node, const FieldSpec& field, Given<T>& out) {
    if (!expect(node, field, yaml::NodeKind::mapping)) return;
    out.span = document_[node].span;
    object(field.type.object(), node, &out.to_fill());
  }

  template <class T>
  void value(yaml::NodeId node, const FieldSpec& field, List<T>& out) {
    if (!expect_list(node, field)) return;
    const yaml::Node& list = document_[node];
    out.span = list.span;
    out.items = arena_.make_array<T>(list.children);
    std::size_t at = 0;
    for (yaml::NodeId child = document_.first_child(node); child != 0;
         child = document_[child].next) {
      T& item = out.items[at++];
      if constexpr (never_holds_comma<T>) {
        if (list.style == yaml::Style::flow && comma_meant(child)) {
          item.span = document_[child].span.as_unreadable();
          continue;
        }
      }
      element(child, field, item);
    }
  }

  // The row of the field's vocabulary that a scalar names, or -1.
  int enumeration(yaml::NodeId node, const FieldSpec& field);

  const yaml::Document& document() const { return document_; }
  text::Place place(text::Span span) const { return {source_, span}; }
  diag::Sink& sink() { return sink_; }

 private:
  // See the sink's. Asked before the words of whatever a file may hold a million times.
  bool only_counts(diag::Code code, text::Span span) {
    return sink_.only_counts(code, place(span));
  }

  // Items that are ids, words of a vocabulary or days: a full-width comma in them was meant to part
  // two of them.
  template <class T>
  struct IsName : std::false_type {};
  template <class T>
  struct IsName<Given<T>>
      : std::bool_constant<std::is_enum_v<T> || std::is_same_v<T, Ref> ||
                           std::is_same_v<T, Charge> || std::is_same_v<T, value::Date>> {};
  template <class T>
  static constexpr bool never_holds_comma = IsName<T>::value;

  // Whether an item in brackets holds a full-width comma, after saying so.
  bool comma_meant(yaml::NodeId node);

  template <class T>
  void element(yaml::NodeId node, const FieldSpec& field, Given<T>& out) {
    value(node, field, out);
    if (!out) out.span = document_[node].span.as_unreadable();
  }
  // A list of objects holds them bare; each knows its own place by its fields.
  template <class T>
  void element(yaml::NodeId node, const FieldSpec& field, T& out) {
    out.span = document_[node].span;
    if (expect(node, field, yaml::NodeKind::mapping)) {
      object(field.type.object(), node, &out);
    } else {
      out.span = out.span.as_unreadable();
    }
  }

  bool expect(yaml::NodeId node, const FieldSpec& field, yaml::NodeKind kind);
  bool space_meant(yaml::NodeId node);
  bool brackets_meant(yaml::NodeId node, yaml::NodeKind kind);
  const FieldSpec* colon_meant(yaml::NodeId key, const ObjectSpec& spec);
  // A single value where a list is wanted becomes a list of one, where that is certain.
  void offer_list(yaml::NodeId node, const FieldSpec& field, diag::Diagnostic& wrong);
  bool expect_list(yaml::NodeId node, const FieldSpec& field);
  // Says so when there are more entries than the field takes.
  bool is_too_long(yaml::NodeId node, const FieldSpec& field, std::size_t entries);
  // The scalar's text, or false after saying what stands there instead.
  bool scalar(yaml::NodeId node, const FieldSpec& field, std::string_view& text);
  // The field that was probably meant, or null.
  const FieldSpec* key_unknown(yaml::NodeId key, const ObjectSpec& spec);
  void fields_missing(const ObjectSpec& spec, yaml::NodeId node,
                      std::span<const yaml::NodeId> seen);
  void wrong_number(yaml::NodeId node, const FieldSpec& field, value::NumberError why, bool money);
  void wrong_date(yaml::NodeId node, const FieldSpec& field, std::string_view text);
  // Tells where an unquoted text goes on behind a number sign.
  bool look_behind(yaml::NodeId node);
  void look_before(yaml::NodeId node);
  bool well_formed_id(yaml::NodeId node, std::string_view text);

  const yaml::Document& document_;
  text::SourceId source_;
  text::Arena& arena_;
  diag::Sink& sink_;
  Slips* slips_;  // may be null: of a single document
};

template <class M>
void decode_member(Decoder& decoder, yaml::NodeId node, const FieldSpec& field, M& member) {
  const std::size_t told = decoder.sink().told();
  decoder.value(node, field, member);
  // Where nothing stands, nothing is given; anything else was meant as something.
  if (!member && decoder.sink().told() > told && decoder.sink().last() != diag::code::empty_value) {
    member.span = decoder.document()[node].span.as_unreadable();
  }
}

}  // namespace zsup::record
