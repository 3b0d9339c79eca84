// What tells one diagnostic from another across commits, for services that show which problems are
// new. For the renderers.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "diag/locate.h"

namespace zsup::diag {

// Asked for every diagnostic of a report, once and in order.
//
// A fingerprint is the 128-bit FNV-1a hash, as 32 hexadecimal digits, of the code, the path from
// the register's root, the id of the record, the message, and the ordinal among those that agree in
// all of that. So it stays when lines come and go, depends neither on the language, nor on where
// the register lies in its repository or the run was started, and is unique within the report.
class Fingerprints {
 public:
  explicit Fingerprints(Locator& locator) : locator_(locator) {}

  std::string next(const Diagnostic& diagnostic);
  std::string next(const NotRead& one);

 private:
  std::string next(std::initializer_list<std::string_view> fields);

  Locator& locator_;
  std::map<std::string, std::size_t> seen_;
};

}  // namespace zsup::diag
