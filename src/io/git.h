// What zsup asks of Git, through the `git` command: every repository that the user's own git can
// read (worktrees, SHA-256, partial clones) is then read alike.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "io/error.h"

namespace zsup::io {

enum class GitProblem : std::uint8_t {
  no_git,         // there is no git command
  no_repository,  // the folder is in no repository
  refused,        // git does not trust the repository: it belongs to someone else
  unknown_revision,
  timed_out,
  failed,  // anything else; `detail` tells
};

struct GitError {
  GitProblem problem = GitProblem::failed;
  std::string detail;  // the first line that git wrote, in English, as it wrote it: make it visible
                       // before printing
};

template <class T>
using GitResult = std::variant<T, GitError>;

class Git {
 public:
  // Asks about the repository that `folder`, an absolute path, lies in.
  explicit Git(std::string folder, std::chrono::milliseconds patience = std::chrono::seconds(60));

  // The repository's top level, as an absolute path.
  GitResult<std::string> top_level() const;

  // Where the folder lies within the top level: "" or a path that ends in '/'.
  GitResult<std::string> prefix() const;

  // Whether the history has been cut off, so that what is not found in it may still have been.
  GitResult<bool> is_shallow() const;

  // The files below the folder that differ between the work tree and the commit at which `revision`
  // and HEAD parted (or `revision` itself, where that commit is not known): changed, added,
  // deleted, and those that Git does not know yet and does not ignore. Relative to the folder,
  // sorted by bytes.
  GitResult<std::vector<std::string>> changed_since(const std::string& revision) const;

 private:
  GitResult<std::string> ask(std::vector<std::string> words) const;

  std::string folder_;
  std::chrono::milliseconds patience_;
};

}  // namespace zsup::io
