// The shape that scripts rely on. It is written a diagnostic at a time, each on a line
// of its own, so that memory does not grow with a report of a million of them.
#include <nlohmann/json.hpp>

#include "diag/format.h"
#include "diag/json_text.h"
#include "diag/locate.h"
#include "text/utf8.h"

namespace zsup::diag {

namespace {

using Json = nlohmann::ordered_json;

// A place without a file has null for all five; a file as a whole begins and ends at its start.
void put_place(Json& to, Locator& locator, const text::Place& place) {
  const Location location = locator.locate(place);
  to["file"] = location.in_file ? Json(text::to_valid(location.path)) : Json();
  to["line"] = location.in_file ? Json(location.begin.line) : Json();
  to["column"] = location.in_file ? Json(location.begin.column) : Json();
  to["end_line"] = location.in_file ? Json(location.end.line) : Json();
  to["end_column"] = location.in_file ? Json(location.end.column) : Json();
}

Json to_json(const Diagnostic& diagnostic, Locator& locator, Lang lang) {
  Json out;
  out["code"] = diagnostic.code.name();
  out["severity"] = severity_name(diagnostic.severity);
  out["message"] = text::to_valid(diagnostic.message.in(lang));
  put_place(out, locator, diagnostic.place);
  out["help"] = diagnostic.help.empty() ? Json() : Json(text::to_valid(diagnostic.help.in(lang)));
  out["related"] = Json::array();
  for (const Related& related : diagnostic.related) {
    Json entry;
    put_place(entry, locator, related.place);
    entry["message"] = text::to_valid(related.message.in(lang));
    out["related"].push_back(std::move(entry));
  }
  out["fix"] = Json::array();
  for (const Edit& edit : diagnostic.fix) {
    Json entry;
    put_place(entry, locator, edit.place);
    entry["replacement"] = text::to_valid(edit.replacement);
    out["fix"].push_back(std::move(entry));
  }
  if (diagnostic.waived) out["waived"] = true;
  return out;
}

}  // namespace

std::string render_json(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  const Counts counts = count(report.diagnostics);
  const Json summary{{"files", report.files},   {"records", report.records},
                     {"errors", counts.errors}, {"warnings", counts.warnings},
                     {"infos", counts.infos},   {"waived", report.waived}};
  std::string out = "{\"version\":1,";
  if (!options.root.empty()) {
    out += "\"root\":" + escape_invisible(Json(text::to_valid(options.root)).dump()) + ",";
  }
  out += "\"summary\":" + summary.dump() + ",\n\"not_read\":[";
  for (const NotRead& one : report.not_read) {
    const Json entry{{"path", text::to_valid(one.path)},
                     {"reason", one.reason},
                     {"message", text::to_valid(one.message.in(options.lang))}};
    out += &one == report.not_read.data() ? "\n" : ",\n";
    out += escape_invisible(entry.dump());
  }
  out += "],\n\"diagnostics\":[";
  bool first = true;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += first ? "\n" : ",\n";
    out += escape_invisible(to_json(diagnostic, locator, options.lang).dump());
    first = false;
  }
  out += "]}\n";
  return out;
}

}  // namespace zsup::diag
