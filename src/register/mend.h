// Applying the fixes that diagnostics carry to the bytes of one file, as far as they are certain to
// make it better.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "register/load.h"

namespace zsup::reg {

struct Mended {
  std::string bytes;
  std::size_t applied = 0;  // diagnostics whose fix is in `bytes`
  std::size_t refused = 0;  // those whose fix would have brought other mistakes
};

// Applies the fixes of `found`, all of which lie in this file, together. Of two that overlap the
// first is applied; the other waits for the next round, as does what comes to light only when the
// file is read again. The edits of one diagnostic are applied all or not at all.
//
// The result is read again, and must be better: mistakes of an earlier stage of reading are gone
// (bytes, syntax, repeated keys, kind, keys, values), and none of the same or an earlier stage has
// come. What a mistake had hidden from later stages may come to light. A fix of what only a rule
// knows need not show in the file by itself, and passes when nothing has come. Where all fixes
// together do not pass, each is tried by itself, as long as `to_try` lasts: a try costs a reading
// of the file, whose bytes are taken off it.
Mended mend(std::string_view bytes, text::SourceId source, bool settings,
            std::span<const diag::Diagnostic* const> found, const LoadOptions& options,
            std::size_t& to_try);
// For all files of a run.
inline constexpr std::size_t most_bytes_tried = 32'000'000;
inline Mended mend(std::string_view bytes, text::SourceId source, bool settings,
                   std::span<const diag::Diagnostic* const> found, const LoadOptions& options) {
  std::size_t to_try = most_bytes_tried;
  return mend(bytes, source, settings, found, options, to_try);
}

}  // namespace zsup::reg
