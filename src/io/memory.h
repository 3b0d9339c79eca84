// What becomes of a run when memory is short: it says so and ends with exit code 3, in whatever
// thread and wherever it was, and with no need of memory.
#pragma once

namespace zsup::io {

// Called by itself before anything else runs. From then on an allocation that fails ends the process; while files are half written (a Shield
// lives) it is an exception as usual, so that what was begun is undone first. So does an exception
// that nothing catches.
void heed_lack_of_memory();

// The line to be shown, which outlives everything.
void say_when_out_of_memory(const char* line);

void tell_that_memory_is_short() noexcept;

}  // namespace zsup::io
