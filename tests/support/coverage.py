#!/usr/bin/env python3
"""Which lines of src/ the tests have reached, by folder and file.

    coverage.py BUILD        BUILD is a build of the preset `coverage` whose tests have run

Prints the table and writes BUILD/report/: index.html with every line, and the summary as JSON. gcovr reads the counts of gcov.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def read(build: Path) -> list[tuple[str, int, int]]:
    """(file below src/, lines, lines reached)"""
    report = build / "report"
    report.mkdir(exist_ok=True)
    subprocess.run(["gcovr", "--root", REPOSITORY, "--object-directory", build, "--filter", "src/", "-j", str(os.cpu_count()),
                    "--html-details", report / "index.html", "--html-title", "zsup", "--json-summary", report / "summary.json",
                    build / "src", build / "tests"], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    files = json.loads((report / "summary.json").read_text("utf-8"))["files"]
    return sorted((file["filename"].removeprefix("src/"), file["line_total"], file["line_covered"]) for file in files)


def row(name: str, lines: int, reached: int) -> str:
    return f"{name:44}{lines:7}{lines - reached:7}{100 * reached / max(lines, 1):8.1f}"


def main():
    build = Path(sys.argv[1]).resolve()
    folders = defaultdict(list)
    for name, lines, reached in read(build):
        folders[name.split("/")[0] if "/" in name else "."].append((name, lines, reached))
    print(f"{'':44}{'lines':>7}{'missed':>7}{'%':>8}")
    for folder, files in sorted(folders.items()):
        print(row(f"{folder}/", sum(one[1] for one in files), sum(one[2] for one in files)))
        for file in files:
            if file[1] != file[2]:
                print(row("  " + file[0], *file[1:]))
    every = [file for files in folders.values() for file in files]
    print(row("src/", sum(one[1] for one in every), sum(one[2] for one in every)))
    print(f"Files that are not named are reached in full. Line by line: {build / 'report' / 'index.html'}")


if __name__ == "__main__":
    main()
