#include "io/reach.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>

#include <string_view>

#include "io/file_system.h"

namespace zsup::io {

namespace {

// A folder on the way need not be readable, only be passed through.
constexpr int on_the_way = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int most_links = 40;

// Puts the parts of a path on top of those that are still ahead, the next one last.
void put_ahead(std::vector<std::string>& ahead, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view part = slash == std::string_view::npos ? path : path.substr(slash + 1);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    if (!part.empty() && part != ".") ahead.emplace_back(part);
  }
}

bool same(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

class Walker {
 public:
  Walker(int root, const std::string& path, Missing missing, Links links,
         std::vector<MadeFolder>& made)
      : root_(root),
        path_(path),
        missing_(missing),
        relative_(!path.starts_with('/')),
        links_(links == Links::outside && path.starts_with('/')),
        made_(made) {
    struct stat top;
    knows_start_ = links_ && ::stat(".", &start_) == 0 && ::stat("/", &top) == 0 &&
                   !same(start_, top);
  }

  // To the folder that the path names, or, without its last part, to the one that holds it.
  Failure go(bool without_last, Descriptor& folder, std::string& last) {
    if (path_.empty() || path_.find('\0') != std::string::npos) {
      return system_error(Operation::create, ENOENT, path_);
    }
    put_ahead(ahead_, path_);
    if (without_last) {
      if (ahead_.empty() || path_.ends_with('/') || ahead_.front() == "..") {
        return system_error(Operation::create, EISDIR, path_);
      }
      last = ahead_.front();
      ahead_.erase(ahead_.begin());
    }
    here_ = Descriptor(!relative_ ? ::open("/", on_the_way) : ::openat(root_, ".", on_the_way));
    if (!here_) return system_error(Operation::look_up, errno, path_);
    while (!ahead_.empty()) {
      const std::string part = std::move(ahead_.back());
      ahead_.pop_back();
      if (part == ".." && relative_) return system_error(Operation::look_up, EXDEV, path_);
      if (Failure failed = step(part)) return failed;
    }
    folder = Descriptor(::openat(here_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return system_error(Operation::create, errno, path_);
    return std::nullopt;
  }

 private:
  Failure step(const std::string& part) {
    if (links_ && is_of_a_tree()) links_ = false;
    Descriptor next(::openat(here_.get(), part.c_str(), on_the_way));
    int problem = next ? 0 : errno;
    if (problem == ENOENT && missing_ == Missing::is_made) {
      if (::mkdirat(here_.get(), part.c_str(), 0777) == 0) {
        Descriptor above(::openat(here_.get(), ".", on_the_way));
        if (above) made_.push_back({std::move(above), part});
      } else if (errno != EEXIST) {
        return system_error(Operation::create_folder, errno, path_);
      }
      next = Descriptor(::openat(here_.get(), part.c_str(), on_the_way));
      problem = next ? 0 : errno;
    }
    struct stat status;
    if (next) {
      here_ = std::move(next);
      // What is found from the register's folder does not lie in another one.
      if (relative_ && ::fstatat(here_.get(), std::string(config_name).c_str(), &status, 0) == 0 &&
          !S_ISDIR(status.st_mode)) {
        return Error{Operation::create, Reason::another_register, 0, path_};
      }
      return std::nullopt;
    }
    const bool link = (problem == ENOTDIR || problem == ELOOP) &&
                      ::fstatat(here_.get(), part.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                      S_ISLNK(status.st_mode);
    if (!link) return system_error(Operation::create, problem, path_);
    if (!links_) return Error{Operation::create, Reason::through_a_link, 0, path_};
    if (++followed_ > most_links) return system_error(Operation::create, ELOOP, path_);
    return follow(part);
  }

  Failure follow(const std::string& part) {
    std::string target(PATH_MAX, '\0');
    const ssize_t length =
        ::readlinkat(here_.get(), part.c_str(), target.data(), target.size());
    if (length < 0) return system_error(Operation::look_up, errno, path_);
    target.resize(static_cast<std::size_t>(length));
    if (target.starts_with('/')) {
      here_ = Descriptor(::open("/", on_the_way));
      if (!here_) return system_error(Operation::look_up, errno, path_);
    }
    put_ahead(ahead_, target);
    return std::nullopt;
  }

  // Whether this folder is where others may have put what is below it.
  bool is_of_a_tree() const {
    struct stat status;
    const int here = here_.get();
    if (::fstatat(here, ".git", &status, AT_SYMLINK_NOFOLLOW) == 0) return true;
    if (::fstatat(here, std::string(config_name).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
      return true;
    }
    return knows_start_ && ::fstat(here, &status) == 0 && same(status, start_);
  }

  int root_;
  const std::string& path_;
  Missing missing_;
  bool relative_;
  bool links_;
  std::vector<MadeFolder>& made_;
  struct stat start_ {};
  bool knows_start_ = false;
  std::vector<std::string> ahead_;  // the next part is the last
  Descriptor here_;
  int followed_ = 0;
};

}  // namespace

void take_away(std::vector<MadeFolder>& made) {
  while (!made.empty()) {
    ::unlinkat(made.back().above.get(), made.back().name.c_str(), AT_REMOVEDIR);
    made.pop_back();
  }
}

int make_durable(const std::vector<MadeFolder>& made) {
  for (const MadeFolder& one : made) {
    const Descriptor above(
        ::openat(one.above.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // A folder that may be written to and not be read cannot be made durable by us.
    if (!above) continue;
    if (uninterrupted([&] { return ::fsync(above.get()); }) != 0 && errno != EINVAL) return errno;
  }
  return 0;
}

Failure reach(int root, const std::string& path, Missing missing, Links links,
              std::vector<MadeFolder>& made, Place& place) {
  return Walker(root, path, missing, links, made).go(true, place.folder, place.name);
}

Failure reach_folder(int root, const std::string& path, Missing missing, Links links,
                     std::vector<MadeFolder>& made, Descriptor& folder) {
  std::string none;
  return Walker(root, path, missing, links, made).go(false, folder, none);
}

}  // namespace zsup::io
