// Makes the n-th system call of a kind fail, or the process die at it: the program's own
// definitions of these functions stand in for the C library's.
#pragma once

#include <functional>

namespace zsup::test {

enum class Call { none, create, write, fsync, rename, any };

inline constexpr int death = -1;   // in place of an errno: the process dies as by kill -9
inline constexpr int partly = -2;  // a write takes one byte only

// From its making to its end, the n-th call (from 1) of the kind fails with the errno given.
class Fault {
 public:
  Fault(Call call, int nth, int number);
  Fault(const Fault&) = delete;
  Fault& operator=(const Fault&) = delete;
  ~Fault();

  // How often calls of the kind have been made.
  int calls() const;
};

// From its making to its end, `act` is called before every read() with the number of the read,
// from 1.
class BeforeRead {
 public:
  explicit BeforeRead(std::function<void(int nth)> act);
  BeforeRead(const BeforeRead&) = delete;
  BeforeRead& operator=(const BeforeRead&) = delete;
  ~BeforeRead();
};

}  // namespace zsup::test
