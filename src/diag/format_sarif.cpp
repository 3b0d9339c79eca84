// SARIF 2.1.0, as GitHub's code scanning and others read it. The frame is written by hand and each
// result as one line, so that memory does not grow with the number of results.
#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "diag/fingerprint.h"
#include "diag/format.h"
#include "diag/json_text.h"
#include "diag/locate.h"
#include "text/utf8.h"

namespace zsup::diag {

namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
    case Severity::off:
      break;
  }
  return "none";
}

// A message's text is a small language: braces are placeholders unless doubled, and [text](target)
// is a link (sections 3.11.5 and 3.11.6 of the standard).
std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : text::to_valid(text)) {
    if (c == '{' || c == '}') out += c;
    if (c == '(' && out.ends_with(']')) out.insert(out.size() - 1, 1, '\\');
    out += c;
  }
  return out;
}

// A relative URI: everything but unreserved characters and the slash is percent-encoded.
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (letter || digit || c == '/' || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

Json artifact(const Location& location, const RenderOptions& options) {
  return {{"uri", uri(path_or_register(location, options))}, {"uriBaseId", "%SRCROOT%"}};
}

Json region(const Location& location) {
  return {{"startLine", location.begin.line},
          {"startColumn", location.begin.column},
          {"endLine", location.end.line},
          {"endColumn", location.end.column}};
}

Json physical(const Location& location, const RenderOptions& options) {
  Json out;
  out["physicalLocation"]["artifactLocation"] = artifact(location, options);
  // What concerns a file as a whole is shown at its first line: code scanning asks for a region.
  out["physicalLocation"]["region"] = location.in_text ? region(location) : Json{{"startLine", 1}};
  return out;
}

Json rule(const RuleInfo& info, const RenderOptions& options) {
  const Lang lang = options.lang;
  const std::string_view summary = info.summary.in(lang);
  const std::string_view rationale =
      info.rationale.in(lang).empty() ? summary : info.rationale.in(lang);
  const Words breaking{"不符合", "Breaking"};
  const Words keeping{"符合", "Keeping"};
  std::string help(rationale);
  std::string markdown(rationale);
  const auto example = [&](const Words& title, const Words& yaml) {
    if (yaml.in(lang).empty()) return;
    std::string_view text = yaml.in(lang);
    while (text.ends_with('\n')) text.remove_suffix(1);
    help += fmt::format("\n\n{}{}\n{}", title.in(lang), diag::say(lang, "：", ":"), text);
    markdown += fmt::format("\n\n**{}**\n\n```yaml\n{}\n```", title.in(lang), text);
  };
  example(breaking, info.bad);
  example(keeping, info.good);

  Json out;
  out["id"] = info.code.name();
  out["name"] = info.name;
  out["shortDescription"]["text"] = summary;
  out["fullDescription"]["text"] = rationale;
  out["help"]["text"] = help;
  out["help"]["markdown"] = markdown;
  if (!info.help_uri.empty()) out["helpUri"] = info.help_uri;
  out["defaultConfiguration"]["level"] = level_of(info.severity);
  return out;
}

Json fix(const Diagnostic& diagnostic, Locator& locator, const RenderOptions& options) {
  Json changes = Json::array();
  text::SourceId last = text::no_source;
  for (const Edit& edit : diagnostic.fix) {
    const Location location = locator.locate(edit.place);
    if (changes.empty() || edit.place.source != last) {
      Json change;
      change["artifactLocation"] = artifact(location, options);
      change["replacements"] = Json::array();
      changes.push_back(std::move(change));
      last = edit.place.source;
    }
    Json replacement;
    replacement["deletedRegion"] = region(location);
    replacement["insertedContent"]["text"] = text::to_valid(edit.replacement);
    changes.back()["replacements"].push_back(std::move(replacement));
  }
  Json out;
  out["artifactChanges"] = std::move(changes);
  return out;
}

Json result(const Diagnostic& diagnostic, Locator& locator, Fingerprints& fingerprints,
            const RenderOptions& options) {
  Json out;
  out["ruleId"] = diagnostic.code.name();
  const auto known = std::find_if(options.rules.begin(), options.rules.end(),
                                  [&](const RuleInfo& i) { return i.code == diagnostic.code; });
  if (known != options.rules.end()) out["ruleIndex"] = known - options.rules.begin();
  out["level"] = level_of(diagnostic.severity);
  std::string message = diagnostic.message.in(options.lang);
  if (!diagnostic.help.empty()) {
    message += fmt::format("\n{}", help_words(diagnostic, options.lang));
  }
  out["message"]["text"] = message_text(message);
  out["locations"] = Json::array({physical(locator.locate(diagnostic.place), options)});
  if (!diagnostic.related.empty()) {
    out["relatedLocations"] = Json::array();
    for (const Related& related : diagnostic.related) {
      Json entry;
      entry["id"] = out["relatedLocations"].size() + 1;
      const Location location = locator.locate(related.place);
      if (location.in_file) entry.update(physical(location, options));
      entry["message"]["text"] = message_text(related.message.in(options.lang));
      out["relatedLocations"].push_back(std::move(entry));
    }
  }
  // GitHub takes this name, and adds the ordinal that it would have counted itself.
  out["partialFingerprints"]["primaryLocationLineHash"] = fingerprints.next(diagnostic) + ":1";
  if (diagnostic.waived) {
    Json suppression;
    suppression["kind"] = "external";
    suppression["status"] = "accepted";
    // The waiver comes last, with its reason.
    suppression["justification"] =
        text::to_valid(diagnostic.related.back().message.in(options.lang));
    out["suppressions"] = Json::array({std::move(suppression)});
  }
  if (!diagnostic.fix.empty()) out["fixes"] = Json::array({fix(diagnostic, locator, options)});
  return out;
}

// What was asked for and not read. A run that could not do what it was asked for did not succeed;
// one that found something did.
Json invocation(const Report& report, const RenderOptions& options) {
  Json out;
  out["executionSuccessful"] = report.exit_code < 2;
  out["exitCode"] = report.exit_code;
  out["toolExecutionNotifications"] = Json::array();
  for (const NotRead& one : report.not_read) {
    const std::string path = options.paths(one.path);
    Json entry;
    entry["descriptor"]["id"] = "not-read/" + std::string(one.reason);
    entry["level"] = "warning";
    entry["message"]["text"] = message_text(not_read_line(one, path).in(options.lang));
    entry["locations"] = Json::array();
    Json place;
    place["physicalLocation"]["artifactLocation"] = {{"uri", uri(path)},
                                                     {"uriBaseId", "%SRCROOT%"}};
    entry["locations"].push_back(std::move(place));
    out["toolExecutionNotifications"].push_back(std::move(entry));
  }
  return out;
}

}  // namespace

std::string render_sarif(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  Fingerprints fingerprints(locator);
  Json driver;
  driver["name"] = "zsup";
  if (!options.tool_version.empty()) {
    driver["version"] = options.tool_version;
    driver["semanticVersion"] = options.tool_version;
  }
  if (!options.information_uri.empty()) driver["informationUri"] = options.information_uri;
  driver["language"] = Words{"zh-CN", "en"}.in(options.lang);
  driver["rules"] = Json::array();
  for (const RuleInfo& info : options.rules) driver["rules"].push_back(rule(info, options));
  Json base;
  base["%SRCROOT%"]["description"]["text"] =
      Words{"Git 工作区的最上层文件夹", "the top folder of the Git working tree"}.in(options.lang);

  std::string out =
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\n"
      "\"runs\":[{\"tool\":{\"driver\":";
  out += escape_invisible(driver.dump());
  out += fmt::format("}},\n\"language\":\"{}\",\"columnKind\":\"unicodeCodePoints\",",
                     Words{"zh-CN", "en"}.in(options.lang));
  out += "\n\"originalUriBaseIds\":" + base.dump() + ",\n\"invocations\":[";
  out += escape_invisible(invocation(report, options).dump());
  out += "],\n\"results\":[";
  bool first = true;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += first ? "\n" : ",\n";
    out += escape_invisible(result(diagnostic, locator, fingerprints, options).dump());
    first = false;
  }
  out += "]}]}\n";
  return out;
}

}  // namespace zsup::diag
