#!/usr/bin/env python3
"""`check --changed-since REV` reports what would not be there without the change, wherever it stands, and nothing else.

Each case is a register, committed as main, and a change to it, committed or not; then the findings that the change brings, worked
out by hand: what the register has now over what it had, each told by its code and its file.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile
from git_layouts_test import git

FINDING = hostile.finding()
START = {
    **hostile.SOUND,
    "calendar.yaml": "kind: calendar\nid: calendar\nyear: 2018\nholidays: [2018-01-01, 2018-10-01]\nworkdays: [2018-02-11]\n",
    "duty.yaml": "kind: duty\nid: duty\ntitle: Duty\ncategory: education\nowner: head\ncadence: quarterly\ndue: +5wd\n",
    "report.yaml": "kind: report\nid: report\nby: head\nperiod: 2018-q1\nitems:\n  - duty: duty\n    submitted: 2018-04-03\n    content: One session\n"
                   "    attachments: [files/sheet.txt]\n",
    "files/sheet.txt": "signed\n",
    "files/other.txt": "signed\n",
    "old.yaml": "kind: org\nid: old\nname: Old\ntype: village\ncolour: red\n",      # its fault is old
    "findings/one.yaml": FINDING,
    ".gitignore": "ignored.yaml\n",
}


class ChangedSince(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.top = Path(temporary.name).resolve() / "登记 册"
        self.folder = self.top

    def start(self, below="", *init, more=()):
        self.folder = self.top / below if below else self.top
        self.folder.mkdir(parents=True)
        git(self.top, "init", "-q", *init)
        self.put({**START, **dict(more)})
        self.commit()
        git(self.top, "checkout", "-q", "-b", "work")

    def another(self, **files):
        """A repository beside the register's, with such files."""
        other = self.top.parent / "other"
        other.mkdir()
        git(other, "init", "-q")
        for name, text in files.items():
            (other / f"{name}.yaml").write_text(text)
        git(other, "add", ".")
        git(other, "commit", "-q", "-m", "x")
        return other

    def put(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text)

    def commit(self):
        git(self.top, "add", "-A")
        git(self.top, "commit", "-q", "-m", "x")

    def check(self, *words, revision="main"):
        done = subprocess.run([hostile.ZSUP, "-C", self.folder, "check", "--format", "json", "--changed-since", revision, *words], capture_output=True,
                              text=True, timeout=60 * hostile.PATIENCE, cwd=self.folder, stdin=subprocess.DEVNULL)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        found = sorted((one["code"], one["file"]) for one in json.loads(done.stdout)["diagnostics"])
        errors = any(one["severity"] == "error" for one in json.loads(done.stdout)["diagnostics"])
        self.assertEqual(done.returncode, 1 if errors else 0)
        return found

    def brings(self, files, *expected, start=True, below="", more=()):
        """What a change of these files brings, before it is committed and after."""
        if start:
            self.start(below, more=more)
        self.assertEqual(self.check(), [])
        self.put(files)
        self.assertEqual(self.check(), sorted(expected))
        self.commit()
        self.assertEqual(self.check(), sorted(expected))
        self.assertEqual(self.check(revision="HEAD"), [])

    # ---- where the finding stands in another file than the change

    def test_a_second_id_that_sorts_first(self):
        self.brings({"0-first.yaml": "kind: org\nid: bureau\nname: Another\ntype: village\n"}, ("ZS202", "a-org.yaml"))

    def test_a_record_deleted(self):
        self.brings({"a-org.yaml": None}, ("ZS201", "b-leader.yaml"), ("ZS201", "b-leader.yaml"), ("ZS201", "findings/one.yaml"))

    def test_an_attachment_deleted(self):
        self.brings({"files/sheet.txt": None}, ("ZS205", "report.yaml"))

    def test_an_attachment_emptied(self):
        self.brings({"files/sheet.txt": ""}, ("ZS207", "report.yaml"))

    def test_a_calendar_deleted(self):
        self.start()
        self.put({"calendar.yaml": None})
        self.assertEqual([code for code, _ in self.check()], ["ZS211"])

    def test_a_policy_deleted(self):
        self.start()
        self.put({"m-policy.yaml": None})
        done = self.plain("check", "--changed-since", "main")
        self.assertIn("[ZS210]", done.stdout)
        self.assertNotIn("ZS103", done.stdout)

    def test_an_id_renamed(self):
        self.brings({"a-org.yaml": START["a-org.yaml"].replace("id: bureau", "id: office")},
                    ("ZS201", "b-leader.yaml"), ("ZS201", "b-leader.yaml"), ("ZS201", "findings/one.yaml"))

    def test_in_a_folder_of_the_repository(self):
        self.brings({"a-org.yaml": None}, ("ZS201", "b-leader.yaml"), ("ZS201", "b-leader.yaml"), ("ZS201", "findings/one.yaml"), below="机关/登记册")

    def test_settings(self):
        idle = {"c-leader.yaml": START["b-leader.yaml"].replace("id: head", "id: idle").replace("role: principal", "role: member")
                .replace("portfolio: [bureau]\n", "")}
        self.start(more={"zsup.yaml": hostile.SOUND["zsup.yaml"] + "severity: {ZS311: off}\n", **idle})
        self.assertEqual(self.check(), [])
        self.put({"zsup.yaml": hostile.SOUND["zsup.yaml"]})
        self.assertEqual(self.check(), [("ZS311", "c-leader.yaml")])
        self.put({"zsup.yaml": hostile.SOUND["zsup.yaml"] + "severity: {ZS311: off}\nignore: [old.yaml]\n"})
        self.assertEqual(self.check(), [])

    def test_a_waiver_taken_away(self):
        broken = {"report.yaml": START["report.yaml"] + "    review: {decision: approved, by: head, date: 2018-04-05}\n"}
        waiver = {"waiver.yaml": "kind: waiver\nid: waiver\nrule: ZS306\nrecord: report\nreason: There is nobody else\nby: bureau\nuntil: 2019-12-31\n"}
        self.start(more={**broken, **waiver})
        self.assertEqual(self.check(), [])
        self.put({"waiver.yaml": None})
        self.assertIn(("ZS306", "report.yaml"), self.check())

    def test_both_are_judged_for_the_same_day(self):
        self.start()
        before = len(self.check("--info"))
        self.put({"zsup.yaml": hostile.SOUND["zsup.yaml"].replace("2018-07-15", "2018-12-15")})
        self.assertEqual(len(self.check("--info")), before)       # what only the day brings is no change's doing

    # ---- what Git does not show as changed

    def test_ignored_files(self):
        self.start()
        self.put({"ignored.yaml": "kind: org\nid: bureau\nname: Another\ntype: village\n"})
        self.assertEqual(self.check(), [("ZS202", "ignored.yaml")])

    def test_files_that_the_index_calls_unchanged(self):
        for flag in ("--assume-unchanged", "--skip-worktree"):
            with self.subTest(flag):
                self.top = self.top.parent / flag
                self.start()
                git(self.top, "update-index", flag, "a-org.yaml")
                self.put({"a-org.yaml": START["a-org.yaml"] + "colour: red\n"})
                self.assertEqual(self.check(), [("ZS103", "a-org.yaml")])

    def test_nested_repositories(self):
        self.start()
        nested = self.folder / "nested"
        nested.mkdir()
        git(nested, "init", "-q")
        (nested / "one.yaml").write_text("kind: org\nid: bureau\nname: Another\ntype: village\n")
        git(nested, "add", ".")
        git(nested, "commit", "-q", "-m", "x")
        self.assertEqual(self.check(), [("ZS202", "nested/one.yaml")])

    def test_submodules(self):
        other = self.another(one="kind: org\nid: below\nname: Below\ntype: village\nparent: bureau\ncolour: red\n")
        self.start()
        git(self.top, "submodule", "add", "-q", str(other), "below")
        self.commit()
        self.assertEqual(self.check(), [("ZS103", "below/one.yaml")])
        git(self.top, "branch", "-f", "main")
        self.assertEqual(self.check(), [])                        # its fault was there
        (self.folder / "below/one.yaml").write_text("kind: org\nid: below\nname: Below\ntype: village\nparent: nobody\ncolour: red\n")
        self.assertEqual(self.check(), [("ZS201", "below/one.yaml")])
        git(self.folder / "below", "commit", "-q", "-a", "-m", "y")
        self.commit()
        self.assertEqual(self.check(), [("ZS201", "below/one.yaml")])
        git(self.folder / "below", "reset", "-q", "--hard", "HEAD~1")
        self.put({"c-leader.yaml": hostile.SOUND["b-leader.yaml"].replace("id: head", "id: second").replace("org: bureau", "org: below")})
        self.commit()
        git(self.top, "branch", "-f", "main")
        git(self.top, "rm", "-q", "-f", "below")                  # what Git keeps of it tells what was there
        self.assertIn(("ZS201", "c-leader.yaml"), self.check())

    # ---- what brings nothing

    def test_moved_lines_and_renamed_files(self):
        self.brings({"old.yaml": "# one\n# two\n" + START["old.yaml"]})
        self.put({"old.yaml": None, "elsewhere/new.yaml": "\n\n" + START["old.yaml"], "findings/one.yaml": None, "findings/two.yaml": FINDING})
        self.assertEqual(self.check(), [])
        self.put({"elsewhere/new.yaml": "kind: org\nid: more\nname: More\ntype: village\n---\n" + START["old.yaml"]})
        self.assertEqual(self.check(), [])

    def test_the_same_fault_once_more(self):
        self.brings({"old.yaml": START["old.yaml"] + "size: big\n"}, ("ZS103", "old.yaml"))

    def test_faults_that_are_only_counted(self):
        lines = [f"colour{n}: red\n" for n in range(250)]
        old = START["old.yaml"].replace("colour: red\n", "")
        self.start(more={"old.yaml": old + "".join(lines)})
        self.assertEqual(self.check(), [])
        self.put({"old.yaml": old + "".join(lines[10:])})         # ten of them mended
        self.assertEqual(self.check(), [])
        self.put({"old.yaml": old + "size: big\n" + "".join(lines)})
        self.assertIn(("ZS103", "old.yaml"), self.check())

    def test_what_others_have_done_since(self):
        self.start()
        git(self.top, "checkout", "-q", "main")
        self.put({"theirs.yaml": "kind: org\nid: theirs\nname: Theirs\ntype: village\ncolour: red\n", "old.yaml": None})
        self.commit()
        git(self.top, "checkout", "-q", "work")
        self.assertEqual(self.check(), [])

    # ---- with everything else

    def test_a_path_narrows_further(self):
        self.start()
        self.put({"a-org.yaml": None})
        self.assertEqual(self.check("findings"), [("ZS201", "findings/one.yaml")])
        self.assertEqual(self.check("old.yaml"), [])

    def test_fix_mends_what_is_reported(self):
        self.start(more={"old.yaml": "kind: org\nid: old\nname: Old\ntype: Village\n"})
        self.put({"new.yaml": "kind: org\nid: new\nname: New\ntype: Village\n"})
        self.assertEqual(self.check(), [("ZS109", "new.yaml")])
        self.assertEqual(self.check("--fix"), [])
        self.assertIn("type: village", (self.folder / "new.yaml").read_text())
        self.assertIn("type: Village", (self.folder / "old.yaml").read_text())

    def test_a_register_that_is_new(self):
        self.start()
        git(self.top, "rm", "-q", "--cached", "zsup.yaml")
        git(self.top, "commit", "-q", "-m", "no register")
        git(self.top, "branch", "-f", "main")
        self.assertEqual(self.check(), [("ZS103", "old.yaml")])
        self.commit()
        self.assertEqual(self.check(), [("ZS103", "old.yaml")])

    def test_histories_with_nothing_in_common(self):
        self.start()
        git(self.top, "checkout", "-q", "--orphan", "fresh")
        git(self.top, "commit", "-q", "-m", "fresh")
        self.put({"new.yaml": "kind: org\nid: new\nname: New\ntype: village\ncolour: red\n"})
        self.assertEqual(self.check(), [("ZS103", "new.yaml")])

    def test_sha256(self):
        self.start("", "--object-format=sha256")
        self.assertEqual(self.check(), [])
        self.put({"files/sheet.txt": ""})
        self.assertEqual(self.check(), [("ZS207", "report.yaml")])

    def test_objects_that_are_missing_were_not_there(self):
        self.start()
        blob = git(self.top, "rev-parse", "main:old.yaml").stdout.strip()
        (self.top / ".git/objects" / blob[:2] / blob[2:]).unlink()
        self.assertEqual(self.check(), [("ZS103", "old.yaml")])

    def test_links(self):
        self.start()
        (self.folder / "files/link.txt").symlink_to("sheet.txt")
        (self.folder / "same.yaml").symlink_to("a-org.yaml")
        (self.folder / "nowhere.yaml").symlink_to("gone.yaml")
        (self.folder / "out.yaml").symlink_to("/etc/passwd")
        (self.folder / "loop.yaml").symlink_to("loop.yaml")
        self.put({"report.yaml": START["report.yaml"].replace("sheet", "link")})
        self.commit()
        git(self.top, "branch", "-f", "main")
        self.assertEqual(self.check(), [])
        (self.folder / "nowhere.yaml").unlink()
        (self.folder / "nowhere.yaml").symlink_to("nowhere.yaml")
        self.assertEqual(self.check(), [("ZS017", "nowhere.yaml")])

    def test_other_registers_below(self):
        self.start(more={"below/zsup.yaml": "name: Below\n", "below/bad.yaml": "colour: red\n"})
        self.assertEqual(self.check(), [])
        self.put({"below/zsup.yaml": None})
        self.assertEqual([file for _, file in self.check()], ["below/bad.yaml"])

    # ---- what a sparse checkout leaves out, and what a merge leaves undecided

    def plain(self, *words):
        return subprocess.run([hostile.ZSUP, "-C", self.folder, "--lang", "en", *words], capture_output=True, text=True, timeout=60 * hostile.PATIENCE,
                              stdin=subprocess.DEVNULL)

    def refused(self):
        for words in (["score", "2018-q2"], ["status"], ["stats", "2018-q2"], ["trend"], ["remind", "2018-q2"], ["letter", "2018-q2", "--all"],
                      ["draw", "2018-q2", "--pool", "leaders", "--count", "1", "--seed", "x"]):
            for draft in ([], ["--allow-errors"]):
                done = self.plain(*words, *draft)
                self.assertEqual(done.returncode, 1, (words, done.stdout, done.stderr))
                self.assertEqual(done.stdout, "")
                self.assertIn("git sparse-checkout disable", done.stderr)
        done = self.plain("list", "finding")
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertIn("git sparse-checkout disable", done.stderr)

    def test_records_that_a_sparse_checkout_leaves_out(self):
        for number, (options, version) in enumerate([((), 2), ((), 3), ((), 4), (("--object-format=sha256",), 4)]):
            with self.subTest((options, version)):
                self.top = self.top.parent / f"sparse{number}"
                self.start("", *options)
                self.put({"old.yaml": None, "below/zsup.yaml": "name: Below\n", "below/one.yaml": "x: 1\n", ".hidden/x.yaml": "x: 1\n"})
                self.commit()
                git(self.top, "update-index", "--index-version", str(version))
                git(self.top, "sparse-checkout", "set", "--no-cone", "/*.yaml", "!/calendar.yaml", "!/findings/")
                self.assertFalse((self.folder / "findings").exists())
                done = self.plain("check", "--format", "json")
                found = sorted((one["code"], one["file"]) for one in json.loads(done.stdout)["diagnostics"])
                self.assertEqual([one for one in found if one[0] == "ZS908"], [("ZS908", "calendar.yaml"), ("ZS908", "findings/one.yaml")])
                self.refused()
                git(self.top, "sparse-checkout", "disable")
                self.assertEqual(self.plain("check").returncode, 0)
                self.assertEqual(self.plain("status").returncode, 0)

    def test_a_sparse_index(self):
        self.start()
        self.put({"old.yaml": None})
        self.commit()
        git(self.top, "sparse-checkout", "set", "--sparse-index", "files")
        self.assertFalse((self.folder / "findings").exists())
        done = self.plain("check", "--format", "json")
        self.assertEqual([(one["code"], one["file"]) for one in json.loads(done.stdout)["diagnostics"]], [("ZS908", "findings")])
        self.refused()

    def test_a_split_index(self):
        self.start()
        self.put({"old.yaml": None})
        self.commit()
        git(self.top, "update-index", "--split-index")
        git(self.top, "update-index", "--skip-worktree", "calendar.yaml", "findings/one.yaml")
        self.put({"calendar.yaml": None, "findings/one.yaml": None})
        done = self.plain("check", "--format", "json")
        self.assertEqual(sorted(one["file"] for one in json.loads(done.stdout)["diagnostics"] if one["code"] == "ZS908"), ["calendar.yaml", "findings/one.yaml"])
        git(self.top, "update-index", "--no-skip-worktree", "calendar.yaml", "findings/one.yaml")
        self.assertNotIn("ZS908", self.plain("check").stdout)

    def test_a_sparse_checkout_of_a_submodule(self):
        other = self.another(**{name: f"kind: org\nid: {name}\nname: {name}\ntype: village\n" for name in ("one", "two")})
        self.start()
        git(self.top, "submodule", "add", "-q", str(other), "below")
        git(self.folder / "below", "sparse-checkout", "set", "--no-cone", "/one.yaml")
        self.assertIn("below/two.yaml", self.plain("check").stdout)
        self.refused()

    def test_a_submodule_that_was_not_fetched(self):
        other = self.another(one="kind: org\nid: one\nname: one\ntype: village\n")
        self.start()
        git(self.top, "submodule", "add", "-q", str(other), "below")
        self.commit()
        self.assertNotIn("ZS908", self.plain("check").stdout)
        git(self.top, "submodule", "deinit", "-q", "-f", "below")
        self.assertEqual(list((self.folder / "below").iterdir()), [])
        told = self.plain("check").stdout
        self.assertIn("below:1:1", told)
        self.assertIn("git submodule update --init", told)
        self.refused()
        # What is not read anyway is not missed.
        config = self.folder / "zsup.yaml"
        config.write_text(config.read_text() + "ignore: [below]\n")
        self.assertNotIn("ZS908", self.plain("check").stdout)

    def test_attachments_may_be_left_out(self):
        self.start()
        self.put({"old.yaml": None})
        self.commit()
        git(self.top, "sparse-checkout", "set", "--no-cone", "/*", "!/files/other.txt")
        self.assertEqual(self.plain("check").returncode, 0)
        self.assertEqual(self.plain("status").returncode, 0)

    def test_conflicts_without_markers(self):
        self.start()
        self.put({"old.yaml": None})
        self.commit()
        git(self.top, "checkout", "-q", "-b", "theirs")
        self.put({"findings/one.yaml": FINDING.replace("Text", "Theirs"), "letter.yaml": "kind: letter\nid: l\ntype: notice\nto: head\ndate: 2018-06-01\n"})
        self.commit()
        git(self.top, "checkout", "-q", "work")
        git(self.top, "rm", "-q", "findings/one.yaml")
        self.put({"letter.yaml": "kind: letter\nid: l\ntype: notice\nto: head\ndate: 2018-06-02\n"})
        self.commit()
        self.assertEqual(git(self.top, "merge", "theirs", check=False).returncode, 1)
        found = json.loads(self.plain("check", "--format", "json").stdout)["diagnostics"]
        told = {one["file"]: one for one in found if one["code"] == "ZS006"}
        self.assertEqual(sorted(told), ["findings/one.yaml", "letter.yaml"])
        self.assertIn("if both were sent, keep both", told["letter.yaml"]["help"])
        # The same where one side was taken, but not yet added.
        git(self.top, "checkout", "--ours", "letter.yaml")
        told = {one["file"]: one for one in json.loads(self.plain("check", "--format", "json").stdout)["diagnostics"] if one["code"] == "ZS006"}
        self.assertEqual(sorted(told), ["findings/one.yaml", "letter.yaml"])
        self.assertIn("if both were sent, keep both", told["letter.yaml"]["help"])
        git(self.top, "add", ".")
        self.assertNotIn("ZS006", self.plain("check").stdout)

    def test_an_index_that_cannot_be_understood(self):
        self.start()
        self.put({"old.yaml": None})
        (self.top / ".git/index").write_bytes(b"DIRC\0\0\0\x09\0\0\0\0")
        done = self.plain("check")
        self.assertEqual(done.returncode, 0)
        self.assertIn("index cannot be understood", done.stderr)


if __name__ == "__main__":
    unittest.main()
