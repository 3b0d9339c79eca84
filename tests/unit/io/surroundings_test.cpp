#include "io/surroundings.h"

#include <doctest/doctest.h>
#include <stdlib.h>

using namespace zsup::io;

TEST_CASE("the environment tells unset from empty") {
  ::setenv("NO_COLOR", "", 1);
  ::unsetenv("CLICOLOR_FORCE");
  ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
  const Environment environment = read_environment();
  ::unsetenv("LC_ALL");
  CHECK(environment.no_color == "");
  CHECK(environment.clicolor_force == std::nullopt);
  CHECK(environment.lc_all == "zh_CN.UTF-8");
}

TEST_CASE("a fixed moment fixes the day, in UTC whatever the zone") {
  Environment environment;
  environment.source_date_epoch = "1531612799";  // 2018-07-14 23:59:59 UTC
  ::setenv("TZ", "Asia/Shanghai", 1);
  CHECK((today(environment) == Day{2018, 7, 14}));
  environment.source_date_epoch = "1531612800";
  CHECK((today(environment) == Day{2018, 7, 15}));
  environment.source_date_epoch = "0";
  CHECK((today(environment) == Day{1970, 1, 1}));
  ::unsetenv("TZ");
}

TEST_CASE("nonsense in SOURCE_DATE_EPOCH leaves the clock in force") {
  Environment environment;
  for (const char* nonsense : {"", "x", "12x", "99999999999999999999"}) {
    environment.source_date_epoch = nonsense;
    CHECK(today(environment).year > 2020);
  }
}

TEST_CASE("there is always a processor") {
  CHECK(available_processors() >= 1);
}
