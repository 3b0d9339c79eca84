#!/usr/bin/env python3
"""What the real shells make of `zsup completion`: keys are typed into bash and zsh at a terminal, fish is asked."""

import os
import pty
import re
import select
import signal
import sys
import time
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))
from sandbox import Sandbox  # noqa: E402

ZSUP = os.environ.get("ZSUP")

REGISTER = {
    "zsup.yaml": "name: 某区\nlang: zh\nas_of: 2018-07-15\n",
    "区委.yaml": "kind: org\nid: 区委\nname: 某区区委\n",
    # The last record cannot be read, and an id is none: nothing of that keeps the others away. What a name
    # holds disturbs no shell.
    "人.yaml": "kind: leader\nid: 晏知衡\nname: 晏知衡\norg: 区委\npost: 书记\nrole: secretary\n---\n"
             "kind: leader\nid: chen-bo\nname: \"a:b\\\\c\\n\\t'd' $HOME `e`\"\n---\n"
             "kind: leader\nid: chen bo\nname: 陈博\n---\n"
             "kind: leader\nid: 2018-2\nname: x\n---\nkind: leader\nid: 2018-20\nname: x\n---\n"
             "kind: [\n",
    "报告.yaml": "kind: report\nid: r\nby: 区委\nperiod: 2017-q4\n",
}


def make_register(folder: Path) -> None:
    for name, text in REGISTER.items():
        (folder / name).write_text(text, encoding="utf-8")


class Terminal:
    """A shell at a terminal. ctrl-O prints the words of the line as the shell would pass them on."""

    def __init__(self, sandbox: Sandbox, words: list[str], setup: list[str]):
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.chdir(sandbox.work)
            os.execvpe(words[0], words, {**sandbox.environment, "TERM": "xterm", "COLUMNS": "200"})
        self.heard = ""
        for line in setup:
            self.type(line + "\n")
        self.type("echo rea''dy\n")
        self.wait(r"\nready")

    def type(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def wait(self, pattern: str) -> re.Match:
        end = time.monotonic() + 60
        while not (found := re.search(pattern, self.heard)):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                raise AssertionError(f"{pattern} never came: {self.heard!r}")
            self.heard += os.read(self.end, 65536).decode("utf-8", "replace").replace("\r", "\n")
        self.heard = self.heard[found.end():]
        return found

    def words(self, typed: str) -> list[str]:
        """What the line holds after `typed`, in which a tab asks for completion."""
        self.type("\x15" + typed + "\x0f")
        found = self.wait(r"\[\[(.*)\]\]")
        return found.group(1).split("][")

    def close(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        os.close(self.end)
        os.waitpid(self.child, 0)


COMPLETED = [
    # (typed, words of the line afterwards)
    ("zsup comp\t", ["zsup", "completion"]),
    ("zsup completion f\t", ["zsup", "completion", "fish"]),
    ("zsup check --form\t", ["zsup", "check", "--format"]),
    ("zsup check --format js\t", ["zsup", "check", "--format", "json"]),
    ("zsup check --format=js\t", ["zsup", "check", "--format=json"]),
    ("zsup check -f js\t", ["zsup", "check", "-f", "json"]),
    ("zsup --lang en check --fail-on w\t", ["zsup", "--lang", "en", "check", "--fail-on", "warning"]),
    ("zsup new pol\t", ["zsup", "new", "policy"]),
    ("zsup new 考\t", ["zsup", "new", "考核办法"]),
    ("zsup list finding --where sour\t", ["zsup", "list", "finding", "--where", "source="]),
    ("zsup explain ZS10\t", ["zsup", "explain", "ZS10"]),  # there are several
    ("zsup explain ZS103\t", ["zsup", "explain", "ZS103"]),
    ("zsup letter --type rem\t", ["zsup", "letter", "--type", "reminder"]),
    ("zsup score 2017-\t", ["zsup", "score", "2017-q4"]),
    ("zsup letter --leader 晏\t", ["zsup", "letter", "--leader", "晏知衡"]),
    ("zsup letter --org 区\t", ["zsup", "letter", "--org", "区委"]),
    ("zsup letter --leader chen\t", ["zsup", "letter", "--leader", "chen-bo"]),
    ("zsup letter --leader=chen\t", ["zsup", "letter", "--leader=chen-bo"]),
    ("zsup letter --leader \\chen\t", ["zsup", "letter", "--leader", "chen-bo"]),
    ("zsup letter --leader 'chen\t", ["zsup", "letter", "--leader", "chen-bo"]),
    ("zsup letter --leader \"chen-b\t", ["zsup", "letter", "--leader", "chen-bo"]),
    ("zsup letter --leader '晏\t", ["zsup", "letter", "--leader", "晏知衡"]),
    ("zsup letter --leader 20\t", ["zsup", "letter", "--leader", "2018-2"]),  # as far as they agree
    ("zsup check 人\t", ["zsup", "check", "人.yaml"]),
    ("zsup -C sub\t", ["zsup", "-C", "subfolder/"]),
    ("zsup -C subfolder letter --org 分\t", ["zsup", "-C", "subfolder", "letter", "--org", "分局"]),
    ("zsup -C ~/reg letter --org 家\t", ["zsup", "-C", "~/reg", "letter", "--org", "家庭"]),
    ("zsup -C nowhere letter --leader c\t", ["zsup", "-C", "nowhere", "letter", "--leader", "c"]),
    ("zsup nonsense --leader c\t", ["zsup", "nonsense", "--leader", "c"]),
]


@unittest.skipUnless(ZSUP, "NOTHING IS CHECKED: ZSUP names no program")
class Completion(unittest.TestCase):
    def setUp(self):
        self.sandbox = Sandbox(Path(ZSUP))
        self.addCleanup(self.sandbox.__exit__)
        make_register(self.sandbox.work)
        for folder, org in ((self.sandbox.work / "subfolder", "分局"), (self.sandbox.top / "home" / "reg", "家庭")):
            folder.mkdir()
            (folder / "zsup.yaml").write_text("name: x\n", encoding="utf-8")
            (folder / "o.yaml").write_text(f"kind: org\nid: {org}\nname: x\n", encoding="utf-8")

    def hold(self, terminal: Terminal) -> None:
        """Types every line of COMPLETED."""
        self.addCleanup(terminal.close)
        for typed, expected in COMPLETED:
            with self.subTest(typed=typed):
                words = terminal.words(typed)
                if typed.startswith("zsup -C ~"):
                    words[2] = "~/reg"  # one shell has made the home folder of it already
                self.assertEqual(words, expected)
        self.assertNotIn("error", terminal.heard)
        self.assertNotIn("错误", terminal.heard)

    def test_bash(self):
        self.hold(Terminal(self.sandbox, ["bash", "--norc", "--noprofile", "-i"], [
            "PS1='$ '; bind 'set enable-bracketed-paste off'; bind 'set bell-style none'",
            "show() { local words s; eval \"words=($READLINE_LINE)\"; printf -v s '%s][' \"${words[@]}\"; echo \"[[${s%][}]]\"; }",
            "bind -x '\"\\C-o\": show'",
            'eval "$(zsup completion bash)"']))

    def test_zsh(self):
        self.hold(Terminal(self.sandbox, ["zsh", "-f", "-i"], [
            "PS1='$ '; unsetopt beep zle_bracketed_paste 2>/dev/null; autoload -U compinit; compinit -D -u",
            'show() { local -a w; w=("${(@Q)${(@z)BUFFER}}"); print -r -- "[[${(j:][:)w}]]"; }',
            "zle -N show; bindkey '^O' show; bindkey '^U' kill-whole-line",
            'eval "$(zsup completion zsh)"']))

    def fish(self, typed: str) -> list[list[str]]:
        script = f"zsup completion fish | source; complete -C {quoted(typed)}"
        out, err, code = self.sandbox.run(f"fish --no-config -c {quoted(script)}")
        self.assertEqual((code, err), (0, b""), typed)
        return [line.split("\t") for line in out.decode().splitlines()]

    def test_fish(self):
        for typed, expected in COMPLETED:
            typed = typed.rstrip("\t")
            # A backslash before a letter is something else to fish.
            if "\\" in typed or typed.endswith("ZS10") or "nowhere" in typed or "nonsense" in typed:
                continue
            with self.subTest(typed=typed):
                # Quotes are added by fish when it inserts; what is listed is the word itself.
                self.assertIn(expected[-1], [line[0] for line in self.fish(typed)])
        self.assertEqual(self.fish("zsup nonsense --leader c"), [])
        self.assertEqual(self.fish("zsup -C nowhere letter --leader c"), [])
        self.assertEqual(self.fish("zsup letter --leader chen"), [["chen-bo", "a:b\\c  'd' $HOME `e`"]])
        self.assertEqual(self.fish("zsup letter --leader 晏"), [["晏知衡", "晏知衡"]])
        self.assertEqual(self.fish("zsup letter --org "), [["区委", "某区区委"]])

    def test_the_scripts_are_as_the_shells_want_them(self):
        for shell, check in (("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish --no-execute")):
            out, err, code = self.sandbox.run(f"zsup completion {shell} > s && {check} s")
            self.assertEqual((out, err, code), (b"", b"", 0), shell)

    def test_bash_by_its_variables(self):
        line = "zsup letter --leader che"
        out, err, code = self.sandbox.run(
            f'. <(zsup completion bash); COMP_LINE={quoted(line)}; COMP_POINT=${{#COMP_LINE}}; '
            'COMP_WORDS=($COMP_LINE); COMP_CWORD=3; _zsup zsup che --leader; printf "%s\\n" "${COMPREPLY[@]}"; '
            "complete -p zsup")
        self.assertEqual((out.decode(), err, code), ("chen-bo\ncomplete -F _zsup zsup\n", b"", 0))


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    unittest.main()
