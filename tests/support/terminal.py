"""A real terminal (tmux), and the cells that characters take in one."""

import os
import subprocess
import tempfile
import time
import unicodedata
from pathlib import Path


def width(character: str) -> int:
    """The cells that a character takes: none when it combines with the one before."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def screen(command: str, folder: Path, columns: int, rows: int, with_colours: bool = False) -> list[str]:
    """What a window of that size shows of a shell command that was run in the folder."""
    with tempfile.TemporaryDirectory(prefix="zsup-terminal-") as top:
        # A server of its own each time: one that is ending still holds its socket for a moment.
        tmux = ["tmux", "-u", "-f", "/dev/null", "-S", f"{top}/socket"]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": top}
        done = Path(top) / "done"
        subprocess.run([*tmux, "new-session", "-d", "-x", str(columns), "-y", str(rows),
                        f"cd '{folder}'; {command}; touch '{done}'; sleep 100"], env=environment, check=True)
        try:
            for _ in range(600):
                if done.exists():
                    break
                time.sleep(0.05)
            else:
                raise AssertionError(f"did not end: {command}")
            time.sleep(0.3)  # until the screen has been drawn
            shown = subprocess.run([*tmux, "capture-pane", "-p", *(["-e"] if with_colours else [])], env=environment,
                                   stdout=subprocess.PIPE, check=True)
        finally:
            subprocess.run([*tmux, "kill-server"], env=environment, check=False)
    return shown.stdout.decode("utf-8").rstrip("\n").split("\n")
