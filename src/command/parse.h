// The words of the command line → a command and its arguments, as the command table says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command/arguments.h"
#include "command/command.h"

namespace zsup::command {

struct Parsed {
  const CommandRow* command = nullptr;  // null: none was named
  Arguments arguments;
  bool help = false;
  bool version = false;
  std::optional<diag::Text> wrong;  // what is wrong with the words
  diag::Text hint;
};

Parsed parse(const std::vector<std::string>& words);

}  // namespace zsup::command
