#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
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
  CHECK(reason("none/a") == Reason::not_found);
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

TEST_CASE("a link stays a link, and the file behind it is replaced") {
  TemporaryFolder folder;
  folder.put("real/a", "old");
  fs::create_symlink("real/a", folder.at("link"));
  fs::create_symlink("link", folder.at("link-to-link"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->write_whole("link-to-link", "new", Overwrite::yes));
  CHECK(fs::is_symlink(folder.at("link-to-link")));
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(folder.get("real/a") == "new");
  CHECK(system->write_whole("link", "newer", Overwrite::no)->reason == Reason::already_exists);
  fs::create_symlink("nowhere", folder.at("dangling"));
  CHECK(system->write_whole("dangling", "x", Overwrite::no)->reason == Reason::already_exists);
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
        Try{Call::fsync, 3, Operation::flush, "c"}, Try{Call::rename, 1, Operation::replace, "a"},
        Try{Call::rename, 3, Operation::replace, "c"},
        Try{Call::fsync, 4, Operation::flush, "c"}}) {
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
  Fault fault(Call::rename, 2, EEXIST);
  CHECK(*system->write_all(files, Overwrite::no) == system_error(Operation::replace, EEXIST, "b"));
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("what was written is taken back; what is not there needs no taking") {
  TemporaryFolder folder;
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->write_whole("a", "1", Overwrite::no));
  CHECK_FALSE(system->take_back("a"));
  CHECK_FALSE(system->take_back("a"));
  CHECK(entries(folder.path()) == 0);
  fs::create_directory(folder.at("sub"));
  CHECK(system->take_back("sub")->operation == Operation::remove);
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
