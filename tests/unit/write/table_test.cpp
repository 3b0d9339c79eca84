#include "write/table.h"

#include <doctest/doctest.h>

#include "support/pages.h"

using namespace zsup;
using namespace zsup::write;
using diag::Lang;

namespace {

// What was written, from a cell that `neutral_cell` made.
std::string_view original_cell(std::string_view cell) {
  return cell.starts_with('\'') ? cell.substr(1) : cell;
}

Table two_columns(std::vector<std::vector<std::string>> rows) {
  return {{{{"姓名", "name"}}, {{"得分", "score"}, Align::right}}, std::move(rows)};
}

// A reader of RFC 4180, to hold the writer against.
std::vector<std::vector<std::string>> read_csv(std::string_view csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    std::string& cell = rows.back().back();
    if (quoted) {
      if (csv[at] != '"') {
        cell += csv[at];
      } else if (csv.substr(at, 2) == "\"\"") {
        cell += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (csv[at] == '"') {
      REQUIRE(cell.empty());
      quoted = true;
    } else if (csv[at] == ',') {
      rows.back().emplace_back();
    } else if (csv[at] == '\r') {
      REQUIRE(csv.substr(at, 2) == "\r\n");
      ++at;
      rows.emplace_back(1);
    } else {
      REQUIRE(csv[at] != '\n');
      cell += csv[at];
    }
  }
  REQUIRE(!quoted);
  rows.pop_back();  // behind the last line break
  return rows;
}

}  // namespace

TEST_CASE("a terminal's columns line up by display width") {
  const Table table = two_columns({{"陈远航", "97"}, {"Li", "8.25"}});
  CHECK(to_terminal(table, Lang::zh) ==
        "姓名    得分\n"
        "------  ----\n"
        "陈远航    97\n"
        "Li      8.25\n");
  CHECK(to_terminal(table, Lang::en) ==
        "name    score\n"
        "------  -----\n"
        "陈远航     97\n"
        "Li       8.25\n");
}

TEST_CASE("a terminal gets nothing that acts on it, and one line a row") {
  const Table table = two_columns({{"\x1b]0;x\x07 a\r\n  b\n", "\xff"}, {"short row"}});
  CHECK(to_terminal(table, Lang::en) ==
        "name          score\n"
        "------------  -----\n"
        "^[]0;x^G a b   \\xff\n"
        "short row\n");
}

TEST_CASE("the widest columns give way on a narrow terminal, numbers never") {
  const Table table = two_columns({{"一二三四五六七八九十", "123456"}});
  CHECK(to_terminal(table, Lang::zh, 20) ==
        "姓名            得分\n"
        "------------  ------\n"
        "一二三四五…   123456\n");
  CHECK(to_terminal(table, Lang::zh, 1) ==
        "姓名        得分\n"
        "--------  ------\n"
        "一二三…   123456\n");
}

TEST_CASE("Markdown cells are nothing but text") {
  const Table table = two_columns({{"a|b\nc", "`x`"},
                                   {"[x](javascript:alert(1))", "<script>"},
                                   {"*b* _i_ ~~s~~ \\| &amp; $x$", ""}});
  CHECK(to_markdown(table, Lang::zh) ==
        "| 姓名 | 得分 |\n"
        "| --- | ---: |\n"
        "| a\\|b c | \\`x\\` |\n"
        "| \\[x\\](javascript:alert(1)) | &lt;script&gt; |\n"
        "| \\*b\\* \\_i\\_ \\~\\~s\\~\\~ \\\\\\| &amp;amp; \\$x\\$ | |\n");
}

TEST_CASE("CSV is RFC 4180, with a byte-order mark for Excel alone") {
  const Table table = two_columns({{"a,b", "say \"hi\""}, {"two\nlines", " 1"}, {"x"}});
  const std::string csv =
      "姓名,得分\r\n"
      "\"a,b\",\"say \"\"hi\"\"\"\r\n"
      "\"two\nlines\",\" 1\"\r\n"
      "x,\r\n";
  CHECK(to_csv(table, Lang::zh) == csv);
  CHECK(to_csv(table, Lang::zh, true) == "\xEF\xBB\xBF" + csv);
}

TEST_CASE("no cell of a CSV is run as a formula, and what was written can be had back") {
  struct Row {
    std::string written;
    bool neutralised;
  };
  const std::vector<Row> rows{
      {"=1+1", true},     {"+10d", true},       {"-cmd|' /C calc'!A0", true},
      {"@SUM(A1)", true}, {"\t=1", true},       {"\tx", true},
      {"\r=1", true},     {"\n=1", true},       {"  =1", true},
      {"　=1", true},     {"\xC2\xA0-x", true}, {" 　+1", true},
      {"＝1", true},      {"＋1", true},        {"－1", true},
      {"＠x", true},      {"'=1", true},        {"'", true},
      {"''x", true},      {"-0.5x", true},      {" -0.5", true},
      {"-.5", true},      {"-", true},          {"-1-1", true},
      {"-0.5", false},    {"-12", false},       {"97", false},
      {"", false},        {"   ", false},       {"a=b", false},
      {"陈远航", false},
  };
  std::vector<std::vector<std::string>> cells;
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(neutral_cell(row.written) == (row.neutralised ? "'" : "") + row.written);
    CHECK(original_cell(neutral_cell(row.written)) == row.written);
    cells.push_back({row.written, "0"});
  }
  const auto read = read_csv(to_csv(two_columns(cells), Lang::en));
  REQUIRE(read.size() == rows.size() + 1);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    CHECK(original_cell(read[at + 1][0]) == rows[at].written);
  }
}

TEST_CASE("control characters do not reach a terminal through CSV") {
  CHECK(to_csv(two_columns({{"a\x1b[2Jb\tc", "\x80"}}), Lang::en) ==
        "name,score\r\n\"a^[[2Jb\tc\",\\x80\r\n");
  // Nor can one hide a formula.
  CHECK(to_csv(two_columns({{"\u200B=1", "1"}}), Lang::en) == "name,score\r\n<U+200B>=1,1\r\n");
}

TEST_CASE("JSON is the same bytes for the same value, whatever the bytes of its strings") {
  view::Object<text::Named> object;
  object.push_back(
      {std::string_view("z"), {view::Cell<text::Named>(text::Named("a\xff\"\x1b\n"))}});
  object.push_back({std::string_view("a"), {view::Cell<text::Named>(text::Named("姓名\u202E"))}});
  view::Page<text::Named> page;
  page.data.value = std::move(object);
  CHECK(test::written(std::move(page), "json") ==
        "{\"z\":\"a\uFFFD\\\"\\u001b\\n\",\"a\":\"姓名\\u202e\"}\n");
}
