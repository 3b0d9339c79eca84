// Dates, periods, due offsets, numbers and the numbers of letters: what is read and written again
// is the same, and no arithmetic leaves its bounds. The first byte chooses.
#include <algorithm>
#include <array>
#include <stdexcept>

#include "fuzz/choices.h"
#include "record/letter_number.h"
#include "value/date.h"
#include "value/number.h"

using namespace zsup;
using fuzz::Choices;
using fuzz::hold;
using fuzz::same;
using value::Date;
using value::Decimal;
using value::Due;
using value::Money;
using value::NumberError;
using value::Period;
using value::Rational;

namespace {

void hold_text(std::string_view text) {
  NumberError why{};
  if (const auto date = Date::parse(text)) {
    same(date->iso(), text, "a date");
    hold(Date::of(date->year(), date->month(), date->day()) == *date, "a date's parts");
  }
  if (const auto period = Period::parse(text)) same(period->id(), text, "a period");
  if (const auto period = Period::parse(text, 2018)) {
    hold(Period::parse(period->id()) == period, "a period of a year");
  }
  if (const auto due = Due::parse(text)) {
    same(due->text(), text, "a due offset");
    hold(!due->chinese().empty() && !due->english().empty(), "a due offset in words");
  }
  if (const auto decimal = Decimal::parse(text, why)) {
    hold(Decimal::parse(decimal->text(), why) == decimal, "a decimal");
    same(Rational(*decimal).text(), decimal->text(), "a decimal as a fraction");
  }
  if (const auto count = value::parse_count(text, why)) {
    same(std::to_string(*count), text, "a count");
    hold(Decimal::parse(text, why).has_value() == (*count <= 99'999'999'999), "a count, a decimal");
  }
  if (const auto money = Money::parse(text, why)) {
    hold(money->fen >= 0, "money below nothing");
    hold(Money::parse(money->text(), why) == money, "money");
    hold(Money::parse(money->grouped(), why) == money, "money in groups");
    hold(Money::parse(money->chinese(), why) == money, "money in 万元");
  }
  if (const auto number = record::LetterNumber::parse(text)) {
    same(number->text(), text, "a letter's number");
  }
  if (const auto meant = record::letter_number_meant(text)) {
    hold(record::LetterNumber::parse(*meant).has_value(), "a letter's number as it was meant");
    hold(*meant != text, "a letter's number that was right");
  }
}

void hold_dates(Choices choices) {
  const Date first = Date::of(1900, 1, 1);
  const Date last = Date::of(2999, 12, 31);
  const auto span = static_cast<std::uint64_t>(last.days - first.days + 1);
  const Date date = first.plus_days(static_cast<std::int32_t>(choices.number() % span));
  hold(Date::parse(date.iso()) == date, "a day");
  hold(Date::of(date.year(), date.month(), date.day()) == date, "a day's parts");
  hold(date.plus_days(1).weekday() == (date.weekday() + 1) % 7, "days of the week");
  const int months = static_cast<int>(choices.number() % 3661) * (choices.byte() % 2 == 0 ? 1 : -1);
  const Date moved = date.plus_months(months);
  const int between = (moved.year() - date.year()) * 12 + moved.month() - date.month();
  hold(between == months, "months later");
  hold(moved.day() == std::min(date.day(), value::days_in_month(moved.year(), moved.month())),
       "the day of the month, months later");
  for (const auto unit :
       {Period::Unit::year, Period::Unit::half, Period::Unit::quarter, Period::Unit::month}) {
    const Period period = Period::holding(date, unit);
    hold(period.holds(date), "the period of a day");
    hold(Period::parse(period.id()) == period, "a period's name");
    hold(!period.chinese().empty() && !period.english().empty(), "a period in words");
    hold(period.next().first_day() == period.last_day().plus_days(1), "the next period");
    hold(period.next().previous() == period, "the next period's previous one");
    hold(period.previous() < period && period < period.next(), "periods in order");
  }
}

// Now small, now as large as it gets.
std::int64_t whole(Choices& choices) {
  static constexpr std::array<std::int64_t, 8> ends{
      0, 1, -1, 10'000, INT64_MAX, INT64_MIN, INT64_MAX - 1, 99'999'999'999};
  const auto raw = static_cast<std::int64_t>(choices.number());
  switch (choices.below(4)) {
    case 0:
      return ends[static_cast<std::size_t>(static_cast<std::uint64_t>(raw) % ends.size())];
    case 1:
      return raw % 1000;
    case 2:
      return raw % 1'000'000'007;
    default:
      return raw;
  }
}

bool is_small(const Rational& number) {
  constexpr std::int64_t limit = 1000;  // every step below stays within 64 bits
  return number.numerator() <= limit && number.numerator() >= -limit &&
         number.denominator() <= limit;
}

void hold_lowest_terms(const Rational& number) {
  hold(number.denominator() > 0, "a denominator of 0 or below");
  value::Wide common = number.denominator();
  for (value::Wide rest = number.numerator(); rest != 0;) {
    const value::Wide next = common % rest;
    common = rest;
    rest = next;
  }
  hold(common == 1 || common == -1, "lowest terms");
  const Rational shown = number.shown();
  const Rational missed = (shown - number) * Rational(200);
  hold(missed >= Rational(-1) && missed <= Rational(1), "shown by more than half of 0.01 off");
}

// Sums, products and quotients that fit are exact; what does not fit says so.
void hold_rationals(Choices choices) {
  bool small = false;
  try {
    const Rational a(whole(choices), whole(choices));
    const Rational b(whole(choices), whole(choices));
    small = is_small(a) && is_small(b) && b.numerator() != 0;
    const Rational sum = a + b;
    hold_lowest_terms(a);
    hold_lowest_terms(sum);
    hold(sum - b == a, "a + b - b");
    hold((a < b) == (b > a) && (a == b) == (b == a), "comparisons");
    hold((a <=> b) == (sum <=> b + b), "order of sums");
    const Rational quotient = a / b;
    hold_lowest_terms(quotient);
    hold(quotient * b == a, "a / b * b");
    const Rational rounded = a.rounded(2);
    const Rational missed = (rounded - a) * Rational(200);
    hold(missed >= Rational(-1) && missed <= Rational(1), "rounded by more than half");
    NumberError why{};
    if (const auto read = Decimal::parse(a.text(), why)) {
      const Rational exact = a.rounded(4);
      hold(Rational(*read) == (exact == a ? exact : rounded), "a fraction as text");
    }
  } catch (const std::overflow_error&) {
    hold(!small, "an overflow of small numbers");
  }
}

void hold_numbers(Choices choices) {
  NumberError why{};
  const Decimal decimal{static_cast<std::int64_t>(choices.number()) % 1'000'000'000'000'000};
  hold(decimal.units / Decimal::one > 99'999'999'999 ||
           Decimal::parse(decimal.text(), why) == decimal,
       "any decimal");
  const Money money{static_cast<std::int64_t>(choices.number() % 100'000'000'000'000)};
  hold(Money::parse(money.text(), why) == money, "any money");
  hold(Money::parse(money.grouped(), why) == money, "any money in groups");
  hold(Money::parse(money.chinese(), why) == money, "any money in 万元");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  switch (choices.below(4)) {
    case 0:
      hold_dates(choices);
      break;
    case 1:
      hold_rationals(choices);
      break;
    case 2:
      hold_numbers(choices);
      break;
    default:
      hold_text(choices.rest());
  }
  return 0;
}
