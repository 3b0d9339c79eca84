#include "text/natural.h"

#include <cstdint>
#include <optional>
#include <string>

#include "text/utf8.h"

namespace zsup::text {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 0 to 9, 10 and its powers that have a character of their own; nothing for other characters.
std::optional<std::uint64_t> numeral(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return 10'000;
    case U'亿':
      return 100'000'000;
    default:
      return std::nullopt;
  }
}

// The value of a run of numerals: 十一, 一百零二, 三千五百万, or digits alone as in 二〇一八.
// Nothing where the run is no number (万 alone, as in 万俟; 十百).
std::optional<std::uint64_t> value_of(std::u32string_view run) {
  constexpr std::size_t longest = 18;
  if (run.size() > longest) return std::nullopt;
  std::uint64_t digits = 0;
  bool only_digits = true;
  for (const char32_t c : run) {
    const std::uint64_t one = *numeral(c);
    if (one >= 10) only_digits = false;
    digits = digits * 10 + one;
  }
  if (only_digits) return digits;
  std::uint64_t total = 0;                // of the parts before 亿 and 万
  std::uint64_t section = 0;              // below 万
  std::uint64_t limit = 100'000'000'000;  // units come from the largest to the smallest
  std::uint64_t above = 10'000;           // within a section
  std::uint64_t digit = 0;                // 0: none
  bool zero = false;
  for (const char32_t c : run) {
    const std::uint64_t one = *numeral(c);
    if (one == 0) {
      if (digit != 0 || zero) return std::nullopt;
      zero = true;
    } else if (one < 10) {
      if (digit != 0) return std::nullopt;
      digit = one;
      zero = false;
    } else if (one < 10'000) {
      // 十 alone is 10; other units need a digit before them.
      const bool bare = digit == 0 && one == 10 && section == 0 && total == 0 && !zero;
      if ((digit == 0 && !bare) || one >= above) return std::nullopt;
      section += (digit == 0 ? 1 : digit) * one;
      above = one;
      digit = 0;
      zero = false;
    } else {
      section += digit;
      if (section == 0 || one >= limit || zero) return std::nullopt;
      total += section * one;
      limit = one;
      section = 0;
      above = 10'000;
      digit = 0;
    }
  }
  if (zero) return std::nullopt;
  return total + section + digit;
}

// One step of a text: a number, or a single character.
struct Token {
  char32_t place = 0;  // where it stands among other characters
  bool counted = false;
  std::uint64_t value = 0;  // of a Chinese numeral
  std::string_view digits;  // of a run of digits, without zeros before them
  std::string_view written;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool done() const { return at_ == text_.size(); }

  Token next() {
    const std::size_t from = at_;
    Token token;
    if (is_digit(text_[at_])) {
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
      token.counted = true;
      token.place = '0';
      token.written = text_.substr(from, at_ - from);
      token.digits = token.written;
      while (!token.digits.empty() && token.digits.front() == '0') token.digits.remove_prefix(1);
      return token;
    }
    if (at_ >= plain_until_) {
      // All numerals take the place of the first of them, so that the order is one.
      std::u32string run;
      while (at_ < text_.size()) {
        const Decoded decoded = decode(text_, at_);
        if (!decoded.valid || !numeral(decoded.code_point)) break;
        run += decoded.code_point;
        at_ += decoded.length;
      }
      if (const auto value = run.empty() ? std::nullopt : value_of(run)) {
        token.counted = true;
        token.place = U'一';
        token.value = *value;
        token.written = text_.substr(from, at_ - from);
        return token;
      }
      plain_until_ = at_;
      at_ = from;
    }
    const Decoded decoded = decode(text_, at_);
    at_ += decoded.length;
    token.place = decoded.code_point;
    token.written = text_.substr(from, decoded.length);
    return token;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t plain_until_ = 0;  // a run that is no number
};

std::strong_ordering compare(const Token& a, const Token& b) {
  if (const auto order = a.place <=> b.place; order != 0) return order;
  if (const auto order = b.counted <=> a.counted; order != 0) return order;
  if (a.counted) {
    if (const auto order = a.digits.size() <=> b.digits.size(); order != 0) return order;
    if (const auto order = a.digits <=> b.digits; order != 0) return order;
    if (const auto order = a.value <=> b.value; order != 0) return order;
    if (const auto order = a.written.size() <=> b.written.size(); order != 0) return order;
  }
  return a.written <=> b.written;
}

}  // namespace

std::strong_ordering compare_natural(std::string_view a, std::string_view b) {
  Reader one(a);
  Reader other(b);
  while (!one.done() && !other.done()) {
    if (const auto order = compare(one.next(), other.next()); order != 0) return order;
  }
  return other.done() <=> one.done();
}

}  // namespace zsup::text
