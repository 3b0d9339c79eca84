#include "io/surroundings.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "io/interrupt.h"

namespace zsup::io {

namespace {

Environment::Variable variable(const char* name) {
  const char* const value = ::getenv(name);
  if (value == nullptr) return std::nullopt;
  return value;
}

std::optional<std::int64_t> fixed_moment(const Environment& environment) {
  if (!environment.source_date_epoch) return std::nullopt;
  const std::string& text = *environment.source_date_epoch;
  std::int64_t seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  // A day and more within the years 1900 to 2999, so that every zone is in them.
  if (seconds < -2'208'800'000 || seconds > 32'503'500'000) return std::nullopt;
  return seconds;
}

}  // namespace

Environment read_environment() {
  return {.lc_all = variable("LC_ALL"),
          .lc_messages = variable("LC_MESSAGES"),
          .lang = variable("LANG"),
          .no_color = variable("NO_COLOR"),
          .clicolor_force = variable("CLICOLOR_FORCE"),
          .term = variable("TERM"),
          .columns = variable("COLUMNS"),
          .source_date_epoch = variable("SOURCE_DATE_EPOCH"),
          .home = variable("HOME")};
}

std::int64_t moment(const Environment& environment) {
  const std::optional<std::int64_t> fixed = fixed_moment(environment);
  return fixed ? *fixed : static_cast<std::int64_t>(::time(nullptr));
}

unsigned available_processors() {
  // A container or taskset may leave fewer processors than the machine has.
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (::sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

void settle_in() {
  for (int stream = 0; stream <= 2; ++stream) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest free number is taken, which is this one. It is opened the wrong way round: what
    // is read from it or written to it is an error, and not lost in silence.
    if (::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY) < 0) {
      static_cast<void>(::open("/", O_PATH));
    }
  }
  // What these stand for comes as an error of the call that writes, which is told like any other.
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
  heed_signals();
}

}  // namespace zsup::io
