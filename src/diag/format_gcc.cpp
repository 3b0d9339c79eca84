#include <fmt/core.h>

#include "diag/format.h"
#include "diag/locate.h"
#include "text/visible.h"

namespace zsup::diag {

namespace {

// Editors and problem matchers know these words only.
std::string_view gcc_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
    case Severity::off:
      break;
  }
  return "note";
}

// A whole file counts as its first character, so that an editor can jump there; what belongs to no
// file is said by the program itself, as GCC does.
std::string head(const Location& location) {
  if (!location.in_file) return "zsup:";
  return fmt::format("{}:{}:{}:", text::visible(location.path), location.begin.line,
                     location.begin.column);
}

}  // namespace

std::string render_gcc(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += fmt::format("{} {}: {} [{}]\n", head(locator.locate(diagnostic.place)),
                       gcc_severity(diagnostic.severity),
                       text::visible(diagnostic.message.in(options.lang)), diagnostic.code.name());
    for (const Related& related : diagnostic.related) {
      out += fmt::format("{} note: {}\n", head(locator.locate(related.place)),
                         text::visible(related.message.in(options.lang)));
    }
  }
  return out;
}

}  // namespace zsup::diag
