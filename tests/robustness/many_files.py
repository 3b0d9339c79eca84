#!/usr/bin/env python3
"""A register of 100,000 files, sound ones and broken ones: everything is checked, in how long and in how much memory.

    many_files.py [NUMBER]    run by `make test-robust`; too long for `make test`

Every thousandth file is broken, each must be named, and nothing else.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile

NUMBER = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


def main():
    with tempfile.TemporaryDirectory(prefix="zsup-many-") as holder:
        folder = Path(holder) / "register"
        folder.mkdir()
        for name, text in hostile.SOUND.items():
            (folder / name).write_text(text)
        broken = []
        for number in range(NUMBER):
            path = folder / f"findings/{number // 1000:03}/{number:06}.yaml"
            if number % 1000 == 0:
                path.parent.mkdir(parents=True)
                broken.append(str(path.relative_to(folder)))
            path.write_text("," if number % 1000 == 0 else hostile.finding(id=f"finding-{number}"))
        run = hostile.Run(str(folder), "check", "--format", "json", timeout=300)
        report = json.loads(run.out)
        print(f"{NUMBER:,} files, {report['summary']['records']:,} records: {run.seconds:.2f} s of processor time, {run.megabytes:.0f} MB, exit code {run.exit}")
        found = sorted({one["file"] for one in report["diagnostics"] if one["severity"] == "error"})
        assert run.exit == 1, run.err.decode()
        assert found == broken, (found[:5], broken[:5])
        assert report["summary"]["files"] == NUMBER + len(hostile.SOUND), report["summary"]
        score = hostile.Run(str(folder), "score", "2018-q2", timeout=300)
        assert (score.exit, score.out) == (1, b""), "figures are not refused"


if __name__ == "__main__":
    main()
