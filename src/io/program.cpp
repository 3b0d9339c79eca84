#include "io/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "io/descriptor.h"

namespace zsup::io {

namespace {

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  // The interface of C asks for a char* and does not write to it.
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

struct Pipe {
  Descriptor to_read;
  Descriptor to_write;
};

bool open_pipe(Pipe& made) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  made = {Descriptor(ends[0]), Descriptor(ends[1])};
  return true;
}

// Starts the program; 0, or the number of the error.
int start(const Command& command, const Pipe& output, const Pipe& errors, pid_t& process) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, output.to_write.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, errors.to_write.get(), STDERR_FILENO);
  // This process ignores these, and a program that it starts would inherit that.
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGPIPE);
  ::sigaddset(&usual, SIGXFSZ);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  const std::vector<char*> words = pointers_to(command.words);
  const std::vector<char*> environment = pointers_to(command.environment);
  const int problem =
      ::posix_spawnp(&process, words[0], &files, &attributes, words.data(), environment.data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return problem;
}

// Reads both pipes until both have ended. Nothing, or why that did not come about.
std::optional<Reason> follow(const Command& command, const Descriptor& output,
                             const Descriptor& errors, Finished& finished) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + command.patience;
  std::array<pollfd, 2> watched{pollfd{output.get(), POLLIN, 0}, pollfd{errors.get(), POLLIN, 0}};
  const std::array<std::string*, 2> into{&finished.output, &finished.errors};
  std::array<char, 1U << 16> piece;
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return Reason::timed_out;
    // Woken at least once a minute, which keeps the number within an int.
    const int ready = ::poll(watched.data(), watched.size(),
                             static_cast<int>(std::min<decltype(left)>(left, 60'000)));
    if (ready < 0 && errno != EINTR) return reason_of(errno);
    if (ready <= 0) continue;
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].fd < 0 || watched[i].revents == 0) continue;
      const ssize_t got =
          uninterrupted([&] { return ::read(watched[i].fd, piece.data(), piece.size()); });
      if (got <= 0) {
        watched[i].fd = -1;  // poll passes over it from now on
      } else {
        into[i]->append(piece.data(), static_cast<std::size_t>(got));
      }
    }
    if (finished.output.size() + finished.errors.size() > command.most_output) {
      return Reason::too_large;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Finished> run(const Command& command) {
  const std::string& program = command.words.at(0);
  Pipe output;
  Pipe errors;
  if (!open_pipe(output) || !open_pipe(errors)) {
    return system_error(Operation::run, errno, program);
  }
  pid_t process = 0;
  const int problem = start(command, output, errors, process);
  if (problem != 0) return system_error(Operation::run, problem, program);
  output.to_write.reset();
  errors.to_write.reset();

  Finished finished;
  const std::optional<Reason> stopped = follow(command, output.to_read, errors.to_read, finished);
  if (stopped) ::kill(process, SIGKILL);
  int status = 0;
  if (uninterrupted([&] { return ::waitpid(process, &status, 0); }) < 0) {
    return system_error(Operation::run, errno, program);
  }
  if (stopped) return Error{Operation::run, *stopped, 0, program};
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

}  // namespace zsup::io
