// The patterns of the schemas against the parsers, over every value near an edge.
#include "record/patterns.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <regex>

#include "record/id.h"
#include "text/utf8.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::record {

namespace {

std::wstring wide(std::string_view text) {
  std::wstring out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    out += static_cast<wchar_t>(decoded.code_point);
    at += decoded.length;
  }
  return out;
}

class Pattern {
 public:
  explicit Pattern(std::string_view pattern) : regex_(wide(pattern)) {}
  bool matches(std::string_view text) const { return std::regex_search(wide(text), regex_); }

 private:
  std::wregex regex_;
};

}  // namespace

TEST_CASE("dates: every day near the edges of months, years and centuries") {
  const Pattern pattern(date_pattern());
  int days = 0;
  for (const int year : {1899, 1900, 1904, 1996, 1999, 2000, 2001, 2018, 2020, 2099, 2100, 2400,
                         2800, 2900, 2996, 2999, 3000, 1000, 9999}) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
        const bool is_date = value::Date::parse(text).has_value();
        days += is_date ? 1 : 0;
        if (pattern.matches(text) != is_date) FAIL_CHECK(text);
      }
    }
  }
  CHECK(days ==
        15 * 365 + 7);  // of 19 years four are out of range, and seven of the rest leap years
  for (const std::string_view text : {"", "2018-1-1", "2018-01-01 ", " 2018-01-01", "2018/01/01",
                                      "02018-01-01", "2018-01-011", "2018-0１-01"}) {
    CHECK(!pattern.matches(text));
  }
}

TEST_CASE("periods and time limits") {
  const Pattern period(period_pattern());
  const Pattern due(due_pattern());
  for (const std::string_view year : {"1899", "1900", "2018", "2999", "3000", "018", "20180"}) {
    for (const std::string_view part :
         {"",   "-",   "-h0", "-h1", "-h2", "-h3", "-q0", "-q1", "-q4",  "-q5", "-Q1",
          "q1", "-00", "-01", "-09", "-10", "-12", "-13", "-1",  "-001", "-h",  "-q11"}) {
      const std::string text = fmt::format("{}{}", year, part);
      CAPTURE(text);
      CHECK(period.matches(text) == value::Period::parse(text).has_value());
    }
  }
  for (int count = 0; count <= 10001; ++count) {
    const std::string text = fmt::format("+{}d", count);
    if (due.matches(text) != value::Due::parse(text).has_value()) FAIL_CHECK(text);
  }
  for (const std::string_view text :
       {"+5d", "+5wd", "+5m", "+5w", "+5", "5d", "+05d", "+00d", "+0m", "+d", "+5D", "+5d ", "++5d",
        "-5d", "2018-02-28", "2018-02-30", "+3660wd", "+3661m", "+36600d"}) {
    CAPTURE(text);
    CHECK(due.matches(text) == value::Due::parse(text).has_value());
  }
}

TEST_CASE("money") {
  const Pattern pattern(money_pattern());
  for (const std::string_view number : {"0",
                                        "00",
                                        "01",
                                        "1",
                                        "12",
                                        "123",
                                        "1234",
                                        "1,234",
                                        "12,34",
                                        "123,456",
                                        "1234,567",
                                        "1,234,567",
                                        "0,123",
                                        "012,345",
                                        ",123",
                                        "1,",
                                        "999,999,999,999",
                                        "1,000,000,000,000",
                                        "999999999999",
                                        "1000000000000",
                                        "99999999",
                                        "100000000",
                                        "9999",
                                        "10000",
                                        "-1",
                                        "+1",
                                        ""}) {
    for (const std::string_view places : {"", ".", ".1", ".12", ".123", ".123456", ".1234567",
                                          ".1234567890", ".12345678901", ".99"}) {
      for (const std::string_view unit :
           {"", "元", "万", "万元", "亿", "亿元", "元元", " 元", "千"}) {
        const std::string text = fmt::format("{}{}{}", number, places, unit);
        value::NumberError why{};
        if (pattern.matches(text) != value::Money::parse(text, why).has_value()) FAIL_CHECK(text);
      }
    }
  }
}

TEST_CASE("whole numbers between bounds") {
  const std::pair<std::int64_t, std::int64_t> bounds[] = {{0, 0},       {0, 9},
                                                          {0, 10},      {1, 1},
                                                          {1, 9},       {1, 10},
                                                          {1, 99},      {1, 100},
                                                          {1, 365},     {0, 365},
                                                          {7, 7},       {7, 8},
                                                          {19, 31},     {95, 105},
                                                          {99, 1000},   {100, 199},
                                                          {123, 4567},  {190, 2999},
                                                          {1900, 2999}, {1, 9999},
                                                          {1, 10000},   {0, 3660},
                                                          {1234, 1239}, {1111, 2222},
                                                          {1, 100000},  {0, 999'999'999'999}};
  for (const auto& bound : bounds) {
    const Pattern pattern(count_pattern(bound.first, bound.second));
    CAPTURE(bound.first);
    CAPTURE(bound.second);
    for (std::int64_t number = 0; number <= 12'000; ++number) {
      const bool inside = bound.first <= number && number <= bound.second;
      if (pattern.matches(std::to_string(number)) != inside) FAIL_CHECK(number);
    }
    CHECK(pattern.matches(std::to_string(bound.second)));
    CHECK(!pattern.matches(std::to_string(bound.second + 1)));
    for (const std::string_view text : {"", "-1", "+1", "01", "00", "1.0", "1 ", " 1", "1x"}) {
      CHECK(!pattern.matches(text));
    }
  }
}

TEST_CASE("decimals between bounds") {
  const Pattern pattern(decimal_pattern(1, 1000));
  for (const std::string_view right : {"1", "1.0", "1.0001", "999.9999", "1000", "1000.0000"}) {
    CHECK(pattern.matches(right));
  }
  for (const std::string_view wrong :
       {"0", "0.9999", "1000.0001", "1001", "1.00000", "01", "1.", ".5"}) {
    CHECK(!pattern.matches(wrong));
  }
  CHECK(Pattern(decimal_pattern(0, 1)).matches("0.5"));
  CHECK(Pattern(decimal_pattern(5, 5)).matches("5.00"));
  CHECK(!Pattern(decimal_pattern(5, 5)).matches("5.01"));
}

TEST_CASE("ids, blanks and codes of rules") {
  const Pattern id(id_pattern());
  // Around every edge of what is an ideograph.
  for (const char32_t edge :
       {0x2FU,    0x30U,    0x39U,    0x3AU,    0x60U,    0x61U,    0x7AU,    0x7BU,
        0x41U,    0x3006U,  0x3007U,  0x3008U,  0x33FFU,  0x3400U,  0x4DBFU,  0x4DC0U,
        0x4DFFU,  0x4E00U,  0x9FFFU,  0xA000U,  0xF900U,  0xFF41U,  0x1FFFFU, 0x20000U,
        0x2F7FFU, 0x2F800U, 0x2FA1FU, 0x2FFFFU, 0x30000U, 0x3FFFDU, 0x3FFFEU, 0x40000U}) {
    std::string text;
    text::append_utf8(text, edge);
    CAPTURE(static_cast<unsigned>(edge));
    CHECK(id.matches(text) == !id_flaw(text).has_value());
    CHECK(id.matches("a" + text) == !id_flaw("a" + text).has_value());
  }
  for (const std::string_view text : {"", "a-b", "a--b", "-a", "a-", "-", "a b", "党-委", "a\n"}) {
    CAPTURE(text);
    CHECK(id.matches(text) == !id_flaw(text).has_value());
  }
  const Pattern blank(not_blank_pattern());
  CHECK(!blank.matches(" \t\r\n\u00A0\u3000"));
  CHECK(blank.matches(" . "));
  CHECK(blank.matches("\u200B"));
  const Pattern code(code_pattern());
  CHECK(code.matches("ZS403"));
  for (const std::string_view wrong : {"ZS40", "ZS4030", "zs403", "ZS40３", "403"}) {
    CHECK(!code.matches(wrong));
  }
}

}  // namespace zsup::record
