#include "io/program.h"

#include <doctest/doctest.h>
#include <stdlib.h>

using namespace zsup::io;
using namespace std::chrono_literals;

namespace {

Command shell(std::string script) {
  return {.words = {"sh", "-c", std::move(script)}, .environment = {"GREETING=hello"}};
}

}  // namespace

TEST_CASE("a program's streams and exit code are gathered") {
  const Result<Finished> finished = run(shell("echo $GREETING; echo bad >&2; exit 3"));
  REQUIRE(finished);
  CHECK(finished->output == "hello\n");
  CHECK(finished->errors == "bad\n");
  CHECK(finished->exit_code == 3);
}

TEST_CASE("its standard input is empty, and arguments are not words of a shell") {
  CHECK(run(shell("cat"))->output == "");
  const Command command{.words = {"printf", "%s|", "a b", "$(id)", ";", "名"}, .environment = {}};
  CHECK(run(command)->output == "a b|$(id)|;|名|");
}

TEST_CASE("much output on both streams does not block") {
  const Result<Finished> finished =
      run(shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2"));
  REQUIRE(finished);
  CHECK(finished->output.size() == 1'000'000);
  CHECK(finished->errors.size() == 1'000'000);
}

TEST_CASE("a program that is not there, takes too long, says too much or is killed") {
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", "/usr/bin:/bin", 1);  // the usual one may name folders that may not be entered
  CHECK(run({.words = {"no-such-program"}, .environment = {}}).error().reason == Reason::not_found);
  Command slow = shell("exec sleep 30");
  slow.patience = 100ms;
  CHECK(run(slow).error().reason == Reason::timed_out);
  Command loud = shell("exec cat /dev/zero");
  loud.most_output = 1'000'000;
  CHECK(run(loud).error().reason == Reason::too_large);
  CHECK(run(shell("kill -TERM $$"))->exit_code == 143);
}

TEST_CASE("a program is fed, and what it writes may be taken as it comes") {
  const std::string much(3'000'000, 'x');
  std::size_t taken = 0;
  Command echo = shell("cat; echo bad >&2");
  echo.input = much;
  echo.take = [&](std::string_view piece) {
    taken += piece.size();
    return piece.find_first_not_of('x') == std::string_view::npos;
  };
  const Result<Finished> finished = run(echo);
  REQUIRE(finished);
  CHECK(taken == much.size());
  CHECK(finished->output == "");
  CHECK(finished->errors == "bad\n");

  // One that does not care for it, or ends before it is read, is no failure.
  Command deaf = shell("exec true");
  deaf.input = much;
  CHECK(run(deaf)->exit_code == 0);

  echo.take = [](std::string_view) { return false; };
  CHECK(run(echo).error().reason == Reason::too_large);
}

TEST_CASE("what a program leaves behind is not waited for") {
  using Clock = std::chrono::steady_clock;
  const auto begun = Clock::now();
  const Result<Finished> finished = run(shell("sleep 20 & echo said; exit 4"));
  REQUIRE(finished);
  CHECK(finished->output == "said\n");
  CHECK(finished->exit_code == 4);
  CHECK(Clock::now() - begun < 10s);

  Command silent = shell("exec >&- 2>&-; sleep 20");  // its streams have ended, and it has not
  silent.patience = 200ms;
  CHECK(run(silent).error().reason == Reason::timed_out);
  CHECK(Clock::now() - begun < 15s);
}
