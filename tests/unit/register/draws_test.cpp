// Lots: what sha256sum says of seed/id, the lowest first.
#include "register/draws.h"

#include <doctest/doctest.h>

namespace zsup::reg {

TEST_CASE("lots are the digests of seed/id as sha256sum prints them, the lowest first") {
  const auto all = lots("2018-07-10 上证综指收盘 2827.63", {"沈砚秋", "陆鸣岐", "韦知远"});
  REQUIRE(all.size() == 3);
  CHECK(all[0].id == "陆鸣岐");
  CHECK(all[0].digest == "23d6221f4589b6b1347bde33ef7aa03475f060fba2136a6855cecde805c7d98e");
  CHECK(all[1].id == "韦知远");
  CHECK(all[1].digest == "74bc8db24722b60370f7660efebae55a73dfb1bdcdb6e73959337f7300ddda13");
  CHECK(all[2].id == "沈砚秋");
  CHECK(all[2].digest == "8a4a2a1285ef7e5c41fdceff80336eb63ebface2b7727299131e9472e59fd2c5");
}

TEST_CASE("the order of the pool and repeats in it make no difference") {
  const auto once = lots("x", {"a", "b", "c", "d"});
  const auto again = lots("x", {"d", "b", "a", "c", "b", "a"});
  REQUIRE(again.size() == once.size());
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(again[i].id == once[i].id);
  CHECK(lots("x", {}).empty());
}

}  // namespace zsup::reg
