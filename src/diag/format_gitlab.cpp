// GitLab's code quality report, a subset of the Code Climate format: a list of issues, each with a
// file and a line, whether it has one or not.
#include <nlohmann/json.hpp>

#include "diag/fingerprint.h"
#include "diag/format.h"
#include "diag/json_text.h"
#include "diag/locate.h"
#include "text/utf8.h"

namespace zsup::diag {

namespace {

using Json = nlohmann::ordered_json;

// GitLab knows info, minor, major, critical and blocker.
std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
    case Severity::off:
      break;
  }
  return "info";
}

}  // namespace

std::string render_gitlab(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  Fingerprints fingerprints(locator);
  std::string out = "[";
  bool first = true;
  const auto put = [&](const Json& issue) {
    out += first ? "\n" : ",\n";
    out += escape_invisible(issue.dump());
    first = false;
  };
  for (const NotRead& one : report.not_read) {
    const std::string path = options.paths(one.path);
    Json issue;
    issue["description"] = text::to_valid(not_read_line(one, path).in(options.lang));
    issue["check_name"] = "not-read";
    issue["fingerprint"] = fingerprints.next(one);
    issue["severity"] = "info";
    issue["location"]["path"] = text::to_valid(path);
    issue["location"]["lines"]["begin"] = 1;
    issue["location"]["lines"]["end"] = 1;
    put(issue);
  }
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Location location = locator.locate(diagnostic.place);
    Json issue;
    issue["description"] = text::to_valid(diagnostic.message.in(options.lang));
    issue["check_name"] = diagnostic.code.name();
    issue["fingerprint"] = fingerprints.next(diagnostic);
    issue["severity"] = gitlab_severity(diagnostic.severity);
    issue["location"]["path"] = text::to_valid(path_or_register(location, options));
    issue["location"]["lines"]["begin"] = location.begin.line;
    issue["location"]["lines"]["end"] = location.end.line;
    put(issue);
  }
  out += first ? "]\n" : "\n]\n";
  return out;
}

}  // namespace zsup::diag
