// The stand-in keeps to the same rules as the real thing, where tests rely on them.
#include "support/memory_file_system.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

using namespace zsup::io;
using zsup::test::MemoryFileSystem;
using zsup::test::TemporaryFolder;

TEST_CASE("memory and disk answer alike") {
  const std::map<std::string, std::string> files = {
      {"zsup.yaml", ""},       {"a.yaml", "a"},      {"a/b.yml", "b"},     {"a/c.txt", "c"},
      {"a-b.yaml", ""},        {".git/x.yaml", "x"}, {"d/.x.yaml", "x"},   {"e/zsup.yaml", ""},
      {"e/f/x.yaml", "x"},     {"out/x.yaml", "x"},  {"g/out/x.yaml", ""}, {"draft-1.yaml", "x"},
      {"g/draft-2.yaml", "x"}, {"g/empty", ""}};
  TemporaryFolder folder;
  MemoryFileSystem memory(files);
  for (const auto& [path, bytes] : files) folder.put(path, bytes);
  const std::unique_ptr<FileSystem> disk = std::move(*open_disk(folder.path()));

  for (const Ignore& ignore : {Ignore(), Ignore({"out/", "draft-*"}), Ignore({"/out", "g/d*"})}) {
    zsup::text::Arena paths;
    CHECK(memory.list(ignore, paths, 1).records == disk->list(ignore, paths, 1).records);
  }
  for (const char* path : {"a/c.txt", "g/empty", "none", "a", "../x", "/x", "a/../a.yaml"}) {
    CHECK(memory.attachment(path) == disk->attachment(path));
  }
  for (const char* path : {"a/c.txt", "a", "none", ""}) {
    CHECK(memory.presence(path) == disk->presence(path));
  }
  zsup::text::Arena arena;
  for (FileSystem* system : {static_cast<FileSystem*>(&memory), disk.get()}) {
    CHECK(*system->read_into("a.yaml", arena, 10) == "a");
    CHECK(*system->read("a/b.yml", 10) == "b");
    CHECK(system->read_into("none.yaml", arena, 10).error().reason == Reason::not_found);
    CHECK(system->read_into("a.yaml", arena, 0).error().reason == Reason::too_large);
    CHECK(system->write_whole("a.yaml", "x", Overwrite::no)->reason == Reason::already_exists);
    CHECK_FALSE(system->write_whole("a.yaml", "x", Overwrite::yes));
    CHECK(*system->read("a.yaml", 10) == "x");
  }
}
