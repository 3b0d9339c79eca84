#!/usr/bin/env python3
"""The machine formats of `check`, read by other people's programs.

SARIF by Microsoft's multitool with GitHub's rules on top, JUnit by junitparser and xmllint, GitLab's code quality by the
schema that its documentation states, JSON by jq, GitHub's commands by the reading that its runner gives them, gcc lines by
the pattern that editors use for GCC. Each over a register without findings, with one, with many, with findings that have no place,
and with hostile text in file names and values; the number of findings, their codes and places must be the same in all.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse
from pathlib import Path

import jsonschema
from junitparser import JUnitXml

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))
MULTITOOL = REPOSITORY / "tests/tools/node_modules/.bin/sarif-multitool"

SETTINGS = "name: 示例\nlang: zh\nas_of: 2018-07-15\n"
ORG = "kind: org\nid: {id}\nname: {name}\ntype: party-committee\n"
# What breaks out of one format or another when it is not escaped.
HOSTILE = ["::error file=a::b", "%0A%25,:", "]]><x>&amp;\"'", "{0} {{1}} [a](javascript:b)", "`|`|", "=1+1",
           "<script>alert(1)</script>", "a\u2028b", "\U0001f600", "-rf", "＜＞：，", "$(id)`id`"]
HOSTILE_NAMES = ["-rf.yaml", "a b'\".yaml", "a\nb.yaml", "％,:%0A.yaml", "<script>&.yaml", "]]>.yaml",
                 "\U0001f600.yaml", "甲" * 80 + ".yaml", "#?.yaml", "{0}.yaml", "a\\b.yaml", "\x1b[31m.yaml"]

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^ZS[0-9]{3}$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {"type": "object", "required": ["begin"],
                              "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}

# Visual Studio Code's own $gcc matcher.
GCC = re.compile(r"^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error|note):\s+(.*)$")


def registers(top: Path):
    """(name, folder) of each register."""
    def make(name, files):
        folder = top / name
        folder.mkdir()
        for path, text in {"zsup.yaml": SETTINGS, **files}.items():
            (folder / path).write_text(text, encoding="utf-8")
        return name, folder

    yield make("clean", {"a.yaml": ORG.format(id="a", name="甲")})
    yield make("one", {"a.yaml": ORG.format(id="a", name="甲") + "parent: 无此单位\n"})
    yield make("many", {f"{n:03}.yaml": ORG.format(id=f"o{n}", name="甲") + "parent: none\nnmae: 乙\n"
                        for n in range(100)})
    name, folder = make("without-place", {"a.yaml": ORG.format(id="a", name="甲")})
    os.mkfifo(folder / "fifo.yaml")
    yield name, folder
    yield make("hostile-values", {f"v{n}.yaml": ORG.format(id=f"o{n}", name="甲") + f"parent: {json.dumps(text)}\n"
                                  for n, text in enumerate(HOSTILE)})
    yield make("hostile-names", {name: ORG.format(id=f"o{n}", name="甲") + "parent: none\n"
                                 for n, name in enumerate(HOSTILE_NAMES)})


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.top = Path(tempfile.mkdtemp(prefix="zsup-formats-"))
        cls.registers = list(registers(cls.top))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top)

    def check(self, folder, form):
        done = subprocess.run([ZSUP, "-C", folder, "check", "--format", form], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        self.assertNotRegex(done.stdout, rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "a raw control byte")
        return done.stdout.decode("utf-8")

    def each(self, form):
        """(register's name, what `check --format json` says of it, the output in this format)."""
        for name, folder in self.registers:
            expected = json.loads(self.check(folder, "json"))["diagnostics"]
            yield name, expected, self.check(folder, form)

    def test_registers_are_what_they_are_called(self):
        count = {name: len(json.loads(self.check(folder, "json"))["diagnostics"])
                 for name, folder in self.registers}
        self.assertEqual(count["clean"], 0)
        self.assertEqual(count["one"], 1)
        self.assertEqual(count["many"], 200)
        self.assertEqual(count["hostile-values"], len(HOSTILE))
        # One more each for the name that no file should have: it holds an escape sequence, or a line break.
        self.assertGreaterEqual(count["hostile-names"], len(HOSTILE_NAMES))

    def test_json_by_jq(self):
        for name, expected, output in self.each("json"):
            with self.subTest(register=name):
                read = subprocess.run(["jq", "-e", "-c", "[.diagnostics[] | [.code, .file, .line, .column]]"],
                                      input=output.encode(), stdout=subprocess.PIPE, check=True)
                self.assertEqual(json.loads(read.stdout), [[d["code"], d["file"], d["line"], d["column"]] for d in expected])

    def test_sarif_by_the_multitool(self):
        self.assertTrue(MULTITOOL.exists(), f"{MULTITOOL} is missing: 'make deps-test' installs it")
        inputs = self.top / "sarif"
        inputs.mkdir()
        for name, expected, output in self.each("sarif"):
            with self.subTest(register=name):
                (inputs / f"{name}.sarif").write_text(output, encoding="utf-8")
                run = json.loads(output)["runs"][0]
                self.assertEqual([r["ruleId"] for r in run["results"]], [d["code"] for d in expected])
                for result, diagnostic in zip(run["results"], expected):
                    self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])
                    place = result["locations"][0]["physicalLocation"]
                    self.assertEqual(urllib.parse.unquote(place["artifactLocation"]["uri"]),
                                     diagnostic["file"] or "zsup.yaml")
                    if diagnostic["line"]:
                        self.assertEqual(place["region"]["startLine"], diagnostic["line"])
                        # Of a file as a whole only the line is given.
                        self.assertEqual(place["region"].get("startColumn", 1), diagnostic["column"])
                prints = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
                self.assertEqual(len(prints), len(set(prints)), "fingerprints repeat")
                self.assertEqual(self.multitool(inputs / f"{name}.sarif"), [])
        broken = json.loads((inputs / "one.sarif").read_text(encoding="utf-8"))
        broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
        (inputs / "broken.sarif").write_text(json.dumps(broken), encoding="utf-8")
        self.assertNotEqual(self.multitool(inputs / "broken.sarif"), [], "the multitool finds nothing in what is wrong")

    def multitool(self, path: Path):
        """The rules that a SARIF file breaks."""
        log = path.with_suffix(".validated")
        done = subprocess.run([MULTITOOL, "validate", path, "--output", log, "--log", "ForceOverwrite", "--rule-kind",
                               "'Sarif;Ghas'"], env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertTrue(log.exists(), done.stdout.decode())
        results = json.loads(log.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
        # SARIF2005: the tool would like an address on the web, and the project names none.
        return [r["ruleId"] for r in results
                if r["ruleId"] != "SARIF2005" and r.get("level", "warning") in ("error", "warning")]

    def test_junit_by_junitparser_and_xmllint(self):
        for name, expected, output in self.each("junit"):
            with self.subTest(register=name):
                subprocess.run(["xmllint", "--noout", "-"], input=output.encode(), check=True)
                suites = JUnitXml.fromstring(output.encode())
                failures = [(case, result) for suite in suites for case in suite for result in case.result]
                self.assertEqual(len(failures), len(expected))
                if expected:
                    self.assertEqual(suites.failures, len(expected))
                else:  # a suite without a case is read by some servers as a job that did not run
                    self.assertGreaterEqual(sum(1 for suite in suites for _ in suite), 1)
                codes = sorted(re.match(r"ZS\d{3}", case.name).group() for case, _ in failures)
                self.assertEqual(codes, sorted(d["code"] for d in expected))

    def test_gitlab_by_its_schema(self):
        for name, expected, output in self.each("gitlab"):
            with self.subTest(register=name):
                entries = json.loads(output)
                jsonschema.validate(entries, GITLAB_SCHEMA)
                self.assertEqual([e["check_name"] for e in entries], [d["code"] for d in expected])
                self.assertEqual(len({e["fingerprint"] for e in entries}), len(entries), "fingerprints repeat")

    def test_gitlab_fingerprints_stay_when_lines_above_move(self):
        folder = dict(self.registers)["one"]
        before = json.loads(self.check(folder, "gitlab"))
        record = folder / "a.yaml"
        kept = record.read_text(encoding="utf-8")
        try:
            record.write_text("# 说明\n# 说明\n" + kept, encoding="utf-8")
            after = json.loads(self.check(folder, "gitlab"))
        finally:
            record.write_text(kept, encoding="utf-8")
        self.assertEqual([e["fingerprint"] for e in before], [e["fingerprint"] for e in after])
        self.assertNotEqual(before[0]["location"]["lines"], after[0]["location"]["lines"])

    def test_github_as_its_runner_reads_it(self):
        def unescape(text, more=()):
            for escaped, plain in [*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]:
                text = text.replace(escaped, plain)
            return text

        for name, expected, output in self.each("github"):
            with self.subTest(register=name):
                commands = []
                for line in output.splitlines() if "\u2028" not in output else output.split("\n"):
                    if not line:
                        continue
                    match = re.match(r"^::(error|warning|notice) ([^:]*(?::[^:]+)*?)::(.*)$", line)
                    self.assertIsNotNone(match, line)
                    properties = dict(part.split("=", 1) for part in match.group(2).split(","))
                    properties = {key: unescape(value, [("%3A", ":"), ("%2C", ",")]) for key, value in properties.items()}
                    commands.append((match.group(1), properties, unescape(match.group(3))))
                self.assertEqual(len(commands), len(expected))
                for (level, properties, message), diagnostic in zip(commands, expected):
                    self.assertEqual(properties["title"], f"zsup {diagnostic['code']}")
                    self.assertIn(f"[{diagnostic['code']}]", message)
                    if diagnostic["line"]:
                        # Without a line it is the file as a whole, which begins at its first.
                        self.assertEqual(int(properties.get("line", 1)), diagnostic["line"])
                    if name != "hostile-names":  # there a name's control characters are shown, not sent
                        self.assertEqual(properties.get("file"), diagnostic["file"])

    def test_gcc_as_editors_read_it(self):
        for name, expected, output in self.each("gcc"):
            with self.subTest(register=name):
                lines = output.split("\n")[:-1]
                self.assertEqual(len(lines), len(expected))
                for line, diagnostic in zip(lines, expected):
                    if not diagnostic["line"]:
                        continue
                    match = GCC.match(line)
                    self.assertIsNotNone(match, line)
                    self.assertEqual((int(match.group(2)), int(match.group(3))), (diagnostic["line"], diagnostic["column"]))
                    self.assertTrue(match.group(5).endswith(f"[{diagnostic['code']}]"), line)


if __name__ == "__main__":
    unittest.main()
