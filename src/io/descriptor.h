// An open file descriptor that closes itself, and the loop around interrupted calls. For io/
// alone, and what its callers keep for it.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace zsup::io {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      reset();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  ~Descriptor() { reset(); }

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  int release() { return std::exchange(number_, -1); }
  // Keeps errno, so that it can stand between a failed call and the look at its errno.
  void reset() {
    if (number_ < 0) return;
    const int kept = errno;
    ::close(std::exchange(number_, -1));
    errno = kept;
  }

 private:
  int number_ = -1;
};

// Repeats a system call for as long as a signal interrupts it.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

}  // namespace zsup::io
