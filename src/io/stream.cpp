#include "io/stream.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>

#include "io/descriptor.h"

namespace zsup::io {

namespace {
constexpr std::size_t piece = std::size_t{1} << 16;
constexpr int narrowest = 20;
constexpr int widest = 10'000;
}  // namespace

void Stream::write(std::string_view bytes) {
  if (failure_) return;
  waiting_ += bytes;
  if (waiting_.size() >= piece) pass_on();
}

Failure Stream::flush() {
  pass_on();
  return failure_;
}

void Stream::pass_on() {
  std::string_view rest = waiting_;
  while (!failure_ && !rest.empty()) {
    const ssize_t taken =
        uninterrupted([&] { return ::write(descriptor_, rest.data(), rest.size()); });
    if (taken <= 0) {
      failure_ = system_error(Operation::write, taken == 0 ? EIO : errno, "-");
    } else {
      rest.remove_prefix(static_cast<std::size_t>(taken));
    }
  }
  waiting_.clear();
}

Result<std::string> read_standard_input(std::uint64_t limit) {
  std::string text;
  std::size_t filled = 0;
  while (true) {
    text.resize(filled + piece);
    const ssize_t got =
        uninterrupted([&] { return ::read(STDIN_FILENO, text.data() + filled, piece); });
    if (got < 0) return system_error(Operation::read, errno, "-");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limit) return Error{Operation::read, Reason::too_large, 0, "-"};
  }
  text.resize(filled);
  return text;
}

bool is_terminal(Standard which) {
  return ::isatty(static_cast<int>(which)) == 1;
}

int terminal_width(Standard which, const Environment& environment, int otherwise) {
  if (environment.columns) {
    const std::string& text = *environment.columns;
    int columns = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (problem == std::errc() && end == text.data() + text.size() && columns >= narrowest &&
        columns <= widest) {
      return columns;
    }
  }
  winsize size{};
  if (::ioctl(static_cast<int>(which), TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest) {
    return size.ws_col;
  }
  return otherwise;
}

}  // namespace zsup::io
