// Bytes of all files → records, in parallel, merged in the order of their paths.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/file_system.h"
#include "register/register.h"
#include "value/date.h"
#include "yaml/reader.h"

namespace zsup::reg {

// Bytes that stand in for a file of the register, such as an editor's unsaved text.
struct Substitute {
  std::string path;  // relative to the root
  std::string_view bytes;
  bool too_large = false;  // more than the limit; there are no bytes then
};

struct LoadOptions {
  value::Date today;
  std::optional<value::Date> now = std::nullopt;  // instead of `as_of` of zsup.yaml, else today
  // The day that it is in a time zone, or nothing where there is no such zone; in place of `today`.
  std::function<std::optional<value::Date>(std::string_view zone)> today_in = nullptr;
  unsigned threads = 1;
  yaml::Reader reader = yaml::Reader::automatic;
  yaml::Limits limits;
  std::vector<Substitute> substitutes;       // sorted by path, each once
  std::atomic<std::size_t>* read = nullptr;  // counts the files that have been read, if given
  // As those who mend files want it.
  diag::Sink::Keeps keeps = diag::Sink::Keeps::as_read;
};

// Reads zsup.yaml and every record, and links them. What is wrong is in `found`, in no order yet.
// The file system and the substitutes' bytes must outlive the register.
Register load(const io::FileSystem& files, const LoadOptions& options);

// What one file gives by itself, without the register around it.
struct Alone {
  std::vector<diag::Diagnostic> found;
  std::size_t records = 0;
};

// Reads the bytes of zsup.yaml (`settings`) or of a file of records; places are in `source`.
Alone read_alone(std::string_view bytes, text::SourceId source, bool settings,
                 const LoadOptions& options);

// The sentence for an error of the file system.
diag::Text describe(const io::Error& error);

}  // namespace zsup::reg
