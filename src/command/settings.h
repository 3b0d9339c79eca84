// What is in force when several places may say it, and which of them did: the one place that knows
// their order.
#pragma once

#include <optional>
#include <string_view>

#include "command/arguments.h"
#include "io/surroundings.h"
#include "record/vocabulary.h"

namespace zsup::command {

// Where what is in force comes from: an option, a variable of the environment, "default", or the
// register's own zsup.yaml (`register_says`), of which the place in the file tells more.
inline constexpr std::string_view register_says = "zsup.yaml";

template <class T>
struct Chosen {
  T value;
  std::string_view from;
};

// --lang, else the register's `lang`, else the environment's language, else Chinese. Nothing is
// known of the register before it is read.
Chosen<diag::Lang> language(const Arguments& arguments, const io::Environment& environment,
                            std::optional<record::Language> of_register);

// --color, else NO_COLOR and CLICOLOR_FORCE, else whether a terminal shows it.
Chosen<bool> color(const Arguments& arguments, const io::Environment& environment, bool terminal);

// Which day counts as today: --as-of, else the register's `as_of`, else SOURCE_DATE_EPOCH.
std::string_view as_of_from(const Arguments& arguments, const io::Environment& environment,
                            bool register_has_one);

}  // namespace zsup::command
