// Folders are read one at a time and closed before those in them are entered, so that the depth of
// a register is bounded by the length of a path and not by the number of open files. Within a
// folder the entries are sorted with a '/' behind the names of folders, which yields exactly the
// order of the whole paths' bytes without sorting all of them at the end.
#include "io/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "io/descriptor.h"

namespace zsup::io {

namespace {

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

struct Entry {
  std::string name;  // with a '/' at the end when it is a folder
  unsigned char type = DT_UNKNOWN;
};

// A link to something inside the root, to be judged when everything has been listed.
struct InsideLink {
  std::string path;
  std::string target;
};

unsigned char type_of(mode_t mode) {
  if (S_ISREG(mode)) return DT_REG;
  if (S_ISDIR(mode)) return DT_DIR;
  if (S_ISLNK(mode)) return DT_LNK;
  if (S_ISFIFO(mode)) return DT_FIFO;
  if (S_ISSOCK(mode)) return DT_SOCK;
  return DT_CHR;
}

class Walk {
 public:
  Walk(int root, const std::string& root_path, const Ignore& ignore)
      : root_(root), root_path_(root_path), ignore_(ignore) {}

  Listing run() {
    enter("");
    for (InsideLink& link : inside_links_) {
      // Everything listed is sorted, so that a link to a listed record is found quickly.
      if (!std::binary_search(found_.records.begin(), found_.records.end(), link.target)) {
        found_.odd.push_back({std::move(link.path), Oddity::link});
      }
    }
    std::ranges::sort(found_.odd, {}, &OddEntry::path);
    std::ranges::sort(found_.unreadable, {}, &Error::path);
    return std::move(found_);
  }

 private:
  // `folder` is "" for the root, else ends in '/'.
  void enter(const std::string& folder) {
    std::vector<Entry> entries;
    if (!read_folder(folder, entries)) return;
    std::ranges::sort(entries, {}, &Entry::name);
    for (const Entry& entry : entries) visit(folder + entry.name, entry);
  }

  // False when the folder is not to be looked into any further.
  bool read_folder(const std::string& folder, std::vector<Entry>& entries) {
    const char* path = folder.empty() ? "." : folder.c_str();
    Descriptor opened(uninterrupted([&] {
      return ::openat(root_, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    }));
    if (!opened) return fail(Operation::list, errno, folder);
    const int number = opened.get();
    const std::unique_ptr<DIR, FolderCloser> stream(::fdopendir(number));
    if (stream == nullptr) return fail(Operation::list, errno, folder);
    opened.release();

    while (true) {
      errno = 0;
      const dirent* const item = ::readdir(stream.get());
      if (item == nullptr) break;
      const std::string_view name = item->d_name;
      if (name.starts_with('.')) continue;  // hidden, and the folder itself and the one above
      unsigned char type = item->d_type;
      if (type == DT_UNKNOWN) {  // a file system that does not say
        struct stat status;
        if (::fstatat(number, item->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        type = type_of(status.st_mode);
      }
      const bool is_folder = type == DT_DIR;
      // As for find_root, a folder of that name makes no register.
      if (name == config_name && !is_folder) {
        if (!folder.empty()) return false;  // another register
        continue;
      }
      if (!is_folder && type != DT_LNK && !is_record_name(name)) continue;
      if (!ignore_.empty() && ignore_.matches(folder + std::string(name), is_folder)) continue;
      entries.push_back({std::string(name) + (is_folder ? "/" : ""), type});
    }
    // What could be listed is still used: the rest of the register is checked all the same.
    if (errno != 0) fail(Operation::list, errno, folder);
    return true;
  }

  void visit(std::string path, const Entry& entry) {
    switch (entry.type) {
      case DT_REG:
        found_.records.push_back(std::move(path));
        return;
      case DT_DIR: {
        const std::string_view name = std::string_view(entry.name).substr(0, entry.name.size() - 1);
        if (!is_record_name(name)) return enter(path);
        path.pop_back();
        return odd(std::move(path), Oddity::folder);
      }
      case DT_LNK:
        return judge_link(std::move(path), is_record_name(entry.name));
      case DT_FIFO:
        return odd(std::move(path), Oddity::fifo);
      case DT_SOCK:
        return odd(std::move(path), Oddity::socket);
      default:
        return odd(std::move(path), Oddity::device);
    }
  }

  // A link that is not named like a record matters only when it leads to a folder.
  void judge_link(std::string path, bool named_like_a_record) {
    struct stat status;
    if (::fstatat(root_, path.c_str(), &status, 0) != 0) {
      if (!named_like_a_record) return;
      if (errno == ELOOP) return odd(std::move(path), Oddity::link_loop);
      if (errno == ENOENT || errno == ENOTDIR) return odd(std::move(path), Oddity::link_dangling);
      fail(Operation::look_up, errno, path);
      return;
    }
    if (!named_like_a_record && !S_ISDIR(status.st_mode)) return;
    const Result<std::string> target = real_path(root_path_ + "/" + path);
    if (!target) {
      fail(Operation::look_up, target.error().number, path);
      return;
    }
    std::optional<std::string> inside = path_inside(root_path_, *target);
    if (!inside) return odd(std::move(path), Oddity::link_outside);
    if (named_like_a_record) inside_links_.push_back({std::move(path), std::move(*inside)});
  }

  void odd(std::string path, Oddity oddity) { found_.odd.push_back({std::move(path), oddity}); }

  bool fail(Operation operation, int number, std::string path) {
    if (path.ends_with('/')) path.pop_back();
    found_.unreadable.push_back(
        system_error(operation, number, path.empty() ? "." : std::move(path)));
    return false;
  }

  int root_;
  const std::string& root_path_;
  const Ignore& ignore_;
  Listing found_;
  std::vector<InsideLink> inside_links_;
};

}  // namespace

bool is_record_name(std::string_view name) {
  return (name.ends_with(".yaml") || name.ends_with(".yml")) && !name.starts_with('.');
}

Listing walk(int root, const std::string& root_path, const Ignore& ignore) {
  return Walk(root, root_path, ignore).run();
}

}  // namespace zsup::io
