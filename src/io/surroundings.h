// What surrounds the process: its environment, its clock, its machine. Read here and nowhere else,
// once, by main and the commands; everything deeper gets what it needs as an argument.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace zsup::io {

// The environment variables that zsup heeds; one that is not set is nothing, one set to "" is "".
struct Environment {
  using Variable = std::optional<std::string>;
  Variable lc_all;
  Variable lc_messages;
  Variable lang;
  Variable no_color;
  Variable clicolor_force;
  Variable term;
  Variable columns;
  Variable source_date_epoch;
  Variable home;
};

Environment read_environment();

// This moment, in seconds from 1970-01-01 00:00 UTC; with a SOURCE_DATE_EPOCH that is a number and
// lies in a year that dates may have, that moment instead, so that a run can be repeated.
std::int64_t moment(const Environment& environment);

// The processors that this process may use, at least 1.
unsigned available_processors();

// To be called first thing in main. Puts something in place of standard streams that are closed, so
// that no file is ever taken for one of them; reading or writing there is an error. Makes writing to
// a closed pipe an error and not a signal; ends the process with 128 and the signal's number on
// Ctrl-C and its like, but not while files are half written (interrupt.h).
void settle_in();

}  // namespace zsup::io
