// What the catalogue tells about one code, for renderers that hand it on.
#pragma once

#include <string_view>

#include "diag/code.h"
#include "diag/say.h"

namespace zsup::diag {

// How an example is written.
enum class ExampleForm : std::uint8_t {
  text,     // as it stands in the file
  escaped,  // with \\, \t, \xNN (a byte), \uNNNN (a character), \*N{TEXT} (TEXT, N times)
  whole,  // as it stands in the one file of a register; the others stand beside a few more records
  listing,  // of the file, what `ls -l` shows or, beginning with H or S, what `git ls-files -t`
            // does
};

struct RuleInfo {
  Code code;
  std::string_view name;                // a short name in English, kebab-case: "dangling-reference"
  Severity severity = Severity::error;  // unless the register's settings say otherwise
  bool firm =
      false;        // no setting lowers it and no waiver sets it aside: what breaks it is not read
  Words summary;    // one sentence: what is wrong
  Words rationale;  // why it matters
  Words bad;        // a record that breaks the rule, as YAML
  Words good;       // the same, put right
  std::string_view help_uri = {};  // a page about the rule; may be empty
  ExampleForm example_form = ExampleForm::text;
  std::string_view example_file = {};  // the file that the examples are; empty: one of records
};

}  // namespace zsup::diag
