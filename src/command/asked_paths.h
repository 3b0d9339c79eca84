// The paths that `check` was given: what of the register they narrow a report to, and why what one
// of them names was not read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "command/session.h"
#include "diag/report.h"

namespace zsup::command {

class AskedPaths {
 public:
  // Takes a word of the command line, counted from the folder of the start. Stops where there is
  // nothing of that name.
  void add(Session& session, const std::string& word);

  bool any() const { return !paths_.empty(); }
  std::size_t count() const { return paths_.size(); }
  // Whether a file of the register is one that was asked for, or lies below a folder that was.
  bool keeps(std::string_view path) const;

  // Asked once the register has been read: what of the paths is no part of it, with the reason.
  std::vector<diag::NotRead> not_read(Session& session) const;

 private:
  std::vector<std::string> paths_;  // from the register's root; with `..` where they lie outside
};

// A folder in which there is nothing to read yet is no mistake; whatever else was not read is one
// where nothing else was asked for.
bool is_mistake(const diag::NotRead& one);

}  // namespace zsup::command
