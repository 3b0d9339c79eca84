"""Runs shell lines in a folder of their own, with an environment that is the same on every machine."""

import atexit
import functools
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from build_kind import passed_on

TIMEOUT = int(os.environ.get("ZSUP_TEST_TIMEOUT", "120"))


@functools.lru_cache(maxsize=None)
def for_everyone(program: Path) -> Path:
    """The program, or a copy of it where it lies below a folder that others may not enter, such as /root: some tests run it as
    somebody else. Of a script that runs a program, both."""
    if all(folder.stat().st_mode & 0o001 for folder in program.parents):
        return program
    folder = Path(tempfile.mkdtemp(prefix="zsup-program-"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy = folder / program.name
    shutil.copy2(program, copy)
    if copy.read_bytes()[:2] == b"#!":
        script = copy.read_text("utf-8")
        for number, path in enumerate(sorted(set(re.findall(r"'(/[^']+)'", script)))):
            shutil.copy2(path, folder / f"{Path(path).name}-{number}")
            script = script.replace(f"'{path}'", f"'{folder / f'{Path(path).name}-{number}'}'")
        copy.write_text(script, "utf-8")
    return copy


class Sandbox:
    """A temporary folder with `work/` to run in, an empty `home/`, and `bin/` with zsup in PATH."""

    def __init__(self, zsup: Path):
        # resolve(): where /tmp is itself a link, zsup prints what the link leads to.
        self.top = Path(tempfile.mkdtemp(prefix="zsup-test-")).resolve()
        self.work = self.top / "work"
        for folder in ("work", "home", "bin"):
            (self.top / folder).mkdir()
        (self.top / "bin" / "zsup").symlink_to(for_everyone(zsup.resolve()))
        self.environment = {
            "PATH": f"{self.top}/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "HOME": str(self.top / "home"),
            "TMPDIR": str(self.top),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "dumb",
            "COLUMNS": "80",
            "SOURCE_DATE_EPOCH": "1531612800",  # "today" is 2018-07-15
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(self.top),
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.invalid",
            "GIT_AUTHOR_DATE": "2018-07-15T00:00:00Z",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.invalid",
            "GIT_COMMITTER_DATE": "2018-07-15T00:00:00Z",
            **passed_on(),
        }
        if "LOCPATH" in os.environ:
            self.environment["LOCPATH"] = os.environ["LOCPATH"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder, _, _ in os.walk(self.top):
            os.chmod(folder, 0o700)  # a test may have closed one
        shutil.rmtree(self.top, ignore_errors=True)

    def run(self, script: str, stdin: bytes = b"", cwd: Path | None = None, merge: bool = False):
        """(stdout, stderr, exit code); the sandbox's own path is shown as [TOP], its work/ as [WORK]."""
        try:
            done = subprocess.run(["bash", "-c", script], input=stdin, cwd=cwd or self.work,
                                  env=self.environment, timeout=TIMEOUT, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT if merge else subprocess.PIPE)
        except subprocess.TimeoutExpired:
            return b"", f"did not end within {TIMEOUT} s\n".encode(), -1
        return self._shown(done.stdout), self._shown(done.stderr or b""), done.returncode

    def _shown(self, output: bytes) -> bytes:
        output = output.replace(str(self.work).encode(), b"[WORK]")
        return output.replace(str(self.top).encode(), b"[TOP]")
