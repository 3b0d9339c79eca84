#!/usr/bin/env python3
"""The gate on cost: what it lets through, what it stops, and what it says; tested on figures made up here, without counting anything."""

import contextlib
import copy
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
GATE = REPOSITORY / "tests/bench/cost.py"
specification = importlib.util.spec_from_file_location("cost", GATE)
cost = importlib.util.module_from_spec(specification)
specification.loader.exec_module(cost)

HERE = {"compiler": "c++ 12", "processor": "x86_64", "libraries": {"libc6": "2.36"}}


def figures(check=100.0, reports=10.0, memory=4.0, write=0.5):
    """One register, one command: a whole, a phase that counts and one that is too small to."""
    return {"500 records a file": {"bytes": 1000, "commands": {"check": {
        "instructions a byte": check, "memory a byte": memory, "phases": {"rules: reports": reports, "write": write}}}}}


class Gate(unittest.TestCase):
    def gate(self, now, *words, last=None, first=None, here=None):
        """(exit code, what is printed, the record afterwards)"""
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "cost.json"
            record.write_text(json.dumps({"first": {"why": "0.1.0", "surroundings": HERE, "figures": first or figures()},
                                          "last": {"why": "before", "surroundings": HERE, "figures": last or figures()}}))
            kept = {name: getattr(cost, name) for name in ("RECORD", "REPOSITORY", "figures", "surroundings", "shutil")}
            printed = io.StringIO()
            arguments = sys.argv
            try:
                cost.RECORD, cost.REPOSITORY = record, Path(folder)
                cost.figures = lambda tools, zsup: copy.deepcopy(now)
                cost.surroundings = lambda tools: here or HERE
                cost.shutil = type("Found", (), {"which": staticmethod(lambda name: "/usr/bin/" + name)})
                sys.argv = ["cost.py", "--tools", folder, *words]
                with contextlib.redirect_stdout(printed):
                    code = cost.main()
            finally:
                sys.argv = arguments
                for name, value in kept.items():
                    setattr(cost, name, value)
            return code, printed.getvalue(), json.loads(record.read_text())

    def test_the_same_passes(self):
        code, printed, _ = self.gate(figures())
        self.assertEqual(code, 0)
        self.assertNotIn("RISEN", printed)
        self.assertNotIn("fallen", printed)

    def test_a_whole_may_rise_by_a_twentieth(self):
        self.assertEqual(self.gate(figures(check=104.9))[0], 0)
        code, printed, _ = self.gate(figures(check=105.1))
        self.assertEqual(code, 1)
        self.assertIn("500 records a file, check: instructions a byte has risen from 100.00 to 105.10 (+5.1 %)", printed)

    def test_memory_is_a_whole(self):
        self.assertEqual(self.gate(figures(memory=4.19))[0], 0)
        self.assertEqual(self.gate(figures(memory=4.21))[0], 1)

    def test_a_phase_may_rise_by_a_tenth_and_is_named(self):
        self.assertEqual(self.gate(figures(reports=10.9))[0], 0)
        code, printed, _ = self.gate(figures(reports=11.1))
        self.assertEqual(code, 1)
        self.assertIn("phase rules: reports has risen from 10.00 to 11.10 (+11.0 %)", printed)

    def test_a_phase_of_less_than_a_hundredth_is_only_shown(self):
        self.assertEqual(self.gate(figures(write=0.9))[0], 0)
        self.assertEqual(self.gate(figures(write=1.1))[0], 1)

    def test_a_fall_asks_to_be_recorded(self):
        code, printed, _ = self.gate(figures(check=94.0))
        self.assertEqual(code, 0)
        self.assertIn("record it (make bench-cost RECORD='why')", printed)

    def test_a_check_may_rise_by_a_tenth_in_all(self):
        # Each step is smaller than a twentieth.
        code, printed, _ = self.gate(figures(check=111.0), last=figures(check=108.0))
        self.assertEqual(code, 1)
        self.assertIn("11.0 % above the first, 100.00; a check may rise by a tenth in all", printed)
        self.assertEqual(self.gate(figures(check=109.9), last=figures(check=108.0))[0], 0)
        # Recorded on purpose, it stands.
        self.assertEqual(self.gate(figures(check=111.0), last=figures(check=111.0))[0], 0)

    def test_recording_keeps_the_reason_and_the_first(self):
        code, _, record = self.gate(figures(check=130.0), "--record", "a reason")
        self.assertEqual(code, 0)
        self.assertEqual(record["last"]["why"], "a reason")
        self.assertEqual(record["last"]["figures"], figures(check=130.0))
        self.assertEqual(record["first"]["figures"], figures())

    def test_on_another_compiler_or_library_it_prints_and_passes(self):
        for here in ({**HERE, "compiler": "c++ 14"}, {**HERE, "libraries": {"libc6": "2.41"}}):
            code, printed, _ = self.gate(figures(check=130.0), here=here)
            self.assertEqual(code, 0)
            self.assertIn("not held against the record, which was made with others:", printed)
            self.assertIn("130.00", printed)

    def test_on_another_processor_one_line_says_so(self):
        code, printed, _ = self.gate(figures(check=130.0), here={**HERE, "processor": "aarch64"})
        self.assertEqual(code, 0)
        self.assertEqual(printed, "NOT MEASURED: the figures are recorded for x86_64, and this is aarch64\n")

    def test_a_phase_whose_functions_were_renamed_is_named(self):
        now = figures()
        del now["500 records a file"]["commands"]["check"]["phases"]["rules: reports"]
        self.assertIn("other names now, so that they count among the rest (PHASES in tests/bench/cost.py):\n  rules: reports\n", self.gate(now)[1])


class Surroundings(unittest.TestCase):
    def test_without_valgrind_one_line_says_what_to_install(self):
        with tempfile.TemporaryDirectory() as nothing:
            run = subprocess.run([sys.executable, str(GATE), "--tools", nothing], env={**os.environ, "PATH": nothing}, capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(run.stdout, "NOT MEASURED: what a byte costs is counted by valgrind, which is not installed (apt-get install valgrind)\n")

    def test_every_family_of_rules_is_a_phase(self):
        phases = cost.families()
        for program in sorted((REPOSITORY / "src/rule").glob("*.cpp")):
            if "// " + program.name in (REPOSITORY / "src/rule/families.h").read_text("utf-8"):
                self.assertIn(f"rules: {program.stem}", phases)

    def test_the_record_knows_every_phase_that_counts(self):
        record = json.loads(cost.RECORD.read_text("utf-8"))
        known = {*cost.PHASES, *cost.families(), "the rest"}
        for register, found in record["last"]["figures"].items():
            for command, costs in found["commands"].items():
                self.assertEqual([phase for phase in costs["phases"] if phase not in known], [], f"{register}, {command}")


if __name__ == "__main__":
    unittest.main()
