// What is in force, and where each value came from → a page.
#pragma once

#include <string>
#include <vector>

#include "diag/say.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

struct Setting {
  std::string key;  // "as_of", "severity.ZS403"
  diag::Words label;
  std::string value;   // canonical; empty: not set
  diag::Text shown;    // where people see it otherwise
  std::string source;  // "--lang", "NO_COLOR", "zsup.yaml:3", "default"
};

// The settings must last until the page is written.
Page<Named> settings_page(const std::vector<Setting>& settings, diag::Lang lang);
std::vector<Described> settings_keys();

}  // namespace zsup::view
