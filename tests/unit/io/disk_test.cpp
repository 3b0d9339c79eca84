// The real file system, on real folders. Tests may use POSIX where they set up what no library can.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "io/file_system.h"
#include "io/walk.h"
#include "support/temporary_folder.h"
#include "unit/io/faults.h"

using namespace zsup::io;
using zsup::test::BeforeRead;
using zsup::test::TemporaryFolder;
using zsup::text::Arena;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t limit = 1 << 20;

std::unique_ptr<FileSystem> disk(const TemporaryFolder& folder) {
  Result<std::unique_ptr<FileSystem>> opened = open_disk(folder.path());
  REQUIRE(opened);
  return std::move(*opened);
}

std::vector<std::string_view> names(std::initializer_list<const char*> list) {
  return {list.begin(), list.end()};
}

// As two threads list it; what one lists is the same.
Listing list(const FileSystem& system, const Ignore& ignore, Arena& paths) {
  Listing two = system.list(ignore, paths, 2);
  const Listing one = system.list(ignore, paths, 1);
  CHECK(one.records == two.records);
  CHECK(one.odd == two.odd);
  CHECK(one.unreadable.size() == two.unreadable.size());
  return two;
}

}  // namespace

TEST_CASE("record files are listed in the order of their bytes, folders and all") {
  TemporaryFolder folder;
  for (const char* name : {"zsup.yaml", "b.yml", "a/x.yaml", "a-b.yaml", "a.yaml", "a/y/z.yaml",
                           "a/read.me", "a0.yaml", "报告/六月.yaml", "B.yaml", "c.yaml.zip"}) {
    folder.put(name, "x");
  }
  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  CHECK(listing.records == names({"B.yaml", "a-b.yaml", "a.yaml", "a/x.yaml", "a/y/z.yaml",
                                  "a0.yaml", "b.yml", "报告/六月.yaml"}));
  CHECK(std::is_sorted(listing.records.begin(), listing.records.end()));
  CHECK(listing.odd.empty());
  CHECK(listing.unreadable.empty());
}

TEST_CASE("hidden, ignored and foreign folders are left out") {
  TemporaryFolder folder;
  for (const char* name : {".git/a.yaml", ".hidden.yaml", "other/zsup.yaml", "other/a.yaml",
                           "other/deep/b.yaml", "build/a.yaml", "x/draft.yaml", "x/kept.yaml"}) {
    folder.put(name, "x");
  }
  Arena paths;
  const Listing listing = list(*disk(folder), Ignore({"build/", "draft.yaml"}), paths);
  CHECK(listing.records == names({"x/kept.yaml"}));
}

TEST_CASE("patterns that match nothing are told apart") {
  TemporaryFolder folder;
  for (const char* name : {"a.yaml", "b.md", "d/e.yaml", "d/f.txt", ".git/x", "g/h/i.pdf"}) {
    folder.put(name, "x");
  }
  Arena paths;
  const auto nothing = [&](std::vector<std::string> patterns) {
    return list(*disk(folder), Ignore(patterns), paths).matching_nothing;
  };
  using Numbers = std::vector<std::size_t>;
  CHECK(nothing({"d/", "*.md", ".git/", "i.pdf"}) == Numbers{});
  CHECK(nothing({"D/", "a.yaml", "", "x*", "d/e.yaml"}) == Numbers{0, 2, 3});
  CHECK(nothing({"a.yaml", "a*"}) == Numbers{});
  // What is in an ignored folder is not looked at.
  CHECK(nothing({"d/", "d/f.txt"}) == Numbers{1});
  CHECK(nothing({"g/**", "i.pdf"}) == Numbers{1});
}

TEST_CASE("a file that is nearly named like a record is an oddity, and not passed over") {
  TemporaryFolder folder;
  for (const char* name :
       {"a.YAML", "b.yaml.txt", "c.Yml ", "d/e.yml.TXT", "f.txt", "yaml", "yaml.txt", ".g.YAML",
        "h.yaml~", "i.yaml.bak", "j.yaml", "k.yml.ORIG", "l.yaml.zip", "m.bak", "~"}) {
    folder.put(name, "x");
  }
  fs::create_symlink("j.yaml", folder.at("k.YAML"));
  Arena paths;
  const Listing listing = list(*disk(folder), Ignore({"d/"}), paths);
  CHECK(listing.records == names({"j.yaml"}));
  CHECK(listing.odd == std::vector<OddEntry>{{"a.YAML", Oddity::name},
                                             {"b.yaml.txt", Oddity::name},
                                             {"c.Yml ", Oddity::name},
                                             {"h.yaml~", Oddity::name},
                                             {"i.yaml.bak", Oddity::name},
                                             {"k.yml.ORIG", Oddity::name}});
  CHECK(record_name_meant("d/张三.YAML.txt ") == "d/张三.yaml");
  CHECK(record_name_meant("a.yaml") == "");
  CHECK(record_name_meant(".yaml.txt") == "");
}

TEST_CASE("a folder called zsup.yaml hides nothing") {
  TemporaryFolder folder;
  folder.put("a/zsup.yaml/x.yaml", "x");
  folder.put("a/b.yaml", "x");
  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  CHECK(listing.records == names({"a/b.yaml"}));
  CHECK(listing.odd == std::vector<OddEntry>{{"a/zsup.yaml", Oddity::folder}});
}

TEST_CASE("nothing but a file, or a link to one, makes a folder another register") {
  TemporaryFolder folder;
  for (const char* name : {"dangling/a.yaml", "pipe/a.yaml", "linked/a.yaml", "settings.txt"}) {
    folder.put(name, "x");
  }
  fs::create_symlink("nowhere", folder.at("dangling/zsup.yaml"));
  fs::create_symlink("../settings.txt", folder.at("linked/zsup.yaml"));
  REQUIRE(::mkfifo(folder.at("pipe/zsup.yaml").c_str(), 0600) == 0);
  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  CHECK(listing.records == names({"dangling/a.yaml", "pipe/a.yaml"}));
  CHECK(listing.odd == std::vector<OddEntry>{{"dangling/zsup.yaml", Oddity::link_dangling},
                                             {"pipe/zsup.yaml", Oddity::fifo}});
}

TEST_CASE("settings and templates are read through links, but not from outside") {
  TemporaryFolder folder;
  TemporaryFolder outside;
  outside.put("secret", "x");
  folder.put("settings", "name: x");
  fs::create_directories(folder.at("templates"));
  fs::create_symlink("../settings", folder.at("templates/inside"));
  fs::create_symlink(folder.at("settings"), folder.at("templates/absolute"));
  fs::create_symlink(outside.at("secret"), folder.at("templates/outside"));
  fs::create_symlink("nowhere", folder.at("templates/dangling"));
  fs::create_symlink(outside.path(), folder.at("way-out"));
  const auto system = disk(folder);
  CHECK(*system->read("templates/inside", 100) == "name: x");
  CHECK(*system->read("templates/absolute", 100) == "name: x");
  CHECK(system->read("templates/outside", 100).error().reason == Reason::leads_outside);
  CHECK(system->read("way-out/secret", 100).error().reason == Reason::leads_outside);
  CHECK(system->read("templates/dangling", 100).error().reason == Reason::not_found);
}

TEST_CASE("what is no regular file is an oddity, and nothing blocks") {
  TemporaryFolder folder;
  TemporaryFolder outside;
  outside.put("secret.yaml", "x");
  folder.put("real.yaml", "x");
  folder.put(".hidden/x.yaml", "x");
  folder.put("folder.yaml/in.yaml", "x");
  folder.put("sub/a.yaml", "x");
  REQUIRE(::mkfifo(folder.at("fifo.yaml").c_str(), 0600) == 0);
  REQUIRE(::mkfifo(folder.at("fifo.txt").c_str(), 0600) == 0);
  fs::create_symlink(outside.at("secret.yaml"), folder.at("out.yaml"));
  fs::create_symlink(outside.path(), folder.at("out-folder"));
  fs::create_symlink("nowhere", folder.at("dangling.yaml"));
  fs::create_symlink("nowhere", folder.at("dangling.txt"));
  fs::create_symlink("loop.yaml", folder.at("loop.yaml"));
  fs::create_symlink("real.yaml", folder.at("same.yaml"));
  fs::create_symlink(".hidden/x.yaml", folder.at("to-hidden.yaml"));
  fs::create_symlink("sub", folder.at("same-folder"));
  fs::create_symlink("..", folder.at("sub/root"));  // to the root itself, so not outside
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  folder.at("socket.yaml").copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);

  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  ::close(socket);
  CHECK(listing.records == names({"real.yaml", "sub/a.yaml"}));
  const std::vector<OddEntry> odd = {
      {"dangling.yaml", Oddity::link_dangling}, {"fifo.yaml", Oddity::fifo},
      {"folder.yaml", Oddity::folder},          {"loop.yaml", Oddity::link_loop},
      {"out-folder", Oddity::link_outside},     {"out.yaml", Oddity::link_outside},
      {"socket.yaml", Oddity::socket},          {"to-hidden.yaml", Oddity::link}};
  CHECK(listing.odd == odd);
  CHECK(listing.unreadable.empty());
}

TEST_CASE("several threads list what one does, in the same order") {
  TemporaryFolder folder;
  std::vector<std::string> wanted;
  for (int i = 0; i < 45; ++i) {
    for (int k = 0; k < 60; ++k) {
      const std::string name = std::to_string(10 + i) + "/x/" + std::to_string(10 + k) + ".yaml";
      folder.put(name, "x");
      wanted.push_back(name);
    }
  }
  const std::unique_ptr<FileSystem> system = disk(folder);
  for (const unsigned threads : {1u, 2u, 5u}) {
    Arena paths;
    const Listing listing = system->list({}, paths, threads);
    CHECK(std::equal(listing.records.begin(), listing.records.end(), wanted.begin(), wanted.end()));
  }
}

TEST_CASE("names of any bytes are handled") {
  TemporaryFolder folder;
  const std::string longest = std::string(250, 'n') + ".yaml";
  const std::vector<std::string> wanted = {"\xFF\xFE.yaml",    "-rf.yaml", "a b.yaml", "a\"b'.yaml",
                                           "line\nbreak.yaml", "😀.yaml",   longest};
  for (const std::string& name : wanted) folder.put(name, "x");
  const std::unique_ptr<FileSystem> system = disk(folder);
  Arena paths;
  const Listing listing = list(*system, {}, paths);
  CHECK(listing.records.size() == wanted.size());
  Arena arena;
  for (const std::string_view name : listing.records) {
    CHECK(system->read_into(std::string(name), arena, limit));
  }
}

TEST_CASE("an unreadable folder is told and the rest is listed") {
  TemporaryFolder folder;
  folder.put("a.yaml", "x");
  std::string deep;
  // Deeper than a path can be long: the part that can be named is still read.
  fs::path at = folder.path();
  const fs::path start = fs::current_path();
  for (int i = 0; i < 20; ++i) {
    const std::string name(240, static_cast<char>('a' + i));
    fs::current_path(at);
    fs::create_directory(name);
    at = name;
  }
  fs::current_path(start);
  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  CHECK(listing.records == names({"a.yaml"}));
  REQUIRE(listing.unreadable.size() == 1);
  CHECK(listing.unreadable[0].reason == Reason::name_too_long);
  CHECK(listing.unreadable[0].operation == Operation::list);
}

TEST_CASE("no permission is told") {
  if (::geteuid() == 0) return;  // root may read everything
  TemporaryFolder folder;
  folder.put("closed/a.yaml", "x");
  fs::permissions(folder.at("closed"), fs::perms::none);
  Arena paths;
  const Listing listing = list(*disk(folder), {}, paths);
  fs::permissions(folder.at("closed"), fs::perms::owner_all);
  REQUIRE(listing.unreadable.size() == 1);
  CHECK(listing.unreadable[0] == system_error(Operation::list, EACCES, "closed"));
}

TEST_CASE("a record file is read whole, with a NUL behind it") {
  TemporaryFolder folder;
  const std::string large(300'000, 'x');
  folder.put("small.yaml", "kind: org\n");
  folder.put("empty.yaml", "");
  folder.put("a/large.yaml", large);
  const std::unique_ptr<FileSystem> system = disk(folder);
  Arena arena;
  const Result<std::string_view> small = system->read_into("small.yaml", arena, limit);
  REQUIRE(small);
  CHECK(*small == "kind: org\n");
  CHECK(small->data()[small->size()] == '\0');
  const Result<std::string_view> empty = system->read_into("empty.yaml", arena, limit);
  REQUIRE(empty);
  CHECK(empty->empty());
  const Result<std::string_view> big = system->read_into("a/large.yaml", arena, limit);
  REQUIRE(big);
  CHECK((*big == large));
  CHECK(*small == "kind: org\n");
}

TEST_CASE("a record file that cannot be read says why") {
  TemporaryFolder folder;
  TemporaryFolder outside;
  outside.put("a.yaml", "x");
  folder.put("large.yaml", std::string(101, 'x'));
  folder.put("a.yaml", "x");
  fs::create_directory(folder.at("folder.yaml"));
  REQUIRE(::mkfifo(folder.at("fifo.yaml").c_str(), 0600) == 0);
  fs::create_symlink("a.yaml", folder.at("link.yaml"));
  fs::create_symlink(outside.path(), folder.at("out"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  Arena arena;
  const auto reason = [&](const std::string& path) {
    const Result<std::string_view> read = system->read_into(path, arena, 100);
    REQUIRE_FALSE(read);
    CHECK(read.error().path == path);
    return read.error().reason;
  };
  CHECK(reason("large.yaml") == Reason::too_large);
  CHECK(reason("none.yaml") == Reason::not_found);
  CHECK(reason("folder.yaml") == Reason::not_a_regular_file);
  CHECK(reason("fifo.yaml") == Reason::not_a_regular_file);
  CHECK(reason("link.yaml") == Reason::link_loop);
  CHECK(reason("out/a.yaml") == Reason::link_loop);
  CHECK(reason("../" + fs::path(outside.path()).filename().string() + "/a.yaml") ==
        Reason::leads_outside);
  CHECK(reason(std::string("a.yaml\0b", 8)) == Reason::not_found);
  CHECK(system->read("link.yaml", 100));
  CHECK(system->read(outside.at("a.yaml"), 100).error().reason == Reason::leads_outside);
}

TEST_CASE("a file that changes while it is read is read once more") {
  TemporaryFolder folder;
  folder.put("a.yaml", "old");
  const std::unique_ptr<FileSystem> system = disk(folder);
  for (const std::string now : {"longer than before", "s", ""}) {
    folder.put("a.yaml", "old");
    Arena arena;
    Result<std::string_view> read = Error{};
    {
      const BeforeRead change([&](int nth) {
        if (nth == 1) folder.put("a.yaml", now);
      });
      read = system->read_into("a.yaml", arena, limit);
    }
    REQUIRE(read);
    CHECK(*read == now);
  }
}

TEST_CASE("a file that is written to all the time is given up, never read half") {
  TemporaryFolder folder;
  folder.put("a.yaml", "old");
  const std::unique_ptr<FileSystem> system = disk(folder);
  Arena arena;
  const BeforeRead change(
      [&](int nth) { folder.put("a.yaml", std::string(static_cast<std::size_t>(nth) * 10, 'x')); });
  const Result<std::string_view> read = system->read_into("a.yaml", arena, limit);
  REQUIRE_FALSE(read);
  CHECK(read.error() == Error{Operation::read, Reason::changed_while_read, 0, "a.yaml"});
}

TEST_CASE("a file that is replaced or deleted while it is read is read as it was") {
  TemporaryFolder folder;
  for (const bool replaced : {true, false}) {
    folder.put("a.yaml", "old");
    folder.put("b.yaml", "other");
    const std::unique_ptr<FileSystem> system = disk(folder);
    Arena arena;
    const BeforeRead change([&](int) {
      fs::remove(folder.at("a.yaml"));
      if (replaced) fs::rename(folder.at("b.yaml"), folder.at("a.yaml"));
    });
    const Result<std::string_view> read = system->read_into("a.yaml", arena, limit);
    REQUIRE(read);
    CHECK(*read == "old");
  }
}

TEST_CASE("many threads may read at once") {
  TemporaryFolder folder;
  for (int i = 0; i < 64; ++i) folder.put(std::to_string(i) + ".yaml", std::to_string(i));
  const std::unique_ptr<FileSystem> system = disk(folder);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      Arena arena;
      for (int i = 0; i < 64; ++i) {
        const std::string name = std::to_string(i);
        const Result<std::string_view> read = system->read_into(name + ".yaml", arena, limit);
        if (!read || *read != name) ++wrong;
        if (system->attachment(name + ".yaml") != Attachment::usable) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("an attachment is judged without being opened") {
  TemporaryFolder folder;
  TemporaryFolder outside;
  outside.put("a.pdf", "x");
  folder.put("files/a.pdf", "x");
  folder.put("files/empty.pdf", "");
  REQUIRE(::mkfifo(folder.at("files/fifo").c_str(), 0600) == 0);
  fs::create_symlink("a.pdf", folder.at("files/inside"));
  fs::create_symlink(folder.at("files/a.pdf"), folder.at("files/absolute-inside"));
  fs::create_symlink("../../x/../files/a.pdf", folder.at("files/up"));
  fs::create_symlink(outside.at("a.pdf"), folder.at("files/out"));
  fs::create_symlink(outside.path(), folder.at("out"));
  fs::create_symlink("nowhere", folder.at("files/dangling"));
  fs::create_symlink("loop", folder.at("files/loop"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  const auto is = [&](const std::string& path) { return system->attachment(path); };
  CHECK(is("files/a.pdf") == Attachment::usable);
  CHECK(is("./files/../files/a.pdf") == Attachment::usable);
  CHECK(is("files/inside") == Attachment::usable);
  CHECK(is("files/absolute-inside") == Attachment::usable);
  CHECK(is("files/empty.pdf") == Attachment::empty);
  CHECK(is("files") == Attachment::folder);
  CHECK(is("files/fifo") == Attachment::irregular);
  CHECK(is("files/loop") == Attachment::irregular);
  CHECK(is("files/dangling") == Attachment::missing);
  CHECK(is("files/none") == Attachment::missing);
  CHECK(is("files/a.pdf/x") == Attachment::missing);
  CHECK(is("") == Attachment::missing);
  CHECK(is(std::string(300, 'x')) == Attachment::missing);
  CHECK(is(std::string("files/a.pdf\0x", 13)) == Attachment::missing);
  CHECK(is("files/out") == Attachment::outside);
  CHECK(is("out/a.pdf") == Attachment::outside);
  CHECK(is("/etc/passwd") == Attachment::outside);
  CHECK(is("../nowhere") == Attachment::outside);
  CHECK(is("files/../../x") == Attachment::outside);
  CHECK(is("nowhere/../../x") == Attachment::outside);
  // Back inside, but only as long as the folder has this name.
  CHECK(is("../" + fs::path(folder.path()).filename().string() + "/files/a.pdf") ==
        Attachment::outside);
  CHECK(is(folder.at("files/a.pdf")) == Attachment::outside);
}

TEST_CASE("presence tells what a path holds") {
  TemporaryFolder folder;
  folder.put("a/b", "x");
  fs::create_symlink("nowhere", folder.at("dangling"));
  fs::create_symlink("a/b", folder.at("link"));
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK(system->presence("a") == Presence::folder);
  CHECK(system->presence("") == Presence::folder);
  CHECK(system->presence("a/b") == Presence::file);
  CHECK(system->presence("link") == Presence::file);
  CHECK(system->presence("dangling") == Presence::other);
  CHECK(system->presence("none") == Presence::nothing);
  CHECK(system->presence("/dev/null") == Presence::other);
}

TEST_CASE("folders are made with those above them") {
  TemporaryFolder folder;
  folder.put("file", "x");
  const std::unique_ptr<FileSystem> system = disk(folder);
  CHECK_FALSE(system->write_whole("a/b/c/d", "x", Overwrite::no));
  CHECK_FALSE(system->write_whole(folder.at("e/f/g"), "x", Overwrite::no));
  CHECK(folder.get("a/b/c/d") == "x");
  CHECK(folder.get("e/f/g") == "x");
  const Failure failed = system->write_whole("file/x", "x", Overwrite::no);
  REQUIRE(failed);
  CHECK(failed->reason == Reason::not_a_folder);
}

TEST_CASE("a folder that was made for nothing is taken away") {
  TemporaryFolder folder;
  {
    const auto made = open_new_disk(folder.at("a/b"));
    REQUIRE(made);
    CHECK(fs::is_directory(folder.at("a/b")));
    CHECK((*made)->presence("x") == Presence::nothing);
  }
  CHECK_FALSE(fs::exists(folder.at("a")));
  {
    const auto made = open_new_disk(folder.at("a/b"));
    CHECK_FALSE((*made)->write_whole("c/x", "1", Overwrite::no));
  }
  CHECK(folder.get("a/b/c/x") == "1");
  {
    const auto made = open_new_disk(folder.at("d"));
    const Output files[]{{"e/x", "1"}, {"/dev/full/x", "2"}};
    CHECK((*made)->write_all(files, Overwrite::no));
  }
  CHECK_FALSE(fs::exists(folder.at("d")));
}

TEST_CASE("whether a file may be replaced") {
  TemporaryFolder folder;
  folder.put("a.yaml", "abc");
  folder.put("locked.yaml", "abc");
  fs::permissions(folder.at("locked.yaml"), fs::perms::owner_read);
  const auto system = disk(folder);
  CHECK_FALSE(system->replaceable("a.yaml", "abc"));
  for (const char* other : {"ab", "abd", "abcd", ""}) {
    const Failure failed = system->replaceable("a.yaml", other);
    REQUIRE(failed);
    CHECK(failed->reason == Reason::changed_while_read);
  }
  CHECK(system->replaceable("locked.yaml", "abc")->reason == Reason::no_permission);
  CHECK(system->replaceable("gone.yaml", "abc")->reason == Reason::not_found);
  folder.put("a/b.yaml", "abc");
  fs::create_symlink("a", folder.at("link"));
  fs::create_symlink("a.yaml", folder.at("link.yaml"));
  CHECK_FALSE(system->replaceable("a/b.yaml", "abc"));
  CHECK(system->replaceable("link/b.yaml", "abc")->reason == Reason::through_a_link);
  CHECK(system->replaceable("link.yaml", "abc")->reason == Reason::is_a_link);
}

TEST_CASE("the register is the nearest folder upward with a zsup.yaml") {
  TemporaryFolder folder;
  folder.put("r/zsup.yaml", "");
  folder.put("r/a/b/x.yaml", "");
  folder.put("none/x", "");
  fs::create_directories(folder.at("r/c/zsup.yaml"));  // a folder of that name is no register
  fs::create_symlink(folder.at("r/a"), folder.at("link"));
  CHECK(*find_root(folder.at("r/a/b")) == folder.at("r"));
  CHECK(*find_root(folder.at("r")) == folder.at("r"));
  CHECK(*find_root(folder.at("r/c")) == folder.at("r"));
  CHECK(*find_root(folder.at("link/b")) == folder.at("r"));
  CHECK(find_root(folder.at("none")).error().reason == Reason::not_found);
  CHECK(find_root(folder.at("gone")).error().reason == Reason::not_found);
  CHECK(find_root(folder.at("r/zsup.yaml")).error().reason == Reason::not_a_folder);
  // A link that leads nowhere was meant as one: it is told when it is read.
  fs::create_directories(folder.at("r/dangling"));
  fs::create_symlink("nowhere", folder.at("r/dangling/zsup.yaml"));
  CHECK(*find_root(folder.at("r/dangling")) == folder.at("r/dangling"));
}

TEST_CASE("a path inside a folder") {
  CHECK(path_inside("/a/b", "/a/b") == "");
  CHECK(path_inside("/a/b", "/a/b/c/d") == "c/d");
  CHECK(path_inside("/a/b", "/a/bc") == std::nullopt);
  CHECK(path_inside("/a/b", "/a") == std::nullopt);
  CHECK(path_inside("/", "/a") == "a");
}

TEST_CASE("what is no folder cannot be opened as a register") {
  TemporaryFolder folder;
  folder.put("file", "");
  CHECK(open_disk(folder.at("file")).error().reason == Reason::not_a_folder);
  CHECK(open_disk(folder.at("none")).error().reason == Reason::not_found);
}
