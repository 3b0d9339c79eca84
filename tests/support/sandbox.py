"""Runs shell lines in a folder of their own, with an environment that is the same on every machine."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from build_kind import passed_on

TIMEOUT = int(os.environ.get("ZSUP_TEST_TIMEOUT", "120"))


class Sandbox:
    """A temporary folder with `work/` to run in, an empty `home/`, and `bin/` with zsup in PATH."""

    def __init__(self, zsup: Path):
        # resolve(): where /tmp is itself a link, zsup prints what the link leads to.
        self.top = Path(tempfile.mkdtemp(prefix="zsup-test-")).resolve()
        self.work = self.top / "work"
        for folder in ("work", "home", "bin"):
            (self.top / folder).mkdir()
        (self.top / "bin" / "zsup").symlink_to(zsup.resolve())
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
