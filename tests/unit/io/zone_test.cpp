#include "io/zone.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "support/temporary_folder.h"

using namespace zsup::io;

TEST_CASE("a zone's name leads nowhere but below the zones' folder") {
  for (const char* name : {"Asia/Shanghai", "UTC", "Etc/GMT+8", "America/Argentina/Buenos_Aires",
                           "America/Port-au-Prince", "PRC"}) {
    CAPTURE(name);
    CHECK(is_zone_name(name));
  }
  for (const std::string_view name :
       {std::string_view(""), std::string_view("/etc/passwd"), std::string_view("../etc/passwd"),
        std::string_view("Asia/../../passwd"), std::string_view("Asia//Shanghai"),
        std::string_view("Asia/"), std::string_view("./UTC"), std::string_view("zone.tab"),
        std::string_view("Asia/Shanghai "), std::string_view("Asia/Shanghai\0x", 15),
        std::string_view("上海"), std::string_view("localtime"), std::string_view("posixrules"),
        std::string_view("right/Asia/Shanghai"), std::string_view(":UTC")}) {
    CAPTURE(name);
    CHECK_FALSE(is_zone_name(name));
  }
  CHECK_FALSE(is_zone_name(std::string(65, 'a')));
}

TEST_CASE("a zone is a regular file of a sensible size") {
  const zsup::test::TemporaryFolder folder;
  folder.put("Some/Where", "bytes");
  folder.put("Large", std::string(65'537, 'x'));
  REQUIRE(::mkfifo((folder.path() + "/Pipe").c_str(), 0600) == 0);
  CHECK(read_zone("Some/Where", folder.path()) == "bytes");
  for (const char* name : {"Large", "Pipe", "Some", "Nowhere"}) {
    CAPTURE(name);
    CHECK(read_zone(name, folder.path()) == std::nullopt);
  }
}
