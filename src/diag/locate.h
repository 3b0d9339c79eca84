// Where a place lies, in the terms that people and formats use. For the renderers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/format.h"
#include "text/line_index.h"
#include "text/span.h"

namespace zsup::diag {

struct Location {
  bool in_file = false;
  bool in_text = false;  // false: the file as a whole, or nothing; `begin` and `end` then are 1:1
  std::string path;      // as the options have it; raw bytes, so for the format to escape
  text::Position begin;
  text::Position end;  // one past the last character; equal to `begin` for an empty span
};

class Locator {
 public:
  Locator(const Report& report, const RenderOptions& options)
      : report_(report), options_(options), lines_(report.sources) {}

  Location locate(const text::Place& place);
  // The path from the register's root; "" for what lies in no file.
  std::string_view path_in_register(const text::Place& place) const;
  std::string_view record_at(const text::Place& place) const;
  const text::LineIndex& lines(text::SourceId source) { return lines_.of(source); }

 private:
  const Report& report_;
  const RenderOptions& options_;
  text::LineIndexes lines_;
};

// The path of a location, or, for formats in which everything must lie in a file, that of the
// register's own settings for what lies in none.
std::string path_or_register(const Location& location, const RenderOptions& options);

// "a.yaml:3:9: ", "" without a file.
std::string place_words(const Location& location);

// "help: …"
std::string help_words(const Diagnostic& diagnostic, Lang lang);

// What goes under a message in formats of plain text: the help, then a line a related place.
std::vector<std::string> further_lines(const Diagnostic& diagnostic, Locator& locator, Lang lang);

// "error", "warning", "info": the words of configuration and machine formats.
std::string_view severity_name(Severity severity);

}  // namespace zsup::diag
