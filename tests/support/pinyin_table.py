#!/usr/bin/env python3
"""Writes src/text/pinyin_table.cpp from the Unicode data of Debian's packages.

    apt-get download unicode-data unicode-cldr-core   (and dpkg-deb -x both into DIR)
    tests/support/pinyin_table.py DIR > src/text/pinyin_table.cpp

Readings: Unihan's kMandarin, the one that is usual in mainland China, of every character of U+4E00 to U+9FFF.
Further readings, by which it is judged whether a reading is one of a character at all: kXHC1983, kTGHZ2013 and
kHanyuPinlu. Surnames that are read otherwise: CLDR's Han-Latin-Names, with the list below over it, which has the
surnames that dictionaries list and CLDR lacks. All without tones, since tones do not count when names are sorted.
"""

import bz2
import pathlib
import re
import sys
import unicodedata

FIRST, PAST = 0x4E00, 0xA000

# Xiandai Hanyu Cidian and Tongyong Guifan Hanzi Zidian give these as the reading in a surname.
SURNAMES = {
    "仇": "qiu", "单": "shan", "解": "xie", "区": "ou", "查": "zha", "翟": "zhai", "曾": "zeng", "朴": "piao",
    "盖": "ge", "葛": "ge", "纪": "ji", "任": "ren", "宁": "ning", "甯": "ning", "华": "hua", "燕": "yan",
    "乐": "yue", "缪": "miao", "覃": "qin", "员": "yun", "折": "she", "秘": "bi", "冼": "xian", "洗": "xian",
    "逄": "pang", "隗": "wei", "召": "shao", "繁": "po", "种": "chong", "重": "chong", "过": "guo", "尉": "wei",
    "车": "che", "盛": "sheng", "石": "shi", "沈": "shen", "谌": "chen", "郗": "xi", "曲": "qu",
    "祭": "zhai", "应": "ying", "訾": "zi", "乜": "nie", "贾": "jia", "宿": "su", "厍": "she", "佴": "nai",
    "晁": "chao", "褚": "chu", "佘": "she", "叶": "ye", "柏": "bai", "薄": "bo", "卜": "bu", "都": "du",
    "干": "gan", "句": "gou", "勾": "gou", "谷": "gu", "呙": "guo", "郇": "xun", "嵇": "ji", "隽": "juan",
    "阙": "que", "眭": "sui", "牟": "mu", "幺": "yao", "要": "yao", "尹": "yin", "殷": "yin", "於": "yu",
    "虞": "yu", "郁": "yu", "藏": "zang", "臧": "zang", "占": "zhan", "仉": "zhang", "长": "chang",
    "费": "fei", "行": "xing", "降": "jiang", "强": "qiang", "教": "jiao", "恶": "e",
    "舍": "she", "粘": "nian", "刀": "dao", "邸": "di", "撒": "sa",
    "麴": "qu", "妫": "gui", "俱": "ju", "瞿": "qu", "相": "xiang", "那": "na", "会": "kuai", "南": "nan",
    "尧": "yao", "夏": "xia", "弗": "fu", "艾": "ai", "蔓": "man", "番": "pan", "鲜": "xian",
    "茹": "ru", "仝": "tong", "冯": "feng", "褶": "zhe", "角": "jiao", "圈": "juan", "咎": "jiu", "昝": "zan",
    "奇": "qi", "炅": "gui", "令": "ling", "澹": "tan", "万": "wan", "台": "tai", "父": "fu", "亓": "qi",
    "逯": "lu", "禚": "zhuo", "璩": "qu", "诸": "zhu", "么": "yao", "调": "tiao", "侯": "hou",
    "闫": "yan", "鄢": "yan", "郄": "qie", "郝": "hao", "阚": "kan", "芮": "rui", "俞": "yu", "蕃": "bo",
    "單": "shan", "區": "ou", "華": "hua", "紀": "ji", "樂": "yue", "繆": "miao", "員": "yun",
    "種": "chong", "過": "guo", "車": "che", "諶": "chen", "應": "ying", "賈": "jia", "葉": "ye", "嚮": "xiang",
    "蓋": "ge", "萬": "wan", "馮": "feng", "費": "fei", "長": "chang", "會": "kuai", "闕": "que",
}
# Surnames of two characters that are read otherwise than their characters are.
COMPOUND = {
    "尉迟": "yu chi", "尉遲": "yu chi", "万俟": "mo qi", "萬俟": "mo qi", "单于": "chan yu", "單于": "chan yu",
    "令狐": "ling hu", "长孙": "zhang sun", "長孫": "zhang sun", "澹台": "tan tai", "澹臺": "tan tai",
    "鲜于": "xian yu", "鮮于": "xian yu", "宰父": "zai fu", "亓官": "qi guan", "皇甫": "huang fu", "拓跋": "tuo ba",
    "拓拔": "tuo ba", "夏侯": "xia hou", "呼延": "hu yan", "乐正": "yue zheng", "樂正": "yue zheng", "谷梁": "gu liang",
    "仉督": "zhang du", "濮阳": "pu yang", "叶赫": "ye he", "冒顿": "mo du", "哥舒": "ge shu", "相里": "xiang li",
    "吐谷": "tu yu", "尉犁": "yu li", "可朱": "ke zhu", "曾孙": "zeng sun", "区尹": "ou yin", "解批": "xie pi",
}


def bare(reading):
    """Without tone; ü as v, the letter that sorts behind u."""
    text = unicodedata.normalize("NFD", reading.lower())
    text = text.replace("u\u0308", "v").replace("e\u0302", "e")
    return "".join(c for c in text if not unicodedata.combining(c))


def unihan(folder):
    with bz2.open(folder / "usr/share/unicode/Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                point, key, value = line.rstrip("\n").split("\t")
                if FIRST <= int(point[2:], 16) < PAST:
                    yield int(point[2:], 16), key, value


def main(folder):
    usual, all_readings = {}, {}
    for point, key, value in unihan(folder):
        readings = []
        if key == "kMandarin":
            readings = value.split()
            usual[point] = bare(readings[0])
        elif key in ("kXHC1983", "kTGHZ2013"):
            readings = [one for entry in value.split() for one in entry.split(":")[1].split(",")]
        elif key == "kHanyuPinlu":
            readings = re.findall(r"([^\s(]+)\(", value)
        all_readings.setdefault(point, set()).update(map(bare, readings))

    surnames = {}
    cldr = (folder / "usr/share/unicode/cldr/common/transforms/Han-Latin-Names.xml").read_text(encoding="utf-8")
    for line in cldr.splitlines():
        if "\\u0020?" in line:
            continue  # depends on the next character: in COMPOUND
        found = re.search(r"([\u4e00-\u9fff])→(\w+);", line)
        if found:
            surnames[ord(found[1])] = bare(found[2])
    surnames.update({ord(c): reading for c, reading in SURNAMES.items()})
    surnames = {p: r for p, r in surnames.items() if usual.get(p) != r}
    for point, reading in surnames.items():
        all_readings.setdefault(point, set()).add(reading)
    for name, reading in COMPOUND.items():
        for c, syllable in zip(name, reading.split()):
            all_readings.setdefault(ord(c), set()).add(syllable)

    syllables = sorted({r for one in all_readings.values() for r in one} | set(usual.values()))
    number = {syllable: at + 1 for at, syllable in enumerate(syllables)}
    further = sorted((p, number[r]) for p, one in all_readings.items() for r in one if r != usual.get(p))

    def rows(items, a_line):
        return "\n".join("    " + " ".join(items[at:at + a_line]) for at in range(0, len(items), a_line))

    print(f"""// Generated by tests/support/pinyin_table.py from Unicode 15.0.0 (Unihan_Readings.txt) and CLDR 41
// (Han-Latin-Names.xml), which are under the Unicode licence: Copyright 1991-2022 Unicode, Inc., see
// https://www.unicode.org/license.txt. Do not edit.
#include "text/pinyin_table.h"

#include <array>

// clang-format off
namespace zsup::text {{

namespace {{

constexpr auto list_of_syllables = std::to_array<std::string_view>({{
{rows([f'"{s}",' for s in syllables], 12)}
}});

// By code point from U+4E00 on: the number of the usual reading, from 1, or 0.
constexpr std::array<std::uint16_t, {PAST - FIRST}> usual_readings{{
{rows([f"{number.get(usual.get(p), 0)}," for p in range(FIRST, PAST)], 24)}
}};

constexpr auto further = std::to_array<Reading>({{
{rows([f"{{0x{p:X}, {n}}}," for p, n in further], 8)}
}});

constexpr auto of_surnames = std::to_array<Reading>({{
{rows([f"{{0x{p:X}, {number[r]}}}," for p, r in sorted(surnames.items())], 8)}
}});

constexpr auto of_compounds = std::to_array<Compound>({{""")
    for name, reading in sorted(COMPOUND.items()):
        first, second = reading.split()
        print(f"    {{0x{ord(name[0]):X}, 0x{ord(name[1]):X}, {number[first]}, {number[second]}}},")
    print("""});

}  // namespace

std::span<const std::string_view> syllables() { return list_of_syllables; }
std::span<const std::uint16_t> readings() { return usual_readings; }
std::span<const Reading> further_readings() { return further; }
std::span<const Reading> surname_readings() { return of_surnames; }
std::span<const Compound> compound_surnames() { return of_compounds; }

}  // namespace zsup::text""")


main(pathlib.Path(sys.argv[1]))
