// The commands: one table row each drives the parser, the help, the man page and the completions;
// one file each does the work.
#pragma once

#include <span>
#include <string_view>

#include "command/arguments.h"
#include "diag/say.h"

namespace zsup::command {

class Session;

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
