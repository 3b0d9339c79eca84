#include "record/lenient.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <vector>

#include "diag/brief.h"
#include "text/blank.h"
#include "text/utf8.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::record {

using diag::say;

namespace {

constexpr std::size_t longest = 64;  // bytes; nobody writes a longer date or number by a slip

// Full-width forms as half-width ones, without spaces.
std::string folded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    char32_t c = decoded.code_point;
    at += decoded.length;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x2013 || c == 0x2014 || c == 0x2212) c = '-';
    if (c == ' ' || text::is_wide_blank(c)) continue;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    text::append_utf8(plain, c);
  }
  return plain;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (const char c : text) {
    if (!is_digit(c)) {
      inside = false;
      continue;
    }
    if (!inside) runs.emplace_back();
    inside = true;
    runs.back() += c;
  }
  return runs;
}

// Leading zeros and a point without digits on one side.
void mend_ends(std::string& number) {
  while (number.size() > 1 && number[0] == '0' && is_digit(number[1])) number.erase(0, 1);
  if (number.starts_with('.')) number.insert(0, "0");
  if (number.ends_with('.')) number.pop_back();
}

// A number without signs, units of counting and groups of three; empty for a text that is too long.
std::string plain_number(std::string_view text) {
  if (text.size() > longest) return {};
  std::string plain = folded(text);
  for (const std::string_view unit :
       {"+", "_", "次", "个", "份", "分", "项", "件", "人", "天", "%"}) {
    replace_all(plain, unit, "");
  }
  // Only where they stand as money may have them: 1,5 is no slip for 15.
  value::NumberError why{};
  if (value::Money::parse(plain, why)) replace_all(plain, ",", "");
  mend_ends(plain);
  return plain;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  const auto bare = [](std::string_view text) {
    std::string plain = folded(text);
    plain.erase(
        std::remove_if(plain.begin(), plain.end(), [](char c) { return c == '-' || c == '_'; }),
        plain.end());
    return plain;
  };
  return bare(a) == bare(b);
}

bool looks_like_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '-'; });
}

diag::Text date_flaw(diag::Words subject, std::string_view text) {
  const std::string shown = diag::brief(text);
  if (!looks_like_date(text)) {
    return say("{}应为日期，“{}”不是", "{} takes a date, and '{}' is none", subject, shown);
  }
  // A name in Latin letters is parted by a space from what follows, but not from a sign.
  if (subject.zh.ends_with(' ')) subject.zh.remove_suffix(1);
  const std::string_view year = text.substr(0, 4);
  if (year < "1900" || year > "2999") {
    return say("{}的年份应在1900年到2999年之间：{}", "{} takes a year from 1900 to 2999: {}",
               subject, shown);
  }
  return say("{}：没有“{}”这一天", "{}: there is no day {}", subject, shown);
}

std::optional<std::string> date_meant(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = folded(text);
  if (plain.size() == 8 && std::all_of(plain.begin(), plain.end(), is_digit)) {
    plain.insert(6, "-").insert(4, "-");
  }
  for (const std::string_view separator : {"年", "月", "/", "."})
    replace_all(plain, separator, "-");
  for (const std::string_view day : {"日", "号"}) replace_all(plain, day, "");
  const std::vector<std::string> runs = digit_runs(plain);
  if (runs.size() != 3 || runs[0].size() != 4 || runs[1].size() > 2 || runs[2].size() > 2 ||
      plain != runs[0] + "-" + runs[1] + "-" + runs[2]) {
    return std::nullopt;
  }
  const std::string date = fmt::format("{}-{:0>2}-{:0>2}", runs[0], runs[1], runs[2]);
  if (!value::Date::parse(date) || date == text) return std::nullopt;
  return date;
}

std::optional<std::string> period_meant(std::string_view text, std::optional<int> year) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = folded(text);
  for (const std::string_view which : {"本年", "今年"}) {
    if (year && plain.starts_with(which))
      plain.replace(0, which.size(), fmt::format("{}年", *year));
  }
  // A month by its sign alone: a bare 6 is none.
  const bool month = plain.ends_with("月") || plain.ends_with("月份");
  constexpr std::array<std::array<std::string_view, 2>, 33> words{{
      {"十二月", "12月"}, {"十一月", "11月"}, {"十月", "10月"},   {"一月", "01月"},
      {"二月", "02月"},   {"三月", "03月"},   {"四月", "04月"},   {"五月", "05月"},
      {"六月", "06月"},   {"七月", "07月"},   {"八月", "08月"},   {"九月", "09月"},
      {"月份", "月"},     {"年", "-"},        {"第一季度", "q1"}, {"第二季度", "q2"},
      {"第三季度", "q3"}, {"第四季度", "q4"}, {"一季度", "q1"},   {"二季度", "q2"},
      {"三季度", "q3"},   {"四季度", "q4"},   {"1季度", "q1"},    {"2季度", "q2"},
      {"3季度", "q3"},    {"4季度", "q4"},    {"上半年", "h1"},   {"下半年", "h2"},
      {"月", ""},         {"/", "-"},         {".", "-"},         {"第", ""},
      {"度", ""},
  }};
  // 上半年 and 下半年 hold the character for year, so they go first.
  replace_all(plain, "上半年", "-h1");
  replace_all(plain, "下半年", "-h2");
  for (const auto& [what, by] : words) replace_all(plain, what, by);
  replace_all(plain, "--", "-");
  if (plain.ends_with('-')) plain.pop_back();
  if (plain.size() == 6 && (plain[4] == 'q' || plain[4] == 'h')) plain.insert(4, "-");
  if (plain.size() == 6 && plain[4] == '-') plain.insert(5, "0");
  if (plain.starts_with('-')) plain.erase(0, 1);
  const bool part = plain.size() == 2 && (plain[0] == 'q' || plain[0] == 'h');
  if (year && (part || (month && plain.size() <= 2))) {
    plain = fmt::format("{}-{:0>2}", *year, plain);
  }
  if (plain == text || !value::Period::parse(plain)) return std::nullopt;
  return plain;
}

std::optional<value::Date> read_date(std::string_view text) {
  if (const auto date = value::Date::parse(text)) return date;
  const auto meant = date_meant(text);
  return meant ? value::Date::parse(*meant) : std::nullopt;
}

std::optional<value::Period> read_period(std::string_view text, std::optional<int> year) {
  if (const auto period = year ? value::Period::parse(text, *year) : value::Period::parse(text)) {
    return period;
  }
  const auto meant = period_meant(text, year);
  return meant ? value::Period::parse(*meant) : std::nullopt;
}

std::optional<std::string> due_meant(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = folded(text);
  // Spaces are gone by now.
  for (const std::string_view word : {"个工作日", "工作日", "workingdays", "workingday"}) {
    replace_all(plain, word, "wd");
  }
  for (const std::string_view word : {"个月", "months", "month"}) replace_all(plain, word, "m");
  for (const std::string_view word : {"天", "日", "days", "day"}) replace_all(plain, word, "d");
  replace_all(plain, "内", "");
  if (!plain.starts_with('+')) plain.insert(0, "+");
  if (is_digit(plain.back())) plain += "d";
  while (plain.size() > 2 && plain[1] == '0' && is_digit(plain[2])) plain.erase(1, 1);
  if (plain == text || !value::Due::parse(plain)) return date_meant(text);
  return plain;
}

std::optional<std::string> count_meant(std::string_view text, std::int64_t least,
                                       std::int64_t most) {
  const std::string plain = plain_number(text);
  value::NumberError why{};
  const auto number = value::parse_count(plain, why);
  if (!number || *number < least || *number > most || plain == text) return std::nullopt;
  return plain;
}

std::optional<std::string> decimal_meant(std::string_view text, std::int64_t least,
                                         std::int64_t most) {
  const std::string plain = plain_number(text);
  value::NumberError why{};
  const auto number = value::Decimal::parse(plain, why);
  if (!number || *number < value::Decimal::of(least) || *number > value::Decimal::of(most) ||
      plain == text) {
    return std::nullopt;
  }
  return plain;
}

std::optional<std::string> money_meant(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = folded(text);
  for (const std::string_view sign : {"¥", "￥", "+", "_", "rmb", "人民币", "整"}) {
    replace_all(plain, sign, "");
  }
  mend_ends(plain);
  value::NumberError why{};
  if (!value::Money::parse(plain, why) || plain == text) return std::nullopt;
  return plain;
}

std::optional<std::string> boolean_meant(std::string_view text) {
  if (text.size() > 16) return std::nullopt;
  const std::string plain = folded(text);
  for (const std::string_view yes : {"yes", "y", "on", "true", "1", "对", "有", "需要", "√"}) {
    if (plain == yes) return "true";
  }
  for (const std::string_view no : {"no", "n", "off", "false", "0", "不", "无", "不需要", "×"}) {
    if (plain == no) return "false";
  }
  return std::nullopt;
}

}  // namespace zsup::record
