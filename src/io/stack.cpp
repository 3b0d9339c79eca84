#include "io/stack.h"

#include <pthread.h>
#include <sys/resource.h>

#include <cstddef>

namespace zsup::io {

namespace {

constexpr std::size_t enough = std::size_t{1} << 20;
constexpr std::size_t usual = std::size_t{8} << 20;

struct Call {
  int (*work)(int, char**);
  int count;
  char** words;
  int result;
};

extern "C" void* make_call(void* given) {
  Call& call = *static_cast<Call*>(given);
  call.result = call.work(call.count, call.words);
  return nullptr;
}

}  // namespace

int with_enough_stack(int (*work)(int, char**), int count, char** words) {
  rlimit limit;
  if (::getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= enough) {
    return work(count, words);
  }
  Call call{work, count, words, 0};
  pthread_attr_t attributes;
  pthread_t thread;
  ::pthread_attr_init(&attributes);
  ::pthread_attr_setstacksize(&attributes, usual);
  // Those that share the work get as much.
  ::pthread_setattr_default_np(&attributes);
  const int problem = ::pthread_create(&thread, &attributes, make_call, &call);
  ::pthread_attr_destroy(&attributes);
  if (problem != 0) return work(count, words);
  ::pthread_join(thread, nullptr);
  return call.result;
}

}  // namespace zsup::io
