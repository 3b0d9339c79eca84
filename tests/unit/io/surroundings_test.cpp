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

TEST_CASE("a fixed moment is the moment, whatever the zone") {
  Environment environment;
  ::setenv("TZ", "Asia/Shanghai", 1);
  for (const std::int64_t moment : {1531612799, 1531612800, 0, -1}) {
    environment.source_date_epoch = std::to_string(moment);
    CHECK(zsup::io::moment(environment) == moment);
  }
  ::unsetenv("TZ");
}

TEST_CASE("nonsense in SOURCE_DATE_EPOCH leaves the clock in force") {
  Environment environment;
  for (const char* nonsense : {"", "x", "12x", "99999999999999999999", "32503680000", "-2208988801",
                               "9223372036854775807", "-9223372036854775808"}) {
    environment.source_date_epoch = nonsense;
    CAPTURE(nonsense);
    CHECK(moment(environment) > 1'600'000'000);
    CHECK(moment(environment) < 10'000'000'000);
  }
}

TEST_CASE("there is always a processor") {
  CHECK(available_processors() >= 1);
}
