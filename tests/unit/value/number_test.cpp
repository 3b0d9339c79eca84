#include "value/number.h"

#include <doctest/doctest.h>

#include <stdexcept>

using zsup::value::Rational;

TEST_CASE("a fraction of the least number there is comes to lowest terms, or says that it cannot") {
  CHECK(Rational(INT64_MIN, 2) == Rational(INT64_MIN / 2));
  CHECK(Rational(INT64_MIN, INT64_MIN) == Rational(1));
  CHECK(Rational(INT64_MIN, 1).numerator() == INT64_MIN);
  CHECK(Rational(3, -6) == Rational(-1, 2));
  CHECK(Rational(0, INT64_MIN) == Rational(0));
  CHECK_THROWS_AS(Rational(1, INT64_MIN), std::overflow_error);
  CHECK_THROWS_AS(Rational(INT64_MIN, -1), std::overflow_error);
  CHECK_THROWS_AS(Rational(1, 0), std::overflow_error);
}
