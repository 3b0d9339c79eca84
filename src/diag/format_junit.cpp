// JUnit XML: a test suite a file that has diagnostics, a test case a diagnostic. A report without
// any is one test that passed, so that a pipeline shows that the check has run.
#include <fmt/core.h>

#include <cstddef>
#include <map>
#include <string>

#include "diag/format.h"
#include "diag/locate.h"
#include "text/visible.h"

namespace zsup::diag {

namespace {

// visible() leaves no character that XML forbids.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text::visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

struct Suite {
  std::string name;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::map<std::string, std::size_t> names;  // test names must differ within a suite
  std::string cases;
};

void add_case(Suite& suite, const Diagnostic& diagnostic, Locator& locator,
              const RenderOptions& options) {
  const Location location = locator.locate(diagnostic.place);
  std::string name = diagnostic.code.name();
  if (location.in_text) name += fmt::format(" {}:{}", location.begin.line, location.begin.column);
  const std::size_t ordinal = ++suite.names[name];
  if (ordinal > 1) name += fmt::format(" #{}", ordinal);

  const std::string message = escape(diagnostic.message.in(options.lang));
  std::string text =
      fmt::format("{}{}: {} [{}]", escape(place_words(location)),
                  severity_name(diagnostic.severity), message, diagnostic.code.name());
  for (const std::string& line : further_lines(diagnostic, locator, options.lang)) {
    text += '\n';
    text += escape(line);
  }

  suite.tests += 1;
  suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", suite.name, name);
  if (location.in_file) {
    suite.cases += fmt::format(" file=\"{}\" line=\"{}\"", suite.name, location.begin.line);
  }
  if (diagnostic.severity >= options.fail_on && !diagnostic.waived) {
    suite.failures += 1;
    suite.cases += fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                               severity_name(diagnostic.severity), message, text);
  } else {
    suite.cases += fmt::format(">\n      <system-out>{}</system-out>\n", text);
  }
  suite.cases += "    </testcase>\n";
}

}  // namespace

std::string render_junit(const Report& report, const RenderOptions& options) {
  Locator locator(report, options);
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string suites;
  const auto close = [&](const Suite& suite) {
    tests += suite.tests;
    failures += suite.failures;
    suites += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}  </testsuite>\n",
        suite.name, suite.tests, suite.failures, suite.cases);
  };

  for (const NotRead& one : report.not_read) {
    const std::string path = escape(options.paths(one.path));
    tests += 1;
    suites += fmt::format(
        "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">\n"
        "    <testcase classname=\"{0}\" name=\"not read\" file=\"{0}\">\n"
        "      <skipped message=\"{1}\"/>\n    </testcase>\n  </testsuite>\n",
        path, escape(one.message.in(options.lang)));
  }

  Suite suite;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Location location = locator.locate(diagnostic.place);
    const std::string name = location.in_file ? escape(location.path) : "zsup";
    if (suite.tests > 0 && suite.name != name) {
      close(suite);
      suite = {};
    }
    suite.name = name;
    add_case(suite, diagnostic, locator, options);
  }
  // Nothing passed in a run that found nothing and failed all the same.
  if (suite.tests == 0 && report.exit_code == 0) {
    suite = {"zsup", 1, 0, {}, "    <testcase classname=\"zsup\" name=\"check\"/>\n"};
  }
  if (suite.tests > 0) close(suite);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"zsup\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
      tests, failures, suites);
}

}  // namespace zsup::diag
