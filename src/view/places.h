// Where a record says something, as people and scripts are told it.
#pragma once

#include <optional>
#include <string>

#include "register/register.h"
#include "text/line_index.h"
#include "view/page.h"

namespace zsup::view {

class Places {
 public:
  explicit Places(const reg::Register& reg) : reg_(reg), lines_(reg.sources) {}

  // None for what stands in no file, or for the file as a whole.
  std::optional<Named> file(text::Place place) const;
  std::optional<std::int64_t> line(text::Place place);  // counted from 1
  Link<Named> link(text::Place place);
  std::string where(text::Place place);  // findings/a.yaml:12; empty where there is none

 private:
  const reg::Register& reg_;
  text::LineIndexes lines_;
};

}  // namespace zsup::view
