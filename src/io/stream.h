// The standard streams: every byte that is written is known to have been taken, or not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/error.h"
#include "io/surroundings.h"

namespace zsup::io {

enum class Standard : std::uint8_t { input = 0, output = 1, error = 2 };

// Gathers what is written to a standard stream and passes it on in large pieces. After the first
// failure everything else is dropped.
class Stream {
 public:
  explicit Stream(Standard which) : descriptor_(static_cast<int>(which)) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  void write(std::string_view bytes);

  // Passes everything on. A reader that has gone away (`closed`) is not a fault of this run and
  // should end it quietly; anything else is an error that must be told and ends with exit code 3.
  // Call it before the process ends: nothing is written by the destructor, which could not tell of
  // a failure.
  [[nodiscard]] Failure flush();

  // Whether writing more is in vain.
  bool failed() const { return failure_.has_value(); }

 private:
  void pass_on();

  int descriptor_;
  std::string waiting_;
  Failure failure_;
};

// Everything on standard input, up to `limit` bytes; the path of an error is "-".
Result<std::string> read_standard_input(std::uint64_t limit);

bool is_terminal(Standard which);

// The cells that a line of the terminal has: COLUMNS where it is a sensible number, else what the
// terminal says, else `otherwise`.
int terminal_width(Standard which, const Environment& environment, int otherwise = 80);

}  // namespace zsup::io
