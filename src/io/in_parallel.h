// Work for several threads, which ends well even where there are fewer.
#pragma once

#include <cstddef>
#include <functional>

namespace zsup::io {

// work(0) … work(count - 1), each once: the first in the calling thread, the others each in one of
// its own. Where no more threads can be had (a limit of the system's, no room for a stack) the
// calling thread does what is left, so that the result is the same. When all have ended, the
// exception of the first that threw is thrown again. `count` is at least 1.
void in_parallel(unsigned count, const std::function<void(unsigned)>& work);

// The numbers below `size`, in equal runs, one for each of `count`: work(i, first, past).
void in_parallel_runs(unsigned count, std::size_t size,
                      const std::function<void(unsigned, std::size_t, std::size_t)>& work);

}  // namespace zsup::io
