#include "register/budget.h"

#include <doctest/doctest.h>

#include "register/policies.h"

namespace zsup::reg {

namespace {

constexpr Product leaders_by_duties{{"任务乘以承担人", "duties times owners"}, {"少一些", "fewer"}};

std::string spent(Budget& budget, std::uint64_t bytes, std::uint64_t steps) {
  try {
    budget.hold(text::Place{3, {5, 9}}, leaders_by_duties, bytes);
    budget.work(text::Place{4, {5, 9}}, leaders_by_duties, steps);
  } catch (const Spent& end) {
    CHECK(end.help.en == "fewer");
    return std::to_string(end.place.source) + " " + end.message.en;
  }
  return {};
}

record::Policy policy(int from, int until) {
  record::Policy made;
  made.kind = record::Kind::policy;
  made.from = {value::Date{from}, {1, 2}};
  if (until != 0) made.until = {value::Date{until}, {3, 4}};
  return made;
}

}  // namespace

TEST_CASE("a budget is a floor and a share of every byte, of bytes and of steps") {
  Budget none;
  CHECK(spent(none, Budget::floor_bytes, Budget::floor_steps).empty());
  CHECK(spent(none, 1, 0)
            .starts_with("3 duties times owners: up to here that makes more than one "
                         "run holds (256 MB)"));
  none.renew();
  CHECK(spent(none, Budget::floor_bytes, Budget::floor_steps).empty());
  CHECK(spent(none, 0, 1).empty() == false);
  Budget some(1'000'000);
  CHECK(spent(some, Budget::floor_bytes + 4'000'000, Budget::floor_steps + 20'000'000).empty());
  CHECK(spent(some, 0, 1) ==
        "4 duties times owners: up to here that takes more than one run does "
        "(120 million steps), and was not worked out");
}

TEST_CASE("the policies in force on a day, and the only one") {
  record::Policy first = policy(100, 199);
  record::Policy second = policy(200, 0);
  record::Policy third = policy(150, 160);
  record::Policy never = policy(300, 299);
  std::vector<record::Record*> list{&first, &second, &third, &never};
  const Policies policies{list};
  const auto on = [&](int day) { return policies.on(value::Date{day}); };
  CHECK(on(99).count == 0);
  CHECK(on(100).only == &first);
  CHECK(on(150).count == 2);
  CHECK(on(160).only == nullptr);
  CHECK(on(161).only == &first);
  CHECK(on(199).only == &first);
  CHECK(on(200).only == &second);
  CHECK(on(299).only == &second);
  CHECK(on(5000).only == &second);
  CHECK(Policies().on(value::Date{1}).count == 0);
}

}  // namespace zsup::reg
