// A record file to fill in, for `zsup new`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diag/say.h"
#include "record/example.h"
#include "record/vocabulary.h"

namespace zsup::record {

struct ScaffoldOptions {
  diag::Lang lang = diag::Lang::zh;       // of the comments
  Spelling spelling = Spelling::chinese;  // of keys and words
  std::string schema;                     // what `$schema=` names, as seen from the file; or empty
  // Values of fields by either spelling of their keys, as text. Keys that the kind does not have
  // are passed over.
  std::vector<std::pair<std::string, std::string>> values;
};

// Every field with its explanation as a comment: those that are required, without a value where
// none is given, so that `zsup check` asks for it; then the others, each commented out behind `# `
// with its example unless a value is given. A value reads back as exactly that text; one of a list
// is divided at its commas; one that is written as a YAML list or mapping, in [] or {}, stands as
// it is where the field takes one.
std::string scaffold(Kind kind, const ScaffoldOptions& options);

}  // namespace zsup::record
