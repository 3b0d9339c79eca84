// An option of the command line: one object, declared once with the type of its value. The parser,
// the help, the man page and the completions read it as a row, and whoever wants its value asks by
// the object, so that a slip in a name does not compile.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "text/enum_table.h"

namespace zsup::command {

// What the words of a position or the value of an option are, for help and completion.
enum class Takes : std::uint8_t {
  nothing,  // a flag
  text,
  number,
  date,
  period,
  file,
  folder,
  leader,  // the id of a record of that kind
  org,
  kind,
  code,
  revision,
  choice,  // one of `choices`
  field,   // key=value, with a field of the kind that the first word names
  letter_type,
};

struct OptionRow {
  std::string_view name;             // "--format"
  std::string_view short_name = {};  // "-f", or empty
  Takes takes = Takes::nothing;
  diag::Words value = {};  // what stands for the value in help: {"日期", "DATE"}
  diag::Words help = {};
  std::span<const std::string_view> choices = {};
  std::span<const std::string_view> chinese = {};  // how the choices read, which is taken as well
  bool repeated = false;                           // may be given several times
  bool hidden = false;                             // for tests; not in help
};

// T is std::string, std::vector<std::string> for an option that may be repeated, or an enumeration.
template <class T>
struct Option : OptionRow {
  std::span<const T> meant = {};  // by the choices of an enumeration, in their order
};

// Is given or is not.
struct Flag : OptionRow {};

// For an option that takes one of an enumeration: those values that it takes, in the order of its
// help. Their names stand in a table; where they have Chinese ones too, these are taken as well.
constexpr std::string_view name_of(std::string_view name) {
  return name;
}
constexpr std::string_view name_of(diag::Words words) {
  return words.en;
}
template <const auto& names, auto... Meant>
inline constexpr std::array<std::string_view, sizeof...(Meant)> choices_of{
    name_of(names[Meant])...};
template <const auto& names, auto... Meant>
inline constexpr std::array<std::string_view, sizeof...(Meant)> chinese_of{names[Meant].zh...};
template <auto... Meant>
inline constexpr std::array meant_by{Meant...};

template <const auto& names, auto... Meant>
constexpr auto one_of(OptionRow row) {
  using E = typename decltype(meant_by<Meant...>)::value_type;
  row.takes = Takes::choice;
  row.choices = choices_of<names, Meant...>;
  if constexpr (requires { names[E{}].zh; }) row.chinese = chinese_of<names, Meant...>;
  return Option<E>{row, meant_by<Meant...>};
}

}  // namespace zsup::command
