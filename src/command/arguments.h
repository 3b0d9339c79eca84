// What the user asked for, once the words of the command line have been sorted out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::command {

class Arguments {
 public:
  bool has(std::string_view option) const { return values_.contains(std::string(option)); }

  // The last value of an option, as other tools take it.
  std::optional<std::string> value(std::string_view option) const {
    const auto at = values_.find(std::string(option));
    if (at == values_.end() || at->second.empty()) return std::nullopt;
    return at->second.back();
  }
  std::string value_or(std::string_view option, std::string_view otherwise) const {
    return value(option).value_or(std::string(otherwise));
  }
  const std::vector<std::string>& values(std::string_view option) const {
    static const std::vector<std::string> none;
    const auto at = values_.find(std::string(option));
    return at == values_.end() ? none : at->second;
  }

  const std::vector<std::string>& words() const { return words_; }

  void add(std::string option, std::vector<std::string> values) {
    values_[std::move(option)] = std::move(values);
  }
  void set_words(std::vector<std::string> words) { words_ = std::move(words); }

 private:
  std::map<std::string, std::vector<std::string>>
      values_;                      // by name without dashes; flags have none
  std::vector<std::string> words_;  // what belongs to no option
};

}  // namespace zsup::command
