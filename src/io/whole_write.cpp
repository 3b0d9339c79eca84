// How a file is written whole or not at all: its bytes go to a temporary file in the same folder
// and are made durable (fsync); only then does the file get its name in one step (rename); then the
// folder is made durable. A process that dies on the way leaves its temporary file behind and
// nothing else.
//
// Files that are written together get their names one after the other, when all of them are
// durable. What is to be named is written down before (pending.h), so that the next run ends what a
// crash cut off. A file that is replaced changes places with the new one and stays until all have
// been named, so that everything can be undone when one of them fails. Signals wait meanwhile
// (interrupt.h).
//
// Temporary files are called `.zsup-tmp-PID-N` and are held locked while their process lives. The
// first write to a folder removes those that nobody holds. The lock decides, since process ids
// repeat (in a container every zsup may have the same one); the id only covers the moment between
// the making of a file and its locking. Those of several files that belong together are called
// `.zsup-tmp-PID-N-ROOT`, with the inode of the register's folder: what becomes of them is for a
// run that holds this folder to say.
//
// First the writing of many files to the disk is begun, then each is waited for, so that the disk
// is waited for about once for all of them.
#include "io/whole_write.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "io/interrupt.h"
#include "io/pending.h"

namespace zsup::io {

namespace {

// As many temporary files are open at once; 1,024 may be by default.
constexpr std::size_t most_open = 256;
// A pipe that nobody empties for so long is given up.
constexpr int patience_ms = 10'000;
constexpr int pause_ms = 100;
constexpr std::size_t fits_any_pipe = 4096;

struct stat no_status() {
  return {};
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool same_content(const struct stat& a, const struct stat& b) {
  return same_file(a, b) && a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

// Whether nobody can be at work on a temporary file of this name any more, as far as the name
// tells. Those that belong together are judged only by who holds the folder `root`, or else 0.
bool may_be_left_over(std::string_view name, ino_t root) {
  if (!name.starts_with(temporary_prefix)) return false;
  name.remove_prefix(temporary_prefix.size());
  const char* const past = name.data() + name.size();
  pid_t process = 0;
  auto read = std::from_chars(name.data(), past, process);
  if (read.ec != std::errc() || read.ptr == past || *read.ptr != '-' || process <= 0) return false;
  unsigned number = 0;
  read = std::from_chars(read.ptr + 1, past, number);
  if (read.ec == std::errc() && read.ptr != past && *read.ptr == '-') {
    ino_t of = 0;
    read = std::from_chars(read.ptr + 1, past, of);
    return read.ec == std::errc() && read.ptr == past && root != 0 && of == root;
  }
  return process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH);
}

// The open file that a path of the system names: /dev/stdout and its like. What is written there
// belongs to whoever opened it, and never replaces anything.
std::optional<int> open_file_named(std::string_view path) {
  if (path == "-" || path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    const std::string_view number = path.substr(folder.size());
    int file = 0;
    const auto [end, problem] =
        std::from_chars(number.data(), number.data() + number.size(), file);
    if (problem == std::errc() && end == number.data() + number.size() && file >= 0) return file;
  }
  return std::nullopt;
}

// For what may keep its writer waiting. A reader of standard output that has gone away has read
// what it wanted.
Failure pass_on(int file, std::string_view bytes, const std::string& path) {
  const bool output = file == STDOUT_FILENO;
  int waited = 0;
  while (!bytes.empty()) {
    if (interrupted()) return Error{Operation::write, Reason::interrupted, 0, path};
    pollfd ready{file, POLLOUT, 0};
    if (::poll(&ready, 1, pause_ms) <= 0) {
      waited += pause_ms;
      if (!output && waited >= patience_ms) return system_error(Operation::write, ETIMEDOUT, path);
      continue;
    }
    const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), fits_any_pipe));
    if (written < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      if (output && errno == EPIPE) return std::nullopt;
      return system_error(Operation::write, errno, path);
    }
    if (written == 0) return system_error(Operation::write, EIO, path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    waited = 0;
  }
  return std::nullopt;
}

// ---- what a file has besides its bytes

std::vector<std::string> attribute_names(int file) {
  std::string names;
  ssize_t size = ::flistxattr(file, nullptr, 0);
  if (size > 0) {
    names.resize(static_cast<std::size_t>(size));
    size = ::flistxattr(file, names.data(), names.size());
  }
  names.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  std::vector<std::string> list;
  for (std::size_t at = 0; at < names.size(); at += list.back().size() + 1) {
    list.emplace_back(names.c_str() + at);
  }
  return list;
}

std::optional<std::string> attribute(int file, const std::string& name) {
  const ssize_t size = ::fgetxattr(file, name.c_str(), nullptr, 0);
  if (size < 0) return std::nullopt;
  std::string value(static_cast<std::size_t>(size), '\0');
  const ssize_t got = ::fgetxattr(file, name.c_str(), value.data(), value.size());
  if (got < 0) return std::nullopt;
  value.resize(static_cast<std::size_t>(got));
  return value;
}

// Gives a new file owner, group, mode, access lists and other attributes of the one that it is to
// replace. 0, or the number of the first error that kept it from doing so; the file is then open to
// nobody to whom the old one was not.
int take_after(int file, int old, const struct stat& status) {
  int problem = 0;
  const auto failed = [&](int number) {
    if (problem == 0) problem = number;
  };
  struct stat now;
  if (::fstat(file, &now) != 0) return errno;
  mode_t mode = status.st_mode & 07777;
  if (now.st_uid != status.st_uid && ::fchown(file, status.st_uid, static_cast<gid_t>(-1)) != 0) {
    failed(errno);
    mode &= ~static_cast<mode_t>(S_ISUID);
  }
  if (now.st_gid != status.st_gid && ::fchown(file, static_cast<uid_t>(-1), status.st_gid) != 0) {
    failed(errno);
    // Another group may not do more than anybody may.
    mode &= ~static_cast<mode_t>(S_ISGID | S_IRWXG);
    mode |= (mode & S_IRWXO) << 3;
  }
  if (old < 0) {
    failed(EACCES);
  } else {
    const std::vector<std::string> wanted = attribute_names(old);
    for (const std::string& name : attribute_names(file)) {
      if (std::find(wanted.begin(), wanted.end(), name) == wanted.end() &&
          ::fremovexattr(file, name.c_str()) != 0 && name.starts_with("system.")) {
        failed(errno);
      }
    }
    for (const std::string& name : wanted) {
      const std::optional<std::string> value = attribute(old, name);
      if (!value || attribute(file, name) == value) continue;
      if (::fsetxattr(file, name.c_str(), value->data(), value->size(), 0) != 0) failed(errno);
    }
  }
  if (::fchmod(file, mode) != 0) failed(errno);
  return problem;
}

// Where a list of files in many folders needs more open folders than are usual.
void make_room_for_descriptors() {
  rlimit limit;
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 1U << 16);
  static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

bool is_relative(const Output& file) {
  return !file.path.starts_with('/') && file.path != "-";
}

}  // namespace

Failure still_holds(int folder, const std::string& name, std::string_view bytes,
                    const std::string& path, Descriptor& opened) {
  opened = Descriptor(uninterrupted([&] {
    return ::openat(folder, name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  }));
  struct stat status;
  if (!opened || ::fstat(opened.get(), &status) != 0) {
    if (errno == ELOOP) return Error{Operation::replace, Reason::is_a_link, 0, path};
    return system_error(Operation::open, errno, path);
  }
  if (!S_ISREG(status.st_mode)) return Error{Operation::open, Reason::not_a_regular_file, 0, path};
  // An administrator may write to every file; one that is marked read-only was meant to stay.
  if ((status.st_mode & 0222) == 0) return system_error(Operation::open, EACCES, path);
  const Error changed{Operation::replace, Reason::changed_while_read, 0, path};
  if (static_cast<std::uint64_t>(status.st_size) != bytes.size()) return changed;
  std::string now(bytes.size() + 1, '\0');
  std::size_t filled = 0;
  while (filled < now.size()) {
    const ssize_t got = uninterrupted(
        [&] { return ::read(opened.get(), now.data() + filled, now.size() - filled); });
    if (got < 0) return system_error(Operation::read, errno, path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  now.resize(filled);
  if (now != bytes) return changed;
  return std::nullopt;
}

// One run of write(): everything of it, or what undoes it.
class WholeWriter::Batch {
 public:
  Batch(WholeWriter& writer, std::span<const Output> files, Overwrite overwrite)
      : writer_(writer), files_(files), overwrite_(overwrite), together_(files.size() > 1) {
    files_to_name_.reserve(files.size());
  }
  ~Batch() {
    if (!done_) undo();
    if (locked_) ::flock(writer_.root_, LOCK_UN);
  }

  Failure run() {
    if (together_) {
      if (Failure failed = prepare_list()) return failed;
    }
    for (const Output& file : files_) {
      if (interrupted()) return Error{Operation::write, Reason::interrupted, 0, file.path};
      if (Failure failed = prepare(file)) return failed;
      if (open_ >= most_open) {
        if (Failure failed = make_files_durable()) return failed;
        for (NewFile& one : files_to_name_) one.opened.reset();
        open_ = 0;
      }
    }
    if (Failure failed = make_files_durable()) return failed;
    if (interrupted()) {
      return Error{Operation::write, Reason::interrupted, 0, files_.front().path};
    }
    if (listed_ && files_to_name_.size() > 1) {
      if (Failure failed = write_list()) return failed;
    }
    for (NewFile& file : files_to_name_) {
      if (Failure failed = give_name(file)) return failed;
    }
    if (Failure failed = make_folders_durable()) return failed;
    for (const Sink& sink : sinks_) {
      if (Failure failed = pass_on(sink.file, sink.output->bytes, sink.output->path)) {
        return failed;
      }
    }
    done_ = true;
    for (const NewFile& file : files_to_name_) {
      if (file.step == Step::exchanged) remove(file.folder, file.temporary);
    }
    if (list_is_there_) remove_pending(writer_.root_);
    made_.clear();
    writer_.made_.clear();
    return std::nullopt;
  }

  const std::vector<Error>& not_kept() const { return not_kept_; }

 private:
  enum class Step : std::uint8_t { written, named, exchanged, replaced };

  struct Folder {
    dev_t device;
    ino_t inode;
    Descriptor opened;
    std::string path;  // as it is written down
  };

  struct NewFile {
    const Output* output;
    int folder;
    const std::string* folder_path;
    std::string temporary;
    std::string name;
    Descriptor opened;
    Descriptor old;  // kept open, and so locked, where it must not have changed
    struct stat status;
    struct stat old_status;
    bool exists = false;
    bool durable = false;
    Step step = Step::written;
  };

  struct Sink {
    const Output* output;
    int file;
    Descriptor opened;
  };

  static void remove(int folder, const std::string& name) {
    // Twice, since a disk that fails once need not fail again.
    if (::unlinkat(folder, name.c_str(), 0) != 0) ::unlinkat(folder, name.c_str(), 0);
  }

  bool may_replace(const Output& file) const {
    return file.instead_of || (overwrite_ == Overwrite::yes && !file.always_new);
  }

  // ---- before anything is written

  // Files of the register must be listed; for others, which can be made again, it is well where it
  // can be done.
  Failure prepare_list() {
    const bool needed = std::any_of(files_.begin(), files_.end(), is_relative);
    if (!writer_.held_) {
      if (Failure failed = needed ? writer_.hold() : try_lock()) return needed ? failed : Failure();
      writer_.held_ = false;
      locked_ = true;
    }
    if (const Result<std::size_t> earlier = finish_pending(writer_.root_); !earlier) {
      return needed ? Failure(earlier.error()) : Failure();
    }
    struct stat status;
    if (::fstat(writer_.root_, &status) != 0) return std::nullopt;
    root_inode_ = status.st_ino;
    listed_ = true;
    must_be_listed_ = needed;
    // The list itself is made here.
    if (writer_.cleaned_.emplace(status.st_dev, status.st_ino).second) clean(writer_.root_);
    return std::nullopt;
  }

  Failure try_lock() {
    if (uninterrupted([&] { return ::flock(writer_.root_, LOCK_EX | LOCK_NB); }) == 0) {
      return std::nullopt;
    }
    return system_error(Operation::lock, errno, ".");
  }

  // ---- writing to temporary files

  Failure prepare(const Output& file) {
    if (const std::optional<int> open = open_file_named(file.path)) {
      sinks_.push_back({&file, *open, Descriptor()});
      return std::nullopt;
    }
    Place place;
    if (Failure failed =
            reach(writer_.root_, file.path, Missing::is_made, Links::outside, made_, place)) {
      return failed;
    }
    NewFile next{.output = &file, .folder = -1, .folder_path = nullptr, .temporary = {},
                 .name = std::move(place.name), .opened = {}, .old = {}, .status = no_status(),
                 .old_status = no_status()};
    struct stat& old = next.old_status;
    next.exists =
        ::fstatat(place.folder.get(), next.name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0;
    if (!next.exists && errno != ENOENT) {
      return system_error(Operation::look_up, errno, file.path);
    }
    if (next.exists && !S_ISREG(old.st_mode)) return prepare_special(file, place, next);
    if (next.exists && !may_replace(file)) {
      return system_error(Operation::create, EEXIST, file.path);
    }
    if (!next.exists && file.instead_of) {
      return system_error(Operation::open, ENOENT, file.path);
    }
    if (next.exists) {
      if (Failure failed = look_at_old(file, place, next)) return failed;
    }
    const Folder* folder = nullptr;
    if (Failure failed = adopt(file, std::move(place.folder), folder)) return failed;
    next.folder = folder->opened.get();
    next.folder_path = &folder->path;
    return write_temporary(file, std::move(next));
  }

  // A name in /dev must not be replaced by a file, and what runs through a pipe is not kept. A link
  // may lead anywhere: neither is it followed nor replaced.
  Failure prepare_special(const Output& file, const Place& place, const NewFile& next) {
    const mode_t mode = next.old_status.st_mode;
    if (S_ISLNK(mode)) return Error{Operation::create, Reason::is_a_link, 0, file.path};
    if (S_ISDIR(mode)) return system_error(Operation::create, EISDIR, file.path);
    if (!S_ISCHR(mode) && !S_ISFIFO(mode)) {
      return Error{Operation::create, Reason::not_a_regular_file, 0, file.path};
    }
    Descriptor sink(uninterrupted([&] {
      return ::openat(place.folder.get(), next.name.c_str(),
                      O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    }));
    if (!sink && errno == ENXIO) return Error{Operation::open, Reason::no_reader, 0, file.path};
    if (!sink) return system_error(Operation::open, errno, file.path);
    const int number = sink.get();
    sinks_.push_back({&file, number, std::move(sink)});
    return std::nullopt;
  }

  Failure look_at_old(const Output& file, const Place& place, NewFile& next) {
    if (file.instead_of) {
      Failure failed = still_holds(place.folder.get(), next.name, *file.instead_of, file.path,
                                   next.old);
      if (failed) return failed;
      // Nobody may take it for a left-over when it has changed places with the new one.
      static_cast<void>(::flock(next.old.get(), LOCK_SH | LOCK_NB));
    } else {
      next.old = Descriptor(uninterrupted([&] {
        return ::openat(place.folder.get(), next.name.c_str(),
                        O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
      }));
    }
    if (next.old && ::fstat(next.old.get(), &next.old_status) != 0) {
      return system_error(Operation::look_up, errno, file.path);
    }
    return std::nullopt;
  }

  Failure adopt(const Output& file, Descriptor opened, const Folder*& folder) {
    struct stat status;
    if (::fstat(opened.get(), &status) != 0) {
      return system_error(Operation::look_up, errno, file.path);
    }
    for (const auto& known : folders_) {
      if (known->device == status.st_dev && known->inode == status.st_ino) {
        folder = known.get();
        return std::nullopt;
      }
    }
    if (folders_.size() == most_open / 2) make_room_for_descriptors();
    const std::size_t slash = file.path.rfind('/');
    std::string path = slash == std::string::npos ? std::string()
                                                  : file.path.substr(0, std::max<std::size_t>(
                                                                            slash, 1));
    if (!is_relative(file)) path = real_path_of(opened.get()).value_or(path);
    folders_.push_back(std::make_unique<Folder>(
        Folder{status.st_dev, status.st_ino, std::move(opened), std::move(path)}));
    folder = folders_.back().get();
    if (writer_.cleaned_.emplace(status.st_dev, status.st_ino).second) {
      clean(folder->opened.get());
    }
    return std::nullopt;
  }

  static std::optional<std::string> real_path_of(int folder) {
    std::string path(4096, '\0');
    const ssize_t length = ::readlink(("/proc/self/fd/" + std::to_string(folder)).c_str(),
                                      path.data(), path.size());
    if (length <= 0 || path[0] != '/') return std::nullopt;
    path.resize(static_cast<std::size_t>(length));
    return path;
  }

  void clean(int folder) const {
    Descriptor again(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!again) return;
    DIR* const stream = ::fdopendir(again.get());
    if (stream == nullptr) return;
    again.release();
    while (const dirent* const item = ::readdir(stream)) {
      if (!may_be_left_over(item->d_name, root_inode_)) continue;
      const Descriptor left(
          ::openat(folder, item->d_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
      if (left && ::flock(left.get(), LOCK_EX | LOCK_NB) == 0) ::unlinkat(folder, item->d_name, 0);
    }
    ::closedir(stream);
  }

  std::string next_temporary() {
    std::string name(temporary_prefix);
    name += std::to_string(::getpid()) + "-" + std::to_string(writer_.next_++);
    if (listed_) name += "-" + std::to_string(root_inode_);
    return name;
  }

  Failure write_temporary(const Output& file, NewFile next) {
    // Never open to anybody to whom the file will not be: more is granted when all is written.
    const mode_t mode = next.exists ? next.old_status.st_mode & S_IRWXU : 0666;
    do {
      next.temporary = next_temporary();
      next.opened = Descriptor(uninterrupted([&] {
        return ::openat(next.folder, next.temporary.c_str(),
                        O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      }));
    } while (!next.opened && errno == EEXIST);
    if (!next.opened) return system_error(Operation::create, errno, file.path);
    // Where locks are not to be had, a left-over is simply never cleaned away.
    static_cast<void>(::flock(next.opened.get(), LOCK_EX | LOCK_NB));
    const int target = next.opened.get();
    files_to_name_.push_back(std::move(next));
    NewFile& kept = files_to_name_.back();
    ++open_;

    const int problem = write_bytes(target, file.bytes);
    if (problem != 0) return system_error(Operation::write, problem, file.path);
    if (kept.exists) {
      if (const int lost = take_after(target, kept.old ? kept.old.get() : -1, kept.old_status)) {
        // What a full or broken disk refuses is a fault like any other.
        if (lost == ENOSPC || lost == EDQUOT || lost == EIO) {
          return system_error(Operation::create, lost, file.path);
        }
        not_kept_.push_back(system_error(Operation::keep, lost, file.path));
      }
      if (!file.instead_of) kept.old.reset();
    }
    if (::fstat(target, &kept.status) != 0) {
      return system_error(Operation::look_up, errno, file.path);
    }
    // Begins the writing to the disk without waiting for it; only a hint, the fsync below decides.
    static_cast<void>(::sync_file_range(target, 0, 0, SYNC_FILE_RANGE_WRITE));
    return std::nullopt;
  }

  Failure make_files_durable() {
    for (NewFile& file : files_to_name_) {
      if (file.durable) continue;
      if (uninterrupted([&] { return ::fsync(file.opened.get()); }) != 0) {
        return system_error(Operation::flush, errno, file.output->path);
      }
      file.durable = true;
    }
    return std::nullopt;
  }

  Failure make_folders_durable() {
    for (const auto& folder : folders_) {
      // Some file systems cannot do this for a folder and say so with EINVAL; they need no help
      // from us.
      if (uninterrupted([&] { return ::fsync(folder->opened.get()); }) != 0 && errno != EINVAL) {
        return system_error(Operation::flush, errno, files_.back().path);
      }
    }
    for (const std::vector<MadeFolder>* made : {&made_, &writer_.made_}) {
      if (const int problem = make_durable(*made)) {
        return system_error(Operation::flush, problem, files_.back().path);
      }
    }
    return std::nullopt;
  }

  // ---- giving the names

  Failure write_list() {
    if (Failure failed = make_folders_durable()) return failed;
    std::vector<PendingFile> list;
    list.reserve(files_to_name_.size());
    for (const NewFile& file : files_to_name_) {
      list.push_back({.folder = *file.folder_path,
                      .temporary = file.temporary,
                      .name = file.name,
                      .inode = file.status.st_ino,
                      .before = file.exists ? file.old_status.st_ino : 0});
    }
    Failure failed = write_pending(writer_.root_, list, next_temporary(), list_is_there_);
    const bool may_not =
        failed && (failed->reason == Reason::no_permission || failed->reason == Reason::read_only);
    if (may_not && !must_be_listed_) failed.reset();
    return failed;
  }

  Failure give_name(NewFile& file) {
    const char* const from = file.temporary.c_str();
    const char* const to = file.name.c_str();
    const std::string& path = file.output->path;
    int problem = 0;
    if (file.exists && (together_ || file.output->instead_of)) {
      problem = exchange(file);
      if (problem == 0) return check_exchanged(file);
      if (problem == ENOENT && !file.output->instead_of) {
        problem = 0;
        file.exists = false;
      } else if (problem != EINVAL && problem != ENOSYS) {
        return system_error(Operation::replace, problem, path);
      } else if (file.output->instead_of && !is_as_it_was(file)) {
        return Error{Operation::replace, Reason::changed_while_read, 0, path};
      }
    }
    if (!file.exists) {
      problem = rename_in(file.folder, from, to, false);
      file.step = Step::named;
      if (problem == EEXIST && may_replace(*file.output)) {
        problem = rename_in(file.folder, from, to, true);
        file.step = Step::replaced;
      }
    } else {
      problem = rename_in(file.folder, from, to, true);
      file.step = Step::replaced;
    }
    if (problem != 0) {
      file.step = Step::written;
      return system_error(Operation::replace, problem, path);
    }
    if (!together_) file.opened.reset();
    return std::nullopt;
  }

  static int exchange(const NewFile& file) {
    return ::renameat2(file.folder, file.temporary.c_str(), file.folder, file.name.c_str(),
                       RENAME_EXCHANGE) == 0
               ? 0
               : errno;
  }

  // The file that had the name until now is the one that was looked at, or else has it again.
  Failure check_exchanged(NewFile& file) {
    file.step = Step::exchanged;
    struct stat now;
    const bool known =
        ::fstatat(file.folder, file.temporary.c_str(), &now, AT_SYMLINK_NOFOLLOW) == 0;
    if (known && same_content(now, file.old_status)) return std::nullopt;
    if (known && !file.output->instead_of && S_ISREG(now.st_mode)) {
      file.old_status = now;
      return std::nullopt;
    }
    if (exchange(file) == 0) file.step = Step::written;
    if (known && !S_ISREG(now.st_mode)) {
      return Error{Operation::replace, Reason::not_a_regular_file, 0, file.output->path};
    }
    return Error{Operation::replace, Reason::changed_while_read, 0, file.output->path};
  }

  static bool is_as_it_was(const NewFile& file) {
    struct stat now;
    return ::fstatat(file.folder, file.name.c_str(), &now, AT_SYMLINK_NOFOLLOW) == 0 &&
           same_content(now, file.old_status);
  }

  // ---- undoing

  void undo() {
    bool back = false;
    for (auto file = files_to_name_.rbegin(); file != files_to_name_.rend(); ++file) {
      struct stat now;
      if (file->step == Step::written || file->step == Step::replaced) continue;
      if (::fstatat(file->folder, file->name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0 ||
          now.st_dev != file->status.st_dev || now.st_ino != file->status.st_ino) {
        continue;  // another's by now
      }
      back = true;
      if (file->step == Step::exchanged) {
        if (exchange(*file) == 0) file->step = Step::written;
      } else if (rename_in(file->folder, file->name.c_str(), file->temporary.c_str(), false) != 0) {
        remove(file->folder, file->name);
      } else {
        file->step = Step::written;
      }
    }
    if (list_is_there_) {
      // As long as the list is there, the next run would give the names again: until then all
      // files must be there, and afterwards none may have its name.
      for (const auto& folder : folders_) {
        if (back) static_cast<void>(::fsync(folder->opened.get()));
      }
      remove_pending(writer_.root_);
    }
    for (const NewFile& file : files_to_name_) {
      if (file.step == Step::written || file.step == Step::exchanged) {
        remove(file.folder, file.temporary);
      }
    }
    files_to_name_.clear();
    folders_.clear();
    take_away(made_);
    take_away(writer_.made_);
  }

  WholeWriter& writer_;
  std::span<const Output> files_;
  Overwrite overwrite_;
  bool together_;
  bool locked_ = false;          // the root, by this run alone
  bool listed_ = false;          // what is written down before it is named
  bool must_be_listed_ = false;  // or nothing is written
  bool list_is_there_ = false;
  bool done_ = false;
  ino_t root_inode_ = 0;
  std::size_t open_ = 0;
  std::vector<MadeFolder> made_;
  std::vector<std::unique_ptr<Folder>> folders_;
  std::vector<NewFile> files_to_name_;
  std::vector<Sink> sinks_;
  std::vector<Error> not_kept_;
};

Failure WholeWriter::write(std::span<const Output> files, Overwrite overwrite,
                           std::vector<Error>& not_kept) {
  if (files.empty()) return std::nullopt;
  const std::lock_guard lock(one_at_a_time_);
  Failure failed;
  {
    const Shield shield;
    Batch batch(*this, files, overwrite);
    failed = batch.run();
    if (!failed) not_kept.insert(not_kept.end(), batch.not_kept().begin(), batch.not_kept().end());
  }
  if (failed) end_if_interrupted();
  return failed;
}

Failure WholeWriter::hold() {
  constexpr int between_ms = 20;
  for (int waited = 0;; waited += between_ms) {
    if (uninterrupted([&] { return ::flock(root_, LOCK_EX | LOCK_NB); }) == 0) break;
    if (errno != EWOULDBLOCK) break;
    if (waited >= patience_ms) return system_error(Operation::lock, ETIMEDOUT, ".");
    if (interrupted()) return Error{Operation::lock, Reason::interrupted, 0, "."};
    ::poll(nullptr, 0, between_ms);
  }
  held_ = true;
  return std::nullopt;
}

Result<std::size_t> WholeWriter::finish_earlier() {
  if (pending_state(root_) == PendingState::none) return std::size_t{0};
  const Shield shield;
  const bool held = held_;
  if (Failure failed = hold()) return *failed;
  Result<std::size_t> finished = finish_pending(root_);
  if (!held) {
    ::flock(root_, LOCK_UN);
    held_ = false;
  }
  return finished;
}

}  // namespace zsup::io
