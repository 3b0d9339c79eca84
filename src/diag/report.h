// Everything that one check found, ready to be shown in any format.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/say.h"
#include "text/source.h"

namespace zsup::diag {

// A path that was asked for and is not part of what was read.
struct NotRead {
  std::string path;         // from the register's root; with `..` where it lies outside
  std::string_view reason;  // one word, for programs
  Text message;             // the reason
};

struct Report {
  const text::Sources& sources;         // must outlive the report
  std::vector<Diagnostic> diagnostics;  // those to be shown, sorted
  std::size_t files = 0;                // that were read
  std::size_t records = 0;
  std::size_t waived = 0;  // how many were set aside by a waiver, whether they are shown or not
  std::vector<NotRead> not_read = {};
  int exit_code = 0;  // of the run; only with 0 has anything passed
  // The id of the record that a place stands in, or nothing.
  std::function<std::string_view(const text::Place&)> record_at = {};
};

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

// Those that are only counted included.
Counts count(const std::vector<Diagnostic>& diagnostics);

// The order in which people read: by path, place, code and message; what belongs to no file comes
// first, what belongs to a whole file before what lies in it. What is equal in all of that keeps
// its order, so the result does not depend on how the work was divided as long as the input does
// not.
void sort(std::vector<Diagnostic>& diagnostics, const text::Sources& sources);

// "'a.txt' was not read: …", with the path as it is to be written.
Text not_read_line(const NotRead& one, std::string_view path);

// One line without a line break: how much was checked, and what was found.
std::string summary_line(const Report& report, Lang lang);

}  // namespace zsup::diag
