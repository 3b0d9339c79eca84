// What zsup asks of Git, through the `git` command: every repository that the user's own git can
// read (worktrees, SHA-256, partial clones) is then read alike.
//
// Nothing is executed but git itself, whatever the repository's settings name, and nothing is
// written. Only these of git's commands are run: `rev-parse` and `merge-base`, which look up
// revisions; `cat-file --batch`, which prints objects as they are stored; and `config`, for the
// text of a `.gitmodules` and, where a repository belongs to someone else, for what the user's own
// settings trust. None of them looks at the work tree, refreshes the index, runs a hook, a filter
// or a text conversion, or shows a page; what is missing is not fetched.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/program.h"
#include "io/repository.h"
#include "text/arena.h"

namespace zsup::io {

// An object as Git stores it.
struct GitObject {
  enum class Type : std::uint8_t { missing, blob, tree, commit, other, too_large };
  Type type = Type::missing;
  std::string_view bytes;  // in the arena; one NUL byte, not part of them, follows
};

class Git {
 public:
  // `patience` is how long git may take to answer one question.
  explicit Git(Repository repository,
               std::chrono::milliseconds patience = std::chrono::seconds(30));

  // Asks about the repository that `folder` lies in.
  static GitResult<Git> of(const std::string& folder);

  const Repository& repository() const { return repository_; }

  // The full name of the commit at which `revision` and HEAD parted; where there is none, that of
  // `revision` itself.
  GitResult<std::string> base(const std::string& revision) const;

  // Those objects, each by its full name, in the order in which they are asked for. What is larger
  // than `most_each` is not kept, and `too_large` is the answer where all of them together are
  // larger than `most_in_all`.
  GitResult<std::vector<GitObject>> objects(const std::vector<std::string>& names,
                                            std::uint64_t most_each, std::uint64_t most_in_all,
                                            text::Arena& arena) const;

  // What `.gitmodules`, the blob of that name, says: "submodule.NAME.path" LF PATH NUL, each.
  GitResult<std::string> submodule_paths(const std::string& blob) const;

 private:
  struct Answer;
  GitResult<Answer> run_git(std::vector<std::string> words, Command command) const;
  GitResult<Answer> ask(std::vector<std::string> words, Command command = {}) const;
  GitResult<std::string> commit(const std::string& revision) const;
  GitResult<std::vector<bool>> are_there(const std::vector<std::string>& names) const;
  GitResult<std::vector<GitObject>> read_objects(const std::vector<std::string>& names,
                                                 std::uint64_t most_each, std::uint64_t most_in_all,
                                                 text::Arena& arena) const;
  bool is_trusted() const;

  Repository repository_;
  std::chrono::milliseconds patience_;
};

}  // namespace zsup::io
