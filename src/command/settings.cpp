#include "command/settings.h"

#include "command/options.h"

namespace zsup::command {

using diag::Lang;

namespace {

bool is_set(const std::optional<std::string>& variable) {
  return variable && !variable->empty();
}

}  // namespace

Chosen<Lang> language(const Arguments& arguments, const io::Environment& environment,
                      std::optional<record::Language> of_register) {
  if (const auto wanted = arguments.value(lang_option)) return {*wanted, lang_option.name};
  if (of_register) {
    return {*of_register == record::Language::en ? Lang::en : Lang::zh, register_says};
  }
  const auto of = [](const std::string& locale) {
    return locale.starts_with("en") ? Lang::en : Lang::zh;
  };
  if (is_set(environment.lc_all)) return {of(*environment.lc_all), "LC_ALL"};
  if (is_set(environment.lc_messages)) return {of(*environment.lc_messages), "LC_MESSAGES"};
  if (is_set(environment.lang)) return {of(*environment.lang), "LANG"};
  return {Lang::zh, "default"};
}

Chosen<bool> color(const Arguments& arguments, const io::Environment& environment, bool terminal) {
  const Color wanted = arguments.value_or(color_option, Color::automatic);
  if (wanted != Color::automatic) return {wanted == Color::always, color_option.name};
  if (is_set(environment.no_color)) return {false, "NO_COLOR"};
  if (is_set(environment.clicolor_force) && *environment.clicolor_force != "0") {
    return {true, "CLICOLOR_FORCE"};
  }
  if (environment.term == "dumb") return {false, "TERM"};
  return {terminal, "default"};
}

std::string_view as_of_from(const Arguments& arguments, const io::Environment& environment,
                            bool register_has_one) {
  if (arguments.has(as_of_option)) return as_of_option.name;
  if (register_has_one) return register_says;
  return environment.source_date_epoch ? "SOURCE_DATE_EPOCH" : "today";
}

}  // namespace zsup::command
