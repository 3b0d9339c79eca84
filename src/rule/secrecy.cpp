// ZS8xx: what must not stand in an ordinary repository, wherever in a file it stands.
//
// Two passes over the bytes: runs of ASCII digits are tried as identity and telephone numbers, and
// the character 密 as the end of a secrecy mark. What is worth a try is rare, so both run at the
// speed of a search.
#include <array>
#include <cstdint>
#include <cstring>

#include "rule/families.h"
#include "value/date.h"

namespace zsup::rule {

using diag::say;
namespace code = diag::code;

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// A resident identity number: 17 digits with a real date of birth, and the check digit of GB 11643.
bool is_identity_number(std::string_view run) {
  if (run.size() != 18) return false;
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    if (!is_digit(run[i])) return false;
    sum += (run[i] - '0') * weights[i];
  }
  const char check = "10X98765432"[sum % 11];
  const char last = run[17] == 'x' ? 'X' : run[17];
  const std::string born = std::string(run.substr(6, 4)) + "-" + std::string(run.substr(10, 2)) +
                           "-" + std::string(run.substr(12, 2));
  return last == check && value::Date::parse(born).has_value();
}

bool is_mobile_number(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

// 138-1234-5678 or 138 1234 5678: three groups with one kind of separator.
std::size_t spaced_mobile_number(std::string_view text) {
  constexpr std::array<std::size_t, 3> groups{3, 4, 4};
  std::string digits;
  std::size_t at = 0;
  char separator = 0;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (group > 0) {
      if (at >= text.size() || (text[at] != '-' && text[at] != ' ')) return 0;
      if (separator != 0 && separator != text[at]) return 0;
      separator = text[at++];
    }
    for (std::size_t i = 0; i < groups[group]; ++i, ++at) {
      if (at >= text.size() || !is_digit(text[at])) return 0;
      digits += text[at];
    }
  }
  if (at < text.size() && is_word(text[at])) return 0;
  return is_mobile_number(digits) ? at : 0;
}

// 0123-4567890: an area code, a hyphen, seven or eight digits.
std::size_t landline_number(std::string_view text) {
  if (text.empty() || text[0] != '0') return 0;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at < 3 || at > 4 || at >= text.size() || text[at] != '-') return 0;
  const std::size_t start = ++at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::size_t count = at - start;
  if (count < 7 || count > 8 || (at < text.size() && (is_word(text[at]) || text[at] == '-')))
    return 0;
  return at;
}

void add(Context& context, diag::Code found, text::SourceId source, std::size_t begin,
         std::size_t length, diag::Text message, diag::Text help) {
  context.sink.add(
      found,
      {source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)}},
      std::move(message), std::move(help));
}

void phone(Context& context, text::SourceId source, std::size_t begin, std::size_t length) {
  add(context, code::phone_number, source, begin, length,
      say("疑似电话号码", "this looks like a telephone number"),
      say("登记册不存放个人联系方式；删去它",
          "a register holds no one's telephone number; remove it"));
}

// Returns where the search goes on.
std::size_t digits_at(Context& context, text::SourceId source, std::string_view bytes,
                      std::size_t begin) {
  std::size_t end = begin;
  while (end < bytes.size() && is_digit(bytes[end])) ++end;
  // Days, months and years: too short for any of them.
  if (end - begin < 3 || (end - begin == 4 && bytes[begin] != '0')) return end;
  if (begin > 0 && (is_word(bytes[begin - 1]) || bytes[begin - 1] == '.')) return end;
  const std::string_view rest = bytes.substr(begin, 24);
  const std::size_t length = end - begin;
  if (length >= 17 && length <= 18) {
    const std::string_view run = rest.substr(0, 18);
    const bool ends = begin + 18 >= bytes.size() || !is_word(bytes[begin + 18]);
    if (ends && is_identity_number(run)) {
      add(context, code::identity_number, source, begin, 18,
          say("疑似居民身份证号码", "this looks like a resident identity number"),
          say("登记册不存放身份证号码；删去它，用姓名和单位区分人员",
              "a register holds no identity numbers; remove it, and tell people apart by name and "
              "organisation"));
      return begin + 18;
    }
  }
  const bool word_ends = end >= bytes.size() || !is_word(bytes[end]);
  if (length == 11 && word_ends && is_mobile_number(rest.substr(0, 11))) {
    phone(context, source, begin, 11);
  } else if (length == 13 && word_ends && rest.starts_with("86") &&
             is_mobile_number(rest.substr(2, 11))) {
    phone(context, source, begin, 13);
  } else if (length == 3) {
    if (const std::size_t size = spaced_mobile_number(rest)) {
      phone(context, source, begin, size);
      return begin + size;
    }
  }
  if (length == 3 || length == 4) {
    if (const std::size_t size = landline_number(rest)) {
      phone(context, source, begin, size);
      return begin + size;
    }
  }
  return end;
}

// 绝密★, 密级：机密, or a value that is nothing but such a mark; 商业秘密 and 保守秘密 are only
// words.
void mark_at(Context& context, text::SourceId source, std::string_view bytes, std::size_t mi) {
  constexpr std::size_t han = 3;
  if (mi < han) return;
  const std::string_view level = bytes.substr(mi - han, han);
  if (level != "绝" && level != "机" && level != "秘") return;
  const std::size_t begin = mi - han;
  const std::size_t end = mi + han;
  const std::string_view after = bytes.substr(end, 3);
  const bool starred = after == "★" || after == "☆";
  const std::string_view before =
      bytes.substr(begin < 18 ? 0 : begin - 18, begin < 18 ? begin : 18);
  const std::size_t label = before.rfind("密级");
  const bool labelled =
      label != std::string_view::npos && before.substr(label).find('\n') == std::string_view::npos;
  std::string_view lead = bytes.substr(0, begin);
  while (!lead.empty() && (lead.back() == ' ' || lead.back() == '"' || lead.back() == '\'')) {
    lead.remove_suffix(1);
  }
  std::size_t tail = end;
  while (tail < bytes.size() &&
         (bytes[tail] == ' ' || bytes[tail] == '"' || bytes[tail] == '\'' || bytes[tail] == '\r')) {
    ++tail;
  }
  const bool opens = lead.empty() || lead.back() == '\n' || lead.back() == ':' ||
                     lead.back() == '-' || lead.back() == '[' || lead.back() == ',' ||
                     lead.back() == '#';
  const bool closes = tail >= bytes.size() || bytes[tail] == '\n' || bytes[tail] == ',' ||
                      bytes[tail] == '}' || bytes[tail] == ']';
  if (!starred && !labelled && !(opens && closes)) return;
  add(context, code::secrecy_mark, source, begin, end - begin,
      say("国家秘密标志“{}”", "a mark of state secrecy: '{}'", bytes.substr(begin, end - begin)),
      say("涉密内容不得存入普通仓库；按保密规定处理，并清除历史记录",
          "secret matter must not be kept in an ordinary repository; follow the secrecy rules, and "
          "purge the history too"));
}

// The first digit from there on, or the end: eight bytes at a time while there is none.
std::size_t next_digit(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t every = 0x0101010101010101u;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    const std::uint64_t above = word ^ (every * '0');  // 0 to 9 where there is a digit
    if (((above - every * 10) & ~above & (every * 0x80)) != 0) break;
  }
  while (at < bytes.size() && !is_digit(bytes[at])) ++at;
  return at;
}

}  // namespace

void check_secrecy(Context& context, text::SourceId source) {
  const std::string_view bytes = context.reg.sources[source].bytes;
  // The last byte of the character is rarer in Chinese text than its first.
  constexpr std::string_view mi = "密";
  for (std::size_t at = bytes.find(mi.back()); at != std::string_view::npos;
       at = bytes.find(mi.back(), at + 1)) {
    if (at + 1 >= mi.size() && bytes.substr(at + 1 - mi.size(), mi.size()) == mi) {
      mark_at(context, source, bytes, at + 1 - mi.size());
    }
  }
  for (std::size_t at = next_digit(bytes, 0); at < bytes.size();) {
    at = next_digit(bytes, digits_at(context, source, bytes, at));
  }
}

}  // namespace zsup::rule
