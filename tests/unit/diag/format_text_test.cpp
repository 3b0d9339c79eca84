#include <doctest/doctest.h>

#include "text/width.h"
#include "unit/diag/sample.h"

using namespace zsup::diag;

namespace {

std::string english(const Sample& sample, int width = 0) {
  RenderOptions options = in(Lang::en);
  options.width = width;
  return render_text(sample.report, options);
}

}  // namespace

TEST_CASE("text: a span within a line, with help") {
  Sample sample("duties/a.yaml", "kind: duty\nid: d1\nowner: zhang-sna\n");
  sample.add(sample.at("zhang-sna"),
             {"没有编号为“zhang-sna”的领导", "no leader has the id `zhang-sna`"},
             {"是不是“zhang-san”", "did you mean `zhang-san`?"});
  CHECK(english(sample) ==
        "error[ZS201]: no leader has the id `zhang-sna`\n"
        " --> duties/a.yaml:3:8\n"
        "  |\n"
        "3 | owner: zhang-sna\n"
        "  |        ^^^^^^^^^\n"
        "  |\n"
        "  = help: did you mean `zhang-san`?\n"
        "\n");
  CHECK(render_text(sample.report, in(Lang::zh)) ==
        "错误[ZS201]：没有编号为“zhang-sna”的领导\n"
        " --> duties/a.yaml:3:8\n"
        "  |\n"
        "3 | owner: zhang-sna\n"
        "  |        ^^^^^^^^^\n"
        "  |\n"
        "  = 帮助：是不是“zhang-san”\n"
        "\n");
}

TEST_CASE("text: carets are measured in cells, columns in characters") {
  Sample sample("干部/张三.yaml", "姓名: 张三丰 # 组长\n");
  sample.add(sample.at("张三丰"));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> 干部/张三.yaml:1:5\n"
        "  |\n"
        "1 | 姓名: 张三丰 # 组长\n"
        "  |       ^^^^^^\n"
        "\n");
}

TEST_CASE("text: combining marks and emoji keep the caret in place") {
  Sample sample("a", "e\u0301: 👍🏽 x\n");
  sample.add(sample.at("x"));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:8\n"
        "  |\n"
        "1 | e\u0301: 👍🏽 x\n"
        "  |       ^\n"
        "\n");
}

TEST_CASE("text: a tab is four cells wherever it stands") {
  Sample sample("a", "\ta:\tb\n");
  sample.add(sample.at("b"));
  sample.add(sample.at("\t"));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:5\n"
        "  |\n"
        "1 |     a:    b\n"
        "  |           ^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:1:1\n"
        "  |\n"
        "1 |     a:    b\n"
        "  | ^^^^\n"
        "\n");
}

TEST_CASE("text: line ends are not shown, whatever they are") {
  Sample sample("a", "a: 1\r\nb: 2\r\n");
  sample.add(sample.at("2"));
  sample.add(sample.between(4, 6));  // the CRLF itself
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:2:4\n"
        "  |\n"
        "2 | b: 2\n"
        "  |    ^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:1:5\n"
        "  |\n"
        "1 | a: 1\n"
        "  |     ^\n"
        "\n");
}

TEST_CASE("text: an empty span is one caret, also at the end of the file") {
  Sample sample("a", "a: 中\nb:\n");
  sample.add(sample.between(3, 3));
  sample.add(sample.between(9, 9));
  sample.add(sample.between(10, 10));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:4\n"
        "  |\n"
        "1 | a: 中\n"
        "  |    ^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:2:3\n"
        "  |\n"
        "2 | b:\n"
        "  |   ^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:3:1\n"
        "  |\n"
        "3 |\n"
        "  | ^\n"
        "\n");
}

TEST_CASE("text: a span that ends at the end of a file without a line break, or beyond it") {
  Sample sample("a", "a: xyz");
  sample.add(sample.at("xyz"));
  sample.add(sample.between(3, 600));
  sample.add(sample.between(500, 600));
  const std::string first =
      "error[ZS201]: wrong\n"
      " --> a:1:4\n"
      "  |\n"
      "1 | a: xyz\n"
      "  |    ^^^\n"
      "\n";
  CHECK(english(sample) == first + first +
                               "error[ZS201]: wrong\n"
                               " --> a:1:7\n"
                               "  |\n"
                               "1 | a: xyz\n"
                               "  |       ^\n"
                               "\n");
}

TEST_CASE("text: a byte-order mark is neither shown nor counted") {
  Sample sample("a",
                "\xEF\xBB\xBF"
                "a: 1\n");
  sample.add(sample.between(0, 3));
  sample.add(sample.at("1"));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:1\n"
        "  |\n"
        "1 | a: 1\n"
        "  | ^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:1:4\n"
        "  |\n"
        "1 | a: 1\n"
        "  |    ^\n"
        "\n");
}

TEST_CASE("text: a span over lines that begins its line") {
  Sample sample("a", "items:\n  - a\n  - 二\nnext: 1\n");
  sample.add(sample.at("- a\n  - 二"));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:2:3\n"
        "  |\n"
        "2 | /   - a\n"
        "3 | |   - 二\n"
        "  | |______^\n"
        "\n");
}

TEST_CASE("text: a span over lines that begins within its line") {
  Sample sample("a", "k: \"one\n\n  two\" # x\n");
  sample.add(sample.at("\"one\n\n  two\""));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:4\n"
        "  |\n"
        "1 |   k: \"one\n"
        "  |  ____^\n"
        "2 | |\n"
        "3 | |   two\" # x\n"
        "  | |______^\n"
        "\n");
}

TEST_CASE("text: of a span over many lines the first two and the last are shown") {
  Sample sample("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n");
  sample.add(sample.at("4\n5\n6\n7"));
  sample.add(sample.at("4\n5\n6\n7\n8"));
  sample.add(sample.at("9\n10\n11\n"));  // the line break at the end is no line
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:4:1\n"
        "  |\n"
        "4 | / 4\n"
        "5 | | 5\n"
        "6 | | 6\n"
        "7 | | 7\n"
        "  | |_^\n"
        "\n"
        "error[ZS201]: wrong\n"
        " --> a:4:1\n"
        "  |\n"
        "4 | / 4\n"
        "5 | | 5\n"
        "... |\n"
        "8 | | 8\n"
        "  | |_^\n"
        "\n"
        "error[ZS201]: wrong\n"
        "  --> a:9:1\n"
        "   |\n"
        " 9 | / 9\n"
        "10 | | 10\n"
        "11 | | 11\n"
        "   | |__^\n"
        "\n");
}

TEST_CASE("text: related places and the gutter that they share") {
  Sample sample("a.yaml", "id: x\n");
  const auto other = sample.file("b.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\nid: x\n");
  auto& diagnostic =
      sample.add(sample.at("x"), {"编号“x”重复", "the id `x` is given twice"},
                 {"改用另一个编号", "choose another id"}, Severity::error, code::duplicate_id);
  diagnostic.related.push_back({sample.at("x", other), {"第一次出现在这里", "first given here"}});
  diagnostic.related.push_back({{other, {}}, {"整个文件", "in this file"}});
  diagnostic.related.push_back({{}, {"没有位置", "nowhere"}});
  CHECK(english(sample) ==
        "error[ZS202]: the id `x` is given twice\n"
        "  --> a.yaml:1:5\n"
        "   |\n"
        " 1 | id: x\n"
        "   |     ^\n"
        "   |\n"
        "   = help: choose another id\n"
        "note: first given here\n"
        "  --> b.yaml:10:5\n"
        "   |\n"
        "10 | id: x\n"
        "   |     ^\n"
        "note: in this file\n"
        "  --> b.yaml:1:1\n"
        "note: nowhere\n"
        "\n");
}

TEST_CASE("text: places without a span or a file, severities, fixes") {
  Sample sample("a.yaml", "");
  sample.add({}, {"没有日历", "no calendar"}, {"加一个", "add one"}, Severity::warning);
  auto& fixable = sample.add({0, {}}, {"读不了", "cannot be read"}, {}, Severity::info);
  fixable.fix.push_back({sample.between(0, 0), "x"});
  CHECK(english(sample) ==
        "warning[ZS201]: no calendar\n"
        "  = help: add one\n"
        "\n"
        "info[ZS201]: cannot be read\n"
        " --> a.yaml:1:1\n"
        "  = fix: `zsup check --fix` corrects this\n"
        "\n");
  CHECK(render_text(sample.report, in(Lang::zh)) ==
        "警告[ZS201]：没有日历\n"
        "  = 帮助：加一个\n"
        "\n"
        "提示[ZS201]：读不了\n"
        " --> a.yaml:1:1\n"
        "  = 修正：运行 zsup check --fix 可自动改正\n"
        "\n");
}

TEST_CASE("text: an empty source has a first line") {
  Sample sample("a", "");
  sample.add(sample.between(0, 1));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:1\n"
        "  |\n"
        "1 |\n"
        "  | ^\n"
        "\n");
}

TEST_CASE("text: help of several lines goes on under its first") {
  Sample sample("a", "x\n");
  sample.add(sample.at("x"), {"错", "wrong"}, {"先这样\n再那样", "first this\nthen that"});
  CHECK(english(sample).ends_with("  = help: first this\n          then that\n\n"));
  CHECK(
      render_text(sample.report, in(Lang::zh)).ends_with("  = 帮助：先这样\n          再那样\n\n"));
}

TEST_CASE("text: hostile text is shown, not obeyed") {
  Sample sample("a\x1B]0;x\x07\nb\xFF.yaml", "k: \x1B[31m\xFF\u202Ex\u009B\n");
  sample.add(sample.at("x"),
             {"坏\n消\x1B息",
              "bad\nmess\x1B"
              "age"},
             {"", "\x7F"});
  CHECK(english(sample) ==
        "error[ZS201]: bad^Jmess^[age\n"
        " --> a^[]0;x^G^Jb\\xff.yaml:1:11\n"
        "  |\n"
        "1 | k: ^[[31m\\xff<U+202E>x\\x9b\n"
        "  |                      ^\n"
        "  |\n"
        "  = help: ^?\n"
        "\n");
}

TEST_CASE("text: a span that begins or ends within a character takes all of it") {
  Sample sample("a", "中文字\n");
  sample.add(sample.between(4, 5));
  CHECK(english(sample) ==
        "error[ZS201]: wrong\n"
        " --> a:1:2\n"
        "  |\n"
        "1 | 中文字\n"
        "  |   ^^\n"
        "\n");
}

TEST_CASE("text: long lines are windowed around the caret") {
  // 40 cells less the gutter of 4 leave 36.
  const std::string line =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh\n";
  SUBCASE("near the start") {
    Sample sample("a", line);
    sample.add(sample.at("456"));
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:5\n"
          "  |\n"
          "1 | 0123456789abcdefghijklmnopqrstuvwxy…\n"
          "  |     ^^^\n"
          "\n");
  }
  SUBCASE("in the middle") {
    Sample sample("a", line);
    sample.add(sample.at("ABCD"));
    // 36 - 2 for the ellipses, less 4 for the mark: 15 before it.
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:37\n"
          "  |\n"
          "1 | …lmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS…\n"
          "  |                 ^^^^\n"
          "\n");
  }
  SUBCASE("at the end") {
    Sample sample("a", line);
    sample.add(sample.at("fgh\n"));
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:78\n"
          "  |\n"
          "1 | …JKLMNOPQRSTUVWXYZ0123456789abcdefgh\n"
          "  |                                  ^^^\n"
          "\n");
  }
  SUBCASE("behind the end") {
    Sample sample("a", line);
    sample.add(sample.between(80, 80));
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:81\n"
          "  |\n"
          "1 | …KLMNOPQRSTUVWXYZ0123456789abcdefgh\n"
          "  |                                    ^\n"
          "\n");
  }
  SUBCASE("a mark that does not fit shows its start, and a quarter of the room before it") {
    Sample sample("a", line);
    sample.add(sample.at("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    // 34 / 4 = 8 cells before it.
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:11\n"
          "  |\n"
          "1 | …23456789abcdefghijklmnopqrstuvwxyz…\n"
          "  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
          "\n");
  }
  SUBCASE("wide characters at the edges") {
    Sample sample("a", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥\n");
    sample.add(sample.at("壬癸"));
    // The mark is at cell 36 and 15 cells may stand before it; 乙 is the first character whole
    // within them, 14 before.
    CHECK(english(sample, 40) ==
          "error[ZS201]: wrong\n"
          " --> a:1:19\n"
          "  |\n"
          "1 | …乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未…\n"
          "  |                ^^^^\n"
          "\n");
  }
  SUBCASE("a line that just fits is not cut") {
    Sample sample("a", std::string_view(line).substr(44));
    sample.add(sample.at("fgh"));
    CHECK(english(sample, 40).find("…") == std::string::npos);
    CHECK(english(sample, 39).find("…") != std::string::npos);
  }
  SUBCASE("a line between the ends of a span is shown from its start") {
    Sample sample("a", "a: \"x\n  0123456789abcdefghijklmnopqrstuvwxyz\n  y\"\n");
    sample.add(sample.at("\"x\n  0123456789abcdefghijklmnopqrstuvwxyz\n  y\""));
    CHECK(english(sample, 30) ==
          "error[ZS201]: wrong\n"
          " --> a:1:4\n"
          "  |\n"
          "1 |   a: \"x\n"
          "  |  ____^\n"
          "2 | |   0123456789abcdefghijk…\n"
          "3 | |   y\"\n"
          "  | |____^\n"
          "\n");
  }
}

TEST_CASE("text: whatever the place and the width, no line is wider than it and a caret is there") {
  std::string bytes;
  for (int i = 0; i < 12; ++i)
    bytes +=
        "ab中\t\x1B\xFF"
        "e\u0301👍🏽 ";
  bytes += "\n";
  for (int i = 0; i < 3; ++i) bytes += "短\r\n";
  for (std::size_t begin = 0; begin < bytes.size(); begin += 5) {
    for (const std::size_t length : {0U, 1U, 7U, 60U, 230U}) {
      Sample sample("a", bytes);
      sample.add(sample.between(begin, std::max<std::size_t>(1, begin + length)));
      for (int width : {1, 26, 79, 0}) {
        const std::string out = english(sample, width);
        CAPTURE(out);
        CHECK(out.find('^', out.find(" |\n")) != std::string::npos);
        if (width < 26) continue;
        std::string_view rest = out;
        rest.remove_prefix(rest.find('\n') + 1);  // the message may be any length
        while (!rest.empty()) {
          const std::size_t end = rest.find('\n');
          REQUIRE(zsup::text::width(rest.substr(0, end)) <= static_cast<std::size_t>(width));
          rest.remove_prefix(end + 1);
        }
      }
    }
  }
}

TEST_CASE("text: a line of megabytes costs no more than what is shown of it") {
  std::string bytes(2 << 20, 'x');
  Sample sample("a", bytes);
  for (std::size_t i = 0; i < 500; ++i) sample.add(sample.between(i * 4000, i * 4000 + 2000));
  const std::string out = english(sample);
  CHECK(out.size() < 500 * 1200);
}

TEST_CASE("text: colour on request") {
  Sample sample("a", "k: v\n");
  sample.add(sample.at("v"), {"错", "wrong"}, {"改", "change it"});
  RenderOptions options = in(Lang::en);
  options.color = true;
  CHECK(render_text(sample.report, options) ==
        "\x1B[1;31merror[ZS201]\x1B[0m\x1B[1m: wrong\x1B[0m\n"
        " \x1B[1;34m--> \x1B[0ma:1:4\n"
        "\x1B[1;34m  |\x1B[0m\n"
        "\x1B[1;34m1 |\x1B[0m k: v\n"
        "\x1B[1;34m  |\x1B[0m    \x1B[1;31m^\x1B[0m\n"
        "\x1B[1;34m  |\x1B[0m\n"
        "  \x1B[1;34m=\x1B[0m \x1B[1mhelp: \x1B[0mchange it\n"
        "\n");
}

TEST_CASE("text: nothing to show is nothing") {
  Sample sample("a", "k: v\n");
  CHECK(english(sample) == "");
}
