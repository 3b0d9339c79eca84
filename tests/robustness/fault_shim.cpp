// Stands before the C library of the real program (LD_PRELOAD) and makes one of its calls fail, or
// the process die at it.
//
//   FAULT_LOG=FILE   a line for every call that counts: its name and what it is about
//   FAULT_AT=N       the N-th of them, from 1 …
//   FAULT_DO=WHAT    … fails with that errno (a number), or `kill`: the process dies in its place;
//   or `torn`: half of a
//                    write is done, then the process dies
//   FAULT_STAYS=1    and so does every later call that takes room on the disk: open, write to a
//   file, fsync, rename, mkdir FAULT_READS=1    opening and reading count, too; otherwise only what
//   changes a file or ends a change
//
// Only calls of a program named zsup count, not those of the programs that it starts, and not those
// by which a program of the preset `coverage` writes at its end what it has counted.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

namespace {

template <class Function>
Function next(Function, const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

#define REAL(name) (next(&::name, #name))

bool counts() {
  static const bool mine = ::strcmp(program_invocation_short_name, "zsup") == 0;
  return mine;
}

bool reads_count() {
  static const bool wanted = ::getenv("FAULT_READS") != nullptr;
  return wanted;
}

// A set bit for each descriptor that was opened to be written to.
std::atomic<bool> written_to[1024];

void log_call(const char* name, const char* what) {
  const char* const path = ::getenv("FAULT_LOG");
  if (path == nullptr) return;
  const int log = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  char line[4200];
  const int length = ::snprintf(line, sizeof line, "%s %s\n", name, what);
  if (REAL(write)(log, line, static_cast<size_t>(length)) != length) ::abort();
  REAL(close)(log);
}

bool takes_room(const char* name, const char* what) {
  for (const char* one : {"open", "write", "fsync", "rename", "mkdir"}) {
    if (::strcmp(name, one) == 0) return what[0] != '<';
  }
  return false;
}

enum class Fate { goes_on, fails, torn };

bool writes_counts(const char* path) {
  const size_t length = ::strlen(path);
  return length > 5 && ::strcmp(path + length - 5, ".gcda") == 0;
}

// What becomes of a call that counts; errno is set where it fails.
Fate fate(const char* name, const char* what) {
  static std::atomic<int> made{0};
  if (!counts() || writes_counts(what)) return Fate::goes_on;
  const int kept = errno;
  log_call(name, what);
  errno = kept;
  const char* const at = ::getenv("FAULT_AT");
  if (at == nullptr) return Fate::goes_on;
  const int number = ++made;
  const char* const act = ::getenv("FAULT_DO");
  if (number > ::atoi(at) && ::getenv("FAULT_STAYS") != nullptr && takes_room(name, what)) {
    errno = ::atoi(act);
    return Fate::fails;
  }
  if (number != ::atoi(at)) return Fate::goes_on;
  if (::strcmp(act, "kill") == 0) ::raise(SIGKILL);
  if (::strcmp(act, "torn") == 0) return Fate::torn;
  errno = ::atoi(act);
  return Fate::fails;
}

Fate fate_of_file(const char* name, int file) {
  if (!counts()) return Fate::goes_on;
  char link[64];
  char path[4096] = "?";
  ::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = ::readlink(link, path, sizeof path - 1);
  if (length > 0) path[length] = '\0';
  if (file <= 2) ::snprintf(path, sizeof path, "<%d>", file);
  return fate(name, path);
}

bool opens_to_write(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
}

int opened(int file, int flags) {
  if (file >= 0 && file < 1024) written_to[file] = opens_to_write(flags);
  return file;
}

mode_t mode_in(int flags, va_list& list) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_in(flags, list);
  va_end(list);
  if ((opens_to_write(flags) || reads_count()) && fate("open", path) != Fate::goes_on) return -1;
  return opened(REAL(open)(path, flags, mode), flags);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_in(flags, list);
  va_end(list);
  if ((opens_to_write(flags) || reads_count()) && fate("open", path) != Fate::goes_on) return -1;
  return opened(REAL(openat)(folder, path, flags, mode), flags);
}

// zsup asks for openat2 in this way, to read; what else it asks for has at most five arguments as
// well.
long syscall(long number, ...) noexcept {
  va_list list;
  va_start(list, number);
  long words[5];
  for (long& word : words) word = va_arg(list, long);
  va_end(list);
  if (number == SYS_openat2 && reads_count() &&
      fate("open", reinterpret_cast<const char*>(words[1])) != Fate::goes_on) {
    return -1;
  }
  return REAL(syscall)(number, words[0], words[1], words[2], words[3], words[4]);
}

ssize_t read(int file, void* bytes, size_t size) {
  if (reads_count() && fate_of_file("read", file) != Fate::goes_on) return -1;
  return REAL(read)(file, bytes, size);
}

ssize_t pread(int file, void* bytes, size_t size, off_t at) {
  if (reads_count() && fate_of_file("read", file) != Fate::goes_on) return -1;
  return REAL(pread)(file, bytes, size, at);
}

ssize_t write(int file, const void* bytes, size_t size) {
  const Fate fate = fate_of_file("write", file);
  if (fate == Fate::fails) return -1;
  if (fate == Fate::torn) {
    if (REAL(write)(file, bytes, size / 2) < 0) ::abort();
    ::raise(SIGKILL);
  }
  return REAL(write)(file, bytes, size);
}

int fsync(int file) {
  return fate_of_file("fsync", file) != Fate::goes_on ? -1 : REAL(fsync)(file);
}

int fdatasync(int file) {
  return fate_of_file("fsync", file) != Fate::goes_on ? -1 : REAL(fdatasync)(file);
}

int fchmod(int file, mode_t mode) noexcept {
  return fate_of_file("chmod", file) != Fate::goes_on ? -1 : REAL(fchmod)(file, mode);
}

int ftruncate(int file, off_t size) noexcept {
  return fate_of_file("truncate", file) != Fate::goes_on ? -1 : REAL(ftruncate)(file, size);
}

// A descriptor is gone even where closing it reports an error.
int close(int file) {
  if (file < 0 || file >= 1024 || !written_to[file].exchange(false)) return REAL(close)(file);
  if (fate_of_file("close", file) == Fate::goes_on) return REAL(close)(file);
  const int number = errno;
  REAL(close)(file);
  errno = number;
  return -1;
}

int rename(const char* from, const char* to) noexcept {
  return fate("rename", to) != Fate::goes_on ? -1 : REAL(rename)(from, to);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return fate("rename", to) != Fate::goes_on ? -1
                                             : REAL(renameat)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return fate("rename", to) != Fate::goes_on
             ? -1
             : REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  return fate("link", to) != Fate::goes_on ? -1
                                           : REAL(linkat)(from_folder, from, to_folder, to, flags);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  return fate("unlink", path) != Fate::goes_on ? -1 : REAL(unlinkat)(folder, path, flags);
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  return fate("mkdir", path) != Fate::goes_on ? -1 : REAL(mkdirat)(folder, path, mode);
}

}  // extern "C"
