// What the objects of JSON hold: one row a key, with what it means and where its value comes from.
// The rows feed the output, its JSON Schema (schemas/output/) and docs/json.md, so that none of the
// three can say what the others do not.
#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "record/vocabulary.h"
#include "view/in.h"
#include "view/page.h"

namespace zsup::view {

enum class Sort : std::uint8_t {
  text,
  integer,
  yes_no,
  decimal,
  money,
  date,
  period,
  word,
  object,
  any,  // as the field of a record has it
};

// A key as schemas and documentation tell of it.
struct Described {
  std::string_view key;
  diag::Words doc;
  Sort sort = Sort::text;
  bool nullable = false;
  bool always = true;  // otherwise the key is left out where there is nothing to say
  bool list = false;
  std::vector<std::string_view> (*words)() = nullptr;  // that it is one of
  std::vector<Described> (*inside)() = nullptr;        // of an object, or of each in a list
  bool own_keys = false;  // an object whose keys are the record's; `inside` holds one for all
};

template <class T>
struct Member : Described {
  using Subject = T;
  std::optional<Node<Named>> (*get)(const T& of, In& in) = nullptr;
  bool (*when)(const T& of) = nullptr;  // otherwise the key is left out
};

// A decimal that is written already.
struct Points {
  std::string_view text;
};

// A value that is left out where there is none, rather than null.
template <class R>
struct OrLeftOut {
  std::optional<R> value;
};
template <class R>
OrLeftOut(std::optional<R>) -> OrLeftOut<R>;

// A list of plain values.
template <class R>
struct Plain {
  std::vector<R> values;
};

// -- What the results of getters are in JSON ----------------------------------------------------

template <class R>
struct Told;

template <class R, Sort of>
struct ToldAsCell {
  static constexpr Described described{{}, {}, of};
  static std::optional<Node<Named>> node(R value) {
    return Node<Named>{Cell<Named>(std::move(value))};
  }
};
template <>
struct Told<Named> : ToldAsCell<Named, Sort::text> {};
template <>
struct Told<Id<Named>> : ToldAsCell<Id<Named>, Sort::text> {};
template <>
struct Told<std::int64_t> : ToldAsCell<std::int64_t, Sort::integer> {};
template <>
struct Told<value::Rational> : ToldAsCell<value::Rational, Sort::decimal> {};
template <>
struct Told<value::Money> : ToldAsCell<value::Money, Sort::money> {};
template <>
struct Told<value::Date> : ToldAsCell<value::Date, Sort::date> {};
template <>
struct Told<value::Period> : ToldAsCell<value::Period, Sort::period> {};

template <class R>
struct ToldAsText {
  static constexpr Described described{{}, {}, Sort::text};
  static std::optional<Node<Named>> node(R value) {
    return Node<Named>{Cell<Named>(Named(std::move(value)))};
  }
};
template <>
struct Told<std::string> : ToldAsText<std::string> {};
template <>
struct Told<std::string_view> : ToldAsText<std::string_view> {};

template <std::integral R>
requires(!std::same_as<R, bool>) struct Told<R> {
  static constexpr Described described{{}, {}, Sort::integer};
  static std::optional<Node<Named>> node(R value) {
    return Node<Named>{Cell<Named>(static_cast<std::int64_t>(value))};
  }
};
template <>
struct Told<bool> {
  static constexpr Described described{{}, {}, Sort::yes_no};
  static std::optional<Node<Named>> node(bool value) {
    return Node<Named>{Cell<Named>(YesNo{value})};
  }
};

// The ids of an enumeration, which for those of records are their vocabulary's.
template <class E>
struct Ids {
  static std::string_view of(E value) { return record::row_of(value).id; }
  static std::vector<std::string_view> all() {
    std::vector<std::string_view> ids;
    for (const record::EnumRow& row : record::vocabulary<E>().rows) ids.push_back(row.id);
    return ids;
  }
};
// Those of the program, which number from 0 to `last`.
template <class E, E last>
struct IdsUpTo {
  static std::string_view of(E value) { return id_of(value); }
  static std::vector<std::string_view> all() {
    std::vector<std::string_view> ids;
    for (std::size_t at = 0; at <= static_cast<std::size_t>(last); ++at) {
      ids.push_back(id_of(static_cast<E>(at)));
    }
    return ids;
  }
};
template <>
struct Ids<reg::State> : IdsUpTo<reg::State, reg::State::approved_late> {};
template <>
struct Ids<reg::Light> : IdsUpTo<reg::Light, reg::Light::green> {};

template <class E>
requires std::is_enum_v<E>
struct Told<E> {
  static constexpr Described described = [] {
    Described told{{}, {}, Sort::word};
    told.words = [] { return Ids<E>::all(); };
    return told;
  }();
  static std::optional<Node<Named>> node(E value) {
    return Node<Named>{Cell<Named>(Word{Ids<E>::of(value), {}})};
  }
};

template <>
struct Told<Points> {
  static constexpr Described described{{}, {}, Sort::decimal};
  static std::optional<Node<Named>> node(Points points) {
    return Node<Named>{Cell<Named>(Word{points.text, {}})};
  }
};
// Of words that are no enumeration.
template <>
struct Told<Word> : ToldAsCell<Word, Sort::text> {};

template <class R>
struct Told<std::optional<R>> {
  static constexpr Described described = [] {
    Described told = Told<R>::described;
    told.nullable = true;
    return told;
  }();
  static std::optional<Node<Named>> node(std::optional<R> value) {
    return value ? Told<R>::node(*std::move(value)) : Node<Named>{};
  }
};
template <class R>
struct Told<OrLeftOut<R>> {
  static constexpr Described described = [] {
    Described told = Told<R>::described;
    told.always = false;
    return told;
  }();
  static std::optional<Node<Named>> node(OrLeftOut<R> value) {
    return value.value ? Told<R>::node(*std::move(value.value)) : std::nullopt;
  }
};
template <class R>
struct Told<Plain<R>> {
  static constexpr Described described = [] {
    Described told = Told<R>::described;
    told.list = true;
    return told;
  }();
  static std::optional<Node<Named>> node(Plain<R> plain) {
    List<Named> list;
    for (R& one : plain.values) list.push_back(*Told<R>::node(std::move(one)));
    return Node<Named>{std::move(list)};
  }
};
// Whatever it is.
template <>
struct Told<Node<Named>> {
  static constexpr Described described{{}, {}, Sort::any};
  static std::optional<Node<Named>> node(Node<Named> value) { return value; }
};

// -- Rows ---------------------------------------------------------------------------------------

// What a getter reads, and whether it asks for the surroundings of the page.
template <class F>
struct Getter : Getter<decltype(&F::operator())> {};
template <class F, class R, class T, class... More>
struct Getter<R (F::*)(const T&, More...) const> {
  using Of = T;
  using Result = R;
  static constexpr bool wants_in = sizeof...(More) > 0;
};

template <class F, class T>
decltype(auto) call_getter(const T& of, [[maybe_unused]] In& in) {
  if constexpr (Getter<F>::wants_in) {
    return F{}(of, in);
  } else {
    return F{}(of);
  }
}

template <class F>
constexpr auto member(std::string_view key, diag::Words doc, F) {
  using T = typename Getter<F>::Of;
  using R = typename Getter<F>::Result;
  Member<T> row;
  static_cast<Described&>(row) = Told<R>::described;
  row.key = key;
  row.doc = doc;
  row.get = [](const T& of, In& in) { return Told<R>::node(call_getter<F>(of, in)); };
  return row;
}

template <class T>
using Members = std::span<const Member<T>>;

template <class T>
Node<Named> object(Members<T> members, const T& of, In& in) {
  Object<Named> made;
  made.reserve(members.size());
  for (const Member<T>& row : members) {
    if (row.when != nullptr && !row.when(of)) continue;
    if (auto node = row.get(of, in)) made.push_back({row.key, *std::move(node)});
  }
  return {std::move(made)};
}

template <class T>
std::vector<Described> described(Members<T> members) {
  return {members.begin(), members.end()};
}

// What the members of an object tell of.
template <const auto& members>
using SubjectOf = typename std::remove_cvref_t<decltype(members)>::value_type::Subject;

// A row for objects with such members, without what gets them.
template <class T, const auto& members>
constexpr Member<T> of_objects(std::string_view key, diag::Words doc) {
  Member<T> row;
  row.key = key;
  row.doc = doc;
  row.sort = Sort::object;
  row.inside = [] { return described(Members<SubjectOf<members>>(members)); };
  return row;
}

// An object within an object. The getter gives a pointer, null where there is none, or the value.
template <const auto& members, class F>
constexpr auto inner(std::string_view key, diag::Words doc, F) {
  using T = typename Getter<F>::Of;
  using R = typename Getter<F>::Result;
  using U = SubjectOf<members>;
  Member<T> row = of_objects<T, members>(key, doc);
  row.nullable = std::is_pointer_v<R>;
  row.get = [](const T& of, In& in) -> std::optional<Node<Named>> {
    if constexpr (std::is_pointer_v<R>) {
      const auto* value = call_getter<F>(of, in);
      return value == nullptr ? Node<Named>{} : object(Members<U>(members), *value, in);
    } else {
      return object(Members<U>(members), call_getter<F>(of, in), in);
    }
  };
  return row;
}

template <class U>
using TakeEach = std::function<void(const U&)>;

// A list of objects, which the getter hands out one by one. What it reads must last until the page
// is written.
template <const auto& members, bool a_line_each = false, class F>
constexpr auto each(std::string_view key, diag::Words doc, F) {
  using T = typename Getter<F>::Of;
  using U = SubjectOf<members>;
  Member<T> row = of_objects<T, members>(key, doc);
  row.list = true;
  row.get = [](const T& of, In& in) -> std::optional<Node<Named>> {
    return Node<Named>{
        OneByOne<Named>{[&of, &in](const Take<Named>& take) {
                          F{}(of, in, [&](const U& one) {
                            auto node = object(Members<U>(members), one, in);
                            in.spend(2 * size_of(node));  // as it is kept, and as it is written
                            take(std::move(node));
                          });
                        },
                        a_line_each}};
  };
  return row;
}

// A list of objects that the page keeps as a whole; the getter gives them. It is there three times:
// with its names, as they are shown, and as it is written.
template <const auto& members, class F>
constexpr auto list_of(std::string_view key, diag::Words doc, F) {
  using T = typename Getter<F>::Of;
  using U = SubjectOf<members>;
  Member<T> row = of_objects<T, members>(key, doc);
  row.list = true;
  row.get = [](const T& of, In& in) -> std::optional<Node<Named>> {
    List<Named> list;
    for (const U& one : call_getter<F>(of, in)) {
      list.push_back(object(Members<U>(members), one, in));
      in.spend(3 * size_of(list.back()));
    }
    return Node<Named>{std::move(list)};
  };
  return row;
}

// A row whose key is left out where there is nothing to say.
template <class T, class W>
constexpr Member<T> left_out_unless(Member<T> row, W when) {
  row.always = false;
  row.nullable = false;
  row.when = when;
  return row;
}

// An object of which the getter makes all.
template <class F>
constexpr auto fields_member(std::string_view key, diag::Words doc, F getter) {
  auto row = member(key, doc, getter);
  row.sort = Sort::object;
  row.own_keys = true;
  row.inside = [] { return std::vector<Described>{{{}, {}, Sort::any}}; };
  return row;
}

// An object of numbers. Its keys must last until the page is written.
template <class F>
constexpr auto counts(std::string_view key, diag::Words doc, F) {
  using T = typename Getter<F>::Of;
  Member<T> row;
  row.key = key;
  row.doc = doc;
  row.sort = Sort::object;
  row.own_keys = true;
  row.inside = [] { return std::vector<Described>{{{}, {}, Sort::integer}}; };
  row.get = [](const T& of, In& in) -> std::optional<Node<Named>> {
    Object<Named> made;
    for (const auto& [id, count] : call_getter<F>(of, in)) {
      made.push_back({std::string_view(id), {Cell<Named>(static_cast<std::int64_t>(count))}});
    }
    return Node<Named>{std::move(made)};
  };
  return row;
}

}  // namespace zsup::view
