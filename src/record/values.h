// What a field of a record can hold. Everything here is trivially destructible and lives in the
// arena of the file that it was read from; texts are views into that file's bytes or its arena.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "record/vocabulary.h"
#include "text/span.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::record {

struct Record;

// The span of a value that stands in the file and could not be read; it counts as not given. No
// value stands at the first byte of a file.
constexpr text::Span unreadable_at(std::uint32_t begin) {
  return {begin, 0};
}

// A value together with where it stands; not given when the field is absent or was not readable.
// What could not be read has been told, and is no ground for saying that something is missing.
template <class T>
struct Given {
  T value{};
  text::Span span;

  explicit operator bool() const { return span.given(); }
  bool unreadable() const { return !span.given() && span.begin != 0; }
  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

template <class T>
struct List {
  std::span<T> items;
  text::Span span;

  explicit operator bool() const { return span.given(); }
  bool unreadable() const { return !span.given() && span.begin != 0; }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }
  T* begin() { return items.data(); }
  T* end() { return items.data() + items.size(); }
  const T* begin() const { return items.data(); }
  const T* end() const { return items.data() + items.size(); }
  const T& operator[](std::size_t at) const { return items[at]; }
};

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
