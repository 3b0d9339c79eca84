#include "io/pending.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <charconv>

#include "io/reach.h"

namespace zsup::io {

namespace {

constexpr std::string_view first_line = "zsup pending 1 ";
constexpr std::string_view last_line = "end\n";
constexpr std::uint64_t largest = 256U << 20;
constexpr mode_t mark = S_ISVTX | S_IRUSR | S_IWUSR;

// A regular file of this user's, of one name.
bool is_own_file(const struct stat& status) {
  return S_ISREG(status.st_mode) && status.st_uid == ::geteuid() && status.st_nlink == 1;
}

Error foreign(Reason reason = Reason::not_ours) {
  return {Operation::open, reason, 0, pending_name};
}

// A number and the sign behind it, taken from the front.
bool take_number(std::string_view& text, char end, ino_t& number) {
  const auto [past, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || past == text.data() + text.size() || *past != end) return false;
  text.remove_prefix(static_cast<std::size_t>(past - text.data()) + 1);
  return true;
}

bool take_text(std::string_view& text, std::string& taken) {
  const std::size_t end = text.find('\0');
  if (end == std::string_view::npos) return false;
  taken = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         !name.starts_with(".zsup-");
}

bool parse(std::string_view text, ino_t own, std::vector<PendingFile>& files) {
  if (!text.starts_with(first_line)) return false;
  text.remove_prefix(first_line.size());
  ino_t itself = 0;
  if (!take_number(text, '\n', itself) || itself != own) return false;
  while (text != last_line) {
    PendingFile file;
    if (!take_number(text, ' ', file.inode) || !take_number(text, ' ', file.before) ||
        !take_text(text, file.folder) || !take_text(text, file.temporary) ||
        !take_text(text, file.name) || !text.starts_with('\n')) {
      return false;
    }
    text.remove_prefix(1);
    if (!file.temporary.starts_with(temporary_prefix) ||
        file.temporary.find('/') != std::string::npos || !is_plain_name(file.name)) {
      return false;
    }
    files.push_back(std::move(file));
  }
  return true;
}

std::string text_of(const std::vector<PendingFile>& files, ino_t own) {
  std::string text(first_line);
  text += std::to_string(own) + "\n";
  for (const PendingFile& file : files) {
    text += std::to_string(file.inode) + " " + std::to_string(file.before) + " ";
    for (const std::string* part : {&file.folder, &file.temporary, &file.name}) {
      text += *part;
      text += '\0';
    }
    text += '\n';
  }
  text += last_line;
  return text;
}

Descriptor open_pending(int root, struct stat& status) {
  Descriptor file(::openat(root, pending_name,
                           O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file && (::fstat(file.get(), &status) != 0 || !is_own_file(status) ||
               (status.st_mode & 07777) != mark ||
               static_cast<std::uint64_t>(status.st_size) > largest)) {
    file.reset();
    errno = EPERM;
  }
  return file;
}

// The inode that a name stands for, and whether the file is one that may be named or taken away.
ino_t inode_at(int folder, const std::string& name, bool& own) {
  struct stat status;
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return 0;
  own = is_own_file(status);
  return status.st_ino;
}

// Whether the file had yet to get its name.
Result<bool> finish_one(int root, const PendingFile& file) {
  std::vector<MadeFolder> none;
  Descriptor folder;
  // A folder that is gone has taken its files along.
  if (Failure failed = file.folder.empty()
                           ? reach_folder(root, ".", Missing::is_an_error, Links::never, none, folder)
                           : reach_folder(root, file.folder, Missing::is_an_error, Links::never,
                                          none, folder)) {
    if (failed->reason == Reason::not_found) return false;
    return *failed;
  }
  bool own = false;
  const ino_t at_temporary = inode_at(folder.get(), file.temporary, own);
  if (at_temporary == 0) return false;
  const std::string path = file.folder + (file.folder.empty() ? "" : "/") + file.name;
  bool named_own = false;
  const ino_t at_name = inode_at(folder.get(), file.name, named_own);
  if (at_name == file.inode && (at_temporary == file.before || at_temporary == file.inode)) {
    // The two have changed places, and what is left is the old one; or the file has both names.
    ::unlinkat(folder.get(), file.temporary.c_str(), 0);
    return false;
  }
  if (at_temporary != file.inode || !own) return false;
  // What has come in its place since the crash is not overwritten.
  if (at_name != file.before) return system_error(Operation::replace, EEXIST, path);
  const int problem = rename_in(folder.get(), file.temporary.c_str(), file.name.c_str(),
                                file.before != 0);
  if (problem != 0) return system_error(Operation::replace, problem, path);
  if (uninterrupted([&] { return ::fsync(folder.get()); }) != 0 && errno != EINVAL) {
    return system_error(Operation::flush, errno, path);
  }
  return true;
}

}  // namespace

int rename_in(int folder, const char* from, const char* to, bool replace) {
  if (replace) return ::renameat(folder, from, folder, to) == 0 ? 0 : errno;
  if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system without it: a second name fails just as well when the name is taken.
  if (::linkat(folder, from, folder, to, 0) != 0) return errno;
  ::unlinkat(folder, from, 0);
  return 0;
}

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

PendingState pending_state(int root) {
  struct stat status;
  if (::fstatat(root, pending_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return PendingState::none;
  return read_pending(root) ? PendingState::ours : PendingState::foreign;
}

Result<std::vector<PendingFile>> read_pending(int root) {
  struct stat status;
  const Descriptor file = open_pending(root, status);
  if (!file) {
    if (errno == ENOENT) return std::vector<PendingFile>();
    return errno == EMFILE || errno == ENFILE || errno == ENOMEM
               ? system_error(Operation::open, errno, pending_name)
               : foreign();
  }
  std::string text(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got = uninterrupted(
        [&] { return ::read(file.get(), text.data() + filled, text.size() - filled); });
    if (got < 0) return system_error(Operation::read, errno, pending_name);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  std::vector<PendingFile> files;
  if (!parse(text, status.st_ino, files)) return foreign();
  return files;
}

Failure write_pending(int root, const std::vector<PendingFile>& files, const std::string& temporary,
                      bool& made) {
  made = false;
  struct stat status;
  Descriptor file(uninterrupted([&] {
    return ::openat(root, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  }));
  if (!file) return system_error(Operation::create, errno, pending_name);
  const auto stop = [&](Operation operation, int problem) {
    ::unlinkat(root, temporary.c_str(), 0);
    return system_error(operation, problem, pending_name);
  };
  if (::fchmod(file.get(), mark) != 0 || ::fstat(file.get(), &status) != 0 ||
      (status.st_mode & 07777) != mark || !is_own_file(status)) {
    ::unlinkat(root, temporary.c_str(), 0);
    return std::nullopt;
  }
  if (const int problem = write_bytes(file.get(), text_of(files, status.st_ino))) {
    return stop(Operation::write, problem);
  }
  if (uninterrupted([&] { return ::fsync(file.get()); }) != 0) return stop(Operation::flush, errno);
  if (const int problem = rename_in(root, temporary.c_str(), pending_name, false)) {
    if (problem == EEXIST) {
      ::unlinkat(root, temporary.c_str(), 0);
      return foreign();
    }
    return stop(Operation::replace, problem);
  }
  made = true;
  if (uninterrupted([&] { return ::fsync(root); }) != 0 && errno != EINVAL) {
    const int problem = errno;
    remove_pending(root);
    made = false;
    return system_error(Operation::flush, problem, pending_name);
  }
  return std::nullopt;
}

void remove_pending(int root) {
  // Twice, since a disk that fails once need not fail again, and what is left would look as if
  // something were still to be done. The next run that finds it sees that nothing is.
  if (::unlinkat(root, pending_name, 0) != 0) ::unlinkat(root, pending_name, 0);
}

Result<std::size_t> finish_pending(int root) {
  const Result<std::vector<PendingFile>> files = read_pending(root);
  if (!files) return files.error();
  std::size_t finished = 0;
  for (const PendingFile& file : *files) {
    const Result<bool> one = finish_one(root, file);
    if (!one) return one.error();
    if (*one) ++finished;
  }
  if (!files->empty()) remove_pending(root);
  return finished;
}

}  // namespace zsup::io
