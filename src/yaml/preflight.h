// What is looked at before anything is parsed: size, encoding, and characters that have no business
// in a record. The readers behind it may rely on clean bytes: valid UTF-8, no control characters
// but tab and line ends, carriage returns only before line feeds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "text/span.h"
#include "yaml/slice.h"

namespace zsup::yaml {

struct Preflight {
  bool readable = false;           // false: nothing of the file can be parsed
  std::uint32_t begin = 0;         // of the text, behind a byte order mark
  std::vector<std::uint32_t> bad;  // offsets that readers must not meet, ascending
  // From here on there are too many of them to be listed: nothing behind is parsed.
  std::uint32_t unreadable_from = UINT32_MAX;
};

Preflight preflight(std::string_view bytes, text::SourceId source, std::uint32_t limit,
                    diag::Sink& sink);

// One diagnostic a conflict, as long as there are not too many.
void report_conflicts(const std::vector<Conflict>& conflicts, text::SourceId source,
                      diag::Sink& sink);

}  // namespace zsup::yaml
