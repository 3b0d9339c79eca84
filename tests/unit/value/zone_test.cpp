#include "value/zone.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace zsup::value;

namespace {

std::int64_t at(int year, int month, int day, int hour, int minute = 0) {
  return std::int64_t{Date::of(year, month, day).days} * 86'400 + hour * 3600 + minute * 60;
}

std::string number(std::int64_t value, int width) {
  std::string bytes;
  for (int i = width - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

struct Change {
  std::int64_t moment;
  int type;
};

std::string block(const std::vector<Change>& changes, const std::vector<int>& offsets, int width,
                  char version) {
  std::string bytes = std::string("TZif") + version + std::string(15, '\0');
  for (const std::size_t count : {std::size_t{0}, std::size_t{0}, std::size_t{0}, changes.size(),
                                  offsets.size(), std::size_t{4}}) {
    bytes += number(static_cast<std::int64_t>(count), 4);
  }
  for (const Change& change : changes) bytes += number(change.moment, width);
  for (const Change& change : changes) bytes += static_cast<char>(change.type);
  for (const int offset : offsets) bytes += number(offset, 4) + std::string(2, '\0');
  return bytes + std::string("ABC\0", 4);
}

// Local mean time, then eight hours, one summer with nine.
std::string zone_file(const std::string& rule = "CST-8") {
  const std::vector<Change> changes{
      {at(1900, 12, 31, 15, 54), 1}, {at(1986, 5, 3, 18), 2}, {at(1986, 9, 13, 17), 1}};
  const std::vector<int> offsets{29'143, 28'800, 32'400};
  return block({}, {0}, 4, '2') + block(changes, offsets, 8, '2') + "\n" + rule + "\n";
}

}  // namespace

TEST_CASE("the offset of a moment is that of the last change before it") {
  const std::string file = zone_file();
  CHECK(offset_at(file, at(1899, 1, 1, 0)) == 29'143);
  CHECK(offset_at(file, at(1986, 5, 3, 17, 59)) == 28'800);
  CHECK(offset_at(file, at(1986, 5, 3, 18)) == 32'400);
  CHECK(offset_at(file, at(1986, 9, 13, 16, 59)) == 32'400);
  CHECK(offset_at(file, at(1986, 9, 13, 17)) == 28'800);
  CHECK(offset_at(file, at(2018, 7, 15, 0)) == 28'800);  // by the rule
  CHECK(offset_at(zone_file(""), at(2018, 7, 15, 0)) == 28'800);
}

TEST_CASE("a file of the first version has 32-bit times and no rule") {
  const std::string file = block({{at(1986, 5, 3, 18), 1}}, {28'800, 32'400}, 4, '\0');
  CHECK(offset_at(file, at(1986, 5, 3, 17)) == 28'800);
  CHECK(offset_at(file, at(2018, 7, 15, 0)) == 32'400);
}

TEST_CASE("rules of every sort") {
  const auto offset = [](std::string_view rule, std::int64_t moment) {
    return offset_by_rule(rule, moment);
  };
  CHECK(offset("CST-8", 0) == 28'800);
  CHECK(offset("<+0545>-5:45", 0) == 20'700);
  // 2018: from the second Sunday of March (11) until the first of November (4), at 2 o'clock.
  const std::string_view new_york = "EST5EDT,M3.2.0,M11.1.0";
  CHECK(offset(new_york, at(2018, 3, 11, 6, 59)) == -18'000);
  CHECK(offset(new_york, at(2018, 3, 11, 7)) == -14'400);
  CHECK(offset(new_york, at(2018, 11, 4, 5, 59)) == -14'400);
  CHECK(offset(new_york, at(2018, 11, 4, 6)) == -18'000);
  // The last Sunday of March 2018 is the 25th.
  const std::string_view berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
  CHECK(offset(berlin, at(2018, 3, 25, 0, 59)) == 3'600);
  CHECK(offset(berlin, at(2018, 3, 25, 1)) == 7'200);
  CHECK(offset(berlin, at(2018, 10, 28, 1)) == 3'600);
  // South of the equator the summer lies over the turn of the year.
  const std::string_view sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
  CHECK(offset(sydney, at(2018, 1, 1, 0)) == 39'600);
  CHECK(offset(sydney, at(2018, 7, 1, 0)) == 36'000);
  CHECK(offset(sydney, at(2018, 12, 31, 0)) == 39'600);
  // J60 is 1 March in any year, 59 is 29 February in a leap year.
  CHECK(offset("AAA0BBB,J60/0,J61/0", at(2020, 2, 29, 12)) == 0);
  CHECK(offset("AAA0BBB,J60/0,J61/0", at(2020, 3, 1, 12)) == 3'600);
  CHECK(offset("AAA0BBB,59/0,60/0", at(2020, 2, 29, 12)) == 3'600);
  for (const std::string_view wrong :
       {"", "C", "CST", "CST-", "CST-25", "CST-8x", "<+08-8", "EST5EDT", "EST5EDT,", "EST5EDT,M3",
        "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
        "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J5", "EST5EDT,366,5", "EST5EDT,M3.2.0,M11.1.0x"}) {
    CAPTURE(wrong);
    CHECK(offset(wrong, 0) == std::nullopt);
  }
}

TEST_CASE("the day of a moment is that of the place") {
  CHECK(day_of(at(2018, 7, 14, 16), 28'800) == Date::of(2018, 7, 15));
  CHECK(day_of(at(2018, 7, 14, 15, 59), 28'800) == Date::of(2018, 7, 14));
  CHECK(day_of(0, -3600) == Date::of(1969, 12, 31));
}

TEST_CASE("bytes that are no zone file are harmless") {
  const std::string file = zone_file();
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK(offset_at(file.substr(0, size), at(2018, 1, 1, 0)) == std::nullopt);
  }
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (const char byte : {'\0', '\x01', '\x7F', '\x80', '\xFF'}) {
      std::string other = file;
      other[i] = byte;
      for (const std::int64_t moment : {at(1900, 1, 1, 0), at(1986, 6, 1, 0), at(2018, 1, 1, 0)}) {
        const auto offset = offset_at(other, moment);
        if (offset) CHECK((*offset > -93'600 && *offset < 93'600));
      }
    }
  }
}
