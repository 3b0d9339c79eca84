// How a file is written whole or not at all: its bytes go to a temporary file in the same folder
// and are made durable (fsync); only then does the file get its name in one step (rename); then the
// folder is made durable. A process that dies on the way leaves its temporary file behind and
// nothing else.
//
// Temporary files are called `.zsup-tmp-PID-N` and are held locked while their process lives. The
// first write to a folder removes those that nobody holds. The lock decides, since process ids
// repeat (in a container every zsup may have the same one); the id only covers the moment between
// the making of a file and its locking.
//
// Many files are written in batches: first the writing of all of them to the disk is begun, then
// each is waited for, so that the disk is waited for about once a batch and not once a file.
#include "io/whole_write.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <charconv>
#include <memory>

#include "io/descriptor.h"

namespace zsup::io {

namespace {

constexpr std::string_view temporary_prefix = ".zsup-tmp-";

// Every file of a batch is open until the batch is done; 1,024 may be open in all by default.
constexpr std::size_t batch_size = 256;

int write_bytes(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) return errno;
    // Nothing written and no error: only a broken file system does that, and asking again may never
    // end.
    if (written == 0) return EIO;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Gives `from` the name `to`, which must not exist.
int rename_to_new(int folder, const char* from, const char* to) {
  if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system without it: a second name fails just as well when the name is taken.
  if (::linkat(folder, from, folder, to, 0) != 0) return errno;
  ::unlinkat(folder, from, 0);
  return 0;
}

std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// Whether nobody can be at work on a temporary file of this name any more, as far as the name
// tells.
bool may_be_left_over(std::string_view name) {
  if (!name.starts_with(temporary_prefix)) return false;
  name.remove_prefix(temporary_prefix.size());
  pid_t process = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), process);
  if (problem != std::errc() || end == name.data() + name.size() || *end != '-' || process <= 0) {
    return false;
  }
  return process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH);
}

}  // namespace

struct WholeWriter::Folder {
  dev_t device;
  ino_t inode;
  Descriptor opened;
};

// A temporary file on its way; removed when it has not got its name.
struct WholeWriter::Pending {
  const Output* output;
  int folder;
  std::string temporary;
  std::string name;
  Descriptor opened;

  Pending(const Output* output_in, int folder_in, std::string temporary_in, std::string name_in,
          Descriptor opened_in)
      : output(output_in),
        folder(folder_in),
        temporary(std::move(temporary_in)),
        name(std::move(name_in)),
        opened(std::move(opened_in)) {}
  Pending(Pending&&) = default;
  ~Pending() {
    if (opened) ::unlinkat(folder, temporary.c_str(), 0);
  }
};

void WholeWriter::clean(int folder) {
  Descriptor again(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!again) return;
  DIR* const stream = ::fdopendir(again.get());
  if (stream == nullptr) return;
  again.release();
  while (const dirent* const item = ::readdir(stream)) {
    if (!may_be_left_over(item->d_name)) continue;
    const Descriptor left(
        ::openat(folder, item->d_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (left && ::flock(left.get(), LOCK_EX | LOCK_NB) == 0) ::unlinkat(folder, item->d_name, 0);
  }
  ::closedir(stream);
}

// Writes one file's bytes to a temporary file, or, where the path is a device or a pipe, straight
// there.
Failure WholeWriter::prepare(const Output& file, Overwrite overwrite, std::vector<Folder>& folders,
                             std::vector<Pending>& pending) {
  const std::string& path = file.path;
  if (path.empty() || path.find('\0') != std::string::npos) {
    return system_error(Operation::create, ENOENT, path);
  }
  struct stat old;
  const bool exists = ::fstatat(root_, path.c_str(), &old, 0) == 0;
  if (!exists && errno != ENOENT) return system_error(Operation::look_up, errno, path);
  if (exists && S_ISDIR(old.st_mode)) return system_error(Operation::create, EISDIR, path);
  if (exists && !S_ISREG(old.st_mode)) {
    // A name in /dev must not be replaced by a file, and what runs through a pipe is not kept.
    const Descriptor sink(uninterrupted(
        [&] { return ::openat(root_, path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY); }));
    if (!sink) return system_error(Operation::open, errno, path);
    const int problem = write_bytes(sink.get(), file.bytes);
    if (problem != 0) return system_error(Operation::write, problem, path);
    return std::nullopt;
  }
  if (exists && overwrite == Overwrite::no) {
    return system_error(Operation::create, EEXIST, path);
  }

  const std::string folder_path = split(path).first;
  std::string name = split(path).second;
  Descriptor opened(uninterrupted(
      [&] { return ::openat(root_, folder_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!opened) return system_error(Operation::create, errno, path);
  // A link stays a link: the file that it leads to is the one that is replaced.
  std::string link(PATH_MAX, '\0');
  for (int hops = 0; exists && hops < 40; ++hops) {
    const ssize_t length = ::readlinkat(opened.get(), name.c_str(), link.data(), link.size());
    if (length < 0) break;
    auto [next_folder, next_name] = split(link.substr(0, static_cast<std::size_t>(length)));
    Descriptor next(
        ::openat(opened.get(), next_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!next) return system_error(Operation::create, errno, path);
    opened = std::move(next);
    name = std::move(next_name);
  }

  struct stat folder_status;
  if (::fstat(opened.get(), &folder_status) != 0) {
    return system_error(Operation::look_up, errno, path);
  }
  int folder = -1;
  for (const Folder& known : folders) {
    if (known.device == folder_status.st_dev && known.inode == folder_status.st_ino) {
      folder = known.opened.get();
    }
  }
  if (folder < 0) {
    folder = opened.get();
    folders.push_back({folder_status.st_dev, folder_status.st_ino, std::move(opened)});
    if (cleaned_.emplace(folder_status.st_dev, folder_status.st_ino).second) clean(folder);
  }

  std::string temporary;
  Descriptor made;
  do {
    temporary = temporary_prefix;
    temporary += std::to_string(::getpid()) + "-" + std::to_string(next_++);
    made = Descriptor(uninterrupted([&] {
      return ::openat(folder, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }));
  } while (!made && errno == EEXIST);
  if (!made) return system_error(Operation::create, errno, path);
  // Where locks are not to be had, a left-over is simply never cleaned away.
  static_cast<void>(::flock(made.get(), LOCK_EX | LOCK_NB));
  pending.emplace_back(&file, folder, std::move(temporary), std::move(name), std::move(made));

  const int target = pending.back().opened.get();
  if (exists && ::fchmod(target, old.st_mode & 07777) != 0) {
    return system_error(Operation::create, errno, path);
  }
  const int problem = write_bytes(target, file.bytes);
  if (problem != 0) return system_error(Operation::write, problem, path);
  // Begins the writing to the disk without waiting for it; only a hint, the fsync below decides.
  static_cast<void>(::sync_file_range(target, 0, 0, SYNC_FILE_RANGE_WRITE));
  return std::nullopt;
}

Failure WholeWriter::write_some(std::span<const Output> files, Overwrite overwrite,
                                std::vector<const char*>& made) {
  std::vector<Folder> folders;  // destroyed after `pending`, which removes what is left in them
  std::vector<Pending> pending;
  pending.reserve(files.size());
  for (const Output& file : files) {
    if (Failure failed = prepare(file, overwrite, folders, pending)) return failed;
  }
  for (const Pending& file : pending) {
    if (uninterrupted([&] { return ::fsync(file.opened.get()); }) != 0) {
      return system_error(Operation::flush, errno, file.output->path);
    }
  }
  for (Pending& file : pending) {
    const char* const from = file.temporary.c_str();
    const char* const to = file.name.c_str();
    int problem = 0;
    if (overwrite == Overwrite::no) {
      problem = rename_to_new(file.folder, from, to);
    } else if (::renameat(file.folder, from, file.folder, to) != 0) {
      problem = errno;
    }
    if (problem != 0) return system_error(Operation::replace, problem, file.output->path);
    file.opened.reset();
    if (overwrite == Overwrite::no) made.push_back(file.output->path.c_str());
  }
  for (const Folder& folder : folders) {
    // Some file systems cannot do this for a folder and say so with EINVAL; they need no help from
    // us.
    if (uninterrupted([&] { return ::fsync(folder.opened.get()); }) != 0 && errno != EINVAL) {
      return system_error(Operation::flush, errno, files.back().path);
    }
  }
  return std::nullopt;
}

Failure WholeWriter::write(std::span<const Output> files, Overwrite overwrite) {
  const std::lock_guard lock(one_at_a_time_);
  if (overwrite == Overwrite::no && files.size() > 1) {
    for (const Output& file : files) {
      struct stat old;
      if (::fstatat(root_, file.path.c_str(), &old, 0) == 0 && S_ISREG(old.st_mode)) {
        return system_error(Operation::create, EEXIST, file.path);
      }
    }
  }
  std::vector<const char*> made;
  for (std::size_t at = 0; at < files.size(); at += batch_size) {
    const std::size_t count = std::min(batch_size, files.size() - at);
    Failure failed = write_some(files.subspan(at, count), overwrite, made);
    if (!failed) continue;
    // What was not there before is not there afterwards.
    for (const char* path : made) ::unlinkat(root_, path, 0);
    return failed;
  }
  return std::nullopt;
}

}  // namespace zsup::io
