#include "value/number.h"

#include <fmt/core.h>

#include <stdexcept>

namespace zsup::value {

namespace {

__extension__ using Wide = __int128;  // both compilers that we build with have it

// Digits, optionally a point and more digits: the value in units of 10^-places.
std::optional<std::int64_t> parse_scaled(std::string_view text, int places, std::int64_t limit,
                                         NumberError& why) {
  why = NumberError::not_a_number;
  if (text.empty()) return std::nullopt;
  bool full_width = false;
  bool other = false;
  bool letters = false;
  int points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') continue;
    if (c == '.') {
      ++points;
    } else if (text.substr(i, 2) == "\xEF\xBC" && i + 2 < text.size()) {
      // U+FF10–U+FF19 and the full-width point U+FF0E.
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if ((last >= 0x90 && last <= 0x99) || last == 0x8E) {
        full_width = true;
      } else {
        other = true;
      }
      i += 2;
    } else if (c == '_' || c == 'e' || c == 'E' || c == 'x' || c == 'X' || c == '+' ||
               (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ',') {
      letters = true;
    } else {
      other = true;
    }
  }
  if (other || points > 1) return std::nullopt;
  if (full_width) {
    why = NumberError::full_width;
    return std::nullopt;
  }
  const bool starts_with_digit = text[0] >= '0' && text[0] <= '9';
  if (letters) {
    if (starts_with_digit || text[0] == '+') why = NumberError::not_decimal;
    return std::nullopt;
  }
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) {
    if (!whole.empty() || !fraction.empty()) why = NumberError::not_decimal;
    return std::nullopt;
  }
  if (whole.size() > 1 && whole[0] == '0') {
    why = NumberError::leading_zero;
    return std::nullopt;
  }
  if (fraction.size() > static_cast<std::size_t>(places)) {
    why = NumberError::too_many_places;
    return std::nullopt;
  }
  Wide number = 0;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      number = number * 10 + (c - '0');
      if (number > limit) {
        why = NumberError::too_large;
        return std::nullopt;
      }
    }
  }
  for (int i = static_cast<int>(fraction.size()); i < places; ++i) number *= 10;
  if (number > limit) {
    why = NumberError::too_large;
    return std::nullopt;
  }
  return static_cast<std::int64_t>(number);
}

std::int64_t narrow(Wide number) {
  if (number > INT64_MAX || number < INT64_MIN) throw std::overflow_error("rational out of range");
  return static_cast<std::int64_t>(number);
}

Wide gcd(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Rational reduced(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = gcd(numerator, denominator);
  if (divisor > 1) {
    numerator /= divisor;
    denominator /= divisor;
  }
  return {narrow(numerator), narrow(denominator)};
}

// A count of 10^-places as text, without trailing zeros but with at least `keep` places.
std::string scaled_text(std::int64_t units, int places, int keep) {
  const bool negative = units < 0;
  const std::uint64_t magnitude =
      negative ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  std::string digits = fmt::format("{:0{}}", magnitude, places + 1);
  std::string fraction = digits.substr(digits.size() - static_cast<std::size_t>(places));
  digits.resize(digits.size() - static_cast<std::size_t>(places));
  while (static_cast<int>(fraction.size()) > keep && fraction.ends_with('0')) fraction.pop_back();
  if (!fraction.empty()) digits += "." + fraction;
  return negative ? "-" + digits : digits;
}

// 1,234,567 → comma groups are right when the first has 1–3 digits and all others exactly three.
bool strip_groups(std::string_view text, std::string& plain) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.find(',') == std::string_view::npos) return false;
  std::size_t group = 0;
  bool first = true;
  for (std::size_t i = 0; i <= whole.size(); ++i) {
    if (i < whole.size() && whole[i] != ',') {
      ++group;
      plain += whole[i];
      continue;
    }
    if (first ? (group < 1 || group > 3) : group != 3) return false;
    first = false;
    group = 0;
  }
  if (point != std::string_view::npos) plain += text.substr(point);
  return true;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text, NumberError& why) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto units = parse_scaled(text, 4, 99'999'999'999 * one, why);
  if (!units) return std::nullopt;
  return Decimal{negative ? -*units : *units};
}

std::string Decimal::text() const {
  return scaled_text(units, 4, 0);
}

std::optional<std::int64_t> parse_count(std::string_view text, NumberError& why) {
  if (text.starts_with('-')) {
    const auto magnitude = parse_scaled(text.substr(1), 0, 999'999'999'999, why);
    if (magnitude) why = NumberError::negative;
    return std::nullopt;
  }
  return parse_scaled(text, 0, 999'999'999'999, why);
}

std::optional<Money> Money::parse(std::string_view text, NumberError& why) {
  constexpr std::int64_t limit = 99'999'999'999'999;
  if (text.starts_with('-')) {
    const auto magnitude = Money::parse(text.substr(1), why);
    if (magnitude) why = NumberError::negative;
    return std::nullopt;
  }
  int places = 2;
  if (text.ends_with("元")) text.remove_suffix(std::string_view("元").size());
  if (text.ends_with("万")) {
    places = 6;
    text.remove_suffix(std::string_view("万").size());
  } else if (text.ends_with("亿")) {
    places = 10;
    text.remove_suffix(std::string_view("亿").size());
  }
  std::string plain;
  const bool grouped = places == 2 && strip_groups(text, plain);
  const auto fen = parse_scaled(grouped ? std::string_view(plain) : text, places, limit, why);
  if (!fen) return std::nullopt;
  return Money{*fen};
}

std::string Money::text() const {
  return scaled_text(fen, 2, 2);
}

std::string Money::grouped() const {
  std::string text = this->text();
  for (std::size_t at = text.size() - 3; at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string Money::chinese() const {
  if (fen < 1'000'000) {
    std::string text = grouped();
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text + "元";
  }
  return scaled_text(fen, 6, 0) + "万元";
}

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw std::overflow_error("rational with denominator 0");
  // Wide, since the least number of 64 bits has no opposite among them.
  const Wide sign = denominator < 0 ? -1 : 1;
  const Wide divisor = sign * gcd(numerator, sign * denominator);
  numerator_ = narrow(numerator / divisor);
  denominator_ = narrow(denominator / divisor);
}

Rational::Rational(Decimal decimal) : Rational(decimal.units, Decimal::one) {}

Rational operator+(Rational a, Rational b) {
  return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Rational operator-(Rational a, Rational b) {
  return reduced(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Rational operator*(Rational a, Rational b) {
  return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Rational operator/(Rational a, Rational b) {
  if (b.numerator_ == 0) throw std::overflow_error("division by zero");
  return reduced(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

std::strong_ordering operator<=>(Rational a, Rational b) {
  return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

Rational Rational::rounded(int places) const {
  Wide scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Wide scaled = Wide{numerator_} * scale * 2;
  const Wide magnitude = scaled < 0 ? -scaled : scaled;
  const Wide half_up = (magnitude + denominator_) / (Wide{denominator_} * 2);
  return reduced(scaled < 0 ? -half_up : half_up, scale);
}

bool Rational::terminates() const {
  std::int64_t rest = denominator_;
  for (const std::int64_t factor : {2, 5}) {
    while (rest % factor == 0) rest /= factor;
  }
  return rest == 1;
}

std::string Rational::text() const {
  const Rational shown = terminates() ? *this : rounded(2);
  // By long division: the places may be more than fit in a scale.
  const Wide magnitude = shown.numerator_ < 0 ? -Wide{shown.numerator_} : Wide{shown.numerator_};
  std::string text = shown.numerator_ < 0 ? "-" : "";
  text += std::to_string(narrow(magnitude / shown.denominator_));
  Wide rest = magnitude % shown.denominator_;
  if (rest != 0) text += '.';
  while (rest != 0) {
    rest *= 10;
    text += static_cast<char>('0' + static_cast<int>(rest / shown.denominator_));
    rest %= shown.denominator_;
  }
  return text;
}

}  // namespace zsup::value
