#include "io/tracked.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>

#include "io/git_index.h"
#include "io/walk.h"

namespace zsup::io {

namespace {

class Adder {
 public:
  Adder(int root, const Ignore& ignore, Listing& listing)
      : root_(root), ignore_(ignore), listing_(listing) {}

  // `down` leads from the repository's top to the register, `under` from the register to the
  // repository's top; both are empty or end in '/', and one of them is empty.
  void add(const Repository& repository, const std::string& down, const std::string& under) {
    const auto entries = notable_entries(repository);
    if (!entries) {
      listing_.unknown_index.push_back(under);
      return;
    }
    for (const IndexEntry& entry : *entries) {
      if (!entry.path.starts_with(down) || entry.path.size() == down.size()) continue;
      const std::string path = under + entry.path.substr(down.size());
      if (path.ends_with("/" + std::string(config_name))) {
        registers_.insert(path.substr(0, path.rfind('/')));
      }
      if (entry.stage > 0) {
        unmerged_.push_back(path);
      } else if (entry.skip_worktree) {
        absent_.push_back(path);
      } else if (entry.submodule) {
        submodules_.push_back(path);
      }
    }
  }

  void finish() {
    for (const std::string& path : unmerged_) {
      if (may_be_read(path)) listing_.unmerged.push_back(path);
    }
    for (const std::string& path : absent_) {
      const bool is_folder = path.ends_with('/');
      if ((is_folder || is_record_name(name_of(path))) && !is_there(path) && may_be_read(path)) {
        listing_.not_checked_out.push_back(path);
      }
    }
    for (const std::string& path : submodules_) {
      if (may_be_read(path + "/") && !is_there(path + "/.git")) {
        listing_.not_fetched.push_back(path);
      }
    }
    for (auto* list : {&listing_.unmerged, &listing_.not_checked_out, &listing_.not_fetched}) {
      std::ranges::sort(*list);
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
  }

 private:
  bool is_there(const std::string& path) const {
    struct stat status;
    return ::fstatat(root_, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  }

  // Whether the walk would have come to it.
  bool may_be_read(const std::string& path) {
    constexpr std::size_t longest = 4096;  // that the system takes
    if (path.size() > longest) return false;
    for (std::size_t end = path.find('/'); end < path.size() - 1; end = path.find('/', end + 1)) {
      const std::string folder = path.substr(0, end);
      const auto [at, is_new] = entered_.try_emplace(folder, false);
      if (is_new) {
        at->second =
            is_open(folder, true) && !is_register(folder) && !is_record_name(name_of(folder));
      }
      if (!at->second) return false;
    }
    const bool is_folder = path.ends_with('/');
    return is_open(is_folder ? path.substr(0, path.size() - 1) : path, is_folder);
  }

  static std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
  }

  bool is_open(const std::string& path, bool is_folder) const {
    return !name_of(path).starts_with('.') && !ignore_.matches(path, is_folder);
  }

  bool is_register(const std::string& folder) const {
    struct stat status;
    const std::string config = folder + "/" + std::string(config_name);
    return registers_.contains(folder) ||
           (::fstatat(root_, config.c_str(), &status, 0) == 0 && S_ISREG(status.st_mode));
  }

  int root_;
  const Ignore& ignore_;
  Listing& listing_;
  std::vector<std::string> unmerged_;
  std::vector<std::string> absent_;
  std::vector<std::string> submodules_;
  std::set<std::string> registers_;  // known from the index
  std::map<std::string, bool> entered_;
};

}  // namespace

void add_tracked(int root, const std::string& root_path, const Ignore& ignore, Listing& listing) {
  Adder adder(root, ignore, listing);
  const auto found = find_repository(root_path);
  if (const auto* repository = std::get_if<Repository>(&found)) {
    const auto down = path_inside(repository->top, root_path);
    if (down) adder.add(*repository, down->empty() ? *down : *down + "/", {});
  }
  for (const std::string& under : listing.repositories) {
    const auto below = repository_at(root_path + "/" + under);
    if (const auto* repository = std::get_if<Repository>(&below)) adder.add(*repository, {}, under);
  }
  adder.finish();
}

}  // namespace zsup::io
