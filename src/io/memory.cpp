#include "io/memory.h"

#include <unistd.h>

#include <atomic>
#include <cstring>
#include <exception>
#include <new>

#include "io/interrupt.h"

namespace zsup::io {

namespace {

constexpr int failed = 3;

std::atomic<const char*> shown{"错误：内存不足\n"};

void tell(const char* line) noexcept {
  // There is nowhere left to tell that it could not be told.
  if (::write(STDERR_FILENO, line, std::strlen(line)) < 0) return;
}

void end_or_throw() {
  if (shielded()) throw std::bad_alloc();
  tell_that_memory_is_short();
  ::_exit(failed);
}

[[noreturn]] void end() noexcept {
  try {
    if (std::current_exception()) throw;
    tell("zsup: 内部出错 / internal error\n");
  } catch (const std::bad_alloc&) {
    tell_that_memory_is_short();
  } catch (...) {
    tell("zsup: 内部出错 / internal error\n");
  }
  ::_exit(failed);
}

// Libraries ask for memory while they are loaded, before main.
[[gnu::section(".preinit_array"), gnu::used]] void (*const before_all)() = heed_lack_of_memory;

}  // namespace

[[gnu::no_sanitize("address", "thread", "undefined")]] void heed_lack_of_memory() {
  std::set_new_handler(end_or_throw);
  std::set_terminate(end);
}

void say_when_out_of_memory(const char* line) { shown = line; }

void tell_that_memory_is_short() noexcept { tell(shown.load()); }

}  // namespace zsup::io
