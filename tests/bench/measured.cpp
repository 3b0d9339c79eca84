// measured PROGRAM [WORD…]
// Runs a program with nothing to read and nowhere to write, and prints its seconds on the clock,
// its seconds of processor time, its largest resident set in KB, and its exit code.
//
// A program of its own, and a small one: the kernel counts what the parent of a process held when
// it began, and a script holds more than zsup does for a small register.
#include <fcntl.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {
double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}
}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) return 3;
  if (child == 0) {
    const int nothing = ::open("/dev/null", O_RDWR);
    for (int stream = 0; stream < 3; ++stream) ::dup2(nothing, stream);
    // At the same addresses each time, so that as many pages are touched each time.
    ::personality(ADDR_NO_RANDOMIZE);
    ::execvp(argv[1], argv + 1);
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) < 0) return 3;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%.6f %.6f %ld %d\n", took.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
              usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  return 0;
}
