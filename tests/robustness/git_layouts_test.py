#!/usr/bin/env python3
"""Repositories made to run something, to write something or to wait for ever: zsup must do none of it.

A canary stands wherever Git lets a repository's files name a program. It must never sing, whichever command of zsup runs, and the
repository must hold the same bytes afterwards. Every call has a time limit. That the canary is alive is tried with Git itself.
"""

import hashlib
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_test as hostile
from build_kind import not_tested

ZSUP = hostile.ZSUP
SECONDS = 20 * hostile.PATIENCE    # for one call; none of these takes one second on an idle machine
WAITING = 45 * hostile.PATIENCE    # where git itself waits for ever, and is ended

BROKEN = "kind: org\nid: other\nname: Other\ntype: village\ncolour: red\n"
COMMANDS = (["check"], ["check", "--format", "github"], ["check", "--format", "sarif"], ["check", "--format", "gitlab"], ["check", "--diff"],
            ["list", "org"], ["config"], ["status"], ["score", "2018-q2"], ["new", "org", "id=new-one", "-o", "-"])


def git(folder, *words, check=True, **environment):
    done = subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "init.defaultBranch=main",
                           "-c", "protocol.file.allow=always", *words], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
                          env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"} | environment)
    if check and done.returncode != 0:
        raise AssertionError(f"git {words}: {done.stderr}")
    return done


def state(folder):
    """Every file below, with its bytes and the time of its last change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        found[str(path.relative_to(folder))] = (path.read_bytes() if path.is_file() and not path.is_symlink() else None, status.st_mtime_ns,
                                                status.st_mode, status.st_ino)
    return found


class Layouts(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.base = Path(temporary.name).resolve()
        self.sang = self.base / "sang"
        self.canary = self.base / "canary"
        self.canary.write_text(f"#!/bin/sh\necho \"$0 $*\" >> {self.sang}\nexit 1\n")
        self.canary.chmod(0o755)
        self.addCleanup(self.silent)

    def silent(self):
        self.assertFalse(self.sang.exists(), self.sang.exists() and "something ran: " + self.sang.read_text())

    def repository(self, name="repository", below="register", *init):
        """A repository with a sound register in a folder of it, committed as main, and a broken record on the branch `work`."""
        top = self.base / name
        register = top / below if below else top
        register.mkdir(parents=True)
        git(top, "init", "-q", *init)
        for path, text in hostile.SOUND.items():
            (register / path).write_text(text)
        git(top, "add", ".")
        git(top, "commit", "-q", "-m", "sound")
        git(top, "update-ref", "refs/remotes/origin/main", "HEAD")
        git(top, "checkout", "-q", "-b", "work")
        (register / "z-other.yaml").write_text(BROKEN)
        git(top, "add", ".")
        git(top, "commit", "-q", "-m", "broken")
        return top, register

    def zsup(self, register, *words, seconds=SECONDS, cwd=None, **environment):
        begun = time.monotonic()
        try:
            done = subprocess.run([ZSUP, *(["-C", str(register)] if cwd is None else []), "--lang", "en", *words], capture_output=True, text=True,
                                  timeout=seconds, stdin=subprocess.DEVNULL, cwd=cwd, env={**os.environ, "LC_ALL": "C.UTF-8"} | environment)
        except subprocess.TimeoutExpired:
            self.fail(f"{words}: no end after {time.monotonic() - begun:.0f} s")
        self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
        self.assertNotIn("internal error", done.stderr)
        self.silent()
        return done

    def everything(self, register, since=None, says=None):
        """All commands; `since` is the exit code that --changed-since must give, `says` what it must say."""
        for words in COMMANDS:
            with self.subTest(words):
                self.zsup(register, *words)
        for revision in ("main", "origin/main"):
            with self.subTest(revision):
                done = self.zsup(register, "check", "--changed-since", revision)
                if since is not None:
                    self.assertEqual(done.returncode, since, done.stdout + done.stderr)
                if says:
                    self.assertIn(says, done.stdout + done.stderr)
        return self.zsup(register, "check", cwd=register)

    # ---- the canary itself

    def test_the_canary_sings_for_git(self):
        top, register = self.repository()
        (register / "a-org.yaml").write_text(hostile.SOUND["a-org.yaml"] + "# more\n")
        for words in (("-c", f"core.fsmonitor={self.canary}", "status"), ("-c", f"diff.external={self.canary}", "diff"),
                      ("-c", f"alias.zz=!{self.canary}", "zz")):
            git(top, *words, check=False)
            self.assertTrue(self.sang.exists(), words)
            self.sang.unlink()

    # ---- what a request can commit

    def payload(self, folder):
        """What a bare repository holds, as plain files, each setting naming the canary."""
        for name in ("objects/info", "objects/pack", "refs/heads", "refs/remotes/origin", "hooks"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "HEAD").write_text("ref: refs/heads/main\n")
        (folder / "config").write_text(self.settings() + "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n")
        for hook in ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
            shutil.copy(self.canary, folder / "hooks" / hook)

    def settings(self):
        c = self.canary
        return (f"[core]\n\tfsmonitor = {c}\n\tsshCommand = {c}\n\tpager = {c}\n\teditor = {c}\n\taskPass = {c}\n\talternateRefsCommand = {c}\n"
                f"\tgitProxy = {c}\n\thooksPath = {self.base}\n\tattributesFile = {self.base}/attributes\n"
                f"[filter \"x\"]\n\tclean = {c}\n\tsmudge = {c}\n\tprocess = {c}\n\trequired = true\n"
                f"[diff]\n\texternal = {c}\n[diff \"x\"]\n\ttextconv = {c}\n\tcommand = {c}\n[merge \"x\"]\n\tdriver = {c}\n"
                f"[alias]\n\trev-parse = !{c}\n\tcat-file = !{c}\n\tmerge-base = !{c}\n\tconfig = !{c}\n"
                f"[pager]\n\trev-parse = {c}\n\tcat-file = {c}\n\tmerge-base = {c}\n\tconfig = {c}\n"
                f"[credential]\n\thelper = !{c}\n[gpg]\n\tprogram = {c}\n[gpg \"ssh\"]\n\tprogram = {c}\n[sequence]\n\teditor = {c}\n"
                f"[remote \"origin\"]\n\turl = {self.base}/nowhere\n\tuploadpack = {c}\n\treceivepack = {c}\n\tpromisor = true\n\tvcs = x\n"
                f"\tfetch = +refs/heads/*:refs/remotes/origin/*\n[uploadpack]\n\tpackObjectsHook = {c}\n[gc]\n\tauto = 1\n[maintenance]\n\tauto = true\n"
                f"[submodule \"s\"]\n\tupdate = !{c}\n[interactive]\n\tdiffFilter = {c}\n[browser \"x\"]\n\tcmd = {c}\n[trace2]\n\tnormalTarget = {self.sang}\n"
                f"\teventTarget = {self.sang}\n[tar \"x\"]\n\tcommand = {c}\n[sendemail]\n\tsendmailCmd = {c}\n[web]\n\tbrowser = x\n")

    def attributes(self, folder):
        (folder / ".gitattributes").write_text("* filter=x diff=x merge=x\n")

    def test_a_bare_repository_among_the_records(self):
        top, register = self.repository()
        self.payload(register)
        self.attributes(register)
        shutil.copytree(top / ".git/objects", register / "objects", dirs_exist_ok=True)
        shutil.copy(top / ".git/index", register / "index")
        head = git(top, "rev-parse", "HEAD").stdout
        (register / "refs/heads/main").write_text(head)
        (register / "refs/remotes/origin/main").write_text(head)      # forged: nothing would have changed
        git(top, "add", "-f", ".")
        git(top, "commit", "-q", "-m", "payload")
        for revision in ("main", "origin/main"):
            for where in (None, register):
                done = self.zsup(register, "check", "--changed-since", revision, cwd=where)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("ZS103", done.stdout)
        self.everything(register, since=1)
        # Below a register, and above one, it is none either.
        self.payload(top)
        self.payload(register / "reports")
        self.everything(register, since=1, says="ZS103")

    def test_without_any_repository_above(self):
        register = self.base / "alone"
        register.mkdir()
        for path, text in hostile.SOUND.items():
            (register / path).write_text(text)
        self.payload(register)
        self.everything(register, since=2, says="in no Git repository")

    def test_a_git_file_that_leads_into_the_checkout(self):
        top, register = self.repository()
        self.payload(register / "payload")
        (register / ".git").write_text("gitdir: payload\n")
        self.everything(register, since=3, says="is not followed")
        (register / ".git").write_text(f"gitdir: {top}/payload2\n")
        self.payload(top / "payload2")
        self.everything(register, since=3, says="is not followed")
        (register / ".git").unlink()
        (register / ".git").symlink_to("payload")
        self.everything(register, since=3, says="is not followed")
        # The same by what stands behind the file.
        (register / ".git").unlink()
        outside = self.base / "outside"
        self.payload(outside)
        (outside / "commondir").write_text(f"{register}/payload\n")
        (register / ".git").write_text(f"gitdir: {outside}\n")
        self.everything(register, since=3, says="is not followed")

    def test_a_folder_that_is_no_repository_but_is_called_so(self):
        top, register = self.repository()
        (register / ".git").mkdir()
        self.payload(register)
        self.everything(register, since=3, says="broken")
        for text in ("", "gitdir:\n", "gitdir: \0\n", "gitdir: nowhere\n", "x" * 100_000, "gitdir: .git\n", "gitdir: /dev/zero\n"):
            with self.subTest(text[:20]):
                shutil.rmtree(register / ".git", ignore_errors=True)
                (register / ".git").unlink(missing_ok=True)
                (register / ".git").write_text(text)
                self.everything(register, since=3)

    def test_a_git_in_the_register_is_not_run(self):
        top, register = self.repository()
        shutil.copy(self.canary, register / "git")
        (register / "bin").mkdir()
        shutil.copy(self.canary, register / "bin/git")
        usual = os.environ["PATH"]
        (self.base / "link").symlink_to(register / "bin")
        for path in (".:" + usual, ":" + usual, "bin:" + usual, f"{register}/bin:" + usual, f"{self.base}/link:" + usual, f"{self.base}/../{self.base.name}/link:" + usual):
            with self.subTest(path):
                done = self.zsup(register, "check", "--changed-since", "main", cwd=register, PATH=path)
                self.assertEqual(done.returncode, 1, done.stderr)
        done = self.zsup(register, "check", "--changed-since", "main", cwd=register, PATH=f".:{register}/bin")
        self.assertEqual(done.returncode, 3)
        self.assertIn("no git command", done.stderr)

    # ---- what a repository's own settings can name

    def test_settings_that_name_programs(self):
        top, register = self.repository()
        self.attributes(register)
        with open(top / ".git/config", "a") as config:
            config.write(self.settings())
        (self.base / "attributes").write_text("* filter=x diff=x\n")
        (self.base / "included").write_text(self.settings())
        with open(top / ".git/config", "a") as config:
            config.write(f"[include]\n\tpath = {self.base}/included\n[includeIf \"gitdir:{top}/\"]\n\tpath = {self.base}/included\n")
        for hook in ("post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"):
            shutil.copy(self.canary, self.base / hook)
        # An index that has to be refreshed: every file seems to have been touched.
        for path in register.glob("*.yaml"):
            os.utime(path, (0, 0))
        before = state(top / ".git")
        self.everything(register, since=1, says="ZS103")
        self.zsup(register, "check", "--fix", "--changed-since", "main")
        self.assertEqual(before, state(top / ".git"), "the repository was written to")

    def test_settings_of_a_worktree(self):
        top, register = self.repository()
        git(top, "config", "extensions.worktreeConfig", "true")
        git(top, "worktree", "add", "-q", self.base / "tree", "work~0", "--detach")
        (top / ".git/worktrees/tree/config.worktree").write_text(self.settings())
        (top / ".git/config.worktree").write_text(self.settings())
        before = state(top / ".git")
        self.everything(self.base / "tree/register", since=1, says="ZS103")
        self.everything(register, since=1, says="ZS103")
        self.assertEqual(before, state(top / ".git"))

    def test_a_repository_kept_apart(self):
        top, register = self.repository("apart", "register", "--separate-git-dir", str(self.base / "elsewhere.git"))
        with open(self.base / "elsewhere.git/config", "a") as config:
            config.write(self.settings())
        self.everything(register, since=1, says="ZS103")

    def test_submodules_and_nested_repositories(self):
        other, _ = self.repository("other", "")
        top, register = self.repository()
        git(top, "submodule", "add", "-q", str(other), "register/below")
        git(top, "commit", "-q", "-m", "submodule")
        nested, _ = self.repository("repository/register/nested", "")
        for config in (top / ".git/modules/register/below/config", nested / ".git/config"):
            with open(config, "a") as file:
                file.write(self.settings())
        before = state(top / ".git")
        self.everything(register, since=1)
        self.assertEqual(before, state(top / ".git"))
        # A name that leads out of where Git keeps them, in the tree before the change.
        self.payload(self.base / "repository/payload")
        modules = (top / ".gitmodules").read_text().replace('"register/below"', '"../../payload"')
        (top / ".gitmodules").write_text(modules)
        git(top, "add", ".gitmodules")
        git(top, "commit", "-q", "-m", "name")
        shutil.rmtree(register / "below")
        self.zsup(register, "check", "--changed-since", "HEAD")

    def test_a_partial_clone_fetches_nothing(self):
        top, register = self.repository()
        (register / "b-leader.yaml").write_text(hostile.SOUND["b-leader.yaml"] + "# more\n")     # what main had is in no checkout
        git(top, "commit", "-q", "-a", "-m", "more")
        git(top, "config", "uploadpack.allowFilter", "true")
        for what in ("blob:none", "tree:0"):
            with self.subTest(what):
                clone = self.base / what.replace(":", "-")
                git(self.base, "clone", "-q", "--filter", what, "--branch", "work", f"file://{top}", str(clone))
                git(clone, "config", "remote.origin.uploadpack", str(self.canary))
                for url in (f"file://{top}", f"ext::{self.canary} x", "ssh://example.invalid/x", "x::y"):
                    git(clone, "config", "remote.origin.url", url)
                    git(clone, "config", "core.sshCommand", str(self.canary))
                    git(clone, "config", "protocol.allow", "always")
                    git(clone, "config", "protocol.ext.allow", "always")
                    before = state(clone / ".git")
                    done = self.zsup(clone / "register", "check", "--changed-since", "origin/main")
                    self.assertEqual(done.returncode, 1, done.stderr)
                    self.assertEqual(before, state(clone / ".git"))

    def test_objects_from_elsewhere(self):
        top, register = self.repository()
        store = self.base / "store"
        shutil.move(top / ".git/objects", store)
        for name in ("info", "pack"):
            (top / ".git/objects" / name).mkdir(parents=True)
        (top / ".git/objects/info/alternates").write_text(f"{store}\n")
        with open(top / ".git/config", "a") as config:
            config.write(self.settings())
        self.everything(register, since=1, says="ZS103")
        (top / ".git/objects/info/alternates").write_text("../../../nowhere\n" * 100)
        self.everything(register)

    def test_replaced_and_grafted_history_is_not_believed(self):
        top, register = self.repository()
        sound, broken = git(top, "rev-parse", "main", "work").stdout.split()
        git(top, "replace", sound, broken)
        self.assertEqual(self.zsup(register, "check", "--changed-since", "main").returncode, 1)

    # ---- what would be waited for

    def test_pipes_in_place_of_files(self):
        for name in ("HEAD", "index", "config", "packed-refs", "shallow", "commondir", "config.worktree", "objects/info/alternates", "info/grafts"):
            with self.subTest(name):
                top, register = self.repository("pipe-" + name.replace("/", "-"))
                git(top, "config", "extensions.worktreeConfig", "true")
                (top / ".git" / name).unlink(missing_ok=True)
                os.mkfifo(top / ".git" / name)
                self.everything(register, since=3, says="broken")
        with self.subTest(".git"):
            top, register = self.repository("pipe")
            shutil.rmtree(top / ".git")
            os.mkfifo(top / ".git")
            self.everything(register, since=3, says="broken")
        with self.subTest("socket"):
            top, register = self.repository("socket")
            (top / ".git/index").unlink()
            with socket.socket(socket.AF_UNIX) as listening:
                os.chdir(top / ".git")
                listening.bind("index")
                os.chdir("/")
                self.everything(register, since=3, says="broken")

    def test_pipes_among_what_git_looks_up(self):
        """Of any name, since a revision may be any; where git would wait, it is not asked."""
        for name in ("refs/heads/main", "refs/heads/deep/down", "ORIG_HEAD", "main", "logs/HEAD", "objects/aa/bb", "objects/pack/pack-x.idx"):
            with self.subTest(name):
                top, register = self.repository("looked-up-" + name.replace("/", "-"))
                path = top / ".git" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                os.mkfifo(path)
                done = self.zsup(register, "check", "--changed-since", "main")
                self.assertEqual(done.returncode, 3)
                self.assertIn("broken", done.stderr)
                self.assertEqual(self.zsup(register, "check").returncode, 1)

    def test_a_git_that_does_not_answer(self):
        top, register = self.repository()
        folder = self.base / "bin"
        folder.mkdir()
        (folder / "git").write_text("#!/bin/sh\nexec sleep 300\n")
        (folder / "git").chmod(0o755)
        done = self.zsup(register, "check", "--changed-since", "main", seconds=WAITING, PATH=f"{folder}:{os.environ['PATH']}")
        self.assertEqual(done.returncode, 3)
        self.assertIn("did not answer", done.stderr)
        self.assertEqual(self.zsup(register, "check").returncode, 1)

    def test_a_git_that_may_open_no_file(self):
        """Too few descriptors are told as such, and never as a revision that there is none of."""
        top, register = self.repository()
        for limit in (4, 5, 6, 7, 8, 9):
            with self.subTest(limit):
                done = subprocess.run([ZSUP, "-C", register, "--lang", "en", "check", "--changed-since", "main"], capture_output=True, text=True, timeout=SECONDS,
                                      preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
                self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
                self.assertIn("too many open files", done.stderr.lower())
                self.assertNotIn("no revision", done.stderr)

    def test_revisions_that_are_none(self):
        top, register = self.repository()
        for revision in ("^main", "main..work", "main^@", "--all", "-h", "", "main:register", "main\nwork", "--output=" + str(self.sang)):
            with self.subTest(revision):
                done = self.zsup(register, "check", "--changed-since=" + revision)
                self.assertEqual(done.returncode, 2, done.stderr)

    def test_a_child_that_keeps_the_pipe_open(self):
        top, register = self.repository()
        folder = self.base / "bin"
        folder.mkdir()
        real = shutil.which("git")
        (folder / "git").write_text(f"#!/bin/sh\nsleep 300 &\necho $! >> {self.base}/left\nexec {real} \"$@\"\n")
        (folder / "git").chmod(0o755)
        try:
            begun = time.monotonic()
            done = self.zsup(register, "check", "--changed-since", "main", PATH=f"{folder}:{os.environ['PATH']}")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertLess(time.monotonic() - begun, 15 * hostile.PATIENCE)
        finally:
            for number in (self.base / "left").read_text().split():
                os.kill(int(number), 9)

    def test_trees_without_end(self):
        top, register = self.repository()
        tree = git(top, "rev-parse", "main:register").stdout.strip()
        for _ in range(24):      # 2^24 folders
            listed = "".join(f"040000 tree {tree}\t{name}\n" for name in ("a", "b"))
            tree = subprocess.run(["git", "-C", top, "mktree"], input=listed, capture_output=True, text=True, check=True).stdout.strip()
        config = git(top, "rev-parse", "main:register/zsup.yaml").stdout.strip()
        inner = subprocess.run(["git", "-C", top, "mktree"], input=f"040000 tree {tree}\tdeep\n100644 blob {config}\tzsup.yaml\n", capture_output=True,
                               text=True, check=True).stdout.strip()
        outer = subprocess.run(["git", "-C", top, "mktree"], input=f"040000 tree {inner}\tregister\n", capture_output=True, text=True, check=True).stdout.strip()
        commit = git(top, "commit-tree", outer, "-m", "deep").stdout.strip()
        run = hostile.Run(register, "--lang", "en", "check", "--changed-since", commit)
        self.assertEqual(run.exit, 3, run.err)
        self.assertIn(b"too large", run.err)
        if hostile.MEASURED:
            self.assertLess(run.megabytes, 512)

    def commit_of(self, top, *entries):
        """A commit with the sound register, and further entries in it."""
        listed = git(top, "ls-tree", "main:register").stdout + "".join(entries)
        inner = subprocess.run(["git", "-C", top, "mktree"], input=listed, capture_output=True, text=True, check=True).stdout.strip()
        outer = subprocess.run(["git", "-C", top, "mktree"], input=f"040000 tree {inner}\tregister\n", capture_output=True, text=True, check=True).stdout.strip()
        return git(top, "commit-tree", outer, "-m", "made").stdout.strip()

    def test_folders_without_end(self):
        """Twenty thousand folders within each other, which each would be a question to git."""
        top, register = self.repository()
        tree = git(top, "rev-parse", "main:register").stdout.strip()
        for _ in range(20_000):
            body = b"40000 d\0" + bytes.fromhex(tree)
            whole = b"tree %d\0" % len(body) + body
            tree = hashlib.sha1(whole).hexdigest()
            path = top / ".git/objects" / tree[:2] / tree[2:]
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(whole, 1))
        run = hostile.Run(register, "--lang", "en", "check", "--changed-since", self.commit_of(top, f"040000 tree {tree}\tdeep\n"))
        self.assertEqual(run.exit, 3, run.err)
        self.assertIn(b"too large", run.err)
        if hostile.MEASURED:
            self.assertLess(run.seconds, hostile.SECONDS)
            self.assertLess(run.megabytes, hostile.MEGABYTES)

    def test_small_objects_that_are_large(self):
        """A blob of 400 MB in 400 KB is not read, where it is a record no more than elsewhere; the rest is compared."""
        top, register = self.repository()
        writing = subprocess.Popen(["git", "-C", top, "hash-object", "-w", "--stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(400):
            writing.stdin.write(b"#" * 1_000_000)
        blob = writing.communicate()[0].decode().strip()
        entries = "".join(f"100644 blob {blob}\t{name}\n" for name in ("y-large.yaml", "y-large.txt"))
        run = hostile.Run(register, "--lang", "en", "check", "--changed-since", self.commit_of(top, entries))
        self.assertEqual(run.exit, 1, run.err)
        self.assertIn(b"ZS103", run.out)
        if hostile.MEASURED:
            self.assertLess(run.seconds, hostile.SECONDS)
            self.assertLess(run.megabytes, hostile.MEGABYTES)

    # ---- whose it is, and whose words count

    def test_variables_do_not_lead_elsewhere(self):
        top, register = self.repository()
        other, _ = self.repository("other", "")
        done = self.zsup(register, "check", "--changed-since", "main", GIT_DIR=str(other / ".git"), GIT_WORK_TREE=str(other), GIT_INDEX_FILE="/dev/null",
                         GIT_OBJECT_DIRECTORY=str(other / ".git/objects"), GIT_EXTERNAL_DIFF=str(self.canary), GIT_SSH_COMMAND=str(self.canary),
                         GIT_TRACE=str(self.sang), GIT_TRACE2=str(self.sang), GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="core.fsmonitor",
                         GIT_CONFIG_VALUE_0=str(self.canary), GIT_PAGER=str(self.canary), GIT_EXEC_PATH=str(self.base), GIT_REPLACE_REF_BASE="refs/heads/")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("ZS103", done.stdout)

    def test_a_repository_of_another_owner(self):
        if os.geteuid() != 0:
            not_tested(self, "only an administrator can give files away")
        top, register = self.repository()
        for path in [top, *top.rglob("*")]:
            os.lchown(path, 65534, 65534)
        home = self.base / "home"
        home.mkdir()
        for trusted, expected in ((None, 3), (top, 1), ("*", 1), (f"{top}/register", 3), (f"{top.parent}/*", 1)):
            with self.subTest(trusted):
                (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {trusted}\n" if trusted else "")
                done = self.zsup(register, "check", "--changed-since", "main", HOME=str(home), XDG_CONFIG_HOME=str(home), GIT_CONFIG_NOSYSTEM="1")
                self.assertEqual(done.returncode, expected, done.stderr)
                if expected == 3:
                    self.assertIn("safe.directory", done.stderr)
        self.assertEqual(self.zsup(register, "check").returncode, 1)


if __name__ == "__main__":
    unittest.main()
