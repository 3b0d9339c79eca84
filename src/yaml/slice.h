// Where the documents of a file begin and end. A line that begins with `---` or `...` can stand
// inside no scalar, so a file is divided before anything is parsed, and an error in one document
// leaves the others readable.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace zsup::yaml {

// The bytes of one document within its file.
struct Slice {
  enum class Opening : std::uint8_t {
    file,    // the beginning of the file
    dashes,  // a `---` line, whose three dashes are the slice's first bytes
    dots,    // a `...` line; the slice begins behind the three dots
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Opening opening = Opening::file;
};

// The marker lines of one merge conflict; lines that are missing are not given.
struct Conflict {
  text::Span ours;    // <<<<<<<
  text::Span middle;  // =======
  text::Span theirs;  // >>>>>>>
};

struct Division {
  std::vector<Slice> slices;  // at least one, in order, together all bytes from `begin`
  std::vector<Conflict> conflicts;
};

// Divides the bytes from `begin` on. Linear, and close to memory speed.
Division divide(std::string_view bytes, std::uint32_t begin);

}  // namespace zsup::yaml
