// What a register's diagnostics were before a change, so that those that the change brought can be
// told from those that were there.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "register/register.h"

namespace zsup::rule {

// Two diagnostics are the same where code, record and message agree; of a diagnostic that stands in
// no record with an id, the file stands for the record. So what only moves, within a file or with
// it, is no other. Of several that are the same, as many are old as there were. One that a waiver
// set aside does not count as having been there when nothing sets it aside any more.
class Before {
 public:
  Before() = default;  // there was no register
  Before(const reg::Register& reg, const std::vector<diag::Diagnostic>& found);

  // Marks those that were there as `old`.
  void mark(const reg::Register& reg, std::vector<diag::Diagnostic>& found) const;

 private:
  struct Count {
    std::size_t open = 0;
    std::size_t waived = 0;
  };

  std::map<std::string, Count> known_;
  // How many were only counted, by code and file.
  std::map<std::string, std::size_t> more_;
};

}  // namespace zsup::rule
