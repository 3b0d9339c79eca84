// Where a record says something, as people and scripts are told it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "register/register.h"
#include "text/line_index.h"

namespace zsup::render {

class Places {
 public:
  explicit Places(const reg::Register& reg) : reg_(reg), lines_(reg.sources) {}

  std::string file(text::Place place) const;
  std::string line(text::Place place);   // counted from 1; empty where there is none
  std::string where(text::Place place);  // findings/a.yaml:12
  // Puts `file` and `line` into an object, null where there is none.
  void put(nlohmann::ordered_json& object, text::Place place);

 private:
  const reg::Register& reg_;
  text::LineIndexes lines_;
};

}  // namespace zsup::render
