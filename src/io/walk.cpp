// Folders are read one at a time and closed before those in them are entered, so that the depth of
// a register is bounded by the length of a path and not by the number of open files. Within a
// folder the entries are sorted with a '/' behind the names of folders, which yields exactly the
// order of the whole paths' bytes without sorting all of them at the end.
#include "io/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <iterator>
#include <mutex>

#include "io/descriptor.h"
#include "io/in_parallel.h"

namespace zsup::io {

namespace {

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

struct Folder;

struct Entry {
  std::string_view name;  // with a '/' at the end when it is a folder
  unsigned char type = DT_UNKNOWN;
  Folder* inside = nullptr;  // what is to be listed of it
};

struct Folder {
  std::string path;  // "" for the root, else ends in '/'
  std::vector<Entry> entries;
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

Error folder_error(Operation operation, int number, std::string path) {
  if (path.ends_with('/')) path.pop_back();
  return system_error(operation, number, path.empty() ? "." : std::move(path));
}

// Lists folders; those that it comes upon are for whoever is free. One a thread.
class Lister {
 public:
  Lister(int root, const Ignore& ignore) : root_(root), ignore_(ignore) {}

  // Returns the folders in it that are to be listed.
  std::vector<Folder*> list(Folder& folder) {
    if (!read(folder)) folder.entries.clear();
    std::ranges::sort(folder.entries, {}, &Entry::name);
    count_ += folder.entries.size();
    std::vector<Folder*> found;
    for (Entry& entry : folder.entries) {
      if (entry.type != DT_DIR || is_record_name(entry.name.substr(0, entry.name.size() - 1))) {
        continue;
      }
      entry.inside = &folders_.emplace_back(Folder{folder.path + std::string(entry.name), {}});
      found.push_back(entry.inside);
    }
    return found;
  }

  std::size_t count() const { return count_; }
  std::vector<Error>& unreadable() { return unreadable_; }
  std::vector<std::string>& repositories() { return repositories_; }
  const std::vector<bool>& matched() const { return matched_; }

 private:
  // False when the folder is not to be looked into any further.
  bool read(Folder& folder) {
    const char* path = folder.path.empty() ? "." : folder.path.c_str();
    Descriptor opened(uninterrupted([&] {
      return ::openat(root_, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    }));
    if (!opened) return fail(errno, folder.path);
    const int number = opened.get();
    const std::unique_ptr<DIR, FolderCloser> stream(::fdopendir(number));
    if (stream == nullptr) return fail(errno, folder.path);
    opened.release();

    while (true) {
      errno = 0;
      const dirent* const item = ::readdir(stream.get());
      if (item == nullptr) break;
      const std::string_view name = item->d_name;
      if (name.starts_with('.')) {  // hidden, and the folder itself and the one above
        if (name == ".git" && !folder.path.empty()) repositories_.push_back(folder.path);
        if (!ignore_.empty() && name != "." && name != "..") {
          matches(folder, name, item->d_type == DT_DIR);
        }
        continue;
      }
      unsigned char type = item->d_type;
      if (type == DT_UNKNOWN) {  // a file system that does not say
        struct stat status;
        if (::fstatat(number, item->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        type = type_of(status.st_mode);
      }
      const bool is_folder = type == DT_DIR;
      // As for find_root, a folder of that name makes no register.
      if (name == config_name && !is_folder) {
        if (folder.path.empty()) continue;
        if (is_file(number, item->d_name, type)) return false;  // another register
      }
      if (!is_folder && type != DT_LNK && !is_record_name(name) &&
          (type != DT_REG || record_name_meant(name).empty())) {
        if (!ignore_.empty()) matches(folder, name, is_folder);
        continue;
      }
      if (!ignore_.empty() && matches(folder, name, is_folder)) continue;
      folder.entries.push_back({keep(name, is_folder), type});
    }
    // What could be listed is still used: the rest of the register is checked all the same.
    if (errno != 0) fail(errno, folder.path);
    return true;
  }

  bool matches(const Folder& folder, std::string_view name, bool is_folder) {
    return ignore_.matches(folder.path + std::string(name), is_folder, matched_);
  }

  // Whether it is a regular file, or a link to one.
  static bool is_file(int folder, const char* name, unsigned char type) {
    struct stat status;
    return type == DT_REG ||
           (type == DT_LNK && ::fstatat(folder, name, &status, 0) == 0 && S_ISREG(status.st_mode));
  }

  std::string_view keep(std::string_view name, bool is_folder) {
    char* const to = static_cast<char*>(names_.allocate(name.size() + 1, 1));
    std::memcpy(to, name.data(), name.size());
    to[name.size()] = '/';
    return {to, name.size() + (is_folder ? 1 : 0)};
  }

  bool fail(int number, const std::string& folder) {
    unreadable_.push_back(folder_error(Operation::list, number, folder));
    return false;
  }

  int root_;
  const Ignore& ignore_;
  text::Arena names_;
  std::deque<Folder> folders_;  // which stay where they are
  std::vector<Error> unreadable_;
  std::vector<std::string> repositories_;
  std::size_t count_ = 0;
  std::vector<bool> matched_;  // the patterns of ignore_
};

// Folders that wait to be listed. Ends when none waits and nobody may find another.
class Waiting {
 public:
  explicit Waiting(std::vector<Folder*> folders) : folders_(std::move(folders)) {}

  void work(Lister& lister) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return !folders_.empty() || busy_ == 0; });
      if (folders_.empty()) return;
      Folder* const next = folders_.back();
      folders_.pop_back();
      ++busy_;
      lock.unlock();
      std::vector<Folder*> found;
      try {
        found = lister.list(*next);
      } catch (...) {  // nobody may wait for what will not be found
        lock.lock();
        --busy_;
        folders_.clear();
        changed_.notify_all();
        throw;
      }
      lock.lock();
      --busy_;
      folders_.insert(folders_.end(), found.begin(), found.end());
      changed_.notify_all();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Folder*> folders_;
  unsigned busy_ = 0;
};

class Walk {
 public:
  Walk(int root, const std::string& root_path, const Ignore& ignore, text::Arena& paths)
      : root_(root), root_path_(root_path), ignore_(ignore), paths_(paths) {}

  Listing run(unsigned threads) {
    std::deque<Lister> listers;
    for (unsigned i = 0; i < std::max(1u, threads); ++i) listers.emplace_back(root_, ignore_);
    Folder top;
    std::vector<Folder*> open{&top};
    // A register of a few files is listed before another thread has begun.
    while (!open.empty() && listers[0].count() < worth_threads) {
      Folder* const next = open.back();
      open.pop_back();
      const std::vector<Folder*> found = listers[0].list(*next);
      open.insert(open.end(), found.begin(), found.end());
    }
    if (!open.empty()) {
      Waiting waiting(std::move(open));
      in_parallel(static_cast<unsigned>(listers.size()),
                  [&](unsigned i) { waiting.work(listers[i]); });
    }
    std::size_t count = 0;
    for (const Lister& lister : listers) count += lister.count();
    found_.records.reserve(count);
    visit(top);
    for (Lister& lister : listers) {
      std::ranges::move(lister.unreadable(), std::back_inserter(found_.unreadable));
      std::ranges::move(lister.repositories(), std::back_inserter(found_.repositories));
    }
    // Where a folder could not be listed, something in it may match.
    for (std::size_t i = 0; i < ignore_.size() && found_.unreadable.empty(); ++i) {
      const bool matched = std::any_of(listers.begin(), listers.end(), [&](const Lister& lister) {
        return i < lister.matched().size() && lister.matched()[i];
      });
      if (!matched) found_.matching_nothing.push_back(i);
    }
    for (InsideLink& link : inside_links_) {
      // Everything listed is sorted, so that a link to a listed record is found quickly.
      if (!std::binary_search(found_.records.begin(), found_.records.end(), link.target)) {
        found_.odd.push_back({std::move(link.path), Oddity::link});
      }
    }
    std::ranges::sort(found_.odd, {}, &OddEntry::path);
    std::ranges::sort(found_.unreadable, {}, &Error::path);
    std::ranges::sort(found_.repositories);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t worth_threads = 2000;

  void visit(const Folder& folder) {
    for (const Entry& entry : folder.entries) visit(folder.path, entry);
  }

  void visit(const std::string& folder, const Entry& entry) {
    switch (entry.type) {
      case DT_REG:
        if (!is_record_name(entry.name)) return odd(folder + std::string(entry.name), Oddity::name);
        found_.records.push_back(paths_.copy(folder, entry.name));
        return;
      case DT_DIR: {
        if (entry.inside != nullptr) return visit(*entry.inside);
        const std::string_view name = entry.name.substr(0, entry.name.size() - 1);
        return odd(folder + std::string(name), Oddity::folder);
      }
      case DT_LNK:
        return judge_link(folder + std::string(entry.name), is_record_name(entry.name));
      case DT_FIFO:
        return odd(folder + std::string(entry.name), Oddity::fifo);
      case DT_SOCK:
        return odd(folder + std::string(entry.name), Oddity::socket);
      default:
        return odd(folder + std::string(entry.name), Oddity::device);
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

  void fail(Operation operation, int number, const std::string& path) {
    found_.unreadable.push_back(folder_error(operation, number, path));
  }

  int root_;
  const std::string& root_path_;
  const Ignore& ignore_;
  text::Arena& paths_;
  Listing found_;
  std::vector<InsideLink> inside_links_;
};

}  // namespace

bool is_record_name(std::string_view name) {
  return (name.ends_with(".yaml") || name.ends_with(".yml")) && !name.starts_with('.');
}

std::string record_name_meant(std::string_view name) {
  const auto ends_with = [](std::string_view text, std::string_view end) {
    return text.size() > end.size() &&
           std::equal(end.rbegin(), end.rend(), text.rbegin(), [](char wanted, char c) {
             return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
           });
  };
  if (name.starts_with('.') || is_record_name(name)) return {};
  std::string_view rest = name;
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  for (const std::string_view end : {".txt", ".bak", ".old", ".orig", ".rej", ".tmp", "~"}) {
    if (!ends_with(rest, end)) continue;
    rest.remove_suffix(end.size());
    break;
  }
  for (const std::string_view end : {".yaml", ".yml"}) {
    if (!ends_with(rest, end)) continue;
    return std::string(rest.substr(0, rest.size() - end.size())) + std::string(end);
  }
  return {};
}

Listing walk(int root, const std::string& root_path, const Ignore& ignore, text::Arena& paths,
             unsigned threads) {
  return Walk(root, root_path, ignore, paths).run(threads);
}

}  // namespace zsup::io
