#include "io/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "io/descriptor.h"
#include "io/file_system.h"

namespace zsup::io {

namespace {

using Clock = std::chrono::steady_clock;

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
  return ::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

// What is written goes through a socket: one that nobody reads any more answers with an error,
// where a pipe would send a signal.
bool open_input(Pipe& made) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  made = {Descriptor(ends[0]), Descriptor(ends[1])};
  return ::fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0;
}

// One run of a program, from its start to its end.
class Run {
 public:
  explicit Run(const Command& command) : command_(command) {}

  Result<Finished> go() {
    const std::string& program = command_.words.at(0);
    const auto failed = [&](int number) { return system_error(Operation::run, number, program); };
    if (!open_pipe(output_) || !open_pipe(errors_)) return failed(errno);
    if (!command_.input.empty() && !open_input(input_)) return failed(errno);
    if (const int problem = start(); problem != 0) return failed(problem);
    output_.to_write.reset();
    errors_.to_write.reset();
    input_.to_read.reset();
    ended_ = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, process_, 0)));

    std::optional<Reason> stopped;
    try {
      stopped = follow();
    } catch (...) {  // no memory for what it writes
      end();
      throw;
    }
    const int status = stopped ? end() : wait();
    if (status < 0) return failed(errno);
    if (stopped) return Error{Operation::run, *stopped, 0, program};
    finished_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return std::move(finished_);
  }

 private:
  // 0, or the number of the error.
  int start() {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    if (input_.to_read) {
      ::posix_spawn_file_actions_adddup2(&files, input_.to_read.get(), STDIN_FILENO);
    } else {
      ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
    ::posix_spawn_file_actions_adddup2(&files, output_.to_write.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, errors_.to_write.get(), STDERR_FILENO);
    // This process ignores these, and a program that it starts would inherit that.
    sigset_t usual;
    ::sigemptyset(&usual);
    ::sigaddset(&usual, SIGPIPE);
    ::sigaddset(&usual, SIGXFSZ);
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

    const std::vector<char*> words = pointers_to(command_.words);
    const std::vector<char*> environment = pointers_to(command_.environment);
    const int problem =
        ::posix_spawnp(&process_, words[0], &files, &attributes, words.data(), environment.data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&files);
    return problem;
  }

  // Feeds and reads until the program has ended. Nothing, or why that did not come about.
  std::optional<Reason> follow() {
    const Clock::time_point end = Clock::now() + command_.patience;
    enum : std::size_t { out, err, in, gone };
    std::array<pollfd, 4> watched{
        pollfd{output_.to_read.get(), POLLIN, 0}, pollfd{errors_.to_read.get(), POLLIN, 0},
        pollfd{input_.to_write.get(), POLLOUT, 0}, pollfd{ended_.get(), POLLIN, 0}};
    bool over = false;
    while (!over) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
      if (left <= 0) return Reason::timed_out;
      // Where the system does not tell that a process has ended, it is asked now and then; else
      // woken at least once a minute, which keeps the number within an int.
      const decltype(left) longest = ended_ ? 60'000 : 50;
      const int ready =
          ::poll(watched.data(), watched.size(), static_cast<int>(std::min(left, longest)));
      if (ready < 0 && errno != EINTR) return reason_of(errno);
      over = ended_ ? ready > 0 && watched[gone].revents != 0 : has_ended();
      if (ready <= 0 && !over) continue;
      if (watched[in].fd >= 0 && watched[in].revents != 0) feed(watched[in].fd);
      for (const std::size_t stream : {out, err}) {
        int& file = watched[stream].fd;
        if (file < 0 || (watched[stream].revents == 0 && !over)) continue;
        if (const auto problem = over ? drain(file, stream == out) : read(file, stream == out)) {
          return problem;
        }
      }
    }
    return std::nullopt;
  }

  void feed(int& file) {
    const ssize_t sent = uninterrupted([&] {
      return ::send(file, command_.input.data() + fed_, command_.input.size() - fed_, MSG_NOSIGNAL);
    });
    if (sent > 0) fed_ += static_cast<std::size_t>(sent);
    const bool closed = sent < 0 && errno != EAGAIN;
    if (!closed && fed_ < command_.input.size()) return;
    file = -1;  // poll passes over it from now on
    input_.to_write.reset();
  }

  std::optional<Reason> read(int& file, bool is_output) {
    const ssize_t got = uninterrupted([&] { return ::read(file, piece_.data(), piece_.size()); });
    if (got < 0 && errno == EAGAIN) return std::nullopt;
    if (got <= 0) {
      file = -1;
      return std::nullopt;
    }
    const std::string_view piece(piece_.data(), static_cast<std::size_t>(got));
    if (is_output && command_.take) {
      if (!command_.take(piece)) return Reason::too_large;
      return std::nullopt;
    }
    (is_output ? finished_.output : finished_.errors).append(piece);
    if (finished_.output.size() + finished_.errors.size() > command_.most_output) {
      return Reason::too_large;
    }
    return std::nullopt;
  }

  // What the program had written when it ended, and nothing that others write after it.
  std::optional<Reason> drain(int& file, bool is_output) {
    int waiting = 0;
    if (::ioctl(file, FIONREAD, &waiting) != 0) return std::nullopt;
    for (; waiting > 0 && file >= 0; waiting -= static_cast<int>(piece_.size())) {
      if (const auto problem = read(file, is_output)) return problem;
    }
    return std::nullopt;
  }

  bool has_ended() const {
    siginfo_t state{};
    return ::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           state.si_pid != 0;
  }

  // The status; below 0 where there is none to be had.
  int wait() const {
    int status = 0;
    return uninterrupted([&] { return ::waitpid(process_, &status, 0); }) < 0 ? -1 : status;
  }

  int end() const {
    ::kill(process_, SIGKILL);
    return wait();
  }

  const Command& command_;
  Pipe output_;
  Pipe errors_;
  Pipe input_;
  pid_t process_ = 0;
  Descriptor ended_;  // readable once the process has ended
  std::size_t fed_ = 0;
  Finished finished_;
  std::vector<char> piece_ = std::vector<char>(1U << 16);  // more than a small stack has room for
};

}  // namespace

Result<Finished> run(const Command& command) {
  return Run(command).go();
}

std::optional<std::string> find_program(std::string_view name, std::string_view shunned) {
  const char* const path = ::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string folder(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!folder.starts_with('/')) continue;
    std::string found = folder + "/" + std::string(name);
    struct stat status;
    if (::stat(found.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    if (::access(found.c_str(), X_OK) != 0) continue;
    const Result<std::string> real_folder = real_path(folder);
    const Result<std::string> real = real_path(found);
    if (!real || !real_folder || path_inside(shunned, *real_folder) ||
        path_inside(shunned, *real)) {
      continue;
    }
    return found;
  }
  return std::nullopt;
}

}  // namespace zsup::io
