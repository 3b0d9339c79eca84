// What the user asked for, once the words of the command line have been sorted out.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "command/option.h"

namespace zsup::command {

class Arguments {
 public:
  bool has(const OptionRow& option) const { return values_.contains(option.name); }

  // The last value of an option, as other tools take it.
  std::optional<std::string> value(const Option<std::string>& option) const {
    return written(option);
  }
  template <class E>
  requires std::is_enum_v<E> std::optional<E> value(const Option<E>& option)
  const {
    const auto text = written(option);
    if (!text) return std::nullopt;
    const auto at = std::find(option.choices.begin(), option.choices.end(), *text);
    if (at == option.choices.end()) return std::nullopt;
    return option.meant[static_cast<std::size_t>(at - option.choices.begin())];
  }
  template <class T>
  T value_or(const Option<T>& option, std::type_identity_t<T> otherwise) const {
    return value(option).value_or(std::move(otherwise));
  }
  // All values, in their order.
  const std::vector<std::string>& values(const Option<std::vector<std::string>>& option) const {
    static const std::vector<std::string> none;
    const auto at = values_.find(option.name);
    return at == values_.end() ? none : at->second;
  }
  // As it was written, for who asks whatever the type is.
  std::optional<std::string> written(const OptionRow& option) const {
    const auto at = values_.find(option.name);
    if (at == values_.end() || at->second.empty()) return std::nullopt;
    return at->second.back();
  }

  const std::vector<std::string>& words() const { return words_; }

  void add(const OptionRow& option, std::vector<std::string> values) {
    values_[option.name] = std::move(values);
  }
  void set_words(std::vector<std::string> words) { words_ = std::move(words); }

 private:
  // By the names of the options, which live as long as the program; flags have no values.
  std::map<std::string_view, std::vector<std::string>> values_;
  std::vector<std::string> words_;  // what belongs to no option
};

}  // namespace zsup::command
