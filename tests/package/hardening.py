#!/usr/bin/env python3
"""Reads with readelf what the linker made of the flags that harden a program.

    hardening.py [--static] PROGRAM...

A program is to be loaded anywhere (PIE), its tables read-only once it runs (full RELRO: all symbols bound at the start), its stack not
executable, no segment writable and executable at once; functions with buffers guard their stack, calls of the C library check sizes that
are known (FORTIFY), and on x86-64 jumps lead to marked places only and returns to where they came from (CET: IBT and SHSTK).

A program that is linked with shared libraries asks them for what guards stacks and checks sizes. A static one has the C library's own
functions in it, which do both whatever it was built with: there the instructions of zsup's own functions are read.
"""

import platform
import re
import subprocess
import sys
from pathlib import Path

ENDBR64 = b"\xf3\x0f\x1e\xfa"


def readelf(option: str, program: str) -> str:
    return subprocess.run(["readelf", "-W", option, program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, text=True).stdout


def own_functions(program: str):
    """How many functions a program that is not stripped has of zsup's, those of libraries that are headers with them; how many guard their
    stack, and how many call what checks sizes."""
    listing = subprocess.Popen(["objdump", "-d", "--no-show-raw-insn", program], stdout=subprocess.PIPE, text=True)
    count = guarded = checked = 0
    own = guards = checks = False
    for line in listing.stdout:
        if line[0] in "0123456789abcdef":
            count, guarded, checked = count + own, guarded + guards, checked + checks
            own, guards, checks = re.search("zsup|nlohmann|fmt", line) is not None, False, False
        elif own:
            guards = guards or "__stack_chk_fail" in line or "%fs:0x28" in line
            checks = checks or re.search(r"__\w+_chk\b", line.replace("__stack_chk_fail", "")) is not None
    if listing.wait() != 0:
        raise SystemExit(f"objdump cannot read {program}")
    return count + own, guarded + guards, checked + checks


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
    if static:
        count, guarded, checked = own_functions(program)
        want(count >= marks, "it is stripped, so that nobody can tell which functions guard their stack")
        want(guarded >= marks / 10, f"only {guarded} of its {count} functions guard their stack")
        want(checked > 0, "no call checks sizes (FORTIFY)")
    else:
        symbols = readelf("--dyn-syms", program)
        want("__stack_chk_fail" in symbols, "no function guards its stack")
        want(re.search(r"__\w+_chk\b", symbols.replace("__stack_chk_fail", "")), "no call checks sizes (FORTIFY)")
    if platform.machine() == "x86_64":
        want(Path(program).read_bytes().count(ENDBR64) >= marks, "its functions are not marked as places to jump to (CET)")
        properties = re.search(r"x86 feature: (.*)", readelf("-n", program))
        for feature in ("IBT", "SHSTK"):
            want(properties and feature in properties[1], f"it is not marked to be run with {feature} (CET)")
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
