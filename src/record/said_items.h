// What the items of a list say, however they are spelt.
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "record/values.h"

namespace zsup::record {

class SaidItems {
 public:
  struct Item {
    std::string_view said;
    text::Span span;
  };

  // Items of which nothing can be read are passed over.
  void add(std::string_view said, text::Span span) {
    if (span.given() && !said.empty()) items_.push_back({said, span});
  }
  // What an item says by two of its fields.
  void add(std::string_view first, std::string_view second, text::Span span) {
    if (span.given())
      add(together_.emplace_back(std::string(first) + " " + std::string(second)), span);
  }

  const std::vector<Item>& items() const { return items_; }
  void clear() {
    items_.clear();
    together_.clear();
  }

 private:
  std::vector<Item> items_;
  std::list<std::string> together_;
};

}  // namespace zsup::record
