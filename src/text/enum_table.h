// A row, or a value, for every one of an enumeration, in its order.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace zsup::text {

// Whether an enumeration has a name for a value: both compilers write "Kind::org" where it has one,
// and "(Kind)15" where it has none.
template <auto Value>
consteval bool has_name() {
  std::string_view written = __PRETTY_FUNCTION__;
  written = written.substr(written.rfind('=') + 1);
  written = written.substr(0, written.find_first_of(";]"));
  const std::size_t digits = written.find_last_not_of("0123456789") + 1;
  return digits == written.size() || written[digits - 1] != ')';
}

// How many enumerators an enumeration has, which are numbered from 0 on: nobody has to count them.
template <class E, std::size_t From = 0>
consteval std::size_t count_of() {
  static_assert(From < 250, "an enumeration of that many is none of ours");
  if constexpr (has_name<static_cast<E>(From)>()) {
    return count_of<E, From + 1>();
  } else {
    return From;
  }
}

// All enumerators, in their order.
template <class E>
inline constexpr auto every = []<std::size_t... At>(std::index_sequence<At...>) {
  return std::array<E, sizeof...(At)>{static_cast<E>(At)...};
}
(std::make_index_sequence<count_of<E>()>());

// Whether rows that name their enumerator themselves are there for every one, in their order.
template <class Rows, class Row, class E>
consteval bool in_order_of(const Rows& rows, E Row::*key) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows[at].*key != static_cast<E>(at)) return false;
  }
  return rows.size() == count_of<E>();
}

// A value for every enumerator.
template <class E, class T>
struct Each {
  static constexpr std::size_t count = count_of<E>();

  std::array<T, count> all{};

  constexpr T& operator[](E key) { return all.at(static_cast<std::size_t>(key)); }
  constexpr const T& operator[](E key) const { return all.at(static_cast<std::size_t>(key)); }
};

// A row for every enumerator, known at compile time. Each row is written with the enumerator that
// it belongs to: one that is missing, or that stands out of order, does not compile.
template <class E, class Row>
class Table {
 public:
  static constexpr std::size_t count = count_of<E>();

  struct Entry {
    E key;
    Row row;
  };

  template <std::size_t Entries>
  consteval Table(const Entry (&entries)[Entries])  // NOLINT: a list of rows is a table
      : Table(entries, std::make_index_sequence<count>()) {
    static_assert(Entries == count, "every enumerator has its row");
    for (std::size_t at = 0; at < count; ++at) {
      if (entries[at].key != static_cast<E>(at)) throw std::logic_error("a row is out of order");
    }
  }

  constexpr const Row& operator[](E key) const { return rows_.at(static_cast<std::size_t>(key)); }

  static constexpr std::size_t size() { return count; }
  constexpr std::span<const Row> rows() const { return rows_; }
  constexpr auto begin() const { return rows_.begin(); }
  constexpr auto end() const { return rows_.end(); }

 private:
  template <std::size_t Entries, std::size_t... At>
  consteval Table(const Entry (&entries)[Entries], std::index_sequence<At...>)
      : rows_{entries[At].row...} {}

  std::array<Row, count> rows_;
};

}  // namespace zsup::text
