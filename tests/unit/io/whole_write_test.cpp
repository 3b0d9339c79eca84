#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "io/file_system.h"
#include "support/temporary_folder.h"
#include "unit/io/faults.h"

using namespace zsup::io;
using zsup::test::Call;
using zsup::test::Fault;
using zsup::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<FileSystem> disk(const TemporaryFolder& folder) {
  Result<std::unique_ptr<FileSystem>> opened = open_disk(folder.path());
  REQUIRE(opened);
  return std::move(*opened);
}

std::size_t entries(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// A process id that nobody has: that of a child that has come and gone.
pid_t dead_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST_CASE("a file is written whole, and not over another one unasked") {
  TemporaryFolder folder;
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->write_whole("a", "one", Overwrite::no));
  CHECK(folder.get("a") == "one");
  const Failure refused = system->write_whole("a", "two", Overwrite::no);
  REQUIRE(refused);
  CHECK(*refused == system_error(Operation::create, EEXIST, "a"));
  CHECK(folder.get("a") == "one");
  CHECK_FALSE(system->write_whole("a", "two", Overwrite::yes));
  CHECK(folder.get("a") == "two");
  CHECK_FALSE(system->write_whole(folder.at("b"), "", Overwrite::no));
  CHECK(folder.get("b") == "");
  CHECK(entries(folder.path()) == 2);
}

TEST_CASE("the new file has the mode of the old one, or what the umask leaves") {
  TemporaryFolder folder;
  folder.put("old", "x");
  REQUIRE(::chmod(folder.at("old").c_str(), 0640) == 0);
  const mode_t before = ::umask(027);
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->write_whole("old", "y", Overwrite::yes));
  CHECK_FALSE(system->write_whole("new", "y", Overwrite::yes));
  ::umask(before);
  struct stat status;
  REQUIRE(::stat(folder.at("old").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  REQUIRE(::stat(folder.at("new").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("where a file cannot be written, the error names it") {
  TemporaryFolder folder;
  folder.put("file", "x");
  fs::create_directory(folder.at("sub"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  const auto reason = [&](const std::string& path) {
    const Failure failed = system->write_whole(path, "x", Overwrite::yes);
    REQUIRE(failed);
    CHECK(failed->path == path);
    return failed->reason;
  };
  CHECK(reason("sub") == Reason::is_a_folder);
  CHECK(reason("file/a") == Reason::not_a_folder);
  CHECK(reason("") == Reason::not_found);
  CHECK(reason(std::string(300, 'x')) == Reason::name_too_long);
  CHECK(reason("/dev/full") == Reason::no_space);
  CHECK(entries(folder.path()) == 2);
}

TEST_CASE("a device stays a device") {
  TemporaryFolder folder;
  CHECK_FALSE(disk(folder)->write_whole("/dev/null", "x", Overwrite::no));
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("nothing is written through a link") {
  TemporaryFolder folder;
  TemporaryFolder elsewhere;
  folder.put("real/a", "old");
  elsewhere.put("x", "old");
  fs::create_symlink("real/a", folder.at("link"));
  fs::create_symlink("nowhere", folder.at("dangling"));
  fs::create_symlink("real", folder.at("folder"));
  fs::create_directory_symlink(elsewhere.path(), folder.at("out"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  const auto reason = [&](const std::string& path) {
    for (const Overwrite overwrite : {Overwrite::no, Overwrite::yes}) {
      const Failure failed = system->write_whole(path, "x", overwrite);
      REQUIRE(failed);
      CHECK(failed->path == path);
      if (overwrite == Overwrite::yes) return failed->reason;
    }
    return Reason::other;
  };
  CHECK(reason("link") == Reason::is_a_link);
  CHECK(reason("dangling") == Reason::is_a_link);
  CHECK(reason("folder/a") == Reason::through_a_link);
  CHECK(reason("folder/b/c") == Reason::through_a_link);
  CHECK(reason("out/x") == Reason::through_a_link);
  CHECK(reason("out/new/x") == Reason::through_a_link);
  CHECK(reason("../x") == Reason::leads_outside);
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(folder.get("real/a") == "old");
  CHECK(elsewhere.get("x") == "old");
  CHECK(entries(elsewhere.path()) == 1);
  CHECK(entries(folder.at("real")) == 1);

  // An absolute path is its writer's own, but for what lies in a repository or a register.
  CHECK_FALSE(system->write_whole(folder.at("out/new"), "x", Overwrite::no));
  CHECK(elsewhere.get("new") == "x");
  folder.put("zsup.yaml", "");
  CHECK(reason(folder.at("out/x")) == Reason::through_a_link);
  CHECK(reason(folder.at("link")) == Reason::is_a_link);
  fs::remove(folder.at("zsup.yaml"));
  fs::create_directory(folder.at(".git"));
  CHECK(reason(folder.at("out/x")) == Reason::through_a_link);
  // A link from outside leads to what is refused all the same.
  fs::create_directory_symlink(folder.path(), elsewhere.at("way"));
  CHECK_FALSE(system->write_whole(elsewhere.at("way/real/b"), "x", Overwrite::no));
  CHECK(reason(elsewhere.at("way/folder/c")) == Reason::through_a_link);
}

TEST_CASE("a folder below with a zsup.yaml of its own is another register's") {
  TemporaryFolder folder;
  folder.put("zsup.yaml", "");
  folder.put("other/zsup.yaml", "");
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK(system->write_whole("other/a/b.yaml", "x", Overwrite::no)->reason ==
        Reason::another_register);
  CHECK(entries(folder.at("other")) == 1);
  CHECK_FALSE(system->write_whole(folder.at("other/x"), "x", Overwrite::no));
}

TEST_CASE("a pipe is written to where somebody reads it, and is not waited for") {
  TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK(system->write_whole("pipe", "x", Overwrite::yes)->reason == Reason::no_reader);
  const int reader = ::open(folder.at("pipe").c_str(), O_RDONLY | O_NONBLOCK);
  CHECK_FALSE(system->write_whole("pipe", "abc", Overwrite::yes));
  char read[8];
  CHECK(::read(reader, read, sizeof read) == 3);
  // What goes with it is undone where it cannot be passed on.
  ::close(reader);
  const Output files[]{{"a", "1"}, {"pipe", "2"}};
  CHECK(system->write_all(files, Overwrite::yes)->reason == Reason::no_reader);
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("names of any bytes can be written") {
  TemporaryFolder folder;
  const std::unique_ptr<FileSystem> system = disk(folder);
  const std::string longest(255, 'n');
  for (const std::string& name :
       {std::string("-rf"), std::string("a b\n\"'"), longest, std::string("乐某 函告书 😀.md")}) {
    CHECK_FALSE(system->write_whole(name, "x", Overwrite::no));
    CHECK(folder.get(name) == "x");
  }
}

TEST_CASE("many files are written in one go, or none where one exists") {
  TemporaryFolder folder;
  fs::create_directory(folder.at("sub"));
  std::vector<std::string> bytes;
  for (int i = 0; i < 600; ++i) bytes.push_back(std::to_string(i));
  std::vector<Output> files;
  for (const std::string& text : bytes) files.push_back({"sub/" + text, text});
  const std::unique_ptr<FileSystem> system = disk(folder);
  folder.put("sub/599", "old");
  CHECK(system->write_all(files, Overwrite::no)->path == "sub/599");
  CHECK(entries(folder.at("sub")) == 1);
  CHECK_FALSE(system->write_all(files, Overwrite::yes));
  CHECK(entries(folder.at("sub")) == 600);
  for (const std::string& text : bytes) CHECK(folder.get("sub/" + text) == text);
  CHECK_FALSE(system->write_all({}, Overwrite::no));
}

TEST_CASE("whatever fails, the old file stays and nothing else is left") {
  struct Try {
    Call call;
    int nth;
    int number;
    Operation operation;
  };
  for (const Overwrite overwrite : {Overwrite::no, Overwrite::yes}) {
    for (const Try& one :
         {Try{Call::create, 1, ENOSPC, Operation::create},
          Try{Call::write, 1, ENOSPC, Operation::write}, Try{Call::write, 1, EIO, Operation::write},
          Try{Call::fsync, 1, EIO, Operation::flush},
          Try{Call::rename, 1, EIO, Operation::replace}}) {
      TemporaryFolder folder;
      if (overwrite == Overwrite::yes) folder.put("a", "old");
      const std::unique_ptr<FileSystem> system = disk(folder);
      Failure failed;
      {
        Fault fault(one.call, one.nth, one.number);
        failed = system->write_whole("a", "new", overwrite);
      }
      REQUIRE(failed);
      CHECK(*failed == system_error(one.operation, one.number, "a"));
      CHECK(folder.get("a") == (overwrite == Overwrite::yes ? "old" : ""));
      CHECK(entries(folder.path()) == (overwrite == Overwrite::yes ? 1 : 0));
    }
  }
}

TEST_CASE("of new files there are all or none, whichever of them fails") {
  struct Try {
    Call call;
    int nth;
    Operation operation;
    std::string path;
  };
  for (const Try& one :
       {Try{Call::create, 3, Operation::create, "c"}, Try{Call::write, 2, Operation::write, "b"},
        Try{Call::fsync, 3, Operation::flush, "c"}, Try{Call::fsync, 4, Operation::flush, "c"},
        // What is to be named is written down first.
        Try{Call::create, 4, Operation::create, ".zsup-pending"},
        Try{Call::write, 4, Operation::write, ".zsup-pending"},
        Try{Call::fsync, 5, Operation::flush, ".zsup-pending"},
        Try{Call::rename, 1, Operation::replace, ".zsup-pending"},
        Try{Call::fsync, 6, Operation::flush, ".zsup-pending"},
        Try{Call::rename, 2, Operation::replace, "a"},
        Try{Call::rename, 4, Operation::replace, "c"},
        Try{Call::fsync, 7, Operation::flush, "c"}}) {
    TemporaryFolder folder;
    folder.put("old", "old");
    const std::unique_ptr<FileSystem> system = disk(folder);
    const Output files[]{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    Failure failed;
    {
      Fault fault(one.call, one.nth, EIO);
      failed = system->write_all(files, Overwrite::no);
    }
    REQUIRE(failed);
    CHECK(*failed == system_error(one.operation, EIO, one.path));
    CHECK(entries(folder.path()) == 1);
    CHECK_FALSE(system->write_all(files, Overwrite::no));
    CHECK(entries(folder.path()) == 4);
  }
}

TEST_CASE("a file of another's that appears meanwhile is not taken away") {
  TemporaryFolder folder;
  const std::unique_ptr<FileSystem> system = disk(folder);
  const Output files[]{{"a", "1"}, {"b", "2"}};
  // What the rename says when the name has been taken since it was looked at.
  Fault fault(Call::rename, 3, EEXIST);
  CHECK(*system->write_all(files, Overwrite::no) == system_error(Operation::replace, EEXIST, "b"));
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("a folder that is held is held against other processes, until they go") {
  TemporaryFolder folder;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::unique_ptr<FileSystem> system = disk(folder);
    if (system->hold()) ::_exit(1);
    static_cast<void>(::write(ready[1], "x", 1));
    ::usleep(200'000);
    static_cast<void>(system->write_whole("first", "", Overwrite::no));
    ::_exit(0);
  }
  char go = 0;
  REQUIRE(::read(ready[0], &go, 1) == 1);
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->hold());
  CHECK(entries(folder.path()) == 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("a folder that cannot be made durable is an error, though the file is whole") {
  TemporaryFolder folder;
  folder.put("a", "old");
  const std::unique_ptr<FileSystem> system = disk(folder);
  Fault fault(Call::fsync, 2, EIO);
  CHECK(*system->write_whole("a", "new", Overwrite::yes) ==
        system_error(Operation::flush, EIO, "a"));
  CHECK(folder.get("a") == "new");
}

TEST_CASE("a write that takes a part only, or is interrupted, goes on") {
  for (const int number : {zsup::test::partly, EINTR}) {
    TemporaryFolder folder;
    const std::unique_ptr<FileSystem> system = disk(folder);
    Fault fault(Call::write, 1, number);
    CHECK_FALSE(system->write_whole("a", "new", Overwrite::yes));
    CHECK(folder.get("a") == "new");
    CHECK(fault.calls() == 2);
  }
}

TEST_CASE("a file system that cannot rename without replacing is served by a second name") {
  TemporaryFolder folder;
  const std::unique_ptr<FileSystem> system = disk(folder);
  Fault fault(Call::rename, 1, EINVAL);
  CHECK_FALSE(system->write_whole("a", "new", Overwrite::no));
  CHECK(folder.get("a") == "new");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("killed at any step, the old file or the new one is there, and the next run cleans up") {
  int steps = 0;
  for (bool died = true; died; ++steps) {
    TemporaryFolder folder;
    folder.put("a", "old");
    const pid_t child = ::fork();
    if (child == 0) {
      const std::unique_ptr<FileSystem> system = std::move(*open_disk(folder.path()));
      Fault fault(Call::any, steps + 1, zsup::test::death);
      ::_exit(system->write_whole("a", "new", Overwrite::yes) ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    died = WIFSIGNALED(status);
    if (!died) REQUIRE(WEXITSTATUS(status) == 0);
    const std::string held = folder.get("a");
    CHECK((held == "old" || held == "new"));
    if (!died) CHECK(held == "new");
    CHECK_FALSE(disk(folder)->write_whole("b", "x", Overwrite::no));
    CHECK(entries(folder.path()) == 2);
  }
  CHECK(steps == 6);  // create, write, fsync, rename, fsync of the folder, and the run that lived
}

TEST_CASE("killed at any step, of files that belong together all are there or none") {
  for (const bool replaces : {false, true}) {
    int steps = 0;
    int finished = 0;
    for (bool died = true; died; ++steps) {
      TemporaryFolder folder;
      if (replaces) {
        folder.put("a", "old");
        folder.put("sub/b", "old");
      }
      const pid_t child = ::fork();
      const Output files[]{{"a", "new"}, {"sub/b", "new"}, {folder.at("c"), "new"}};
      if (child == 0) {
        const std::unique_ptr<FileSystem> system = std::move(*open_disk(folder.path()));
        Fault fault(Call::any, steps + 1, zsup::test::death);
        ::_exit(system->write_all(files, Overwrite::yes) ? 1 : 0);
      }
      int status = 0;
      ::waitpid(child, &status, 0);
      died = WIFSIGNALED(status);
      if (!died) REQUIRE(WEXITSTATUS(status) == 0);
      const std::unique_ptr<FileSystem> system = disk(folder);
      const Result<std::size_t> ended = system->finish_earlier();
      REQUIRE(ended);
      finished += *ended > 0 ? 1 : 0;
      CHECK_FALSE(system->unfinished());
      const std::string old = replaces ? "old" : "";
      const bool all = folder.get("c") == "new";
      CHECK(folder.get("a") == (all ? "new" : old));
      CHECK(folder.get("sub/b") == (all ? "new" : old));
      if (!died) CHECK(all);
      // What is left over goes with the next files that belong together.
      CHECK_FALSE(system->write_all(files, Overwrite::yes));
      CHECK(entries(folder.path()) == 3);
      CHECK(entries(folder.at("sub")) == 1);
    }
    CHECK(steps > 15);
    CHECK(finished >= 3);
  }
}

TEST_CASE("a list of files to be named that others have made is never heeded") {
  const auto forge = [](const TemporaryFolder& folder, const std::string& of, mode_t mode,
                        const std::string& target, const std::string& name) {
    folder.put(target + ".zsup-tmp-1-0-1", "forged");
    folder.put(".zsup-pending", "");
    struct stat list;
    struct stat file;
    REQUIRE(::stat(folder.at(".zsup-pending").c_str(), &list) == 0);
    REQUIRE(::stat(folder.at(target + ".zsup-tmp-1-0-1").c_str(), &file) == 0);
    std::string text = "zsup pending 1 ";
    text += of == "own" ? std::to_string(list.st_ino) : of;
    text += "\n" + std::to_string(file.st_ino) + " 0 " +
            (target.empty() ? "" : target.substr(0, target.size() - 1));
    text += '\0';
    text += ".zsup-tmp-1-0-1";
    text += '\0';
    text += name;
    text += '\0';
    text += "\nend\n";
    const int opened = ::open(folder.at(".zsup-pending").c_str(), O_WRONLY | O_TRUNC);
    REQUIRE(::write(opened, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    REQUIRE(::fchmod(opened, mode) == 0);
    ::close(opened);
  };
  struct Try {
    std::string of;
    mode_t mode;
    std::string name;
    bool heeded;
  };
  for (const Try& one : {Try{"own", 01600, "x", true},  // as zsup makes it
                         Try{"own", 0600, "x", false}, Try{"own", 0644, "x", false},
                         Try{"own", 0755, "x", false}, Try{"12345", 01600, "x", false},
                         Try{"own", 01600, "../x", false}, Try{"own", 01600, "..", false},
                         Try{"own", 01600, ".zsup-pending", false}}) {
    TemporaryFolder folder;
    forge(folder, one.of, one.mode, "", one.name);
    const std::unique_ptr<FileSystem> system = disk(folder);
    const Result<std::size_t> ended = system->finish_earlier();
    CHECK(static_cast<bool>(ended) == one.heeded);
    if (one.heeded) {
      CHECK(folder.get("x") == "forged");
      continue;
    }
    CHECK(ended.error().reason == Reason::not_ours);
    CHECK_FALSE(system->unfinished());
    CHECK(entries(folder.path()) == 2);
    const Output files[]{{"a", "1"}, {"b", "2"}};
    CHECK(system->write_all(files, Overwrite::no)->reason == Reason::not_ours);
    CHECK(entries(folder.path()) == 2);
    // What stands for itself, and what lies elsewhere, is written all the same.
    CHECK_FALSE(system->write_whole("c", "3", Overwrite::no));
  }
  // Even of one that were taken for ours nothing is replaced, no link passed, no folder left.
  {
    TemporaryFolder folder;
    folder.put("x", "old");
    forge(folder, "own", 01600, "", "x");
    CHECK(disk(folder)->finish_earlier().error().reason == Reason::already_exists);
    CHECK(folder.get("x") == "old");
  }
  {
    TemporaryFolder folder;
    TemporaryFolder elsewhere;
    fs::create_directory_symlink(elsewhere.path(), folder.at("out"));
    forge(folder, "own", 01600, "out/", "x");
    CHECK(disk(folder)->finish_earlier().error().reason == Reason::through_a_link);
    CHECK(elsewhere.get("x").empty());
  }
  {
    TemporaryFolder folder;
    folder.put("real", "x");
    fs::create_symlink("real", folder.at(".zsup-pending"));
    CHECK(disk(folder)->finish_earlier().error().reason == Reason::not_ours);
  }
}

TEST_CASE("a file that is replaced hands on what it has besides its bytes") {
  TemporaryFolder folder;
  folder.put("a", "old");
  folder.put("b", "old");
  REQUIRE(::chmod(folder.at("a").c_str(), 0604) == 0);
  const bool attributes =
      ::setxattr(folder.at("a").c_str(), "user.note", "kept", 4, 0) == 0;
  const bool administrator = ::geteuid() == 0;
  if (administrator) REQUIRE(::chown(folder.at("a").c_str(), 12345, 23456) == 0);
  const std::unique_ptr<FileSystem> system = disk(folder);
  const Output files[]{{"a", "new", std::string_view("old")}, {"b", "new"}};
  CHECK_FALSE(system->write_all(files, Overwrite::yes));
  CHECK_FALSE(system->write_whole("a", "newer", Overwrite::yes));
  struct stat status;
  REQUIRE(::stat(folder.at("a").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0604);
  if (administrator) {
    CHECK(status.st_uid == 12345);
    CHECK(status.st_gid == 23456);
  }
  if (attributes) {
    char value[8];
    CHECK(::getxattr(folder.at("a").c_str(), "user.note", value, sizeof value) == 4);
  } else {
    MESSAGE("NOT TESTED: extended attributes, which this file system does not have");
  }
  CHECK(system->not_kept().empty());
}

TEST_CASE("a file that does not hold what it must is not replaced, nor anything with it") {
  TemporaryFolder folder;
  folder.put("a", "old");
  folder.put("b", "other");
  const std::unique_ptr<FileSystem> system = disk(folder);
  const Output files[]{{"a", "new", std::string_view("old")}, {"b", "new", std::string_view("old")}};
  const Failure failed = system->write_all(files, Overwrite::yes);
  REQUIRE(failed);
  CHECK(failed->reason == Reason::changed_while_read);
  CHECK(failed->path == "b");
  CHECK(folder.get("a") == "old");
  CHECK(folder.get("b") == "other");
  CHECK(entries(folder.path()) == 2);
}

TEST_CASE("only temporary files that nobody holds are cleaned away") {
  TemporaryFolder folder;
  const std::string dead = ".zsup-tmp-" + std::to_string(dead_process()) + "-0";
  const std::string held = ".zsup-tmp-" + std::to_string(dead_process()) + "-1";
  const std::string living = ".zsup-tmp-" + std::to_string(::getppid()) + "-0";
  const std::string own = ".zsup-tmp-" + std::to_string(::getpid()) + "-77";
  for (const std::string& name : {dead, held, living, own, std::string(".zsup-tmp-x-1"),
                                  std::string(".zsup-tmp-12"), std::string(".zsup-tmp-")}) {
    folder.put(name, "x");
  }
  const int lock = ::open(folder.at(held).c_str(), O_RDONLY);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  CHECK_FALSE(disk(folder)->write_whole("a", "x", Overwrite::no));
  ::close(lock);
  CHECK_FALSE(fs::exists(folder.at(dead)));
  CHECK(fs::exists(folder.at(held)));
  CHECK(fs::exists(folder.at(living)));
  CHECK_FALSE(fs::exists(folder.at(own)));
  CHECK(fs::exists(folder.at(".zsup-tmp-x-1")));
  CHECK(fs::exists(folder.at(".zsup-tmp-12")));
}

TEST_CASE("two processes that write the same file both complete, and one wins whole") {
  TemporaryFolder folder;
  std::vector<pid_t> children;
  for (const char letter : {'a', 'b', 'c'}) {
    const pid_t child = ::fork();
    if (child == 0) {
      bool well = true;
      for (int i = 0; i < 50; ++i) {
        const std::unique_ptr<FileSystem> system = std::move(*open_disk(folder.path()));
        if (system->write_whole("out", std::string(100'000, letter), Overwrite::yes)) well = false;
      }
      ::_exit(well ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  const std::string held = folder.get("out");
  REQUIRE(held.size() == 100'000);
  CHECK(held == std::string(100'000, held[0]));
  CHECK(entries(folder.path()) == 1);
}
