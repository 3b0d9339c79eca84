#!/usr/bin/env python3
"""Every code is catalogued, and its transcripts show it where it fires, where it does not, and at the edge."""

import re
import sys
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests/support"))
import transcripts  # noqa: E402

RULES = REPOSITORY / "tests/rules"


def codes() -> dict[str, int]:
    text = (REPOSITORY / "src/diag/code.h").read_text()
    return {name: int(number) for name, number in re.findall(r"constexpr Code (\w+)\{(\d+)\};", text)}


def catalogued() -> list[str]:
    return [name for file in sorted((REPOSITORY / "src/rule/catalogue").glob("*.cpp"))
            for name in re.findall(r"\.code = (?:diag::)?code::(\w+)", file.read_text())]


def runs(file: Path) -> list[str]:
    """What each command of a transcript prints."""
    outputs: list[str] = []
    for section in transcripts.parse(file.read_bytes())[1]:
        if section.kind == "run":
            outputs.append("")
        elif section.kind == "stdout":
            outputs[-1] = transcripts.decode(section.text)
    return outputs


class Rules(unittest.TestCase):
    def test_every_code_is_catalogued_once(self):
        listed = catalogued()
        self.assertEqual(sorted(listed), sorted(set(listed)), "catalogued twice")
        self.assertEqual(set(codes()) - set(listed), set(), "codes that no catalogue tells of")
        self.assertEqual(set(listed) - set(codes()), set())

    def test_every_code_is_used(self):
        sources = [file for file in (REPOSITORY / "src").rglob("*.cpp") if "catalogue" not in file.parts]
        text = "\n".join(file.read_text() for file in sources)
        self.assertEqual([name for name in codes() if not re.search(rf"code::{name}\b", text)], [])

    def test_every_code_is_exercised(self):
        wrong = []
        for number in codes().values():
            code = f"ZS{number:03}"
            files = sorted(RULES.glob(f"*/{code}*.test"))
            outputs = [output for file in files for output in runs(file)]
            fires = [output for output in outputs if f"[{code}]" in output]
            if not fires or not any(output == "" for output in outputs) or len(outputs) < 3:
                wrong.append(f"{code}: {len(files)} files, {len(outputs)} commands, it fires in {len(fires)}")
        self.assertEqual(wrong, [])

    def test_every_family_speaks_english(self):
        for family in RULES.iterdir():
            if family.name != "base" and family.is_dir():
                texts = [output for file in family.glob("*.test") for output in runs(file)]
                self.assertTrue(any("error[ZS" in text or "warning[ZS" in text for text in texts), family.name)


if __name__ == "__main__":
    unittest.main()
