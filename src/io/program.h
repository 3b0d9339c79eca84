// Runs another program, without a shell, and gathers what it writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"

namespace zsup::io {

struct Command {
  std::vector<std::string> words;        // the program, looked up in PATH, and its arguments
  std::vector<std::string> environment;  // all of it, as NAME=VALUE
  std::chrono::milliseconds patience{30'000};
  std::uint64_t most_output = 256U << 20;  // bytes, of both streams together
  std::string_view input = {};             // what it reads from standard input
  // Given each piece of standard output as it comes, which is then not kept, and counts for nothing
  // above; false ends the program (`too_large`).
  std::function<bool(std::string_view)> take = nullptr;
};

struct Finished {
  int exit_code = 0;  // 128 + the signal's number when one ended it
  std::string output;
  std::string errors;
};

// Fails with `not_found` when there is no such program, `timed_out` when it was ended for want of
// patience, `too_large` for its output. The error's path is the program. What is written counts
// until the program ends: one that it has started and left behind is not waited for, though it may
// keep the streams open.
Result<Finished> run(const Command& command);

// The program of that name in the first folder of PATH that has it and lies outside of `shunned`
// (an absolute path without symbolic links); folders that are not named from the root are passed
// over. So nothing runs that lies where others put files.
std::optional<std::string> find_program(std::string_view name, std::string_view shunned);

}  // namespace zsup::io
