// Exact numbers: decimals as people write them, money to the fen, and rationals for what scores
// need in between. No floating point anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsup::value {

// Why a number as written was not read.
enum class NumberError : std::uint8_t {
  not_a_number,
  leading_zero,  // 010, 00.5
  not_decimal,   // 0x1F, 1e3, 1_000, .5, 5.
  full_width,    // １２
  negative,      // where none may stand
  too_many_places,
  too_large,
};

// A number with up to four decimal places, from -99,999,999,999 to 99,999,999,999.
struct Decimal {
  static constexpr std::int64_t one = 10'000;

  std::int64_t units = 0;  // ten-thousandths

  static constexpr Decimal of(std::int64_t whole) { return {whole * one}; }
  // Digits with an optional leading minus and an optional fraction; nullopt with the reason in
  // `why`.
  static std::optional<Decimal> parse(std::string_view text, NumberError& why);
  std::string text() const;  // without trailing zeros: 0.5, 97

  friend constexpr auto operator<=>(Decimal, Decimal) = default;
};

// A whole number from 0 to 999,999,999,999, digits only.
std::optional<std::int64_t> parse_count(std::string_view text, NumberError& why);

// An amount of money in yuan, exact to the fen: 18000, 18000.00, 18,000.00 and 1.8万元 mean the
// same. Accepted: digits with optional comma groups of three and up to two places, optionally
// followed by 元; or a number with up to six places followed by 万 or 万元 (up to ten with 亿 or
// 亿元) that comes to whole fen. Never negative, at most 999,999,999,999.99.
struct Money {
  std::int64_t fen = 0;

  static std::optional<Money> parse(std::string_view text, NumberError& why);
  std::string text() const;     // 18000.00
  std::string grouped() const;  // 18,000.00
  std::string chinese() const;  // 1.8万元; 9,999.99元 below ten thousand

  friend constexpr auto operator<=>(Money, Money) = default;
};

// An exact fraction in lowest terms. Sums, products and quotients of scores stay far inside 64
// bits; should one ever leave them, std::overflow_error is thrown rather than a wrong number shown.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is one
  Rational(std::int64_t numerator, std::int64_t denominator);
  Rational(Decimal decimal);  // NOLINT: so is a decimal

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }

  friend Rational operator+(Rational a, Rational b);
  friend Rational operator-(Rational a, Rational b);
  friend Rational operator*(Rational a, Rational b);
  friend Rational operator/(Rational a, Rational b);
  Rational operator-() const { return Rational(0) - *this; }
  Rational& operator+=(Rational other) { return *this = *this + other; }
  Rational& operator-=(Rational other) { return *this = *this - other; }
  friend constexpr bool operator==(const Rational&, const Rational&) = default;
  friend std::strong_ordering operator<=>(Rational a, Rational b);

  // Half up (away from zero) to `places` decimal places.
  Rational rounded(int places) const;
  // Whether its decimal places come to an end.
  bool terminates() const;
  // A number that terminates is written out; others are rounded half up to two places.
  std::string text() const;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace zsup::value
