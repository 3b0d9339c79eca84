#include "io/git.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>

#include "io/program.h"
#include "support/temporary_folder.h"

using namespace zsup::io;
using zsup::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

// Runs git the way a person would, but for what this machine's own configuration would add.
void git(const std::string& folder, std::vector<std::string> words) {
  Command command{
      .words = {"git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c",
                "init.defaultBranch=main", "-c", "protocol.file.allow=always"},
      .environment = {"PATH=" + std::string(::getenv("PATH")), "HOME=" + folder,
                      "GIT_CONFIG_NOSYSTEM=1"}};
  command.words.insert(command.words.end(), words.begin(), words.end());
  const Result<Finished> finished = run(command);
  REQUIRE(finished);
  INFO(finished->errors);
  REQUIRE(finished->exit_code == 0);
}

template <class T>
GitProblem problem(const GitResult<T>& result) {
  REQUIRE(std::holds_alternative<GitError>(result));
  return std::get<GitError>(result).problem;
}

template <class T>
T value(const GitResult<T>& result) {
  if (const auto* error = std::get_if<GitError>(&result)) FAIL(error->detail);
  return std::get<T>(result);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the top level, the way down from it, and what has changed") {
  for (const char* format : {"sha1", "sha256"}) {
    TemporaryFolder folder;
    const std::string top = folder.at("登记 册");
    fs::create_directories(top + "/r/a");
    git(top, {"init", "-q", std::string("--object-format=") + format});
    folder.put("登记 册/r/a/same.yaml", "1");
    folder.put("登记 册/r/a/六月.yaml", "1");
    folder.put("登记 册/r/gone.yaml", "1");
    folder.put("登记 册/r/moved.yaml", "one\ntwo\nthree\n");
    folder.put("登记 册/elsewhere.yaml", "1");
    folder.put("登记 册/.gitignore", "ignored.yaml\n");
    git(top, {"add", "."});
    git(top, {"commit", "-qm", "one"});
    git(top, {"tag", "-a", "-m", "x", "v1"});
    folder.put("登记 册/r/a/六月.yaml", "2");
    folder.put("登记 册/elsewhere.yaml", "2");
    folder.put("登记 册/r/new\nline.yaml", "2");
    folder.put("登记 册/r/ignored.yaml", "2");
    fs::remove(top + "/r/gone.yaml");
    git(top, {"mv", "r/moved.yaml", "r/to.yaml"});

    const Git asked(top + "/r");
    CHECK(value(asked.top_level()) == top);
    CHECK(value(asked.prefix()) == "r/");
    CHECK(value(Git(top).prefix()) == "");
    CHECK_FALSE(value(asked.is_shallow()));
    const Names changed = {"a/六月.yaml", "gone.yaml", "moved.yaml", "new\nline.yaml", "to.yaml"};
    CHECK(value(asked.changed_since("v1")) == changed);
    CHECK(value(asked.changed_since("HEAD")) == changed);
    CHECK(problem(asked.changed_since("no-such")) == GitProblem::unknown_revision);
    CHECK(problem(asked.changed_since("--output=x")) == GitProblem::unknown_revision);
    CHECK(problem(asked.changed_since("")) == GitProblem::unknown_revision);
  }
}

TEST_CASE("what the other branch has done since is no change of ours") {
  TemporaryFolder folder;
  git(folder.path(), {"init", "-q"});
  folder.put("a.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "one"});
  git(folder.path(), {"checkout", "-qb", "work"});
  folder.put("mine.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "mine"});
  git(folder.path(), {"checkout", "-q", "main"});
  folder.put("theirs.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "theirs"});
  git(folder.path(), {"checkout", "-q", "work"});
  CHECK(value(Git(folder.path()).changed_since("main")) == Names{"mine.yaml"});

  // A worktree is a repository like any other.
  git(folder.path(), {"worktree", "add", "-q", folder.at("tree"), "main"});
  const Git tree(folder.at("tree"));
  CHECK(value(tree.top_level()) == folder.at("tree"));
  CHECK(value(tree.changed_since("work")) == Names{"theirs.yaml"});

  // And a shallow clone says that it is one.
  git(folder.path(),
      {"clone", "-q", "--depth", "1", "file://" + folder.path(), folder.at("clone")});
  CHECK(value(Git(folder.at("clone")).is_shallow()));
}

TEST_CASE("a folder outside of any repository, and a machine without git") {
  TemporaryFolder folder;
  ::setenv("GIT_CEILING_DIRECTORIES", fs::path(folder.path()).parent_path().c_str(), 1);
  const Git asked(folder.path());
  CHECK(problem(asked.top_level()) == GitProblem::no_repository);
  CHECK(problem(asked.changed_since("HEAD")) == GitProblem::no_repository);
  ::unsetenv("GIT_CEILING_DIRECTORIES");

  const std::string path = ::getenv("PATH");
  ::setenv("PATH", folder.path().c_str(), 1);
  CHECK(problem(asked.top_level()) == GitProblem::no_git);
  ::setenv("PATH", path.c_str(), 1);
}

TEST_CASE("the variables of a hook do not lead elsewhere, nor does a repository run programs") {
  TemporaryFolder folder;
  fs::create_directories(folder.at("one"));
  fs::create_directories(folder.at("two"));
  git(folder.at("one"), {"init", "-q"});
  git(folder.at("two"), {"init", "-q"});
  folder.put("one/a.yaml", "1");
  git(folder.at("one"), {"add", "."});
  git(folder.at("one"), {"commit", "-qm", "one"});
  git(folder.at("one"), {"config", "core.fsmonitor", "touch " + folder.at("ran") + "; false"});
  git(folder.at("one"), {"config", "diff.external", "touch " + folder.at("ran") + "; false"});
  fs::remove(folder.at("ran"));  // the last `config` may itself have asked it
  folder.put("one/a.yaml", "22");
  ::setenv("GIT_DIR", folder.at("two/.git").c_str(), 1);
  ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
  const Git asked(folder.at("one"));
  CHECK(value(asked.top_level()) == folder.at("one"));
  CHECK(value(asked.changed_since("HEAD")) == Names{"a.yaml"});
  ::unsetenv("GIT_DIR");
  ::unsetenv("LC_ALL");
  CHECK_FALSE(fs::exists(folder.at("ran")));
}
