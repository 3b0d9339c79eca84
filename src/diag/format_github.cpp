// GitHub's workflow commands: ::error file=…,line=…::message. The runner ends a property at a comma
// and a command at a line break, and undoes these escapes: %25 %0D %0A in the message, %3A %2C in
// properties as well.
#include <fmt/core.h>

#include "diag/format.h"
#include "diag/locate.h"
#include "text/visible.h"

namespace zsup::diag {

namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
    case Severity::off:
      break;
  }
  return "notice";
}

std::string escape(std::string_view text, bool property) {
  std::string out;
  std::size_t run = 0;  // start of what goes through visible() in one piece
  const auto flush = [&](std::size_t end) {
    for (const char c : text::visible(text.substr(run, end - run))) {
      if (c == '%') {
        out += "%25";
      } else if (property && c == ':') {
        out += "%3A";
      } else if (property && c == ',') {
        out += "%2C";
      } else {
        out += c;
      }
    }
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r') continue;
    flush(at);
    out += text[at] == '\n' ? "%0A" : "%0D";
    run = at + 1;
  }
  flush(text.size());
  return out;
}

std::string properties(const Location& location, const Code& code) {
  std::string out;
  if (location.in_file) out += fmt::format("file={},", escape(location.path, true));
  if (location.in_text) {
    out += fmt::format("line={},", location.begin.line);
    // GitHub takes columns only within one line.
    if (location.end.line == location.begin.line) {
      out += fmt::format("col={},endColumn={},", location.begin.column, location.end.column);
    } else {
      out += fmt::format("endLine={},", location.end.line);
    }
  }
  return out + fmt::format("title=zsup {}", code.name());
}

// Code scanning and annotations know files of the repository only.
std::string properties(std::string_view path) {
  return path.starts_with("../") || path == ".."
             ? std::string("title=zsup")
             : fmt::format("file={},title=zsup", escape(path, true));
}

}  // namespace

std::string render_github(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  std::string out;
  for (const NotRead& one : report.not_read) {
    const std::string path = options.paths(one.path);
    out += fmt::format("::warning {}::{}\n", properties(path),
                       escape(not_read_line(one, path).in(options.lang), false));
  }
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Location location = locator.locate(diagnostic.place);
    std::string body = fmt::format("{}{} [{}]", place_words(location),
                                   diagnostic.message.in(options.lang), diagnostic.code.name());
    for (const std::string& line : further_lines(diagnostic, locator, options.lang)) {
      body += '\n';
      body += line;
    }
    out += fmt::format("::{} {}::{}\n", command_of(diagnostic.severity),
                       properties(location, diagnostic.code), escape(body, false));
  }
  return out;
}

}  // namespace zsup::diag
