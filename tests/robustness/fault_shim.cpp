// Stands before the C library of the real program (LD_PRELOAD) and makes one of its calls fail, or
// the process die at it.
//
//   FAULT_LOG=FILE   a line for every call that counts: its name and what it is about
//   FAULT_AT=N       the N-th of them, from 1 …
//   FAULT_DO=WHAT    … fails with that errno (a number); or
//                      kill          the process dies in its place
//                      torn          half of a write is done, then the process dies
//                      signal N      the process gets this signal, and the call is made
//   FAULT_STAYS=1    and so does every later call that takes room on the disk: open, write to a
//                    file, fsync, rename, mkdir
//   FAULT_READS=1    opening and reading count, too; otherwise only what changes a file or ends a
//                    change
//   FAULT_TRACE=FILE what has been done to names and files, for a test that takes back what a disk
//                    need not have kept when the power goes; fields end in NUL, lines in a newline
//   FAULT_KEEP=DIR   what loses its last name keeps one there, as the number of its line
//   FAULT_MEMORY=N   the N-th allocation (from 1) fails, and with FAULT_STAYS all that follow
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
#include <initializer_list>

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

// The absolute path of an open file, or of what a name means within an open folder.
void path_of(int file, char (&path)[4096]) {
  char link[64];
  ::snprintf(link, sizeof link, file == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", file);
  const ssize_t length = ::readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';
}

int traced = 0;

// `second` may be null; `about` is an inode or a size.
void trace(const char* name, int folder, const char* first, const char* second,
           unsigned long about) {
  const char* const path = ::getenv("FAULT_TRACE");
  if (path == nullptr || ::strcmp(program_invocation_short_name, "zsup") != 0) return;
  const int kept = errno;
  char above[4096];
  path_of(folder, above);
  char line[9000];
  const int length = ::snprintf(line, sizeof line, "%d%c%s%c%s%c%s%c%s%c%lu%c\n", ++traced, 0, name,
                                0, above, 0, first, 0, second == nullptr ? "" : second, 0, about, 0);
  const int log = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (REAL(write)(log, line, static_cast<size_t>(length)) != length) ::abort();
  REAL(close)(log);
  errno = kept;
}

// What is about to lose this name.
void keep_link(int folder, const char* name) {
  const char* const keep = ::getenv("FAULT_KEEP");
  if (keep == nullptr || ::strcmp(program_invocation_short_name, "zsup") != 0) return;
  const int kept = errno;
  char path[4200];
  ::snprintf(path, sizeof path, "%s/%d", keep, traced + 1);
  REAL(linkat)(folder, name, AT_FDCWD, path, 0);
  errno = kept;
}

unsigned long inode_of(int file) {
  struct stat status;
  return ::fstat(file, &status) == 0 ? status.st_ino : 0;
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
  if (::strncmp(act, "signal ", 7) == 0) {
    ::raise(::atoi(act + 7));
    return Fate::goes_on;
  }
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
  const int file = opened(REAL(openat)(folder, path, flags, mode), flags);
  if (file >= 0 && (flags & O_EXCL) != 0) trace("create", folder, path, nullptr, inode_of(file));
  return file;
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
  const ssize_t written = REAL(write)(file, bytes, size);
  if (written > 0 && file > 2) {
    trace("write", file, "", nullptr, inode_of(file));
  }
  return written;
}

int fsync(int file) {
  if (fate_of_file("fsync", file) != Fate::goes_on) return -1;
  trace("fsync", file, "", nullptr, inode_of(file));
  return REAL(fsync)(file);
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
  if (fate("rename", to) != Fate::goes_on) return -1;
  keep_link(to_folder, to);
  trace("rename", to_folder, from, to, 0);
  return REAL(renameat)(from_folder, from, to_folder, to);
}

// Two names that change places take no room.
int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  const bool exchanges = (flags & RENAME_EXCHANGE) != 0;
  if (fate(exchanges ? "exchange" : "rename", to) != Fate::goes_on) return -1;
  const int done = REAL(renameat2)(from_folder, from, to_folder, to, flags);
  if (done == 0) trace(exchanges ? "exchange" : "rename", to_folder, from, to, 0);
  return done;
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  return fate("link", to) != Fate::goes_on ? -1
                                           : REAL(linkat)(from_folder, from, to_folder, to, flags);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  if (fate("unlink", path) != Fate::goes_on) return -1;
  const bool is_folder = (flags & AT_REMOVEDIR) != 0;
  if (!is_folder) keep_link(folder, path);
  const int done = REAL(unlinkat)(folder, path, flags);
  if (done == 0) trace(is_folder ? "rmdir" : "unlink", folder, path, nullptr, 0);
  return done;
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  if (fate("mkdir", path) != Fate::goes_on) return -1;
  const int done = REAL(mkdirat)(folder, path, mode);
  if (done == 0) trace("mkdir", folder, path, nullptr, 0);
  return done;
}

// Memory is asked for before a program's own code runs, and by dlsym itself: the real functions are
// those of the C library under its other names.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* block, size_t size);
void* __libc_memalign(size_t align, size_t size);

}  // extern "C"

namespace {

long memory_at = -1;  // not known yet
bool memory_stays = false;
std::atomic<long> asked{0};

__attribute__((constructor)) void learn_of_memory() {
  const char* const at = ::getenv("FAULT_MEMORY");
  memory_stays = ::getenv("FAULT_STAYS") != nullptr;
  memory_at = at == nullptr || ::strcmp(program_invocation_short_name, "zsup") != 0 ? 0 : ::atol(at);
}

bool memory_fails() {
  if (memory_at <= 0) return false;
  const long number = ++asked;
  if (number != memory_at && (!memory_stays || number < memory_at)) return false;
  errno = ENOMEM;
  return true;
}

}  // namespace

extern "C" {

void* malloc(size_t size) { return memory_fails() ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size) {
  return memory_fails() ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* block, size_t size) {
  return memory_fails() ? nullptr : __libc_realloc(block, size);
}
void* aligned_alloc(size_t align, size_t size) {
  return memory_fails() ? nullptr : __libc_memalign(align, size);
}
int posix_memalign(void** block, size_t align, size_t size) {
  if (memory_fails()) return ENOMEM;
  *block = __libc_memalign(align, size);
  return *block == nullptr ? ENOMEM : 0;
}

}  // extern "C"
