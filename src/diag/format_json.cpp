// The shape that scripts rely on. It is written a diagnostic at a time, each on a line
// of its own, so that memory does not grow with a report of a million of them.
#include <nlohmann/json.hpp>
#include <utility>

#include "diag/format.h"
#include "diag/json_keys.h"
#include "diag/json_text.h"
#include "diag/locate.h"
#include "text/utf8.h"

namespace zsup::diag {

namespace {

using Json = nlohmann::ordered_json;

// Of the keys of a table, in its order; what is `left_out` has no key.
template <std::size_t size, class... Values>
Json object_of(const std::array<JsonKey, size>& keys, Values&&... values) {
  static_assert(sizeof...(Values) == size, "a value for each key");
  Json out = Json::object();
  std::size_t at = 0;
  const auto put = [&](Json value) {
    const JsonKey& key = keys[at++];
    if (!value.is_discarded()) out[key.name] = std::move(value);
  };
  (put(std::forward<Values>(values)), ...);
  return out;
}

const Json left_out(Json::value_t::discarded);

// A place without a file has null for all five; a file as a whole begins and ends at its start.
struct AtPlace {
  AtPlace(Locator& locator, const text::Place& place) : at(locator.locate(place)) {}

  Json file() const { return at.in_file ? Json(text::to_valid(at.path)) : Json(); }
  Json number(std::size_t value) const { return at.in_file ? Json(value) : Json(); }

  Location at;
};

Json to_json(const Diagnostic& diagnostic, Locator& locator, Lang lang) {
  Json related = Json::array();
  for (const Related& one : diagnostic.related) {
    const AtPlace in(locator, one.place);
    related.push_back(object_of(json_keys::related, in.file(), in.number(in.at.begin.line),
                                in.number(in.at.begin.column), in.number(in.at.end.line),
                                in.number(in.at.end.column), text::to_valid(one.message.in(lang))));
  }
  Json fix = Json::array();
  for (const Edit& edit : diagnostic.fix) {
    const AtPlace in(locator, edit.place);
    fix.push_back(object_of(json_keys::edit, in.file(), in.number(in.at.begin.line),
                            in.number(in.at.begin.column), in.number(in.at.end.line),
                            in.number(in.at.end.column), text::to_valid(edit.replacement)));
  }
  const AtPlace in(locator, diagnostic.place);
  return object_of(
      json_keys::diagnostic, diagnostic.code.name(), severity_name(diagnostic.severity),
      text::to_valid(diagnostic.message.in(lang)), in.file(), in.number(in.at.begin.line),
      in.number(in.at.begin.column), in.number(in.at.end.line), in.number(in.at.end.column),
      diagnostic.help.empty() ? Json() : Json(text::to_valid(diagnostic.help.in(lang))),
      std::move(related), std::move(fix), diagnostic.waived ? Json(true) : left_out);
}

// The members of the report are written one by one.
std::string key(std::size_t at) {
  return "\"" + std::string(json_keys::report[at].name) + "\":";
}

}  // namespace

std::string render_json(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  const Counts counts = count(report.diagnostics);
  const Json summary = object_of(json_keys::summary, report.files, report.records, counts.errors,
                                 counts.warnings, counts.infos, report.waived);
  std::string out = "{" + key(0) + "1,";
  if (!options.root.empty()) {
    out += key(1) + escape_invisible(Json(text::to_valid(options.root)).dump()) + ",";
  }
  out += key(2) + summary.dump() + ",\n" + key(3) + "[";
  for (const NotRead& one : report.not_read) {
    const Json entry = object_of(json_keys::not_read, text::to_valid(one.path), one.reason,
                                 text::to_valid(one.message.in(options.lang)));
    out += &one == report.not_read.data() ? "\n" : ",\n";
    out += escape_invisible(entry.dump());
  }
  out += "],\n" + key(4) + "[";
  static_assert(json_keys::report.size() == 5);
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
