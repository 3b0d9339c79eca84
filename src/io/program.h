// Runs another program, without a shell, and gathers what it writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "io/error.h"

namespace zsup::io {

struct Command {
  std::vector<std::string> words;        // the program, looked up in PATH, and its arguments
  std::vector<std::string> environment;  // all of it, as NAME=VALUE
  std::chrono::milliseconds patience{30'000};
  std::uint64_t most_output = 256U << 20;  // bytes, of both streams together
};

struct Finished {
  int exit_code = 0;  // 128 + the signal's number when one ended it
  std::string output;
  std::string errors;
};

// Fails with `not_found` when there is no such program, `timed_out` when it was ended for want of
// patience, `too_large` for its output. Its standard input is empty. The error's path is the
// program.
Result<Finished> run(const Command& command);

}  // namespace zsup::io
