#include "io/in_parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace zsup::io {

TEST_CASE("each part is done once, the first by the calling thread") {
  for (const unsigned count : {1u, 2u, 7u, 40u}) {
    std::vector<int> done(count);
    const std::thread::id here = std::this_thread::get_id();
    std::atomic<bool> first_is_here{false};
    in_parallel(count, [&](unsigned i) {
      ++done[i];
      if (i == 0) first_is_here = std::this_thread::get_id() == here;
    });
    CHECK(done == std::vector<int>(count, 1));
    CHECK(first_is_here);
  }
}

TEST_CASE("what a part throws reaches the caller when all have ended") {
  std::atomic<int> ended{0};
  std::string told;
  try {
    in_parallel(5, [&](unsigned i) {
      if (i == 2 || i == 4) throw std::runtime_error("part " + std::to_string(i));
      ++ended;
    });
  } catch (const std::runtime_error& error) {
    told = error.what();
  }
  CHECK(told == "part 2");
  CHECK(ended == 3);
}

}  // namespace zsup::io
