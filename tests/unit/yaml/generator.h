// Texts for the comparison of the readers: whole documents as people write them, such documents
// with mistakes in them, and short rows of the signs that mean something to YAML. The same seed
// gives the same texts on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::yaml {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed) {}

  std::string text() {
    out_.clear();
    switch (below(8)) {
      case 0:
      case 1:
        signs(1 + below(12));
        break;
      case 2:
      case 3:
        documents();
        break;
      default:
        documents();
        for (std::size_t i = 1 + below(3); i > 0; --i) mutate();
        break;
    }
    if (below(6) == 0) with_carriage_returns();
    return out_;
  }

  // splitmix64
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  static constexpr std::array words{"a",
                                    "b",
                                    "kind",
                                    "任务",
                                    "报送日期",
                                    "2018-07-03",
                                    "青塘党委",
                                    "《x》",
                                    "1.8万元",
                                    "null",
                                    "~",
                                    "NULL",
                                    "-1",
                                    "true",
                                    "a b",
                                    "x#y",
                                    "http://x/y",
                                    "a:b",
                                    "“引号”：可以",
                                    "it's",
                                    "x, y",
                                    "c[0]",
                                    "- x",
                                    "-x",
                                    "50%",
                                    "a\tb",
                                    "é",
                                    "🏳️",
                                    "（注）",
                                    "a\"b",
                                    "<<",
                                    "1 - 2",
                                    "..",
                                    "--",
                                    "=",
                                    "nullx",
                                    "！",
                                    "010",
                                    ".5",
                                    "a &b",
                                    "a *b",
                                    "一二三四五六七八九十",
                                    "\xEF\xBB\xBFx"};
  static constexpr std::array bits{
      "a",       "b",     " ",    "  ",  "\n",     "\n  ",    "\n ",         ":",
      ": ",      ":\n",   "-",    "- ",  "-\n",    "[",       "]",           "{",
      "}",       ",",     ", ",   "\"",  "'",      "''",      "#",           " #",
      "|",       ">",     "|-",   ">+",  "|2",     "\t",      "?",           "? ",
      "&a",      "*a",    "!t",   "%",   "@",      "`",       "\\",          "\\n",
      "\\\n",    "~",     "null", "张",  "：",     "---\n",   "--- ",        "...\n",
      "\\u5F20", "\\x41", "=",    "<<",  "a: b\n", "- a\n",   "a:\n  - b\n", "[a, b]",
      ":]",      ":,",    "[a:",  "{a:", "{a: b}", "\"x\": ", "|\n  x\n",    ">\n x\n\n y\n"};

  template <class Texts>
  std::string_view any(const Texts& texts) {
    return texts[below(texts.size())];
  }
  void put(std::string_view text) { out_ += text; }
  void signs(std::size_t count) {
    for (; count > 0; --count) put(any(bits));
  }

  void documents() {
    if (below(8) == 0) put("# yaml-language-server: $schema=../x.json\n");
    const std::size_t count = below(4) == 0 ? 1 + below(3) : 1;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 || below(6) == 0) put(below(8) == 0 ? "--- # c\n" : "---\n");
      const std::size_t root = below(10);
      if (root == 0) {
        flow(0);
        put("\n");
      } else if (root == 1) {
        sequence(0, 0);
      } else {
        mapping(below(20) == 0 ? 2 : 0, 0);
      }
    }
    if (below(8) == 0 && !out_.empty()) out_.pop_back();
    if (below(30) == 0) put("...\n");
  }

  void indent(std::size_t width) { out_.append(width, ' '); }

  void line_end() {
    switch (below(16)) {
      case 0:
        put(" # 说明: x");
        break;
      case 1:
        put("  ");
        break;
      case 2:
        put("\n");
        break;
      case 3:
        put("\n# 注\n    # 又");
        break;
      default:
        break;
    }
    put("\n");
  }

  void mapping(std::size_t column, std::size_t depth, bool first_inline = false) {
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 || !first_inline) indent(column);
      key();
      put(below(12) == 0 ? " :" : ":");
      value(column, depth);
    }
  }

  void sequence(std::size_t column, std::size_t depth, bool first_inline = false) {
    const std::size_t count = 1 + below(3);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 || !first_inline) indent(column);
      put("-");
      const std::size_t gap = below(8) == 0 ? 2 : 1;
      const std::size_t here = column + 1 + gap;
      if (depth < 4 && below(3) == 0) {
        indent(gap);
        mapping(here, depth + 1, true);
      } else if (depth < 4 && below(10) == 0) {
        indent(gap);
        sequence(here, depth + 1, true);
      } else {
        value(column, depth);
      }
    }
  }

  // From behind the colon or the dash to the end of the line.
  void value(std::size_t column, std::size_t depth) {
    const std::size_t kind = below(16);
    if (kind < 2 && depth < 4) {
      line_end();
      mapping(column + 1 + below(3), depth + 1);
    } else if (kind < 4 && depth < 4) {
      line_end();
      sequence(column + below(3), depth + 1);
    } else if (kind == 4) {
      line_end();
    } else if (kind == 5) {
      put(" ");
      block_scalar(column);
    } else if (kind == 6) {
      put(below(4) == 0 ? "\n" : " ");
      if (out_.back() == '\n') indent(column + 2);
      lines(column, "", "");
    } else {
      put(below(10) == 0 ? "   " : below(20) == 0 ? "\t" : " ");
      if (kind < 9) {
        flow(column + 1);
      } else {
        scalar(column);
      }
      line_end();
    }
  }

  void key() {
    switch (below(12)) {
      case 0:
        put("\"");
        put(any(words));
        put("\"");
        break;
      case 1:
        put("'甲'");
        break;
      default:
        put(any(words));
        if (below(3) != 0) put(std::string(1, static_cast<char>('a' + below(26))));
        break;
    }
  }

  void scalar(std::size_t column) {
    switch (below(8)) {
      case 0:
        put("\"");
        inner("\\\"");
        put("\"");
        break;
      case 1:
        put("'");
        inner("''");
        put("'");
        break;
      case 2:
        if (below(4) == 0) {
          const bool twice = below(2) == 0;
          lines(column, twice ? "\"" : "'", twice ? "\"" : "'");
          return;
        }
        [[fallthrough]];
      default:
        put(any(words));
        if (below(4) == 0) put(" ");
        if (below(2) == 0) put(any(words));
        break;
    }
  }

  void inner(std::string_view quote) {
    for (std::size_t i = below(4); i > 0; --i) {
      switch (below(6)) {
        case 0:
          put(quote);
          break;
        case 1:
          put("\\");
          put(any(
              std::array{"n", "t", "\\", "/", "u5F20", "x41", "_", "q", "U0001F600", " ", "\""}));
          break;
        case 2:
          put(any(std::array{" ", ": ", " # ", ", ", "[", "}", "- "}));
          break;
        default:
          put(any(words));
          break;
      }
    }
  }

  // A scalar over several lines.
  void lines(std::size_t column, std::string_view open, std::string_view close) {
    put(open);
    put(any(words));
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      if (below(8) == 0) put(" ");
      if (below(8) == 0 && open == "\"") put("\\");
      put(below(4) == 0 ? below(4) == 0 ? "\n  \n" : "\n\n" : "\n");
      indent(column + (below(8) == 0 ? 0 : 1 + below(4)));
      put(any(words));
    }
    put(close);
    if (open.empty()) line_end();
  }

  void block_scalar(std::size_t column) {
    put(any(std::array{"|", "|", "|", ">", ">", "|-", ">-", "|+", ">+", "|2", ">1-"}));
    line_end_of_header();
    const std::size_t width = column + 1 + below(3);
    for (std::size_t i = below(5); i > 0; --i) {
      if (below(4) == 0) {
        indent(below(3) == 0 ? width : 0);
      } else {
        indent(width + (below(5) == 0 ? below(3) : 0));
        if (below(20) == 0) put("\t");
        put(any(words));
        if (below(8) == 0) put(" ");
      }
      put("\n");
    }
  }

  void line_end_of_header() { put(below(8) == 0 ? " # c\n" : "\n"); }

  void flow(std::size_t column, std::size_t depth = 0) {
    const bool pairs = below(2) == 0;
    put(pairs ? "{" : "[");
    flow_gap(column);
    for (std::size_t i = below(4); i > 0; --i) {
      if (pairs) {
        key();
        put(below(6) == 0 ? below(2) == 0 ? ":" : " : " : ": ");
      }
      if (below(10) != 0) {
        if (depth < 3 && below(5) == 0) {
          flow(column, depth + 1);
        } else {
          scalar(column);
        }
      }
      if (below(12) == 0) flow_gap(column);
      if (i > 1 || below(10) == 0) put(below(5) == 0 ? "," : ", ");
      if (below(12) == 0) flow_gap(column);
    }
    put(pairs ? "}" : "]");
  }

  void flow_gap(std::size_t column) {
    if (below(6) != 0) return;
    put(any(std::array{" ", "\n", " # c\n", "\n\n", "\t"}));
    indent(below(6) == 0 ? column : column + 2);
  }

  void mutate() {
    if (out_.empty()) return;
    const std::size_t at = below(out_.size() + 1);
    switch (below(8)) {
      case 0:
        out_.erase(at, 1 + below(3));
        break;
      case 1: {  // a line twice
        const std::size_t begin = out_.rfind('\n', at);
        const std::size_t end = out_.find('\n', at);
        if (begin == std::string::npos || end == std::string::npos || end <= begin) break;
        const std::string line = out_.substr(begin, end - begin);
        out_.insert(below(2) == 0 ? end : begin, line);
        break;
      }
      case 2: {  // another indentation
        const std::size_t line = out_.find('\n', at);
        if (line == std::string::npos) break;
        if (below(2) == 0) {
          out_.insert(line + 1, 1 + below(3), ' ');
        } else if (line + 1 < out_.size() && out_[line + 1] == ' ') {
          out_.erase(line + 1, 1 + below(2));
        }
        break;
      }
      case 3:
        out_.resize(at);
        break;
      default:
        out_.insert(at, any(bits));
        break;
    }
  }

  void with_carriage_returns() {
    std::string text;
    for (const char c : out_) {
      if (c == '\n') text += '\r';
      text += c;
    }
    out_ = std::move(text);
  }

  std::uint64_t state_;
  std::string out_;
};

}  // namespace zsup::yaml
