// Exact numbers: decimals as people write them, money to the fen, and rationals for what scores
// need in between. No floating point anywhere.
#pragma once

#include <array>
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

__extension__ using Wide = __int128;  // both compilers that we build with have it

// An exact fraction in lowest terms, of 128 bits above and below. Whatever a valid policy asks of
// one quarter stays far inside them; means out of several full marks are a `Sum`. Should a fraction
// ever leave them, std::overflow_error is thrown rather than a wrong number shown.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is one
  Rational(std::int64_t numerator, std::int64_t denominator);
  Rational(Decimal decimal);  // NOLINT: so is a decimal

  Wide numerator() const { return numerator_; }
  Wide denominator() const { return denominator_; }

  friend Rational operator+(Rational a, Rational b);
  friend Rational operator-(Rational a, Rational b) { return a + -b; }
  friend Rational operator*(Rational a, Rational b);
  friend Rational operator/(Rational a, Rational b);
  Rational operator-() const;
  Rational& operator+=(Rational other) { return *this = *this + other; }
  Rational& operator-=(Rational other) { return *this = *this - other; }
  friend constexpr bool operator==(const Rational&, const Rational&) = default;
  friend std::strong_ordering operator<=>(Rational a, Rational b);

  // Half up (away from zero) to `places` decimal places.
  Rational rounded(int places) const;
  // Whether its decimal places come to an end.
  bool terminates() const;
  // As points are shown: exact where the decimal places end within eight, else rounded to two.
  Rational shown() const;
  // A number that terminates is written out; others are rounded half up to two places.
  std::string text() const;

 private:
  friend class Sum;
  static Rational lowest(Wide numerator, Wide denominator);

  Wide numerator_ = 0;
  Wide denominator_ = 1;
};

// A sum of fractions that stays exact where their common denominator outgrows a Rational: that of
// four quarters out of four different full marks of four decimal places each may have 150 bits.
class Sum {
 public:
  Sum(Rational start) : small_(start) {}  // NOLINT: a fraction is a sum of one

  Sum& operator+=(Rational other);
  friend std::strong_ordering operator<=>(const Sum& a, Rational b);
  Rational shown() const;  // as a Rational is

  using Digits = std::array<std::uint32_t, 16>;  // 512 bits, the least significant first

 private:
  struct Large {
    bool negative = false;
    Digits numerator{};
    Digits denominator{};

    static Large of(Rational number);
  };

  Rational small_;
  std::optional<Large> large_;  // in place of it, and not in lowest terms
};

}  // namespace zsup::value
