#include "diag/locate.h"

#include <fmt/core.h>

namespace zsup::diag {

Location Locator::locate(const text::Place& place) {
  Location location;
  if (place.source >= report_.sources.size()) return location;
  location.in_file = true;
  location.path = options_.paths(report_.sources[place.source].path);
  if (!place.span.given()) return location;
  location.in_text = true;
  const text::LineIndex& lines = lines_.of(place.source);
  location.begin = lines.position(place.span.begin);
  location.end =
      place.span.end > place.span.begin ? lines.position(place.span.end) : location.begin;
  return location;
}

std::string_view Locator::path_in_register(const text::Place& place) const {
  return place.source < report_.sources.size()
             ? std::string_view(report_.sources[place.source].path)
             : std::string_view();
}

std::string_view Locator::record_at(const text::Place& place) const {
  return report_.record_at ? report_.record_at(place) : std::string_view();
}

std::string path_or_register(const Location& location, const RenderOptions& options) {
  return location.in_file ? location.path : options.paths("zsup.yaml");
}

std::string place_words(const Location& location) {
  if (!location.in_file) return {};
  return fmt::format("{}:{}:{}: ", location.path, location.begin.line, location.begin.column);
}

std::string help_words(const Diagnostic& diagnostic, Lang lang) {
  return fmt::format("{}{}", diag::say(lang, "帮助：", "help: "), diagnostic.help.in(lang));
}

std::vector<std::string> further_lines(const Diagnostic& diagnostic, Locator& locator, Lang lang) {
  std::vector<std::string> lines;
  if (!diagnostic.help.empty()) lines.push_back(help_words(diagnostic, lang));
  for (const Related& related : diagnostic.related) {
    lines.push_back(fmt::format("{}{}{}", diag::say(lang, "说明：", "note: "),
                                place_words(locator.locate(related.place)),
                                related.message.in(lang)));
  }
  return lines;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
    case Severity::off:
      break;
  }
  return "off";
}

}  // namespace zsup::diag
