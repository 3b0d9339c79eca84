#include "io/git.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>

#include "io/git_tree.h"
#include "io/ignore.h"
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
T value(GitResult<T> result) {
  if (const auto* error = std::get_if<GitError>(&result)) FAIL(error->detail);
  return std::get<T>(std::move(result));
}

std::string bytes_at(const FileSystem& files, const std::string& path) {
  zsup::text::Arena arena;
  const auto bytes = files.read_into(path, arena, 1 << 20);
  return bytes ? std::string(*bytes) : std::string("-");
}

std::vector<std::string> records_of(const FileSystem& files,
                                    const std::vector<std::string>& ignored = {}) {
  zsup::text::Arena arena;
  const Listing listing = files.list(Ignore(ignored), arena, 1);
  return {listing.records.begin(), listing.records.end()};
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the register as a commit has it") {
  for (const char* format : {"sha1", "sha256"}) {
    TemporaryFolder folder;
    const std::string top = folder.at("登记 册");
    fs::create_directories(top + "/r/a");
    fs::create_directories(top + "/r/other");
    git(top, {"init", "-q", std::string("--object-format=") + format});
    folder.put("登记 册/r/zsup.yaml", "name: x\n");
    folder.put("登记 册/r/a/六月.yaml", "1");
    folder.put("登记 册/r/new\nline.yaml", "2");
    folder.put("登记 册/r/empty.txt", "");
    folder.put("登记 册/r/.hidden.yaml", "3");
    folder.put("登记 册/r/other/zsup.yaml", "name: y\n");
    folder.put("登记 册/r/other/one.yaml", "4");
    folder.put("登记 册/elsewhere.yaml", "5");
    fs::create_symlink("六月.yaml", top + "/r/a/七月.yaml");
    fs::create_symlink("../elsewhere.yaml", top + "/r/out.yaml");
    git(top, {"add", "."});
    git(top, {"commit", "-qm", "one"});
    git(top, {"tag", "-a", "-m", "x", "v1"});
    folder.put("登记 册/r/a/六月.yaml", "changed");
    fs::remove(top + "/r/new\nline.yaml");
    git(top, {"commit", "-qam", "two"});

    const Git asked = value(Git::of(top + "/r"));
    CHECK(asked.repository().top == top);
    const std::string commit = value(asked.base("v1"));
    const auto tree = value(open_tree(asked, commit, top + "/r"));
    REQUIRE(tree != nullptr);
    CHECK(records_of(*tree) == Names{"a/六月.yaml", "new\nline.yaml"});
    CHECK(records_of(*tree, {"a/"}) == Names{"new\nline.yaml"});
    CHECK(bytes_at(*tree, "a/六月.yaml") == "1");
    CHECK(bytes_at(*tree, "a/七月.yaml") == "-");  // a link
    CHECK(*tree->read("a/七月.yaml", 10) == "1");
    CHECK(*tree->read("zsup.yaml", 10) == "name: x\n");
    CHECK(tree->read("zsup.yaml", 2).error().reason == Reason::too_large);
    CHECK(tree->attachment("empty.txt") == Attachment::empty);
    CHECK(tree->attachment("a/../a/./六月.yaml") == Attachment::usable);
    CHECK(tree->attachment("a/七月.yaml") == Attachment::usable);
    CHECK(tree->attachment("a") == Attachment::folder);
    CHECK(tree->attachment("a/nothing") == Attachment::missing);
    CHECK(tree->attachment("zsup.yaml/x") == Attachment::missing);
    CHECK(tree->attachment("../r/zsup.yaml") == Attachment::outside);
    CHECK(tree->attachment("/etc/passwd") == Attachment::outside);
    CHECK(tree->attachment("out.yaml") == Attachment::outside);
    CHECK(tree->write_whole("x", "y", Overwrite::yes)->reason == Reason::read_only);

    CHECK(value(open_tree(asked, commit, top)) == nullptr);  // no register
    CHECK(value(open_tree(asked, commit, top + "/r/b")) == nullptr);
    for (const char* none : {"no-such", "--output=x", "", "HEAD^{tree}", "@{u}"}) {
      CHECK(problem(asked.base(none)) == GitProblem::unknown_revision);
    }
    CHECK(problem(asked.base(std::string("HEAD\0x", 6))) == GitProblem::unknown_revision);
  }
}

TEST_CASE("where two histories parted, and where they never met") {
  TemporaryFolder folder;
  git(folder.path(), {"init", "-q"});
  CHECK(problem(value(Git::of(folder.path())).base("HEAD")) == GitProblem::unknown_revision);
  folder.put("a.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "one"});
  git(folder.path(), {"tag", "start"});
  git(folder.path(), {"checkout", "-qb", "work"});
  folder.put("mine.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "mine"});
  git(folder.path(), {"checkout", "-q", "main"});
  folder.put("theirs.yaml", "1");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "theirs"});
  git(folder.path(), {"checkout", "-q", "work"});
  const Git asked = value(Git::of(folder.path()));
  CHECK(value(asked.base("main")) == value(asked.base("start")));
  git(folder.path(), {"checkout", "-q", "--orphan", "fresh"});
  git(folder.path(), {"commit", "-qm", "fresh"});
  CHECK(value(asked.base("main")) != value(asked.base("start")));

  // A worktree is a repository like any other.
  git(folder.path(), {"worktree", "add", "-q", folder.at("tree"), "main"});
  const Git tree = value(Git::of(folder.at("tree")));
  CHECK(tree.repository().top == folder.at("tree"));
  CHECK(tree.repository().common == folder.at(".git"));
  CHECK(value(tree.base("work")) == value(tree.base("start")));
}

TEST_CASE("a folder outside of any repository, and a machine without git") {
  TemporaryFolder folder;
  CHECK(problem(Git::of(folder.path())) == GitProblem::no_repository);
  git(folder.path(), {"init", "-q"});
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", folder.path().c_str(), 1);
  CHECK(problem(Git::of(folder.path())) == GitProblem::no_git);
  ::setenv("PATH", path.c_str(), 1);
  ::chdir("/");
  ::setenv("PATH", ("bin:.:usr/bin:" + path).c_str(),
           1);  // none of the first is named from the root
  CHECK(find_program("git", folder.path())->starts_with('/'));
  ::setenv("PATH", path.c_str(), 1);
}
