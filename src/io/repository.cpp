#include "io/repository.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "io/descriptor.h"
#include "io/file_system.h"

namespace zsup::io {

namespace {

constexpr std::string_view git_name = ".git";

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

std::string within(const std::string& folder, std::string_view name) {
  return (folder == "/" ? "" : folder) + "/" + std::string(name);
}

std::string above(const std::string& folder) {
  const std::size_t slash = folder.rfind('/');
  return slash == 0 || slash == std::string::npos ? "/" : folder.substr(0, slash);
}

bool is_taken(const std::string& path) {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0;
}

bool is_folder(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// The text of a small file, without the line's end; nothing where it is no plain file.
std::optional<std::string> line_of(const std::string& path) {
  constexpr std::size_t longest = 16 * 1024;
  const Descriptor file(uninterrupted(
      [&] { return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY); }));
  struct stat status;
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string text(longest, '\0');
  const ssize_t got = uninterrupted([&] { return ::read(file.get(), text.data(), text.size()); });
  if (got < 0 || static_cast<std::size_t>(got) == longest) return std::nullopt;
  text.resize(static_cast<std::size_t>(got));
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (text.empty() || text.find('\0') != std::string::npos) return std::nullopt;
  return text;
}

// Whether a checkout can have put a folder there: one that lies in a work tree, and below no
// `.git`.
bool may_be_checked_out(const std::string& folder) {
  bool in_work_tree = false;
  for (std::string at = folder; at != "/"; at = above(at)) {
    if (at.substr(at.rfind('/') + 1) == git_name) return false;
    in_work_tree = in_work_tree || is_taken(within(above(at), git_name));
  }
  return in_work_tree;
}

// Git would wait for ever at a pipe; and what is no plain file is none of its files.
std::optional<std::string> irregular(const Repository& one) {
  const std::array<std::string, 9> files{within(one.folder, "HEAD"),
                                         within(one.folder, "index"),
                                         within(one.folder, "config.worktree"),
                                         within(one.common, "config"),
                                         within(one.common, "packed-refs"),
                                         within(one.common, "shallow"),
                                         within(one.common, "info/grafts"),
                                         within(one.common, "objects/info/alternates"),
                                         within(one.common, "objects/info/commit-graph")};
  for (const std::string& path : files) {
    struct stat status;
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return path;
  }
  return std::nullopt;
}

// The same for what git may open by any name that it is given, such as a branch or an object: of
// thousands of files, whose kinds their folders tell. A folder that cannot be listed holds nothing
// that git would wait for.
std::optional<std::string> pipe_below(const std::string& folder, int levels) {
  const std::unique_ptr<DIR, FolderCloser> stream(::opendir(folder.c_str()));
  if (stream == nullptr) return std::nullopt;
  while (const dirent* const item = ::readdir(stream.get())) {
    const std::string_view name = item->d_name;
    if (name == "." || name == "..") continue;
    unsigned char type = item->d_type;
    if (type == DT_REG) continue;
    const std::string path = within(folder, name);
    if (type == DT_DIR && levels == 0) continue;
    if (type != DT_DIR) {
      struct stat status;
      if (::stat(path.c_str(), &status) != 0) continue;
      if (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode)) return path;
      if (type != DT_UNKNOWN || !S_ISDIR(status.st_mode)) continue;
    }
    if (levels == 0) continue;
    if (auto found = pipe_below(path, levels - 1)) return found;
  }
  return std::nullopt;
}

GitResult<Repository> read_repository(const std::string& top) {
  const std::string at = within(top, git_name);
  const auto broken = [](std::string path) {
    return GitError{GitProblem::broken, std::move(path)};
  };
  std::string named = at;
  if (!is_folder(at)) {
    constexpr std::string_view key = "gitdir:";
    const std::optional<std::string> line = line_of(at);
    if (!line || !line->starts_with(key)) return broken(at);
    named = line->substr(std::min(line->find_first_not_of(" \t", key.size()), line->size()));
    if (named.empty()) return broken(at);
    if (!named.starts_with('/')) named = within(top, named);
  }
  const Result<std::string> folder = real_path(named);
  if (!folder || !is_folder(*folder)) return broken(at);

  Repository one{top, *folder, *folder};
  const std::string common_file = within(one.folder, "commondir");
  if (is_taken(common_file)) {
    const std::optional<std::string> line = line_of(common_file);
    if (!line) return broken(common_file);
    const Result<std::string> common =
        real_path(line->starts_with('/') ? *line : within(one.folder, *line));
    if (!common) return broken(common_file);
    one.common = *common;
  }
  for (const std::string& part : {one.folder, one.common}) {
    if (part != at && may_be_checked_out(part)) return GitError{GitProblem::misplaced, part};
  }
  if (!is_taken(within(one.folder, "HEAD"))) return broken(within(one.folder, "HEAD"));
  for (const char* part : {"objects", "refs"}) {
    if (!is_folder(within(one.common, part))) return broken(within(one.common, part));
  }
  if (auto path = irregular(one)) return broken(std::move(*path));
  return one;
}

}  // namespace

GitResult<Repository> find_repository(const std::string& folder) {
  const Result<std::string> real = real_path(folder);
  if (!real) return GitError{GitProblem::no_repository, {}};
  for (std::string at = *real;; at = above(at)) {
    if (is_taken(within(at, git_name))) return read_repository(at);
    if (at == "/") return GitError{GitProblem::no_repository, {}};
  }
}

GitResult<Repository> repository_at(const std::string& top) {
  const Result<std::string> real = real_path(top);
  if (!real || !is_taken(within(*real, git_name))) return GitError{GitProblem::no_repository, {}};
  return read_repository(*real);
}

std::optional<std::string> pipe_within(const Repository& repository) {
  constexpr int most_levels = 64;
  for (const std::string& folder : {repository.folder, repository.common}) {
    if (auto found = pipe_below(folder, 0)) return found;
    for (const char* part : {"refs", "logs", "objects"}) {
      if (auto found = pipe_below(within(folder, part), most_levels)) return found;
    }
    if (repository.folder == repository.common) break;
  }
  return std::nullopt;
}

bool is_own(const Repository& repository) {
  const uid_t user = ::geteuid();
  std::string other;
  if (const char* sudo = ::getenv("SUDO_UID"); user == 0 && sudo != nullptr) other = sudo;
  for (const std::string& path :
       {within(repository.top, git_name), repository.top, repository.folder, repository.common}) {
    struct stat status;
    if (::lstat(path.c_str(), &status) != 0) return false;
    if (status.st_uid != user && std::to_string(status.st_uid) != other) return false;
  }
  return true;
}

}  // namespace zsup::io
