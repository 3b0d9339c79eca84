// `zsup check --fix` and `--diff`: rounds of mending and reading again, until nothing changes.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "command/session.h"

namespace zsup::command {

struct FixedFile {
  std::string before;  // as it was read
  std::string after;
  std::size_t applied = 0;
};

struct Fixes {
  std::map<std::string, FixedFile> files;  // those that change, by path
  std::size_t applied = 0;
  std::map<std::string, std::size_t> refused;  // by path, how many would bring other mistakes
  bool unfinished = false;                     // there may be more, left for another run
};

// What the fixes of the diagnostics that `wanted` picks make of the register's files; nothing is
// written. The session's register and diagnostics are then those of the fixed files, whose bytes
// lie in `fixes`, which must outlive them. `standard_input` stands for a file, unless its path is
// empty.
void find_fixes(Session& session, const reg::Substitute& standard_input,
                const std::function<bool(const diag::Diagnostic&)>& wanted, Fixes& fixes);

// Writes the fixed files, each whole or not at all. A file that has changed meanwhile or may not be
// written is told of and left as it is, and the others are still written. Whether all went well.
bool write_fixes(Session& session, const reg::Substitute& standard_input, Fixes& fixes);

// "corrected 3 places in 2 files", or what would be.
diag::Text fixes_line(const Fixes& fixes, bool written);

// One difference after the other.
std::string diff_of(const Fixes& fixes);

}  // namespace zsup::command
