#include "io/stream.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include "unit/io/faults.h"

using namespace zsup::io;
using zsup::test::Call;
using zsup::test::Fault;

namespace {

// For its lifetime a standard stream is another file.
class Redirected {
 public:
  Redirected(int stream, int file) : stream_(stream), kept_(::dup(stream)) {
    ::dup2(file, stream);
    ::close(file);
  }
  ~Redirected() {
    ::dup2(kept_, stream_);
    ::close(kept_);
  }

 private:
  int stream_;
  int kept_;
};

struct Pipe {
  Pipe() { REQUIRE(::pipe(ends) == 0); }
  int ends[2];
};

}  // namespace

TEST_CASE("what is written arrives when it is flushed") {
  Pipe pipe;
  Failure failed;
  {
    Redirected redirected(1, pipe.ends[1]);
    Stream stream(Standard::output);
    stream.write("one ");
    stream.write("two");
    failed = stream.flush();
  }
  CHECK_FALSE(failed);
  char bytes[16];
  CHECK(::read(pipe.ends[0], bytes, sizeof bytes) == 7);
  CHECK(std::string(bytes, 7) == "one two");
  ::close(pipe.ends[0]);
}

TEST_CASE("a full disk is an error, and a gone reader is told apart from it") {
  Failure full;
  {
    Redirected redirected(1, ::open("/dev/full", O_WRONLY));
    Stream stream(Standard::output);
    stream.write("x");
    full = stream.flush();
    CHECK(stream.failed());
  }
  REQUIRE(full);
  CHECK(full->reason == Reason::no_space);

  Pipe pipe;
  ::close(pipe.ends[0]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  Failure closed;
  {
    Redirected redirected(1, pipe.ends[1]);
    Stream stream(Standard::output);
    stream.write(std::string(200'000, 'x'));  // shows without a flush
    CHECK(stream.failed());
    stream.write("more");
    closed = stream.flush();
  }
  std::signal(SIGPIPE, before);
  REQUIRE(closed);
  CHECK(closed->reason == Reason::closed);
}

TEST_CASE("nothing written is nothing wrong, even on a full disk") {
  Redirected redirected(1, ::open("/dev/full", O_WRONLY));
  Stream stream(Standard::output);
  CHECK_FALSE(stream.flush());
}

TEST_CASE("a part taken or an interruption is no failure") {
  for (const int number : {zsup::test::partly, EINTR}) {
    Redirected redirected(1, ::open("/dev/null", O_WRONLY));
    Fault fault(Call::write, 1, number);
    Stream stream(Standard::output);
    stream.write("abc");
    CHECK_FALSE(stream.flush());
    CHECK(fault.calls() == 2);
  }
}

TEST_CASE("standard input is read to its end, within a limit") {
  const auto fed = [](std::string_view bytes, std::uint64_t limit) {
    Pipe pipe;
    REQUIRE(::write(pipe.ends[1], bytes.data(), bytes.size()) ==
            static_cast<ssize_t>(bytes.size()));
    ::close(pipe.ends[1]);
    Redirected redirected(0, pipe.ends[0]);
    return read_standard_input(limit);
  };
  CHECK(*fed("kind: org\n", 100) == "kind: org\n");
  CHECK(*fed("", 100) == "");
  CHECK(fed(std::string(101, 'x'), 100).error().reason == Reason::too_large);
}

TEST_CASE("the width of a terminal") {
  Redirected redirected(1, ::open("/dev/null", O_WRONLY));
  CHECK_FALSE(is_terminal(Standard::output));
  Environment environment;
  CHECK(terminal_width(Standard::output, environment) == 80);
  CHECK(terminal_width(Standard::output, environment, 100) == 100);
  environment.columns = "120";
  CHECK(terminal_width(Standard::output, environment) == 120);
  for (const char* nonsense : {"", "0", "-5", "12x", "3", "99999999999"}) {
    environment.columns = nonsense;
    CHECK(terminal_width(Standard::output, environment) == 80);
  }
}
