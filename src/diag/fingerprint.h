// What tells one diagnostic from another across commits, for services that show which problems are
// new. For the renderers.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "diag/locate.h"

namespace zsup::diag {

// Asked for every diagnostic of a report, once and in order.
//
// A fingerprint is the 128-bit FNV-1a hash, as 32 hexadecimal digits, of the path, the code, the
// text of the line with runs of blanks made one space (its first 512 bytes), and the ordinal among
// those that agree in all of that. So it stays when lines above come and go or indentation changes,
// does not depend on the language, and is unique within the report.
class Fingerprints {
 public:
  explicit Fingerprints(Locator& locator) : locator_(locator) {}

  std::string next(const Diagnostic& diagnostic);

 private:
  Locator& locator_;
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace zsup::diag
