// The real file system.
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <ctime>
#include <memory>
#include <optional>

#include "io/descriptor.h"
#include "io/file_system.h"
#include "io/interrupt.h"
#include "io/pending.h"
#include "io/reach.h"
#include "io/tracked.h"
#include "io/walk.h"
#include "io/whole_write.h"

namespace zsup::io {

namespace {

constexpr std::size_t most_names = 10'000;

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

// The system would take a NUL for the end of the path, and look at another file.
bool has_nul(const std::string& path) {
  return path.find('\0') != std::string::npos;
}

bool same_state(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

// How long ago a file was written to or replaced.
std::chrono::nanoseconds age_of(const struct stat& status) {
  timespec now;
  if (::clock_gettime(CLOCK_REALTIME, &now) != 0) return std::chrono::nanoseconds(0);
  const auto since = [&](const timespec& then) {
    return std::chrono::seconds(now.tv_sec - then.tv_sec) +
           std::chrono::nanoseconds(now.tv_nsec - then.tv_nsec);
  };
  return std::min(since(status.st_mtim), since(status.st_ctim));
}

// A write that is under way has set the time of the file when it began, and may go on without a
// sign of it. So a file that was written to just now is read once more, and must be the same.
bool is_read_the_same_again(int file, const char* bytes, std::size_t size,
                            const struct stat& status) {
  using namespace std::chrono_literals;
  const std::chrono::nanoseconds age = age_of(status);
  if (age > 2s) return true;
  // Whoever writes may have been interrupted in the middle.
  if (age > -50ms && age < 50ms) ::poll(nullptr, 0, 20);
  std::array<char, 4096> again;
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = uninterrupted([&] {
      return ::pread(file, again.data(), std::min(again.size(), size - at),
                     static_cast<off_t>(at));
    });
    if (got <= 0 || std::memcmp(again.data(), bytes + at, static_cast<std::size_t>(got)) != 0) {
      return false;
    }
    at += static_cast<std::size_t>(got);
  }
  struct stat now;
  return ::fstat(file, &now) == 0 && same_state(status, now);
}

// Reads one open file into the room that `make_room(size)` yields, which is for one byte more than
// the file has. The state is compared before and after: one read of a small file costs no further
// call.
template <class MakeRoom>
Result<std::size_t> read_open(int file, const std::string& path, std::uint64_t limit,
                              MakeRoom make_room) {
  struct stat before;
  if (::fstat(file, &before) != 0) return system_error(Operation::read, errno, path);
  if (!S_ISREG(before.st_mode)) {
    return Error{Operation::open, Reason::not_a_regular_file, 0, path};
  }
  const auto size = static_cast<std::uint64_t>(before.st_size);
  if (size > limit) return Error{Operation::read, Reason::too_large, 0, path};

  char* const room = make_room(static_cast<std::size_t>(size));
  std::size_t filled = 0;
  // One byte more is asked for than there should be, so that a file that has grown shows at once.
  while (filled <= size) {
    const ssize_t got =
        uninterrupted([&] { return ::read(file, room + filled, size + 1 - filled); });
    if (got < 0) return system_error(Operation::read, errno, path);
    filled += static_cast<std::size_t>(got);
    if (got == 0 || filled == size) break;
  }
  struct stat after;
  if (::fstat(file, &after) != 0) return system_error(Operation::read, errno, path);
  if (filled != size || !same_state(before, after) ||
      !is_read_the_same_again(file, room, filled, after)) {
    return Error{Operation::read, Reason::changed_while_read, 0, path};
  }
  room[filled] = '\0';
  return filled;
}

// A small file that nobody has written to lately is read with one call, and looked at once. What
// was written within the last two seconds may be written to again without a sign of it in its
// state, since clocks of file systems are coarse; that, and all that is not plain, is left to
// read_open.
constexpr std::size_t small_file = 16 * 1024;
using SmallFile = std::array<char, small_file>;

std::optional<std::size_t> read_small(int file, std::uint64_t limit, SmallFile& room) {
  const ssize_t got = uninterrupted([&] { return ::pread(file, room.data(), room.size(), 0); });
  struct stat after;
  timespec now;
  if (got < 0 || static_cast<std::size_t>(got) == room.size() || ::fstat(file, &after) != 0 ||
      ::clock_gettime(CLOCK_REALTIME_COARSE, &now) != 0) {
    return std::nullopt;
  }
  const bool settled =
      after.st_mtim.tv_sec < now.tv_sec - 2 && after.st_ctim.tv_sec < now.tv_sec - 2;
  if (!settled || !S_ISREG(after.st_mode) || after.st_size != got ||
      static_cast<std::uint64_t>(got) > limit) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(got);
}

class Disk : public FileSystem {
 public:
  Disk(Descriptor root, std::string root_path)
      : root_(std::move(root)), root_path_(std::move(root_path)), writer_(root_.get()) {}

  Listing list(const Ignore& ignore, text::Arena& paths, unsigned threads) const override {
    Listing found = walk(root_.get(), root_path_, ignore, paths, threads);
    add_tracked(root_.get(), root_path_, ignore, found);
    return found;
  }

  Result<std::string_view> read_into(const std::string& path, text::Arena& arena,
                                     std::uint64_t limit, OpenFolder& folder) const override {
    char* room = nullptr;
    SmallFile small;
    if (has_nul(path)) return system_error(Operation::open, ENOENT, path);
    Descriptor file(uninterrupted([&] { return open_in(folder, path); }));
    if (!file) return system_error(Operation::open, errno, path);
    if (const auto size = read_small(file.get(), limit, small)) {
      room = static_cast<char*>(arena.allocate(*size + 1, 1));
      std::memcpy(room, small.data(), *size);
      room[*size] = '\0';
      return std::string_view(room, *size);
    }
    const Result<std::size_t> size = read_twice_at_most(
        path, limit, [&] { return file ? file.release() : open_record(path); },
        [&](std::size_t bytes) { return room = static_cast<char*>(arena.allocate(bytes + 1, 1)); });
    if (!size) return size.error();
    return std::string_view(room, *size);
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    std::string text;
    const Result<std::size_t> size = read_twice_at_most(
        path, limit, [&] { return open_inside(path); },
        [&](std::size_t bytes) {
          text.resize(bytes + 1);
          return text.data();
        });
    if (!size) return size.error();
    text.resize(*size);
    return text;
  }

  Attachment attachment(const std::string& path) const override {
    if (path.empty() || has_nul(path)) return Attachment::missing;
    // A path that climbs above the root is outside even where it comes back under the name that the
    // folder happens to have, or through a folder that is not there: a clone has another name.
    if (path.starts_with('/') || leaves_by_dots(path)) return Attachment::outside;
    // O_PATH finds the file without opening it, and the kernel itself sees to it that no `..` and
    // no link leads outside.
    const Descriptor found(open_beneath(path, O_PATH | O_CLOEXEC, RESOLVE_BENEATH));
    struct stat status;
    if (found) {
      if (::fstat(found.get(), &status) != 0) return Attachment::unreadable;
      return judge(status);
    }
    if (errno != EXDEV && errno != ENOSYS && errno != EPERM && errno != EAGAIN) {
      return absent(errno);
    }
    // Either it does lead outside, or a link gives an absolute path that ends inside, or the kernel
    // is old: following the path ourselves tells which.
    const Result<std::string> target = real_path(root_path_ + "/" + path);
    if (!target) return absent(target.error().number);
    if (!path_inside(root_path_, *target)) return Attachment::outside;
    if (::stat(target->c_str(), &status) != 0) return absent(errno);
    return judge(status);
  }

  std::vector<std::string> names_in(const std::string& folder) const override {
    std::vector<std::string> names;
    if (has_nul(folder) || folder.starts_with('/') || leaves_by_dots(folder)) return names;
    Descriptor opened(open_beneath(folder.empty() ? "." : folder,
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK,
                                   RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS));
    if (!opened) return names;
    const std::unique_ptr<DIR, FolderCloser> stream(::fdopendir(opened.get()));
    if (stream == nullptr) return names;
    opened.release();
    while (const dirent* const item = ::readdir(stream.get())) {
      if (item->d_name[0] == '.') continue;
      if (names.size() == most_names) return {};
      names.emplace_back(item->d_name);
    }
    return names;
  }

  Failure replaceable(const std::string& path, std::string_view bytes) const override {
    std::vector<MadeFolder> none;
    Place place;
    if (Failure failed =
            reach(root_.get(), path, Missing::is_an_error, Links::outside, none, place)) {
      return failed;
    }
    Descriptor opened;
    return still_holds(place.folder.get(), place.name, bytes, path, opened);
  }

  Presence presence(const std::string& path) const override {
    struct stat status;
    if (has_nul(path)) return Presence::nothing;
    const char* const name = path.empty() ? "." : path.c_str();
    if (::fstatat(root_.get(), name, &status, 0) != 0) {
      // A name that is taken without leading anywhere is not free for a new file.
      const bool taken = ::fstatat(root_.get(), name, &status, AT_SYMLINK_NOFOLLOW) == 0;
      return taken ? Presence::other : Presence::nothing;
    }
    if (S_ISREG(status.st_mode)) return Presence::file;
    return S_ISDIR(status.st_mode) ? Presence::folder : Presence::other;
  }

  bool unfinished() const override { return pending_state(root_.get()) == PendingState::ours; }

  Result<std::size_t> finish_earlier() override { return writer_.finish_earlier(); }

  Failure hold() override { return writer_.hold(); }

  void begin_with(std::vector<MadeFolder> made) {
    if (!made.empty()) until_written_.emplace();
    writer_.begin_with(std::move(made));
  }

 private:
  Failure write(std::span<const Output> files, Overwrite overwrite,
                std::vector<Error>& not_kept) override {
    Failure failed = writer_.write(files, overwrite, not_kept);
    until_written_.reset();
    if (failed) end_if_interrupted();
    return failed;
  }

  // The file is opened anew for the second try: it may have been replaced, not written to.
  template <class Open, class MakeRoom>
  Result<std::size_t> read_twice_at_most(const std::string& path, std::uint64_t limit, Open open,
                                         MakeRoom make_room) const {
    if (has_nul(path)) return system_error(Operation::open, ENOENT, path);
    for (int attempt = 1;; ++attempt) {
      const Descriptor file(uninterrupted(open));
      if (!file) return system_error(Operation::open, errno, path);
      Result<std::size_t> size = read_open(file.get(), path, limit, make_room);
      const bool again = !size && size.error().reason == Reason::changed_while_read;
      if (!again || attempt == 2) return size;
    }
  }

  static constexpr int record_flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;

  // Links are followed, but not out of the root.
  int open_inside(const std::string& path) const {
    constexpr int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
    if (path.starts_with('/')) {
      errno = EXDEV;
      return -1;
    }
    const int opened = open_beneath(path, flags, RESOLVE_BENEATH);
    if (opened >= 0 || (errno != EXDEV && errno != ENOSYS && errno != EPERM)) return opened;
    // As for attachments: a link may give an absolute path that ends inside, or the kernel is old.
    const Result<std::string> target = real_path(root_path_ + "/" + path);
    const auto inside = target ? path_inside(root_path_, *target) : std::nullopt;
    if (target && inside) return ::openat(root_.get(), inside->c_str(), flags | O_NOFOLLOW);
    errno = target ? EXDEV : target.error().number;
    return -1;
  }

  int open_record(const std::string& path) const {
    const int opened = open_beneath(path, record_flags, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return opened;
    std::vector<MadeFolder> none;
    Place place;
    if (const Failure failed =
            reach(root_.get(), path, Missing::is_an_error, Links::never, none, place)) {
      errno = failed->number != 0 ? failed->number : ELOOP;
      return -1;
    }
    return ::openat(place.folder.get(), place.name.c_str(), record_flags);
  }

  // The same for a folder.
  int open_folder(const std::string& path) const {
    const int opened = open_beneath(path, O_PATH | O_DIRECTORY | O_CLOEXEC,
                                    RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return opened;
    std::vector<MadeFolder> none;
    Descriptor folder;
    if (const Failure failed = reach_folder(root_.get(), path, Missing::is_an_error, Links::never,
                                            none, folder)) {
      errno = failed->number != 0 ? failed->number : ELOOP;
      return -1;
    }
    return folder.release();
  }

  // As open_record, from the file's folder: what is left of the path has no slash.
  int open_in(OpenFolder& folder, const std::string& path) const {
    const std::size_t name = path.rfind('/') + 1;
    if (name == 0) return open_record(path);
    if (!folder.number || path.compare(0, name, folder.path) != 0) {
      folder.path = path.substr(0, name);
      folder.number = Descriptor(open_folder(folder.path));
      if (!folder.number) return -1;
    }
    const int opened = ::openat(folder.number.get(), path.c_str() + name, record_flags);
    // The folder may have been replaced by another of its name.
    return opened < 0 && errno == ENOENT ? open_record(path) : opened;
  }

  // openat2, which came with Linux 5.6 and which some sandboxes refuse (ENOSYS or EPERM); asked
  // once.
  int open_beneath(const std::string& path, int flags, std::uint64_t resolve) const {
    if (!beneath_works_.load(std::memory_order_relaxed)) {
      errno = ENOSYS;
      return -1;
    }
    open_how how{};
    how.flags = static_cast<std::uint32_t>(flags);
    how.resolve = resolve;
    const long opened = ::syscall(SYS_openat2, root_.get(), path.c_str(), &how, sizeof how);
    if (opened < 0 && (errno == ENOSYS || errno == EPERM)) {
      beneath_works_.store(false, std::memory_order_relaxed);
    }
    return static_cast<int>(opened);
  }

  static Attachment judge(const struct stat& status) {
    if (S_ISDIR(status.st_mode)) return Attachment::folder;
    if (!S_ISREG(status.st_mode)) return Attachment::irregular;
    return status.st_size == 0 ? Attachment::empty : Attachment::usable;
  }

  static Attachment absent(int number) {
    switch (number) {
      case ENOENT:
      case ENOTDIR:
      case ENAMETOOLONG:
        return Attachment::missing;
      case ELOOP:
        return Attachment::irregular;
      default:
        return Attachment::unreadable;
    }
  }

  // Whether the path's own `..` segments lead above the root, whatever there may be on the disk.
  static bool leaves_by_dots(std::string_view path) {
    int depth = 0;
    while (!path.empty()) {
      const std::size_t slash = std::min(path.find('/'), path.size());
      const std::string_view segment = path.substr(0, slash);
      path.remove_prefix(std::min(slash + 1, path.size()));
      if (segment == "..") {
        if (--depth < 0) return true;
      } else if (!segment.empty() && segment != ".") {
        ++depth;
      }
    }
    return false;
  }

  Descriptor root_;
  std::string root_path_;
  mutable std::atomic<bool> beneath_works_{true};
  // A folder that was made for this is not left behind by a signal.
  std::optional<Shield> until_written_;
  WholeWriter writer_;
};

}  // namespace

Result<std::unique_ptr<FileSystem>> open_disk(const std::string& root) {
  Result<std::string> real = real_path(root);
  if (!real) return real.error();
  Descriptor opened(::open(real->c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return system_error(Operation::open, errno, root);
  return std::unique_ptr<FileSystem>(std::make_unique<Disk>(std::move(opened), std::move(*real)));
}

Result<std::unique_ptr<FileSystem>> open_new_disk(const std::string& root) {
  std::vector<MadeFolder> made;
  Descriptor opened;
  auto shield = std::make_optional<Shield>();
  if (Failure failed =
          reach_folder(AT_FDCWD, root, Missing::is_made, Links::outside, made, opened)) {
    take_away(made);
    shield.reset();
    end_if_interrupted();
    return *failed;
  }
  Result<std::string> real = real_path(root);
  if (!real) return real.error();
  auto disk = std::make_unique<Disk>(std::move(opened), std::move(*real));
  disk->begin_with(std::move(made));
  return std::unique_ptr<FileSystem>(std::move(disk));
}

}  // namespace zsup::io
