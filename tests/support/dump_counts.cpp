// Linked into what the preset `coverage` builds, in place of _exit: what was counted until then is
// written, as at any other end. So the handler of Ctrl-C and the children of tests count as well.
extern "C" {

void __gcov_dump();
[[noreturn]] void __real__exit(int code);
[[noreturn]] void __wrap__exit(int code);

void __wrap__exit(int code) {
  __gcov_dump();
  __real__exit(code);
}

}  // extern "C"
