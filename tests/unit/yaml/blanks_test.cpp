#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

constexpr std::string_view blanks[] = {"\u00A0", "\u2000", "\u2003", "\u200A",
                                       "\u202F", "\u205F", "\u3000"};

// Each % is one of the blanks; `fixed` may need several rounds.
void check(std::string_view written, std::string_view fixed, std::size_t told = 1) {
  for (const std::string_view blank : blanks) {
    std::string text;
    for (const char c : written) {
      if (c == '%') {
        text += blank;
      } else {
        text += c;
      }
    }
    CAPTURE(text);
    Result r = read_text(text);
    std::size_t count = 0;
    for (std::size_t at = r.codes().find("ZS015"); at != std::string::npos;
         at = r.codes().find("ZS015", at + 1)) {
      ++count;
    }
    CHECK(count == told);
    CHECK(r.codes().size() <= told * 16);  // nothing else
    std::string mended = r.fixed();
    for (int round = 0; round < 3; ++round) mended = read_text(mended).fixed();
    CHECK(mended == fixed);
  }
}

TEST_CASE("blanks at the ends of unquoted values and keys are told and taken off") {
  check("a: %x\n", "a: x\n");
  check("a: x%\n", "a: x\n");
  check("a: %% x %\n", "a: x\n", 2);
  check("a: x% # c\n", "a: x # c\n");
  check("a%: x\n", "a: x\n");
  check("- %x\n- y%\n", "- x\n- y\n", 2);
  check("a: [x,%y, z%]\n", "a: [x, y, z]\n", 2);
  check("a: [%x]\n", "a: [x]\n");
  check("a: {b: %x, c%: y}\n", "a: {b: x, c: y}\n", 2);
  check("a:\n  x\n  y%\nb: 1\n", "a:\n  x\n  y\nb: 1\n");
}

TEST_CASE("a value is read as if the blanks at its ends were not there") {
  const Result r = read_text("a\u3000: \u00A02018-06-20\u2003\n");
  CHECK(r.codes() == "ZS015@1-4 ZS015@6-8 ZS015@18-21");
  CHECK(r.tree() == "{a=2018-06-20}");
}

TEST_CASE("blanks behind a dash or a colon are told and become a space") {
  check("a:\n  -%x\n  -%y\n", "a:\n  - x\n  - y\n", 2);
  check("a:\n  -%b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n");
  check("a:%x\nb: 1\n", "a: x\nb: 1\n");
  check("a: 1\nb:%2\nc: 3\n", "a: 1\nb: 2\nc: 3\n");
}

TEST_CASE("within a text, in quotes and in block scalars blanks are the writer's") {
  for (const char* text : {"a: x\u3000y\n", "a: \"\u3000x\u00A0\"\n", "a: '\u2003'\n",
                           "a: |\n  \u3000\u3000x\n  \u00A0- y\n", "a: x -\u3000y\n",
                           "# \u3000\na: x:\u3000y\n", "a: [\"\u3000\", x\u00A0y]\n"}) {
    CAPTURE(text);
    CHECK(read_text(text).codes() == "");
  }
}

TEST_CASE("blanks as indentation are told and become as many spaces as they are wide") {
  const auto fixed = [](const std::string& text) {
    const Result r = read_text(text);
    CHECK(r.codes().starts_with("ZS015"));
    return r.fixed();
  };
  CHECK(fixed("a:\n\u00A0\u00A0b: 1\n\u00A0\u00A0c: 2\nd: 3\n") == "a:\n  b: 1\n  c: 2\nd: 3\n");
  CHECK(fixed("a:\n\u3000b: 1\n\u3000c: 2\nd: 3\n") == "a:\n  b: 1\n  c: 2\nd: 3\n");
  CHECK(fixed("a:\n \u2003- b: 1\n \u2003  c: 2\n \u2003- b: 2\n") ==
        "a:\n  - b: 1\n    c: 2\n  - b: 2\n");
  CHECK(fixed("a:\n \u00A0- x\n \u00A0- y\n") == "a:\n  - x\n  - y\n");
  CHECK(fixed("a:\n  - x\n \u00A0- y\n") == "a:\n  - x\n  - y\n");
  // Where nothing can be nested, the entry stands beside the one above.
  CHECK(fixed("a: 1\n\u00A0b: 2\nc: 3\n") == "a: 1\nb: 2\nc: 3\n");
  CHECK(fixed("a: 1\n\u3000b: 2\n") == "a: 1\nb: 2\n");
}

}  // namespace
}  // namespace zsup::yaml
