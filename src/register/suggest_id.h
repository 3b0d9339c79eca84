// "Did you mean" for ids: the nearest id of a record that may stand at a place.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "record/field.h"
#include "text/edit_distance.h"

namespace zsup::reg {

class Register;

// Made when it is first needed, since most registers need it never; several threads may ask.
class IdSuggester {
 public:
  explicit IdSuggester(const Register& reg) : reg_(reg) {}

  std::optional<std::string_view> nearest(std::string_view id, record::KindSet kinds);
  // The ids of the records of these kinds that are called so: people write the name of a unit as
  // readily as its id. Names are compared as text/name_fold.h has it.
  std::vector<std::string_view> called(std::string_view name, record::KindSet kinds);
  // What to say of a name that stands where an id is wanted; empty where nothing is called so.
  diag::Text name_for_id(std::string_view name, record::KindSet kinds);

 private:
  void learn_names();

  const Register& reg_;
  std::mutex mutex_;
  std::map<record::KindSet, text::Suggester> by_kinds_;
  bool knows_names_ = false;
  std::map<std::string, std::vector<const record::Record*>> by_name_;
};

}  // namespace zsup::reg
