// How the tables of fields are written: rows for members, and their refinements, so that a table
// reads as a list of sentences. A refinement that does not fit the member does not compile.
#pragma once

#include <initializer_list>
#include <type_traits>

#include "record/cut.h"
#include "record/decoder.h"
#include "record/encode.h"
#include "record/field.h"
#include "record/owner.h"
#include "record/record.h"
#include "record/said_items.h"

namespace zsup::record {

// A value and, for visiting, whatever is in it.
inline void visit_value(const Visitor& visitor, const FieldSpec& field, const Given<Ref>& value) {
  if (visitor.on_ref != nullptr && value) visitor.on_ref(visitor.context, value, field);
}
inline void visit_value(const Visitor& visitor, const FieldSpec& field, const Given<Text>& value) {
  if (visitor.on_text != nullptr && value) visitor.on_text(visitor.context, value, field);
}
inline void visit_value(const Visitor& visitor, const FieldSpec& field, const Given<Path>& value) {
  if (visitor.on_path != nullptr && value) visitor.on_path(visitor.context, value, field);
}
inline void visit_value(const Visitor& visitor, const FieldSpec& field,
                        const Given<Charge>& value) {
  if (visitor.on_charge != nullptr && value) visitor.on_charge(visitor.context, value, field);
}
inline void visit_object(const Visitor& visitor, const ObjectSpec& spec, const void* object) {
  if (visitor.on_object != nullptr) {
    visitor.on_object(visitor.context, spec, object);
  } else {
    visit(visitor, spec, object);
  }
}
inline void visit_value(const Visitor& visitor, const FieldSpec& field, const Given<Owner>& value) {
  visit_value(visitor, field, value->who);
  if (value->selector) visit_object(visitor, spec_of<Owner>(), &*value->selector);
}
inline void visit_value(const Visitor&, const FieldSpec&, const Count&) {}
inline void visit_value(const Visitor&, const FieldSpec&, const Setting&) {}
template <class T>
void visit_value(const Visitor& visitor, const FieldSpec& field, const Given<T>& value) {
  if constexpr (MemberTraits<Given<T>>::type.shape == Shape::object) {
    if (value) visit_object(visitor, field.type.object(), &*value);
  }
}
template <class T>
void visit_value(const Visitor& visitor, const FieldSpec& field, const T& object) {
  visit_object(visitor, field.type.object(), &object);
}

inline void link_value(const Linking& linking, const FieldSpec& field, Given<Ref>& value) {
  if (linking.on_ref != nullptr && value) linking.on_ref(linking.context, value, field);
}
inline void link_value(const Linking& linking, const FieldSpec& field, Given<Charge>& value) {
  if (linking.on_charge != nullptr && value) linking.on_charge(linking.context, value, field);
}
inline void link_value(const Linking& linking, const FieldSpec& field, Given<Path>& value) {
  if (linking.on_path != nullptr && value) linking.on_path(linking.context, value, field);
}
inline void link_value(const Linking& linking, const FieldSpec& field, Given<Owner>& value) {
  Owner& owner = value.to_fill();
  link_value(linking, field, owner.who);
  if (owner.selector) link(linking, spec_of<Owner>(), &owner.selector.to_fill());
}
inline void link_value(const Linking&, const FieldSpec&, Count&) {}
inline void link_value(const Linking&, const FieldSpec&, Setting&) {}
template <class T>
void link_value(const Linking& linking, const FieldSpec& field, Given<T>& value) {
  if constexpr (MemberTraits<Given<T>>::type.shape == Shape::object) {
    if (value) link(linking, field.type.object(), &value.to_fill());
  }
}
template <class T>
void link_value(const Linking& linking, const FieldSpec& field, T& object) {
  link(linking, field.type.object(), &object);
}

// Plans have no date; of what has happened, what is required comes with its object.
inline void cut_value(Cut& how, const FieldSpec& field, Given<value::Date>& date) {
  if (field.type.happened && !field.required && date && how.day < *date) how.drop(date);
}
template <class T>
void cut_value(Cut& how, const FieldSpec& field, Given<T>& value) {
  if constexpr (MemberTraits<Given<T>>::type.shape == Shape::object) {
    if (!value) return;
    const ObjectSpec& spec = field.type.object();
    if (how.is_there(spec.begins(), &*value)) {
      cut(how, spec, &value.to_fill());
    } else {
      how.drop(value);
    }
  }
}
template <class T>
void cut_list(Cut& how, const FieldSpec& field, List<T>& list) {
  if constexpr (MemberTraits<List<T>>::type.shape == Shape::object) {
    const ObjectSpec& spec = field.type.object();
    if (const FieldSpec* begins = spec.begins()) {
      how.keep(list, [&](const T& item) { return how.is_there(begins, &item); });
    }
    for (T& item : list) cut(how, spec, &item);
  }
}

inline void say_item(SaidItems& out, const Given<Text>& item) {
  out.add(item.or_empty(), item.span);
}
inline void say_item(SaidItems& out, const Given<Id>& item) {
  out.add(item.or_empty().text, item.span);
}
inline void say_item(SaidItems& out, const Given<Ref>& item) {
  out.add(item.or_empty().id, item.span);
}
inline void say_item(SaidItems& out, const Given<Charge>& item) {
  out.add(item.or_empty().text, item.span);
}
inline void say_item(SaidItems& out, const Given<Path>& item) {
  out.add(item.or_empty().text, item.span);
}
template <class E>
requires std::is_enum_v<E>
void say_item(SaidItems& out, const Given<E>& item) {
  if (item) out.add(row_of(*item).label.zh, item.span);
}

template <class M>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<List<T>> = true;

// What a pointer to a member points into.
template <class Member>
struct HolderOf;
template <class Object, class M>
struct HolderOf<M Object::*> {
  using type = Object;
};

template <auto Date, class Object>
const Given<value::Date>& date_at(const void* object) {
  return static_cast<const Object*>(object)->*Date;
}

// A member of an object, by a pointer to it or by something that is called with the object.
template <auto Member>
constexpr decltype(auto) member_of(auto& object) {
  if constexpr (std::is_member_pointer_v<decltype(Member)>) {
    return (object.*Member);
  } else {
    return Member(object);
  }
}

template <class Object, auto Member>
struct Row : FieldSpec {
  using M = std::remove_cvref_t<decltype(member_of<Member>(std::declval<Object&>()))>;
  static constexpr Shape shape = MemberTraits<M>::type.shape;
  static constexpr bool is_date = std::is_same_v<M, Given<value::Date>>;

  constexpr Row to(std::initializer_list<Kind> list) const { return to(kinds(list)); }
  constexpr Row to(KindSet set) const {
    static_assert(shape == Shape::ref || shape == Shape::owner);
    Row row = *this;
    row.type.refers = set;
    return row;
  }
  constexpr Row between(std::int64_t least, std::int64_t most) const {
    static_assert(shape == Shape::count || shape == Shape::decimal);
    Row row = *this;
    row.type.least = least;
    row.type.most = most;
    return row;
  }
  // For lists that are held against every record of a kind: both may be long, their product not.
  constexpr Row with_at_most(std::uint32_t entries) const {
    static_assert(is_list<M>);
    Row row = *this;
    row.type.longest = entries;
    return row;
  }
  constexpr Row empty_is_fine() const {
    Row row = *this;
    row.type.may_be_empty = true;
    return row;
  }
  constexpr Row names_a_document() const {
    Row row = *this;
    row.type.document_number = true;
    return row;
  }
  constexpr Row may_hold_office_number() const {
    Row row = *this;
    row.type.office_number = true;
    return row;
  }
  constexpr Row known_words(const Vocabulary& (*words)()) const {
    static_assert(shape == Shape::word);
    Row row = *this;
    row.type.words = words;
    return row;
  }

  // The date is of something that has happened: it never lies ahead, and on an earlier day an
  // optional one is not there yet.
  constexpr Row has_happened() const {
    static_assert(shape == Shape::date);
    Row row = *this;
    row.type.happened = true;
    return row;
  }

  // The object is there since this date; where it is optional and left out, since what it is in.
  constexpr Row begins_it() const {
    static_assert(is_date);
    Row row = *this;
    row.begins = true;
    return row;
  }

  // The date never lies before another one of the object, or of the record that it stands in. Both
  // names are as a sentence has them: "the day of filing".
  template <auto Earlier>
  constexpr Row not_before(diag::Words earlier_name, diag::Words name) const {
    static_assert(is_date);
    using Holder = typename HolderOf<decltype(Earlier)>::type;
    Row row = *this;
    row.order.earlier_name = earlier_name;
    row.order.name = name;
    if constexpr (std::is_base_of_v<Holder, Object>) {
      row.order.earlier = date_at<Earlier, Object>;
    } else {
      static_assert(std::is_base_of_v<Record, Holder>);
      row.order.earlier = [](const void* record) -> const Given<value::Date>& {
        return static_cast<const Holder*>(static_cast<const Record*>(record))->*Earlier;
      };
      row.order.of_record = Holder::its_kind;
    }
    return row;
  }

  // Whoever is named was in office on that date of the object. `when` is as a sentence has it.
  template <auto On>
  constexpr Row in_office_on(diag::Words when, diag::Words help = {}) const {
    static_assert(shape == Shape::ref);
    Row row = *this;
    row.in_office = {date_at<On, Object>, when, help};
    return row;
  }

  // The same of whom something was sent to.
  template <auto On>
  constexpr Row sent_in_office_on(diag::Words when, diag::Words help) const {
    Row row = in_office_on<On>(when, help);
    row.in_office.sent = true;
    return row;
  }

  // No two items say the same; of objects, by what these fields of them say.
  template <auto... By>
  constexpr Row distinct() const {
    static_assert(is_list<M>);
    static_assert((sizeof...(By) > 0) == (shape == Shape::object));
    Row row = *this;
    row.FieldSpec::distinct = [](const void* object, SaidItems& out) {
      const M& list = member_of<Member>(*static_cast<const Object*>(object));
      if (list.size() < 2) return;
      for (const auto& item : list) {
        if constexpr (sizeof...(By) == 0) {
          say_item(out, item);
        } else {
          say_by<By...>(out, item);
        }
      }
    };
    return row;
  }

  // It names whose matter the record is.
  constexpr Row whose() const {
    static_assert(shape == Shape::ref || shape == Shape::owner);
    Row row = *this;
    row.subject = true;
    return row;
  }

 private:
  template <auto By, class Item>
  static void say_by(SaidItems& out, const Item& item) {
    say_item(out, item.*By);
  }
  template <auto First, auto Second, class Item>
  static void say_by(SaidItems& out, const Item& item) {
    if (item.*First && item.*Second)
      out.add((item.*First)->id, (item.*Second)->id, (item.*First).span);
  }
};

// Rows for the members of `Object`, those of its bases included.
template <class Object>
struct Fields {
  template <auto Member>
  static constexpr Row<Object, Member> required(std::string_view key, std::string_view word,
                                                diag::Words doc, std::string_view example = {}) {
    return row<Member>(key, word, true, doc, example);
  }
  template <auto Member>
  static constexpr Row<Object, Member> optional(std::string_view key, std::string_view word,
                                                diag::Words doc, std::string_view example = {}) {
    return row<Member>(key, word, false, doc, example);
  }

  // What every record has.
  static constexpr auto id(std::string_view example) {
    return required<&Object::id>(
        "id", "编号",
        {"本记录的编号，全册唯一：小写字母、数字和连字符，或不含空格的中文",
         "the record's identifier, unique in the register: lower-case letters, digits and hyphens, "
         "or Chinese words without spaces"},
        example);
  }
  static constexpr auto note() {
    return optional<&Object::note>("note", "备注", {"备注", "a remark"});
  }

 private:
  template <auto Member>
  static constexpr Row<Object, Member> row(std::string_view key, std::string_view word,
                                           bool required, diag::Words doc,
                                           std::string_view example) {
    using M = typename Row<Object, Member>::M;
    Row<Object, Member> row;
    row.key = key;
    row.word = word;
    row.required = required;
    row.type = MemberTraits<M>::type;
    row.doc = doc;
    row.example = example;
    row.decode = [](Decoder& decoder, yaml::NodeId node, const FieldSpec& field, void* object) {
      decode_member(decoder, node, field, member_of<Member>(*static_cast<Object*>(object)));
    };
    row.visit = [](const Visitor& visitor, const FieldSpec& field, const void* object) {
      const M& member = member_of<Member>(*static_cast<const Object*>(object));
      if constexpr (is_list<M>) {
        for (const auto& item : member) visit_value(visitor, field, item);
      } else {
        visit_value(visitor, field, member);
      }
    };
    row.encode = [](const FieldSpec& field, const void* object, const Encoding& how) {
      return encode_member(field, member_of<Member>(*static_cast<const Object*>(object)), how);
    };
    row.link = [](const Linking& linking, const FieldSpec& field, void* object) {
      M& member = member_of<Member>(*static_cast<Object*>(object));
      if constexpr (is_list<M>) {
        for (auto& item : member) link_value(linking, field, item);
      } else {
        link_value(linking, field, member);
      }
    };
    row.cut = [](Cut& how, const FieldSpec& field, void* object) {
      M& member = member_of<Member>(*static_cast<Object*>(object));
      if constexpr (is_list<M>) {
        cut_list(how, field, member);
      } else {
        cut_value(how, field, member);
      }
    };
    row.member = [](const void* object) -> const void* {
      return &member_of<Member>(*static_cast<const Object*>(object));
    };
    return row;
  }
};

// What `describe` says of a kind.
template <class T>
constexpr KindType type_of_kind() {
  return {T::its_kind, &spec_of<T>,
          [](text::Arena& arena) -> Record* {
            T* made = arena.make<T>();
            made->kind = T::its_kind;
            return made;
          },
          [](const Record& record) -> const void* { return static_cast<const T*>(&record); },
          [](Record& record) -> void* { return static_cast<T*>(&record); }};
}

// There since a date of the record, or of an object in it.
template <auto Date>
constexpr Beginning since() {
  using T = typename HolderOf<decltype(Date)>::type;
  return {[](const Record& record) -> std::optional<value::Date> {
    const Given<value::Date>& date = static_cast<const T&>(record).*Date;
    return date ? std::optional(*date) : std::nullopt;
  }};
}
template <auto Part, auto Date>
constexpr Beginning since() {
  using T = typename HolderOf<decltype(Part)>::type;
  return {[](const Record& record) -> std::optional<value::Date> {
    const Given<value::Date>& date = (static_cast<const T&>(record).*Part).or_empty().*Date;
    return date ? std::optional(*date) : std::nullopt;
  }};
}

// Told by one of its texts.
template <auto Text>
constexpr Matter told_by() {
  using T = typename HolderOf<decltype(Text)>::type;
  return {[](const Record& record) -> std::string_view {
    return (static_cast<const T&>(record).*Text).or_empty();
  }};
}
inline constexpr Matter told_by_nothing{};

// Instantiated in the file of each kind, after its `describe`.
template <class T>
const KindRow& kind_row() {
  static constexpr KindRow row = describe(static_cast<const T*>(nullptr));
  return row;
}

}  // namespace zsup::record
