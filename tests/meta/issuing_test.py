#!/usr/bin/env python3
"""Every type of letter can be issued from every example register that gives it a number.

What is issued leaves a register that check passes, with numbers in a row, a record for each paper, the digest that sha256sum
prints, and papers that come out the same, to the byte, when they are printed again. Issued once more, nothing goes out.
"""

import hashlib
import html
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
ZSUP = os.environ.get("ZSUP", str(REPOSITORY / "build/dev/src/zsup"))


def zsup(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([ZSUP, *words], cwd=folder, capture_output=True, text=True, check=False)


def issued_in(folder: Path) -> dict:
    """Digest → number, of the records that --issue wrote."""
    found = {}
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        digest = re.search(r"^(?:digest|内容摘要): (sha256:[0-9a-f]{64})$", text, re.MULTILINE)
        if digest:
            found[digest[1]] = re.search(r"^(?:number|文号): (.*)$", text, re.MULTILINE)[1]
    return found


class Issuing(unittest.TestCase):
    def test_every_type_from_every_example(self):
        issued = 0
        types = re.search(r"one of: (.*)", zsup(REPOSITORY / "examples/starter", "letter", "--all", "--type", "none",
                                                "--lang", "en").stderr)[1].split(", ")
        for name in ("city", "county", "district", "starter", "township"):
            with tempfile.TemporaryDirectory() as holder:
                folder = Path(holder) / name
                shutil.copytree(REPOSITORY / "examples" / name, folder)
                (folder / ".out").mkdir()
                for type_ in types:
                    with self.subTest(register=name, type=type_):
                        issued += self.issue(folder, type_)
                checked = zsup(folder, "check")
                self.assertEqual(0, checked.returncode, checked.stdout + checked.stderr)
        self.assertGreater(issued, 50)

    def issue(self, folder: Path, type_: str) -> int:
        papers = folder / ".out" / type_
        before = issued_in(folder)
        run = zsup(folder, "letter", "--all", "--type", type_, "--issue", "-o", str(papers))
        if run.returncode in (1, 2):  # nobody has items, or the policy gives no code
            self.assertFalse(papers.exists() and list(papers.iterdir()))
            self.assertEqual(before, issued_in(folder))
            return 0
        self.assertEqual(0, run.returncode, run.stderr)
        after = issued_in(folder)
        digests = {"sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(): path for path in papers.iterdir()
                   if "〔" in path.read_text("utf-8") and path.name.startswith(type_ + "-")}
        new = {digest: number for digest, number in after.items() if digest not in before}
        self.assertEqual(set(new), set(digests))
        serials = sorted(int(re.search(r"〕(\d+)号", number)[1]) for number in new.values())
        self.assertEqual(list(range(serials[0], serials[0] + len(serials))), serials)
        for digest, path in digests.items():
            self.assertIn(new[digest], path.read_text("utf-8"))
        self.hold_records(folder, type_, {number: digests[digest] for digest, number in new.items()})
        again = folder / ".out" / (type_ + "-again")
        self.assertEqual(0, zsup(folder, "letter", "--all", "--type", type_, "-o", str(again)).returncode)
        for path in digests.values():
            self.assertEqual(path.read_bytes(), (again / path.name).read_bytes())
        once_more = zsup(folder, "letter", "--all", "--type", type_, "--issue", "-o", str(folder / ".out" / "none"))
        self.assertEqual(1, once_more.returncode, once_more.stderr)
        self.assertEqual(after, issued_in(folder))
        return len(new)

    def hold_records(self, folder: Path, type_: str, papers: dict):
        """The sentences that a record lists stand in its letter. The way of the feedback is a table there."""
        def plain(text: str) -> str:
            return re.sub(r"[\\\\\s]", "", html.unescape(text))
        for path in folder.rglob("*.yaml"):
            record = next((each for each in yaml.safe_load_all(path.read_text("utf-8"))
                           if each and each.get("number", each.get("文号")) in papers), None)
            if record is None:
                continue
            paper = plain(papers[record.get("number", record.get("文号"))].read_text("utf-8"))
            for item in record.get("items", record.get("事项", [])):
                text = item.get("text", item.get("内容"))
                if type_ == "briefing" and "向分管领导反馈" in text and "已上报整改情况" in text:
                    continue
                for sentence in text.split("。"):
                    self.assertIn(plain(sentence), paper, f"{type_}: {text}")


if __name__ == "__main__":
    unittest.main()
