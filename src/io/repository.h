// Where the Git repository of a folder is, found without the git command. A folder that holds what
// a bare repository holds (HEAD, objects, refs, config) is none: such files can be committed like
// any others, and would speak for whoever committed them. Only a `.git` counts, which no commit can
// hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace zsup::io {

enum class GitProblem : std::uint8_t {
  no_git,         // there is no git command
  no_repository,  // the folder is in no repository
  broken,     // there is a `.git`, and it is none that works; `detail` is the path that is wrong
  misplaced,  // a `.git` leads to where a checkout puts its files; `detail` is that folder
  refused,    // it belongs to someone else, and Git has not been told to trust it
  unknown_revision,
  timed_out,
  too_large,
  no_descriptors,  // the process may not open as many files as asking takes
  failed,          // anything else; `detail` tells
};

struct GitError {
  GitProblem problem = GitProblem::failed;
  std::string detail;  // a path, or the first line that git wrote, in English, as it wrote it: make
                       // it visible before printing
};

template <class T>
using GitResult = std::variant<T, GitError>;

// Absolute paths without symbolic links.
struct Repository {
  std::string top;     // the folder that holds the `.git`
  std::string folder;  // the repository's own, of this work tree
  std::string common;  // what all work trees share: objects, branches, settings
};

// The repository of the nearest `.git` (a folder, or a file that names one) in `folder` or above
// it.
//
// What a `.git` file and the files behind it name is taken only where no checkout can have put it:
// below a folder named .git, or where no folder above has a `.git`. That is where Git itself puts
// the repositories of worktrees and submodules, and where people put those that they keep apart.
GitResult<Repository> find_repository(const std::string& folder);

// That of a `.git` in this very folder.
GitResult<Repository> repository_at(const std::string& top);

// A pipe or device among what git may open there: it would wait for it.
std::optional<std::string> pipe_within(const Repository& repository);

// Whether the user that runs this owns the repository; a user that has become root by sudo does.
bool is_own(const Repository& repository);

}  // namespace zsup::io
