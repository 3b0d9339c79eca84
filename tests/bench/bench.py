#!/usr/bin/env python3
"""Measures zsup, the floor and the peers that are installed, and prints what docs/performance.md records.

    bench.py --tools BUILD [--zsup BINARY] [--sizes N...] [--rounds N] [--no-peers] [--into PAGE]

BUILD is a build folder of the preset `bench`. Registers are generated into BUILD/data, and kept for the next
time. Every command is run once without being measured, then ROUNDS times, or once more where that took longer
than SLOW seconds; times are medians of the rounds, memory is the largest resident set of any.
`--into` puts the tables between the lines FIGURES and END of a page. Exits with 1 when a target is missed, unless
--exit-zero.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SLOW = 5.0
REPORTS = 100_000
ITEMS = 1_000_000
REPORTS_WITH_ITEMS = 515_300  # have about as many items
LEADERS = 20_000
OFF = "severity: {ZS701: off, ZS702: off}\n"
FIGURES, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"


def say(*words):
    print(*words, file=sys.stderr, flush=True)


class Run:
    """One command: its times and memory over the rounds."""

    measured = None  # the program that runs it

    def __init__(self, name, command, folder=None):
        self.name, self.command, self.folder = name, [str(word) for word in command], folder
        self.wall, self.cpu, self.memory = [], [], 0
        self.before = None  # what is done, unmeasured, before every run

    def once(self):
        if self.before:
            self.before()
        out = subprocess.run([Run.measured, *self.command], cwd=self.folder, check=True, capture_output=True,
                             text=True).stdout.split()
        self.wall.append(float(out[0]))
        self.cpu.append(float(out[1]))
        self.memory = max(self.memory, int(out[2]) * 1024)
        # 1 is what check and its peers exit with when they find something; the registers have mistakes.
        if out[3] not in ("0", "1"):
            raise SystemExit(f"{self.name}: exit code {out[3]}: {' '.join(self.command)}")

    @property
    def seconds(self):
        return statistics.median(self.wall)

    @property
    def cpu_seconds(self):
        return statistics.median(self.cpu)


def rounds(runs, count):
    for run in runs:
        # Once for the page cache, and for the memory: a virtual machine may have to be given back first what it
        # has not used for a while, which takes longer than all that is measured here.
        run.once()
        for _ in range(count if run.wall[0] < SLOW else 1):
            run.once()
        run.wall, run.cpu = run.wall[1:], run.cpu[1:]
    return runs


class Data:
    """The registers, made when they are first asked for."""

    def __init__(self, tools):
        self.generator, self.folder = tools / "tests/bench/generate_register", tools / "data"
        self.folder.mkdir(parents=True, exist_ok=True)

    def register(self, name, *options):
        # A generator that has changed makes other registers.
        version = int(self.generator.stat().st_mtime)
        folder = self.folder / f"{name}-{version}"
        if not folder.exists():
            for old in self.folder.glob(f"{name}-*"):
                shutil.rmtree(old)
            say(f"generating {name}")
            making = folder.with_suffix(".making")
            shutil.rmtree(making, ignore_errors=True)
            subprocess.run([self.generator, making, *map(str, options)], check=True)
            making.rename(folder)
        return folder

    def journal(self, count):
        """As many transactions for ledger and hledger as there are reports."""
        path = self.folder / f"{count}.journal"
        if not path.exists():
            with path.open("w", encoding="utf-8") as out:
                for i in range(count):
                    out.write(f"2018/{i % 12 + 1:02}/{i % 28 + 1:02} 镇财政所 {i}\n"
                              f"    支出:办公:z{i % 8000:05}    {i % 997}.{i % 100:02} CNY\n    资产:专户\n\n")
        return path


def size_of(folder):
    paths = list(folder.rglob("*.yaml"))
    return len(paths), sum(path.stat().st_size for path in paths)


class Floor:
    def __init__(self, tools, folder, threads, count):
        out = subprocess.run([tools / "tests/bench/floor", folder, str(threads), str(count + 1)], check=True,
                             capture_output=True, text=True).stdout.split("\n")
        self.seconds = statistics.median(float(line.split()[0]) for line in out[1:] if line)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s"


def megabytes(value):
    return f"{value / 1e6:.0f} MB"


def machine():
    model = next((line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    system = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    compiler = subprocess.run(["c++", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    load = os.getloadavg()[0]
    return (f"{datetime.date.today()}; {model}, {os.cpu_count()} processors, {memory / 2**30:.0f} GiB; "
            f"{system.get('PRETTY_NAME', '?').strip(chr(34))}, Linux {platform.release()}; {compiler}. "
            f"Page cache warm; load of the machine at the start {load:.1f}.")


def peers(data, tools, one_a_file):
    """Those that are installed, on as many records: name, command, and how many they were given."""
    journal = data.journal(REPORTS)
    found = []
    if shutil.which("ledger"):
        found.append((Run("`ledger bal`", ["ledger", "-f", journal, "bal"]), REPORTS))
    if shutil.which("hledger"):
        found.append((Run("`hledger check`", ["hledger", "-f", journal, "check"]), REPORTS))
    # The validators know no reference between records: they read reports only, one a file.
    schema = REPOSITORY / "schemas/report.schema.json"
    node = tools / "peers/node_modules"
    if shutil.which("node") and (node / "ajv").is_dir() and (node / "js-yaml").is_dir():
        found.append((Run("js-yaml + ajv, schema only",
                          ["node", REPOSITORY / "tests/bench/ajv_peer.js", node, schema, one_a_file / "reports"]),
                      REPORTS))
    python = shutil.which("python3", path="/usr/bin") or sys.executable
    if subprocess.run([python, "-c", "import jsonschema, yaml; yaml.CSafeLoader"], capture_output=True).returncode == 0:
        tenth = data.register("tenth", "--reports", REPORTS // 10, "--broken", 0)
        found.append((Run("python3-jsonschema, C loader, schema only",
                          [python, REPOSITORY / "tests/bench/jsonschema_peer.py", schema, tenth / "reports"]),
                      REPORTS // 10))
    return found


def parts(tools):
    out = subprocess.run([tools / "tests/bench/bench_parts", "--benchmark_format=json",
                          "--benchmark_repetitions=3", "--benchmark_report_aggregates_only=true",
                          "--benchmark_min_time=0.2"], check=True, capture_output=True, text=True).stdout
    rows = []
    for one in json.loads(out)["benchmarks"]:
        if one["aggregate_name"] != "median":
            continue
        speed = (f"{one['bytes_per_second'] / 1e6:.0f} MB/s" if "bytes_per_second" in one
                 else f"{one['items_per_second']:,.0f}/s")
        rows.append((f"`{one['run_name']}`", f"{one['cpu_time'] / 1e6:.2f} ms", speed))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--zsup", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--exit-zero", action="store_true")
    parser.add_argument("--into", type=Path, metavar="PAGE")
    args = parser.parse_args()
    tools = args.tools.resolve()
    Run.measured = str(tools / "tests/bench/measured")
    zsup = (args.zsup or tools / "src/zsup").resolve()
    data = Data(tools)
    text = [f"Measured {machine()}\n"]
    targets = []

    def target(what, value, good, wanted):
        targets.append((what, wanted, value, "yes" if good else "**no**"))

    one = data.register("one-a-file", "--reports", REPORTS)
    many = data.register("500-a-file", "--reports", REPORTS, "--per-file", 500)
    crowd = data.register("leaders", "--reports", LEADERS * 3 + LEADERS // 10, "--months", 3, "--per-file", 500,
                          "--broken", 0)
    (files_a, bytes_a), (files_b, bytes_b) = size_of(one), size_of(many)

    def run(name, folder, *words):
        return Run(name, [zsup, "-C", folder, *words])

    say("whole commands")
    check_a, check_a1 = run("`zsup check` (a)", one, "check"), run("`zsup check -j1` (a)", one, "check", "-j1")
    check_b, check_b1 = run("`zsup check` (b)", many, "check"), run("`zsup check -j1` (b)", many, "check", "-j1")
    score_a = run("`zsup score` (a)", one, "score", "--allow-errors", "--format", "csv")
    stats_a = run("`zsup stats` (a), a quarter", one, "stats", "--allow-errors")
    stats_year = run("`zsup stats 2018` (a), the year", one, "stats", "2018", "--allow-errors")
    letters = run(f"`zsup letter --all`, {LEADERS:,} leaders", crowd, "letter", "--all")
    district = run("`zsup check`, examples/district", REPOSITORY / "examples/district", "check")
    others = [] if args.no_peers else peers(data, tools, one)
    floors = {}
    for threads in (1, 2):
        for name, folder in (("a", one), ("b", many)):
            floors[name, threads] = Floor(tools, folder, threads, args.rounds)
    runs = [check_a, check_a1, check_b, check_b1, score_a, stats_a, stats_year, letters, district]
    rounds(runs + [peer for peer, _ in others], args.rounds)
    if max(district.wall) < 1:
        rounds([district], 20)

    text.append(f"(a) {REPORTS:,} reports and what they refer to, one record a file: {files_a:,} files, "
                f"{bytes_a / 1e6:.1f} MB. (b) the same, 500 records a file: {files_b:,} files, {bytes_b / 1e6:.1f} MB.\n")
    rows = [(f"floor ({name}), {threads} thread{'s' * (threads > 1)}", seconds(floor.seconds), "", "1.0", "")
            for (name, threads), floor in sorted(floors.items())]
    for one_run, name, size in ((check_a, "a", bytes_a), (check_a1, "a", bytes_a), (check_b, "b", bytes_b),
                                (check_b1, "b", bytes_b), (score_a, "a", bytes_a), (stats_a, "a", bytes_a),
                                (stats_year, "a", bytes_a)):
        threads = 1 if "-j1" in one_run.name else 2
        rows.append((one_run.name, seconds(one_run.seconds), seconds(one_run.cpu_seconds),
                     f"{one_run.seconds / floors[name, threads].seconds:.1f}",
                     f"{megabytes(one_run.memory)} ({one_run.memory / size:.2f} ×)"))
    for one_run in (letters, district):
        rows.append((one_run.name, seconds(one_run.seconds), seconds(one_run.cpu_seconds), "",
                     megabytes(one_run.memory)))
    for peer, count in others:
        note = "" if count == REPORTS else f" ({count:,} records only)"
        rows.append((peer.name + note, seconds(peer.seconds), seconds(peer.cpu_seconds),
                     f"{peer.seconds * (REPORTS / count) / check_a.seconds:.0f} × `check` (a)",
                     megabytes(peer.memory)))
    text.append(table(("what", "time", "processor time", "ratio to the floor", "peak memory"), rows))

    ratio = check_a.seconds / floors["a", 2].seconds
    target("`check` of (a), 2 threads", f"{ratio:.2f} ×", ratio <= 3, "≤ 3 × the floor")
    for peer, _ in others:
        if "ledger bal" in peer.name and "hledger" not in peer.name:
            target("the same, against `ledger bal`", f"{check_a.seconds / peer.seconds:.2f} ×",
                   check_a.seconds < peer.seconds, "faster")
    speed = bytes_b / 1e6 / check_b.seconds
    target("`check` of (b), 2 threads", f"{speed:.0f} MB/s", speed >= 300, "≥ 300 MB/s")
    for one_run in (score_a, stats_a, stats_year):
        part = one_run.seconds / check_a.seconds
        target(one_run.name, f"{part:.2f} × `check`", part <= 1.2, "≤ 1.2 × `check`")
    for one_run, size in ((check_a, bytes_a), (check_b, bytes_b)):
        part = one_run.memory / size
        target(f"memory of {one_run.name}", f"{part:.2f} ×", part <= 2.5, "≤ 2.5 × the bytes read")
    target("`check` of examples/district", seconds(district.seconds), district.seconds <= 0.015, "≤ 15 ms")
    target("letters", f"{LEADERS / letters.seconds:,.0f} a second", LEADERS / letters.seconds >= 5000,
           "≥ 5,000 a second")

    say("growth")
    rows, per_record, per_byte = [], [], []
    for count in args.sizes:
        folder = many if count == REPORTS else data.register(f"size-{count}", "--reports", count, "--per-file", 500)
        _, size = size_of(folder)
        grown = Run(str(count), [zsup, "-C", folder, "check"])
        rounds([grown], args.rounds)
        per_record.append(grown.cpu_seconds / count)
        per_byte.append(grown.memory / count)
        rows.append((f"{count:,}", f"{size / 1e6:.0f} MB", seconds(grown.seconds),
                     f"{grown.seconds / count * 1e6:.2f} µs", f"{grown.cpu_seconds / count * 1e6:.2f} µs",
                     megabytes(grown.memory), f"{grown.memory / count:.0f} bytes", f"{grown.memory / size:.2f} ×"))
    text.append(table(("reports", "bytes", "time", "time a report", "processor time a report", "peak memory",
                       "memory a report", "memory to bytes read"), rows))
    if len(args.sizes) > 1:
        for name, values in (("processor time", per_record), ("memory", per_byte)):
            spread = max(values) / min(values)
            target(f"growth of {name} a record", f"{spread:.2f} ×", spread <= 1.3, "within 1.3 ×")

    say("copies")
    heap = data.register("items", "--reports", REPORTS_WITH_ITEMS, "--per-file", 500)
    settings = heap / "zsup.yaml"
    plain = settings.read_text(encoding="utf-8").split(OFF)[0]
    with_copies, without = run("", heap, "check"), run("", heap, "check")
    with_copies.before = lambda: settings.write_text(plain, encoding="utf-8")
    without.before = lambda: settings.write_text(plain + OFF, encoding="utf-8")
    rounds([with_copies, without], 3)
    with_copies.before()
    added = with_copies.seconds / without.seconds - 1
    text.append(f"Copies are looked for among {ITEMS:,} report items: `check` of {REPORTS_WITH_ITEMS:,} reports takes "
                f"{seconds(with_copies.seconds)} and {megabytes(with_copies.memory)}, with ZS701 and ZS702 off "
                f"{seconds(without.seconds)} and {megabytes(without.memory)}.\n")
    target(f"looking for copies among {ITEMS:,} items", f"+ {100 * added:.0f} %", added <= 0.5, "adds ≤ 50 %")

    say("parts")
    text.append(table(("part, one thread", "time", "speed"), parts(tools)))
    text.insert(1, table(("target", "wanted", "measured", "met"), targets))
    result = "\n".join(text)
    print(result)
    if args.into:
        page = args.into.read_text(encoding="utf-8")
        begin, end = page.index(FIGURES) + len(FIGURES), page.index(END)
        args.into.write_text(f"{page[:begin]}\n\n{result}\n{page[end:]}", encoding="utf-8")
    return 0 if args.exit_zero or all(row[3] == "yes" for row in targets) else 1


if __name__ == "__main__":
    sys.exit(main())
