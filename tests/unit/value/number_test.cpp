#include "value/number.h"

#include <doctest/doctest.h>

#include <stdexcept>

using zsup::value::Rational;

TEST_CASE("a fraction of the least number there is comes to lowest terms") {
  CHECK(Rational(INT64_MIN, 2) == Rational(INT64_MIN / 2));
  CHECK(Rational(INT64_MIN, INT64_MIN) == Rational(1));
  CHECK(Rational(INT64_MIN, 1).numerator() == INT64_MIN);
  CHECK(Rational(3, -6) == Rational(-1, 2));
  CHECK(Rational(0, INT64_MIN) == Rational(0));
  CHECK(Rational(1, INT64_MIN) < Rational(0));
  CHECK(Rational(INT64_MIN, -1) > Rational(INT64_MAX));
  CHECK_THROWS_AS(Rational(1, 0), std::overflow_error);
}

TEST_CASE("points are shown exactly within eight places, and rounded half up to two beyond") {
  CHECK(Rational(1, 100'000'000).shown().text() == "0.00000001");
  CHECK(Rational(799'875, 8'000).shown().text() == "99.984375");
  CHECK(Rational(1, 512).shown() == Rational(0));  // 0.001953125: nine places
  CHECK(Rational(-1, 200'000'001).shown() == Rational(0));
  CHECK(Rational(2, 3).shown().text() == "0.67");
  CHECK(Rational(-2, 3).shown().text() == "-0.67");
  CHECK(Rational(9'990'234'375, 100'000'000).shown().text() == "99.90234375");
  CHECK(Rational(5'001, 1'000'000).rounded(2) == Rational(1, 100));
  CHECK(Rational(4'999, 1'000'000).rounded(2) == Rational(0));
}

TEST_CASE("the largest figures of a policy stay within a fraction") {
  // Full marks of 100,000 out of weights that come to 1000.9999, and a deduction of four places.
  const Rational full(100'000);
  const Rational due = Rational(1) + Rational(9'999'999, 10'000);
  const Rational lost = full / due * Rational(9'999'999, 10'000);
  const Rational late = Rational(9'999'999, 10'000) * Rational(9'999'999, 10'000);
  // 100000 × 999.9999 ÷ 1000.9999 = 99900.099890…; 999.9999² = 999999.80000001.
  CHECK(lost.shown().text() == "99900.1");
  CHECK(late.shown().text() == "999999.80000001");
  CHECK((full - lost - late).shown().text() == "-999899.9");
  CHECK(full - lost > Rational(99'900, 1'000));
}

TEST_CASE("sums beyond 128 bits are exact") {
  // Four quarters, each 1/3 of full marks of nine digits that share no factor, in proportion to
  // 100.
  using zsup::value::Sum;
  const Rational odd[] = {
      {999'999'999, 10'000}, {999'999'997, 10'000}, {999'999'993, 10'000}, {999'999'991, 10'000}};
  Sum sum(Rational(0));
  Rational back(0);
  for (const Rational& full : odd) sum += Rational(100) * Rational(1, 3) / full;
  for (int again = 0; again < 3; ++again) {
    for (const Rational& full : odd) sum += Rational(-100) / full * Rational(1, 9);
  }
  CHECK((sum <=> Rational(0)) == 0);
  CHECK(sum.shown() == Rational(0));
  sum += Rational(1, 200);  // exactly half of a hundredth
  CHECK(sum.shown() == Rational(1, 200));
  for (const Rational& full : odd) sum += Rational(1, 1'000'000) / full;
  CHECK(sum > Rational(1, 200));
  CHECK(sum.shown() == Rational(1, 100));
  for (const Rational& full : odd) sum += Rational(-2, 1'000'000) / full;
  CHECK(sum < Rational(1, 200));
  CHECK(sum.shown() == Rational(0));
}

TEST_CASE("fractions whose products would be too large are still compared") {
  const Rational a = Rational(INT64_MAX, INT64_MAX - 1) * Rational(INT64_MAX - 2, INT64_MAX - 3);
  const Rational b = Rational(INT64_MAX, INT64_MAX - 1) * Rational(INT64_MAX - 2, INT64_MAX - 4);
  CHECK(a < b);
  CHECK(-a > -b);
  CHECK(a > Rational(1));
  CHECK(-a < Rational(1, 3));
}
