#include "unit/io/faults.h"

#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace {

using zsup::test::Call;

Call wanted = Call::none;
int wanted_nth = 0;
int wanted_number = 0;
int made = 0;

std::function<void(int)> before_read;
int reads = 0;

// 0, or what is to happen in place of the call.
int fault_at(Call call) {
  if (wanted == Call::none || (wanted != Call::any && wanted != call)) return 0;
  if (++made != wanted_nth) return 0;
  if (wanted_number == zsup::test::death) ::kill(::getpid(), SIGKILL);
  return wanted_number;
}

int failed(int number) {
  errno = number;
  return -1;
}

}  // namespace

namespace zsup::test {

Fault::Fault(Call call, int nth, int number) {
  wanted_nth = nth;
  wanted_number = number;
  made = 0;
  wanted = call;
}

Fault::~Fault() {
  wanted = Call::none;
}

int Fault::calls() const {
  return made;
}

BeforeRead::BeforeRead(std::function<void(int nth)> act) {
  reads = 0;
  before_read = std::move(act);
}

BeforeRead::~BeforeRead() {
  before_read = nullptr;
}

}  // namespace zsup::test

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  const int fault = fault_at(Call::write);
  if (fault == zsup::test::partly && size > 1) size = 1;
  if (fault > 0) return failed(fault);
  return ::syscall(SYS_write, file, bytes, size);
}

ssize_t read(int file, void* bytes, size_t size) {
  if (before_read) {
    // What it does may itself read.
    const std::function<void(int)> act = std::exchange(before_read, nullptr);
    act(++reads);
    before_read = act;
  }
  return ::syscall(SYS_read, file, bytes, size);
}

int fsync(int file) {
  const int fault = fault_at(Call::fsync);
  return fault > 0 ? failed(fault) : static_cast<int>(::syscall(SYS_fsync, file));
}

int openat(int folder, const char* path, int flags, ...) {
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    const int fault = fault_at(Call::create);
    if (fault > 0) return failed(fault);
  }
  return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  const int fault = fault_at(Call::rename);
  if (fault > 0) return failed(fault);
  return static_cast<int>(::syscall(SYS_renameat2, from_folder, from, to_folder, to, 0));
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  const int fault = fault_at(Call::rename);
  if (fault > 0) return failed(fault);
  return static_cast<int>(::syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

}  // extern "C"
