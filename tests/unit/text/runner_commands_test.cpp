#include "text/runner_commands.h"

#include <doctest/doctest.h>

#include <string>

using zsup::text::Markup;
using zsup::text::opens_command;
using zsup::text::without_commands;

namespace {
std::string plain(std::string_view text) {
  return without_commands(text, Markup::plain);
}
}  // namespace

TEST_CASE("no line begins with a command, whatever blanks stand before it") {
  CHECK(plain("::add-mask::x\n") == "\\::add-mask::x\n");
  CHECK(plain("a\n  ::stop-commands::x") == "a\n  \\::stop-commands::x");
  CHECK(plain("\t\u3000\u00a0::x::") == "\t\u3000\u00a0\\::x::");
  CHECK(plain("\u2003::x\n::y\n") == "\u2003\\::x\n\\::y\n");
  CHECK(plain("a ::x::\nb::c\n") == "a ::x::\nb::c\n");
  CHECK(plain("") == "");
  CHECK(plain("\n\n") == "\n\n");
}

TEST_CASE("no bracket opens a command anywhere") {
  CHECK(plain("a ##[add-mask]x") == "a ##\\[add-mask]x");
  CHECK(plain("###[a] ##vso[task.x]y ##teamcity[z]") ==
        "###\\[a] ##vso\\[task.x]y ##teamcity\\[z]");
  CHECK(plain("# [a] #[b] ## [c] ##1[d]") == "# [a] #[b] ## [c] ##1[d]");
  CHECK(plain("::##[a]") == "\\::##\\[a]");
  // What was made harmless stays as it is.
  CHECK(plain(plain("::x\n##[a]")) == plain("::x\n##[a]"));
}

TEST_CASE("JSON and XML say the same in other letters") {
  CHECK(without_commands(R"({"a":"##[x]"})", Markup::json) == R"({"a":"##\u005bx]"})");
  CHECK(without_commands(R"(["::x","##",["b"]])", Markup::json) == R"(["::x","##",["b"]])");
  CHECK(without_commands("<a b='##[x]'/>", Markup::xml) == "<a b='##&#91;x]'/>");
  CHECK(without_commands("::error::##[x]\n", Markup::commands) == "::error::##\\[x]\n");
}

TEST_CASE("whether a bracket opens a command") {
  CHECK(opens_command("##[", 2));
  CHECK(opens_command("##vso[", 5));
  CHECK_FALSE(opens_command("#[", 1));
  CHECK_FALSE(opens_command("[", 0));
  CHECK_FALSE(opens_command("##" + std::string(100, 'a') + "[", 102));
}
