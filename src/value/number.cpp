#include "value/number.h"

#include <fmt/core.h>

#include <stdexcept>

namespace zsup::value {

namespace {

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

__extension__ using Unsigned = unsigned __int128;

[[noreturn]] void out_of_range() {
  throw std::overflow_error("rational out of range");
}

Wide times(Wide a, Wide b) {
  Wide product = 0;
  if (__builtin_mul_overflow(a, b, &product)) out_of_range();
  return product;
}

Wide plus(Wide a, Wide b) {
  Wide sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) out_of_range();
  return sum;
}

Unsigned magnitude_of(Wide number) {
  return number < 0 ? 0 - static_cast<Unsigned>(number) : static_cast<Unsigned>(number);
}

Unsigned gcd(Unsigned a, Unsigned b) {
  while (b > UINT64_MAX) {
    const Unsigned rest = a % b;
    a = b;
    b = rest;
  }
  if (b == 0) return a;
  // Nearly all numbers are short, and short divisions quick.
  auto small = static_cast<std::uint64_t>(a % b);
  auto other = static_cast<std::uint64_t>(b);
  while (small != 0) {
    const std::uint64_t rest = other % small;
    other = small;
    small = rest;
  }
  return other;
}

// Of two that are above 0.
Wide gcd_of(Wide a, Wide b) {
  return static_cast<Wide>(gcd(magnitude_of(a), magnitude_of(b)));
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

Rational Rational::lowest(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = times(numerator, -1);
    denominator = times(denominator, -1);
  }
  const Wide divisor = denominator == 1 ? 1 : gcd_of(numerator, denominator);
  Rational result;
  result.numerator_ = numerator / divisor;
  result.denominator_ = denominator / divisor;
  return result;
}

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw std::overflow_error("rational with denominator 0");
  *this = lowest(numerator, denominator);
}

Rational::Rational(Decimal decimal) : Rational(decimal.units, Decimal::one) {}

Rational Rational::operator-() const {
  Rational result;
  result.numerator_ = times(numerator_, -1);
  result.denominator_ = denominator_;
  return result;
}

// By the least common denominator, so that a sum never grows beyond what it comes to.
Rational operator+(Rational a, Rational b) {
  const Wide common = gcd_of(a.denominator_, b.denominator_);
  const Wide rest = b.denominator_ / common;
  return Rational::lowest(
      plus(times(a.numerator_, rest), times(b.numerator_, a.denominator_ / common)),
      times(a.denominator_, rest));
}

// Reduced crosswise first, for the same reason.
Rational operator*(Rational a, Rational b) {
  const Wide one = gcd_of(a.numerator_, b.denominator_);
  const Wide other = gcd_of(b.numerator_, a.denominator_);
  Rational result;
  result.numerator_ = times(a.numerator_ / one, b.numerator_ / other);
  result.denominator_ = times(a.denominator_ / other, b.denominator_ / one);
  return result;
}

Rational operator/(Rational a, Rational b) {
  if (b.numerator_ == 0) throw std::overflow_error("division by zero");
  Rational inverse;
  inverse.numerator_ = b.numerator_ < 0 ? times(b.denominator_, -1) : b.denominator_;
  inverse.denominator_ = b.numerator_ < 0 ? times(b.numerator_, -1) : b.numerator_;
  return a * inverse;
}

// By whole parts and what is left over, so that no product can be too large.
std::strong_ordering operator<=>(Rational a, Rational b) {
  if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
  Wide n = a.numerator_;
  Wide d = a.denominator_;
  Wide m = b.numerator_;
  Wide e = b.denominator_;
  for (bool turned = false;; turned = !turned) {
    Wide whole = n / d;
    Wide other = m / e;
    Wide rest = n % d;
    Wide left = m % e;
    if (rest < 0) {
      --whole;
      rest += d;
    }
    if (left < 0) {
      --other;
      left += e;
    }
    if (whole != other || rest == 0 || left == 0) {
      const std::strong_ordering order = whole != other ? whole <=> other : rest <=> left;
      return turned ? 0 <=> order : order;
    }
    // rest/d against left/e is the opposite of d/rest against e/left.
    n = d;
    d = rest;
    m = e;
    e = left;
  }
}

Rational Rational::rounded(int places) const {
  Wide scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Wide sign = numerator_ < 0 ? -1 : 1;
  const Wide magnitude = times(numerator_, sign);
  const Wide rest = magnitude % denominator_;
  // The whole part is set aside, so that only what is rounded is multiplied.
  const Wide part = plus(times(rest, scale * 2), denominator_) / times(denominator_, 2);
  return lowest(sign * plus(times(magnitude / denominator_, scale), part), scale);
}

bool Rational::terminates() const {
  Wide rest = denominator_;
  for (const int factor : {2, 5}) {
    while (rest % factor == 0) rest /= factor;
  }
  return rest == 1;
}

Rational Rational::shown() const {
  return Sum(*this).shown();
}

std::string Rational::text() const {
  const Rational shown = terminates() ? *this : rounded(2);
  // By long division: the places may be more than fit in a scale.
  const Wide magnitude = shown.numerator_ < 0 ? times(shown.numerator_, -1) : shown.numerator_;
  std::string text = shown.numerator_ < 0 ? "-" : "";
  text += fmt::format("{}", magnitude / shown.denominator_);
  Wide rest = magnitude % shown.denominator_;
  if (rest != 0) text += '.';
  while (rest != 0) {
    rest = times(rest, 10);
    text += static_cast<char>('0' + static_cast<int>(rest / shown.denominator_));
    rest %= shown.denominator_;
  }
  return text;
}

namespace {

using Digits = Sum::Digits;

Digits digits_of(Wide number) {
  Unsigned left = magnitude_of(number);
  Digits digits{};
  for (std::size_t at = 0; left != 0; ++at, left >>= 32) {
    digits[at] = static_cast<std::uint32_t>(left);
  }
  return digits;
}

std::strong_ordering compare(const Digits& a, const Digits& b) {
  for (std::size_t at = a.size(); at-- > 0;) {
    if (a[at] != b[at]) return a[at] <=> b[at];
  }
  return std::strong_ordering::equal;
}

Digits plus(const Digits& a, const Digits& b) {
  Digits sum{};
  std::uint64_t carry = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    carry += std::uint64_t{a[at]} + b[at];
    sum[at] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) out_of_range();
  return sum;
}

// Of the larger one less the smaller one.
Digits minus(const Digits& a, const Digits& b) {
  Digits difference{};
  std::uint64_t borrow = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    const std::uint64_t taken = std::uint64_t{b[at]} + borrow;
    borrow = a[at] < taken ? 1 : 0;
    difference[at] = static_cast<std::uint32_t>(a[at] - taken);
  }
  return difference;
}

Digits times(const Digits& a, const Digits& b) {
  Digits product{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == 0) continue;
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (i + j >= product.size()) {
        if (b[j] != 0 || carry != 0) out_of_range();
        continue;
      }
      carry += product[i + j] + std::uint64_t{a[i]} * b[j];
      product[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) out_of_range();
  }
  return product;
}

struct Quotient {
  Digits whole{};
  Digits rest{};
};

// Bit by bit: it is needed a few times for a score that nobody can work out on paper.
Quotient divided(const Digits& a, const Digits& b) {
  Quotient result;
  for (std::size_t bit = a.size() * 32; bit-- > 0;) {
    result.rest = plus(result.rest, result.rest);
    result.rest[0] |= a[bit / 32] >> (bit % 32) & 1u;
    if (compare(result.rest, b) < 0) continue;
    result.rest = minus(result.rest, b);
    result.whole[bit / 32] |= 1u << (bit % 32);
  }
  return result;
}

Wide wide_of(const Digits& digits) {
  Unsigned number = 0;
  for (std::size_t at = digits.size(); at-- > 0;) {
    if (at >= 4 && digits[at] != 0) out_of_range();
    if (at < 4) number = number << 32 | digits[at];
  }
  if (number >> 127 != 0) out_of_range();
  return static_cast<Wide>(number);
}

}  // namespace

Sum::Large Sum::Large::of(Rational number) {
  return {number.numerator_ < 0, digits_of(number.numerator_), digits_of(number.denominator_)};
}

Sum& Sum::operator+=(Rational other) {
  if (!large_) {
    try {
      small_ += other;
      return *this;
    } catch (const std::overflow_error&) {
      large_ = Large::of(small_);
    }
  }
  const Digits denominator = digits_of(other.denominator_);
  const Wide rest = wide_of(divided(large_->denominator, denominator).rest);
  const Digits common = digits_of(gcd_of(rest, other.denominator_));
  const Digits factor = divided(denominator, common).whole;
  const Digits added =
      times(digits_of(other.numerator_), divided(large_->denominator, common).whole);
  large_->numerator = times(large_->numerator, factor);
  large_->denominator = times(large_->denominator, factor);
  const bool negative = other.numerator_ < 0;
  if (negative == large_->negative) {
    large_->numerator = plus(large_->numerator, added);
  } else if (compare(large_->numerator, added) >= 0) {
    large_->numerator = minus(large_->numerator, added);
  } else {
    large_->numerator = minus(added, large_->numerator);
    large_->negative = negative;
  }
  return *this;
}

std::strong_ordering operator<=>(const Sum& a, Rational b) {
  if (!a.large_) return a.small_ <=> b;
  Sum difference = a;
  difference += -b;
  if (difference.large_->numerator == Digits{}) return std::strong_ordering::equal;
  return difference.large_->negative ? std::strong_ordering::less : std::strong_ordering::greater;
}

Rational Sum::shown() const {
  constexpr std::int64_t most = 100'000'000;  // eight places
  if (!large_ && most % small_.denominator_ == 0) return small_;
  if (!large_ && small_.denominator_ < Wide{1} << 100) return small_.rounded(2);
  const Large number = large_ ? *large_ : Large::of(small_);
  const Wide sign = number.negative ? -1 : 1;
  const Quotient exact = divided(times(number.numerator, digits_of(most)), number.denominator);
  if (exact.rest == Digits{}) return Rational::lowest(sign * wide_of(exact.whole), most);
  // Half up: twice the hundredths and one more half, whole.
  const Digits twice = times(number.denominator, digits_of(2));
  const Digits halves = plus(times(number.numerator, digits_of(200)), number.denominator);
  return Rational::lowest(sign * wide_of(divided(halves, twice).whole), 100);
}

}  // namespace zsup::value
