// The keys of the JSON of every command: for schemas/output/ and docs/json.md, and so for whoever
// reads the output.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "stats/statistics.h"
#include "view/member.h"

namespace zsup::view {

// A row of a table of members, with all that lies within.
struct Key {
  std::string name;
  diag::Text doc;
  Sort sort = Sort::text;
  bool nullable = false;
  bool always = true;
  bool list = false;
  bool own_keys = false;
  std::vector<std::string_view> words;
  std::vector<Key> inside;
};
std::vector<Key> keys_of(const std::vector<Described>& rows);

// Of statistics, which nest by the names in the keys of the cells.
std::vector<Key> statistics_keys(const stats::Statistics& statistics);

// The output of one command.
struct Output {
  std::string_view command;
  diag::Words what;
  std::vector<Key> (*keys)();
};
// In the order of the documentation.
inline constexpr std::size_t output_count = 10;
std::span<const Output, output_count> outputs();

// A JSON Schema, draft-07. Further keys are no mistake: readers pass over what they do not know.
std::string output_schema(const Output& output);
// docs/json.md
std::string json_page(diag::Lang lang);

}  // namespace zsup::view
