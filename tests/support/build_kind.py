"""What the program under test was built with, for the tests whose bounds or means depend on it."""

import os
import sys
from pathlib import Path

# What a sanitizer or a coverage build needs to reach the program.
PASSED_ON = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE")


def passed_on() -> dict[str, str]:
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ}


def sanitized(program) -> bool:
    """The address or the thread sanitizer: slower, bigger, and with versions of its own of many calls of the C library."""
    program = Path(program).read_bytes()
    return b"__asan_init" in program or b"__tsan_init" in program


def counted(program) -> bool:
    """Counts what is reached (the preset `coverage`): not optimised, and each line takes longer."""
    return b"__gcov_exit" in Path(program).read_bytes()


def patience(program) -> int:
    """By how much longer than the program as people get it may take until it counts as hanging."""
    return 6 if sanitized(program) else 3 if counted(program) else 1


def not_tested(case, why: str):
    """Skips a test aloud: `make test-san` prints these lines when all is done."""
    print(f"NOT TESTED: {why}", file=sys.stderr, flush=True)
    case.skipTest(why)
