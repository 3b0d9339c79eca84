#include "io/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <initializer_list>

namespace zsup::io {

namespace {

constexpr int ending = -1;

// How many shields there are, or `ending`. One number decides both, so that no shield is raised
// while the process ends, and it does not end behind one.
std::atomic<int> shields{0};
std::atomic<int> noted{0};

static_assert(std::atomic<int>::is_always_lock_free);

void end_unless_shielded(int signal) {
  int none = 0;
  if (shields.compare_exchange_strong(none, ending)) ::_exit(128 + signal);
}

extern "C" void note_or_end(int signal) {
  const int kept = errno;
  int first = 0;
  noted.compare_exchange_strong(first, signal);
  end_unless_shielded(signal);
  errno = kept;
}

}  // namespace

void heed_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    // A shell that starts a job in the background has it ignore Ctrl-C, and nohup a hang-up; that
    // wish is kept.
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = note_or_end;
    ::sigaction(signal, &action, nullptr);
  }
}

Shield::Shield() {
  int now = shields.load();
  do {
    while (now == ending) {  // another thread has begun to end the process
      ::pause();
      now = shields.load();
    }
  } while (!shields.compare_exchange_weak(now, now + 1));
}

Shield::~Shield() {
  --shields;
}

bool shielded() {
  return shields.load() > 0;
}

bool interrupted() {
  return noted.load() != 0;
}

void end_if_interrupted() {
  if (const int signal = noted.load()) end_unless_shielded(signal);
}

}  // namespace zsup::io
