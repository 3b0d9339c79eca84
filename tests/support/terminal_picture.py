#!/usr/bin/env python3
"""Draws docs/check.svg, the picture in README: the output of `check` as a terminal (tmux) shows it, cell by cell.

    terminal_picture.py --zsup BINARY [--check]

`--check` says whether the picture is fresh, and writes nothing.
"""

import argparse
import html
import re
import sys
import tempfile
from pathlib import Path

from terminal import screen, width

PICTURE = Path(__file__).resolve().parents[2] / "docs/check.svg"
COLUMNS = 72
FILES = {
    "zsup.yaml": "名称: 示例\n语言: 中文\n",
    "顾岸.yaml": "种类: 领导干部\n编号: 顾岸\n姓名: 顾岸\n单位: 区委\n职务: 副书记\n身分: 班子成员\n任职日期: 2026-2-30\n",
}
CELL, LINE, MARGIN = 8.4, 19, 14
COLOURS = {31: "#d64550", 32: "#3d9a50", 33: "#b8860b", 34: "#4a7fd4", 35: "#a05bbd", 36: "#2b9aa0"}
PAPER, INK = "#fbfaf7", "#2b2b2b"


def shown(zsup: Path) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="zsup-picture-") as top:
        folder = Path(top) / "demo"
        folder.mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        return screen(f"'{zsup}' -C demo check --color always", Path(top), COLUMNS, 100, with_colours=True)


def draw(lines: list[str]) -> str:
    lines = ["$ zsup -C demo check", *lines]
    out = []
    bold, colour = False, INK
    for row, line in enumerate(lines):
        column = 0
        for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
            if piece.startswith("\x1b"):
                for code in (int(n or 0) for n in piece[2:-1].split(";")):
                    if code == 0:
                        bold, colour = False, INK
                    elif code == 1:
                        bold = True
                    elif code == 22:
                        bold = False
                    elif code == 39:
                        colour = INK
                    elif code in COLOURS:
                        colour = COLOURS[code]
                continue
            for character in piece:
                if character != " ":
                    weight = ' font-weight="bold"' if bold else ""
                    x, y = MARGIN + column * CELL, MARGIN + (row + 0.75) * LINE
                    out.append(f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}"{weight}>{html.escape(character)}</text>')
                column += width(character)
    wide, high = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}" '
            'font-family="\'Noto Sans Mono CJK SC\', \'Sarasa Mono SC\', Consolas, Menlo, monospace" font-size="14">\n'
            f'<title>zsup check</title>\n<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>\n' + "\n".join(out) + "\n</svg>\n")


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--zsup", type=Path, required=True)
    arguments.add_argument("--check", action="store_true")
    chosen = arguments.parse_args()
    picture = draw(shown(chosen.zsup.resolve()))
    if not chosen.check:
        PICTURE.write_text(picture, encoding="utf-8")
        return 0
    if PICTURE.read_text(encoding="utf-8") == picture:
        return 0
    print(f"{PICTURE} is stale: run tests/support/terminal_picture.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
