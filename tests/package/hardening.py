#!/usr/bin/env python3
"""Reads with readelf what the linker made of the flags that harden a program.

    hardening.py [--static] PROGRAM...

A program is to be loaded anywhere (PIE), its tables read-only once it runs (full RELRO: all symbols bound at the start), its stack not
executable, no segment writable and executable at once; functions with buffers guard their stack, calls of the C library check sizes that
are known (FORTIFY), and on x86-64 jumps lead to marked places only (CET). A static program has no symbols of the C library to tell of the
last three, and libraries that are not marked take the mark of the whole away: there they are held by the program that is linked with them.
"""

import platform
import re
import subprocess
import sys
from pathlib import Path

ENDBR64 = b"\xf3\x0f\x1e\xfa"


def readelf(option: str, program: str) -> str:
    return subprocess.run(["readelf", "-W", option, program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, text=True).stdout


def flaws(program: str, static: bool, marks: int = 1000) -> list[str]:
    """What is missing, in words. `marks`: how many functions there are at least."""
    segments, dynamic = readelf("-l", program), readelf("-d", program)
    found = []

    def want(there, what):
        if not there:
            found.append(what)

    want(re.search(r"type is DYN", segments), "it is not position-independent")
    want(re.search(r"FLAGS_1.*\bPIE\b", dynamic), "it is not marked as PIE")
    want("GNU_RELRO" in segments, "no segment becomes read-only (RELRO)")
    want(re.search(r"BIND_NOW|FLAGS_1.*\bNOW\b", dynamic), "symbols are not bound at the start (BIND_NOW)")
    stack = re.search(r"GNU_STACK.*", segments)
    want(stack and "E" not in stack.group().split()[-2], "the stack is executable")
    want(not re.search(r"LOAD.*\bRWE\b", segments), "a segment is writable and executable")
    want("TEXTREL" not in dynamic, "its code is changed when it is loaded (TEXTREL)")
    want(not re.search(r"\((?:RPATH|RUNPATH)\)", dynamic), "it looks for libraries where it was built (RPATH)")
    if not static:
        symbols = readelf("--dyn-syms", program)
        want("__stack_chk_fail" in symbols, "no function guards its stack")
        want(re.search(r"__\w+_chk\b", symbols.replace("__stack_chk_fail", "")), "no call checks sizes (FORTIFY)")
    if platform.machine() == "x86_64":
        want(Path(program).read_bytes().count(ENDBR64) >= marks, "its functions are not marked as places to jump to (CET)")
    return found


def main() -> int:
    words = sys.argv[1:]
    static = "--static" in words
    bad = 0
    for program in (word for word in words if word != "--static"):
        for flaw in flaws(program, static):
            print(f"{program}: {flaw}", file=sys.stderr)
            bad = 1
    return bad


if __name__ == "__main__":
    sys.exit(main())
