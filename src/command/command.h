// The commands: one table row each drives the parser, the help, the man page and the completions;
// one file each does the work.
#pragma once

#include <span>
#include <string_view>

#include "command/arguments.h"
#include "diag/say.h"

namespace zsup::command {

class Session;

// What the words of a position or the value of an option are, for help and completion.
enum class Takes : std::uint8_t {
  nothing,  // a flag
  text,
  number,
  date,
  period,
  file,
  folder,
  leader,  // the id of a record of that kind
  org,
  kind,
  code,
  revision,
  choice,  // one of `choices`
  field,   // key=value, with a field of the kind that the first word names
  letter_type,
};

struct OptionRow {
  std::string_view name;        // "--format"
  std::string_view short_name;  // "-f", or empty
  Takes takes = Takes::nothing;
  diag::Words value;  // what stands for the value in help: {"日期", "DATE"}
  diag::Words help;
  std::span<const std::string_view> choices = {};
  std::span<const std::string_view> chinese = {};  // how the choices read, which is taken as well
  bool repeated = false;                           // may be given several times
  bool hidden = false;                             // for tests; not in help
};

struct WordRow {
  Takes takes = Takes::text;
  diag::Words name;  // {"期间", "PERIOD"}
  diag::Words help;
  bool required = false;
  bool repeated = false;
  std::span<const std::string_view> choices = {};
};

struct Example {
  std::string_view line;  // what is typed, without the prompt
  diag::Words what;
};

struct CommandRow {
  std::string_view name;
  diag::Words summary;
  diag::Words detail;  // a paragraph; may be empty
  std::span<const WordRow> words;
  std::span<const OptionRow> options;
  std::span<const Example> examples;
  int (*run)(Session&, const Arguments&);
};

std::span<const CommandRow* const> commands();
const CommandRow* find_command(std::string_view name);
std::span<const OptionRow> common_options();   // of every command
std::span<const Example> overview_examples();  // of zsup as a whole

// Everything from the words of the command line to the exit code.
int run(int count, char** words);

enum Exit : int {
  clean = 0,
  findings = 1,
  usage = 2,
  failure = 3,
};

}  // namespace zsup::command
