#!/usr/bin/env python3
"""Runs the yaml-test-suite through both readers.

    yaml_test_suite.py --tool BUILD/tests/fuzz/compare_readers CHECKOUT

CHECKOUT is the suite's branch `data` (https://github.com/yaml/yaml-test-suite): a folder a case, with
`in.yaml`, and with `error` if no parser may accept it. Fails if a reader crashes or hangs, if the two
differ, or if an invalid case is read without a word that is not among those known here.
"""

import argparse
import pathlib
import subprocess
import sys

# Invalid cases that are read although they should not be, each with the reason why that is harmless.
KNOWN = {
    "DK95/01": "the second line of a quoted text is indented by a tab, which says the same as a space there",
}

SECONDS = 10  # for one case


def cases(checkout):
    for path in sorted(checkout.rglob("in.yaml")):
        name = path.parent.relative_to(checkout).as_posix()
        if not name.startswith(("name/", "tags/")):  # links to the same cases
            yield name, path, (path.parent / "error").exists()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("checkout", type=pathlib.Path)
    args = parser.parse_args()

    count = invalid = fast = clean = 0
    failed = []
    accepted_invalid = []
    for name, path, is_invalid in cases(args.checkout):
        count += 1
        invalid += is_invalid
        try:
            run = subprocess.run([args.tool, "--list", str(path)], capture_output=True, text=True,
                                 errors="replace", timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            failed.append(f"{name}: hangs")
            continue
        if run.returncode != 0:
            failed.append(f"{name}: exit code {run.returncode}\n{run.stdout}{run.stderr}")
            continue
        read_fast, _, documents, diagnostics, _ = run.stdout.splitlines()[-1].split(" ", 4)
        fast += read_fast != "0"
        is_clean = diagnostics == "0" and documents != "0"
        clean += is_clean
        if args.verbose:
            print(name, "invalid" if is_invalid else "valid", "read" if is_clean else "refused",
                  "fast" if read_fast != "0" else "slowly")
        if is_invalid and diagnostics == "0":
            accepted_invalid.append(name)

    print(f"{count} cases: {clean} read, {fast} of them at least in part by the fast reader, "
          f"{count - clean} refused or empty; {invalid} invalid, {len(accepted_invalid)} of them accepted")
    for name in accepted_invalid:
        reason = KNOWN.get(name)
        print(f"  {name}: {reason or 'NOT KNOWN'}")
        if reason is None:
            failed.append(f"{name}: invalid, and read without a word")
    for line in failed:
        print("FAILED", line)
    if count == 0:
        sys.exit("no case found: is this the branch `data`?")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
