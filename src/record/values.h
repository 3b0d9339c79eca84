// What a field of a record can hold. Everything here is trivially destructible and lives in the
// arena of the file that it was read from; texts are views into that file's bytes or its arena.
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "record/vocabulary.h"
#include "text/span.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::record {

struct Record;

using Text = std::string_view;

// The identifier of a record: a lower-case ASCII slug, or Chinese words without spaces.
struct Id {
  std::string_view text;
};

// A reference to another record by id; `target` is set once all records are known, and stays null
// when there is no such record or it is of a kind that may not stand here.
struct Ref {
  std::string_view id;
  const Record* target = nullptr;
};

// Something that a leader is in charge of: an org (then `org` is set once all records are known),
// or a line of work by its name.
struct Charge {
  std::string_view text;
  const Record* org = nullptr;
};

// An attachment: a path relative to the register root.
struct Path {
  std::string_view text;
};

// One of a vocabulary's words, or a word of the register's own.
struct Word {
  std::string_view text;  // the id where the vocabulary knows the word, otherwise as written
};

// Whether an empty value says so itself: a text without characters, a reference to nothing. The
// first of an enumeration, the first day, no yuan and `false` are values like any other.
template <class T>
concept ShowsEmptiness =
    std::is_same_v<T, Text> || std::is_same_v<T, Id> || std::is_same_v<T, Ref> ||
    std::is_same_v<T, Charge> || std::is_same_v<T, Path> || std::is_same_v<T, Word>;

// A group of fields, each of which may be given or not: when the group is not given, none of them
// is. Values can be compared, groups cannot.
template <class T>
concept Group = std::is_class_v<T> && !ShowsEmptiness<T> && !std::equality_comparable<T>;

// A value together with where it stands; not given when the field is absent or was not readable.
// What could not be read has been told, and is no ground for saying that something is missing.
template <class T>
class Given {
 public:
  constexpr Given() = default;
  constexpr Given(T value, text::Span where) : span(where), value_(value) {}

  explicit operator bool() const { return span.given(); }
  bool unreadable() const { return span.unreadable(); }

  // Only of what is given: whoever has not asked takes `value_or`, or `or_empty` where an empty
  // value says that there is none.
  const T& operator*() const {
    assert(span.given());
    return value_;
  }
  const T* operator->() const {
    assert(Group<T> || span.given());
    return &value_;
  }
  T value_or(T otherwise) const { return span.given() ? value_ : otherwise; }
  const T& or_empty() const requires(ShowsEmptiness<T> || Group<T>) { return value_; }
  // What a reference leads to; null when it is not given or leads nowhere.
  const Record* target() const requires(std::is_same_v<T, Ref>) { return value_.target; }

  // For whoever reads the file or links the records, and fills it in.
  T& to_fill() { return value_; }

  text::Span span;

 private:
  T value_{};
};

template <class T>
struct List {
  std::span<T> items;
  text::Span span;

  explicit operator bool() const { return span.given(); }
  bool unreadable() const { return span.unreadable(); }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }
  T* begin() { return items.data(); }
  T* end() { return items.data() + items.size(); }
  const T* begin() const { return items.data(); }
  const T* end() const { return items.data() + items.size(); }
  const T& operator[](std::size_t at) const { return items[at]; }
};

// A named whole number, such as a measure and its minimum.
struct Count {
  Given<Text> name;
  Given<std::int64_t> number;
};

// A rule's code and the severity that the register gives it.
struct Setting {
  Given<Text> code;
  Given<Severity> level;
};

}  // namespace zsup::record
