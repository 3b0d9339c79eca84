#include "record/patterns.h"

#include <fmt/core.h>

#include <algorithm>

namespace zsup::record {

namespace {

constexpr std::string_view date_core =
    "(?:19|2[0-9])[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|"
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|"
    "(?:(?:19|2[0-9])(?:0[48]|[2468][048]|[13579][26])|2[048]00)-02-29";

std::string repeated(std::size_t count) {
  if (count == 0) return {};
  return count == 1 ? "[0-9]" : fmt::format("[0-9]{{{}}}", count);
}

std::string digit_class(char from, char to) {
  return from == to ? std::string(1, from) : fmt::format("[{}-{}]", from, to);
}

// Numbers of one length, from `low` to `high`, both of that many digits.
std::string same_length(std::string_view low, std::string_view high) {
  if (low.empty()) return {};
  const std::string_view low_rest = low.substr(1);
  const std::string_view high_rest = high.substr(1);
  const auto all = [](std::string_view text, char digit) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return c == digit; });
  };
  if (low[0] == high[0]) return low[0] + same_length(low_rest, high_rest);
  char from = low[0];
  char to = high[0];
  std::string out;
  const auto add = [&](const std::string& branch) { out += (out.empty() ? "" : "|") + branch; };
  if (!all(low_rest, '0')) {
    add(from + same_length(low_rest, std::string(low_rest.size(), '9')));
    ++from;
  }
  if (!all(high_rest, '9')) --to;
  if (from <= to) add(digit_class(from, to) + repeated(low_rest.size()));
  if (to != high[0]) add(high[0] + same_length(std::string(high_rest.size(), '0'), high_rest));
  return "(?:" + out + ")";
}

// All numbers from `low` to `high`; each length has a branch of its own, and lengths of which every
// number counts share one.
std::string whole(std::int64_t low, std::int64_t high) {
  std::string out;
  const auto add = [&](const std::string& branch) { out += (out.empty() ? "" : "|") + branch; };
  if (low == 0) {
    add("0");
    low = 1;
  }
  std::size_t full_from = 0;
  std::size_t full_to = 0;
  const auto flush = [&] {
    if (full_from == 0) return;
    const std::size_t least = full_from - 1;
    const std::size_t most = full_to - 1;
    add("[1-9]" + (least == most ? repeated(least) : fmt::format("[0-9]{{{},{}}}", least, most)));
    full_from = 0;
  };
  std::int64_t first = 1;  // the least number of so many digits
  for (std::size_t digits = 1; first <= high; ++digits, first *= 10) {
    const std::int64_t last = first * 10 - 1;
    if (last < low) continue;
    if (low <= first && last <= high) {
      if (full_from == 0) full_from = digits;
      full_to = digits;
      continue;
    }
    flush();
    add(same_length(std::to_string(std::max(low, first)), std::to_string(std::min(high, last))));
  }
  flush();
  return out;
}

}  // namespace

std::string_view not_blank_pattern() {
  return "[^ \\t\\n\\r\\u00a0\\u3000]";
}

std::string_view id_pattern() {
  return "^[a-z0-9\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\U00020000-\U0002F7FF\U00030000-\U0003FFFD]+"
         "(?:-[a-z0-9\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\U00020000-\U0002F7FF"
         "\U00030000-\U0003FFFD]+)*$";
}

std::string_view date_pattern() {
  static const std::string pattern = fmt::format("^(?:{})$", date_core);
  return pattern;
}

std::string_view period_pattern() {
  return "^(?:19|2[0-9])[0-9]{2}(?:-(?:h[12]|q[1-4]|0[1-9]|1[0-2]))?$";
}

std::string due_pattern() {
  return fmt::format("^(?:\\+(?:{})(?:d|wd|m)|{})$", whole(0, 3660), date_core);
}

std::string_view money_pattern() {
  // Yuan to the fen, with or without groups of three; or in 万 or 亿. The limit is twelve digits of
  // yuan in every one of them.
  return "^(?:(?:(?:0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\\.[0-9]{1,2})?|"
         "(?:0|[1-9][0-9]{0,7})(?:\\.[0-9]{1,6})?万|(?:0|[1-9][0-9]{0,3})(?:\\.[0-9]{1,10})?亿)元?)"
         "$";
}

std::string count_pattern(std::int64_t least, std::int64_t most) {
  return fmt::format("^(?:{})$", whole(least, most));
}

std::string decimal_pattern(std::int64_t least, std::int64_t most) {
  if (least == most) return fmt::format("^{}(?:\\.0{{1,4}})?$", most);
  return fmt::format("^(?:(?:{})(?:\\.[0-9]{{1,4}})?|{}(?:\\.0{{1,4}})?)$", whole(least, most - 1),
                     most);
}

std::string_view code_pattern() {
  return "^ZS[0-9]{3}$";
}

}  // namespace zsup::record
