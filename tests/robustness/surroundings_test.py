#!/usr/bin/env python3
"""What lies around the records: links, folders that may not be entered, names of files, limits, and what cannot be read.

Each is told by the command that meets it, with the exit code that it deserves, and nothing outside the register is read or written.
"""

import json
import os
import resource
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile
from build_kind import not_tested

SOUND = hostile.SOUND


def leaders_and_duties(count):
    return "---\n".join([f"kind: leader\nid: p-{n}\nname: N {n}\norg: bureau\npost: P\nrole: member\n" for n in range(count)]
                        + [f"kind: duty\nid: d-{n}\ntitle: T\ncategory: education\nowner: {{under: bureau, role: member}}\ncadence: monthly\ndue: +5d\n"
                           for n in range(count)])


class Surroundings(unittest.TestCase):
    register = hostile.Hostile.register

    def says(self, folder, words, exit_code, *expected):
        run = hostile.Run(folder, "--lang", "en", *words)
        said = (run.out + run.err).decode()
        self.assertEqual(exit_code, run.exit, said)
        self.assertIsNone(hostile.CONTROL.search(said), said)
        for text in expected:
            self.assertIn(text, said)
        return run

    def unreadable(self, folder, name):
        if os.geteuid() != 0:
            (folder / name).chmod(0)
            return {}
        for path in [folder.parent, folder, *folder.rglob("*")]:
            os.chown(path, 65534, 65534)
        (folder / name).chmod(0)
        return {"user": 65534}

    # ---- links

    def test_settings_are_not_read_from_outside(self):
        folder = self.register(other=False)
        (folder.parent / "secret").write_text("name: hunter2\nhunter3: 1\n")
        (folder / "zsup.yaml").unlink()
        (folder / "zsup.yaml").symlink_to("../secret")
        for words in (["check"], ["config"], ["list", "org"]):
            with self.subTest(words):
                run = self.says(folder, words, 3)
                self.assertNotIn(b"hunter", run.out + run.err)
        self.says(folder, ["check"], 3, "zsup.yaml", "leads out of the register")

    def test_settings_through_a_link_inside(self):
        folder = self.register(other=False)
        (folder / "zsup.yaml").rename(folder / "settings.txt")
        (folder / "zsup.yaml").symlink_to("settings.txt")
        self.says(folder, ["check"], 0)

    def test_templates_are_not_read_from_outside(self):
        folder = self.register({"d.yaml": "kind: duty\nid: d\ntitle: T\ncategory: education\nowner: head\ncadence: quarterly\ndue: +5d\n"}, other=False)
        (folder.parent / "secret").write_text("hunter2")
        (folder / "templates").mkdir()
        (folder / "templates/notice.md.mustache").symlink_to("../../secret")
        run = self.says(folder, ["letter", "2018-q2", "--leader", "head"], 3, "templates/notice.md.mustache", "leads out of the register")
        self.assertNotIn(b"hunter", run.out + run.err)

    def test_a_link_to_nowhere_hides_no_records(self):
        folder = self.register({"sub/a.yaml": "kind: org\nid: a\nname: A\ntype: nope\n"}, other=False)
        (folder / "sub/zsup.yaml").symlink_to("nowhere")
        self.says(folder, ["check"], 1, "sub/a.yaml:4:7", "sub/zsup.yaml")
        self.says(folder / "sub", ["check"], 3, "zsup.yaml")

    def test_new_stays_inside(self):
        folder = self.register(other=False)
        outside = folder.parent / "outside"
        outside.mkdir()
        (folder / "waiver").symlink_to(outside)
        for words in (["id=w-1"], ["id=w-1", "-o", f"{folder}/waiver/w-1.yaml"], ["id=w-1", "-o", f"{folder}/waiver/sub/w-1.yaml", "--force"]):
            self.says(folder, ["new", "waiver", *words], 2, "'waiver'", "leads out of the register")
        self.assertEqual([], list(outside.iterdir()))

    def test_records_go_where_they_are_found(self):
        """A record that no check would read is not written; nothing is made before that is told."""
        folder = self.register(other=False)
        (folder / "inner").mkdir()
        (folder / "inner/zsup.yaml").touch()
        (folder / "inside").mkdir()
        (folder / "waiver").symlink_to("inside")
        before = sorted(folder.rglob("*"))
        for words, *expected in ((["new", "waiver", "id=branch"], "'waiver' is a symbolic link"), (["new", "finding", "id=zsup"], "settings"),
                                 (["new", "org", "id=branch", "-o", f"{folder}/new/zsup.yaml"], "settings"), (["new", "org", "id=branch", "-o", f"{folder}/zsup.yaml", "--force"], "settings"),
                                 (["new", "org", "id=branch", "-o", f"{folder}/inner/x.yaml"], "inner/ has a zsup.yaml of its own"),
                                 (["new", "org", "id=branch", "-o", f"{folder}/inner/a/b/x.yaml"], "inner/ has a zsup.yaml of its own"),
                                 (["new", "org", "id=branch", "-o", f"{folder}/a/.b/x.yaml"], "hidden"), (["new", "org", "id=branch", "-o", f"{folder}/a.yaml/x.yaml"], "no folder may be called"),
                                 (["new", "org", "id=branch", "-o", f"{folder}/a/../waiver/x.yaml"], "'waiver' is a symbolic link")):
            with self.subTest(words):
                self.says(folder, words, 2, *expected)
                self.assertEqual(before, sorted(folder.rglob("*")))

    def test_init_goes_through_no_link_of_a_repository(self):
        folder = self.register(other=False)
        outside = folder.parent / "outside"
        outside.mkdir()
        (folder / "linked").symlink_to(outside)
        (folder / "dangling").symlink_to(outside / "nothing")
        (folder / "deep").mkdir()
        (folder / "deep/linked").symlink_to(outside)
        before = sorted(folder.rglob("*"))
        for target in ("linked", "linked/new", "linked/a/b", "dangling", "dangling/new", "deep/linked/new"):
            for words in (["init", target], ["init", target, "--force"], ["init", f"{folder}/{target}"]):
                with self.subTest(words):
                    run = hostile.Run(folder, "--lang", "en", *words)
                    self.assertIn(run.exit, (2, 3), run.err)
                    self.assertIn(b"link", run.err)
                    self.assertEqual([], list(outside.iterdir()))
                    self.assertEqual(before, sorted(folder.rglob("*")))

    # ---- what cannot be read

    def test_a_folder_that_may_not_be_entered(self):
        folder = self.register(other=False)
        user = self.unreadable(folder, ".")
        try:
            run = hostile.Run(folder, "--lang", "en", "check", **user)
            self.assertEqual(3, run.exit, run.err)
            self.assertIn(b"permission denied", run.err)
        finally:
            folder.chmod(0o700)

    def test_an_unreadable_record_weighs_more_than_a_draft(self):
        folder = self.register(other=False)
        user = self.unreadable(folder, "b-leader.yaml")
        for words in (["score", "2018-q2"], ["score", "2018-q2", "--allow-errors"], ["stats", "2018-q2", "--allow-errors"], ["list", "leader"]):
            with self.subTest(words):
                run = hostile.Run(folder, "--lang", "en", *words, **user)
                self.assertEqual(3, run.exit, run.err)
                self.assertTrue(run.err)

    def test_a_list_says_what_it_may_lack(self):
        folder = self.register({"bad.yaml": "[[[\n"}, other=False)
        self.says(folder, ["list", "org"], 0, "bureau", "may be missing here")
        self.assertNotIn(b"missing", hostile.Run(self.register(other=False), "--lang", "en", "list", "org").err)

    def test_settings_that_are_wrong(self):
        folder = self.register({"zsup.yaml": "[[[\n"}, other=False)
        self.says(folder, ["config"], 2, "zsup.yaml:1", "ZS001")
        folder = self.register({"zsup.yaml": "name: A\n---\nname: B\n"}, other=False)
        self.says(folder, ["check"], 2, "zsup.yaml:3:1", "begins another")

    # ---- limits

    def test_standard_input_beyond_the_limit(self):
        folder = self.register(other=False)
        with open(folder.parent / "large", "wb") as large:
            large.truncate(65 << 20)
        words = ("check", "-", "--stdin-filename", folder / "a-org.yaml")
        with open(folder.parent / "large", "rb") as large:
            run = hostile.Run(folder, *words, "--format", "json", stdin=large)
        self.assertEqual(1, run.exit, run.err)
        self.assertEqual([("ZS009", "a-org.yaml")], [(one["code"], one["file"]) for one in json.loads(run.out)["diagnostics"]])
        with open(folder.parent / "large", "rb") as large:
            run = hostile.Run(folder, *words, "--fix", stdin=large)
        self.assertEqual((3, b""), (run.exit, run.out))     # an editor would take nothing for the corrected text

    def test_more_is_owed_than_can_be_worked_out(self):
        """1,500 leaders who each owe 1,500 duties a month: a quarter of a megabyte that asks for 6,750,000 obligations a quarter."""
        folder = self.register({"many.yaml": leaders_and_duties(1500)}, other=False)
        [found] = json.loads(self.says(folder, ["check", "--format", "json"], 1).out)["diagnostics"]
        self.assertEqual(("ZS009", "many.yaml"), (found["code"], found["file"]))
        for words in (["score", "2018-q2"], ["status"], ["remind", "2018-q2"], ["trend"], ["stats", "2018"], ["letter", "2018-q2", "--all"]):
            with self.subTest(words):
                self.says(folder, words, 1, "many.yaml:", "ZS009", "duties times those who owe them")
                run = self.says(folder, [*words, "--allow-errors"], 1, "many.yaml:", "ZS009", " MB", "narrow the selectors")
                if hostile.MEASURED:
                    self.assertLessEqual(run.megabytes, hostile.MEGABYTES)

    def test_as_much_as_a_country_owes(self):
        """600 leaders with 600 duties a month: 1,080,000 obligations a quarter, of which none is left out."""
        folder = self.register({"many.yaml": leaders_and_duties(600)}, other=False)
        run = self.says(folder, ["check"], 0)
        if hostile.MEASURED:
            self.assertLessEqual(run.megabytes, hostile.MEGABYTES)

    # ---- wrong usage or a failure

    def test_exit_codes(self):
        folder = self.register(other=False)
        for words, code, *expected in ((["new", "org", "id=x", "-o", "/dev/null/x.yaml"], 3, "/dev/null/x.yaml"), (["new", "org", "id=x", "-o", ""], 2, "-o names no file"),
                                       (["new", "org", "id="], 2, "the id '' is empty"), (["new", "leader", "from=2018-q2"], 2, "takes a date"),
                                       (["new", "leader", "from=2018-2-30"], 2, "takes a date"), (["new", "leader", "from=1890-01-01"], 2, "1900 to 2999"),
                                       (["score", "--as-of", "2018-13-1"], 2, "2018-13-1"), (["score", "--as-of", "3000-01-01"], 2, "1900 to 2999"),
                                       (["score", "--as-of", "2018-02-29"], 2, "no day 2018-02-29"), (["check", "--changed-since", "--"], 2, "--changed-since")):
            with self.subTest(words):
                self.says(folder, words, code, *expected)

    def test_revisions_that_are_none(self):
        folder = self.register(other=False)

        def git(*words):
            hostile.subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.invalid", *words], check=True, capture_output=True)
        git("init", "-q")
        git("add", ".")
        git("commit", "-q", "-m", "a")
        for revision in ("@{u}", "HEAD^{tree}", "nowhere", "--output=x", "HEAD~9"):
            with self.subTest(revision):
                self.says(folder, ["check", f"--changed-since={revision}"], 2, "Git knows no revision")
        self.says(folder, ["check", "--changed-since", "HEAD"], 0)

    def test_limit_of_file_size_on_standard_output(self):
        if not hostile.MEASURED:
            not_tested(self, "a limit on files, which what watches the program would meet itself")
        folder = self.register()
        with open(folder.parent / "out", "wb") as out:
            run = hostile.Run(folder, "--lang", "en", "check", "--format", "json", stdout=out,
                              limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))
        self.assertEqual(3, run.exit, run.err)


if __name__ == "__main__":
    unittest.main()
