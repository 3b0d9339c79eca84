// "Did you mean" for ids: the nearest id of a record that may stand at a place.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "record/field.h"
#include "text/edit_distance.h"

namespace zsup::reg {

class Register;

// Made when it is first needed, since most registers need it never; several threads may ask.
class IdSuggester {
 public:
  explicit IdSuggester(const Register& reg) : reg_(reg) {}

  std::optional<std::string_view> nearest(std::string_view id, record::KindSet kinds);

 private:
  const Register& reg_;
  std::mutex mutex_;
  std::map<record::KindSet, text::Suggester> by_kinds_;
};

}  // namespace zsup::reg
