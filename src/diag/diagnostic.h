// What a diagnostic is, and where diagnostics are gathered.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diag/code.h"
#include "diag/say.h"
#include "text/span.h"

namespace zsup::diag {

// A second place that helps to understand the first.
struct Related {
  text::Place place;
  Text message;
};

// A replacement of the bytes of `place` that is certainly right.
struct Edit {
  text::Place place;
  std::string replacement;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  text::Place place;
  Text message;  // what is wrong, as observed
  Text help;     // what to do; may be empty
  std::vector<Related> related;
  std::vector<Edit> fix;  // applied together by `check --fix`; empty when no fix is certain
  bool waived = false;    // set aside by a waiver, and then of severity info
};

// Gathers diagnostics in the order in which they are found. Severity is the catalogue's default
// until the register's own settings are applied.
class Sink {
 public:
  Diagnostic& add(Code code, text::Place place, Text message, Text help = {}) {
    return list_.emplace_back(
        Diagnostic{code, Severity::error, place, std::move(message), std::move(help), {}, {}, false});
  }

  std::vector<Diagnostic>& list() { return list_; }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace zsup::diag
