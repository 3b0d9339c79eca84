#include "io/in_parallel.h"

#include <exception>
#include <thread>
#include <vector>

namespace zsup::io {

void in_parallel(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<std::exception_ptr> thrown(count);
  const auto part = [&](unsigned i) {
    try {
      work(i);
    } catch (...) {
      thrown[i] = std::current_exception();
    }
  };
  std::vector<std::thread> helpers;
  helpers.reserve(count);
  unsigned next = 1;
  try {
    for (; next < count; ++next) helpers.emplace_back(part, next);
  } catch (const std::exception&) {
    // The rest is for this thread: what is shared out by a counter is done by then.
  }
  part(0);
  for (; next < count; ++next) part(next);
  for (std::thread& helper : helpers) helper.join();
  for (const std::exception_ptr& one : thrown) {
    if (one) std::rethrow_exception(one);
  }
}

void in_parallel_runs(unsigned count, std::size_t size,
                      const std::function<void(unsigned, std::size_t, std::size_t)>& work) {
  in_parallel(count, [&](unsigned i) { work(i, size * i / count, size * (i + 1) / count); });
}

}  // namespace zsup::io
