#include "io/seed.h"

#include <sys/random.h>
#include <time.h>
#include <unistd.h>

namespace zsup::io {

namespace {

text::HashKey drawn() {
  text::HashKey key;
  if (::getrandom(&key, sizeof key, GRND_NONBLOCK) == static_cast<ssize_t>(sizeof key)) return key;
  // So early after the start of the machine, or where the call is forbidden: what is hard to guess.
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  key.first = static_cast<std::uint64_t>(now.tv_nsec) * 0x9E3779B97F4A7C15u ^
              reinterpret_cast<std::uintptr_t>(&key);
  key.second = key.first * 0xD6E8FEB86659FD93u ^ static_cast<std::uint64_t>(::getpid());
  return key;
}

}  // namespace

text::HashKey hash_key() {
  static const text::HashKey key = drawn();
  return key;
}

}  // namespace zsup::io
