#include "io/git_index.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "io/program.h"
#include "support/temporary_folder.h"

using namespace zsup::io;
using zsup::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

int git(const std::string& folder, std::vector<std::string> words) {
  Command command{.words = {"git", "-C", folder, "-c", "user.name=a", "-c",
                            "user.email=a@b.invalid", "-c", "init.defaultBranch=main"},
                  .environment = {"PATH=" + std::string(::getenv("PATH")), "HOME=" + folder,
                                  "GIT_CONFIG_NOSYSTEM=1"}};
  command.words.insert(command.words.end(), words.begin(), words.end());
  const Result<Finished> finished = run(command);
  REQUIRE(finished);
  return finished->exit_code;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::optional<std::string> no_base(const std::string&) {
  return std::nullopt;
}

using Entries = std::vector<IndexEntry>;

void commit_some(TemporaryFolder& folder, const std::string& format) {
  git(folder.path(), {"init", "-q", "--object-format=" + format});
  fs::create_directories(folder.at("a/深"));
  folder.put("a/深/one.yaml", "1");
  folder.put("a/two.yaml", "2");
  folder.put("three.yaml", "3");
  folder.put("z.txt", "");
  git(folder.path(), {"add", "."});
  git(folder.path(), {"commit", "-qm", "x"});
}

// A number as the index has it.
std::string number(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 255);
  return bytes;
}

}  // namespace

TEST_CASE("every version and both hashes, and what they say of sparse checkouts and conflicts") {
  for (const char* format : {"sha1", "sha256"}) {
    for (const char* version : {"2", "3", "4"}) {
      INFO(format, " ", version);
      TemporaryFolder folder;
      commit_some(folder, format);
      CHECK(git(folder.path(), {"update-index", "--index-version", version}) == 0);
      const Repository repository = std::get<Repository>(find_repository(folder.path()));
      CHECK(notable_entries(repository) == Entries());
      // Flags that are not asked for.
      CHECK(git(folder.path(), {"update-index", "--assume-unchanged", "z.txt"}) == 0);
      CHECK(git(folder.path(), {"add", "-N", "--", "three.yaml"}) == 0);
      CHECK(notable_entries(repository) == Entries());
      CHECK(git(folder.path(),
                {"update-index", "--skip-worktree", "a/深/one.yaml", "three.yaml"}) == 0);
      CHECK(notable_entries(repository) ==
            Entries{{"a/深/one.yaml", 0, true}, {"three.yaml", 0, true}});

      git(folder.path(), {"update-index", "--no-skip-worktree", "a/深/one.yaml", "three.yaml"});
      git(folder.path(), {"checkout", "-qb", "theirs"});
      folder.put("a/two.yaml", "theirs");
      git(folder.path(), {"commit", "-qam", "theirs"});
      git(folder.path(), {"checkout", "-q", "main"});
      folder.put("a/two.yaml", "ours");
      git(folder.path(), {"commit", "-qam", "ours"});
      CHECK(git(folder.path(), {"merge", "theirs"}) == 1);
      CHECK(notable_entries(repository) ==
            Entries{{"a/two.yaml", 1, false}, {"a/two.yaml", 2, false}, {"a/two.yaml", 3, false}});
    }
  }
}

TEST_CASE("a split index is put together from both its parts") {
  for (const char* format : {"sha1", "sha256"}) {
    TemporaryFolder folder;
    commit_some(folder, format);
    git(folder.path(), {"config", "splitIndex.maxPercentChange", "100"});
    git(folder.path(), {"update-index", "--skip-worktree", "three.yaml"});
    git(folder.path(), {"update-index", "--split-index"});
    const Repository repository = std::get<Repository>(find_repository(folder.path()));
    CHECK(notable_entries(repository) == Entries{{"three.yaml", 0, true}});
    git(folder.path(), {"update-index", "--no-skip-worktree", "three.yaml"});
    CHECK(notable_entries(repository) == Entries());
    git(folder.path(), {"update-index", "--skip-worktree", "a/two.yaml"});
    folder.put("added.yaml", "x");
    git(folder.path(), {"add", "added.yaml"});
    git(folder.path(), {"update-index", "--skip-worktree", "added.yaml"});
    CHECK(notable_entries(repository) == Entries{{"a/two.yaml", 0, true}, {"added.yaml", 0, true}});
    git(folder.path(), {"update-index", "--force-remove", "a/two.yaml"});
    CHECK(notable_entries(repository) == Entries{{"added.yaml", 0, true}});
    for (const auto& entry : fs::directory_iterator(folder.at(".git"))) {
      if (entry.path().filename().string().starts_with("sharedindex.")) fs::remove(entry.path());
    }
    CHECK_FALSE(notable_entries(repository));
  }
}

TEST_CASE("a sparse index stands for whole folders") {
  TemporaryFolder folder;
  commit_some(folder, "sha1");
  CHECK(git(folder.path(), {"sparse-checkout", "set", "--sparse-index"}) == 0);
  CHECK(notable_entries(std::get<Repository>(find_repository(folder.path()))) ==
        Entries{{"a/", 0, true}});
}

TEST_CASE("no index, and bytes that are none") {
  TemporaryFolder folder;
  git(folder.path(), {"init", "-q"});
  CHECK(notable_entries(std::get<Repository>(find_repository(folder.path()))) == Entries());
  for (const std::string& bytes :
       {std::string(), std::string("DIRC"), "DIRC" + number(2, 4) + number(1, 4),
        "DIRC" + number(5, 4) + number(0, 4) + std::string(20, '\0'),
        "DIRC" + number(4, 4) + number(0xFFFFFFFF, 4) + std::string(20, '\0'),
        "XIRC" + number(2, 4) + number(0, 4) + std::string(20, '\0')}) {
    CHECK_FALSE(notable_entries(bytes, no_base));
  }
  const std::string empty = "DIRC" + number(2, 4) + number(0, 4);
  CHECK(notable_entries(empty + std::string(20, '\0'), no_base) == Entries());
  CHECK(notable_entries(empty + std::string(32, '\0'), no_base) == Entries());
  CHECK(notable_entries(empty + "TREE" + number(3, 4) + "abc" + std::string(20, '\0'), no_base) ==
        Entries());
  CHECK_FALSE(
      notable_entries(empty + "TREE" + number(300, 4) + "abc" + std::string(20, '\0'), no_base));
  // What must be understood and is not known.
  CHECK_FALSE(
      notable_entries(empty + "newx" + number(3, 4) + "abc" + std::string(20, '\0'), no_base));
  // Bitmaps of more than there is.
  const std::string id(20, 'i');
  for (const std::uint64_t bits : {std::uint64_t{1}, std::uint64_t{0x7FFFFFFF}}) {
    const std::string bitmap =
        number(bits, 4) + number(1, 4) + number(0x1FFFFFFFF, 8) + number(0, 4);
    const std::string link = id + bitmap + bitmap;
    const std::string split =
        empty + "link" + number(link.size(), 4) + link + std::string(20, '\0');
    CHECK_FALSE(notable_entries(split, no_base));
    CHECK_FALSE(
        notable_entries(split, [&](const std::string&) { return empty + std::string(20, '\0'); }));
    CHECK_FALSE(notable_entries(split, [&](const std::string&) { return split; }));
  }
}

TEST_CASE("whatever happens to an index, reading it ends") {
  TemporaryFolder folder;
  commit_some(folder, "sha1");
  git(folder.path(), {"update-index", "--skip-worktree", "three.yaml"});
  git(folder.path(), {"update-index", "--index-version", "4", "--split-index"});
  git(folder.path(), {"update-index", "--skip-worktree", "a/two.yaml"});
  std::string base;
  for (const auto& entry : fs::directory_iterator(folder.at(".git"))) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("sharedindex.")) base = read(entry.path());
  }
  const std::string bytes = read(folder.at(".git/index"));
  REQUIRE(notable_entries(bytes, [&](const std::string&) { return base; }));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto shared = [&](const std::string&) { return std::optional(base); };
    notable_entries(bytes.substr(0, i), shared);
    for (const int change : {0x01, 0x80, 0xFF}) {
      std::string other = bytes;
      other[i] = static_cast<char>(other[i] ^ change);
      notable_entries(other, shared);
    }
  }
  for (std::size_t i = 0; i < base.size(); ++i) {
    std::string other = base;
    other[i] = static_cast<char>(~other[i]);
    notable_entries(bytes, [&](const std::string&) { return std::optional(other); });
    notable_entries(bytes, [&](const std::string&) { return std::optional(base.substr(0, i)); });
  }
}
