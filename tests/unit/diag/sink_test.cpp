#include <doctest/doctest.h>

#include "diag/diagnostic.h"

namespace zsup::diag {

namespace {

text::Place place(std::size_t at) {
  return {1, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)}};
}

std::size_t told(Sink& sink, Code code) {
  std::size_t count = 0;
  for (const Diagnostic& one : sink.list()) {
    if (one.code == code) count += std::max<std::size_t>(one.more, 1);
  }
  return count;
}

}  // namespace

TEST_CASE("of one code in a file two hundred are listed, and one more counts the rest") {
  Sink sink;
  for (std::size_t i = 0; i < 1000; ++i) sink.add(code::bad_date, place(i), {"错", "wrong"});
  CHECK(sink.list().size() == Sink::most_listed + 1);
  CHECK(sink.list().back().more == 800);
  CHECK(sink.list().back().place == place(200));
  CHECK(sink.only_counts(code::bad_date, place(1000), 50));
  CHECK_FALSE(sink.only_counts(code::bad_id, place(1000)));
  CHECK(told(sink, code::bad_date) == 1050);
  CHECK(sink.told() == 1050);
}

TEST_CASE("whoever mends gets every fix, beyond that number without words") {
  Sink sink(Sink::Keeps::every_fix);
  for (std::size_t i = 0; i < 1000; ++i) {
    Diagnostic& one = sink.add(code::bad_date, place(i), {"错", "wrong"});
    if (i % 2 == 0) one.fix.push_back({place(i), "2018-06-01"});
  }
  std::size_t fixes = 0;
  for (const Diagnostic& one : sink.list()) fixes += one.fix.size();
  CHECK(fixes == 500);
  CHECK(told(sink, code::bad_date) == 1000);
  CHECK(sink.list().back().message.empty());
  CHECK_FALSE(sink.only_counts(code::bad_date, place(1000)));
}

TEST_CASE("whoever only compares looks as far as whoever mends, and asks for no words") {
  Sink sink(Sink::Keeps::counts_of_every);
  CHECK(sink.looks_for_all());
  CHECK_FALSE(Sink().looks_for_all());
  for (std::size_t i = 0; i < 1000; ++i) {
    if (sink.only_counts(code::bad_date, place(i))) continue;
    sink.add(code::bad_date, place(i), {"错", "wrong"}).fix.push_back({place(i), "2018-06-01"});
  }
  CHECK(sink.list().size() == Sink::most_listed + 1);
  CHECK(told(sink, code::bad_date) == 1000);
}

}  // namespace zsup::diag
